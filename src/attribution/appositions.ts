import type { Name } from './names.js';
import type { Range } from './noun-phrase.js';
import type { Marked } from './passage-tokens.js';
import type { Source } from './source.js';
import type { Token } from './tokens.js';

/** What may stand between a comma and the name that it introduces: "longtime aide", "Sen." */
const DESCRIBING: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);

/** The name that a phrase describes: "Mara Quill, 45, a retiree," or "his wife, the writer Mara Quill,". */
export function nameBeside(marked: Marked, source: Source, cue: Range | null): Name | null {
  return nameBefore(marked, source.core, cue) ?? nameAfter(marked, source);
}

/** The name before a phrase that is closed by a comma: without it, the phrase is another's clause ("In Lyon, a man said"). */
function nameBefore({ tokens, names }: Marked, core: Range, cue: Range | null): Name | null {
  if (!cue || cue.from < core.to || tokens[cue.from - 1]?.text !== ',') return null;
  let at = core.from;
  if (tokens[at - 1]?.pos === 'ADJ' || tokens[at - 1]?.pos === 'VERB') at--;
  if (tokens[at - 1]?.text !== ',') return null;
  at--;
  if (tokens[at - 1]?.pos === 'NUM' && tokens[at - 2]?.text === ',') at -= 2;
  return names.find((n) => n.to === at || n.to === withoutOrigin(tokens, at)) ?? null;
}

/** Where "of Ohio" or "(D-Ohio)" before a token begins; the token where there is none. */
function withoutOrigin(tokens: readonly Token[], at: number): number {
  let from = at - 1;
  const isBracket = tokens[from]?.text === ')';
  while (from > 0 && at - from < 8) {
    const { text, lower, pos } = tokens[from]!;
    if (isBracket ? text === '(' : lower === 'of') return from;
    if (!isBracket && pos !== 'PROPN') return at;
    from--;
  }
  return at;
}

function nameAfter({ tokens, names }: Marked, { core, to }: Source): Name | null {
  if (tokens[core.to]?.text !== ',') return null;
  const name = names.find((n) => n.from > core.to);
  if (!name || name.to > to) return null;
  let from = core.to + 1;
  if (tokens[from]?.pos === 'DET') from++;
  return tokens.slice(from, name.from).every((t) => DESCRIBING.has(t.pos)) ? name : null;
}

/** The name that begins a list with a phrase: "Quill and her supporters", "both Quill and the ministry". */
export function nameJoined({ tokens, names, units }: Marked, core: Range): Name | null {
  if (tokens[core.from - 1]?.lower !== 'and') return null;
  const name = names.find((n) => n.to === core.from - 1);
  if (!name) return null;
  const before = tokens[name.titleFrom - 1];
  const begins =
    units.some((u) => u.from === name.titleFrom) ||
    before?.text === ',' ||
    before?.pos === 'SCONJ' ||
    /^(?:both|but|and|that)$/u.test(before?.lower ?? '');
  return begins ? name : null;
}
