import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/search/ask.js';
import { candidates } from '../../../src/search/rank/candidates.js';
import { evidence } from '../../../src/search/decline/evidence.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { understand } from '../../../src/search/question/question.js';
import { rank } from '../../../src/search/rank/rank.js';
import { corpusOfFiles } from '../../stories.js';

const files = {
  'quarry.txt': `Quarry at Stenholm to close
The quarry at Stenholm will close in June after 62 years, its owner said on Friday.

“We sold 900 tons last year; we used to sell that in a week,” said Marta Hollis, the manager.

Twelve workers lose their jobs. Three of them are older than 60.

The union asked the county for a training course. “No gravel, no roads,” said Idris Al-Wafi, a driver.`,
  'lake.txt': `Lake Orrin too warm for trout
Water in Lake Orrin reached 24 degrees in July, biologist Sten Aker said.

Aker, 58, has measured the lake since 1991.

Anglers caught nine trout in all of August.`,
};
const index = await indexCorpus(corpusOfFiles(files));

function weighed(text: string) {
  const asked = understand(text, index.vocabulary, index.book);
  const limits = { articles: null, speaker: null };
  return evidence(index, asked, rank(index, asked, candidates(index, asked, limits), null));
}

describe('evidence', () => {
  it('sees that all words stand in the best passage', () =>
    expect(weighed('training course county union')).toMatchObject({
      plainWords: 1,
      weakest: 1,
      strangers: 0,
    }));

  it('sees a word that stands nowhere', () => expect(weighed('quarry pensions June')?.weakest).toBe(0));

  it('takes a capitalised word that no story holds for a stranger’s name', () =>
    expect(weighed('the quarry and Vibeke Rolvsen')?.strangers).toBeGreaterThan(0.3));

  it('misses a figure that is asked for', () => {
    expect(weighed('How many training courses did the union ask the county for?')?.lacksFigure).toBe(1);
    expect(weighed('How many workers lose their jobs?')?.lacksFigure).toBe(0);
  });

  it('counts a remembered quotation', () =>
    expect(weighed('who said "we used to sell that in a week"')?.quotation).toBeGreaterThan(0.9));

  it('is none where nothing was found', () => expect(weighed('?!')).toBeNull());
});

describe('declining', () => {
  it.each([
    ['a name alone, of whom something else is asked', 'Where did Marta Hollis go to university?'],
    ['another subject that shares a word', 'What is the best recipe for trout in cream sauce?'],
    ['strangers', 'Did Vibeke Rolvsen win the chess final?'],
    ['a number that isn’t told', 'How many training courses are there?'],
    ['an age that isn’t told', 'How old is Marta Hollis?'],
    ['names alone of a short question', 'Who did Marta Hollis marry?'],
    ['somebody whose name shares only its “al” with others', 'what did al-tamimi say about gravel'],
    ['a relative whom no story quotes', "What did Marta Hollis's husband say about the quarry?"],
    ['a price that isn’t told', 'How much did the quarry at Stenholm sell for?'],
  ])('%s', (_, text) => expect(ask(index, { text }).found).toBe(false));

  it.each([
    ['When will the quarry close?', 'in June'],
    ['How many workers lose their jobs?', 'Twelve'],
    ['How old is Aker?', '58'],
    ['trout', 'nine trout'],
    ['How warm was the water in Lake Orrin?', '24 degrees'],
  ])('answers: %s', (text, words) => {
    const { found, hits } = ask(index, { text });
    expect(found).toBe(true);
    expect(hits[0]?.passage.text).toContain(words);
  });
});

