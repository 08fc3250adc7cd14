import type { Article } from '../../article/article.js';
import type { Corpus } from '../../corpus/corpus.js';
import type { Speaker } from '../../corpus/speakers.js';
import { fold } from '../../text/fold.js';
import { contains, slice, type Span } from '../../text/span.js';
import { words as wordsOf, type Word } from '../../text/words.js';
import type { Answer, Hit } from '../answer.js';
import { askedWords } from './asked-words.js';
import { quotedStretches } from './exact-words.js';
import type { Index } from '../index/index-corpus.js';
import { gendersOf, namedIn } from './named-people.js';
import type { Note } from '../note.js';
import { understand } from './question.js';
import { HELPING, SAYING } from './saying.js';
import { termsOf } from '../index/terms.js';

/** What of an answer a next question may point back to. Keys and words alone, so that it outlives a refresh. */
export interface LastAnswer {
  /** Keys of who spoke in it or was asked about, the likeliest first. */
  readonly speakers: readonly string[];
  /** Keys of the people whom its sentence only names. */
  readonly named: readonly string[];
  /** The id of its story. */
  readonly article: string | null;
  /** The words of what was asked about. */
  readonly topic: string;
}

/** A question whose words that point back are replaced by what they mean. */
export interface Followed {
  readonly text: string;
  /** Only what this one said: where a name alone wouldn't tell. */
  readonly speaker: Speaker | null;
  /** Only this story: "in that article". */
  readonly article: Article | null;
  readonly notes: readonly Note[];
}

/** Nothing points back further than its question goes; more words are not looked at. */
const MOST_WORDS = 120;
const THAT_STORY =
  /(?:\b(?:in|from|according to) )?\b(?:that|this|the same) (?:story|article|piece|report|interview)\b/iu;
const ABOUT_THAT =
  /\b(?:about|on|of|to|with|by|for|against) (that|this|it|those|these)(?=\s*(?:[?!.,;]|$))|\b(?:say|said|says|mean|means|meant|think|thinks|thought|want|deny) (that|this|it|so)(?=\s*[?!.]*$)/iu;
const PRONOUN = /^(?:he|him|his|she|her|hers|they|them|their|it)$/u;
const NOMINATIVE = /^(?:he|she|they|it)$/u;
const POSSESSIVE = /^(?:his|hers|their)$/u;
/** Without these, the rest of the question may tell who is meant ("why did he call the police"). */
const SAYS_PLAINLY =
  /^(?:sa(?:y|ys|id)|tells?|told|thinks?|thought|comment|react|respond|reply|argue|claim|believe|feel|talk|speak|mention|answer|describe|explain)$/u;
const UTTERANCE =
  /^(?:answer|comment|explanation|opinion|position|reaction|reply|response|stance|statement|thought|view|word)s?$/u;
const ROLE =
  /\b(?:did|does|do|has|have|had|is|was|were|are|would|can|could) (the (\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*){0,2}?)) (?=(?:[a-z]+ly )?(\p{L}+))/iu;
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I)$/u;

/**
 * Takes words that point back ("he", "the minister", "about that", "in that story") for what the last answer spoke
 * of. Nothing is taken over where the question itself names somebody before them.
 */
export function follow(text: string, last: LastAnswer | null, index: Index): Followed {
  const changes = [
    personChange(text, last, index),
    topicChange(text, last),
    storyChange(text, last, index),
  ].filter((c) => c !== null);
  let changed = text;
  for (const { span, by } of changes.toSorted((a, b) => b.span.start - a.span.start))
    changed = changed.slice(0, span.start) + by + changed.slice(span.end);
  return {
    text: changed,
    speaker: changes.find((c) => c.speaker)?.speaker ?? null,
    article: changes.find((c) => c.article)?.article ?? null,
    notes: changes.map((c) => c.note),
  };
}

interface Change {
  readonly span: Span;
  readonly by: string;
  readonly note: Note;
  readonly speaker?: Speaker;
  readonly article?: Article;
}

