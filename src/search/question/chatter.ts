/** Around a question in a chat: greetings, mentions, thanks and laughter, which are no part of what is asked. */
const BEFORE = new RegExp(
  `^\\s*(?:${[
    '@?on record',
    '@\\S+',
    '<@[!&]?\\d+>',
    "(?:hey|hi|hiya|hello|yo|sup)(?: (?:guys|all|everyone|everybody|there|bot|folks|y['’]?all|team|friends))?",
    '(?:guys|folks|bro|dude|man|everyone)(?=,)',
    '(?:ok|okay|so|um+|uh+|hm+|oh|btw|fyi|tbh|ngl|idk|lol|lmao|(?:ha){2,}h?)(?: (?:so|but|and))?',
    '(?:just |a )?(?:quick|serious|dumb|stupid|silly|random|genuine|honest) (?:question|q)',
    "(?:(?:i['’]?m|i was|i am) )?(?:just )?(?:wondering|curious)",
    "i (?:forgot|forget|(?:don['’]?t|can['’]?t) (?:remember|recall))(?=,| (?:who|what|when|where|why|how|which|whose|if|whether)\\b)",
    '(?:can|could|would) (?:someone|somebody|anyone|anybody|you) (?:(?:please|pls|plz) )?(?:tell|remind) (?:me|us)',
    '(?:does|do) (?:anyone|anybody|you|someone|somebody) (?:know|remember|recall)',
    '(?:anyone|anybody) (?:know|remember|recall)s?',
    '(?:please|pls|plz)(?: (?:tell|remind) (?:me|us))?',
    "i(?:['’]d| would)? (?:want|wanna|need|like)(?: to)? know",
    'sorry|excuse me',
  ].join('|')})(?!-\\p{L})(?:[\\s,:;.!?–—-]+|$)`,
  'iu',
);
const BEHIND = new RegExp(
  `(?:^|[\\s,.!?;:–—-])(?:${[
    '(?:lo+l|lmf?ao|rofl|(?:ha){2,}h?|(?:he){2,}|xd|smh|idk|tbh|ngl|imo|btw|lmk)',
    '(?:thx|ty|tysm|thanks|thank you)(?: (?:guys|all|a lot|so much|in advance))?',
    'pls|plz|please|bro|dude|anyways?|tho|though',
    '(?<=, ?)(?:guys|folks|man|everyone)',
    'in (?:the|this|that) (?:story|article|news)',
  ].join('|')})[\\s.!?,)]*$`,
  'iu',
);
/** A word that needs another behind it, and what may be that one ("who said thank you", "what was in the news"). */
const NEEDS =
  /(?:^|\s)(?:an?|the|his|her|their|of|in|on|to|by|for|from|with|about|at|said|saying|giv(?:e|es|ing)|gave|is|are|was|were)$/iu;
const NEEDED = /^\P{L}*(?:thank|(?:ty|imo|bro|dude|please|in)(?!\p{L}))/iu;
/** Longer than any of the words that need another. */
const BEFORE_IT = 12;
/** Nobody says more of it. */
const MOST = 4;

/**
 * A question without what is only said around it in a chat ("hey guys, … lol"); as long as it was, so that places in it
 * stay. A text that is nothing else is left as it is.
 */
export function withoutChatter(text: string): string {
  let from = 0;
  let to = text.length;
  for (let times = 0; times < MOST; times++) {
    const rest = text.slice(from, to);
    const before = chatterBefore(rest);
    const behind = chatterBehind(rest.slice(before));
    if (!before && !behind) break;
    from += before;
    if (behind) to = from + behind.index;
  }
  const asked = text.slice(from, to);
  if (!/[\p{L}\p{N}]/u.test(asked)) return text;
  return asked.padStart(to).padEnd(text.length);
}

/** How much of a text is chatter before it; not where its words go on with capitals as a name does ("Hello Kitty", "OK governor"). */
function chatterBefore(text: string): number {
  const [before = ''] = BEFORE.exec(text) ?? [];
  const isMarked = /[,:;.!?–—-]\s*$/u.test(before);
  const next = text.slice(before.length);
  const isName = /^\s*\p{Lu}\p{Ll}+\s*$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(next);
  const isInitials = /^\s*\p{Lu}{2}\s*$/u.test(before) && /\p{Ll}/u.test(next);
  return !isMarked && (isName || isInitials) ? 0 : before.length;
}

function chatterBehind(text: string): RegExpExecArray | null {
  const behind = BEHIND.exec(text);
  if (!behind) return null;
  const isNeeded =
    NEEDED.test(behind[0]) && NEEDS.test(text.slice(Math.max(0, behind.index - BEFORE_IT), behind.index));
  return isNeeded ? null : behind;
}
