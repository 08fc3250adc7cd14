import { ButtonStyle, type APIButtonComponent } from 'discord-api-types/v10';
import type { Statement } from '../attribution/statement.js';
import type { Speaker } from '../corpus/speakers.js';
import type { WhoResult } from '../search/who/who.js';
import { shownStatements, type ShownStatement } from '../search/rank/statement-text.js';
import { CORRECTED, place } from './citation.js';
import { escapeWithin, inline } from './escape.js';
import { listWithin } from '../text/list.js';
import { button, COLOUR, message, type Reply } from './message.js';
import { presence } from './presence.js';

/** Characters of statements on one page, and their number. */
const PAGE_ROOM = 2200;
const PAGE_STATEMENTS = 5;
const LONGEST_STATEMENT = 1500;
/** Characters of roles and of other names. */
const ROLES_ROOM = 900;
const NAMES_ROOM = 300;
const MOST_CANDIDATES = 10;

/** Who somebody is, by the stories: roles, names, counts, and one page (from 0) of what they said. */
export function speakerReply(
  speaker: Speaker,
  view: { page: number; owner: string; private: boolean },
): Reply {
  const pages = paginate(speaker.statements);
  const page = Math.min(view.page, Math.max(pages.length - 1, 0));
  const turn = (to: number) =>
    ({ action: 'who', owner: view.owner, speaker: speaker.key, page: to }) as const;
  const leaf: APIButtonComponent[] = [];
  if (page > 0) leaf.push(button('◀ Back', turn(page - 1)));
  if (page + 1 < pages.length)
    leaf.push(
      button(`More statements (${page + 1} of ${pages.length})`, turn(page + 1), ButtonStyle.Primary),
    );
  if (!view.private) leaf.push(button('Delete', { action: 'delete', owner: view.owner }, ButtonStyle.Danger));
  return message([introduction(speaker), ...(pages[page] ?? []), leaf], {
    private: view.private,
    colour: pages.length ? COLOUR.said : COLOUR.narration,
  });
}

/** Several speakers fit, or none. */
export function whoReply(result: Exclude<WhoResult, { status: 'found' }>, owner: string): Reply {
  const query = inline(result.query, 200);
  const found = result.status === 'ambiguous';
  const people = found ? result.candidates : result.nearest;
  const shown = people.slice(0, MOST_CANDIDATES);
  const lead = found
    ? `**“${query}” fits ${people.length} speakers. Which one?**`
    : `**The stories name nobody called “${query}”.**${shown.length ? ' Names that come near:' : ''}`;
  const lines = shown.map(
    (s) => `${inline(s.name, 100)}${s.roles[0] ? `, ${inline(s.roles[0].text, 120)}` : ''}`,
  );
  const rest =
    people.length > shown.length ? `-# and ${people.length - shown.length} more: type more of the name` : '';
  const buttons = shown.map((s) => button(s.name, { action: 'who', owner, speaker: s.key, page: 0 }));
  return message([lead, lines.join('\n'), rest, buttons], { private: true, colour: COLOUR.nothing });
}

function introduction(speaker: Speaker): string {
  const roles = speaker.roles.map((r) => inline(r.text, 120));
  const others = speaker.names.filter((n) => n !== speaker.name).map((n) => inline(n, 60));
  const counts = presence(speaker);
  return [
    `**${inline(speaker.name, 120)}**`,
    listWithin(roles, ' · ', ROLES_ROOM),
    others.length ? `-# also: ${listWithin(others, ', ', NAMES_ROOM)}` : '',
    speaker.statements.length > 0 ? counts : `**${counts}**`,
    speaker.corrected ? `-# ${CORRECTED}` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The same pages for the same statements, whenever they are asked for. */
function paginate(statements: readonly Statement[]): string[][] {
  const pages: string[][] = [];
  let room = 0;
  for (const text of shownStatements(statements).map(statementBlock)) {
    const page = pages.at(-1);
    if (page && page.length < PAGE_STATEMENTS && text.length <= room) {
      page.push(text);
      room -= text.length;
    } else {
      pages.push([text]);
      room = PAGE_ROOM - text.length;
    }
  }
  return pages;
}

function statementBlock({ text, passage, isReported }: ShownStatement): string {
  const shown = escapeWithin(text.replace(/\s+/gu, ' '), LONGEST_STATEMENT);
  return `> ${shown}\n${place(passage)}${isReported ? ' · reported, not a quotation' : ''}`;
}
