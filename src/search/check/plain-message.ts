/** A message as its readers see it. */
export interface PlainMessage {
  /** Its text, without Discord's marks. */
  readonly text: string;
  /** What stands in block quotes; empty where there are none. */
  readonly blockQuote: string;
  /** What is around the block quotes. */
  readonly around: string;
}

/** Custom emoji, mentions, time stamps, links. Each is bounded, so that no text makes the search slow. */
const FOREIGN =
  /<a?:\w{1,40}:\d{1,20}>|<(?:@[!&]?|#)\d{1,20}>|(?<![\p{L}\p{N}])@(?:everyone|here)\b|<t:\d{1,14}(?::\w)?>|<?https?:\/\/[^\s<>]{1,1000}>?|:[a-z_][a-z0-9_+-]{1,40}:/giu;
const EMOJI =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Variation_Selector}|\u20E3/gu;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Takes the marks of Discord's markdown, emoji, mentions and links out of a message. */
export function plainMessage(message: string): PlainMessage {
  const lines = message
    .replace(/\r\n?/gu, '\n')
    .replace(/\[([^\][\n]{1,300})\]\(<?https?:\/\/[^\s)]{1,1000}\)/gu, '$1')
    .replace(FOREIGN, ' ')
    .replace(INVISIBLE, '')
    .replace(EMOJI, ' ')
    .replace(/```(?:[a-z]{1,12}\n)?|`/gu, '')
    .split('\n');
  let isOpen = false;
  const read = lines.map((line) => {
    isOpen ||= /^\s*>>>\s/u.test(line);
    const isBlock = isOpen || /^\s*>\s/u.test(line);
    const text = line
      .replace(/^\s*(?:>>>|>)\s?/u, '')
      .replace(/^\s*(?:#{1,3}|-#)\s+/u, '')
      .replace(/\\([\\*_~`|<>#[\]:@-])|\*{1,3}|~~|\|\||__|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '$1');
    return { text, isBlock };
  });
  return {
    text: tidy(read.map(({ text }) => text)),
    blockQuote: tidy(read.filter(({ isBlock }) => isBlock).map(({ text }) => text)),
    around: tidy(read.filter(({ isBlock }) => !isBlock).map(({ text }) => text)),
  };
}

function tidy(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[\n ]*/gu, '\n')
    .trim();
}