function personChange(text: string, last: LastAnswer | null, index: Index): Change | null {
  const quoted = quotedStretches(text);
  const words = wordsOf(text).slice(0, MOST_WORDS);
  for (const [at, word] of words.entries()) {
    const pronoun = fold(word.text);
    if (!PRONOUN.test(pronoun) || quoted.some((q) => contains(q, word))) continue;
    // In "who said he would go", he is anybody.
    if (NOMINATIVE.test(pronoun) && isSaying(words[at - 1])) return null;
    const speaks = isSpeaker(words, at, pronoun);
    if (pronoun === 'it' && !speaks) continue;
    if (namesSomebody(text.slice(0, word.start), !speaks, index)) return null;
    const meant = meantBy(pronoun, last, index);
    if (meant) return replaced(text, word, meant, speaks, index, isPossessive(words, at, pronoun));
    const isPlain = words
      .slice(at + 1, at + 4)
      .some((w) => SAYS_PLAINLY.test(fold(w.text)) || isUtterance(w));
    if (!speaks || !isPlain || !/^(?:he|she|his|her)$/u.test(pronoun)) return null;
    return { span: word, by: word.text, note: { about: 'unclear', words: word.text } };
  }
  return roleChange(text, last, index);
}

/** "The minister", where the last answer's speaker is one. */
function roleChange(text: string, last: LastAnswer | null, index: Index): Change | null {
  const match = ROLE.exec(text);
  const [, phrase, role, verb] = match ?? [];
  if (!match || !phrase || !role || !verb || !termsOf(verb).some((t) => SAYING.has(t.term))) return null;
  const asked = termsOf(role).map((t) => t.term);
  const meant = spokenOf(last, index).find(
    (s) => s.kind === 'person' && s.roles.some((r) => isRole(asked, r.text)),
  );
  if (!meant) return null;
  const understood = understand(text, index.vocabulary, index.book).subject?.speakers ?? [];
  if (understood.length === 1 && understood[0] === meant) return null;
  const start = match.index + match[0].indexOf(phrase);
  return replaced(text, { start, end: start + phrase.length }, meant, true, index);
}

/** All of the words stand in the role, and the last is what it is a kind of: a "council member" is no council. */
function isRole(asked: readonly string[], role: string): boolean {
  const own = new Set(termsOf(role).map((t) => t.term));
  const [kind = ''] = role.split(/,| (?:of|for|at|in|from|on|to|with|who)\b/u);
  return asked.every((term) => own.has(term)) && asked.at(-1) === termsOf(kind).at(-1)?.term;
}

function replaced(
  text: string,
  span: Span,
  meant: Speaker,
  speaks: boolean,
  index: Index,
  owns = false,
): Change {
  const named = index.book.byName(askedWords(meant.name, index.vocabulary).filter((w) => !w.stop));
  const isTold = named?.speakers[0] === meant;
  return {
    span,
    by: owns ? `${meant.name}’s` : meant.name,
    note: { about: 'pointer', words: slice(text, span), meant: meant.name },
    ...(speaks && !isTold ? { speaker: meant } : {}),
  };
}

function topicChange(text: string, last: LastAnswer | null): Change | null {
  const match = ABOUT_THAT.exec(text);
  const words = match?.[1] ?? match?.[2];
  // "Who said that?" asks for a speaker, and "that" may be anything.
  if (!match || !words || !last?.topic || (match[2] && /^\W*who\b/iu.test(text))) return null;
  const end = match.index + match[0].length;
  return {
    span: { start: end - words.length, end },
    by: last.topic,
    note: { about: 'pointer', words, meant: `“${last.topic}”` },
  };
}

function storyChange(text: string, last: LastAnswer | null, { corpus }: Index): Change | null {
  const match = THAT_STORY.exec(text);
  const article = corpus.articles.get(last?.article ?? '');
  if (!match || !article) return null;
  return {
    span: { start: match.index, end: match.index + match[0].length },
    by: '',
    article,
    note: {
      about: 'pointer',
      words: match[0].replace(/^(?:in|from|according to) /iu, ''),
      meant: `“${article.title}”`,
    },
  };
}

/** Whether the word is the one who speaks: "what did he say", "what he said", "her view". */
function isSpeaker(words: readonly Word[], at: number, pronoun: string): boolean {
  const next = words[at + 1];
  if (!NOMINATIVE.test(pronoun)) return next !== undefined && isUtterance(next);
  return isSaying(next) || (isHelping(words[at - 1]) && words.slice(at + 1, at + 4).some((w) => isSaying(w)));
}

