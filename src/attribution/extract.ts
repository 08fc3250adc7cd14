import type { Attribution } from './attribution.js';
import { isAttributive, isIntroduction, isOccasion, postposes, speaks } from './adjacency.js';
import { clauseStart, contentEnd } from './content-end.js';
import { foundBy, isTitle, openingAfter, relativeTo } from './content.js';
import { findCues, type Cue } from './cue-finder.js';
import { cueClassesOf } from './cues.js';
import { isVerbal, phraseAfter, type Range } from './noun-phrase.js';
import { innerQuotations } from './inner-quotations.js';
import { nounsOfSaying } from './nouns-of-saying.js';
import { passives } from './passive.js';
import type { Marked, Unit } from './passage-tokens.js';
import { colonQuote } from './colon.js';
import { patterns, turn } from './patterns.js';
import { calledBack, quotationBefore } from './quotation-before.js';
import { quotationBehind } from './quotation-behind.js';
import { ruleBehind } from './rule.js';
import type { Source } from './source.js';
import { issued, nextClaim, sourceOf, type Sourced } from './sourced-cue.js';
import { strayQuotations } from './stray-quotations.js';
import { tailAt } from './tails.js';
import type { Token } from './tokens.js';

/** The attributions of a passage, in order; `announced` is a source whose words come in the next paragraph. */
export interface Extract {
  readonly attributions: readonly Attribution[];
  readonly announced: Attribution | null;
}

/** Finds sources, cues and contents in a passage. */
export function extract(marked: Marked): Extract {
  const found: Attribution[] = [];
  let announced: Attribution | null = null;
  for (const [at, unit] of marked.units.entries()) {
    const result = new UnitReader(marked, unit, at).read();
    found.push(...result.attributions);
    if (at === marked.units.length - 1) announced = result.announced;
  }
  return { attributions: found, announced };
}

class UnitReader {
  readonly #marked: Marked;
  readonly #tokens: readonly Token[];
  readonly #unit: Unit;
  readonly #at: number;
  readonly #found: Attribution[] = [];

  constructor(marked: Marked, unit: Unit, at: number) {
    this.#marked = marked;
    this.#tokens = marked.tokens;
    this.#unit = unit;
    this.#at = at;
  }

