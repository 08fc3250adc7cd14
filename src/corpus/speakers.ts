import { createHash } from 'node:crypto';
import type { Article } from '../article/article.js';
import type { Party, PartyKind, Reading, Statement } from '../attribution/statement.js';
import { fold } from '../text/fold.js';
import { slice, type Span } from '../text/span.js';

/** What an article says somebody is, in its own words. */
export interface Role {
  readonly text: string;
  readonly article: Article;
  readonly span: Span;
}

/** Somebody who is named or quoted in the corpus: the parties of all articles that are one and the same. */
export interface Speaker {
  /** Eight URL-safe characters, made from the name: the same after a refresh. */
  readonly key: string;
  readonly name: string;
  readonly kind: PartyKind;
  /** Every form of the name, the fullest first; the first is `name`. */
  readonly names: readonly string[];
  /** Verbatim, without repeats, in the order of articles. */
  readonly roles: readonly Role[];
  readonly statements: readonly Statement[];
  /** How often articles name them, pronouns not counted. */
  readonly mentions: number;
  /** The articles that name them. */
  readonly articles: readonly Article[];
}

/** One speaker for each person, organisation, document or group, over all readings. */
export function joinSpeakers(readings: readonly Reading[]): {
  speakers: readonly Speaker[];
  speakerOfParty: ReadonlyMap<Party, Speaker>;
} {
  const groups = new Map<string, { reading: Reading; party: Party }[]>();
  for (const reading of readings) {
    for (const party of reading.parties) {
      const key = fold(party.name);
      groups.set(key, [...(groups.get(key) ?? []), { reading, party }]);
    }
  }
  const speakerOfParty = new Map<Party, Speaker>();
  const speakers = [...groups].map(([id, members]) => {
    const parties = new Set(members.map((m) => m.party));
    const first = members[0]!.party;
    const speaker: Speaker = {
      key: createHash('sha256').update(id).digest('base64url').slice(0, 8),
      name: first.name,
      kind: first.kind,
      names: [...new Set(members.flatMap((m) => m.party.names))],
      roles: members.flatMap(({ reading, party }) =>
        party.roles.map((span) => ({
          span,
          article: reading.article,
          text: slice(reading.article.text, span),
        })),
      ),
      statements: members.flatMap(({ reading, party }) =>
        reading.statements.filter((s) => s.party === party),
      ),
      mentions: members.reduce((sum, m) => sum + m.party.mentions.length, 0),
      articles: [...new Set(members.map((m) => m.reading.article))],
    };
    for (const party of parties) speakerOfParty.set(party, speaker);
    return speaker;
  });
  speakers.sort((a, b) => b.statements.length - a.statements.length || b.mentions - a.mentions);
  return { speakers, speakerOfParty };
}