const bypass = await indexCorpus(
  corpusOfFiles({
    'bypass.txt': `Bypass divides Tornmouth
“The bypass will save our market,” said Mayor Douglas Arden.

“Lorries shake my windows all night,” said Hank Oster, a baker, who wants the bypass.

Ronald Camber, who owns the quarry, gave money for the bypass and was not at the meeting.

“A tunnel costs twice as much, and it is worth it,” Miriam Alder told the council about the bypass.

“The bypass is a mask for a new quarry, and alone we cannot stop it,” said Feodor Lindqvist, who writes for Camber.

Rita Vollan spoke first, and she was angry.

“The ferry would be cheaper than any bypass we could ever build,” the deputy mayor told the meeting.

The meeting went on until ten.

“Trams are for cities,” Vollan said.

Buses stop at ten.

“A ferry in the south is a joke,” said Olaf Brekke.

Nobody laughed.

“South Street is a joke,” said Rita Vollan.

David Lund and Chuck Reyle drew the map of the bypass.

Ice closed the road to the bridge in May, and the fair was put off until June.`,
  }),
);
const asked = (text: string) => ask(bypass, { text });
const typed = (names: readonly string[]) => names.flatMap((name) => [name, name.toLowerCase()]);

describe('somebody whom the stories don’t know', () => {
  const strangers = typed([
    'Vibeke Rolvsen',
    'Chuck Bramling',
    'David Camber',
    'Vera Hanks',
    'Tom Alder',
    'Elma Musk',
    'Grigor Oster',
    'Mark Lund',
  ]);

  it.each(strangers)('has not said what others say: what did %s say about the bypass', (name) => {
    const { found, reason, speaker } = asked(`what did ${name} say about the bypass`);
    expect({ found, reason, speaker }).toEqual({ found: false, reason: 'not-in-stories', speaker: null });
  });

  it.each(strangers)('has not said anything: what did %s say', (name) => {
    const { found, reason, speaker } = asked(`what did ${name} say`);
    expect({ found, reason, speaker }).toEqual({ found: false, reason: 'not-in-stories', speaker: null });
  });

  it.each(typed(['Hanks', 'Musk', 'Bramling', 'Aldous']))('by surname alone: what did %s say', (name) =>
    expect(asked(`what did ${name} say`).found).toBe(false),
  );

  it.each([
    ['what did Miriam Aldr say about the tunnel', 'Miriam Alder'],
    ['what did aldder say about the tunnel', 'Miriam Alder'],
    ['what did hank oster say', 'Hank Oster'],
    ['what did hank say about lorries', 'Hank Oster'],
    ['what did doug arden say about the market', 'Douglas Arden'],
    ['what did mayor arden say', 'Douglas Arden'],
  ])('is not somebody whose name has a slip or a short form: %s', (text, name) => {
    const { found, hits } = asked(text);
    expect(found).toBe(true);
    expect(hits[0]?.speakers.map((s) => s.name)).toEqual([name]);
  });
});

describe('somebody who speaks of other things', () => {
  it('is answered for by nobody else', () =>
    expect(asked('what did vollan say about the tunnel')).toMatchObject({
      found: false,
      reason: 'not-said-by-speaker',
    }));

  it('may have said what is given to nobody by name right behind their name', () => {
    const { found, hits } = asked('what did vollan say about the ferry');
    expect(found).toBe(true);
    expect(hits[0]?.passage.text).toContain('The ferry would be cheaper');
  });

  it('comes before others who say more of it', () =>
    expect(asked('what did vollan say about trams in cities').hits[0]?.passage.text).toContain('Trams'));
});

describe('somebody else of a known surname, and a name that is only mentioned', () => {
  it('is nobody who works for the known one', async () => {
    const told = await indexCorpus(
      corpusOfFiles({
        'camp.txt': `Camp
“Ana Feld is back,” said Feld's campaign manager, Nils Ford. “She is,” said Ana Feld.

Fern Wood skis there, and the camp has wood for the winter. The fern is green.`,
      }),
    );
    expect(ask(told, { text: 'what did candle feld say' }).found).toBe(false);
    expect(ask(told, { text: 'what did fern wood say about the camp' })).toMatchObject({
      found: false,
      reason: 'never-quoted',
    });
  });

  it('speaks of what the title is about, and has a “Jr.” behind the name', async () => {
    const told = await indexCorpus(
      corpusOfFiles({
        'revolt.txt': `Delegate revolt looms
It rains in June.

“It is implausible but not impossible,” said Odd Renk Jr., a committeeman.

It rains in July.`,
      }),
    );
    const { found, hits } = ask(told, { text: 'what did Odd Renk Jr. say about the delegate revolt' });
    expect(found).toBe(true);
    expect(hits[0]?.passage.text).toContain('implausible');
  });
});

