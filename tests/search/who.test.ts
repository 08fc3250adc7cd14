import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { read } from '../../src/attribution/attribute.js';
import { buildCorpus } from '../../src/corpus/corpus.js';
import { indexCorpus } from '../../src/search/index-corpus.js';
import { completeSpeakers, who, type WhoResult } from '../../src/search/who.js';

const stories = [
  `The bridge

“The bridge is safe,” said Harbour police chief Marta Quillfeather. “It always was,” she said.
Her predecessor, former Harbour police chief Dan Osgood, said nothing.
“I doubt it,” said Robert Vale, a lawyer for the River Club. His wife, Susan Vale, disagreed. “It is fine,” Susan Vale said.
Hassan Al-Roumi, the port's director, was not there. Sen. Tomás Ibáñez (D-Ohio) was.
Justice Ana Nervi ruled that the bridge must stay open. The Crime Bill and the Harbour Bill are old.
“Old indeed,” said Bill Ferry. “Hardly,” said Olga Brandt, a director of state.
Half of voters in each state said they agree. “I never saw it,” said pilot Nora Berg-Lie.`,
  `The river

“The river is clean,” Bernadette Lund, president of the National League of Anglers, said. “Very clean.”
“It is not,” said Gary Johnsson, a fisherman. “It is,” said Ulf Johnsson, a chemist.
“Perhaps,” said retired Gen. Nils Orr. “Sometimes,” said Idris Saadok, director of the Lund-based Free Bakers Guild. “Never,” said Hassan Al-Mousawi, chief executive of the oil company Petrol Lund.`,
];
const corpus = buildCorpus(
  stories.map((text, i) => read(readArticle(`story-${i}.txt`, new TextEncoder().encode(text)))),
);
const index = await indexCorpus(corpus);
const show = (result: WhoResult) =>
  result.status === 'found'
    ? result.speaker.name
    : `${result.status}: ${(result.status === 'ambiguous' ? result.candidates : result.nearest)
        .map((s) => s.name)
        .toSorted()
        .join(', ')}`;

