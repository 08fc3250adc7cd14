import { analyse } from 'chardet';
import { ArticleError } from '../../errors.js';
import { refuseOtherFormats } from './magic.js';
import { decodeSingleByte } from './windows.js';

/** The most bytes that are taken in, as the fetcher does for attachments. */
const LARGEST = 8 * 1024 * 1024;
/** How much of a text tells its encoding, in bytes. */
const SAMPLE = 64 * 1024;

/**
 * The text of a file or a page: UTF-8, UTF-16 or an older encoding, which is told by its mark, by what is declared, or else by
 * its bytes.
 * @param declared the encoding that somebody named, or null
 * @throws ArticleError where it is empty, too large, or no text
 */
export function decode(name: string, bytes: Uint8Array, declared: string | null = null): string {
  if (bytes.byteLength > LARGEST)
    throw new ArticleError(name, `is larger than ${LARGEST / 1024 / 1024} MB: split it`);
  refuseOtherFormats(name, bytes);
  const text =
    byMark(bytes) ?? utf16(bytes) ?? attempt('utf-8', bytes) ?? byName(declared, bytes) ?? byLooks(bytes);
  if (text === null || looksBinary(text))
    throw new ArticleError(name, 'is not text: give a page, or a file of text (.txt, .md, .html)');
  if (!text.trim()) throw new ArticleError(name, 'is empty: there is no text in it');
  return text;
}

/** The encoding that a content type, an XML declaration or a page's head names; null where there is none. */
export function declaredEncoding(contentType: string | null, bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const found =
    /charset\s*=\s*["']?([\w-]+)/iu.exec(contentType ?? '') ??
    /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]+)/iu.exec(head) ??
    /<meta[^>]{0,500}charset\s*=\s*["']?([\w-]+)/iu.exec(head);
  return found?.[1]?.toLowerCase() ?? null;
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return attempt('utf-8', bytes);
  if (a === 0xff && b === 0xfe) return attempt('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return attempt('utf-16be', bytes);
  return null;
}

/** UTF-16 without a mark: text in it has NUL bytes (of spaces and line ends), which no other encoding has. */
function utf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  if (bytes.byteLength % 2 || !sample.includes(0)) return null;
  const [best] = ['utf-16le', 'utf-16be']
    .map((encoding) => ({ encoding, share: plausible(new TextDecoder(encoding).decode(sample)) }))
    .toSorted((a, b) => b.share - a.share);
  return best && best.share > 0.95 ? attempt(best.encoding, bytes) : null;
}

/** The share of characters that a text in one script is made of: letters of the two commonest blocks, spaces, marks. */
function plausible(text: string): number {
  const blocks = new Map<number, number>();
  let plain = 0;
  let all = 0;
  for (const char of text) {
    all++;
    const code = char.codePointAt(0) ?? 0;
    if (/[\s!-@[-`{-~‐-⁞،-؟]/u.test(char)) plain++;
    else if (/[\p{L}\p{M}\p{N}\p{P}]/u.test(char)) {
      const block = isHan(code) ? 0x4e : code >> 8;
      blocks.set(block, (blocks.get(block) ?? 0) + 1);
    }
  }
  const [first = 0, second = 0] = [...blocks.values()].toSorted((a, b) => b - a);
  return plain === 0 ? 0 : (plain + first + second) / all;
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code < 0xa000;
}

function byName(encoding: string | null, bytes: Uint8Array): string | null {
  if (encoding === null || /^utf-?(?:8|16)/u.test(encoding)) return null;
  return attempt(encoding, bytes);
}

/** What chardet takes it for, in the order of its trust; windows-1252 where it trusts in nothing. */
function byLooks(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (isArabic(sample)) return decodeSingleByte('windows-1256', bytes);
  for (const { name, confidence } of analyse(sample)) {
    const text = confidence >= 30 && !/^utf/iu.test(name) ? attempt(name.toLowerCase(), bytes) : null;
    if (text !== null) return text;
  }
  return decodeSingleByte('windows-1252', bytes);
}

/**
 * True where the bytes make words of Arabic letters in windows-1256, with the letters that every Arabic text is full of (alef,
 * lam, ya): chardet takes short ones for Greek or Hebrew.
 */
function isArabic(sample: Uint8Array): boolean {
  const text = decodeSingleByte('windows-1256', sample);
  const letters = text.match(/[^\s\p{ASCII}]/gu)?.length ?? 0;
  const arabic = text.match(/[\u0621-\u0652]/gu)?.length ?? 0;
  const common = text.match(/[اليمنو]/gu)?.length ?? 0;
  const article = text.match(/(?:^|[\s«“("])(?:و|ب|ل|ف)?ال[\u0621-\u064a]{2}/gu)?.length ?? 0;
  const words = text.match(/[\u0621-\u064a]{2,}/gu)?.length ?? 0;
  return letters > 0 && arabic / letters > 0.9 && common / arabic > 0.35 && article / words > 0.08;
}

/** The text in an encoding; null where it isn't in that, or nobody knows it. */
function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return /^windows-125\d$/u.test(decoder.encoding)
      ? decodeSingleByte(decoder.encoding, bytes)
      : decoder.decode(bytes);
  } catch (error) {
    // An encoding that doesn't exist (RangeError) or bytes that aren't in it (TypeError): the next one is tried.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** More than a stray control character: no text has them. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  const controls = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/gu)?.length ?? 0;
  return controls > 2 && controls / text.length > 0.001;
}
