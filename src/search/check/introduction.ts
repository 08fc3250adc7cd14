import { withoutAsides, saying } from './claimed-beside.js';
import type { IsKnownName } from './known-names.js';
import { isChatter, isSaying, namesIn, tellsSomebody, type NameInText } from './names.js';

/** What stands before the words: who is said to have said them, as typed, and where it ends. */
interface Introduction {
  readonly speaker: string | null;
  /** Where the words begin. */
  readonly end: number;
}

/** An introduction is short. */
const LONGEST = 90;
/** So many words may stand between a verb and its colon ("tweeted this very morning: …"). */
const MOST_BETWEEN = 4;
/** Verbs that words follow without more ado ("Ana Duarte said no toll will be charged"). */
const BARE = /^(?:sa(?:y|ys|id|ying)|claim(?:s|ed|ing)?|tweet(?:s|ed|ing)?|wr(?:ites?|ote)|stat(?:es|ed))$/iu;
/** When, where or of what something was said may stand before it ("on Monday that …"). */
const WHEN = /^\s+(?:to|of|at|about|in|on|during|after|before|yesterday|today)\b/iu;
/** "… on Monday that …", "… the people of the valley that …" */
const BEFORE_THAT =
  /^(?:\s+(?!(?:is|are|was|were|has|have|i|we|it|he|she|they|you|there)\s)[^\s,.;:!?]{1,30}){1,8}?(?=\s+that\s)/iu;
const LISTENER =
  /^\s+(?:me|us|you|him|her|them|reporters|journalists|people|everyone|everybody|voters|(?:the|his|her|their)\s+\p{L}+)(?=\s)/iu;
