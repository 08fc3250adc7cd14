import { slice } from '../text/span.js';
import { genderOfFirstName } from './first-names.js';
import { COURTESY, PLACE } from './lexicon.js';
import type { Name } from './names.js';
import type { Cast, Draft } from './parties.js';
import type { Marked } from './passage-tokens.js';

const MALE_ROLE =
  /\b(?:[a-z]*(?:spokes|chair|congress|business|council|assembly|sports|police|states|alder)man|king|prince|father|dad|husband|son|brother|uncle|nephew|grandfather|boyfriend|widower|actor|monk|priest|imam|pope|duke|emperor)\b/iu;
const FEMALE_ROLE =
  /\b(?:[a-z]*(?:spokes|chair|congress|business|council|assembly|sports|police|states|alder)woman|queen|princess|mother|mom|wife|daughter|sister|aunt|niece|grandmother|girlfriend|widow|actress|nun|duchess|empress|first lady)\b/iu;
const HE = /^(?:he|his|him|himself)$/u;
const SHE = /^(?:she|her|hers|herself)$/u;

/** Women's first names that quarters and cities have too. */
const ALSO_PLACE =
  /^(?:Adelaide|Alexandria|Asia|Brooklyn|Chelsea|Eden|Elizabeth|Florence|Helena|Lourdes|Madison|Odessa|Paris|Petra|Regina|Savannah|Sofia|Sydney|Valencia|Victoria)$/u;

/** The gender that a word for a person tells ("congresswoman"). */
export function genderOfRole(noun: string): 'female' | 'male' | null {
  if (MALE_ROLE.test(noun)) return 'male';
  return FEMALE_ROLE.test(noun) ? 'female' : null;
}

/** The gender that a name tells by its title or first name. */
export function genderOfName(name: Name): 'female' | 'male' | null {
  const fromTitle = name.courtesy ? (COURTESY.get(name.courtesy) ?? null) : null;
  const known = fromTitle ?? genderOfFirstName(name.words.find((w) => w.length > 2) ?? '');
  if (fromTitle || name.words.length > 1) return known;
  // A name alone may be a surname, and few women's first names are; or a place.
  const [word = ''] = name.words;
  return known === 'female' && !PLACE.has(word.toLowerCase()) && !ALSO_PLACE.test(word) ? known : null;
}

/**
 * Learns the gender of people whose titles and first names don't tell: from their roles, and from the pronoun that
 * follows in a sentence that names nobody else.
 */
export function learnGenders(all: readonly Marked[], cast: Cast): void {
  const votes = new Map<Draft, { he: number; she: number }>();
  for (const draft of cast.drafts) {
    if (draft.kind === 'person' && draft.gender === null) votes.set(draft, { he: 0, she: 0 });
  }
  if (!votes.size) return;
  for (const { draft, marked } of cast.mentions) {
    const own = votes.get(draft);
    if (!own) continue;
    for (const role of draft.roles) {
      const text = slice(marked.passage.article.text, role);
      // "father of …" is said of the person, "the father's lawyer" is not.
      if (MALE_ROLE.test(text) && !/['’]s/u.test(text)) own.he += 2;
      if (FEMALE_ROLE.test(text) && !/['’]s/u.test(text)) own.she += 2;
    }
  }
  for (const marked of all) votePronouns(marked, cast, votes);
  for (const [draft, { he, she }] of votes) {
    if (he > 2 * she) draft.gender = 'male';
    else if (she > 2 * he) draft.gender = 'female';
  }
}

function votePronouns(
  marked: Marked,
  cast: Cast,
  votes: ReadonlyMap<Draft, { he: number; she: number }>,
): void {
  const { tokens, units, names } = marked;
  for (const unit of units) {
    const people = names.filter(
      (n) => n.from >= unit.from && n.to <= unit.to && cast.mentionOf(n)?.draft.kind === 'person',
    );
    const [only] = people;
    const drafts = new Set(people.map((n) => cast.mentionOf(n)!.draft));
    const own = only && drafts.size === 1 ? votes.get([...drafts][0]!) : undefined;
    if (!only || !own || tokens[only.from]!.quoted) continue;
    const pronoun = pronounAfter(marked, only);
    if (pronoun === 'he') own.he++;
    else if (pronoun === 'she') own.she++;
  }
}

/** The first of "he" and "she", in any case, that follows a name in its sentence; null where neither does. */
export function pronounAfter({ tokens, units }: Marked, name: Name): 'he' | 'she' | null {
  const end = units.findLast((u) => u.from <= name.from)?.to ?? name.to;
  for (let i = name.to; i < end; i++) {
    const { lower, quoted } = tokens[i]!;
    if (quoted) continue;
    if (HE.test(lower)) return 'he';
    if (SHE.test(lower)) return 'she';
  }
  return null;
}
