/**
 * One spelling for text that differs only in case, accents, the shape of quotation marks and dashes, or white
 * space. Offsets are not kept: use it to compare, never to cut.
 */
export function fold(text: string): string {
  return plain(text).replace(/\s+/gu, ' ').trim().toLowerCase();
}

function plain(text: string): string {
  // Most text is ASCII, and needs nothing else.
  // oxlint-disable-next-line no-control-regex
  if (!/[^\u0000-\u007F]/u.test(text)) return text.replaceAll('`', "'");
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’‚‛′`´ʼ]/gu, "'")
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‐‑‒–—―]/gu, '-');
}
