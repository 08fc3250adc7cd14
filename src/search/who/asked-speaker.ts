import { genderOfRole } from '../../attribution/gender.js';
import { nameWords } from '../../attribution/person-names.js';
import type { Party } from '../../attribution/statement.js';
import { fold } from '../../text/fold.js';
import { askedRole, isKin, roleWord, type RoleWords } from './role-words.js';
import { withoutTitles } from './speaker-directory.js';

/** What is typed around a name and is none of it: marks of a question, of quoting, of markdown, of a mention. */
const EDGES = /^[\s@#*_~`"“”]+|[\s?!.*_~`"“”]+$/gu;
const COURTESY = /^(?:(mr|sir)|mrs|ms|miss|madam)\.?\s+(?=\S)/iu;
/** What a name has that others of the family bear too. */
const SUFFIX = /\s(jr|sr|ii|iii|iv)\.?$/iu;

/** Who is asked for. */
export interface AskedSpeaker {
  /** Without what is typed around it, courtesy titles, and "the" before it. */
  readonly text: string;
  /** Its words, as names are compared. */
  readonly words: readonly string[];
  /** Those that may be a name, without the titles before it ("roe" of "Justice Roe"). */
  readonly name: readonly string[];
  readonly titles: readonly string[];
  /** The same as a role. */
  readonly role: RoleWords;
  /** As a courtesy title, or a word for a relative or a woman, tells it. */
  readonly gender: Party['gender'];
  /** "sr" of "Roe Sr.". */
  readonly suffix: string | null;
  /** "His wife": whose, isn't said. */
  readonly isOfSomebody: boolean;
}

/** Takes apart who is asked for. */
export function askedOf(query: string): AskedSpeaker {
  const typed = query.replace(/^\s*who(?:['’]s| is| are| was)?\s+/iu, '').replace(EDGES, '');
  const courtesy = COURTESY.exec(typed);
  const text = typed.slice(courtesy?.[0].length ?? 0).replace(/^the\s+/iu, '');
  const words = nameWords(text.replace(/[’']s?$/u, ''));
  const name = withoutTitles(words);
  const [phrase = ''] = text.split(/[,;]| (?:of|for|to|in|on|at|by|with|from|and|who) /iu);
  return {
    text,
    words,
    name,
    titles: words.slice(0, words.length - name.length),
    role: askedRole(text),
    gender: courtesy ? (courtesy[1] ? 'male' : 'female') : genderOfNoun(phrase),
    suffix: suffixOf(typed),
    isOfSomebody: /^(?:his|her|their|my|your)\s/iu.test(typed),
  };
}

/** "sr" of "Roe Sr."; null of a name without such a word. */
export function suffixOf(name: string): string | null {
  return SUFFIX.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** A chairman may be a woman; a wife and a chairwoman are. */
function genderOfNoun(phrase: string): Party['gender'] {
  const last = fold(phrase).split(' ').at(-1)!;
  return isKin(roleWord(last)) || last.endsWith('woman') ? genderOfRole(last) : null;
}
