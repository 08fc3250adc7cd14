import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { decodeId, encodeId, type ComponentId } from '../../src/replies/component-ids.js';

const owner = fc.bigInt({ min: 10n ** 16n, max: 2n ** 64n - 1n }).map(String);
const key = fc.string({ unit: fc.constantFrom(...'ABCxyz019-_'), minLength: 8, maxLength: 8 });
const hit = fc.record({ passage: key, sentence: fc.option(fc.integer({ min: 0, max: 62 })) });
const hits = fc.array(hit, {
  minLength: 1,
  maxLength: 9,
});
const paged = hits.chain((list) =>
  fc.record({
    action: fc.constantFrom('page' as const, 'share' as const),
    owner,
    page: fc.integer({ min: 0, max: list.length - 1 }),
    hits: fc.constant(list),
  }),
);
const anyId: fc.Arbitrary<ComponentId> = fc.oneof(
  paged,
  fc.record({ action: fc.constant('context' as const), passage: key }),
  fc.record({
    action: fc.constant('who' as const),
    owner: fc.option(owner),
    speaker: key,
    page: fc.integer({ min: 0, max: 9999 }),
  }),
  fc.record({ action: fc.constantFrom('post' as const, 'delete' as const), owner }),
  fc.record({ action: fc.constant('wrong' as const), hit }),
  fc.record({
    action: fc.constant('correct' as const),
    how: fc.constantFrom('speaker' as const, 'other' as const, 'hide' as const, 'next' as const),
    hit,
    statement: fc.integer({ min: 0, max: 99 }),
  }),
  fc.record({
    action: fc.constant('settings' as const),
    field: fc.constantFrom('log' as const, 'roles' as const, 'private-on' as const),
  }),
  fc.record({
    action: fc.constant('newsroom' as const),
    verb: fc.constantFrom('confirm', 'feed-add'),
    arguments: fc.array(key, { minLength: 1, maxLength: 8 }),
  }),
);

describe('a component id', () => {
  test.prop([anyId])('carries its whole state in at most 100 characters', (id) => {
    const text = encodeId(id);
    expect(text.length).toBeLessThanOrEqual(100);
    expect(decodeId(text)).toEqual(id);
  });

  test.prop([fc.string({ maxLength: 100 })])('that is not ours is refused, never an error', (text) => {
    const id = decodeId(text);
    if (id !== null) expect(encodeId(id)).toBe(text);
  });

  it.each([
    '',
    'p',
    'p:x:0:y',
    'p:AAAAAAAAAAA:9:abcdefghA',
    'p:AAAAAAAAAAA:0:',
    'd:short',
    'w::abcdefgh:-1',
    'c:abcdefgh:extra',
    'z:1',
  ])('refuses %j', (text) => {
    expect(decodeId(text)).toBeNull();
  });
});
