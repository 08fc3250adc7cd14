import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { read } from '../../src/attribution/attribute.js';
import type { Party, Reading } from '../../src/attribution/statement.js';
import { joinSpeakers } from '../../src/corpus/speakers.js';
import { atOnce } from '../../src/turns.js';

const story = (id: string, text: string, outlet?: string): Reading => {
  const about = outlet ? `---\noutlet: ${outlet}\n---\n` : '';
  return read(readArticle(`${id}.txt`, new TextEncoder().encode(`${about}A headline\n\n${text}`)));
};
const joined = (readings: readonly Reading[]) => atOnce(joinSpeakers(readings));
const names = (...readings: Reading[]) => joined(readings).speakers.map((s) => s.name);

describe('speakers over several stories', () => {
  it('are one where the name is the same but for titles, initials, short forms and accents', () => {
    expect(
      names(
        story('a', '“Yes,” said Robert T. Málaga.'),
        story('b', '“No,” said Dr. Robert Malaga.'),
        story('c', '“Perhaps,” said Bob Malaga.'),
      ),
    ).toEqual(['Robert T. Málaga']);
  });

  it('are several where first names or initials differ', () => {
    expect(
      names(
        story('a', '“Yes,” said John A. Quill.'),
        story('b', '“No,” said John B. Quill.'),
        story('c', '“Perhaps,” said Joan Quill.'),
      ),
    ).toHaveLength(3);
  });

  it('take in a bare surname that only one of them has', () => {
    expect(
      names(story('a', '“Yes,” said Mara Quill.'), story('b', '“No,” Quill said. “Never,” Quill said.')),
    ).toEqual(['Mara Quill']);
  });

  it('leave a bare surname alone that relatives share', () => {
    const found = names(
      story('a', '“Yes,” said Robert Quill.'),
      story('b', '“No,” said Susan Quill.'),
      story('c', '“Never,” Quill said. “No,” Quill said.'),
    );
    expect(found.toSorted()).toEqual(['Quill', 'Robert Quill', 'Susan Quill']);
  });

  it('give a surname with a title to the relative of that gender', () => {
    const { speakers } = joined([
      story('a', '“Yes,” said Robert Quill.'),
      story('b', '“No,” said Susan Quill.'),
      story('c', '“Never,” Mrs. Quill said.'),
    ]);
    expect(speakers.find((s) => s.name === 'Susan Quill')?.statements).toHaveLength(2);
  });

  it('are one in several spellings', () => {
    expect(
      names(
        story('a', '“Yes,” said Muhammad Al-Mousawi.'),
        story('b', '“No,” said Mohammed Musawi.'),
        story('c', '“Perhaps,” Mussawi said.'),
      ),
    ).toHaveLength(1);
  });

  it('have a name without the words that a story put before it', () => {
    expect(
      names(story('a', '“Yes,” said Quillporter Robert Vale.'), story('b', '“No,” said Robert Vale.')),
    ).toEqual(['Robert Vale']);
  });

  it('are two of one name where both the outlet and what they are tell them apart', () => {
    const from = (outlet: string, id: string, text: string): Reading => story(id, text, outlet);
    const goal = from('The Lund Post', 'a', '“Yes,” said Oren Vale, the goalkeeper of the River Club.');
    const faith = from('The Port Herald', 'b', '“No,” said Oren Vale, the bishop of Lund.');
    expect(joined([goal, faith]).speakers.map((s) => s.statements.length)).toEqual([1, 1]);
    const both = from('The Lund Post', 'c', '“Never,” said Oren Vale, the bishop of Lund.');
    expect(names(goal, faith, both)).toEqual(['Oren Vale']);
    const nothing = from('The Port Herald', 'd', '“No,” said Oren Vale.');
    expect(names(goal, nothing)).toEqual(['Oren Vale']);
  });

  it('are there if they are only mentioned, with all the stories that do', () => {
    const { speakers } = joined([
      story('a', 'The bridge of Mara Quill was closed.'),
      story('b', 'Mara Quill wept.'),
    ]);
    expect(speakers.map((s) => [s.name, s.statements.length, s.mentions, s.articles.length])).toEqual([
      ['Mara Quill', 0, 2, 2],
    ]);
  });

  it('have each role once, in the words of the stories', () => {
    const { speakers } = joined([
      story('a', '“Yes,” said harbour master Mara Quill.'),
      story('b', '“No,” said Harbour Master Mara Quill, a mother of two.'),
    ]);
    expect(speakers[0]?.roles.map((r) => r.text)).toEqual(['harbour master', 'a mother of two']);
  });

  it('are two where their initials differ from the first', () => {
    const { speakers } = joined([
      story('a', '“Yes,” said Orson H.W. Quill.'),
      story('b', '“No,” said Orson W. Quill. “Well,” said Dana Maria Roe Vale.'),
      story('c', '“No,” said Orson Quill. “So,” said Dana Roe Vale.'),
    ]);
    expect(speakers.map((s) => s.name)).toEqual(
      expect.arrayContaining(['Orson H.W. Quill', 'Orson W. Quill', 'Dana Maria Roe Vale']),
    );
    expect(speakers.map((s) => s.name)).not.toContain('Dana Roe Vale');
  });

  it('have the role first that most stories give', () => {
    const { speakers } = joined([
      story('a', '“Yes,” said harbour master Mara Quill, a mother of two.'),
      story('b', '“No,” said club president Mara Quill. “Never,” said club president Mara Quill.'),
      story('c', '“Well,” said Mara Quill, a mother of two.'),
    ]);
    expect(speakers[0]?.roles.map((r) => r.text)).toEqual([
      'a mother of two',
      'harbour master',
      'club president',
    ]);
  });

  it('keep their keys when stories come, go and change places', () => {
    const a = story('a', '“Yes,” said Robert T. Málaga.');
    const b = story('b', '“No,” said Robert Malaga. “Yes,” said Mara Quill.');
    const keys = (...readings: Reading[]) =>
      new Map(joined(readings).speakers.map((s) => [s.name.split(' ').at(-1), s.key]));
    expect(keys(a, b)).toEqual(keys(b, a));
    expect(keys(b).get('Quill')).toBe(keys(a, b).get('Quill'));
    expect(keys(b).get('Malaga')).toBe(keys(a).get('Málaga'));
  });

  it('have keys of their own even where their names nearly agree', () => {
    const { speakers } = joined([
      story('a', '“Yes,” said John A. Quill.'),
      story('b', '“No,” said John B. Quill.'),
    ]);
    expect(new Set(speakers.map((s) => s.key)).size).toBe(2);
    for (const { key } of speakers) expect(key).toMatch(/^[\w-]{8}$/u);
  });

  it('are found for every party', () => {
    const readings = [
      story('a', 'Analysts said it rained. “Yes,” said Mara Quill.'),
      story('b', 'Analysts said it rained.'),
    ];
    const { speakerOfParty, speakers } = joined(readings);
    for (const reading of readings)
      for (const party of reading.parties) expect(speakerOfParty(party, reading.article)).toBeDefined();
    expect(speakers.find((s) => s.kind === 'group')?.articles).toHaveLength(2);
  });

  it('are joined in time proportional to their number', () => {
    const [reading] = [story('a', '“Yes,” said Mara Quill.')];
    const party = (i: number): Party => ({
      name: `Mara${i} Quill${i % 700}`,
      kind: 'person',
      names: [`Mara${i} Quill${i % 700}`],
      roles: [],
      mentions: [],
      gender: null,
    });
    const many = Array.from({ length: 300 }, (_, r) => ({
      ...reading,
      statements: [],
      parties: Array.from({ length: 50 }, (_unused, i) => party(r * 50 + i)),
    }));
    // Processor time: other tests run at the same time.
    const start = process.cpuUsage();
    expect(joined(many).speakers).toHaveLength(15_000);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
  });
});
