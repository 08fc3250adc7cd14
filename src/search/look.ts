import type { Statement } from '../attribution/statement.js';
import type { Speaker } from '../corpus/speakers.js';
import { slice, type Span } from '../text/span.js';
import type { Alike } from './alike.js';
import type { AskedWord } from './asked-words.js';
import type { Candidate } from './candidates.js';
import { countedWords, isCounted } from './counted.js';
import type { Looked } from './features.js';
import { isTold, meets, plain } from './expectation.js';
import type { Index } from './index-corpus.js';
import { raise } from './matched.js';
import type { PassageTerms } from './passage-terms.js';
import type { Understood } from './question.js';
import { Quotation } from './quotation.js';
import { Voiced } from './voiced.js';
import { WithinStory } from './within-story.js';

/** What it is worth that a number stands there, yet of something else. */
export const MET_LOOSELY = 0.25;
/** What it is worth that another sentence of the passage holds what is asked for. */
const MET_BESIDE = 0.3;

/** What it is worth, where it is asked what somebody said, that a sentence is somebody's words. */
const SAID = 0.2;

const MARKED_BITS = 11;
const MARK = (1 << MARKED_BITS) - 1;

const NOBODY: readonly Statement[] = [];

/** Looks at passages closely, for one question. */
export class Look {
  readonly #index: Index;
  readonly #asked: Understood;
  readonly #strictly: Speaker | null;
  readonly #lookup = new Map<number, { at: number; likeness: number }[]>();
  /** Marks the last bits of the terms of the topic, so that other terms are seldom looked up. */
  readonly #marks = new Uint8Array(1 << MARKED_BITS);
  readonly #weights: readonly number[];
  readonly #total: number;
  /** What each two neighbours of the topic weigh. */
  readonly #pairWeights: readonly number[];
  readonly #pairTotal: number;
  readonly #subjectIds: ReadonlySet<number>;
  readonly #speakers: ReadonlyMap<Speaker, number>;
  readonly #typed: ReadonlySet<string>;
  readonly #quotation: Quotation;
  readonly #stories = new Map<number, number>();
  readonly #besides = new Map<number, Float64Array>();
  readonly #alike: Alike | null;
  readonly #counted: ReadonlySet<number>;
  readonly #voiced: Voiced;
  readonly #within: WithinStory;
  // Filled anew for each stretch of terms: making them each time would cost more than filling them.
  readonly #here: Float64Array;
  readonly #last: Int32Array;
  readonly #pairs: Uint8Array;

