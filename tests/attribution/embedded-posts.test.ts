import { describe, expect, it } from 'vitest';
import { readStory } from './reading.js';

function posted(...paragraphs: readonly string[]): string[] {
  return readStory(
    'Mayor Mara Quill and Ines Calloway opened the ferry on Monday.',
    ...paragraphs,
  ).written.map(({ passage, party }) => `${party.name}: ${passage.text.slice(0, 6)}`);
}

const post = (author: string) =>
  `<tweet id="12" author="${author}" datetime="2019-06-02">The ferry is late again</tweet>`;

describe('a post that is marked as one', () => {
  it.each(['MaraQuill', '@mara_quill', 'realMaraQuill', 'MayorQuill', '@MaraQuill7'])(
    'is the words of whom the article names like its author: %s',
    (author) =>
      expect(posted(post(author), `${post(author)}.`)).toEqual(['Mara Quill: <tweet', 'Mara Quill: <tweet']),
  );

  it.each(['ferrywatch', 'Quill', 'quillfan', 'mara'])(
    'is nobody’s where its author may be anybody: %s',
    (author) => expect(posted(post(author))).toEqual([]),
  );

  it('has its paragraph to itself', () => {
    expect(posted(`Later she posted: ${post('MaraQuill')}`)).toEqual([]);
  });
});
