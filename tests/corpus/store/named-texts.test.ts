import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import type { Change, Edit } from '../../../src/corpus/store/change.js';
import { digestOf } from '../../../src/corpus/store/names.js';
import { NamedTexts, textsOf } from '../../../src/corpus/store/named-texts.js';
import { BEA } from './stores.js';

const DIGESTS = ['a', 'b', 'c', 'd', 'e', 'f'].map(digestOf);

const digest = fc.option(fc.constantFrom(...DIGESTS));
const edit = fc.record({
  kind: fc.constant('article' as const),
  key: fc.constantFrom('one.txt', 'two.txt', 'three.txt'),
  before: digest,
  after: digest,
});
const histories = fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 8 });

/** What is kept, looked through from the start. */
function keptFrom(changes: readonly Change[], from: number): Set<string> {
  const now = new Map<string, string | null>();
  for (const { edits } of changes)
    for (const one of edits) if (one.kind === 'article') now.set(one.key, one.after);
  const named = changes.slice(from).flatMap(({ edits }) => edits.flatMap(textsOf));
  return new Set([...now.values(), ...named].filter((one) => one !== null));
}

test.prop([histories, fc.nat(8)])(
  'the texts that are kept are told the same whether all changes were there or came one by one',
  (edits, from) => {
    const changes = edits.map((some: Edit[], at): Change => {
      return { id: String(at), at: '', by: BEA, action: 'add', undoes: null, edits: some };
    });
    const whole = new NamedTexts(changes);
    const grown = new NamedTexts([]);
    for (const change of changes) grown.add(change);
    const kept = DIGESTS.filter((one) => keptFrom(changes, from).has(one));
    expect(DIGESTS.filter((one) => whole.isKept(one, from))).toEqual(kept);
    expect(DIGESTS.filter((one) => grown.isKept(one, from))).toEqual(kept);
  },
);

it('a change says of which texts something may be otherwise: those that it names, and what its stories were', () => {
  const named = new NamedTexts([]);
  const [first = '', byHand = '', second = ''] = DIGESTS;
  const change = (before: string | null, after: string | null): Change => {
    const edits: Edit[] = [{ kind: 'article', key: 'one.txt', before, after }];
    return { id: '', at: '', by: BEA, action: 'add', undoes: null, edits };
  };
  named.add(change(null, first));
  expect(new Set(named.add(change(byHand, second)))).toEqual(new Set([byHand, second, first]));
  expect(DIGESTS.filter((one) => named.isStory(one))).toEqual([second]);
  named.add(change(second, null));
  expect(DIGESTS.filter((one) => named.isStory(one))).toEqual([]);
});
