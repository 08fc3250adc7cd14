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

  it('has the whole message too, where it took an introduction off', () => {
    expect(readClaim(`Ana Duarte said ${WORDS}`, isKnown).whole).toBe(`Ana Duarte said ${WORDS}`);
    expect(readClaim(`Ana Duarte: "${WORDS}"`, isKnown).whole).toBeNull();
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
