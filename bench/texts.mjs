import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, inventedWord, randomFrom } from './random.mjs';

/** How a vocabulary grows with its text (Heaps' law): with the text's length to this power. */
const HEAPS = 0.55;
/** The most frequent words are grammar and stay; the others may be altered in a copy. */
const STAYING = 400;

/** Stories as `{ file, text }`: those of a folder, or invented ones. */
export function storiesOf(folder) {
  if (folder === undefined) return inventedStories(120);
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

/**
 * Stories with about as many paragraphs as wanted. Where there are too few, they are repeated with altered names and
 * words: copy k replaces so large a share of the rarer words by words of its own that the vocabulary grows with the
 * text to the power of `HEAPS`, as that of real news does. The same word is replaced alike throughout a copy.
 */
export function grown(stories, paragraphs) {
  const counts = new Map();
  for (const { text } of stories)
    for (const [word] of text.matchAll(/\p{L}{3,}/gu))
      counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  const staying = new Set(
    [...counts]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, STAYING)
      .map(([word]) => word),
  );
  const found = [];
  let size = 0;
  for (let copy = 0; ; copy++) {
    const share = (copy + 1) ** HEAPS - copy ** HEAPS;
    for (const { file, text } of stories) {
      if (size >= paragraphs) return found;
      found.push(
        copy === 0
          ? { file, text }
          : { file: `copy${copy}-${file}`, text: altered(text, copy, share, staying) },
      );
      size += paragraphsOf(text).length;
    }
  }
}

function altered(text, copy, share, staying) {
  return text.replace(/\p{L}{3,}/gu, (word) => {
    const plain = word.toLowerCase();
    const number = hashOf(`${copy} ${plain}`);
    if (staying.has(plain) || number / 4294967296 >= share) return word;
    const other = inventedWord(number);
    return word === plain ? other : capital(other);
  });
}

/** A story's paragraphs, the headline left out: what other libraries are given as documents. */
export function paragraphsOf(text) {
  return text
    .split(/\n\s*\n|\n/u)
    .map((p) => p.trim())
    .filter(Boolean)
    .slice(1);
}

/** The questions of a file (a JSON object with `question`, or plain text, a line), or some made from the stories. */
export function questionsOf(file, stories) {
  if (file !== undefined)
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (line.startsWith('{') ? JSON.parse(line).question : line));
  const random = randomFrom(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: 200 }, () => {
    const words = [...pick(paragraphsOf(pick(stories).text)).matchAll(/\p{L}{4,}/gu)].map(([word]) => word);
    const about = [pick(words), pick(words), pick(words)].join(' ').toLowerCase();
    const name = words.find((word) => /^\p{Lu}/u.test(word)) ?? pick(words);
    return pick([
      `What did ${name} say about ${about}?`,
      `who said ${about}`,
      `Why ${about}?`,
      `How many ${about}`,
      about,
    ]);
  });
}

const GRAMMAR =
  'the of to and in a that is for on with was as it by at from has are this will have be not but they his'.split(
    ' ',
  );
const ROLES = 'engineer mayor analyst professor spokesman teacher lawyer minister'.split(' ');

/** So many stories: those of a folder (or invented ones), grown until there are enough. */
export function storiesUpTo(count, folder) {
  const source = storiesOf(folder);
  let stories = source;
  for (let paragraphs = 20 * count; stories.length < count; paragraphs *= 2)
    stories = grown(source, paragraphs);
  return stories.slice(0, count);
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

/** News that nobody has written: words by Zipf's law between words of grammar, and people who say something. */
function inventedStories(count) {
  const random = randomFrom(3);
  const word = () =>
    random() < 0.4
      ? GRAMMAR[Math.floor(random() * GRAMMAR.length)]
      : inventedWord(Math.floor(9000 ** random()));
  const clause = (length) => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, story) => {
    const people = Array.from(
      { length: 4 },
      () =>
        `${capital(inventedWord(Math.floor(random() * 300)))} ${capital(inventedWord(1e6 + Math.floor(random() * 2000)))}`,
    );
    const paragraphs = Array.from({ length: 20 }, () => {
      const who = people[Math.floor(random() * people.length)];
      const role = ROLES[Math.floor(random() * ROLES.length)];
      const plain = `${capital(clause(14))}. ${capital(clause(10))}.`;
      return random() < 0.4
        ? plain
        : `“${capital(clause(12))},” said ${who}, the ${role}. “${capital(clause(9))}.” ${plain}`;
    });
    return { file: `story-${story}.txt`, text: [capital(clause(7)), ...paragraphs].join('\n\n') };
  });
}
