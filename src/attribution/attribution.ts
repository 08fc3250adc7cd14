import type { Range } from './noun-phrase.js';
import type { Rule } from './rule.js';
import type { Source } from './source.js';

/** An attribution in tokens of one passage. */
export interface Attribution {
  readonly source: Source | null;
  readonly cue: Range | null;
  readonly content: readonly Range[];
  /** The unit that it stands in. */
  readonly unit: number;
  /** True where a quotation is the content, so that quoted sentences that follow belong to it. */
  readonly quotes: boolean;
  /** How it was found. */
  readonly rule: Rule;
  /** It stands inside of what another says. */
  readonly isInner?: boolean;
  /** It tells what another says, who is told of too. */
  readonly isAround?: boolean;
}
