import { describe, expect, it } from 'vitest';
import { party, readStory, roles } from './reading.js';

/** The people whom a text names, with all their names. */
function people(...paragraphs: readonly string[]): string[] {
  return readStory(...paragraphs)
    .parties.filter((p) => p.kind === 'person')
    .map((p) => p.names.join(' / '));
}

describe('somebody who is named', () => {
  it.each([
    ['with particles', 'Klaus von der Heide met von der Heide’s dog.', 'Klaus von der Heide / Heide'],
    [
      'with Arabic articles',
      'Salim bin Umar al-Harbi spoke. “No,” said al-Harbi.',
      'Salim bin Umar al-Harbi / al-Harbi',
    ],
    ['with hyphens and accents', 'Ana-Lucía Núñez left. “No,” Nuñez said.', 'Ana-Lucía Núñez / Nuñez'],
    ['with initials', 'J. R. Quill left. “No,” Quill said.', 'J. R. Quill / Quill'],
    ['with a suffix', 'Oren Vale Jr. left. “No,” Mr. Vale said.', 'Oren Vale Jr. / Vale'],
    ['in two spellings', 'Hassan Al-Mousawi left. “No,” Musawi said.', 'Hassan Al-Mousawi / Musawi'],
    [
      'under two first names',
      'Mohammed Harbi left. “No,” Muhammad Harbi said.',
      'Mohammed Harbi / Muhammad Harbi',
    ],
    ['with a party and a state', 'Sen. Dora Crane (R-Ohio) left.', 'Dora Crane'],
    [
      'with the shortest of titles',
      '“No,” said Rev. Dora Crane. “Yes,” said Fr. Oren Vale.',
      'Dora Crane|Oren Vale',
    ],
    ['with an office', 'Secretary of State Dora Crane left.', 'Dora Crane'],
    ['with a first name that is a title too', '“No,” said Dean Quillan.', 'Dean Quillan'],
    ['in a headline', 'Mara Quill Meets Peter Vale', 'Mara Quill|Peter Vale'],
    [
      'with a title that no other bearer of the name can have',
      'The first lady, Susan Varga, left. “No,” Mr. Varga said.',
      'Susan Varga|Varga',
    ],
    ['only as somebody’s', 'Mara Quill’s bridge was closed.', 'Mara Quill'],
  ])('%s is a person', (_, text, expected) => {
    expect(people(text)).toEqual(expected.split('|'));
  });

  it('with the name of another place or body is none', () => {
    expect(people('The council met in San Quillo. “No,” said the Harbour Ministry.')).toEqual([]);
  });

  it('has the best of the names, even if it comes last', () => {
    expect(people('“No,” said Nuñez de la Cruz.', 'Ana-Lucía Núñez de la Cruz left.')[0]).toMatch(
      /^Ana-Lucía/u,
    );
  });

  it('has roles where they stand', () => {
    const reading = readStory(
      'Mara Quill, one of the best engineers of the port, met Secretary of State Dora Crane.',
      'Oren Vale, who as a young captain was the king’s physician, stayed.',
    );
    expect(roles(reading, 'Mara Quill')).toEqual(['one of the best engineers of the port']);
    expect(roles(reading, 'Dora Crane')).toEqual(['Secretary of State']);
    expect(roles(reading, 'Oren Vale')).toEqual(['who as a young captain was the king’s physician']);
    for (const name of ['Mara Quill', 'Dora Crane', 'Oren Vale'])
      expect(party(reading, name)?.mentions.length).toBeGreaterThan(0);
  });

  it('has no role that begins with what another did, or ends in the middle of a phrase', () => {
    const reading = readStory(
      'Harbour Sen. Mara Quill grilled Lund Bank chairman Oren Vale on Monday.',
      'Dora Crane, author of “The Long Quay,” and Nils Orr, whose husband is a pilot, listened.',
      'Ulf Hagen, a steel magnate whose brother-in-law, Jan Ried, was president, left.',
    );
    expect(roles(reading, 'Ulf Hagen')).toEqual(['a steel magnate']);
    expect(roles(reading, 'Oren Vale')).toEqual(['Lund Bank chairman']);
    expect(roles(reading, 'Dora Crane')).toEqual(['author']);
    expect(roles(reading, 'Nils Orr')).toEqual([]);
  });
});
