import type { Draft } from '../draft.js';
import { decode, declaredEncoding } from './decode.js';
import { readMarkdown } from './markdown.js';
import { readPageText } from './page.js';
import { readPlain } from './plain.js';
import type { ImportedFile } from './types.js';

/** Reads a file as what its ending or its content says that it is. @throws ArticleError */
export function readFile({ bytes, name, contentType }: ImportedFile): Draft {
  const text = decode(name, bytes, declaredEncoding(contentType, bytes));
  if (/\.(?:md|markdown)$/iu.test(name) || /markdown/iu.test(contentType ?? ''))
    return readMarkdown(name, text);
  return isHtml(text, name) ? readPageText(name, text, null) : readPlain(name, text);
}

function isHtml(text: string, name: string): boolean {
  return /\.x?html?$/iu.test(name) || /^\s*(?:<!doctype html|<html[\s>])/iu.test(text.slice(0, 1000));
}
