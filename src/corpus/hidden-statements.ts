import { partOf, type Passage } from '../article/passages.js';
import type { Party, Reading, Statement } from '../attribution/statement.js';
import { fold } from '../text/fold.js';
import { sentences } from '../text/sentences.js';
import { contains, overlaps, slice, type Span } from '../text/span.js';

/** What is hidden in a passage: words, and what stands around them to say whose they are. */
export interface Hidden {
  readonly words: readonly Span[];
  readonly frame: readonly Span[];
}

/** What hides a statement. */
export function hiding({ content, cue, source }: Statement): Hidden {
  return { words: content, frame: [cue, source].filter((span) => span !== null) };
}

/**
 * Takes the sentences of hidden statements out of a reading. What stands before, between and after them are passages of
 * their own, with what is said in them: so nothing hidden is shown, neither as somebody's words nor as the article's.
 * @param given the names, folded, that moderators give: those stay, whatever is hidden
 */
export function withoutHidden(
  reading: Reading,
  hidden: ReadonlyMap<Passage, readonly Hidden[]>,
  given: ReadonlySet<string>,
): Reading {
  const { passages, statements, written } = reading;
  const left = new Map<Passage, readonly Passage[]>();
  for (const [passage, all] of hidden) {
    const said = statements.filter((s) => s.passage === passage).flatMap((s) => s.content);
    left.set(passage, partsOf(passage, all, said));
  }
  const leftOf = (passage: Passage) => left.get(passage) ?? [passage];
  return withoutNames(
    reading,
    {
      ...reading,
      passages: passages.flatMap(leftOf),
      statements: statements.flatMap((statement) => {
        const parts = left.get(statement.passage);
        return parts ? parts.flatMap((part) => within(statement, part)) : [statement];
      }),
      written: written.flatMap((one) => leftOf(one.passage).map((passage) => ({ ...one, passage }))),
    },
    left,
    given,
  );
}

/** Takes mentions, roles and forms of names out of a reading that only what is hidden has, and those of whom it has all. */
function withoutNames(
  before: Reading,
  reading: Reading,
  left: ReadonlyMap<Passage, readonly Passage[]>,
  given: ReadonlySet<string>,
): Reading {
  const { statements, parties, written } = reading;
  const isShown = (span: Span) =>
    [...left].every(
      ([passage, parts]) => !overlaps(passage, span) || parts.some((part) => contains(part, span)),
    );
  const [spoke, speaks] = [speaking(before), speaking(reading)];
  const now = new Map<Party, Party>();
  for (const party of parties) {
    const mentions = party.mentions.filter(isShown);
    const roles = party.roles.filter(isShown);
    const isThere = mentions.length > 0 || speaks.has(party);
    const wasThere = party.mentions.length > 0 || spoke.has(party);
    if (wasThere && !isThere) continue;
    const isWhole = mentions.length === party.mentions.length && roles.length === party.roles.length;
    now.set(
      party,
      isWhole ? party : { ...party, ...namesLeft(party, reading, mentions, given), roles, mentions },
    );
  }
  return {
    ...reading,
    statements: statements.map((s) => ({ ...s, party: s.party && (now.get(s.party) ?? s.party) })),
    parties: [...now.values()],
    written: written.map((one) => ({ ...one, party: now.get(one.party) ?? one.party })),
  };
}

/** Who is still heard is called something: where nothing that is shown names them, by the name that they had. */
function namesLeft(
  party: Party,
  { article: { text } }: Reading,
  shown: readonly Span[],
  given: ReadonlySet<string>,
): Pick<Party, 'name' | 'names' | 'hiddenName'> {
  const formsIn = (spans: readonly Span[]) => new Set(spans.map((span) => slice(text, span)));
  const [all, still] = [formsIn(party.mentions), formsIn(shown)];
  const left = party.names.filter((name) => !all.has(name) || still.has(name) || given.has(fold(name)));
  const [name = party.name] = left;
  return {
    name,
    names: left.length > 0 ? left : [name],
    ...(name !== party.name && { hiddenName: party.name }),
  };
}

/** Whose words a reading has. */
function speaking({ statements, written }: Reading): ReadonlySet<Party | null> {
  return new Set([...statements, ...written].map(({ party }) => party));
}

/** @param said what anybody says in the passage */
function partsOf(passage: Passage, hidden: readonly Hidden[], said: readonly Span[]): Passage[] {
  const words = hidden.flatMap((one) => one.words);
  const frame = hidden.flatMap((one) => one.frame);
  const others = said.filter((span) => !words.some((word) => overlaps(word, span)));
  const isTaken = (sentence: Span): boolean => {
    const isAmong = (span: Span) => overlaps(span, sentence);
    // Who says it may be named in a sentence of somebody else's words: that stays.
    return words.some(isAmong) || (frame.some(isAmong) && !others.some(isAmong));
  };
  const parts: Span[] = [];
  let isOpen = false;
  for (const sentence of sentences(passage.article.text, passage.start, passage.end)) {
    const goesOn = isOpen;
    isOpen = !isTaken(sentence);
    if (isOpen) parts.push({ start: (goesOn ? parts.pop()! : sentence).start, end: sentence.end });
  }
  return parts.map((part) => partOf(passage, part));
}

/** What a part of its passage has of a statement. */
function within(statement: Statement, part: Passage): Statement[] {
  const content = statement.content.filter((span) => contains(part, span));
  if (content.length === 0) return [];
  const inPart = (span: Span | null) => (span && contains(part, span) ? span : null);
  const { source, cue } = statement;
  return [
    { ...statement, passage: part, source: inPart(source), cue: inPart(cue), content, whole: statement },
  ];
}
