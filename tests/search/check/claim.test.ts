import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readClaim } from '../../../src/search/check/claim.js';

const KNOWN = new Set(['ana duarte', 'duarte', 'tomas reyes', 'reyes', 'noor de souza', 'de souza', 'souza']);
const isKnown = (words: string) => KNOWN.has(words.toLowerCase());
const read = (message: string) => {
  const { quotation, speaker } = readClaim(message, isKnown);
  return [quotation, speaker];
};
const WORDS = 'No toll will ever be charged';

describe('what a message says that somebody said', () => {
  it.each([
    `Ana Duarte: "${WORDS}"`,
    `Ana Duarte: ${WORDS}`,
    `**Ana Duarte:** *“${WORDS}”*`,
    `"${WORDS}" - Ana Duarte`,
    `“${WORDS}” — Ana Duarte, mayor, 2025`,
    `${WORDS} – Ana Duarte`,
    `"${WORDS}" (Ana Duarte)`,
    `"${WORDS}" Ana Duarte`,
    `"${WORDS}" said Ana Duarte`,
    `«${WORDS}» Ana Duarte said yesterday`,
    `lol Ana Duarte said "${WORDS}" 😂😂`,
    `did Ana Duarte really say "${WORDS}"??`,
    `Did Ana Duarte really say that ${WORDS}`,
    `is it true that Ana Duarte once said ${WORDS}`,
    `Ana Duarte on the bridge: "${WORDS}"`,
    `Ana Duarte said of the farmers: '${WORDS}'`,
    `according to Ana Duarte, “${WORDS}”`,
    `> ${WORDS}\n— Ana Duarte`,
    `«${WORDS}» — Ana Duarte`,
    `»${WORDS}« Ana Duarte`,
    `"${WORDS}" per Ana Duarte`,
    `"${WORDS}" → Ana Duarte`,
    `"${WORDS}" -> Ana Duarte`,
    `"${WORDS}" • Ana Duarte`,
    `"${WORDS}" / Ana Duarte`,
    `"${WORDS}" [Ana Duarte]`,
    `"${WORDS}" Source: Ana Duarte`,
    `"${WORDS}" (source: Ana Duarte)`,
    `"${WORDS}" attributed to Ana Duarte`,
    `"${WORDS}", as Ana Duarte once put it`,
    `"${WORDS}" — @AnaDuarte`,
    `"${WORDS}" — @realAnaDuarte`,
    `"${WORDS}" — @Ana_Duarte`,
    `~ Ana Duarte ~ "${WORDS}"`,
    `Ana Duarte — "${WORDS}"`,
    `Ana Duarte be like "${WORDS}"`,
    `Ana Duarte was all like: "${WORDS}"`,
    `Ana Duarte [on the bridge] "${WORDS}"`,
    `Ana Duarte (on the bridge): "${WORDS}"`,
    `Reyes, per Ana Duarte: "${WORDS}"`,
    `${WORDS} → Ana Duarte`,
    `${WORDS} / Ana Duarte`,
    `${WORDS} [Ana Duarte]`,
    `${WORDS}, per Ana Duarte`,
    `${WORDS} source: Ana Duarte`,
    `${WORDS}, as Ana Duarte put it`,
    `${WORDS} — @AnaDuarte`,
    `RT @AnaDuarte: ${WORDS}`,
    `Ana Duarte be like ${WORDS}`,
    `Ana Duarte → ${WORDS}`,
    `~Ana Duarte~ ${WORDS}`,
    `According to Ana Duarte, ${WORDS}`,
    `per Ana Duarte: ${WORDS}`,
    `my uncle keeps posting this, Ana Duarte: ${WORDS}`,
    `As Ana Duarte put it: ${WORDS}`,
    `${WORDS} (via @AnaDuarte)`,
    `@everyone Ana Duarte said "${WORDS}" @here`,
    `> “${WORDS}”\nAna Duarte on the radio`,
    `Ana Duarte:\n>>> ${WORDS}`,
    `<@123456789012345678> look :eyes: <:wow:123456789> "${WORDS}" - Ana Duarte https://example.org/x?y=1`,
    `[Ana Duarte](https://example.org): ||"${WORDS}"||`,
    `\`\`\`\n"${WORDS}" - Ana Duarte\n\`\`\``,
  ])('is found in %j', (message) => {
    expect(read(message)).toEqual([WORDS, 'Ana Duarte']);
  });

  it.each([
    [WORDS, WORDS, null],
    [`"${WORDS}"`, WORDS, null],
    [`who said “${WORDS}”?`, WORDS, null],
    [`who said ${WORDS}`, WORDS, null],
    [`> ${WORDS}`, WORDS, null],
    [`omg, is this real: "${WORDS}"`, WORDS, null],
    [`lol duarte said "${WORDS}"`, WORDS, 'duarte'],
    [`Ana Duarte talking about "${WORDS}"`, WORDS, 'Ana Duarte'],
    [`"${WORDS}" bridge expert Ana Duarte about Reyes`, WORDS, 'Ana Duarte'],
    [`"${WORDS}" this is what Ana Duarte wants`, WORDS, null],
    [`${WORDS} said duarte`, WORDS, 'duarte'],
    [`${WORDS} according to duarte lol`, WORDS, 'duarte'],
    [`${WORDS} told duarte`, `${WORDS} told duarte`, null],
    [`${WORDS} said max ruin`, `${WORDS} said max ruin`, null],
    [`de Souza: "${WORDS}"`, WORDS, 'de Souza'],
    [`“No toll,” Reyes said. “${WORDS}.”`, `No toll, … ${WORDS}.`, 'Reyes'],
    [`Max Ruin: "${WORDS}"`, WORDS, 'Max Ruin'],
    ['There is one thing: we must build', 'There is one thing: we must build', null],
    ['Give us the bridge – valley first', 'Give us the bridge – valley first', null],
    ["the farmers' bridge isn't the mayors' bridge", "the farmers' bridge isn't the mayors' bridge", null],
    ["No, we are not 'where we ought to be' with it", "No, we are not 'where we ought to be' with it", null],
    ['Reyes: the ferry of Rep. Duarte', 'the ferry of Rep. Duarte', 'Reyes'],
    ['I love the taste of Lume-Cola', 'I love the taste of Lume-Cola', null],
    ['the ferry stops for Duarte–Reyes', 'the ferry stops for Duarte–Reyes', null],
    ['the plan of Senator Max Ruin (D-Lume.)', 'the plan of Senator Max Ruin (D-Lume.)', null],
    ['the plan of Senator Max Ruin (D)', 'the plan of Senator Max Ruin (D)', null],
    ['the plan (Ana Duarte wants one) is new', 'the plan (Ana Duarte wants one) is new', null],
    ['Max Ruin (R-Valley) says Reyes is late again', 'Reyes is late again', 'Max Ruin'],
    ['Max Ruin, a friend of Reyes at the ferry, said nobody is late', 'nobody is late', 'Max Ruin'],
    [`Max Ruin, who is a cook at Reyes, recently claimed that "${WORDS}"`, WORDS, 'Max Ruin'],
    [`Ana Duarte, the mayor (and a friend of Reyes), said: "${WORDS}"`, WORDS, 'Ana Duarte'],
    [`${WORDS}- Ana Duarte`, WORDS, 'Ana Duarte'],
    [`${WORDS}--Ana Duarte`, WORDS, 'Ana Duarte'],
    [`"${WORDS}" — @anaduarte`, WORDS, 'ana duarte'],
    [`"${WORDS}" — @WinstonVale`, WORDS, 'Winston Vale'],
    [`"${WORDS}" — @LUME77`, WORDS, null],
    [`${WORDS} — @LUME77`, WORDS, null],
    [`"${WORDS}" – Ana Duarte's bodyguard`, WORDS, "Ana Duarte's bodyguard"],
    [`"${WORDS}" (Duarte’s old spokesman)`, WORDS, 'Duarte’s old spokesman'],
    [`Ana Duarte's lawyer said "${WORDS}"`, WORDS, "Ana Duarte's lawyer"],
    [`Ana Duarte's lawyer Max Ruin said "${WORDS}"`, WORDS, 'Max Ruin'],
    [`A spokesman for Ana Duarte said "${WORDS}"`, WORDS, 'spokesman for Ana Duarte'],
    [`Ana Duarte's tweet: "${WORDS}"`, WORDS, 'Ana Duarte'],
    [`RT @MaxBRuin: ${WORDS}`, WORDS, 'Max B Ruin'],
    [`"${WORDS}" — @JKRuin`, WORDS, 'JK Ruin'],
    [`"${WORDS}" — @MaxMcRuin`, WORDS, 'Max McRuin'],
    [`${WORDS} -D`, `${WORDS} -D`, null],
    [`${WORDS} (the old ferry's owner)`, WORDS, "the old ferry's owner"],
    [`${WORDS} -- the Lumeville mayor`, WORDS, 'the Lumeville mayor'],
    [`${WORDS} (the winter)`, `${WORDS} (the winter)`, null],
    [`${WORDS} – NEVER AGAIN!`, `${WORDS} – NEVER AGAIN!`, null],
    ['As a friend of Reyes, I say nobody is late', 'As a friend of Reyes, I say nobody is late', null],
    ['Duarte claims victory in the valley', 'Duarte claims victory in the valley', null],
    ['Duarte claims the ferry is late', 'the ferry is late', 'Duarte'],
    [`the mayor of the town Max Ruin fired back "${WORDS}"`, WORDS, 'Max Ruin'],
    ['"appalled" Ana Duarte', 'appalled', 'Ana Duarte'],
    ['"peanuts" - Ana Duarte on the toll', 'peanuts', 'Ana Duarte'],
    ['Ana Duarte: "peanuts"', 'peanuts', 'Ana Duarte'],
    ['@everyone', '', null],
    [
      'The ferry "waits" - Reyes rows it to the valley',
      'The ferry "waits" - Reyes rows it to the valley',
      null,
    ],
    [
      'a@lume.example is where the ferry can be asked',
      'a@lume.example is where the ferry can be asked',
      null,
    ],
    ['The council “voted” on Monday to build it', 'The council “voted” on Monday to build it', null],
    ['He is 6\'2" tall and will not pay', 'He is 6\'2" tall and will not pay', null],
  ])('of %j is %j by %j', (message, quotation, speaker) => {
    expect(read(message)).toEqual([quotation, speaker]);
  });

  it('keeps two people’s quotations apart', () => {
    expect(read(`Ana Duarte: "${WORDS} here". Tomas Reyes: "Nobody asked us"`)).toEqual([
      `${WORDS} here`,
      'Ana Duarte',
    ]);
  });

  it('has the whole message too, where it took an introduction or a signature off', () => {
    const wider = (message: string) => readClaim(message, isKnown).wider.map((r) => [r.quotation, r.speaker]);
    expect(wider(`Ana Duarte said ${WORDS}`)).toEqual([[`Ana Duarte said ${WORDS}`, null]]);
    expect(wider(`lol Ana Duarte said ${WORDS} - Reyes`)).toEqual([
      [`Ana Duarte said ${WORDS} - Reyes`, null],
      [`Ana Duarte said ${WORDS}`, 'Reyes'],
      [`${WORDS} - Reyes`, 'Ana Duarte'],
    ]);
    expect(wider(`Ana Duarte: "${WORDS}"`)).toEqual([]);
    expect(wider(WORDS)).toEqual([]);
  });

  it.each([
    ['Duarte has replied to his letters', 'Duarte has replied to his letters', null],
    ['Duarte, Reyes, pledge to keep the ferry', 'Duarte, Reyes, pledge to keep the ferry', null],
    ['Duarte warns of a cold winter', 'Duarte warns of a cold winter', null],
    ['Duarte is a joke, and so is the ferry', 'Duarte is a joke, and so is the ferry', null],
    [
      'Duarte said for us it is plain that the ferry is late',
      'for us it is plain that the ferry is late',
      'Duarte',
    ],
    ['Duarte said at the old bridge yesterday: the ferry is late', 'the ferry is late', 'Duarte'],
    ['Duarte tweeted this morning: the ferry is late', 'the ferry is late', 'Duarte'],
    ['Duarte said build the bridge – valley first', 'build the bridge – valley first', 'Duarte'],
    ['Duarte was told the ferry is late', 'Duarte was told the ferry is late', null],
    ['Duarte replied that the ferry is late', 'the ferry is late', 'Duarte'],
    ['Duarte told the farmers of the valley that the ferry is late', 'the ferry is late', 'Duarte'],
    ['Duarte told us the ferry is late', 'the ferry is late', 'Duarte'],
    ['Duarte told Reyes that the ferry is late', 'the ferry is late', 'Duarte'],
    ['Duarte said on Monday that the ferry is late', 'the ferry is late', 'Duarte'],
    ['Duarte says, the ferry is late', 'the ferry is late', 'Duarte'],
  ])('takes for an introduction only what words follow: %j', (message, quotation, speaker) => {
    expect(read(message)).toEqual([quotation, speaker]);
  });

  it.each([
    'A ',
    '(A ',
    'A, b, ',
    'R-A ',
    "A's lawyer ",
    '@Aa',
    '… ',
    '“a',
    '- ',
    '\n',
    'said ',
    'A told a b ',
    'lol ',
  ])('is read in no time out of a message that is nothing but %j', (unit) => {
    const text = `Duarte said ${unit.repeat(4000 / unit.length)}`;
    // Of the processor's time, the best of some: the machine may be busy.
    const times = Array.from({ length: 8 }, () => {
      const start = process.cpuUsage();
      readClaim(text, isKnown);
      return process.cpuUsage(start).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });

  const marks = fc.string({ unit: fc.constantFrom(...'"“”\'’ …-:>*_[]()<@aA.\n'), maxLength: 300 });
  test.prop([fc.oneof(marks, fc.string({ unit: 'grapheme', maxLength: 300 }))])(
    'is read out of any text',
    (text) => {
      const claim = readClaim(text, isKnown);
      expect(claim.quotation.length).toBeLessThanOrEqual(text.length + 400);
      if (claim.speaker !== null) expect(claim.speaker).toMatch(/[\p{L}\p{N}]/u);
    },
  );
});
