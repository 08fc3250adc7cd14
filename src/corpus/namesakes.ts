import type { Reading, Party } from '../attribution/statement.js';
import { fold } from '../text/fold.js';
import { slice } from '../text/span.js';

interface Member {
  readonly reading: Reading;
  readonly party: Party;
}

/** Walks of life that people seldom change. What belongs to none of them ("mother", "businessman") tells nobody apart. */
const FIELDS: ReadonlyMap<string, RegExp> = new Map([
  [
    'sport',
    /\b(?:coach|goalkeeper|quarterback|striker|midfielder|defender|athlete|footballer|sprinter|cyclist|boxer|swimmer)\b/u,
  ],
  [
    'art',
    /\b(?:actor|actress|singer|rapper|musician|pianist|violinist|guitarist|painter|sculptor|novelist|poet|playwright)\b/u,
  ],
  [
    'medicine',
    /\b(?:doctor|physician|surgeon|nurse|dentist|pharmacist|psychiatrist|cardiologist|virologist|epidemiologist)\b/u,
  ],
  [
    'science',
    /\b(?:physicist|chemist|biologist|astronomer|geologist|historian|sociologist|anthropologist|archaeologist)\b/u,
  ],
  ['faith', /\b(?:bishop|archbishop|priest|pastor|rabbi|imam|monk|nun|cleric)\b/u],
  [
    'office',
    /\b(?:minister|senator|governor|mayor|president|lawmaker|congressman|congresswoman|ambassador|legislator|judge)\b/u,
  ],
  [
    'police',
    /\b(?:sheriff|policeman|policewoman|detective|constable|trooper|police (?:chief|officer|spokesman|spokeswoman))\b/u,
  ],
  [
    'trade',
    /\b(?:farmer|fisherman|carpenter|plumber|electrician|baker|barber|waiter|waitress|mechanic|driver|miner|librarian)\b/u,
  ],
]);

/**
 * Parts people of one full name whom both the outlet and what they are tell apart: a goalkeeper in one paper and a
 * bishop in another are two. Whoever stands between them, or is nothing in particular, keeps them one.
 */
export function partNamesakes<T extends Member>(members: readonly T[]): T[][] {
  const outlets = new Set(members.map((m) => m.reading.article.outlet));
  if (outlets.size < 2 || outlets.has(null)) return [[...members]];
  const placed = members.map((member) => ({ member, fields: fieldsOf(member) }));
  if (placed.some((p) => p.fields.length === 0)) return [[...members]];
  const groupOf = new Map<string, T[]>();
  for (const { member, fields } of placed) {
    const marks = [`outlet ${member.reading.article.outlet}`, ...fields];
    const known = [...new Set(marks.map((m) => groupOf.get(m)).filter((g) => g !== undefined))];
    const [into = [], ...others] = known;
    for (const other of others) into.push(...other);
    into.push(member);
    for (const [mark, group] of groupOf) if (others.includes(group)) groupOf.set(mark, into);
    for (const mark of marks) groupOf.set(mark, into);
  }
  return [...new Set(groupOf.values())];
}

function fieldsOf({ reading, party }: Member): string[] {
  const roles = party.roles.map((span) => fold(slice(reading.article.text, span)));
  return [...FIELDS]
    .filter(([, pattern]) => roles.some((role) => pattern.test(role)))
    .map(([field]) => field);
}
