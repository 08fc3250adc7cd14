import { createHash } from 'node:crypto';

/** Eight URL-safe characters that stand for something with a long name. */
export function shortKey(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 8);
}