describe('who', () => {
  it.each([
    ['by full name', 'Marta Quillfeather', 'Marta Quillfeather'],
    ['in small letters', 'marta quillfeather', 'Marta Quillfeather'],
    ['by surname', 'Quillfeather', 'Marta Quillfeather'],
    ['by a first name that only one has', 'Bernadette', 'Bernadette Lund'],
    ['in a question', 'Who is Marta Quillfeather?', 'Marta Quillfeather'],
    ['with a title that the story has', 'Gen. Orr', 'Nils Orr'],
    ['with a title that the story has not', 'Dr Lund', 'Bernadette Lund'],
    ['with a title that looks like a name', 'Justice Nervi', 'Ana Nervi'],
    ['by role', 'harbour police chief', 'Marta Quillfeather'],
    ['by role, in other order', 'river club lawyer', 'Robert Vale'],
    ['by role with initials', 'NLA president', 'Bernadette Lund'],
    ['by role, with a part of a name', 'Free Bakers Guild director', 'Idris Saadok'],
    ['by role and employer', "the oil company's CEO", 'Hassan Al-Mousawi'],
    ['by role and name', 'fisherman Johnsson', 'Gary Johnsson'],
    ['misspelt', 'Marta Quilfether', 'Marta Quillfeather'],
    ['misspelt surname', 'quillfaether', 'Marta Quillfeather'],
    ['in another transliteration', 'El-Rumi', 'Hassan Al-Roumi'],
    ['with other vowels doubled', 'Sadook', 'Idris Saadok'],
    ['without accents', 'ibanez', 'Tomás Ibáñez'],
    ['with an ending that sounds the same', 'bill ferrie', 'Bill Ferry'],
    ['by role, though a crowd bears its words', 'director of state', 'Olga Brandt'],
    ['by role and a surname with a hyphen', 'pilot Berg-Lie', 'Nora Berg-Lie'],
    ['as a message marks it up', '**@quillfeather**?', 'Marta Quillfeather'],
    ['by a first name that a thing has too, of which nothing is said', 'bill', 'Bill Ferry'],
    ['by full name where relatives share the surname', 'Susan Vale', 'Susan Vale'],
  ])('finds somebody %s', (_, query, name) => {
    expect(show(who(index, query))).toBe(name);
  });

  it('offers those whose role is nearly as asked, where nobody’s is', () => {
    expect(show(who(index, 'Lundport police chief'))).toBe('not-found: Dan Osgood, Marta Quillfeather');
  });

  it('takes a short word for no other one that begins with another letter', () => {
    expect(show(who(index, 'pill'))).toBe('not-found: ');
  });

  it('offers a choice where a surname is shared', () => {
    expect(show(who(index, 'Vale'))).toBe('ambiguous: Robert Vale, Susan Vale');
    expect(show(who(index, 'johnsson'))).toBe('ambiguous: Gary Johnsson, Ulf Johnsson');
  });

  it('offers all who fit, however many', async () => {
    const firstNames = 'Adam Brian Carl David Edgar Frank Gerald Henry Isaac Jacob Karl Louis'.split(' ');
    const text = firstNames.map((name) => `“It rains,” said ${name} Tollmark.`).join('\n');
    const story = read(readArticle('many.txt', new TextEncoder().encode(`The rain\n\n${text}`)));
    const result = who(await indexCorpus(buildCorpus([story])), 'Tollmark');
    expect(result.status === 'ambiguous' && result.candidates).toHaveLength(firstNames.length);
  });

  it('does not take one part of a name for the whole', () => {
    expect(show(who(index, 'Boris Johnsson'))).toBe('not-found: Gary Johnsson, Ulf Johnsson');
    expect(show(who(index, 'Bernadette Soubirous'))).toBe('not-found: Bernadette Lund');
  });

  it('finds nobody for empty, odd and endless queries', () => {
    for (const query of ['', '  ', '???', '“”', '🙂', 'x'.repeat(5000)])
      expect(who(index, query).status).toBe('not-found');
  });

  it('gives somebody who is only mentioned no words', () => {
    const result = who(index, 'Hassan Al-Roumi');
    expect(result.status === 'found' && result.speaker.statements).toEqual([]);
  });
});

describe('completion of speakers', () => {
  const complete = (typed: string) => completeSpeakers(index, typed, 5).map((s) => s.name);

  it('begins with the most quoted', () => {
    expect(complete('')).toEqual(corpus.speakers.slice(0, 5).map((s) => s.name));
  });

  it.each([
    ['mar', 'Marta Quillfeather'],
    ['quil', 'Marta Quillfeather'],
    ['susan v', 'Susan Vale'],
    ['fisher', 'Gary Johnsson'],
    ['roum', 'Hassan Al-Roumi'],
    ['quillfae', 'Marta Quillfeather'],
  ])('"%s" goes on to %s', (typed, name) => {
    expect(complete(typed)[0]).toBe(name);
  });

  it('offers nothing for what nobody is called', () => {
    expect(complete('zzzzzz')).toEqual([]);
  });

  it('is quick among many', () => {
    const many = {
      ...index,
      corpus: {
        ...corpus,
        speakers: Array.from({ length: 10_000 }, (_, i) => ({
          ...corpus.speakers[i % corpus.speakers.length]!,
          name: `Person${i.toString(36)} Surname${(i * 7).toString(36)}`,
          names: [`Person${i.toString(36)} Surname${(i * 7).toString(36)}`],
        })),
      },
    };
    completeSpeakers(many, 'per', 25);
    const start = performance.now();
    for (let i = 0; i < 20; i++)
      completeSpeakers(many, ['person3', 'surna', 'zurname', 'prson1 su'][i % 4]!, 25);
    expect((performance.now() - start) / 20).toBeLessThan(60);
  });
});
