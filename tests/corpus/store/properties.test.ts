import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Wanted } from '../../../src/corpus/store/change.js';
import type { ScopeStore } from '../../../src/corpus/store/store.js';
import { RequestError } from '../../../src/errors.js';
import { BEA, place, SERVER, story } from './stores.js';

const KEYS = ['a.txt', 'b/c.txt'];

const wanted: fc.Arbitrary<Wanted> = fc.oneof(
  fc.tuple(fc.constantFrom(...KEYS), fc.option(fc.string())).map(([key, text]) => story(key, text)),
  fc.tuple(fc.constantFrom('c1', 'c2'), fc.option(fc.string())).map(
    ([key, name]): Wanted => ({
      kind: 'correction',
      key,
      after: name === null ? null : { kind: 'rename', speaker: { key: 'k', name: 'K' }, name },
    }),
  ),
);
/** Changes, and numbers of changes to take back. */
const steps = fc.array(fc.oneof(fc.array(wanted, { minLength: 1, maxLength: 3 }), fc.nat(10)), {
  maxLength: 8,
});

async function contentsOf(scope: ScopeStore) {
  const articles = await Promise.all(KEYS.map((key) => scope.article(key)));
  return { articles, corrections: new Map(scope.corrections), history: scope.history };
}

describe('any sequence of changes and undos', () => {
  test.prop([steps], { numRuns: 25 })(
    'is the same after opening again, and each undo gives what was',
    async (all) => {
      const { open, warnings } = place();
      const store = await open();
      const scope = await store.scope(SERVER);
      for (const step of all) {
        try {
          const before = await contentsOf(scope);
          if (typeof step === 'number') await scope.undo(scope.history[step]?.id ?? '', BEA);
          else {
            const change = await scope.apply(BEA, 'add', step);
            const after = await contentsOf(scope);
            const undo = await scope.undo(change.id, BEA);
            const again = await contentsOf(scope);
            expect(again.articles).toEqual(before.articles);
            expect(again.corrections).toEqual(before.corrections);
            await scope.undo(undo.id, BEA);
            expect((await contentsOf(scope)).articles).toEqual(after.articles);
          }
        } catch (error) {
          // What is so already, or has changed since, is refused.
          if (!(error instanceof RequestError)) throw error;
        }
      }
      const before = await contentsOf(scope);
      await store.close();
      expect(await contentsOf(await (await open()).scope(SERVER))).toEqual(before);
      expect(warnings).toEqual([]);
    },
    // Each change waits for the disk a few times, and a disk may be slow.
    60_000,
  );
});
