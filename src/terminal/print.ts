import type { Passage } from '../article/passages.js';
import { HELP } from '../commands/help.js';
import type { Outcome } from '../commands/command.js';
import type { Status } from '../search/status.js';
import type { Corpus } from '../corpus/corpus.js';
import { tally } from '../corpus/tally.js';
import { longDate, roleIn } from '../replies/citation.js';
import { times } from '../replies/speaker.js';
import { whyNot } from '../replies/why-not.js';
import type { Answer, Hit } from '../search/answer.js';
import type { RefreshOutcome } from '../search/library.js';
import { readableStatement } from '../search/statement-text.js';
import type { WhoResult } from '../search/who.js';
import { slice } from '../text/span.js';
import { printable, wrap, type Run, type Style } from './style.js';

const QUOTE = '│ ';
const plain = (text: string) => text;

/** What a command came to, as text for a terminal. */
export function print(outcome: Outcome, style: Style): string {
  switch (outcome.kind) {
    case 'answer':
      return printAnswer(outcome.answer, style);
    case 'who':
      return printWho(outcome.result, style);
    case 'refresh':
      return printRefresh(outcome.outcome);
    case 'status':
      return printStatus(outcome.status);
    case 'help':
      return HELP.map(({ title, text }) => `${style.bold(title)}\n${wrapLines(text, style)}`).join('\n\n');
  }
}

/** The best hit, or why there is none and what comes near. */
function printAnswer(answer: Answer, style: Style): string {
  const [best] = answer.hits;
  if (answer.found && best) {
    const more = answer.hits.length - 1;
    return [
      printHit(best, style),
      ...(more > 0 ? [style.dim(`(${more} more ${more === 1 ? 'passage' : 'passages'})`)] : []),
    ].join('\n\n');
  }
  const near = answer.hits.slice(0, 3);
  return [
    style.bold(printable(whyNot(answer))),
    ...(near.length > 0
      ? ['The nearest, which is not an answer:', ...near.map((hit) => printNear(hit, style))]
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

function citation(hit: Hit, style: Style): string {
  const { article } = hit.passage;
  const who =
    hit.kind === 'narration'
      ? `${style.name(printable(article.outlet ?? 'The article'))}, in the article’s own words`
      : hit.speakers
          .map((s) =>
            [style.name(printable(s.name)), roleIn(s, article)]
              .filter((x) => x !== null)
              .map((x, at) => (at ? printable(x) : x))
              .join(', '),
          )
          .join('; ') || 'Somebody the article does not name';
  const reported = hit.kind === 'indirect' ? ' (reported, not a quotation)' : '';
  const link = article.url ? `\n  ${style.dim(printable(article.url))}` : '';
  return `— ${who}${reported}\n  ${style.dim(place(hit.passage))}${link}`;
}

function place({ article, paragraph, heading }: Passage): string {
  const parts = [
    article.title,
    article.outlet,
    article.published && longDate(article.published),
    `paragraph ${paragraph}`,
    heading && `under “${heading}”`,
  ];
  return printable(parts.filter(Boolean).join(' · '));
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
  const { quoted, reported } = tally(speaker);
  const others = speaker.names.filter((n) => n !== speaker.name);
  const stories = speaker.articles.length === 1 ? 'one story' : `${speaker.articles.length} stories`;
  const counts =
    quoted + reported > 0
      ? `quoted ${times(quoted)}, reported ${times(reported)}, named ${times(speaker.mentions)} in ${stories}`
      : `mentioned, but never quoted or reported: named ${times(speaker.mentions)} in ${stories}`;
  const head = [
    style.name(printable(speaker.name)),
    ...speaker.roles.map((r) => `  ${printable(r.text)}`),
    ...(others.length ? [printable(`  also: ${others.join(', ')}`)] : []),
    `  ${counts}`,
  ].join('\n');
  const statements = speaker.statements.map((s) => {
    const reportedMark = s.kind === 'indirect' ? ' · reported, not a quotation' : '';
    return `${wrap([{ text: readableStatement(s), paint: plain }], style.width - QUOTE.length, QUOTE)}\n  ${style.dim(place(s.passage) + reportedMark)}`;
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
    `${passages.after} passages (${passages.before} before), ${speakers.after} speakers (${speakers.before} before)`,
  ].join('\n');
}

function list(sign: string, articles: readonly { title: string }[]): string[] {
  return articles.map((a) => printable(`  ${sign} ${a.title}`));
}

function printStatus(status: Status): string {
  return [
    `${status.articles} ${status.articles === 1 ? 'article' : 'articles'}, ${status.passages} passages, ${status.speakers} speakers`,
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
