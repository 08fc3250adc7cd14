import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { readWithHeadline } from '../../src/attribution/attribute.js';
import type { Headline, Reading } from '../../src/attribution/statement.js';
import { slice } from '../../src/text/span.js';
import { line } from './reading.js';

const BODY =
  'Mara Quill and Nora Vale met on Monday. Both call the bridge a burden. The bridge will not close.';

function readUnder(headline: string, body = BODY): Reading & { headline: Headline | null } {
  const article = readArticle('story.txt', new TextEncoder().encode(`${headline}\n\n${body}`));
  const read = readWithHeadline(article);
  return { ...read.reading, headline: read.headline };
}

/** What a headline claims, one statement a line. */
function claims(headline: string): string[] {
  const reading = readUnder(headline);
  return reading.headline?.statements.map((s) => line(reading, s)) ?? [];
}

describe('a headline', () => {
  it.each([
    ['Quill: Bridge Will Not Close', 'indirect | Mara Quill | Quill | : | Bridge Will Not Close'],
    ['Quill: ‘It Will Not Close’', 'direct | Mara Quill | Quill | : | ‘It Will Not Close’'],
    ['Mara Quill on Bridge: “It Will Hold”', 'direct | Mara Quill | Mara Quill | : | “It Will Hold”'],
    ['The Latest: Vale: Bridge Is a ‘Burden’', 'mixed | Nora Vale | Vale | : | Bridge Is a ‘Burden’'],
    ['Bridge Will Not Close, Quill Says', 'indirect | Mara Quill | Quill | Says | Bridge Will Not Close'],
    ['Quill Says Bridge Will Not Close', 'indirect | Mara Quill | Quill | Says | Bridge Will Not Close'],
    [
      'Quill says the bridge will not close',
      'indirect | Mara Quill | Quill | says | the bridge will not close',
    ],
    ['Nora Vale Calls Bridge “a Burden”', 'mixed | Nora Vale | Nora Vale | Calls | Bridge “a Burden”'],
    ['Vale slams plan for bridge', 'indirect | Nora Vale | Vale | slams | plan for bridge'],
    ['Voters Say Bridge Will Not Close', 'indirect | Voters | Voters | Say | Bridge Will Not Close'],
  ])('claims in somebody’s name: %s', (headline, expected) => {
    expect(claims(headline)).toEqual([expected]);
  });

  it.each([
    'Bridge Stays Open',
    'One Question: Who Pays?',
    'WATCH: Bridge Stays Open',
    'Bridge Talk: What We Know',
  ])('claims nothing in anybody’s name: %s', (headline) => {
    expect(claims(headline)).toEqual([]);
  });

  it('is told where it stands, and is no passage', () => {
    const { article, headline, passages } = readUnder('  Quill: Bridge Will Not Close');
    expect(headline && slice(article.text, headline.passage)).toBe('Quill: Bridge Will Not Close');
    expect(headline?.passage.id).toBe('story#0');
    expect(passages.map((p) => p.id)).toEqual(['story#1']);
  });

  it('changes nothing of what the story says', () => {
    const plain = readUnder('Bridge Stays Open');
    const claimed = readUnder('Guards: Quill ‘Liar’');
    expect(claimed.headline?.statements.map((s) => s.party?.name)).toEqual(['Guards']);
    expect(claimed.statements).toHaveLength(plain.statements.length);
    expect(claimed.parties.map(({ name, names, mentions }) => [name, names, mentions.length])).toEqual(
      plain.parties.map(({ name, names, mentions }) => [name, names, mentions.length]),
    );
  });

  it('is none where the title is front matter’s or the file’s name', () => {
    expect(readUnder('---\ntitle: Quill says no\n---').headline).toBeNull();
    expect(readUnder('A long first paragraph, and no headline. '.repeat(9)).headline).toBeNull();
  });
});
