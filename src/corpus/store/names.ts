import { createHash, randomBytes } from 'node:crypto';
import { RequestError } from '../../errors.js';
import { OPERATOR } from './change.js';

const SERVER = /^\d{17,20}$/u;
const ID = /^[\w-]{8}$/u;
/** Bytes of one part of a path: file systems take 255. */
const LONGEST_PART = 200;
const LONGEST_KEY = 400;

export function isScope(text: string): boolean {
  return text === OPERATOR || SERVER.test(text);
}

/** Eight URL-safe characters, that nobody guesses. */
export function newId(): string {
  return randomBytes(6).toString('base64url');
}

export function isId(text: string): boolean {
  return ID.test(text);
}

/** Whether a path below a folder of articles is one that may be written: a text file, not hidden, nowhere else. */
export function isArticleKey(key: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (key.length > LONGEST_KEY || /[\\\u0000-\u001F\u007F]/u.test(key) || !/\.txt$/iu.test(key)) return false;
  return key
    .split('/')
    .every((part) => part !== '' && !part.startsWith('.') && Buffer.byteLength(part) <= LONGEST_PART);
}

/** @throws RequestError */
export function checkArticleKey(key: string): void {
  if (!isArticleKey(key))
    throw new RequestError('A story can’t be kept under that name: give it another.', { detail: key });
}

/** What names a whole text: SHA-256 in hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A file name for something with any name: the name itself where that is a good one. */
export function fileNameOf(name: string): string {
  return /^[\w-]{1,80}$/u.test(name) ? `${name}.json` : `~${digestOf(name).slice(0, 16)}.json`;
}
