import { describe, expect, it } from 'vitest';
import { isUnwritable, storeError } from '../../../src/corpus/store/failures.js';
import { StoreError } from '../../../src/errors.js';

describe('a folder that can’t be written', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES'])('is told by %s: it may still be read', (code) => {
    expect(isUnwritable(storeError(Object.assign(new Error('no'), { code }), 'store'))).toBe(true);
  });

  it('is not one that another process has, nor one whose disk is broken', () => {
    expect(isUnwritable(new StoreError('Another bot has the folder.'))).toBe(false);
    expect(isUnwritable(storeError(Object.assign(new Error('no'), { code: 'EIO' }), 'store'))).toBe(false);
  });
});
