import { readFileSync } from 'node:fs';

/** On Record's own version, out of its package.json. */
export const VERSION = versionIn(
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
);

function versionIn(manifest: unknown): string {
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? manifest.version : null;
  if (typeof version !== 'string') throw new TypeError('package.json has no version');
  return version;
}
