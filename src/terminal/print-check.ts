import { changesInWords } from '../replies/changes.js';
import { cited } from '../replies/check.js';
import { verdictText, verdictTitle } from '../replies/verdict.js';
import { wordingRuns, type WordingRun } from '../replies/wording.js';
import type { Check } from '../search/check/check.js';
import type { Match } from '../search/check/match.js';
import { citation, place, QUOTE } from './citation.js';
import { printable, wrap, type Run, type Style } from './style.js';

const plain = (text: string) => text;

/** The verdict, the true wording with the changes marked, the changes in words, and where else it stands. */
export function printCheck(check: Check, style: Style): string {
  const matches = [check.match, check.second].filter((m) => m !== null);
  const verdict: Run[] = [
    { text: `${verdictTitle(check)}. `, paint: style.bold },
    { text: verdictText(check), paint: plain },
  ];
  return [
    wrap(verdict, style.width, ''),
    ...matches.map((match) => printMatch(match, style)),
    ...changes(matches, style),
    ...others(check.others, style),
  ].join('\n\n');
}

function printMatch(match: Match, style: Style): string {
  const runs = wordingRuns(match).map((run) => ({ text: run.text, paint: paintOf(run, match, style) }));
  return `${wrap(runs, style.width - QUOTE.length, QUOTE)}\n\n${citation(cited(match), style)}`;
}

function paintOf({ mark }: WordingRun, { isExact }: Match, style: Style): Run['paint'] {
  if (mark === 'there') return style.there;
  if (mark === 'not-there') return style.notThere;
  return mark === 'same' && isExact ? style.bold : plain;
}

function changes(matches: readonly Match[], style: Style): string[] {
  const lines = matches.flatMap((match) => changesInWords(match));
  if (lines.length === 0) return [];
  return [lines.map((line) => wrap([{ text: `- ${line}`, paint: plain }], style.width, '')).join('\n')];
}

function others(matches: readonly Match[], style: Style): string[] {
  if (matches.length === 0) return [];
  const lines = matches.map((match) => {
    const names = match.speakers.map((s) => s.name).join(' and ');
    return style.dim(printable(`  ${names ? `${names}: ` : ''}${place(match.passage)}`));
  });
  return [['Nearly the same words stand elsewhere too:', ...lines].join('\n')];
}
