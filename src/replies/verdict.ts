import type { Check } from '../search/check/check.js';
import type { Match } from '../search/check/match.js';
import { counted } from '../text/list.js';

/** Fewer words than these are no quotation. */
const LEAST_WORDS = 2;

/** What a check comes to, in a word or two. */
export function verdictTitle(check: Check): string {
  const { verdict, match } = check;
  switch (verdict) {
    case 'exact':
      return match?.kind === 'reported' || match?.kind === 'narration' ? 'No quotation' : 'Exact';
    case 'altered':
      return 'Altered';
    case 'misattributed':
      return 'Misattributed';
    case 'not-found':
      if (check.headline) return 'No quotation';
      if (check.isAnybodys) return 'Too little to tell';
      return isCheckable(check) ? 'Not found' : 'Nothing to check';
  }
}

/** What a check comes to, in plain sentences: whose words they are, and how they were changed. */
export function verdictText(check: Check): string {
  const { match, second } = check;
  if (!match) return notFound(check);
  const sentences = [
    check.verdict === 'altered' ? altered(check, match) : standing(check, match),
    turning([match, ...(second ? [second] : [])]),
    passedOver(check.quotation, [match, ...(second ? [second] : [])]),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** True where there is something to check: a word alone may be anybody's, unless a story has it as somebody's words. */
export function isCheckable({ quotation, match }: Check): boolean {
  return match !== null || wordCount(quotation) >= LEAST_WORDS;
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
}

function notFound(check: Check): string {
  if (!isCheckable(check)) {
    const why =
      wordCount(check.quotation) === 0
        ? 'I see no words there that somebody could have said.'
        : 'A single word may be anybody’s.';
    return `${why} Give me what is quoted, a whole sentence of it.`;
  }
  if (check.headline)
    return `It is from a headline, “${check.headline.title}”: the outlet’s own words, and nobody is quoted with them.`;
  if (check.isAnybodys)
    return `These words are so few, or so common, that anybody may say them: the stories have them from others, not as ${check.claimed ?? 'anybody'}’s. Give me more of the quotation.`;
  return `I searched ${counted(check.stories, 'story', 'stories')} and found nothing like it. That says nothing about whether it was said elsewhere.`;
}

function standing({ claimed, isAnothers }: Check, { kind, speakers }: Match): string {
  const names = speakers.map((s) => s.name).join(' and ');
  const another = isAnothers && claimed !== null ? `, not ${claimed}` : '';
  switch (kind) {
    case 'quoted':
      return another
        ? `The story gives it to ${names}, word for word${another && `, not to ${claimed ?? ''}`}.`
        : `${names} said it, word for word.`;
    case 'unattributed':
      return 'It stands in the story in quotation marks, word for word, but the story doesn’t name who said it.';
    case 'reported':
      return `The words are the article’s own: it reports what ${names || 'somebody'} said${another}, and quotes nobody.`;
    case 'narration':
      return names
        ? `The words are ${names}’s own${another && `${another}’s`}: they stand in a text or an answer of theirs, word for word.`
        : `The words are the article’s own${another && `${another}’s`}: it quotes nobody there.`;
  }
}

function altered(check: Check, match: Match): string {
  const { second, claimed } = check;
  const another = check.isAnothers && claimed !== null ? ` And it isn’t ${claimed} who says it.` : '';
  if (second)
    return `It makes one quotation of words from two places: the story has ${whose(match)}, and elsewhere ${whose(second)}.${another}`;
  if (check.isSpliced) {
    const names = match.speakers.map((s) => s.name);
    return `It runs on from the words of ${names.join(' into those of ')}.${another}`;
  }
  return `The story has ${whose(match)}, but not in these words.${another}`;
}

function whose({ kind, speakers: [first] }: Match): string {
  if (kind === 'narration') return first ? `this in the words of ${first.name}` : 'this in its own voice';
  if (!first) return 'this without naming who says it';
  return kind === 'reported' ? `this as reported from ${first.name}` : `${first.name} saying this`;
}

function turning(matches: readonly Match[]): string {
  const turns = new Set(
    matches.flatMap((m) => m.pieces).flatMap((p) => (p.kind === 'changed' && p.turns ? [p.turns] : [])),
  );
  return turns.size > 0 ? `The change turns the meaning: a ${[...turns].join(', a ')}.` : '';
}

/** Cuts are fine where they are marked, and so are the words of attribution between two parts of one quotation. */
function passedOver(quotation: string, matches: readonly Match[]): string {
  if (!matches.some(({ pieces }) => pieces.some((p) => p.kind === 'skipped'))) return '';
  return /…|\.\s?\.\s?\./u.test(quotation)
    ? 'Where it has “…”, words are left out.'
    : 'Words that stand between its parts and aren’t the speaker’s are left out.';
}
