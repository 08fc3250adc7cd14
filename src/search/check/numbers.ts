import { baseForm } from '../index/word-forms.js';

const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
/** Written at a number; the letters that are measures too only at an amount of money. */
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);
const MONEY_SUFFIXES: ReadonlyMap<string, number> = new Map([...SUFFIXES, ['m', 1e6], ['b', 1e9]]);
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['dollars', '$'],
  ['euros', '€'],
]);
/** What has more digits than these is no amount, and would lose some. */
const MOST_DIGITS = 15;
const NUMBER = /^([$€£]?)(\d+(?:\.\d+)?)(\p{L}*)$/u;

/**
 * A folded word in digits where it is a number, with the sign of a currency before them ("nine": "9", "$18k": "$18000"); else
 * the word itself. "One" most often counts nothing.
 */
export function inDigits(word: string): string {
  if (!isNumeric(word)) {
    const base = baseForm(word);
    return base !== word && isNumeric(base) ? base : word;
  }
  const [, sign = '', digits, suffix = ''] = NUMBER.exec(word) ?? [];
  const factor = suffix === '' ? 1 : (sign ? MONEY_SUFFIXES : SUFFIXES).get(suffix);
  return digits === undefined || factor === undefined ? word : sign + times(digits, factor);
}

/** True where a word begins with a digit, or the sign of a currency. */
export function isNumeric(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || first === 0x24 || first === 0xa3 || first === 0x20ac;
}

/** A number as {@link inDigits} gives it, and the folded word behind it, where both are one ("20 five", "18 thousand", "18 dollars"); or null. */
export function withNext(number: string, written: string, next: string): string | null {
  const [, sign = '', digits] = NUMBER.exec(number) ?? [];
  if (digits === undefined) return null;
  const currency = CURRENCIES.get(next);
  if (currency) return sign === '' ? currency + digits : null;
  const factor = MAGNITUDES.get(next);
  if (factor !== undefined) return sign + times(digits, factor);
  const ones = baseForm(next);
  const isPair =
    /^[2-9]0$/u.test(digits) && !/\d/u.test(written) && (/^[2-9]$/u.test(ones) || next === 'one');
  return isPair && !/\d/u.test(next) ? digits.slice(0, 1) + (next === 'one' ? '1' : ones) : null;
}

function times(digits: string, factor: number): string {
  if (factor === 1 || digits.length > MOST_DIGITS) return digits;
  return String(Number((Number(digits) * factor).toPrecision(MOST_DIGITS)));
}