function isUtterance({ text }: Word): boolean {
  return UTTERANCE.test(fold(text));
}

/** "Her" is possessive before a word of its own, "him" never is. */
function isPossessive(words: readonly Word[], at: number, pronoun: string): boolean {
  if (POSSESSIVE.test(pronoun)) return true;
  const next = words[at + 1];
  return pronoun === 'her' && next !== undefined && !askedAsGrammar(next);
}

function askedAsGrammar({ text }: Word): boolean {
  return /^(?:about|after|and|at|before|by|for|from|in|of|on|or|over|to|with|when|while|last|yesterday|today|since)$/u.test(
    fold(text),
  );
}

function isSaying(word: Word | undefined): boolean {
  return word !== undefined && !isHelping(word) && termsOf(word.text).some((t) => SAYING.has(t.term));
}

function isHelping(word: Word | undefined): boolean {
  return word !== undefined && HELPING.has(fold(word.text).replaceAll("'", ''));
}

/** Whether words name or (where `orRole`) describe a person. */
function namesSomebody(text: string, orRole: boolean, { vocabulary, book }: Index): boolean {
  const words = askedWords(text, vocabulary).filter((w) => !w.stop && !w.asking && !SAYING.has(w.term));
  if (!words.length) return false;
  if (words.some((w) => w.unknown && w.start > 0 && /^\p{Lu}/u.test(w.typed) && !CALENDAR.test(w.typed)))
    return true;
  const named = book.byName(words);
  if (named?.sureness === 1 && named.speakers.some((s) => s.kind === 'person')) return true;
  return orRole && book.byRole(words)?.speakers.some((s) => s.kind === 'person') === true;
}

/** Whoever spoke in the last answer, or the only one named in it, that a pronoun fits. */
function meantBy(pronoun: string, last: LastAnswer | null, index: Index): Speaker | null {
  const spoke = spokenOf(last, index).find((s) => fits(s, pronoun, index.corpus));
  if (spoke) return spoke;
  const named = speakersOf(last?.named ?? [], index).filter((s) => fits(s, pronoun, index.corpus));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function spokenOf(last: LastAnswer | null, index: Index): Speaker[] {
  return speakersOf(last?.speakers ?? [], index);
}

function speakersOf(keys: readonly string[], { corpus }: Index): Speaker[] {
  return keys.map((key) => corpus.speakerByKey.get(key)).filter((s) => s !== undefined);
}

function fits(speaker: Speaker, pronoun: string, corpus: Corpus): boolean {
  if (/^(?:they|them|their)$/u.test(pronoun))
    return speaker.kind === 'group' || speaker.kind === 'organisation';
  if (pronoun === 'it') return speaker.kind === 'organisation' || speaker.kind === 'document';
  if (speaker.kind !== 'person') return false;
  const genders = gendersOf(speaker, corpus);
  return genders.size === 0 || genders.has(/^(?:he|him|his)$/u.test(pronoun) ? 'male' : 'female');
}

/** What of an answer can be pointed back to; what was before it, where it spoke of nothing. */
export function lastAnswer(answer: Answer, before: LastAnswer | null, index: Index): LastAnswer | null {
  const [shown] = answer.hits;
  const spoke = answer.found && shown ? shown.speakers : [];
  const speakers = [...new Set([...spoke, ...(answer.speaker ? [answer.speaker] : [])])];
  if (!answer.found && !speakers.length) return before;
  const topic = understand(answer.question.text, index.vocabulary, index.book).topic.map((w) => w.typed);
  return {
    speakers: speakers.map((s) => s.key),
    named: answer.found && shown ? namedIn(shown, index.corpus) : [],
    article: answer.found ? (shown?.passage.article.id ?? null) : (before?.article ?? null),
    topic: topic.join(' ').slice(0, 200) || (before?.topic ?? ''),
  };
}

/** What can be pointed back to once another passage of an answer is shown. */
export function turnedTo(hit: Hit, before: LastAnswer | null, index: Index): LastAnswer {
  return {
    speakers: hit.speakers.map((s) => s.key),
    named: namedIn(hit, index.corpus),
    article: hit.passage.article.id,
    topic: before?.topic ?? '',
  };
}
