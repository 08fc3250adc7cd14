/** Shorter words differ by a letter because they are other names ("Reed", "Red"). */
const LONG_ENOUGH = 5;
const SAME: readonly (readonly [RegExp, string])[] = [
  [/oo|ou/gu, 'u'],
  [/(\p{L})\1+/gu, '$1'],
  [/ph/gu, 'f'],
  [/ei|ey/gu, 'ai'],
  [/y|ie/gu, 'i'],
  [/q(?!u)/gu, 'k'],
];

/** What any of these changes would touch. */
const VARIES = /oo|ou|(\p{L})\1|ph|e[iy]|y|ie|q/u;

/** Names come again and again; the memo starts afresh when it is full. */
const memo = new Map<string, string>();
const MEMO_LIMIT = 50_000;

/**
 * One spelling for the ways to write a folded name: without the article of Arabic names, doubled letters and the like
 * ("Al-Mousawi", "Musawi").
 */
export function spellingOf(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_LIMIT) memo.clear();
  const spelling = spell(word);
  memo.set(word, spelling);
  return spelling;
}

function spell(word: string): string {
  const bare = withoutArticle(word).replace(/['-]/gu, '');
  return bare.length < LONG_ENOUGH || !VARIES.test(bare)
    ? bare
    : SAME.reduce((w, [from, to]) => w.replace(from, to), bare);
}

/** "al-roumi" without its "al-", which all such names have alike. */
export function withoutArticle(surname: string): string {
  return surname.replace(/^(?:al|el|as|ash|at|an|ar)-/u, '');
}
