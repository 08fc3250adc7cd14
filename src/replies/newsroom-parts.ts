import type { APIButtonComponent } from 'discord-api-types/v10';
import { ButtonStyle } from 'discord-api-types/v10';
import type { Article } from '../article/article.js';
import type { StoryDifference } from '../newsroom/difference.js';
import { longDate } from './citation.js';
import { inline } from './escape.js';
import { counted } from '../text/list.js';
import { button } from './message.js';

/** Characters of one side of a changed paragraph. */
const LONGEST_SIDE = 220;

/** A moderator's button. */
export function newsroomButton(
  label: string,
  verb: string,
  values: readonly string[],
  style: Parameters<typeof button>[2] = ButtonStyle.Secondary,
): APIButtonComponent {
  return button(label, { action: 'newsroom', verb, arguments: values }, style);
}

/** What confirms, and what cancels. */
export function confirmButtons(
  label: string,
  pending: string,
  style: Parameters<typeof button>[2] = ButtonStyle.Primary,
): APIButtonComponent[] {
  return [newsroomButton(label, 'confirm', [pending], style), newsroomButton('Cancel', 'cancel', [pending])];
}

/** Buttons that leaf through pages (from 0). `turn` gives the id's arguments for a page. */
export function leafButtons(
  { page, pages }: { readonly page: number; readonly pages: number },
  verb: string,
  turn: (page: number) => readonly string[],
): APIButtonComponent[] {
  return [
    ...(page > 0 ? [newsroomButton('◀ Back', verb, turn(page - 1))] : []),
    ...(page + 1 < pages
      ? [newsroomButton(`More (${page + 1} of ${pages})`, verb, turn(page + 1), ButtonStyle.Primary)]
      : []),
  ];
}

/** Outlet and date of a story, or what is missing of them. */
export function origin({ outlet, published }: Article): string {
  return [outlet ? inline(outlet, 80) : 'no outlet', published ? longDate(published) : 'no date'].join(' · ');
}

/** A difference as lines: fields first, then paragraphs, as many as there is room for. */
export function differenceText({ fields, paragraphs, same }: StoryDifference, room: number): string {
  const lines = [
    ...fields.map(
      ({ name, before, after }) =>
        `${name}: ${side('−', before)}${before !== null && after !== null ? ' → ' : ''}${side('+', after)}`,
    ),
    ...paragraphs.map(({ before, after }) =>
      [
        before === null ? '' : `\\− ${inline(before, LONGEST_SIDE)}`,
        after === null ? '' : `\\+ ${inline(after, LONGEST_SIDE)}`,
      ]
        .filter(Boolean)
        .join('\n'),
    ),
  ];
  const end = `-# ${counted(same, 'paragraph is', 'paragraphs are')} the same`;
  const shown: string[] = [];
  let left = room - end.length - 40;
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) break;
    shown.push(line);
  }
  const rest = lines.length > shown.length ? [`and ${lines.length - shown.length} more changes`] : [];
  return [...shown, ...rest, end].join('\n');
}

function side(sign: string, text: string | null): string {
  return text === null ? '' : `${sign} ${inline(text, 100)}`;
}

/** A moment, shown in each reader's own time zone. */
export function instant(at: Date | number): string {
  return `<t:${Math.floor(Number(at) / 1000)}:f>`;
}
