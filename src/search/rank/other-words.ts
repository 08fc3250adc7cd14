import { Alike } from './alike.js';
import type { Limits } from './candidates.js';
import { Look } from './look.js';
import type { Index } from '../index/index-corpus.js';
import { type Understood, wordsOfMatter } from '../question/question.js';
import type { Ranked } from './rank.js';

/** Where less of the question than this stands in the best passage or around it, others may say it in other words. */
const FEW_WORDS = 0.5;
/** Passages about the same things that are compared word by word. */
const MOST_NEAR = 120;
/** Passages that were found by the question's own words and are compared as well. */
const MOST_BY_WORDS = 40;
/** Passages that are looked at closely: twice as many as an answer shows. */
const MOST_LOOKED = 20;
/** What it is worth that a passage is about the same things, and that each word has one like it there. */
const WORTH = { meaning: 6.5, alike: 8.5 };

/** Whether what was found by its words shares so few of them with the question that it is chance. */
export function sharesFewWords(asked: Understood, [best]: readonly Ranked[]): boolean {
  if (!asked.topic.length || asked.quotation.length) return false;
  if (!best) return true;
  return best.features.around < FEW_WORDS && !(asked.subject?.surely && best.features.speaker > 0);
}

/** Ranks passages by what they mean rather than by the words they share with the question. */
export function rankInOtherWords(
  index: Index,
  asked: Understood,
  ranked: readonly Ranked[],
  limits: Limits,
): Ranked[] {
  const { meanings, corpus } = index;
  const words = wordsOfMatter(asked);
  const meaning = meanings.ofQuestion(words);
  const alike = new Alike(index, words);
  const { articles } = limits;
  const allowed = articles && ((place: number) => articles.has(corpus.passages[place]!.article));
  const places = new Set(ranked.slice(0, MOST_BY_WORDS).map((r) => r.place));
  for (const place of meanings.nearest(meaning, MOST_NEAR, allowed)) places.add(place);
  const scored = Array.from(places, (place) => ({
    place,
    score: WORTH.meaning * meanings.likeness(place, meaning) + WORTH.alike * alike.at(place),
  })).toSorted((a, b) => b.score - a.score || a.place - b.place);
  const look = new Look(index, asked, limits.speaker, alike);
  const found: Ranked[] = [];
  for (const { place, score } of scored) {
    if (found.length === MOST_LOOKED) break;
    const looked = look.at({ place, found: 0 });
    if (looked) found.push({ ...looked, score });
  }
  return found;
}