describe('somebody asked for by a role', () => {
  it('is who has it by what stands beside it', async () => {
    const race = `Hollis wins the quarry vote
Marta Hollis won on Monday.

Her campaign manager, Nils Ford, struck a similar tune. “It is a big night,” Ford said.

“Nobody saw it coming,” said Ulf Berg, the campaign manager of the mayor.`;
    const told = await indexCorpus(corpusOfFiles({ 'race.txt': race }));
    const { hits } = ask(told, { text: "What did Hollis's campaign manager say after the vote?" });
    expect(hits[0]?.speakers.map((s) => s.name)).toEqual(['Nils Ford']);
  });
});

describe('what others tell', () => {
  it('is no answer of one whom the stories name by one word and give no words', () =>
    expect(ask(index, { text: 'What did Stenholm say about the quarry closing?' })).toMatchObject({
      found: false,
      reason: 'never-quoted',
    }));

  it('may answer what somebody who speaks of other things proposes', async () => {
    const harbour = `Harbour plan is late
“The cranes are old,” said Runa Fjeld, the chief.

Gulls nest on them.

Rain fell all night.

Her plan proposes six new ferries for the harbour over ten years.`;
    const told = await indexCorpus(corpusOfFiles({ 'harbour.txt': harbour }));
    const { found, hits } = ask(told, { text: 'How many new ferries does Fjeld propose over ten years?' });
    expect(found).toBe(true);
    expect(hits[0]?.passage.text).toContain('six new ferries');
  });
});

describe('what somebody has to do with and doesn’t say', async () => {
  const told = await indexCorpus(
    corpusOfFiles({
      'dyke.txt': `Dyke will be raised
“The dyke must be raised by two metres,” said Ana Borg, an engineer.

“We pay for every metre of the dyke,” said Jens Borg, the mayor, whose wife raised it with him.

The dyke belongs to Leif Holte, who wants it raised. Mr. Holte declined to comment on it.

“Rain is good for grass,” Jens Borg said later.

Siri Tangen vowed to respond within two weeks.`,
    }),
  );

  it('is no answer where all they say is that they don’t comment', () =>
    expect(ask(told, { text: 'What did Leif Holte say about raising the dyke?' })).toMatchObject({
      found: false,
      reason: 'never-quoted',
    }));

  it('is theirs where they promise to answer', () =>
    expect(ask(told, { text: 'What did Siri Tangen say?' }).found).toBe(true));

  it('is no answer where a namesake says it', () =>
    expect(ask(told, { text: 'What did Ana Borg say about rain, grass and the dyke?' })).toMatchObject({
      found: false,
      reason: 'not-said-by-speaker',
    }));
});

describe('a few keywords', () => {
  it.each([
    ['Lorries', 'Lorries shake'],
    ['#tunnel', 'tunnel costs'],
    ['alder tunnel', 'tunnel costs'],
    ['bypass vs tunnel', 'tunnel costs'],
    ['arden market', 'save our market'],
  ])('are answered where a passage holds them all, or its speaker’s name does: %s', (text, words) => {
    const { found, hits } = asked(text);
    expect(found).toBe(true);
    expect(hits[0]?.passage.text).toContain(words);
  });

  it.each([['ferry pensions'], ['bride road'], ['Rita Palmquist'], ['rita palmquist']])(
    'are no answer else: %s',
    (text) => expect(asked(text).found).toBe(false),
  );
});

describe('what is shown where nothing answers', () => {
  it('is nothing that shares nothing with the question', () => {
    for (const text of ['qwzx', 'вчера', 'a'.repeat(60)]) expect(asked(text).hits).toEqual([]);
  });

  it('is where somebody is named who is never quoted', () => {
    const { reason, hits } = asked('what did ronald camber say');
    expect(reason).toBe('never-quoted');
    for (const { passage } of hits) expect(passage.text).toContain('Camber');
    expect(hits.length).toBeGreaterThan(0);
  });
});
