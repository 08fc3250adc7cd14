import { readArticle } from '../../src/article/read.js';
import { read } from '../../src/attribution/attribute.js';
import type { Party, Reading, Statement } from '../../src/attribution/statement.js';
import { slice } from '../../src/text/span.js';

/** Reads paragraphs, one a line, as a story. */
export function readStory(...paragraphs: readonly string[]): Reading {
  return read(readArticle('story.txt', new TextEncoder().encode(`A headline\n\n${paragraphs.join('\n')}`)));
}

/** A statement as "kind | who | source | cue | content", the stretches of content parted by " … ". */
export function line(reading: Reading, statement: Statement): string {
  const { text } = reading.article;
  const words = (span: { start: number; end: number } | null) => (span ? slice(text, span) : '-');
  return [
    statement.kind,
    statement.party?.name ?? '-',
    words(statement.source),
    words(statement.cue),
    statement.content.map(words).join(' … '),
  ].join(' | ');
}

/** The statements of a story, one a line. */
export function said(...paragraphs: readonly string[]): string[] {
  const reading = readStory(...paragraphs);
  return reading.statements.map((s) => line(reading, s));
}

/** Who is quoted in a story, with what. */
export function who(...paragraphs: readonly string[]): string[] {
  const reading = readStory(...paragraphs);
  return reading.statements.map(
    (s) => `${s.party?.name ?? '-'}: ${s.content.map((c) => slice(reading.article.text, c)).join(' … ')}`,
  );
}

/** The party of a name. */
export function party(reading: Reading, name: string): Party | undefined {
  return reading.parties.find((p) => p.name === name);
}

/** The roles of a party, in the article's words. */
export function roles(reading: Reading, name: string): string[] {
  return party(reading, name)?.roles.map((r) => slice(reading.article.text, r)) ?? [];
}