const NOUN = /\b(?:an?|the|this|that|these|those|no|my|your|his|her|its|our|their|new|of)\s+$/iu;
/** "Ana Duarte be like …", "Ana Duarte → …", "according to Ana Duarte, …", "as Ana Duarte put it: …": what is before and behind the name. */
const AROUND = [
  [/^$/u, /^\s+(?:be|is|was|were) (?:all )?like(?=[\s,:])/iu],
  [/^[\s~|•*]*$/u, /^\s*(?:[~|•→⇒]+|[-=]+>)(?=\s)/u],
  [/^according to $/iu, /^[,:]?(?=\s)/u],
  [/^per $/iu, /^[,:](?=\s)/u],
  [/^as $/iu, /^ (?:\p{L}+ )?puts? it[,:]?(?=\s)/iu],
] as const;
/** "As a friend of Ana Duarte, I say …": another speaks. */
const OTHER_SUBJECT = /\b(?:i|we|you|they|he|she|it)\b/iu;
/** Those who claim a thing ("Ana Duarte claims victory") are not quoted. */
const CLAIM = /^claim/iu;
const CLAUSE =
  /\b(?:is|are|was|were|be|been|will|would|has|have|had|can|could|do|does|did|should|must|may|might|never)\b|\p{L}[’'](?:s|re|ve|ll|d|m|t)\b/iu;
const PASSIVE = /\b(?:was|were|been|being|be|is|are)\s+$/iu;

/** "Ana Duarte: …", "Ana Duarte on the bridge - …", "Did Ana Duarte really say …", "Ana Duarte told the farmers that …", "fact check: …". */
export function introductionOf(text: string, isKnown: IsKnownName): Introduction | null {
  const head = withoutAsides(text.slice(0, LONGEST), isKnown);
  const names = namesIn(head, isKnown);
  const at = endOf(head, names);
  if (at === null) return null;
  const mark = /^[\s,:]*(?:(?:that|this)[\s,:]+)?/iu.exec(text.slice(at, at + LONGEST))?.[0] ?? '';
  const named = byColon(head, at - 1, names) ?? names.find((n) => n.end <= at);
  const speaker = saying(text.slice(0, at), isKnown) ?? named?.text ?? null;
  return { speaker, end: at + mark.length };
}

function endOf(head: string, names: readonly NameInText[]): number | null {
  const isName = (at: number) => names.some((n) => n.start <= at && at < n.end);
  const ahead = endOfName(head, names[0]);
  if (ahead !== null) return ahead;
  let telling: number | null = null;
  let isOpen = true;
  for (const { 0: word, index } of head.matchAll(/[\p{L}’']+|:(?=\s)|(?<=\s)[-–—](?=\s)/gu)) {
    if (/^[:–—-]$/u.test(word)) {
      if (telling !== null && isContent(head.slice(telling, index), word)) break;
      if (
        (word === ':' && (isOpen || byColon(head, index, names))) ||
        isAbout(head.slice(0, index), names[0])
      )
        return index + 1;
      if (word === ':') break;
      continue;
    }
    if (!isOpen || isName(index)) continue;
    if (isSaying(word)) {
      const subject = head.slice(0, index);
      telling ??= isClaim(subject, names) ? endOfTelling(head, word, index, names) : null;
    } else if (!isChatter(word)) isOpen = false;
  }
  return telling;
}

/** Who is named right before a colon, and behind a mark, whatever was said before: "everybody posts this, Ana Duarte: …". */
function byColon(head: string, colon: number, names: readonly NameInText[]): NameInText | undefined {
  if (head[colon] !== ':') return undefined;
  return names.find((n) => n.end === colon && /[,;.!?–—-]\s*$/u.test(head.slice(0, n.start)));
}

/** Where a name that no verb follows tells by what is around it that words of theirs come; null where it doesn't. */
function endOfName(head: string, name: NameInText | undefined): number | null {
  if (!name) return null;
  const around = AROUND.find(
    ([before, after]) => before.test(head.slice(0, name.start)) && after.test(head.slice(name.end)),
  );
  return around ? name.end + around[1].exec(head.slice(name.end))![0].length : null;
}

/** True for what stands between a verb and a mark where it is what was said already, and not when or of what. */
function isContent(between: string, mark: string): boolean {
  return !WHEN.test(between) && (mark !== ':' || (between.match(/\p{L}+/gu) ?? []).length > MOST_BETWEEN);
}

/** Where what is told begins behind a word of saying; null where no such thing follows. */
function endOfTelling(
  head: string,
  verb: string,
  index: number,
  names: readonly NameInText[],
): number | null {
  const before = head.slice(0, index);
  if (NOUN.test(before) || (/(?:ed|aid|old)$/iu.test(verb) && PASSIVE.test(before))) return null;
  const at = index + verb.length;
  const rest = head.slice(at);
  if (/^\s*[,:]|^\s+that\s/iu.test(rest)) return at;
  const more = tellsSomebody(verb) || WHEN.test(rest) ? BEFORE_THAT.exec(rest) : null;
  if (more) return at + more[0].length;
  if (tellsSomebody(verb)) {
    const named = names.find((n) => n.start >= at && head.slice(at, n.start).trim() === '')?.end ?? null;
    const listener = LISTENER.exec(rest)?.[0].length ?? null;
    const end = named ?? (listener && at + listener);
    return end === null || WHEN.test(head.slice(end)) ? null : end;
  }
  return BARE.test(verb) && (!CLAIM.test(verb) || CLAUSE.test(rest)) ? at : null;
}

/** "Ana Duarte on the bridge", "Ana Duarte told the council": a name, and then what it is about or whom they told. */
function isAbout(before: string, name: NameInText | undefined): boolean {
  if (name?.start !== 0) return false;
  const rest = before.slice(name.end).trim();
  return (
    /^(?:$|(?:on|about|in|at|to|during|after|before|today|yesterday)\b|[,(])/iu.test(rest) ||
    isSaying(/^\p{L}+/u.exec(rest)?.[0] ?? '')
  );
}

/** Somebody is named before the word of saying, or asked for. */
function isClaim(subject: string, names: readonly NameInText[]): boolean {
  const name = names.findLast((n) => n.end <= subject.length);
  return (
    (name !== undefined && !OTHER_SUBJECT.test(subject.slice(name.end))) ||
    /^(?:who|somebody|someone|he|she|they|did (?:he|she|they|anyone|anybody|someone|somebody))\b/iu.test(
      subject,
    )
  );
}
