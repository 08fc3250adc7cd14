import { parseArgs } from 'node:util';
import { config } from 'dotenv';
import { stat } from 'node:fs/promises';
import { whyUnread } from '../corpus/store/check-files.js';
import { checkStore, type Finding } from '../corpus/store/check.js';
import { describe, holderOf } from '../corpus/store/lock.js';
import { lockStore, openStore, scopeFolder, type StoreOptions } from '../corpus/store/open.js';
import type { Store } from '../corpus/store/store.js';
import { unfinishedOf } from '../corpus/store/unfinished.js';
import { StoreError } from '../errors.js';
import { readSettings } from '../settings.js';
import { run, type ExitCode } from './run.js';
import { printable } from './style.js';

const USAGE = `Looks through what moderators have added and set right, and mends what can be mended.

  npm run --silent corpus -- check [--repair]

  --data DIR      look at DIR instead of DATA_DIR
  --corpus DIR    the operator's stories are in DIR instead of CORPUS_DIR
  --repair        mend it; the bot must not be running
  --help          this text

It ends with 0 where all is well or was mended, with 1 where something is wrong, with 2 for a wrong call.
`;

config({ quiet: true });

await run(main);

async function main(): Promise<ExitCode> {
  const parsed = parse();
  if (typeof parsed === 'string') return wrongCall(parsed);
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (positionals.length !== 1 || positionals[0] !== 'check')
    return wrongCall(
      positionals.length ? `There is no command “${positionals.join(' ')}”.` : 'Which command?',
    );
  const { DATA_DIR, CORPUS_DIR } = readSettings(process.env);
  const options: StoreOptions = {
    folder: values.data ?? DATA_DIR,
    operatorArticles: values.corpus ?? CORPUS_DIR,
  };
  if (!(await isFolder(options.folder))) {
    console.log(`There is no folder ${printable(options.folder)}: nothing was added or corrected yet.`);
    return values.data === undefined ? 0 : 1;
  }
  return values.repair ? repair(options) : check(options);
}

async function check(options: StoreOptions): Promise<ExitCode> {
  const holder = await holderOf(options.folder);
  if (holder)
    console.log(
      holder.isAlive
        ? `In use by ${describe(holder.holder)}: what is being written now may look unfinished.`
        : `${describe(holder.holder)} has ended without letting go of the folder: the next start takes it over.`,
    );
  const unfinished = await unfinishedOf(options);
  for (const line of unfinished) console.log(printable(line));
  const findings = await checkStore(options);
  for (const finding of findings) print(finding, null);
  const wrong = findings.flatMap(({ problems }) => problems);
  if (wrong.some(({ mend }) => mend) || unfinished.length)
    console.log('`npm run corpus -- check --repair` mends what can be mended.');
  return wrong.length || unfinished.length ? 1 : 0;
}

/** Opening a store for writing mends what a process that died has left; the rest is mended here. */
async function repair(options: StoreOptions): Promise<ExitCode> {
  const unfinished = await unfinishedOf(options);
  const before = await checkStore(options);
  let failure: unknown = null;
  let failures: Store['failures'] = new Map();
  try {
    const store = await openStore(options);
    ({ failures } = store);
    await store.close();
  } catch (error) {
    failure = error;
  }
  // One scope that can't be opened keeps nobody from mending the others.
  const lock = await lockStore(options);
  try {
    for (const { problems } of await checkStore(options)) for (const { mend } of problems) await mend?.();
  } finally {
    await lock.release();
  }
  const left = new Set(
    (await checkStore(options)).flatMap(({ problems }) => problems.map(({ text }) => text)),
  );
  const open = new Set(await unfinishedOf(options));
  for (const line of unfinished) console.log(printable(`${line}${open.has(line) ? '' : ': mended'}`));
  for (const finding of before) print(finding, left);
  if (failure) throw failure;
  for (const [scope, { cause }] of failures)
    console.error(printable(`${scope}: ${whyUnread(cause, scopeFolder(options, scope))}`));
  return left.size + open.size + failures.size > 0 ? 1 : 0;
}

/** @param left what is still wrong after mending; null where nothing was mended */
function print({ scope, changes, problems, notes }: Finding, left: ReadonlySet<string> | null): void {
  const found = problems.length ? `${problems.length} wrong` : 'all is well';
  console.log(printable(`${scope}: ${changes} changes, ${found}`));
  for (const { text } of problems)
    console.log(printable(`  ${left && !left.has(text) ? 'mended: ' : ''}${text}`));
  for (const note of notes) console.log(printable(`  (${note})`));
}

function wrongCall(message: string): ExitCode {
  console.error(`${printable(message)}\n\n${USAGE}`);
  return 2;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return false;
    throw new StoreError('The folder can’t be opened.', { cause, detail: path });
  }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        corpus: { type: 'string' },
        repair: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
