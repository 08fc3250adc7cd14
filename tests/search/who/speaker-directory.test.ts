import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/article/read.js';
import { read } from '../../../src/attribution/attribute.js';
import { buildCorpus } from '../../../src/corpus/corpus.js';
import type { Speaker } from '../../../src/corpus/speakers.js';
import { askedRole } from '../../../src/search/who/role-words.js';
import { SpeakerDirectory, withoutTitles } from '../../../src/search/who/speaker-directory.js';

const story = `The lamps

“They are out,” said Lamplighter chief Signe Orvik. “All of them,” said Nils Orvik-Dahl, deputy chief of the Lamp Office.
“Not mine,” said Henrik Moss, a baker. “Nor mine,” said Edith Moss, a baker of bread for the Lamp Office.
The Union of Lamp Makers said it was sorry. Two neighbours said it was dark.`;
const { speakers } = buildCorpus([read(readArticle('lamps.txt', new TextEncoder().encode(story)))]);
const directory = new SpeakerDirectory(speakers);
directory.learn();
const names = (found: readonly Speaker[]) => found.map((s) => s.name);

describe('a directory of speakers', () => {
  it('knows whom it has learnt, and nobody else', () => {
    const slow = new SpeakerDirectory(speakers);
    const [first, second] = speakers;
    if (!first || !second) throw new Error('the story has too few speakers');
    const find = (s: Speaker) =>
      s.kind === 'person' ? slow.named(s.name.toLowerCase().split(' ')) : slow.bodies.named(s.name);
    expect(slow.learn(1)).toBe(true);
    expect([names(find(first)), names(find(second))]).toEqual([[first.name], []]);
    while (slow.learn(1)) expect(names(find(first))).toEqual([first.name]);
    expect(names(find(second))).toEqual([second.name]);
    expect(slow.learn(1)).toBe(false);
  });

  it('has those first whom fewest other words describe', () => {
    const described = directory.roles.described(askedRole('baker'));
    expect(described.map(({ speaker, extra }) => [speaker.name, extra])).toEqual([
      ['Henrik Moss', 0],
      ['Edith Moss', 3],
    ]);
  });

  it('is asked by what somebody is, not by what they are of', () => {
    expect(directory.roles.described(askedRole('lamp office'))).toEqual([]);
    expect(directory.roles.described(askedRole('bread'))).toEqual([]);
  });

  it('takes no deputy for the chief', () => {
    const chiefs = directory.roles.described(askedRole('chief'));
    expect(names(chiefs.map((d) => d.speaker))).toEqual(['Signe Orvik']);
  });

  it('comes near by what somebody is with most of the words, then by the other words, then by what somebody is', () => {
    expect(names(directory.roles.near(askedRole('Lamp Office baker')))).toEqual([
      'Edith Moss',
      'Nils Orvik-Dahl',
      'Henrik Moss',
    ]);
  });

  it('finds bodies by name, initials, and one of a crowd', () => {
    const [union] = names(directory.bodies.named('the union of lamp makers'));
    expect(union).toMatch(/Union of Lamp Makers$/u);
    expect(names(directory.bodies.named('ULM'))).toEqual([union]);
    expect(names(directory.bodies.crowdsLike('two neighbour'))).toEqual(['Two neighbours']);
    expect(directory.bodies.crowds('two neighbour')).toEqual([]);
    expect(directory.bodies.named('lamp')).toEqual([]);
  });

  it('finds a name with hyphens or without', () => {
    expect(names(directory.named(['nils', 'orvik', 'dahl']))).toEqual(['Nils Orvik-Dahl']);
    expect(names(directory.named(['edith', 'moss']))).toEqual(['Edith Moss']);
  });

  it('is near by a surname, or a first name that is the same, not by one that nearly is', () => {
    expect(names(directory.nearest(['berta', 'moss'], 5))).toEqual(['Edith Moss', 'Henrik Moss']);
    expect(names(directory.nearest(['signe', 'brun'], 5))).toEqual(['Signe Orvik']);
    expect(names(directory.nearest(['sigrne', 'brun'], 5))).toEqual([]);
  });
});

describe('titles before a name', () => {
  it.each([
    ['justice roe', 'roe'],
    ['former sen roe', 'roe'],
    ['justice', 'justice'],
    ['secretary of state', 'secretary of state'],
    ['st roe', 'st roe'],
  ])('of “%s” leave “%s”', (words, name) => {
    expect(withoutTitles(words.split(' ')).join(' ')).toBe(name);
  });
});
