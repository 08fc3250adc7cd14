import type { Passage } from '../article/passages.js';
import type { Corpus } from '../corpus/corpus.js';
import { place } from './citation.js';
import { escapeWithin } from './escape.js';
import { COLOUR, LONGEST_MESSAGE, message, type Reply } from './message.js';
import { quotation } from './quotation.js';

/** Room for everything but the neighbours. */
const ROOM_FOR_NEIGHBOURS = LONGEST_MESSAGE - 3000;
/** How many passages at most before it, and after it. */
const NEIGHBOURS = 2;

/** A passage with the paragraphs around it, as many as there is room for. The passage itself is the quotation. */
export function contextReply(corpus: Corpus, passage: Passage): Reply {
  const story = corpus.passages.filter((p) => p.article === passage.article);
  const at = story.indexOf(passage);
  let room = ROOM_FOR_NEIGHBOURS;
  const take = (p: Passage | undefined): string | null => {
    if (!p || room < 120) return null;
    const text = escapeWithin(p.text.replace(/\s+/gu, ' '), room - 20);
    room -= text.length + 20;
    return text;
  };
  const before: string[] = [];
  const after: string[] = [];
  for (let step = 1; step <= NEIGHBOURS; step++) {
    const earlier = take(story[at - step]);
    if (earlier) before.unshift(earlier);
    const later = take(story[at + step]);
    if (later) after.push(later);
  }
  const heading = passage.heading ? `**${escapeWithin(passage.heading, 150)}**` : '';
  return message([heading, ...before, quotation(passage), ...after, place(passage)], {
    private: true,
    colour: COLOUR.narration,
  });
}
