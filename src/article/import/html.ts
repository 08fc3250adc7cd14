// In one file: a thread that reads a page begins sooner than with the many files of the package.
import { parseHTML } from 'linkedom/worker';
import { ArticleError } from '../../errors.js';

/** What is used of a node of a page. */
export interface Node {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
}

/** What is used of an element of a page. */
interface Element extends Node {
  getAttribute(name: string): string | null;
}

/** What is used of a page. */
export interface Document {
  readonly documentElement: Element | null;
  readonly body: Element;
  readonly title: string;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

/** The largest page, in characters, and the deepest. Finding the story in a deeper one takes seconds. */
const LARGEST = 5 * 1024 * 1024;
const DEEPEST = 300;

/** The most tags and entities: no story's page has a tenth of them, and parsing them takes seconds. */
const MOST_MARKS = 200_000;

/** Reads the HTML of a page. @throws ArticleError where it is too large, has too many tags, or is nested too deep */
export function parsePage(name: string, html: string): Document {
  if (html.length > LARGEST)
    throw new ArticleError(
      name,
      `is a page of more than ${LARGEST / 1024 / 1024} MB: paste its text instead`,
    );
  // Counted before it is parsed: a page made of nothing else is refused at once.
  if (count(html, '<') + count(html, '&') > MOST_MARKS)
    throw new ArticleError(name, 'is a page with too many tags to read: paste its text instead');
  const { document }: { document: Document } = parseHTML(html);
  if (document.documentElement && isDeep(document.documentElement))
    throw new ArticleError(name, 'is a page that is nested too deep to read: paste its text instead');
  return document;
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found++;
  return found;
}

function isDeep(root: Node): boolean {
  let level: Node[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node) => [...node.childNodes]);
  }
  return false;
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** What isn't part of a story's text. */
const LEFT_OUT = new Set(
  'audio button canvas embed figcaption form head iframe input link math meta noscript object picture script select style svg template textarea title video'.split(
    ' ',
  ),
);
const TEXT_NODE = 3;

/** The paragraphs, headings and items of a part of a page, in order; two line breaks part as well. */
export function textBlocks(root: Node): string[] {
  const found: string[] = [];
  let parts: string[] = [];
  const close = () => {
    const pieces = parts.join('').split(/\n\s*\n/u);
    found.push(...pieces.map((piece) => piece.replace(/\s+/gu, ' ').trim()).filter(Boolean));
    parts = [];
  };
  const walk = (node: Node): void => {
    const name = node.localName ?? '';
    if (node.nodeType === TEXT_NODE) parts.push((node.textContent ?? '').replace(/\s+/gu, ' '));
    else if (name === 'br') parts.push('\n');
    else if (!LEFT_OUT.has(name)) {
      const parted = BLOCKS.has(name);
      if (parted) close();
      for (const child of node.childNodes) walk(child);
      if (parted) close();
      else if (name === 'td' || name === 'th') parts.push(' ');
    }
  };
  walk(root);
  close();
  return found;
}
