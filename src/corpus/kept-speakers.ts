import type { Article } from '../article/article.js';
import type { Party, Reading } from '../attribution/statement.js';
import type { Corpus } from './corpus.js';
import { KeptSpeaker, wasJoined } from './joined-speaker.js';
import { membersOf } from './members.js';
import { PARTY_KINDS } from './reading-codec.js';
import type { Speaker } from './speakers.js';

/** The speakers of readings, as an earlier start has joined them. */
export interface KnownSpeakers {
  /** The most quoted first. */
  readonly speakers: readonly Speaker[];
  readonly speakerOfParty: (party: Party, article: Article) => Speaker | undefined;
}

/** Speakers as they are kept: their keys and names, and for each of them numbers. */
export interface PackedSpeakers {
  readonly texts: readonly string[];
  /** The kind, how many names there are and how many members; of each member its reading and its place there. */
  readonly numbers: Uint32Array;
}

/** Packs the speakers of a corpus without corrections. */
export function packSpeakers({ readings, speakers }: Corpus): PackedSpeakers {
  const numberOf = new Map(readings.map((reading, number) => [reading, number]));
  const texts: string[] = [];
  const numbers: number[] = [];
  for (const speaker of speakers.filter(wasJoined)) {
    const { members } = speaker;
    texts.push(speaker.key, ...speaker.names);
    numbers.push(PARTY_KINDS.indexOf(speaker.kind), speaker.names.length, members.length);
    for (const { reading, party } of members)
      numbers.push(numberOf.get(reading)!, reading.parties.indexOf(party));
  }
  return { texts, numbers: Uint32Array.from(numbers) };
}

/** Unpacks what `packSpeakers` has packed of a corpus of these readings. */
export function unpackSpeakers(
  readings: readonly Reading[],
  { texts, numbers }: PackedSpeakers,
): KnownSpeakers {
  const speakers: Speaker[] = [];
  /** For each reading, the speakers of its parties. */
  const ofReading = readings.map((): Speaker[] => []);
  let text = 0;
  for (let at = 0; at < numbers.length; ) {
    const kind = PARTY_KINDS[numbers[at++]!]!;
    const names = numbers[at++]!;
    const end = at + 1 + 2 * numbers[at++]!;
    const members = numbers.subarray(at, end);
    const speaker = new KeptSpeaker(
      { key: texts[text]!, kind, names: texts.slice(text + 1, text + 1 + names) },
      () => membersAt(readings, members),
    );
    for (; at < end; at += 2) ofReading[numbers[at]!]![numbers[at + 1]!] = speaker;
    text += 1 + names;
    speakers.push(speaker);
  }
  return { speakers, speakerOfParty: speakerOfPartyIn(readings, ofReading) };
}

function membersAt(readings: readonly Reading[], numbers: Uint32Array) {
  return Array.from({ length: numbers.length / 2 }, (_, at) => {
    const reading = readings[numbers[2 * at]!]!;
    return membersOf(reading)[numbers[2 * at + 1]!]!;
  });
}

/** An article's parties are looked at when one of them is first asked for. */
function speakerOfPartyIn(
  readings: readonly Reading[],
  speakers: readonly (readonly Speaker[])[],
): KnownSpeakers['speakerOfParty'] {
  const numberOf = new Map(readings.map(({ article }, number) => [article, number]));
  const known = new Map<Party, Speaker>();
  return (party, article) => {
    const number = numberOf.get(article);
    if (number !== undefined && !known.has(party))
      for (const [at, each] of readings[number]!.parties.entries()) known.set(each, speakers[number]![at]!);
    return known.get(party);
  };
}
