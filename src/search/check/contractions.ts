/** What may stand before "n't", as it is written there, and alone. */
const DENIED = new Map(
  `is are was were do does did has have had could should would must might need`
    .split(' ')
    .map((verb): [string, string] => [verb, verb]),
);
for (const [written, verb] of [
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
] as const)
  DENIED.set(written, verb);

/** What is drawn together with a verb, by the verb's ending. */
const JOINED: readonly (readonly [ending: string, verb: string, words: string])[] = [
  ['m', 'am', 'i'],
  ['re', 'are', 'you we they there what who how'],
  ['ve', 'have', 'i you we they could should would must might who there'],
  ['ll', 'will', 'i you he she it we they that there this who what'],
  ['d', 'would', 'i you he she it we they that there who'],
  ['s', 'is', 'he she it that there here what who where how when why this'],
  ['s', 'us', 'let'],
];
/** Without the apostrophe, they are words of their own. */
const OTHER_WORDS = new Set('ill well hell shell id wed shed were its lets'.split(' '));

const PARTS = new Map<string, { readonly parts: readonly [string, string]; readonly isSure: boolean }>();
for (const [written, verb] of DENIED) PARTS.set(`${written}nt`, { parts: [verb, 'not'], isSure: true });
PARTS.set('cannot', { parts: ['can', 'not'], isSure: true });
for (const [ending, verb, words] of JOINED) {
  for (const word of words.split(' ')) {
    const written = word + ending;
    PARTS.set(written, { parts: [word, verb], isSure: !OTHER_WORDS.has(written) });
  }
}

/**
 * The two words that a contraction stands for ("won't": "will", "not"), or null for any other word.
 * @param written folded, without apostrophes
 * @param hasApostrophe that it was written with one: "its" and "ill" are other words
 */
export function contracted(written: string, hasApostrophe: boolean): readonly [string, string] | null {
  const found = PARTS.get(written);
  return found && (hasApostrophe || found.isSure) ? found.parts : null;
}

/** What the ending of a contraction may stand for besides. */
const OTHER_VERBS: ReadonlyMap<string, readonly string[]> = new Map([
  ['is', ['has', 'does']],
  ['would', ['had', 'did']],
]);

/** True where a verb may be drawn together into what is taken for another: "she's" is "she is" or "she has". */
export function mayStandFor(part: string, verb: string): boolean {
  return OTHER_VERBS.get(part)?.includes(verb) ?? false;
}
