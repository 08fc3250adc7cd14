import { StoreError } from '../../errors.js';
import { codeOf } from '../system-error.js';

/** Whether an error tells that the disk is full or the folder can't be written; what is there may still be read. */
export function isUnwritable(error: unknown): boolean {
  return (
    error instanceof StoreError &&
    ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM'].includes(codeOf(error.cause))
  );
}

/** Whether an error, the system's or a StoreError, tells that there is no room left. */
export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(error instanceof StoreError ? error.cause : error));
}

/** What went wrong with a file, for the person who wanted something; anything but the system's errors stays as it is. */
export function storeError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  return /^E[A-Z0-9]+$/u.test(code) ? new StoreError(messageOf(code), { cause: error, detail: path }) : error;
}

function messageOf(code: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return `The disk is full (${code}): nothing was changed. Whoever runs the bot has to make room; then try again.`;
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return `The bot may not write to its folder (${code}): nothing was changed. Whoever runs the bot has to make it writable; then try again.`;
    case 'EIO':
      return `The disk reports errors (${code}): nothing was changed. Whoever runs the bot has to look at it.`;
    default:
      return `A file of the bot’s can’t be used (${code}): nothing was changed. Whoever runs the bot has to look at it.`;
  }
}
