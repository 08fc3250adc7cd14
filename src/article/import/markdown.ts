import type { Draft } from '../draft.js';
import { readFrontMatter } from '../front-matter.js';
import { ArticleError } from '../../errors.js';
import { NO_DATE } from './plain.js';
import { tidy } from './tidy.js';

/**
 * Reads Markdown as a draft: front matter, a headline (the title that it names, or the first heading, or the first line),
 * and the text without the marks.
 * @throws ArticleError where there is no story in it
 */
export function readMarkdown(name: string, markdown: string): Draft {
  const { meta, end } = readFrontMatter(name, markdown);
  const found = plainBlocks(markdown.slice(end));
  const heading = meta.title ?? found[0];
  if (heading === undefined)
    throw new ArticleError(name, 'is empty: write the headline on its first line, then the story');
  const repeats = meta.title === undefined || found[0] === meta.title;
  return tidy(
    {
      title: heading,
      outlet: meta.outlet ?? null,
      author: meta.author ?? null,
      published: meta.date ?? null,
      url: meta.url ?? null,
      text: found.slice(repeats ? 1 : 0).join('\n\n'),
      doubts: meta.date === undefined ? [NO_DATE] : [],
    },
    name,
  );
}

/** The paragraphs, headings and items of a Markdown text, without their marks. */
function plainBlocks(markdown: string): string[] {
  const found: string[] = [];
  let lines: string[] = [];
  const close = () => {
    const text = withoutMarks(lines.join(' ')).replace(/\s+/gu, ' ').trim();
    if (text) found.push(text);
    lines = [];
  };
  for (const line of withoutComments(markdown).split(/\r\n?|\n/u)) {
    const text = line.replace(/^(?:\s{0,8}>)+ ?/u, '').trim();
    if (!text || isRule(text)) {
      // A line of === or --- below a paragraph makes it a heading; by itself it parts.
      close();
      continue;
    }
    if (isDefinition(text)) continue;
    const heading = /^#{1,6}(?:\s+|$)/u.exec(text);
    const item = /^(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/u.exec(text);
    if (heading ?? item) close();
    lines.push(heading ? headingText(text) : text.slice(item?.[0].length ?? 0));
    if (heading) close();
  }
  close();
  return found;
}

function headingText(line: string): string {
  const text = line.replace(/^#{1,6}/u, '').trim();
  const marks = /(?:^|\s)#+$/u.exec(text.slice(-20));
  return marks ? text.slice(0, text.length - marks[0].length) : text;
}

/** A line that is drawn, the edge of a code block, or that below a table's head. */
function isRule(line: string): boolean {
  const marks = line.replace(/\s/gu, '');
  return (
    /^(?:-{2,}|={2,}|\*{3,}|_{3,})$/u.test(marks) ||
    /^(?:`{3,}|~{3,})/u.test(line) ||
    /^[|:-]{3,}$/u.test(marks)
  );
}

/** Where a link or a footnote leads, which isn't part of the text. */
function isDefinition(line: string): boolean {
  return /^\[[^\]]{1,200}\]:\s/u.test(line);
}

function withoutComments(text: string): string {
  const parts = text.split('<!--');
  return parts
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf('-->') + 3 || part.length)))
    .join('');
}

/** A stretch of text in the marks for stress, none of which stand at white space. */
const STRESS = [
  /(?<![\w*])\*\*\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*\*\*(?!\w)/gu,
  /\*\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*\*/gu,
  /(?<![\w_])__(?=\S)([^_\n]{1,2000}?)(?<=\S)__(?!\w)/gu,
  /(?<![*\\])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=\S)\*/gu,
  /(?<![\w\\])_(?=[^\s_])([^_\n]{1,2000}?)(?<=\S)_(?!\w)/gu,
  /~~(?=\S)([^~\n]{1,2000}?)(?<=\S)~~/gu,
  /`{1,2}([^`\n]{1,2000})`{1,2}/gu,
];

function withoutMarks(text: string): string {
  let plain = text
    .replace(/!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])/gu, '')
    .replace(/\[\^[^\]\n]{1,50}\]/gu, '')
    .replace(
      /\[([^[\]\n]{1,1000})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\]\n]{0,200}\])/gu,
      '$1',
    )
    .replace(/<(https?:\/\/[^\s<>]{1,2000})>/gu, '$1')
    .replace(/<\/?[a-z][^<>]{0,500}>/giu, '')
    .replace(/^\||\|$/gu, '')
    .replace(/\s\|\s?/gu, ' ');
  for (const mark of STRESS) plain = plain.replace(mark, '$1');
  return plain
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/gu, (_, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};
