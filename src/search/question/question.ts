import { askedWords, type AskedWord } from './asked-words.js';
import { expectation, type Expectation, isMeasure } from './expectation.js';
import type { SpeakerBook } from '../index/speaker-book.js';
import { contains } from '../../text/span.js';
import { LEAST_WORDS, quotedStretches } from './exact-words.js';
import { withFirstNames, withSurname } from './full-names.js';
import { HELPING, QUOTES, SAYING } from './saying.js';
import { findSubject, type Subject } from './subject.js';
import type { Vocabulary } from '../index/vocabulary.js';

/** A question, understood. */
export interface Understood {
  readonly words: readonly AskedWord[];
  /** The words of the matter asked about: neither grammar, nor the asking, nor the subject's name. */
  readonly topic: readonly AskedWord[];
  readonly subject: Subject | null;
  /** Who said it is what is asked. */
  readonly asksWhoSaid: boolean;
  /** What somebody said is what is asked. */
  readonly asksWhatSaid: boolean;
  /** A pasted or remembered quotation, grammar and all. */
  readonly quotation: readonly AskedWord[];
  /** What a sentence must hold to be an answer. */
  readonly expects: Expectation | null;
}

/** Understands a question against the words and the speakers of the stories. */
export function understand(text: string, vocabulary: Vocabulary, book: SpeakerBook): Understood {
  const named = withFirstNames(askedWords(text, vocabulary), book);
  const hasQuotation = quotedWords(text, named).length > 0;
  const asksWhoSaid = isWhoSaid(named, hasQuotation);
  const subject = asksWhoSaid ? null : findSubject(named, text, book);
  const words = named.map((w) => (subject?.words.includes(w) ? w : withSurname(w, named, book)));
  const quoted = quotedWords(text, words);
  // Where the words only may name the speaker, they may as well be what is asked about.
  const own = new Set(subject?.surely ? [...subject.words, ...subject.verb] : []);
  // A word said twice is asked about once.
  const topic = once(words.filter((w) => !w.stop && !own.has(w) && !isFrame(w, words)));
  return {
    words,
    topic: topic.length || subject ? topic : once(words.filter((w) => !w.stop && !own.has(w) && !w.asking)),
    subject,
    asksWhoSaid,
    asksWhatSaid:
      asksWhoSaid ||
      (subject !== null && (subject.surely || !isPlainQuestion(words))) ||
      words.some((w, at) => w.term === 'say' || w.term === 'accord' || isUtterance(words, at)),
    quotation: quoted.length ? quoted : asksWhoSaid ? afterSaying(words) : [],
    expects: asksWhoSaid ? null : expectation(words),
  };
}

/** The words of what is asked and of whom: without grammar and asking. */
export function wordsOfMatter({ words, topic, subject }: Understood): AskedWord[] {
  return words.filter((w) => topic.includes(w) || (!w.stop && subject?.words.includes(w)));
}

function once(words: readonly AskedWord[]): AskedWord[] {
  return [...new Map(words.toReversed().map((w) => [w.term, w])).values()].toReversed();
}

/** "Which countries support X": about X, rather than what X says as keywords ("X museum joke") may ask. */
function isPlainQuestion(words: readonly AskedWord[]): boolean {
  return words
    .slice(0, 4)
    .some((w) => /^(?:what|whats|why|how|when|where|which|who|did|does|is|are|do)$/u.test(w.word));
}

/** Words of asking are no topic, unless they are all there is or stand inside what is asked about. */
function isFrame(word: AskedWord, words: readonly AskedWord[]): boolean {
  const at = words.indexOf(word);
  if (words[at - 1]?.word === 'how' && isMeasure(word.word)) return true;
  if (isUtterance(words, at)) return true;
  if (!word.asking) return false;
  const rest = words.slice(0, at).filter((w) => !w.stop && !w.asking).length;
  return word.term === 'say' || word.term === 'accord' || word.term === 'tell' || rest < 2;
}

/** "Quotes about …", "reactions to …", "… quotes": what was said is asked for, and not what the stories tell of it. */
function isUtterance(words: readonly AskedWord[], at: number): boolean {
  const { word = '' } = words[at] ?? {};
  if (!QUOTES.test(word)) return false;
  const isAbout = /^(?:about|on|to|regarding|re)$/u.test(words[at + 1]?.word ?? '');
  const isFirst = words.slice(0, at).every((w) => w.stop || w.asking);
  return (isFirst && isAbout) || (at === words.length - 1 && at > 0 && !isPlainQuestion(words));
}

/** The words between quotation marks, where they are enough for a quotation. */
function quotedWords(text: string, words: readonly AskedWord[]): AskedWord[] {
  return quotedStretches(text)
    .map((quoted) => words.filter((w) => contains(quoted, w)))
    .filter((inside) => inside.length >= LEAST_WORDS)
    .flat();
}

/** "Who said …", "which judge called …", "… who said that": the one who speaks is what is asked. */
function isWhoSaid(words: readonly AskedWord[], hasQuotation: boolean): boolean {
  if (hasQuotation && words.some((w) => w.word === 'who' || w.word === 'whose' || w.word === 'whos'))
    return true;
  for (const [at, word] of words.entries()) {
    if (!/^(?:who|which|whose|whos)$/u.test(word.word)) continue;
    // Something may stand between, "which letter writer asks", but no helping verb: "who did she say" asks otherwise.
    const from = isCleft(words, at) ? at + 4 : at + 1;
    for (const after of words.slice(from, from + 4)) {
      const says = SAYING.has(after.term) && !HELPING.has(after.word);
      if (says && (word.word !== 'which' || after.word !== after.term)) return true;
      if (HELPING.has(after.word) || (word.word !== 'which' && !after.stop && !after.word.endsWith('ly')))
        break;
    }
  }
  return hasQuotation && words.length > 0 && words.every((w) => w.word !== 'what');
}

/** "Who was it that said …" asks who said it. */
function isCleft(words: readonly AskedWord[], at: number): boolean {
  const [is, it, that] = words.slice(at + 1, at + 4).map(({ word }) => word);
  return /^(?:is|was)$/u.test(is ?? '') && it === 'it' && /^(?:that|who|which)$/u.test(that ?? '');
}

/** What stands after the verb of "who said …". */
function afterSaying(words: readonly AskedWord[]): AskedWord[] {
  const verb = words.findIndex((w, at) => at > 0 && SAYING.has(w.term));
  if (verb < 0) return [];
  const rest = words.slice(verb + 1);
  return rest.length >= 3 ? rest : words.slice(0, Math.max(0, verb - 1)).filter((w) => !HELPING.has(w.word));
}
