import { ButtonStyle, type APIButtonComponent } from 'discord-api-types/v10';
import type { Hit } from '../search/answer.js';
import type { Check } from '../search/check/check.js';
import type { Match } from '../search/check/match.js';
import { slice } from '../text/span.js';
import { whoLabel } from './answer.js';
import { changesInWords } from './changes.js';
import { attribution, place } from './citation.js';
import { escape, inline } from './escape.js';
import {
  button,
  COLOUR,
  lengthOf,
  linkButton,
  LONGEST_MESSAGE,
  message,
  type Block,
  type Reply,
} from './message.js';
import { textFragment } from './text-fragment.js';
import { isCheckable, verdictText, verdictTitle } from './verdict.js';
import { shortened, wordingRuns, type WordingRun } from './wording.js';

/** Said to somebody who gave nothing to check. */
const HOW =
  '-# /check takes the words themselves; “Check this quote”, in the menu of a message under Apps, takes the message’s.';
const LONGEST_CLAIM = 300;
const LONGEST_VERDICT = 700;
const LONGEST_CHANGE = 240;
const CHANGES_ROOM = 900;
const MOST_OTHERS = 3;
/** Room for the line that says who shares it. */
const SHARED_LINE = 100;
/** More of the wording than this is a wall on a phone. */
const WORDING_ROOM = 1400;

/** What became of a quotation: the verdict, the true wording with the changes marked, then the same in words. */
export function checkReply(check: Check, owner: string): Reply {
  const matches = [check.match, check.second].filter((m) => m !== null);
  const opening = [
    check.quotation.trim() === '' ? '' : claimLine(check),
    `**${verdictTitle(check)}.** ${inline(verdictText(check), LONGEST_VERDICT)}`,
    isCheckable(check) ? '' : HOW,
  ];
  const changes = changeLines(matches);
  const citations = matches.map((m) => `${attribution(cited(m))}\n${place(m.passage)}`);
  const others = otherLines(check.others);
  const taken = lengthOf([...opening, changes, ...citations, others]);
  const room = Math.min(WORDING_ROOM, (LONGEST_MESSAGE - SHARED_LINE - taken) / Math.max(1, matches.length));
  const shown: Block[] = matches.flatMap((m, at) => [markedWording(m, room), citations[at] ?? '']);
  return message([...opening, ...shown, changes, others, isCheckable(check) ? buttons(matches, owner) : []], {
    private: true,
    colour: check.verdict === 'exact' ? COLOUR.said : COLOUR.nothing,
  });
}

function claimLine({ quotation, claimed }: Check): string {
  const by = claimed === null ? '' : ` – ${inline(claimed, 80)}`;
  return `-# checked: “${inline(quotation, LONGEST_CLAIM)}”${by}`;
}

/** The true wording as a block quote: bold is what stands there and was changed, struck out what doesn't stand there. */
function markedWording(match: Match, room: number): string {
  const runs = wordingRuns(match);
  const whole = rendered(runs, match.isExact);
  if (whole.length + 2 <= room) return `> ${whole}`;
  const shown: string[] = [];
  let left = room - '>  …'.length;
  for (const run of shortened(runs)) {
    const text = marked(run, match.isExact);
    left -= text.length;
    if (left < 0) break;
    shown.push(text);
  }
  return `> ${shown.join('') || inline(slice(match.passage.article.text, match.span), room - 4)}${left < 0 ? ' …' : ''}`;
}

function rendered(runs: readonly WordingRun[], isExact: boolean): string {
  return runs.map((run) => marked(run, isExact)).join('');
}

function marked({ text, mark }: WordingRun, isExact: boolean): string {
  const line = text.replace(/\s+/gu, ' ');
  const shown = escape(line);
  if (mark === 'not-there') return `~~${escape(line.trim())}~~`;
  return mark === 'there' || (mark === 'same' && isExact) ? `**${shown}**` : shown;
}

function changeLines(matches: readonly Match[]): string {
  const lines = matches.flatMap((m) => changesInWords(m)).map((line) => inline(line, LONGEST_CHANGE));
  if (lines.length === 0) return '';
  let text = '-# bold: in the story; struck out: not there';
  for (const line of lines) {
    if (text.length + line.length > CHANGES_ROOM) return `${text}\n…`;
    text += `\n\\- ${line}`;
  }
  return text;
}

function otherLines(others: readonly Match[]): string {
  if (others.length === 0) return '';
  const lines = others.slice(0, MOST_OTHERS).map((m) => {
    const names = m.speakers.slice(0, 2).map((s) => s.name);
    const who = names.length > 0 ? `${inline(names.join(' and '), 100)}: ` : '';
    return place(m.passage).replace(/^-# /u, `-# ${who}`);
  });
  const more = others.length > lines.length ? [`-# and ${others.length - lines.length} more`] : [];
  return ['Nearly the same words stand elsewhere too:', ...lines, ...more].join('\n');
}

function buttons(matches: readonly Match[], owner: string): APIButtonComponent[] {
  const share = button('Share', { action: 'post', owner }, ButtonStyle.Primary);
  const [match] = matches;
  if (!match) return [share];
  const { passage, span, speakers } = match;
  const { url, text } = passage.article;
  return [
    button('In context', { action: 'context', passage: passage.key }),
    ...speakers
      .slice(0, 2)
      .map((s) => button(whoLabel(s), { action: 'who', owner: null, speaker: s.key, page: 0 })),
    ...(url ? linkButton('Article', textFragment(url, slice(text, span)), url) : []),
    share,
  ];
}

/** A match as a citation takes it. */
export function cited({
  passage,
  kind,
  speakers,
  corrected,
}: Match): Pick<Hit, 'passage' | 'kind' | 'speakers' | 'corrected' | 'alsoIn'> {
  const kinds = {
    quoted: 'direct',
    unattributed: 'direct',
    reported: 'indirect',
    narration: 'narration',
  } as const;
  return { passage, kind: kinds[kind], speakers, corrected, alsoIn: [] };
}
