import type { Passage } from '../article/passages.js';
import type { Corpus } from '../corpus/corpus.js';
import { place as placeLine } from './citation.js';
import { escapeWithin } from './escape.js';
import { COLOUR, LONGEST_MESSAGE, message, type Reply } from './message.js';
import { quotation } from './quotation.js';

/** What is left beside the longest quotation, its heading and its place. */
const ROOM_FOR_NEIGHBOURS = LONGEST_MESSAGE - 3000;
/** Less than this of a neighbour is not worth showing. */
const LEAST = 120;
/** How many passages at most before it, and after it. */
const NEIGHBOURS = 2;

/** A passage with those around it and their headings, the nearest first while there is room. The passage itself is the quotation. */
export function contextReply(corpus: Corpus, passage: Passage): Reply {
  const story = corpus.passages.filter((p) => p.article === passage.article);
  const at = story.indexOf(passage);
  const texts = new Map([[at, quotation(passage)]]);
  let room = ROOM_FOR_NEIGHBOURS;
  const nearest = Array.from({ length: NEIGHBOURS }, (_, step) => [at - step - 1, at + step + 1]).flat();
  for (const place of nearest) {
    const neighbour = story[place];
    const isBesideShown = texts.has(place - 1) || texts.has(place + 1);
    if (!neighbour || !isBesideShown || room < LEAST) continue;
    const text = escapeWithin(neighbour.text.replace(/\s+/gu, ' '), room);
    room -= text.length;
    texts.set(place, text);
  }
  const blocks = [...texts]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([place, text]) => {
      const heading = story[place]?.heading ?? null;
      const isNew = heading !== null && heading !== story[place - 1]?.heading;
      return isNew ? [`**${escapeWithin(heading, 160)}**`, text] : [text];
    });
  return message([...blocks, placeLine(passage)], { private: true, colour: COLOUR.narration });
}
