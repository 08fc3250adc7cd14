import type { Statement } from '../../attribution/statement.js';
import type { Speaker } from '../../corpus/speakers.js';
import { slice } from '../../text/span.js';
import type { Alike } from './alike.js';
import { type Candidate, spokenIn } from './candidates.js';
import { countedWords, isCounted } from '../question/counted.js';
import type { Looked, Shown } from './features.js';
import { isTold, meets, plain } from '../question/expectation.js';
import type { Index } from '../index/index-corpus.js';
import { raise } from './matched.js';
import type { PassageTerms } from '../index/passage-terms.js';
import type { Understood } from '../question/question.js';
import { Quotation } from './quotation.js';
import { TopicMatch, weightOf } from './topic-match.js';
import { Voiced } from './voiced.js';
import { WithinStory } from './within-story.js';

/** What it is worth that a number stands there, yet of something else. */
export const MET_LOOSELY = 0.25;
/** What it is worth that another sentence of the passage holds what is asked for. */
const MET_BESIDE = 0.3;

/** What it is worth, where it is asked what somebody said, that a sentence is somebody's words. */
const SAID = 0.2;

const NOBODY: readonly Statement[] = [];

/** What a sentence of a passage comes to. */
interface Weighed {
  readonly score: number;
  /** The share of the topic's weight that stands in it. */
  readonly sentence: number;
  readonly near: number;
  readonly met: number;
  readonly said: readonly Statement[];
  readonly speaker: number;
}

/** Looks at passages closely, for one question. */
export class Look {
  readonly #index: Index;
  readonly #asked: Understood;
  readonly #strictly: Speaker | null;
  readonly #topic: TopicMatch;
  readonly #subject: TopicMatch | null;
  readonly #speakers: ReadonlyMap<Speaker, number>;
  /** Where these speak: nearly all passages are told by that alone to have nothing of theirs. */
  readonly #spoken: ReadonlySet<number>;
  readonly #typed: ReadonlySet<string>;
  readonly #quotation: Quotation;
  /** The words of the matter and of the speaker, as a story is looked up for them. */
  readonly #words: readonly { weight: number; ids: readonly number[]; likenesses: readonly number[] }[];
  readonly #stories = new Map<number, number>();
  readonly #alike: Alike | null;
  readonly #counted: ReadonlySet<number>;
  readonly #voiced: Voiced;
  readonly #within: WithinStory;
  readonly #shown = new Map<number, Shown>();
  // Filled anew for each sentence or passage: making them each time would cost more than filling them.
  readonly #here: Float64Array;
  readonly #whole: Float64Array;
  readonly #own: Float64Array;

