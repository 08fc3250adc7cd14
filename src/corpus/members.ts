import { nameWords } from '../attribution/person-names.js';
import { spellingOf } from '../attribution/spelling.js';
import type { Party, Reading, Statement } from '../attribution/statement.js';
import { fold } from '../text/fold.js';
import type { Member } from './cluster.js';
import { withoutArticle } from './speaker-keys.js';

/** The members of readings: what is worked out of one stays the same over all corpora. */
const membersOfReading = new WeakMap<Reading, readonly Member[]>();

/** Shared by all who say nothing. */
const NOTHING: readonly never[] = [];

/** The members of a reading, one for each of its parties. */
export function membersOf(reading: Reading): readonly Member[] {
  const known = membersOfReading.get(reading);
  if (known) return known;
  const said = new Map<Party, Statement[]>();
  for (const statement of reading.statements) {
    const own = statement.party && said.get(statement.party);
    if (own) own.push(statement);
    else if (statement.party) said.set(statement.party, [statement]);
  }
  const wrote = new Map<Party, number>();
  for (const { party } of reading.written) wrote.set(party, (wrote.get(party) ?? 0) + 1);
  const members = reading.parties.map((party) => {
    const name = party.hiddenName ?? party.name;
    const words = nameWords(name);
    const written = party.kind === 'person' ? words.join(' ') : `${party.kind} ${withoutArticle(fold(name))}`;
    const block = party.kind === 'person' ? `person ${spellingOf(words.at(-1) ?? '')}` : written;
    return {
      reading,
      party,
      words,
      written,
      block,
      statements: said.get(party) ?? NOTHING,
      wrote: wrote.get(party) ?? 0,
    };
  });
  membersOfReading.set(reading, members);
  return members;
}
