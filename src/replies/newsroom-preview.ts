import type { APIButtonComponent } from 'discord-api-types/v10';
import { ButtonStyle } from 'discord-api-types/v10';
import type { Added } from '../newsroom/adding.js';
import type { Failure } from '../newsroom/failure.js';
import type { StoryPreview, Voice } from '../newsroom/preview.js';
import type { NewsroomView } from '../newsroom/view.js';
import { inline } from './escape.js';
import { counted, listWithin } from '../text/list.js';
import { COLOUR, message, type Reply } from './message.js';
import { confirmButtons, differenceText, newsroomButton, origin } from './newsroom-parts.js';

const MOST_VOICES = 6;
const MOST_NAMES = 8;
const DIFFERENCE_ROOM = { preview: 700, alone: 3000 } as const;
const DOUBTS_ROOM = 800;
const VOICES_ROOM = 1300;
/** Characters of what failed, beside one story and beside several. */
const FAILURES_ROOM = { one: 400, several: 1000 } as const;

type Preview = Extract<NewsroomView, { kind: 'preview' }>;

/** What would be added: one story looked at closely, or several in a list. */
export function previewReply(view: Preview): Reply {
  const story = view.shown === null ? undefined : view.stories[view.shown];
  return story && view.shown !== null ? oneStory(view, story, view.shown) : severalStories(view);
}

