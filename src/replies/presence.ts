import type { Speaker } from '../corpus/speakers.js';
import { tally } from '../corpus/tally.js';
import { counted, times } from '../text/list.js';

/** How often the stories quote, report and name somebody, as a sentence of plain text. */
export function presence(speaker: Speaker): string {
  const { quoted, reported } = tally(speaker);
  const { mentions, articles, wrote } = speaker;
  const where = articles.length === 1 ? 'in one story' : `in ${articles.length} stories`;
  const parts = [
    ...(quoted > 0 ? [`quoted ${times(quoted)}`] : []),
    ...(reported > 0 ? [`reported ${times(reported)}`] : []),
    ...(wrote > 0 ? [`in their own words in ${counted(wrote, 'paragraph', 'paragraphs')}`] : []),
    ...(quoted + reported + wrote === 0 ? ['mentioned, but never quoted or reported'] : []),
    ...(mentions > 0 ? [`named ${times(mentions)}`] : []),
  ];
  const sentence = `${parts.join(', ')} ${where}.`;
  return sentence[0]?.toUpperCase() + sentence.slice(1);
}
