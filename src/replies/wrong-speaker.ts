import { ButtonStyle } from 'discord-api-types/v10';
import type { Passage } from '../article/passages.js';
import type { Speaker } from '../corpus/speakers.js';
import { slice } from '../text/span.js';
import type { Hit } from '../search/answer.js';
import { attribution, place } from './citation.js';
import type { CorrectingStep, HitRef } from './component-ids.js';
import { escapeWithin, inline } from './escape.js';
import { button, COLOUR, message, notice, type ModalReply, type Reply } from './message.js';
import { modal, textField } from './modal.js';
import { MOST_OPTIONS, select } from './select.js';

const LONGEST = { content: 900, reason: 300, name: 100 } as const;

/** One of the statements of an answer's sentence, as moderators set it right. */
export interface Correctable {
  readonly ref: HitRef;
  /** Which statement of how many, from 0. */
  readonly at: number;
  readonly of: number;
  readonly passage: Passage;
  /** What was said, in the article's words. */
  readonly content: string;
  /** Who said it by the reading; null where it tells of nobody. */
  readonly speaker: Speaker | null;
  readonly isCorrected: boolean;
  /** Whom the article names. */
  readonly speakers: readonly Speaker[];
}

/** What a moderator can set right of a statement. @param done what has just been set right, or null */
export function correctingReply(statement: Correctable, done: string | null = null): Reply {
  const { ref, at, of, passage, speaker, speakers } = statement;
  const id = (how: CorrectingStep, to = at) => ({ action: 'correct', how, hit: ref, statement: to }) as const;
  const options = speakers.slice(0, MOST_OPTIONS).map((s) => ({
    label: s.name,
    value: s.key,
    description: s.roles[0]?.text,
    isChosen: s === speaker,
  }));
  const who = speaker ? `**${inline(speaker.name, 120)}**` : '**nobody whom the article names**';
  return message(
    [
      done ?? '',
      `> ${escapeWithin(statement.content.replace(/\s+/gu, ' '), LONGEST.content)}\nSaid by ${who}${statement.isCorrected ? ', corrected by moderators' : ', by the reading'}.\n${place(passage)}`,
      ...(options.length > 0 ? [select('Who said it?', id('speaker'), options)] : []),
      [
        button('Somebody else…', id('other')),
        button('Hide this statement', id('hide'), ButtonStyle.Danger),
        ...(of > 1 ? [button(`Next statement (${at + 1} of ${of})`, id('next', (at + 1) % of))] : []),
      ],
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** A statement is hidden now. @param note what is to be said besides, or nothing */
export function hiddenReply(content: string, note: string): Reply {
  return notice(
    `**Hidden by moderators.** It is shown nowhere any more, and what else its paragraph says still is:\n> ${escapeWithin(content.replace(/\s+/gu, ' '), LONGEST.content)}\n${`-# /corpus undo takes it back. ${note}`.trim()}`,
    COLOUR.corpus,
  );
}

/** Asks a moderator for the name of who said something. */
export function nameForm(hit: HitRef, statement: number): ModalReply {
  return modal('Who said it?', { action: 'correct', how: 'other', hit, statement }, [
    textField({ name: 'name', label: 'Name', isRequired: true, longest: LONGEST.name }),
  ]);
}

/** Asks somebody what is wrong with an answer. */
export function reportForm(hit: HitRef): ModalReply {
  return modal('Wrong speaker?', { action: 'wrong', hit }, [
    textField({
      name: 'reason',
      label: 'What is wrong?',
      description: 'The moderators of this server read it, with your name.',
      isLong: true,
      isRequired: true,
      longest: LONGEST.reason,
    }),
  ]);
}

/** What the log channel is told of a report. */
export function reportReply(hit: Hit, ref: HitRef, by: string, reason: string): Reply {
  const { passage, sentence } = hit;
  return message(
    [
      `**${inline(by, 60)}** reports: ${inline(reason, 700)}`,
      `> ${inline(slice(passage.article.text, sentence), LONGEST.content)}\n${attribution(hit)}\n${place(passage)}`,
      [
        button('Set it right', { action: 'wrong', hit: ref }, ButtonStyle.Primary),
        button('In context', { action: 'context', passage: passage.key }),
      ],
    ],
    { private: false, colour: COLOUR.nothing },
  );
}
