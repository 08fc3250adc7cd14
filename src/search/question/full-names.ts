import { isFirstName } from '../../attribution/first-names.js';
import type { AskedWord } from './asked-words.js';
import { shortFormAt } from '../index/name-fit.js';
import type { SpeakerBook } from '../index/speaker-book.js';

/** What a surname counts for where only the first name was typed. */
const OF_SURNAME = 0.9;

/** Words of a question, where a short form before a surname ("Doug Roe") stands for the first name that the stories have. */
export function withFirstNames(words: readonly AskedWord[], book: SpeakerBook): AskedWord[] {
  return words.map((word, at) => {
    const pair = words.slice(at, at + 2);
    if (pair.length < 2 || pair.some((w) => w.stop) || !isFirstName(word.word)) return word;
    const speaker = book.byName(pair)?.speakers[0];
    if (speaker?.kind !== 'person' || shortFormAt(speaker, pair, 1) < 0) return word;
    const own = [...word.ids].filter(([, likeness]) => likeness === 1);
    const firsts = book.termsOfSpeaker(speaker).forms.filter((form) => form.length > 1);
    return {
      ...word,
      ids: new Map([...own, ...firsts.map(([first = -1]) => [first, 1] as const)]),
      unknown: false,
    };
  });
}

/** … where a first name alone that only one person of the stories has stands for the surname, too. */
export function withSurname(word: AskedWord, words: readonly AskedWord[], book: SpeakerBook): AskedWord {
  if (word.stop || !isFirstName(word.word)) return word;
  // "Bill Gatsby": a name that no story holds goes on there.
  const next = words[words.indexOf(word) + 1];
  if (next && !next.stop && ![...next.ids.values()].includes(1)) return word;
  const [only, ...others] = book.byName([word])?.speakers ?? [];
  if (!only || only.kind !== 'person' || others.length) return word;
  const [fullest = []] = book.termsOfSpeaker(only).forms;
  const surname = fullest.at(-1) ?? -1;
  const isFirst = fullest.length > 1 && word.ids.get(fullest[0]!) === 1;
  if (!isFirst || word.ids.has(surname) || words.some((w) => w.ids.get(surname) === 1)) return word;
  return { ...word, ids: new Map([...word.ids, [surname, OF_SURNAME]]) };
}