  /** With `alike`, the answering sentence is the one that says most of it in whatever words. */
  constructor(index: Index, asked: Understood, strictly: Speaker | null, alike: Alike | null = null) {
    this.#index = index;
    this.#asked = asked;
    this.#strictly = strictly;
    this.#topic = new TopicMatch(index, asked.topic);
    this.#here = this.#topic.nothing();
    this.#whole = this.#topic.nothing();
    this.#own = this.#topic.nothing();
    this.#subject = asked.subject && new TopicMatch(index, asked.subject.words);
    const speakers = strictly ? [strictly] : (asked.subject?.speakers ?? []);
    this.#speakers = new Map(
      speakers.map((s, i) => [s, (i === 0 ? 1 : 0.7) * (strictly ? 1 : (asked.subject?.sureness ?? 1))]),
    );
    this.#spoken = spokenIn(index, speakers);
    this.#typed = new Set(asked.words.map((w) => plain(w.typed)));
    this.#words = [...asked.topic, ...(asked.subject?.words ?? [])].map((word) => ({
      weight: weightOf(word),
      ids: [...word.ids.keys()],
      likenesses: [...word.ids.values()],
    }));
    this.#quotation = new Quotation(asked.quotation);
    this.#alike = alike;
    this.#voiced = new Voiced(index, asked.topic);
    this.#within = new WithinStory(index, asked.topic);
    this.#counted = new Set(countedWords(asked.words).flatMap((w) => [...w.ids.keys()]));
  }

  /** What speaks for one passage; null where the limits leave no sentence. */
  at({ place, found }: Candidate): Looked | null {
    const apart = this.#index.terms[place];
    if (!apart) return null;
    const whole = this.#whole.fill(0);
    const own = this.#own.fill(0);
    const speaks = this.#spoken.has(place);
    const writer = speaks ? this.#index.corpus.writerOf(apart.passage) : null;
    const beside = this.#beside(place);
    let metBest = 0;
    let best: Weighed | null = null;
    for (let at = 0; at < apart.sentences.length; at++) {
      const weighed = this.#weigh(apart, at, speaks, writer);
      raise(whole, this.#here, 1);
      raise(own, this.#here, weighed.speaker ? 1 : weighed.said.length ? 0 : 0.5);
      if (!this.#isAllowed(weighed, writer)) continue;
      metBest = Math.max(metBest, weighed.met);
      if (!best || weighed.score > best.score + 1e-9) best = weighed;
    }
    if (!best) return null;
    return {
      place,
      shown: () => this.#shownOf(place),
      features: {
        sentence: best.sentence,
        own: this.#ownShare(beside, own),
        around: this.#around(place, beside, whole),
        story: this.#story(this.#index.storyOf[place] ?? 0),
        near: best.near,
        found,
        speaker: speaks
          ? Math.max(best.speaker, 0.8 * this.#saidBy(apart.statements), 0.8 * this.#asks(writer))
          : 0,
        named: this.#named(place, beside),
        direct: directness(best.said),
        meets: best.met || (metBest > MET_LOOSELY ? MET_BESIDE : 0),
        tells:
          isTold(this.#asked.expects) && metBest
            ? metBest * this.#within.share(place, (other) => this.#topic.inPassage(other))
            : 0,
        opens:
          this.#quotation.isEmpty && this.#index.storyOf[place - 1] !== this.#index.storyOf[place] ? 1 : 0,
        quotation: this.#quotation.likeness(apart.ids),
      },
    };
  }

  /** Weighs one sentence of a passage, and leaves in `here` how well it matches the topic. */
  #weigh(apart: PassageTerms, at: number, speaks: boolean, writer: Speaker | null): Weighed {
    const from = apart.starts[at] ?? 0;
    const to = apart.starts[at + 1] ?? from;
    const here = this.#here.fill(0);
    const near = this.#topic.between(apart.ids, from, to, here);
    const said = apart.said[at] ?? NOBODY;
    const speaker = !speaks ? 0 : said.length ? this.#saidBy(said) : this.#asks(writer);
    const sentence = this.#topic.share(here);
    const met = this.#met(apart, at, from, to);
    const score =
      sentence +
      0.3 * near +
      (this.#asked.subject?.surely ? 0.6 : 0.3) * speaker +
      0.2 * met * Math.min(1, 2 * sentence) +
      2 * this.#quotation.likeness(apart.ids, from, to) +
      (this.#alike?.share(apart.ids.subarray(from, to)) ?? 0) +
      (this.#asked.asksWhatSaid && said.length ? 0.1 : 0);
    return { score, sentence, near, met, said, speaker };
  }

  /** Whether the one speaker who is asked, if only one is, says a sentence. */
  #isAllowed({ said }: Weighed, writer: Speaker | null): boolean {
    if (!this.#strictly) return true;
    return (said.length ? said.map(this.#index.corpus.speakerOf) : [writer]).includes(this.#strictly);
  }

  #shownOf(place: number): Shown {
    let shown = this.#shown.get(place);
    if (!shown) {
      shown = this.#choose(this.#index.terms[place]!, this.#spoken.has(place));
      this.#shown.set(place, shown);
    }
    return shown;
  }

  /** Ranking weighs passages by their own words; what is shown of one may be told by who says it. */
  #choose(apart: PassageTerms, speaks: boolean): Shown {
    const writer = speaks ? this.#index.corpus.writerOf(apart.passage) : null;
    let best = -Infinity;
    let shown: Shown = { sentence: apart.passage, statements: NOBODY };
    for (const [at, span] of apart.sentences.entries()) {
      const weighed = this.#weigh(apart, at, speaks, writer);
      if (!this.#isAllowed(weighed, writer)) continue;
      const { score, sentence, said } = weighed;
      const matched = this.#voiced.matched(said, this.#here);
      const voiced =
        score -
        sentence +
        (matched === this.#here ? sentence : this.#topic.share(matched)) +
        (this.#asked.asksWhatSaid && said.length ? SAID : 0);
      if (voiced <= best + 1e-9) continue;
      best = voiced;
      shown = { sentence: span, statements: said };
    }
    return shown;
  }

  /** How well a sentence holds the kind of thing that is asked for: of things that are counted, their number. */
  #met(apart: PassageTerms, at: number, from: number, to: number): number {
    const { expects } = this.#asked;
    const surely = expects ? apart.holds(at, expects) : 0;
    if (!expects || !surely) return 0;
    const { passage, sentences, ids } = apart;
    const met = meets(expects, slice(passage.article.text, sentences[at]!), this.#typed, surely);
    const counts =
      !this.#counted.size || isCounted(this.#index.vocabulary, this.#counted, ids.subarray(from, to));
    return counts ? met : met * MET_LOOSELY;
  }

  /** Widens what a passage matches by what stands above and beside it. */
  #around(place: number, beside: readonly number[], wide: Float64Array): number {
    raise(wide, this.#topic.above(place), 0.6);
    for (const other of beside) raise(wide, this.#topic.inPassage(other), 0.5);
    return this.#topic.share(wide);
  }

  /** The passages of the same story before and after one. */
  #beside(place: number): number[] {
    const { storyOf } = this.#index;
    return [place - 1, place + 1].filter((beside) => storyOf[beside] === storyOf[place]);
  }

  #story(story: number): number {
    const known = this.#stories.get(story);
    if (known !== undefined) return known;
    const { postings } = this.#index;
    let sum = 0;
    let all = 0;
    for (const { weight, ids, likenesses } of this.#words) {
      all += weight;
      let best = 0;
      for (let at = 0; at < ids.length; at++)
        if (likenesses[at]! > best && postings.holds(story, ids[at]!)) best = likenesses[at]!;
      sum += best * weight;
    }
    const share = all ? sum / all : 0;
    this.#stories.set(story, share);
    return share;
  }

  #ownShare(beside: readonly number[], own: Float64Array): number {
    if (!this.#speakers.size) return 0;
    for (const other of beside) {
      // Where the speaker speaks as well, that passage is weighed by itself.
      if (this.#speaksIn(other)) continue;
      raise(own, this.#topic.inPassage(other), 0.5);
    }
    return this.#topic.share(own);
  }

  #saidBy(statements: readonly Statement[]): number {
    let best = 0;
    for (const statement of statements)
      best = Math.max(best, this.#asks(this.#index.corpus.speakerOf(statement)));
    return best;
  }

  /** How surely somebody is who is asked for. */
  #asks(speaker: Speaker | null): number {
    return (speaker && this.#speakers.get(speaker)) ?? 0;
  }

  #named(place: number, beside: readonly number[]): number {
    if (!this.#subject) return 0;
    let named = 0;
    const words = this.#subject.inPassage(place);
    for (let at = 0; at < words.length; at++) if (words[at]! > 0) named++;
    if (named) return named / words.length;
    return beside.some((other) => this.#speaksIn(other)) ? 0.5 : 0;
  }

  /** Whether the asked speaker speaks in a passage. */
  #speaksIn(place: number): boolean {
    return this.#spoken.has(place) && this.#saidBy(this.#index.terms[place]!.statements) > 0;
  }
}

function directness(said: readonly Statement[]): number {
  if (said.some((s) => s.kind === 'direct')) return 1;
  return said.some((s) => s.kind === 'mixed') ? 0.5 : 0;
}