/** What is different between a new version and the one that is there. */
export function comparisonReply({
  pending,
  shown,
  story,
}: Extract<NewsroomView, { kind: 'comparison' }>): Reply {
  const { article, twin } = story;
  return message(
    [
      `**${inline(article.title, 200)}**\n-# − as it is there now · + as it would be`,
      twin ? differenceText(twin.difference, DIFFERENCE_ROOM.alone) : '',
      [newsroomButton('◀ Back', 'look', [pending, String(shown)])],
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** What became of stories that were added. */
export function addedReply({ stories, change }: Added, note: string): Reply {
  const lines = stories.slice(0, MOST_NAMES).map(({ title, effect }) => {
    const done = { add: 'added', replace: 'replaced', nothing: 'there already, left as it is' }[effect];
    return `${inline(title, 120)}: ${done}`;
  });
  const rest = stories.length > lines.length ? [`and ${stories.length - lines.length} more`] : [];
  const buttons = change
    ? [
        newsroomButton('Undo', 'undo', [change], ButtonStyle.Danger),
        newsroomButton('History', 'history', ['0']),
      ]
    : [];
  return message(
    [change ? '**Done.**' : '**Nothing has changed.**', [...lines, ...rest].join('\n'), note, buttons],
    { private: true, colour: COLOUR.corpus },
  );
}

function oneStory({ pending, stories, failures, notice }: Preview, story: StoryPreview, at: number): Reply {
  const { article, passages, statements, voices, doubts, twin, effect } = story;
  return message(
    [
      noticeText(notice),
      `**${inline(article.title, 250)}**\n${origin(article)}`,
      `${counted(passages, 'passage', 'passages')}, ${counted(statements, 'statement', 'statements')}, ${counted(voices.length, 'speaker', 'speakers')}`,
      voicesText(voices),
      doubts.length > 0
        ? `Please look at this:\n${listWithin(
            doubts.map((d) => `\\- ${inline(d, 300)}`),
            '\n',
            DOUBTS_ROOM,
          )}`
        : '',
      twin ? twinText(story) : '',
      stories.length === 1 ? failuresText(failures, FAILURES_ROOM.one) : '',
      pending === null
        ? []
        : stories.length > 1
          ? [newsroomButton('◀ All of them', 'look', [pending, '']), ...compare(story, pending, at)]
          : [...addButtons(effect, pending), ...compare(story, pending, at)],
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

function severalStories({ pending, stories, failures, notice }: Preview): Reply {
  const lines = stories.map((story, at) => {
    const { article, passages, voices, doubts } = story;
    return [
      `${at + 1}\\. **${inline(article.title, 120)}**`,
      `-# ${[origin(article), counted(passages, 'passage', 'passages'), counted(voices.length, 'speaker', 'speakers'), doubts.length > 0 ? counted(doubts.length, 'doubt', 'doubts') : '', noteOf(story)].filter(Boolean).join(' · ')}`,
    ].join('\n');
  });
  const count = stories.filter((s) => s.effect !== 'nothing').length;
  const looks =
    pending === null
      ? []
      : stories.map((_, at) => newsroomButton(`Look at ${at + 1}`, 'look', [pending, String(at)]));
  return message(
    [
      noticeText(notice),
      count > 0 ? `**${counted(count, 'story', 'stories')} to add**` : '**There is nothing to add.**',
      lines.join('\n'),
      failuresText(failures, FAILURES_ROOM.several),
      looks,
      pending === null ? [] : confirmButtons(`Add ${count === 1 ? 'it' : `these ${count}`}`, pending),
    ],
    { private: true, colour: count > 0 ? COLOUR.corpus : COLOUR.nothing },
  );
}

function noteOf({ twin, effect }: StoryPreview): string {
  switch (effect) {
    case 'add':
      if (!twin) return '';
      return twin.isOwn ? 'another version: stands beside the first' : 'all servers have one like it';
    case 'replace':
      return 'replaces the one that is there';
    case 'nothing':
      return twin ? 'is there already, unchanged' : 'is given twice';
  }
}

function addButtons(effect: StoryPreview['effect'], pending: string): APIButtonComponent[] {
  if (effect !== 'replace') return confirmButtons('Add', pending);
  return [
    newsroomButton('Replace', 'confirm', [pending, 'replace'], ButtonStyle.Primary),
    newsroomButton('Add beside it', 'confirm', [pending, 'beside']),
    newsroomButton('Cancel', 'cancel', [pending]),
  ];
}

function compare({ twin, effect }: StoryPreview, pending: string, at: number): APIButtonComponent[] {
  return twin && effect !== 'nothing' ? [newsroomButton('Difference', 'compare', [pending, String(at)])] : [];
}

function twinText({ twin, effect }: StoryPreview): string {
  if (!twin) return '';
  const by = {
    address: 'from the same address',
    title: 'with this headline',
    text: 'with nearly the same words',
  }[twin.by];
  const whose = twin.isOwn ? '' : ', one of those that all servers see';
  const lead = `**A story ${by} is there already${whose}:** ${inline(twin.article.title, 150)}`;
  if (effect === 'nothing') return `${lead}\nNothing about it has changed: there is nothing to add.`;
  const beside =
    effect === 'add' && twin.isOwn
      ? '\nAnother version of these takes its place: this one is added beside it.'
      : '';
  return `${lead}${beside}\n${differenceText(twin.difference, DIFFERENCE_ROOM.preview)}`;
}

function voicesText(voices: readonly Voice[]): string {
  const lines = voices.slice(0, MOST_VOICES).map(({ name, role, statements, example }) => {
    const who = `**${inline(name, 80)}**${role ? `, ${inline(role, 80)}` : ''}`;
    return `${who}: ${counted(statements, 'statement', 'statements')}\n> ${inline(example, 110)}`;
  });
  const others = voices.length - lines.length;
  return [listWithin(lines, '\n', VOICES_ROOM), others > 0 ? `-# and ${others} more speakers` : '']
    .filter(Boolean)
    .join('\n');
}

function failuresText(failures: readonly Failure[], room: number): string {
  if (failures.length === 0) return '';
  const lines = failures.map(({ name, reason }) => `**${inline(name, 100)}**\n${inline(reason, 250)}`);
  return `Can’t be read:\n${listWithin(lines, '\n', room)}`;
}

function noticeText(notice: string | undefined): string {
  return notice === undefined ? '' : `**${inline(notice, 200)}**`;
}
