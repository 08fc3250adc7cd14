import type { Draft } from './parties.js';
import type { Marked } from './passage-tokens.js';

/** A paragraph that is nothing but a post, as some sites mark it: `<tweet … author="@maraquill" …>…</tweet>`. */
const POST = /^<tweet\s[^>]*?\bauthor="@?(\w{2,30})"[^>]*>[^<]+<\/tweet>\.?$/u;
/** What people put before their name to tell that it is they, or what they are. */
const BEFORE_NAME = /^(?:real|the|official|sen|senator|rep|gov|governor|mayor|dr|pres|president)/u;

/** The passages that are a post of somebody the article names, whose handle is their name. */
export function embeddedPosts(
  all: readonly Marked[],
  people: readonly Draft[],
): { marked: Marked; draft: Draft }[] {
  return all.flatMap((marked) => {
    const handle = POST.exec(marked.passage.text)?.[1]?.toLowerCase();
    const draft = handle === undefined ? undefined : bearerOf(handle, people);
    return draft ? [{ marked, draft }] : [];
  });
}

/** Whose first and last name a handle is, or their last name behind an office ("GovQuill"). */
function bearerOf(handle: string, people: readonly Draft[]): Draft | undefined {
  const plain = handle.replaceAll(/[_\d]/gu, '');
  const short = plain.replace(BEFORE_NAME, '');
  const named = people.find(({ words }) => {
    const whole = `${words[0] ?? ''}${words.at(-1) ?? ''}`;
    return words.length > 1 && (plain === whole || short === whole);
  });
  return named ?? (short === plain ? undefined : people.find(({ words }) => words.at(-1) === short));
}
