import type { Passage } from '../article/passages.js';
import { helpText } from '../commands/help.js';
import type { Outcome } from '../commands/command.js';
import type { Status } from '../search/status.js';
import type { Corpus } from '../corpus/corpus.js';
import { NEAREST } from '../replies/answer.js';
import { CORRECTED } from '../replies/citation.js';
import { counted } from '../text/list.js';
import { noteTexts } from '../replies/notes.js';
import { presence } from '../replies/presence.js';
import { whyNot } from '../replies/why-not.js';
import type { Answer, Hit } from '../search/answer.js';
import type { RefreshOutcome } from '../search/library.js';
import { shownStatements } from '../search/rank/statement-text.js';
import type { WhoResult } from '../search/who/who.js';
import { slice } from '../text/span.js';
import { citation, placeLine, QUOTE } from './citation.js';
import { printCheck } from './print-check.js';
import { printable, wrap, type Run, type Style } from './style.js';

const DETAILS = 'After an answer, /more shows the next passage and /context the paragraphs around it.';
const plain = (text: string) => text;

/** What a command came to, as text for a terminal. */
export function print(outcome: Outcome, style: Style): string {
  switch (outcome.kind) {
    case 'answer':
      return printAnswer(outcome.answer, style);
    case 'who':
      return printWho(outcome.result, style);
    case 'check':
      return printCheck(outcome.check, style);
    case 'refresh':
      return printRefresh(outcome.outcome);
    case 'status':
      return printStatus(outcome.status);
    case 'newsroom':
    case 'settings':
      return 'Stories are added and set right in Discord.';
    case 'help':
      return helpText(DETAILS)
        .map(({ title, text }) => `${style.bold(title)}\n${wrapLines(text, style)}`)
        .join('\n\n');
  }
}

/** The best hit, or why there is none and what comes near. */
function printAnswer(answer: Answer, style: Style): string {
  const [best] = answer.hits;
  const taken = noteTexts(answer).map((note) => wrap([{ text: note, paint: style.dim }], style.width, ''));
  if (answer.found && best) {
    const more = answer.hits.length - 1;
    return [
      ...taken,
      printHit(best, style),
      ...(more > 0 ? [style.dim(`(${more} more ${more === 1 ? 'passage' : 'passages'})`)] : []),
    ].join('\n\n');
  }
  const near = answer.hits.slice(0, 3);
  return [
    ...taken,
    style.bold(printable(whyNot(answer))),
    ...(near.length > 0
      ? [near.length === 1 ? NEAREST.one : NEAREST.several, ...near.map((hit) => printNear(hit, style))]
      : []),
  ].join('\n\n');
}

/** A passage, verbatim, the answering sentence in bold; who said it; where it stands. */
export function printHit(hit: Hit, style: Style): string {
  const { passage, sentence } = hit;
  const { text } = passage.article;
  const isWhole = sentence.start <= passage.start && sentence.end >= passage.end;
  const runs: Run[] = [
    { text: text.slice(passage.start, sentence.start), paint: plain },
    { text: slice(text, sentence), paint: isWhole ? plain : style.bold },
    { text: text.slice(sentence.end, passage.end), paint: plain },
  ];
  return `${wrap(runs, style.width - QUOTE.length, QUOTE)}\n\n${citation(hit, style)}`;
}

function printNear(hit: Hit, style: Style): string {
  return `${wrap([{ text: slice(hit.passage.article.text, hit.sentence), paint: plain }], style.width - QUOTE.length, QUOTE)}\n${citation(hit, style)}`;
}

/** A passage among its neighbours. */
export function printContext(corpus: Corpus, passage: Passage, style: Style): string {
  const story = corpus.passages.filter((p) => p.article === passage.article);
  const at = story.indexOf(passage);
  return story
    .slice(Math.max(0, at - 2), at + 3)
    .map((p) =>
      wrap(
        [{ text: p.text, paint: p === passage ? style.bold : style.dim }],
        style.width - 5,
        p === passage ? QUOTE : '  ',
      ),
    )
    .join('\n\n');
}

function printWho(result: WhoResult, style: Style): string {
  if (result.status !== 'found') {
    const people = result.status === 'ambiguous' ? result.candidates : result.nearest;
    const lead =
      result.status === 'ambiguous'
        ? `“${result.query}” fits ${people.length} speakers. Which one?`
        : `The stories name nobody called “${result.query}”.`;
    const lines = people
      .slice(0, 10)
      .map((s) => printable(`  ${s.name}${s.roles[0] ? `, ${s.roles[0].text}` : ''}`));
    return [
      style.bold(printable(lead)),
      ...(result.status === 'not-found' && lines.length ? ['Names that come near:'] : []),
      ...lines,
    ].join('\n');
  }
  const { speaker } = result;
  const others = speaker.names.filter((n) => n !== speaker.name);
  const head = [
    style.name(printable(speaker.name)),
    ...speaker.roles.map((r) => `  ${printable(r.text)}`),
    ...(others.length ? [printable(`  also: ${others.join(', ')}`)] : []),
    `  ${presence(speaker)}`,
    ...(speaker.corrected ? [`  (${CORRECTED})`] : []),
  ].join('\n');
  const statements = shownStatements(speaker.statements).map(({ text, passage, isReported }) => {
    const words = wrap([{ text, paint: plain }], style.width - QUOTE.length, QUOTE);
    return `${words}\n${placeLine(passage, style, isReported ? ' · reported, not a quotation' : '')}`;
  });
  return [head, ...statements].join('\n\n');
}

function printRefresh(outcome: RefreshOutcome): string {
  if (outcome.status === 'busy') return `${outcome.refreshing.by} is refreshing the stories already.`;
  const { added, changed, removed, unreadable, passages, speakers } = outcome.difference;
  return [
    `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${unreadable.length} unreadable`,
    ...list('+', added),
    ...list('~', changed),
    ...list('-', removed),
    ...unreadable.map((u) => printable(`  ! ${u.file} ${u.reason}`)),
    `${counted(passages.after, 'passage', 'passages')} (${passages.before} before), ${counted(speakers.after, 'speaker', 'speakers')} (${speakers.before} before)`,
  ].join('\n');
}

function list(sign: string, articles: readonly { title: string }[]): string[] {
  return articles.map((a) => printable(`  ${sign} ${a.title}`));
}

function printStatus(status: Status): string {
  return [
    `${counted(status.articles, 'article', 'articles')}, ${counted(status.passages, 'passage', 'passages')}, ${counted(status.speakers, 'speaker', 'speakers')}`,
    `read ${status.builtAt.toISOString()}${status.refreshedBy ? ` by ${status.refreshedBy}` : ' at the start'}`,
    ...status.unreadable.map((u) => printable(`  ! ${u.file} ${u.reason}`)),
    `stories ${status.corpusVersion} · On Record ${status.version}`,
  ].join('\n');
}

function wrapLines(text: string, style: Style): string {
  return text
    .split('\n')
    .map((line) => wrap([{ text: line, paint: plain }], style.width - 2, '  '))
    .join('\n');
}
