import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { endianness } from 'node:os';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../../version.js';

/** The code that what is kept of a story hangs on. */
const FOLDERS = ['../../text/', '../../article/', '../../attribution/', '../../corpus/', '../'];
const PACKAGES = ['wink-nlp', 'wink-eng-lite-web-model', 'snowball-stemmers'];

/**
 * A text that changes whenever a story might be read or kept otherwise: with this code, the packages that it reads with,
 * the Unicode data that sentences are cut by, and the order of a number's bytes.
 */
export function codeStamp(): string {
  const unicode = [process.versions['icu'], process.versions['unicode'], endianness()];
  const hash = createHash('sha256').update(JSON.stringify([VERSION, ...unicode]));
  for (const folder of FOLDERS) {
    const url = new URL(folder, import.meta.url);
    const files = readdirSync(url, { encoding: 'utf8', recursive: true })
      .filter((name) => /\.[jt]s$/u.test(name))
      .toSorted();
    for (const file of files) hash.update(`${folder}${file}\n`).update(readFileSync(new URL(file, url)));
  }
  const { resolve } = createRequire(import.meta.url);
  for (const name of PACKAGES) hash.update(name).update(readFileSync(manifestOf(resolve(name))));
  return hash.digest('hex');
}

/** The package.json beside or above a package's main file. */
function manifestOf(main: string): string {
  const at = main.lastIndexOf('node_modules');
  const name = main.slice(at).split(/[\\/]/u)[1] ?? '';
  return fileURLToPath(new URL(`file://${main.slice(0, at)}node_modules/${name}/package.json`));
}