  /** With `alike`, the answering sentence is the one that says most of it in whatever words. */
  constructor(index: Index, asked: Understood, strictly: Speaker | null, alike: Alike | null = null) {
    this.#index = index;
    this.#asked = asked;
    this.#strictly = strictly;
    for (const [at, word] of asked.topic.entries()) {
      for (const [id, like] of word.ids) {
        this.#marks[id & MARK] = 1;
        const list = this.#lookup.get(id);
        if (list) list.push({ at, likeness: like });
        else this.#lookup.set(id, [{ at, likeness: like }]);
      }
    }
    this.#weights = asked.topic.map((w) => weightOf(w));
    this.#here = new Float64Array(this.#weights.length);
    this.#last = new Int32Array(this.#weights.length);
    this.#pairs = new Uint8Array(this.#weights.length);
    this.#total = this.#weights.reduce((sum, w) => sum + w, 0);
    this.#pairWeights = this.#weights.slice(1).map((w, at) => Math.min(w, this.#weights[at] ?? 0));
    this.#pairTotal = this.#pairWeights.reduce((sum, w) => sum + w, 0);
    this.#subjectIds = new Set(asked.subject?.words.flatMap((w) => [...w.ids.keys()]));
    const speakers = strictly ? [strictly] : (asked.subject?.speakers ?? []);
    this.#speakers = new Map(
      speakers.map((s, i) => [s, (i === 0 ? 1 : 0.7) * (strictly ? 1 : (asked.subject?.sureness ?? 1))]),
    );
    this.#typed = new Set(asked.words.map((w) => plain(w.typed)));
    this.#quotation = new Quotation(asked.quotation);
    this.#alike = alike;
    this.#voiced = new Voiced(index, asked.topic);
    this.#within = new WithinStory(index, asked.topic);
    this.#counted = new Set(countedWords(asked.words).flatMap((w) => [...w.ids.keys()]));
  }

  /** What speaks for one passage, and which of its sentences answers; null where the limits leave no sentence. */
  at({ place, found }: Candidate): Looked | null {
    const { corpus, terms } = this.#index;
    const passage = corpus.passages[place];
    const apart = terms[place];
    if (!passage || !apart) return null;
    const { statements } = apart;
    const writer = corpus.writerOf(passage);
    const whole = new Float64Array(this.#weights.length);
    const own = new Float64Array(this.#weights.length);
    let metBest = 0;
    let best: {
      score: number;
      sentence: number;
      near: number;
      meets: number;
      said: readonly Statement[];
      span: Span;
      speaker: number;
    } | null = null;
    let shown: { score: number; said: readonly Statement[]; span: Span } | null = null;
    for (const [i, span] of apart.sentences.entries()) {
      const from = apart.starts[i] ?? 0;
      const to = apart.starts[i + 1] ?? from;
      const here = this.#here.fill(0);
      const near = this.#match(apart, from, to, here);
      raise(whole, here, 1);
      const said = apart.said[i] ?? NOBODY;
      const speaker = said.length ? this.#saidBy(said) : this.#asks(writer);
      const factor = speaker ? 1 : said.length ? 0 : 0.5;
      raise(own, here, factor);
      if (this.#strictly && !(said.length ? said.map(corpus.speakerOf) : [writer]).includes(this.#strictly))
        continue;
      const sentence = this.#share(here);
      const met = this.#met(apart, from, to, slice(passage.article.text, span));
      if (met > metBest) metBest = met;
      const quoted = this.#quotation.likeness(apart.ids, from, to);
      const score =
        sentence +
        0.3 * near +
        (this.#asked.subject?.surely ? 0.6 : 0.3) * speaker +
        0.2 * met * Math.min(1, 2 * sentence) +
        2 * quoted +
        (this.#alike?.share(apart.ids.subarray(from, to)) ?? 0) +
        (this.#asked.asksWhatSaid && said.length ? 0.1 : 0);
      if (!best || score > best.score + 1e-9)
        best = { score, sentence, near, meets: met, said, span, speaker };
      // Ranking weighs passages by their own words; what is shown of one may be told by who says it.
      const matched = this.#voiced.matched(said, here);
      const voiced =
        score -
        sentence +
        (matched === here ? sentence : this.#share(matched)) +
        (this.#asked.asksWhatSaid && said.length ? SAID : 0);
      if (!shown || voiced > shown.score + 1e-9) shown = { score: voiced, said, span };
    }
    if (!best || !shown) return null;
    const share = this.#share(whole);
    return {
      place,
      sentence: shown.span,
      statements: shown.said,
      features: {
        passage: share,
        sentence: best.sentence,
        around: this.#around(place, whole),
        own: this.#own(place, own),
        story: this.#story(this.#index.storyOf[place] ?? 0),
        near: best.near,
        found,
        speaker: Math.max(best.speaker, 0.8 * this.#saidBy(statements), 0.8 * this.#asks(writer)),
        named: this.#named(place),
        said: best.said.length ? 1 : 0,
        direct: best.said.some((s) => s.kind === 'direct')
          ? 1
          : best.said.some((s) => s.kind === 'mixed')
            ? 0.5
            : 0,
        meets: best.meets || (metBest > MET_LOOSELY ? MET_BESIDE : 0),
        tells:
          isTold(this.#asked.expects) && metBest
            ? metBest * this.#within.share(place, (other) => this.#matched(other))
            : 0,
        opens:
          this.#quotation.isEmpty && this.#index.storyOf[place - 1] !== this.#index.storyOf[place] ? 1 : 0,
        quotation: this.#quotation.likeness(apart.ids),
      },
    };
  }

  /** How well a sentence holds the kind of thing that is asked for: of things that are counted, their number. */
  #met({ ids }: PassageTerms, from: number, to: number, sentence: string): number {
    const { expects } = this.#asked;
    const met = expects ? meets(expects, sentence, this.#typed) : 0;
    const counts =
      !this.#counted.size || isCounted(this.#index.vocabulary, this.#counted, ids.subarray(from, to));
    return counts ? met : met * MET_LOOSELY;
  }

  /** Fills in how well each topic word is matched between two terms, and tells the share of neighbours kept. */
  #match({ ids }: PassageTerms, from: number, to: number, into: Float64Array): number {
    const lookup = this.#lookup;
    const last = this.#last.fill(-1);
    const pairs = this.#pairs.fill(0);
    for (let i = from; i < to; i++) {
      const matches = this.#marks[ids[i]! & MARK] ? lookup.get(ids[i]!) : undefined;
      if (!matches) continue;
      for (const { at, likeness: like } of matches) {
        if (like > into[at]!) into[at] = like;
        last[at] = i;
        if (at > 0 && isNear(last[at - 1]!, i)) pairs[at - 1] = 1;
        if (at + 1 < last.length && isNear(last[at + 1]!, i)) pairs[at] = 1;
      }
    }
    let kept = 0;
    for (let at = 0; at < this.#pairWeights.length; at++) if (pairs[at]) kept += this.#pairWeights[at]!;
    return this.#pairTotal ? kept / this.#pairTotal : 0;
  }

  #share(matched: Float64Array): number {
    if (!this.#total) return 0;
    let sum = 0;
    for (let at = 0; at < matched.length; at++) sum += this.#weights[at]! * matched[at]!;
    return sum / this.#total;
  }

  #around(place: number, whole: Float64Array): number {
    const { corpus, terms } = this.#index;
    const wide = Float64Array.from(whole);
    const above = new Float64Array(whole.length);
    for (const id of terms[place]?.above ?? [])
      if (this.#marks[id & MARK])
        for (const { at, likeness: like } of this.#lookup.get(id) ?? [])
          above[at] = Math.max(above[at] ?? 0, like);
    raise(wide, above, 0.6);
    for (const beside of [place - 1, place + 1]) {
      if (corpus.passages[beside]?.article !== corpus.passages[place]?.article) continue;
      raise(wide, this.#matched(beside), 0.5);
    }
    return this.#share(wide);
  }

  #story(story: number): number {
    const known = this.#stories.get(story);
    if (known !== undefined) return known;
    const { postings } = this.#index;
    let sum = 0;
    let all = 0;
    for (const word of [...this.#asked.topic, ...(this.#asked.subject?.words ?? [])]) {
      all += weightOf(word);
      let best = 0;
      for (const [id, like] of word.ids) if (like > best && postings.holds(story, id)) best = like;
      sum += best * weightOf(word);
    }
    const share = all ? sum / all : 0;
    this.#stories.set(story, share);
    return share;
  }

  #own(place: number, own: Float64Array): number {
    if (!this.#speakers.size) return 0;
    const { corpus } = this.#index;
    for (const beside of [place - 1, place + 1]) {
      const passage = corpus.passages[beside];
      if (!passage || passage.article !== corpus.passages[place]?.article) continue;
      // Where the speaker speaks as well, that passage is weighed by itself.
      if (this.#saidBy(corpus.statementsIn(passage))) continue;
      raise(own, this.#matched(beside), 0.5);
    }
    return this.#share(own);
  }

  /** How well each topic word is matched anywhere in a passage. */
  #matched(place: number): Float64Array {
    const known = this.#besides.get(place);
    if (known) return known;
    const matched = new Float64Array(this.#weights.length);
    const apart = this.#index.terms[place];
    if (apart) this.#match(apart, 0, apart.ids.length, matched);
    this.#besides.set(place, matched);
    return matched;
  }

  #saidBy(statements: readonly Statement[]): number {
    if (!this.#speakers.size) return 0;
    let best = 0;
    for (const statement of statements) {
      best = Math.max(best, this.#asks(this.#index.corpus.speakerOf(statement)));
    }
    return best;
  }

  /** How surely somebody is who is asked for. */
  #asks(speaker: Speaker | null): number {
    return (speaker && this.#speakers.get(speaker)) ?? 0;
  }

  #named(place: number): number {
    const words = this.#asked.subject?.words;
    if (!words) return 0;
    const { corpus, terms } = this.#index;
    const held = new Set<number>();
    for (const id of terms[place]?.ids ?? []) if (this.#subjectIds.has(id)) held.add(id);
    const named = words.filter((w) => [...w.ids.keys()].some((id) => held.has(id))).length;
    if (named) return named / words.length;
    const story = corpus.passages[place]?.article;
    const beside = [corpus.passages[place - 1], corpus.passages[place + 1]].filter(
      (p) => p?.article === story,
    );
    return beside.some((p) => p && this.#saidBy(corpus.statementsIn(p))) ? 0.5 : 0;
  }
}

/** Whether a word stands at most four before another one, and is not the same. */
function isNear(before: number, here: number): boolean {
  return before >= 0 && before !== here && here - before <= 4;
}

/** A word of asking inside the topic tells little; what no story holds is said in other words, or is no matter of theirs. */
function weightOf(word: AskedWord): number {
  return word.weight * (word.asking ? 0.3 : 1) * (word.unknown ? 0.5 : 1);
}
