import type { Draft } from '../draft.js';
import { decode, declaredEncoding } from './decode.js';
import { readMarkdown } from './markdown.js';
import { readPlain } from './plain.js';
import type { ImportedFile } from './types.js';

/** Reads a file as what its ending or its content says that it is. @throws ArticleError */
export async function readFile({ bytes, name, contentType }: ImportedFile): Promise<Draft> {
  const text = decode(name, bytes, declaredEncoding(contentType, bytes));
  if (/\.(?:md|markdown)$/iu.test(name) || /markdown/iu.test(contentType ?? ''))
    return readMarkdown(name, text);
  if (!isHtml(text, name)) return readPlain(name, text);
  const { readPageText } = await import('./page.js');
  return readPageText(name, text, null);
}

/** Whether a file's name says that it is a page. */
export function looksLikeHtml({ name }: Pick<ImportedFile, 'name'>): boolean {
  return /\.x?html?$/iu.test(name);
}

function isHtml(text: string, name: string): boolean {
  return looksLikeHtml({ name }) || /^\s*(?:<!doctype html|<html[\s>])/iu.test(text.slice(0, 1000));
}
