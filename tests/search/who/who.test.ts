import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/article/read.js';
import { read } from '../../../src/attribution/attribute.js';
import { buildCorpus } from '../../../src/corpus/corpus.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { completeSpeakers, who, type WhoResult } from '../../../src/search/who/who.js';

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

describe('who, among namesakes, offices and bodies', () => {
  const election = [
    `The vote

“We will win,” said President Arno Quist. “Surely,” said Brita Quist, a gardener. Mr. Quist and Mrs. Quist left. She waved.
The Vale campaign said it would win. “Never,” said Orla Fenn, a spokeswoman for the Vale campaign.
“Perhaps,” said Tilda Marsh, the former head of the Ferry Builders Guild. “Not yet,” said Rurik Sand, Ostmark Gov.
“It is late,” said Ostmark State Senator Ines Holm. “Too late,” said Sen. Peter Damm. “Later than that,” the Northern Harbour Times said.
“It is close,” said Osk Brandt, a veteran market strategist. Kai Lien-Moe was not there. Ada Lund Berg was.`,
    `The count

“Yes,” said Tove Kalm, the Mill House press secretary. “No,” said Anders Bly, Skerry’s director of sales. “Ho,” said pilot Henrik Quist.
President Arno Quist was there. Vice President Hjalmar Quist was not. “Ha,” said Juno Frost, Mr. Damm’s adviser.
His wife, Lotte Rask, smiled. “Fine,” said his wife, Runa Rask. The woman said it was late. Ballot clerks said it was early.
“So,” said Leif Tarn. “So,” said his daughter, Ingrid Tarn.`,
    `The end

“Up,” said Rep. Karin Vik. “Down,” said Rep. Henrik Lyng. “In,” said Rolf Eik Jr., a cook.
“Out,” said Vidar Lo, a chief officer of the Blue Ferry. Ferry officers said it was late.
“So it is,” the Justice Office said.
“Over,” said President Arno Quist. “At last,” said a President Leif Tarn.`,
  ];
  const known = indexCorpus(
    buildCorpus(
      election.map((text, i) => read(readArticle(`vote-${i}.txt`, new TextEncoder().encode(text)))),
    ),
  );
  const listed = async (query: string) => {
    const result = who(await known, query);
    const speakers =
      result.status === 'found'
        ? [result.speaker]
        : result.status === 'ambiguous'
          ? result.candidates
          : result.nearest;
    return [result.status, ...speakers.map((s) => s.name)].join(', ');
  };

  it.each([
    ['a body by its name', 'Vale campaign', 'The Vale campaign'],
    ['a body with “the”', 'the Northern Harbour Times', 'Northern Harbour Times'],
    ['a body by its initials', 'NHT', 'Northern Harbour Times'],
    ['a crowd with “the”', 'the woman', 'The woman'],
    ['a crowd by one of it', 'ballot clerk', 'Ballot clerks'],
    ['somebody of a body by what they are', 'Vale campaign spokesman', 'Orla Fenn'],
    ['an office that is written short', 'Ostmark governor', 'Rurik Sand'],
    ['a spokesman who is called otherwise', 'the spokesman for the Mill House', 'Tove Kalm'],
    ['a name without its hyphen', 'Kai Lien Moe', 'Kai Lien-Moe'],
    ['a name with a hyphen that it has not', 'Ada Lund-Berg', 'Ada Lund Berg'],
    ['the one of a name who has the title', 'President Quist', 'Arno Quist'],
    ['one who is only mentioned, by the title', 'Vice President Quist', 'Hjalmar Quist'],
    ['the one of a name who is a woman', 'Mrs. Quist', 'Brita Quist'],
    ['a relative, of the same surname', 'Tarn’s daughter', 'Ingrid Tarn'],
  ])('finds %s', async (_, query, name) => {
    expect(await listed(query)).toBe(`found, ${name}`);
  });

  it('offers the people of a body that is no speaker, and takes none of them for it', async () => {
    expect(await listed('Skerry')).toBe('not-found, Anders Bly');
    expect(await listed('Ferry Builders Guild')).toBe('not-found, Tilda Marsh');
    expect(await listed('FBG')).toBe('not-found, Tilda Marsh');
  });

  it('takes nobody for what only colours what they are', async () => {
    expect(await listed('veteran')).toBe('not-found, Osk Brandt');
  });

  it('takes no state senator for a senator, and offers her and whoever is one', async () => {
    expect(await listed('Ostmark senator')).toMatch(/^not-found, Ines Holm, .*Peter Damm/u);
  });

  it('has first of all who are called so by most stories', async () => {
    expect(await listed('the president')).toBe('ambiguous, Arno Quist, Leif Tarn');
    expect(await listed('Mr. President')).toBe('ambiguous, Arno Quist, Leif Tarn');
  });

  it('takes everybody for somebody’s wife who is one', async () => {
    expect(await listed('his wife')).toBe('ambiguous, Runa Rask, Lotte Rask');
  });

  it('offers a surname before a role, and a woman for a wife', async () => {
    expect(await listed('Gunda Tarn')).toBe('not-found, Leif Tarn, Ingrid Tarn');
    expect(await listed('Bly’s wife')).toBe('not-found, Runa Rask, Lotte Rask');
  });

  it('offers everybody of a name whose suffix nobody has, and takes none for a junior', async () => {
    expect(await listed('Quist Sr.')).toBe('not-found, Arno Quist, Brita Quist, Henrik Quist, Hjalmar Quist');
    expect(await listed('Leif Tarn Jr.')).toBe('not-found, Leif Tarn, Ingrid Tarn');
    expect(await listed('Rolf Eik Jr.')).toBe('found, Rolf Eik Jr.');
  });

  it('offers the husband where the stories have no wife', async () => {
    expect(await listed('Mrs. Damm')).toMatch(/^not-found, Peter Damm, /u);
  });

  it('asks of a congresswoman for a woman', async () => {
    expect(await listed('congresswoman')).toBe('found, Karin Vik');
  });

  it('takes one of a body for somebody before it takes them for many', async () => {
    expect(await listed('ferry officer')).toBe('found, Vidar Lo');
    expect(await listed('ferry officers')).toBe('found, Ferry officers');
  });

  it('finds nobody for a word of grammar', async () => {
    expect(await listed('the')).toBe('not-found');
  });

  it('takes an office that nobody has for nobody’s name', async () => {
    expect(await listed('chief justice')).toMatch(/^not-found/u);
  });

  it('takes no saint’s name for a title', async () => {
    expect(await listed('St. Leif')).toBe('not-found');
  });
});

