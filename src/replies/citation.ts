import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Speaker } from '../corpus/speakers.js';
import type { Hit } from '../search/answer.js';
import { contains } from '../text/span.js';
import { inline } from './escape.js';
import { counted } from '../text/list.js';

/** What the passage says the speaker is; else the article's, else another article's word for it. */
export function roleIn({ roles }: Speaker, passage: Passage): string | null {
  const { article } = passage;
  const role =
    roles.find((r) => r.article === article && contains(passage, r.span)) ??
    roles.find((r) => r.article === article) ??
    roles[0];
  return role?.text ?? null;
}

/** What an answer says that rests on a correction. */
export const CORRECTED = 'corrected by moderators';

/** What an answer says that is no quotation. */
export const HOW: Readonly<Record<Hit['kind'], string | null>> = {
  direct: null,
  mixed: null,
  indirect: 'reported, not a quotation',
  narration: 'in their own words',
};

/** Who said it and how, for Discord: "**Name**, role", and for reported speech that it is no quotation. */
export function attribution(hit: Pick<Hit, 'passage' | 'kind' | 'speakers' | 'corrected'>): string {
  const { article } = hit.passage;
  if (hit.kind === 'narration' && !hit.speakers.length)
    return article.outlet === null
      ? '**The article**, in its own words'
      : `**${inline(article.outlet, 120)}**, in the article’s own words`;
  const names = hit.speakers.slice(0, 2).map((speaker) => {
    const role = roleIn(speaker, hit.passage);
    return `**${inline(speaker.name, 120)}**${role ? `, ${inline(role, 240)}` : ''}`;
  });
  const who = names.join(' · ') || '**Somebody the article does not name**';
  const how = [HOW[hit.kind], hit.corrected && CORRECTED];
  return [who, how.filter(Boolean).join(' · ')].filter(Boolean).join('\n-# ');
}

/** Where it stands, for Discord: title, outlet, date, paragraph. */
export function place(passage: Passage): string {
  const { title, outlet, published } = passage.article;
  return `-# ${[inline(title, 200), outlet && inline(outlet, 80), published && longDate(published), `paragraph ${passage.paragraph}`].filter(Boolean).join(' · ')}`;
}

/** What follows the place where other stories print the same. */
export function alsoInText({ length }: readonly Article[]): string {
  return length > 0 ? ` · also in ${counted(length, 'other story', 'other stories')}` : '';
}

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "23 May 2025" for `2025-05-23`. */
export function longDate(day: string): string {
  return dates.format(new Date(`${day}T00:00:00Z`));
}
