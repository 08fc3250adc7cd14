import type { Context } from '../commands/command.js';
import { OPERATOR } from '../corpus/store/change.js';
import type { LastAnswer } from '../search/question/follow-up.js';
import type { Library } from '../search/library.js';

/** What commands work with in the terminal: the operator's stories, of which nothing can be changed. */
export function contextOf(library: Library, last: LastAnswer | null = null): Context {
  return {
    library,
    newsroom: null,
    scope: OPERATOR,
    actor: { id: 'terminal', name: 'the terminal' },
    privateAnswers: false,
    now: new Date(),
    last,
    onProgress: () => {},
  };
}
