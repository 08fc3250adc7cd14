import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Statement } from '../attribution/statement.js';
import type { Corpus } from '../corpus/corpus.js';
import { roleIn } from '../replies/citation.js';
import { noteTexts } from '../replies/notes.js';
import type { Answer, Hit } from '../search/answer.js';
import { statementText } from '../search/rank/statement-text.js';
import type { Check } from '../search/check/check.js';
import type { Match } from '../search/check/match.js';
import type { WhoResult } from '../search/who/who.js';
import { slice, type Span } from '../text/span.js';

/** An answer for programs: `found`, and the passages, or the nearest misses where it is false. */
export function answerJson(answer: Answer): object {
  const { question, found, hits, reason } = answer;
  const notes = noteTexts(answer);
  return {
    question: question.text,
    found,
    ...(reason && { reason }),
    ...(notes.length > 0 && { notes }),
    passages: hits.map(hitJson),
  };
}

function hitJson({ passage, kind, speakers, corrected, score, alsoIn }: Hit): object {
  const { id, text, article } = passage;
  return {
    id,
    text,
    kind,
    speakers: speakers.map((s) => ({ name: s.name, role: roleIn(s, passage) })),
    ...(corrected && { corrected }),
    article: articleJson(article),
    ...(alsoIn.length > 0 && { alsoIn: alsoIn.map((a) => a.id) }),
    score: Math.round(score * 1000) / 1000,
  };
}

function articleJson({ id, title, outlet, url, published }: Article): object {
  return { id, title, outlet, url, published };
}

/** A speaker for programs: who it is and all they said, or whom the query fits. */
export function whoJson(result: WhoResult): object {
  const { query, status } = result;
  if (result.status !== 'found') {
    const candidates = result.status === 'ambiguous' ? result.candidates : result.nearest;
    return { query, status, speaker: null, candidates: candidates.map(({ name }) => ({ name })) };
  }
  const { speaker } = result;
  return {
    query,
    status,
    speaker: {
      name: speaker.name,
      roles: speaker.roles.map((r) => r.text),
      aliases: speaker.names.filter((n) => n !== speaker.name),
      mentions: speaker.mentions,
      statements: speaker.statements.map((s) => ({
        text: statementText(s),
        kind: s.kind,
        passage: s.passage.id,
        article: s.passage.article.id,
      })),
    },
    candidates: [],
  };
}

/** A check for programs: the verdict, where the words stand and whose they are, and what was changed. `text` is the input's. */
export function checkJson(text: string, check: Check): object {
  const { quotation, claimed, verdict, match, second, isSpliced, others, stories } = check;
  return {
    text,
    quotation,
    claimed,
    verdict,
    match: match && matchJson(match),
    ...(second && { second: matchJson(second) }),
    spliced: isSpliced,
    changes: [match, second].flatMap((m) => (m ? changesJson(m) : [])),
    others: others.map(matchJson),
    stories,
  };
}

/** `text` is the whole passage, or all of those that the words run over; `words` what is quoted of it. */
function matchJson({ passage, span, kind, speakers, corrected, likeness }: Match): object {
  const { article, id, start, end } = passage;
  return {
    text: article.text.slice(Math.min(start, span.start), Math.max(end, span.end)),
    words: slice(article.text, span),
    kind,
    speakers: speakers.map((s) => ({ name: s.name, role: roleIn(s, passage) })),
    ...(corrected && { corrected }),
    article: article.id,
    passage: id,
    likeness: Math.round(likeness * 1000) / 1000,
  };
}

function changesJson({ passage, pieces }: Match): object[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'same' || piece.kind === 'skipped') return [];
    const { own, claimed } = piece;
    const words = { own: own && slice(passage.article.text, own), claimed: claimed || null };
    if (piece.kind === 'inserted') return [{ kind: piece.kind, ...words, turns: null }];
    return [
      { kind: own === null ? 'added' : claimed ? 'replaced' : 'left-out', ...words, turns: piece.turns },
    ];
  });
}

/** A passage, or a headline, with the statements in it. */
export interface PassageStatements {
  readonly passage: Passage;
  readonly statements: readonly Statement[];
}

/** A passage for programs, with its statements; every span counts in the article's text. */
export function passageJson(corpus: Corpus, { passage, statements }: PassageStatements): object {
  const { id, article, start, end, text } = passage;
  return {
    id,
    article: article.id,
    start,
    end,
    text,
    statements: statements.map((s) => ({
      speaker: speakerName(corpus, s),
      source: s.source && pair(s.source),
      cue: s.cue && pair(s.cue),
      content: s.content.map(pair),
      kind: s.kind,
      rule: s.rule,
      confidence: s.confidence,
    })),
  };
}

/** Who said something; whom only a headline names is no speaker of the corpus. */
export function speakerName(corpus: Corpus, statement: Statement): string | null {
  return corpus.speakerOf(statement)?.name ?? statement.party?.name ?? null;
}

function pair({ start, end }: Span): [number, number] {
  return [start, end];
}
