import { fold } from '../../text/fold.js';
import type { Span } from '../../text/span.js';
import { stem } from '../../text/stem.js';
import { words } from '../../text/words.js';
import { baseForm } from './word-forms.js';

/** A word as it is searched for, and the stretch of text that it comes from. */
export interface Term extends Span {
  /** Folded, without its ending; the base form of irregular words; digits without separators. */
  readonly term: string;
  /** Folded, without apostrophe and possessive: what stop words are told by. */
  readonly word: string;
  /** A compound once more, written as one; its parts come before it. */
  readonly whole: boolean;
}

type Form = Pick<Term, 'term' | 'word' | 'whole'>;

/** The forms a written word stands for, kept because texts repeat themselves; emptied when full. */
const memo = new Map<string, readonly Form[]>();
const MEMO_LIMIT = 200_000;

/**
 * The terms of `text` between two offsets, in order. A compound gives its parts and then the whole written as one
 * ("e-mail": e, mail, email), so that it is found however it is typed.
 */
export function termsOf(text: string, start = 0, end = text.length): Term[] {
  const found: Term[] = [];
  for (const written of words(text, start, end)) {
    for (const { term, word, whole } of formsOf(written.text))
      found.push({ term, word, whole, start: written.start, end: written.end });
  }
  return found;
}

function formsOf(written: string): readonly Form[] {
  const known = memo.get(written);
  if (known) return known;
  if (memo.size >= MEMO_LIMIT) memo.clear();
  const forms = analyse(written);
  memo.set(written, forms);
  return forms;
}

function analyse(written: string): Form[] {
  // In capitals it is the country; otherwise the pronoun.
  if (written === 'US' || /^U\.S(?:\.A)?$/u.test(written)) return [form('usa')];
  if (/(?:^US[-‐‑])|[-‐‑]US(?:$|[-‐‑])/u.test(written))
    return analyse(written.replace(/(?<=^|[-‐‑])US(?=$|[-‐‑])/gu, 'usa'));
  const word = fold(written).replace(/'s?$/u, '').replaceAll("'", '');
  if (/^\d[\d,.]*$/u.test(word)) return [form(word.replaceAll(',', ''))];
  const parts = word.split(/[-.,]/u).filter(Boolean);
  if (parts.length < 2) return [form(word)];
  const joined = parts.join('');
  // Initials are one word only: their letters alone would match anything.
  if (parts.every((p) => p.length === 1)) return [form(joined)];
  const found = parts.map((part) => form(part));
  if (parts.length === 2 || parts.some((p) => p.length === 1)) found.push(form(joined, true));
  return found;
}

function form(word: string, whole = false): Form {
  return { word, term: stem(baseForm(word.replace(BRITISH, '$1iz$2'))), whole };
}

/** "criticise", "organisation": also spelled with z. */
const BRITISH =
  /^(\p{L}{2,}(?:[aeiou]r|[aeiouy]l|[aeio]n|gn|og|as|at|ic|im|ym|iv))is(e|ed|es|ing|er|ers|ation|ations)$/u;
