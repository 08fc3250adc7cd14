import type { Article } from '../article/article.js';
import type { Speaker } from '../corpus/speakers.js';
import { storyKey } from '../search/index/stories.js';
import { isVisible, plainLine } from '../text/plain-line.js';
import type { Choice } from './command.js';

/** The longest name or value of a suggestion. */
const LONGEST_CHOICE = 100;

/** Speakers to choose from: "Name, role". Where two share a name, or it is too long, the value is the key. */
export function speakerChoices(speakers: readonly Speaker[]): Choice[] {
  const names = new Map<string, number>();
  for (const { name } of speakers) names.set(name, (names.get(name) ?? 0) + 1);
  return speakers.map((s) => ({
    name: shortened(s.roles[0] ? `${s.name}, ${s.roles[0].text}` : s.name),
    value: names.get(s.name) === 1 && s.name.length <= LONGEST_CHOICE ? s.name : s.key,
  }));
}

/** Stories to choose from: headline, outlet and date; where these are alike, the file's name too. */
export function storyChoices(articles: readonly Article[]): Choice[] {
  const labels = new Map<string, number>();
  for (const article of articles) labels.set(labelOf(article), (labels.get(labelOf(article)) ?? 0) + 1);
  return articles.map((a) => ({
    name: shortened(labels.get(labelOf(a)) === 1 ? labelOf(a) : `${a.id.slice(-40)}: ${labelOf(a)}`),
    value: a.id.length <= LONGEST_CHOICE ? a.id : storyKey(a),
  }));
}

function labelOf({ title, outlet, published }: Article): string {
  const origin = [outlet, published].filter(Boolean).join(', ');
  return origin ? `${title} (${origin})` : title;
}

/** Text that fits into a choice: one line, cut with "…". */
export function shortened(text: string): string {
  // Discord takes no choice without a name.
  const line = isVisible(text) ? plainLine(text) : '?';
  return line.length <= LONGEST_CHOICE
    ? line
    : `${line.slice(0, LONGEST_CHOICE - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
