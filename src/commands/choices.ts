import type { Article } from '../article/article.js';
import type { Speaker } from '../corpus/speakers.js';
import type { Choice } from './command.js';

/** The longest name or value of a suggestion. */
const LONGEST_CHOICE = 100;

/** Speakers to choose from: "Name, role". Where two share a name, or it is too long, the value is the key. */
export function speakerChoices(speakers: readonly Speaker[]): Choice[] {
  const names = new Map<string, number>();
  for (const { name } of speakers) names.set(name, (names.get(name) ?? 0) + 1);
  return speakers.map((s) => ({
    name: shorten(s.roles[0] ? `${s.name}, ${s.roles[0].text}` : s.name),
    value: names.get(s.name) === 1 && s.name.length <= LONGEST_CHOICE ? s.name : s.key,
  }));
}

/** Stories to choose from, by headline. */
export function storyChoices(articles: readonly Article[]): Choice[] {
  return articles.map((a) => ({
    name: shorten(a.outlet ? `${a.title} (${a.outlet})` : a.title),
    value: a.id.length <= LONGEST_CHOICE ? a.id : a.title.slice(0, LONGEST_CHOICE),
  }));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_CHOICE
    ? line
    : `${line.slice(0, LONGEST_CHOICE - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