  /**
   * What is claimed before its source is settled first, quotations before reported speech: what stands behind a cue
   * must end where another's begins.
   */
  read(): { attributions: Attribution[]; announced: Attribution | null } {
    const tokens = this.#tokens;
    const unit = this.#unit;
    const whole = this.#at === 0 ? turn(tokens, unit, this.#at, this.#marked.tokens.length) : null;
    if (whole) return { attributions: [whole], announced: null };
    const formed = patterns(tokens, unit, this.#at);
    const around = formed.filter((a) => a.isAround);
    this.#found.push(...formed.filter((a) => !a.isAround), ...passives(tokens, unit, this.#at));
    const cues = findCues(tokens, unit).filter((cue) => !this.#isTaken(cue.verb));
    const sourced: Sourced[] = [];
    for (const cue of cues) {
      const own = sourceOf(tokens, unit, cue, sourced);
      if (own) sourced.push(own);
    }
    const rest = sourced.filter((own) => !this.#quotedBefore(own));
    this.#tails();
    const open = rest.filter((own) => !this.#reportedBefore(own));
    let announced: Attribution | null = null;
    for (const own of open) {
      const attribution = this.#behind(own, nextClaim(tokens, unit, own, open));
      if (attribution) this.#found.push(attribution);
      else if (tokens[unit.to - 1]?.text === ':' && speaks(tokens, own.source, own.cue))
        announced = {
          source: own.source,
          cue: own.cue,
          content: [],
          unit: this.#at,
          quotes: true,
          rule: 'announced',
        };
    }
    for (const own of nounsOfSaying(tokens, unit, this.#at))
      if (!this.#isInContent(own)) this.#found.push(own);
    const colon = colonQuote(tokens, unit, this.#at, this.#found);
    if (colon?.content.length) this.#found.push(colon);
    else if (colon) announced ??= colon;
    const last = open.at(-1);
    const next = this.#found.length || !last ? null : quotationBehind(this.#marked, this.#at, last);
    if (next) this.#found.push(next);
    const called = this.#found.length ? null : calledBack(this.#marked, unit, this.#at);
    if (called) this.#found.push(called);
    announced ??= issued(tokens, unit, this.#at);
    if (!announced) this.#found.push(...strayQuotations(tokens, unit, this.#at, this.#found));
    const attributions = [...this.#found.toSorted((a, b) => firstOf(a) - firstOf(b)), ...around];
    return { attributions: [...innerQuotations(tokens, unit, this.#at), ...attributions], announced };
  }

  /** True for what stands inside another attribution's words. */
  #isInContent({ cue }: Attribution): boolean {
    return (
      cue !== null && this.#found.some((a) => a.content.some((c) => c.from <= cue.from && cue.to <= c.to))
    );
  }

  #isTaken(i: number): boolean {
    return this.#found.some((a) => [a.source, a.cue].some((r) => r && r.from <= i && i < r.to));
  }

  /** "“…,” Roe said" and "“…,” said Roe". True where it was found and kept. */
  #quotedBefore({ cue, source, inverted, shared }: Sourced): boolean {
    if (cue.participle || shared || !(cue.classes.has('say') || cue.classes.has('tell'))) return false;
    const own = inverted || source.from > cue.from ? cue.from : source.from;
    const end = inverted ? source.to : cue.to;
    const isAlone = this.#unit.to - end <= 1 && own === this.#unit.from;
    const quoted = quotationBefore(this.#marked, this.#unit, own, this.#takenBefore(own), isAlone);
    if (!quoted || (!inverted && isAttributive(this.#tokens, own))) return false;
    const content = [quoted];
    const more = this.#resumed(inverted ? source.to : cue.to);
    if (more) content.push(more);
    this.#found.push({ source, cue, content, unit: this.#at, quotes: true, rule: 'quotation, then source' });
    return true;
  }

  #takenBefore(pre: number): number {
    let taken = this.#unit.from;
    for (const a of this.#found) {
      for (const r of [a.cue, a.source, ...a.content])
        if (r && r.from < pre) taken = Math.max(taken, Math.min(r.to, pre));
    }
    return taken;
  }

  /** "“…,” Roe exhorted" */
  #tails(): void {
    for (let i = this.#unit.from; i < this.#unit.to; i++) {
      const tail = this.#isTaken(i) ? null : tailAt(this.#tokens, i, this.#unit.to);
      if (!tail) continue;
      const { source, cue, isNamed } = tail;
      const quoted = quotationBefore(this.#marked, this.#unit, i, this.#takenBefore(i), false);
      if (!quoted || !(isNamed || quoted.from === this.#unit.from)) continue;
      const more = this.#resumed(cue.to);
      const content = more ? [quoted, more] : [quoted];
      this.#found.push({
        source,
        cue,
        content,
        unit: this.#at,
        quotes: true,
        rule: 'quotation, then source',
      });
    }
  }

  /** "…, Roe said.": the clause before is what was said. */
  #reportedBefore({ cue, source, inverted, shared }: Sourced): boolean {
    const tokens = this.#tokens;
    const unit = this.#unit;
    if (!(cue.classes.has('say') || cue.classes.has('tell')) || cue.participle || cue.modal || shared)
      return false;
    const pre = inverted ? cue.from : Math.min(source.from, cue.from);
    // "…, who said …": what stands before isn't what was said.
    if (/^(?:who|which)$/u.test(tokens[source.from]!.lower)) return false;
    if (pre <= unit.from || !/^[,—–]$/u.test(tokens[pre - 1]!.text) || tokens[pre - 1]!.quoted) return false;
    const behind = this.#pastObject(cue, inverted ? source.to : cue.to);
    if (!postposes(tokens, behind, unit.to) || !speaks(tokens, source, cue)) return false;
    if (!inverted && openingAfter(tokens, cue, behind, unit.to)) return false;
    const clause = clauseStart(tokens, pre, this.#takenBefore(pre));
    const content = this.#around(clause ?? { from: pre, to: pre }, behind);
    if (!content) return false;
    this.#found.push({ source, cue, content, unit: this.#at, quotes: false, rule: 'claim, then source' });
    return true;
  }

  /** "Roe told reporters, …": past who was told. */
  #pastObject(cue: Cue, behind: number): number {
    if (!cue.classes.has('tell') || cue.classes.has('say')) return behind;
    return phraseAfter(this.#tokens, behind, this.#unit.to)?.to ?? behind;
  }

  /** The clause before "Roe said" and what goes on behind it ("The bridge, Roe said, is safe"). */
  #around(clause: Range, behind: number): Range[] | null {
    const tokens = this.#tokens;
    const words = tokens.slice(clause.from, clause.to);
    const isWhole = words.length >= 4 && words.some((t) => isVerbal(t)) && !isIntroduction(tokens, clause);
    const more = this.#resumed(behind) ?? this.#predicate(behind, isWhole);
    if (isWhole) return more ? [clause, more] : [clause];
    if (!more || tokens[more.from]!.quoted) return null;
    return words.length < 2 || isOccasion(tokens, clause) ? [more] : [clause, more];
  }

  /** The unquoted words behind ", Roe said,". */
  #predicate(behind: number, isWhole: boolean): Range | null {
    const tokens = this.#tokens;
    const unit = this.#unit;
    let i = behind;
    while (
      i < unit.to &&
      i - behind < 9 &&
      tokens[i]!.text !== ',' &&
      !tokens[i]!.quoted &&
      !isVerbal(tokens[i]!)
    )
      i++;
    const first = tokens[i + 1];
    if (tokens[i]?.text !== ',' || !first || i + 1 >= unit.to) return null;
    if (first.lower.endsWith('ing') || /^(?:who|whose|which|including|according)$/u.test(first.lower))
      return null;
    if (isWhole && !/^(?:that|while|because|but|though|although|with|especially|even)$/u.test(first.lower))
      return null;
    return this.#clipped({ from: i + 1, to: contentEnd(tokens, i + 1, unit, 'that') });
  }

  /** What goes on after an attribution in the middle ("“…,” said Roe, “…”"). */
  #resumed(from: number): Range | null {
    const tokens = this.#tokens;
    const unit = this.#unit;
    let i = from;
    let isInClause = false;
    while (i < unit.to && !tokens[i]!.quoted) {
      const token = tokens[i]!;
      // "a letter explaining why …": a participle that hangs on a noun.
      const hangs = token.lower.endsWith('ing') && tokens[i - 1]!.pos === 'NOUN' && i > from + 1;
      isInClause ||= hangs || /^(?:who|whose|which|where|when|why|how)$/u.test(token.lower);
      // "…, adding: “…”" has a cue of its own; a clause about whom it was said to has its own verb.
      if (token.pos === 'VERB' && !isInClause && (!token.lower.endsWith('ing') || cueClassesOf(token.lower)))
        return null;
      if (isInClause && !hangs && cueClassesOf(token.lower)?.has('say')) return null;
      i++;
    }
    const before = tokens[i - 1];
    if (i >= unit.to || !before || !/^[,:—–]$/u.test(before.text) || i - from > 25) return null;
    return this.#clipped({ from: i, to: contentEnd(tokens, i, unit, 'quote') });
  }

  /** Without what belongs to another attribution that stands behind its own words. */
  #clipped(range: Range): Range | null {
    let { to } = range;
    for (const a of this.#found) {
      const start = Math.min(...[a.source, a.cue, ...a.content].filter((r) => r !== null).map((r) => r.from));
      const first = a.content[0];
      if (first && first.from <= range.from && range.from < first.to) to = Math.min(to, first.to);
      else if (start > range.from && start < to) to = start;
    }
    while (
      to > range.from &&
      !this.#tokens[to - 1]!.quoted &&
      /^(?:[,;:—–.]|and|but|while|as)$/u.test(this.#tokens[to - 1]!.lower)
    )
      to--;
    return to > range.from ? { from: range.from, to } : null;
  }

  #behind(own: Sourced, high: number): Attribution | null {
    const { cue, source, inverted } = own;
    const tokens = this.#tokens;
    const quoted = quotesAt(tokens, inverted ? source.to : cue.to, this.#unit.to) && cue.classes.has('say');
    if (!(speaks(tokens, source, cue) || (quoted && !cue.participle && isThird(tokens, source)))) return null;
    // "Said Roe: “…”"
    const opening =
      openingAfter(tokens, cue, inverted ? source.to : cue.to, this.#unit.to) ??
      foundBy(tokens, own, this.#unit.to) ??
      relativeTo(tokens, own, this.#unit.to);
    if (inverted && opening?.by !== 'quote' && opening?.by !== 'colon') return null;
    if (!opening || (cue.modal && !tokens[opening.at]?.quoted)) return null;
    const range = this.#clipped({
      from: opening.at,
      to: Math.min(high, opening.to ?? high, contentEnd(tokens, opening.at, this.#unit, opening.by)),
    });
    if (!range) return null;
    // "criticized Roe": a name alone says nothing.
    if (opening.by === 'object' && range.to - range.from < 3 && !tokens[range.to - 1]!.quoted) return null;
    const quotes = opening.by === 'quote' || opening.by === 'colon';
    const rule = ruleBehind(cue, opening, tokens.slice(range.from, range.to));
    return { source, cue, content: [range], unit: this.#at, quotes, rule };
  }
}

/** True where a quotation stands right there: whatever comes before it and says something, says it in these words. */
function quotesAt(tokens: readonly Token[], at: number, high: number): boolean {
  const first = /^[,:]$/u.test(tokens[at]?.text ?? '') ? at + 1 : at;
  return first < high && tokens[first]!.quoted && !isTitle(tokens, first);
}

/** True for nobody who speaks of themselves or to somebody. */
function isThird(tokens: readonly Token[], { core }: Source): boolean {
  return !/^(?:i|we|you|they|it|that|this|which)$/u.test(tokens[core.from]!.lower);
}

function firstOf(a: Attribution): number {
  return Math.min(...[a.cue, ...a.content].filter((r) => r !== null).map((r) => r.from));
}
