import { fold } from '../text/fold.js';
import { isFirstName } from './first-names.js';
import { spellingOf } from './spelling.js';

const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|phd|esq)$/u;

/** Short and long forms of one first name; a name may stand in several rows. */
const NICKNAMES = `bill william will billy willie|bob robert rob bobby robbie|mike michael mick mikey mickey|tom thomas tommy|joe joseph joey|jim james
jimmy jamie|dan daniel danny|dave david davey|steve steven stephen|chris christopher|chris christine christina|ben benjamin benny|ken kenneth
kenny|ted theodore edward|ed edward eddie|tim timothy|rick richard dick rich ricky|liz elizabeth beth lizzie betsy betty|kate katherine
kathy katie catherine cathy kathleen|sam samuel sammy|sam samantha|matt matthew|jeff jeffrey geoff geoffrey|greg gregory|andy andrew drew|tony
anthony|don donald donnie|ron ronald ronnie|nick nicholas|pat patrick|pat patricia patty|debbie deborah deb debra|sue susan suzanne susie|jen
jennifer jenny|alex alexander|alex alexandra|larry lawrence|jack john johnny jon|jon jonathan|bernie bernard|newt newton|josh joshua|zach zachary
zack|meg margaret maggie peggy|barb barbara|fred frederick alfred|charlie charles chuck|harry harold henry|hank henry|marty martin|phil philip
phillip|ray raymond|vince vincent|walt walter|len leonard lenny|gene eugene|al albert alan alfred|art arthur|abe abraham|gabe gabriel|nate nathan
nathaniel|pete peter|russ russell|stan stanley|doug douglas|gerry gerald jerry|jerry jerome|hal harold|herb herbert|jake jacob|lou louis|max
maxwell maximilian|mitch mitchell|ernie ernest|val valerie|vicky victoria|cindy cynthia|connie constance|sandy sandra|terry terence theresa|tina
christina|wendy gwendolyn|gwen gwendolyn|becky rebecca|mohammed muhammad mohammad mohamed|ahmed ahmad|hussein hussain husain|dmitri dmitry`;

const rows = new Map<string, Set<number>>();
for (const [row, line] of NICKNAMES.split('|').entries()) {
  for (const name of line.trim().split(/\s+/u)) {
    const set = rows.get(name);
    if (set) set.add(row);
    else rows.set(name, new Set([row]));
  }
}

/** The words of a name, folded, without suffixes ("Jr.") and points. */
export function nameWords(name: string): string[] {
  return fold(name)
    .replace(/[.,"()]/gu, ' ')
    .split(/\s+/u)
    .filter((w) => w && !SUFFIX.test(w));
}

/** True for two first names of one person: the same, a short form, or an initial. */
export function sameFirstName(a: string, b: string): boolean {
  if (a === b || spellingOf(a) === spellingOf(b)) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  const other = rows.get(b);
  return other !== undefined && [...(rows.get(a) ?? [])].some((row) => other.has(row));
}

/** One spelling for all short and long forms of a first name. */
export function firstNameRoot(name: string): string {
  const own = rows.get(name);
  return own ? `#${Math.min(...own)}` : spellingOf(name);
}

const others = new Map<string, readonly string[]>();

/** Every other form of a first name that its bearer may go by. */
export function otherFirstNames(name: string): readonly string[] {
  const own = rows.get(name);
  if (!own) return [];
  const known = others.get(name);
  if (known) return known;
  const alike = [...rows].filter(([other, set]) => other !== name && [...own].some((row) => set.has(row)));
  const names = alike.map(([other]) => other);
  others.set(name, names);
  return names;
}

/** True for two names of two words or more that can be one person's: one surname, and first names that fit. */
export function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2) return false;
  if (a.join(' ') === b.join(' ')) return true;
  if (spellingOf(a.at(-1)!) !== spellingOf(b.at(-1)!)) return isEndOf(a, b) || isEndOf(b, a);
  const [x, y] = [a[0]!, b[0]!];
  if (isEndOf(a, b) || isEndOf(b, a)) return true;
  if (!sameFirstName(x, y))
    return a.length > 2 && b.length > 2 && x.length === 1 && sameFirstName(a[1]!, b[0]!);
  return middlesFit(a, b);
}

/** False for two names whose middle names contradict ("John A. Smith", "John B. Smith", "John C.A. Smith"). */
export function middlesFit(a: readonly string[], b: readonly string[]): boolean {
  const [m, n] = [a.slice(1, -1), b.slice(1, -1)];
  if (!m.length || !n.length) return true;
  const areInitials = [...m, ...n].every((w) => w.length === 1);
  return areInitials ? m[0] === n[0] : m.some((w) => n.some((v) => sameFirstName(w, v)));
}

/**
 * True where the shorter name is the end of the longer one ("Reyes Duarte" of "Rui Reyes Duarte"). A name that begins with
 * a first name lacks no more than a word.
 */
export function isEndOf(short: readonly string[], long: readonly string[]): boolean {
  const missing = long.length - short.length;
  return (
    missing > 0 &&
    !(missing > 1 && isFirstName(short[0]!)) &&
    short.every((w, i) => spellingOf(w) === spellingOf(long[missing + i]!))
  );
}

/** True where the longer of two names of one person has words before it that are no name ("Ohioan Mara Quill"). */
export function isOverlong(long: readonly string[], short: readonly string[]): boolean {
  const [first = ''] = long;
  return (
    short.length > 1 &&
    isEndOf(short, long) &&
    isFirstName(short[0]!) &&
    !isFirstName(first) &&
    first.length > 1
  );
}
