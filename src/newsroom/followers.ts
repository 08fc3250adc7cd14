import { OPERATOR, type Scope } from '../corpus/store/change.js';

/** What is to be said of a change besides: servers have what is new of the operator's stories a moment later. */
export function followersNote(scope: Scope): string {
  return scope === OPERATOR ? 'Other servers follow in a moment.' : '';
}
