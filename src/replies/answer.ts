import { ButtonStyle, type APIButtonComponent } from 'discord-api-types/v10';
import type { Speaker } from '../corpus/speakers.js';
import type { Answer, Hit } from '../search/answer.js';
import { sentences } from '../text/sentences.js';
import { slice } from '../text/span.js';
import { alsoInText, attribution, place } from './citation.js';
import type { HitRef } from './component-ids.js';
import { inline, plainWithin } from './escape.js';
import { button, COLOUR, lengthOf, linkButton, LONGEST_MESSAGE, message, type Reply } from './message.js';
import { quotation } from './quotation.js';
import { textFragment } from './text-fragment.js';
import { whyNot } from './why-not.js';

/** How many near misses are shown under a "no". */
const NEAR_MISSES = 3;
export const NEAREST = {
  one: 'The nearest passage, which is not an answer:',
  several: 'The nearest passages, which are not an answer:',
} as const;

/** Who asked, and what the first line of the message says of it: markdown, already escaped. */
export interface Asked {
  readonly owner: string;
  readonly line: string;
}

/** An answer whose hits can be leafed through. */
export interface Paged {
  readonly asked: Asked;
  readonly hits: readonly HitRef[];
  readonly page: number;
  readonly private: boolean;
  /** A private answer that its asker has shared already. */
  readonly shared?: boolean;
}

/** Characters of the question and of the notes on how it was taken. */
const LONGEST_QUESTION = 340;
const LONGEST_NOTES = 200;

/** The lines over an answer: who asked what, and how that was taken. They stay with the message whatever is clicked. */
export function askedLine(name: string, question: string, notes: readonly string[] = []): string {
  const taken = notes.length > 0 ? `\n-# ${inline(notes.join(' '), LONGEST_NOTES)}` : '';
  return `-# ${inline(name, 60)} asked: ${inline(question, LONGEST_QUESTION - taken.length)}${taken}`;
}

/** One passage that answers, with its citation and its buttons. */
export function answerReply(hit: Hit, view: Paged): Reply {
  const { asked, hits, page } = view;
  const turn = (to: number) => ({ action: 'page', owner: asked.owner, page: to, hits }) as const;
  const leaf: APIButtonComponent[] = [];
  if (page > 0) leaf.push(button('◀ Back', turn(page - 1)));
  if (page + 1 < hits.length)
    leaf.push(button(`More passages (${page + 1} of ${hits.length})`, turn(page + 1), ButtonStyle.Primary));
  const wrong = button('Wrong speaker?', { action: 'wrong', hit: hitRef(hit) });
  const details = [
    button('In context', { action: 'context', passage: hit.passage.key }),
    ...hit.speakers
      .slice(0, 2)
      .map((s) => button(whoLabel(s), { action: 'who', owner: null, speaker: s.key, page: 0 })),
  ];
  const keep = view.private
    ? button('Share', { action: 'share', owner: asked.owner, page, hits }, ButtonStyle.Primary)
    : button('Delete', { action: 'delete', owner: asked.owner }, ButtonStyle.Danger);
  return message(
    [
      asked.line,
      quotation(hit.passage, hit.sentence),
      `${attribution(hit)}\n${place(hit.passage)}${alsoInText(hit.alsoIn)}`,
      leaf.length > 0 ? [...leaf, wrong] : [],
      [...details, ...articleLink(hit), ...(view.shared ? [] : [keep]), ...(leaf.length > 0 ? [] : [wrong])],
    ],
    {
      private: view.private,
      colour: hit.kind === 'narration' ? COLOUR.narration : COLOUR.said,
    },
  );
}

/** The story doesn't answer: says why, and shows the nearest passages as what they are, while there is room. */
export function noAnswerReply(answer: Answer, asked: Asked): Reply {
  const opening = [asked.line, `**${inline(whyNot(answer), 500)}**`];
  const near: string[] = [];
  let room = LONGEST_MESSAGE - lengthOf(opening) - NEAREST.several.length;
  for (const hit of answer.hits.slice(0, NEAR_MISSES)) {
    const text = nearMiss(hit);
    if (text.length > room) break;
    near.push(text);
    room -= text.length;
  }
  const buttons = near.map((_, at) =>
    button(near.length === 1 ? 'In context' : `In context: ${at + 1}`, {
      action: 'context',
      passage: answer.hits[at]?.passage.key ?? '',
    }),
  );
  const lead = near.length === 0 ? '' : near.length === 1 ? NEAREST.one : NEAREST.several;
  return message([...opening, lead, ...near, buttons], { private: true, colour: COLOUR.nothing });
}

function nearMiss(hit: Hit): string {
  return `> ${inline(slice(hit.passage.article.text, hit.sentence), 420)}\n${attribution(hit)}\n${place(hit.passage)}`;
}

/** What the button says that shows a speaker. */
export function whoLabel({ kind, name }: Speaker): string {
  return kind === 'person' ? `Who is ${plainWithin(name, 60)}?` : `About ${plainWithin(name, 60)}`;
}

/** The article's address, at the answering sentence where Discord takes so long an address. */
function articleLink({ passage, sentence }: Hit): APIButtonComponent[] {
  const { url, text } = passage.article;
  return url ? linkButton('Article', textFragment(url, slice(text, sentence)), url) : [];
}

/** Which hit a hit is, for a component id. */
export function hitRef({ passage, sentence }: Hit): HitRef {
  const at = sentences(passage.article.text, passage.start, passage.end).findIndex(
    (s) => s.start === sentence.start && s.end === sentence.end,
  );
  return { passage: passage.key, sentence: at < 0 ? null : at };
}
