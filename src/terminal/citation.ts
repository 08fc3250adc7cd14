import type { Passage } from '../article/passages.js';
import { alsoInText, CORRECTED, HOW, longDate, roleIn } from '../replies/citation.js';
import type { Hit } from '../search/answer.js';
import { printable, wrap, type Run, type Style } from './style.js';

/** Stands before each line of what is quoted. */
export const QUOTE = '│ ';
const plain = (text: string) => text;

/** Who said it, and where it stands. */
export function citation(
  hit: Pick<Hit, 'passage' | 'kind' | 'speakers' | 'alsoIn' | 'corrected'>,
  style: Style,
): string {
  const { article } = hit.passage;
  const who: Run[] =
    hit.kind === 'narration' && !hit.speakers.length
      ? [
          { text: article.outlet ?? 'The article', paint: style.name },
          { text: `, in ${article.outlet === null ? 'its' : 'the article’s'} own words`, paint: plain },
        ]
      : hit.speakers.flatMap((s, at) => [
          { text: at > 0 ? '; ' : '', paint: plain },
          { text: s.name, paint: style.name },
          { text: roleIn(s, hit.passage) === null ? '' : `, ${roleIn(s, hit.passage)}`, paint: plain },
        ]);
  if (who.length === 0) who.push({ text: 'Somebody the article does not name', paint: plain });
  const how = hit.kind === 'narration' && !hit.speakers.length ? null : HOW[hit.kind];
  if (how) who.push({ text: ` (${how})`, paint: plain });
  if (hit.corrected) who.push({ text: ` (${CORRECTED})`, paint: plain });
  const lines = [
    wrap(who, style.width - 2, '  ').replace(/^ {2}/u, '— '),
    placeLine(hit.passage, style, alsoInText(hit.alsoIn)),
  ];
  if (article.url) lines.push(`  ${style.dim(printable(article.url))}`);
  return lines.join('\n');
}

/** Where a passage stands, in as many lines as it takes. */
export function placeLine(passage: Passage, style: Style, more = ''): string {
  return wrap([{ text: place(passage) + more, paint: style.dim }], style.width - 2, '  ');
}

/** Where a passage stands, on one line. */
export function place({ article, paragraph, heading }: Passage): string {
  const parts = [
    article.title,
    article.outlet,
    article.published && longDate(article.published),
    `paragraph ${paragraph}`,
    heading && `under “${heading}”`,
  ];
  return printable(parts.filter(Boolean).join(' · '));
}
