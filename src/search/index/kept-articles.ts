import { hash } from 'node:crypto';
import type { Article } from '../../article/article.js';
import { type Passage, passagesAt, placeOf } from '../../article/passages.js';
import type { Reading } from '../../attribution/statement.js';
import { once } from '../../once.js';

/** Articles as they are kept, their texts left out. */
export interface PackedArticles {
  /** For each article its file, id, hash and title, and then outlet, author, day and address: empty where there is none. */
  readonly texts: readonly string[];
  /** For each article where its body starts and ends, how many passages there are, and of each its place. */
  readonly numbers: Uint32Array;
}

/** An article that was kept: its text is decoded when it is first asked for. */
export interface KeptArticle {
  readonly article: Article;
  readonly passages: Passage[];
}

/** How many texts are kept of an article, and how many numbers of a passage. */
const TEXTS = 8;
const NUMBERS = 7;

/** Packs the articles of readings. */
export function packArticles(readings: readonly Reading[]): PackedArticles {
  const texts: string[] = [];
  const numbers: number[] = [];
  for (const { article, passages } of readings) {
    const { file, id, hash: own, title, outlet, author, published, url, body } = article;
    texts.push(file, id, own, title, outlet ?? '', author ?? '', published ?? '', url ?? '');
    const places = passages.map(placeOf).filter((place) => place !== null);
    numbers.push(body.start, body.end, places.length);
    for (const { start, end, paragraph, part, heading, copy } of places)
      numbers.push(start, end, paragraph, part, heading?.start ?? 0, heading?.end ?? 0, copy);
  }
  return { texts, numbers: Uint32Array.from(numbers) };
}

/** Articles that were kept, by their files. */
export class KeptArticles {
  readonly #texts: readonly string[];
  readonly #numbers: Uint32Array;
  /** For each file, where its texts and its numbers start. */
  readonly #starts = new Map<string, readonly [text: number, number: number]>();

  constructor({ texts, numbers }: PackedArticles) {
    this.#texts = texts;
    this.#numbers = numbers;
    let number = 0;
    for (let text = 0; text < texts.length; text += TEXTS) {
      this.#starts.set(texts[text]!, [text, number]);
      number += 3 + NUMBERS * numbers[number + 2]!;
    }
  }

  /** The article that a file with these bytes was read as; null where it was another, or none. */
  of(file: string, bytes: Uint8Array): KeptArticle | null {
    const [text, number] = this.#starts.get(file) ?? [];
    if (text === undefined || number === undefined || this.#texts[text + 2] !== hash('sha256', bytes))
      return null;
    const [, id, own, title, ...others] = this.#texts.slice(text, text + TEXTS);
    const [outlet = null, author = null, published = null, url = null] = others.map((other) => other || null);
    const [start, end, count] = this.#numbers.subarray(number, number + 3);
    const content = once(() => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString());
    const article: Article = {
      id: id!,
      file,
      title: title!,
      outlet,
      author,
      published,
      url,
      get text() {
        return content();
      },
      body: { start: start!, end: end! },
      hash: own!,
    };
    const places = Array.from({ length: count! }, (_, at) => this.#placeAt(number + 3 + NUMBERS * at));
    return { article, passages: passagesAt(article, places) };
  }

  #placeAt(at: number) {
    const numbers = this.#numbers;
    const to = numbers[at + 5]!;
    return {
      start: numbers[at]!,
      end: numbers[at + 1]!,
      paragraph: numbers[at + 2]!,
      part: numbers[at + 3]!,
      heading: to ? { start: numbers[at + 4]!, end: to } : null,
      copy: numbers[at + 6]!,
    };
  }
}
