import type { Passage } from '../article/passages.js';
import type { Corpus } from '../corpus/corpus.js';
import { place as placeLine } from './citation.js';
import { escapeWithin, inline } from './escape.js';
import { COLOUR, lengthOf, LONGEST_MESSAGE, message, type Reply } from './message.js';
import { quotation } from './quotation.js';

/** Less than this of a neighbour is not worth showing. */
const LEAST = 120;
/** How many passages at most before it, and after it. */
const NEIGHBOURS = 2;
const LONGEST_HEADING = 160;

/** A passage with those around it and their headings, the nearest first while there is room. The passage itself is the quotation. */
export function contextReply(corpus: Corpus, passage: Passage): Reply {
  const story = corpus.passages.filter((p) => p.article === passage.article);
  const at = story.indexOf(passage);
  const end = placeLine(passage);
  const shown = new Map([[at, [...headingOver(story, at), quotation(passage)]]]);
  let room = LONGEST_MESSAGE - lengthOf([...(shown.get(at) ?? []), end]);
  const nearest = Array.from({ length: NEIGHBOURS }, (_, step) => [at - step - 1, at + step + 1]).flat();
  for (const near of nearest) {
    const neighbour = story[near];
    const heading = headingOver(story, near);
    const left = room - lengthOf(heading);
    const isBesideShown = shown.has(near - 1) || shown.has(near + 1);
    if (!neighbour || !isBesideShown || left < LEAST) continue;
    const blocks = [...heading, escapeWithin(neighbour.text.replace(/\s+/gu, ' '), left)];
    shown.set(near, blocks);
    room -= lengthOf(blocks);
  }
  const blocks = [...shown].toSorted(([a], [b]) => a - b).flatMap(([, text]) => text);
  return message([...blocks, end], { private: true, colour: COLOUR.narration });
}

/** The heading that begins with a passage, if one does. */
function headingOver(story: readonly Passage[], at: number): string[] {
  const heading = story[at]?.heading ?? null;
  return heading !== null && heading !== story[at - 1]?.heading
    ? [`**${inline(heading, LONGEST_HEADING)}**`]
    : [];
}