describe('who, by what a story tells beside names and roles', () => {
  const told = [
    `Harbour panel delays its report

“It comes in spring,” Chairman Otto Renk said. The harbour committee has met nine times.
“Too late,” said Governor Mads Lind, on a visit to Ostmark. “Far too late,” said Vera Holt, a spokeswoman.
Holt's former teacher, Anna Lind, was there, and so was Tomas Lind. Trolling Lind is a sport. Cameron Ek smiled.`,
    `The mill closes

“We knew,” said Ida Brask, chair of the Northern Mill Union Youth Council. Chairman Otto Renk was away.
“We have asked Larsson and were told nothing,” Ms. Brask said. Her adviser, Nils Vang, said: “Larsson must go.”
“Not now,” said quay spokesman Navy Capt. Rolf Dahl. “Ever,” said former Skerry mayor Jan Holt. “Hm,” Nate Post said.`,
    `Ferry board sits

“It was better once,” said former treasurer Arne Moe. The ferry board has met twice. “Late,” Sheriff Odd Lie said, in Vestmark.
“No,” said Pia Aune, communications director of the Southern Ferry Guild. “Yes,” said Geir Sand, staff secretary of Orrin Hall.`,
    `Train is late

Ida Brask waited for Lind’s train. His assistant, Siv Nes, said: “It is late.” Ms. Tveit said: “It is.”`,
  ];
  const known = indexCorpus(
    buildCorpus(told.map((text, i) => read(readArticle(`told-${i}.txt`, new TextEncoder().encode(text))))),
  );
  const found = async (query: string) => show(who(await known, query));

  it('tells all of a surname, who are only mentioned too', async () => {
    expect(await found('Lind')).toBe('ambiguous: Anna Lind, Mads Lind, Tomas Lind');
  });

  it('takes the surname alone where no story has a first name', async () => {
    expect(await found('Anders Larsson')).toBe('Larsson');
    expect(await found('Anders Lind')).toMatch(/^not-found/u);
    expect(await found('Maria Tveit')).toBe('Tveit');
    expect(await found('Anders Tveit')).toMatch(/^not-found/u);
  });

  it('completes a bare role by the words beside it', async () => {
    expect(await found('harbour committee chairman')).toBe('Otto Renk');
    expect(await found('Brask’s adviser')).toBe('Nils Vang');
    expect(await found('Renk’s adviser')).toMatch(/^not-found/u);
    expect(await found('mill committee chairman')).toMatch(/^not-found/u);
    expect(await found('Lind’s assistant')).toBe('Siv Nes');
    expect(await found('Brask’s assistant')).toMatch(/^not-found/u);
  });

  it('takes the first of a body for its head, however they are called', async () => {
    expect(await found('head of the Northern Mill Union Youth Council')).toBe('Ida Brask');
    expect(await found('leader of the NMUYC')).toBe('Ida Brask');
    for (const whole of ['leader of the NMU', 'head of the Northern Mill Union'])
      expect(await found(whole)).toMatch(/^not-found/u);
    expect(await found('head of the mill')).toMatch(/^not-found/u);
    expect(await found('head of the Southern Ferry Guild')).toMatch(/^not-found/u);
    expect(await found('chief of staff of Orrin Hall')).toMatch(/^not-found/u);
  });

  it('takes nobody who was it for who is it', async () => {
    expect(await found('Skerry mayor')).toBe('not-found: Jan Holt');
    expect(await found('former Skerry mayor')).toBe('Jan Holt');
    expect(await found('ferry board treasurer')).toMatch(/^not-found/u);
    expect(await found('former ferry board treasurer')).toBe('Arne Moe');
  });

  it('takes initials and short words for no slip of a name', async () => {
    expect(await found('NATE')).toBe('Nate Post');
    for (const other of ['NATO', 'poet']) expect(await found(other)).toMatch(/^not-found/u);
  });

  it('finds a spokesman whose rank stands behind', async () => {
    expect(await found('quay spokesman')).toBe('Rolf Dahl');
  });

  it('takes nobody for the governor of a place that stands beside the title', async () => {
    expect(await found('Ostmark governor')).toMatch(/^not-found/u);
    expect(await found('Vestmark sheriff')).toMatch(/^not-found/u);
  });

  it('knows a body by the initials that its name begins with', async () => {
    expect(await found('NMU youth council chair')).toBe('Ida Brask');
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
    const start = process.cpuUsage();
    for (let i = 0; i < 20; i++)
      completeSpeakers(many, ['person3', 'surna', 'zurname', 'prson1 su'][i % 4]!, 25);
    expect(process.cpuUsage(start).user / 1000 / 20).toBeLessThan(60);
  });
});
