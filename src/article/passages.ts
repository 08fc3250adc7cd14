import { hash } from 'node:crypto';
import { sentences } from '../text/sentences.js';
import { slice, trimSpan, type Span } from '../text/span.js';
import type { Article } from './article.js';
import { blocks } from './blocks.js';

/** The longest passage, in UTF-16 units. */
export const LONGEST_PASSAGE = 1200;

/** The key of every headline: nobody looks one up. */
const HEADLINE_KEY = 'headline';

/** One paragraph of an article, or a part of a long one: the unit that is searched, shown and cited. */
export interface Passage extends Span {
  /** `<article id>#<paragraph>`, with `.2`, `.3` … for the further parts of a long paragraph; see `partOf`. */
  readonly id: string;
  /** Eight URL-safe characters made from the article's id and the passage's words: the same after a refresh, gone when the words change. */
  readonly key: string;
  readonly article: Article;
  /** The paragraph's number in the article, from 1; headings don't count. */
  readonly paragraph: number;
  /** The heading that it stands under. */
  readonly heading: string | null;
  /** `article.text.slice(start, end)`. */
  readonly text: string;
  /** The passage of the article that this is a part of, where it is one; see `partOf`. */
  readonly whole?: Passage;
}

/** Where a passage was cut out of its article. */
export interface Place extends Span {
  readonly paragraph: number;
  /** Which part of the paragraph it is, from 0. */
  readonly part: number;
  readonly heading: Span | null;
  /** How many passages of the article with the same words stand before it. */
  readonly copy: number;
}

/** A passage that was cut out of an article. Few are ever shown: their words and names are made when they are asked for. */
class Cut implements Passage {
  readonly start: number;
  readonly end: number;
  readonly article: Article;
  readonly paragraph: number;
  readonly #part: number;
  readonly #heading: Span | null;
  readonly #copy: number;
  #key: string | null = null;
  #text: string | null = null;

  constructor(article: Article, { start, end, paragraph, part, heading, copy }: Place) {
    this.start = start;
    this.end = end;
    this.article = article;
    this.paragraph = paragraph;
    this.#part = part;
    this.#heading = heading;
    this.#copy = copy;
  }

  get id(): string {
    return `${this.article.id}#${this.paragraph}${this.#part ? `.${this.#part + 1}` : ''}`;
  }

  get heading(): string | null {
    return this.#heading && slice(this.article.text, this.#heading);
  }

  get text(): string {
    return (this.#text ??= slice(this.article.text, this));
  }

  get key(): string {
    return (this.#key ??= passageKey(this.article.id, this.text, this.#copy));
  }

  get place(): Place {
    const { start, end, paragraph } = this;
    return { start, end, paragraph, part: this.#part, heading: this.#heading, copy: this.#copy };
  }
}

/** Where a passage was cut; null for one that `passages` and `passagesAt` have not made. */
export function placeOf(passage: Passage): Place | null {
  return passage instanceof Cut ? passage.place : null;
}

/** Cuts an article's body into passages, in order. */
export function passages(article: Article): Passage[] {
  return passagesAt(article, placesOf(article));
}

/** The passages of an article whose places are known. */
export function passagesAt(article: Article, places: readonly Place[]): Passage[] {
  return places.map((place) => new Cut(article, place));
}

/** Where an article's passages are, in order. */
function placesOf(article: Article): Place[] {
  const found: Place[] = [];
  const seen = new Map<string, number>();
  let heading: Span | null = null;
  let paragraph = 0;
  for (const block of blocks(article.text, article.body)) {
    if (block.heading) {
      heading = block;
      continue;
    }
    paragraph++;
    for (const [part, { start, end }] of cut(article.text, block).entries()) {
      const text = article.text.slice(start, end);
      const copy = seen.get(text) ?? 0;
      seen.set(text, copy + 1);
      found.push({ start, end, paragraph, part, heading, copy });
    }
  }
  return found;
}

/** A part of a passage as a passage of its own: the same whenever it is made, and found by a key of its own. */
export function partOf(passage: Passage, { start, end }: Span): Passage {
  const { article, id, key, heading } = passage;
  const text = article.text.slice(start, end);
  const from = start - passage.start;
  return {
    ...passage,
    start,
    end,
    id: `${id}:${from}`,
    heading,
    key: passageKey(article.id, `${key} ${text}`, from),
    text,
    whole: passage.whole ?? passage,
  };
}

/** The headline as a passage, the article's paragraph 0; null where the title doesn't stand before the body (but in front matter). */
export function headlineOf(article: Article): Passage | null {
  const { id, title, text, body } = article;
  const end = text.slice(0, body.start).trimEnd().length;
  const start = end - title.length;
  if (start < 0 || text.slice(start, end) !== title) return null;
  return { start, end, id: `${id}#0`, key: HEADLINE_KEY, article, paragraph: 0, heading: null, text: title };
}

function passageKey(article: string, text: string, copy: number): string {
  return hash('sha256', JSON.stringify([article, text, copy]), 'base64url').slice(0, 8);
}

/** Parts of at most LONGEST_PASSAGE units: whole sentences where they fit, else cut at a space, else hard. */
function cut(text: string, block: Span): Span[] {
  if (block.end - block.start <= LONGEST_PASSAGE) return [{ start: block.start, end: block.end }];
  const pieces = sentences(text, block.start, block.end).flatMap((s) => cutHard(text, s));
  const parts: Span[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last && piece.end - last.start <= LONGEST_PASSAGE)
      parts[parts.length - 1] = { start: last.start, end: piece.end };
    else parts.push(piece);
  }
  return parts;
}

function cutHard(text: string, sentence: Span): Span[] {
  const parts: Span[] = [];
  let { start } = sentence;
  while (sentence.end - start > LONGEST_PASSAGE) {
    const limit = start + LONGEST_PASSAGE;
    // Looked for in the part alone: before it there may be no space for megabytes.
    const space = text.slice(start, limit + 1).lastIndexOf(' ');
    let end = space > LONGEST_PASSAGE / 2 ? start + space : limit;
    // Never between the two halves of a surrogate pair.
    if (/[\uD800-\uDBFF]/u.test(text[end - 1] ?? '')) end--;
    parts.push(trimSpan(text, { start, end }));
    start = end;
  }
  parts.push(trimSpan(text, { start, end: sentence.end }));
  return parts.filter((p) => p.end > p.start);
}
