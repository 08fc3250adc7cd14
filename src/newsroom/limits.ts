import { RequestError } from '../errors.js';
import { OPERATOR, type Scope } from '../corpus/store/change.js';
import { counted } from '../text/list.js';

/** How much a server may have of its own. The operator's scope is bounded by the operator's disk. */
export const LIMITS = {
  stories: 2000,
  feeds: 25,
  /** Stories added in one go. */
  atOnce: 10,
  /** Bytes of a story. */
  story: 4 * 1024 * 1024,
} as const;

/** @throws RequestError where a server that has so many stories can't take so many more */
export function roomForStories(scope: Scope, present: number, more: number): void {
  if (scope === OPERATOR || present + more <= LIMITS.stories) return;
  throw new RequestError(
    `This server has ${counted(present, 'story', 'stories')} of its own, and may have ${LIMITS.stories}. Take some out with /corpus remove first.`,
  );
}

/** @throws RequestError where a server has as many feeds as it may have */
export function roomForFeed(scope: Scope, present: number): void {
  if (scope === OPERATOR || present < LIMITS.feeds) return;
  throw new RequestError(
    `This server reads ${LIMITS.feeds} feeds already, which is the most. Take one out with /corpus feed remove first.`,
  );
}

/** @throws RequestError where a story's file is larger than one may be */
export function roomForText(title: string, text: string): void {
  if (Buffer.byteLength(text) <= LIMITS.story) return;
  throw new RequestError(
    `“${title.slice(0, 100)}” is larger than ${LIMITS.story / 1024 / 1024} MB: split it into several stories.`,
  );
}
