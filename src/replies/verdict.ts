import type { Check } from '../search/check/check.js';
import type { Match } from '../search/check/match.js';
import { counted } from './list.js';

/** What a check comes to, in a word or two. */
export function verdictTitle({ verdict, match, quotation }: Check): string {
  switch (verdict) {
    case 'exact':
      return match?.kind === 'reported' || match?.kind === 'narration' ? 'No quotation' : 'Exact';
    case 'altered':
      return 'Altered';
    case 'misattributed':
      return 'Misattributed';
    case 'not-found':
      return hasWords(quotation) ? 'Not found' : 'Nothing to check';
  }
}

/** What a check comes to, in plain sentences: whose words they are, and how they were changed. */
export function verdictText(check: Check): string {
  const { match, verdict, claimed } = check;
  if (!match) return notFound(check);
  const another = check.isAnothers && claimed !== null ? `, not ${claimed}` : '';
  const sentences = [
    verdict === 'altered'
      ? `The story has ${whose(match)}, but not in these words${another && `, and it isn’t ${claimed} who says it`}.`
      : standing(match, another),
    check.isSpliced ? spliced(check) : '',
    turning([match, ...(check.second ? [check.second] : [])]),
    passedOver(match),
  ];
  return sentences.filter(Boolean).join(' ');
}

function notFound({ quotation, stories }: Check): string {
  if (!hasWords(quotation)) return 'I see no words there that somebody could have said.';
  return `I searched ${counted(stories, 'story', 'stories')} and found nothing like it. That says nothing about whether it was said elsewhere.`;
}

function standing({ kind, speakers }: Match, another: string): string {
  const names = speakers.map((s) => s.name).join(' and ');
  switch (kind) {
    case 'quoted':
      return `${names} said it, word for word${another}.`;
    case 'unattributed':
      return 'It stands in the story in quotation marks, word for word, but the story doesn’t name who said it.';
    case 'reported':
      return names
        ? `The words are the article’s own: it reports what ${names} said${another}, and quotes nobody.`
        : 'The words are the article’s own: it reports what somebody said, and quotes nobody.';
    case 'narration':
      return `The words are the article’s own${another && `${another}’s`}: it quotes nobody there.`;
  }
}

function whose({ kind, speakers }: Match): string {
  const [first] = speakers;
  if (kind === 'narration') return 'this in its own voice';
  if (!first) return 'this in quotation marks, without naming who said it';
  return kind === 'reported' ? `this as reported, from ${first.name}` : `${first.name} saying this`;
}

function spliced({ match, second }: Check): string {
  if (second) return 'It puts words from two places together as one quotation.';
  const names = match?.speakers.map((s) => s.name) ?? [];
  return `It runs on from the words of ${names.join(' into those of ')}.`;
}

function turning(matches: readonly Match[]): string {
  const turns = new Set(
    matches.flatMap((m) => m.pieces).flatMap((p) => (p.kind === 'changed' && p.turns ? [p.turns] : [])),
  );
  return turns.size > 0 ? `The change turns the meaning: a ${[...turns].join(', a ')}.` : '';
}

function passedOver({ pieces, isExact }: Match): string {
  return isExact && pieces.some((p) => p.kind === 'skipped') ? 'Words in between are left out.' : '';
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
