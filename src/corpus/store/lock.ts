import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { StoreError } from '../../errors.js';
import { codeOf, isMissing } from '../system-error.js';
import { isFull, storeError } from './failures.js';
import { parseJson } from './schemas.js';

const LOCK = 'lock';
/** In milliseconds. */
const BEAT = 5000;
const STALE = 20_000;
const LOOK_AGAIN = 250;

const schema = z.object({
  /** Tells this holding of the folder from all others. */
  token: z.string(),
  pid: z.number(),
  host: z.string(),
  /** Tells machines, their starts and containers apart: process ids mean the same where it is the same. */
  system: z.string(),
  /** When the process began, as the system counts; null where that can't be known. */
  started: z.string().nullable(),
  since: z.string(),
});

/** Who has a folder. */
export type Holder = z.infer<typeof schema>;

/** The right to write in a folder, which one process has at a time. */
export interface Lock {
  /** @throws StoreError where another has taken the folder, because this process seemed dead */
  check(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes a folder for this process. One that a dead process left behind is taken over: at once where it ran on this
 * system, otherwise when it has given no sign of life for 20 seconds, which is waited for.
 * @param makeRoom removes what is not needed, where the disk is so full that not even the lock can be written: it is taken
 * empty for that, and written then
 * @throws StoreError that names who has it
 */
export async function lockFolder(folder: string, makeRoom = async () => {}): Promise<Lock> {
  const path = join(folder, LOCK);
  const own: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    system: systemId(),
    started: startOf(process.pid),
    since: new Date().toISOString(),
  };
  const candidate = join(folder, `.on-record-${own.token.slice(0, 8)}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    const isWritten = await writes(candidate, own);
    try {
      while (!(await takes(candidate, path))) await removeDead(path, candidate);
    } finally {
      await rm(candidate, { force: true });
    }
    if (!isWritten) await writeWithRoom(path, own, makeRoom);
    return await hold(path, own);
  } catch (error) {
    throw error instanceof StoreError ? error : storeError(error, path);
  }
}

/** Who has a folder, and whether they are alive; null where nobody has it. */
export async function holderOf(folder: string): Promise<{ holder: Holder | null; isAlive: boolean } | null> {
  const path = join(folder, LOCK);
  const text = await textOf(path);
  if (text === null) return null;
  const holder = read(text);
  const age = Date.now() - (await writtenAt(path));
  return { holder, isAlive: lifeOf(holder, age) !== 'dead' };
}

/** "process 4711 on newsdesk, since 2026-01-02T03:04:05.000Z" */
export function describe(holder: Holder | null): string {
  return holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'an unknown process';
}

/** False where there is room for no more than an empty file. */
async function writes(candidate: string, own: Holder): Promise<boolean> {
  try {
    await writeFile(candidate, JSON.stringify(own));
    return true;
  } catch (error) {
    if (!isFull(error)) throw error;
    await writeFile(candidate, '');
    return false;
  }
}

/** Writes a lock that was taken empty. */
async function writeWithRoom(path: string, own: Holder, makeRoom: () => Promise<void>): Promise<void> {
  try {
    await makeRoom();
    await writeFile(path, JSON.stringify(own));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function takes(candidate: string, path: string): Promise<boolean> {
  try {
    await link(candidate, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Puts a dead process's lock away. The candidate's file shares a clock with it.
 * @throws StoreError where it isn't dead
 */
async function removeDead(path: string, candidate: string): Promise<void> {
  const text = await textOf(path);
  if (text === null) return;
  const holder = read(text);
  const first = await writtenAt(path);
  for (;;) {
    await writeFile(candidate, await readFile(candidate));
    const last = await writtenAt(path);
    const life = lifeOf(holder, (await writtenAt(candidate)) - last);
    if (life === 'alive' || (life === 'unknown' && last !== first)) throw inUse(holder, path);
    if (life === 'dead') break;
    await sleep(LOOK_AGAIN);
  }
  // Another may have been faster, and have it by now: what is put away is looked at again.
  const away = `${candidate}.dead`;
  try {
    await rename(path, away);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  try {
    if ((await textOf(away)) !== text) await takes(away, path);
  } finally {
    await rm(away, { force: true });
  }
}

function lifeOf(holder: Holder | null, age: number): 'alive' | 'dead' | 'unknown' {
  if (holder?.system === systemId() && holder.host === hostname()) {
    if (!isRunning(holder.pid)) return 'dead';
    if (holder.started !== null) return holder.started === startOf(holder.pid) ? 'alive' : 'dead';
  }
  return age > STALE ? 'dead' : 'unknown';
}

function inUse(holder: Holder | null, path: string): StoreError {
  return new StoreError(
    `The folder is in use by ${describe(holder)}: stop that one first, or give this one a DATA_DIR of its own.`,
    { detail: path },
  );
}

/** Keeps giving signs of life until it is released. */
async function hold(path: string, own: Holder): Promise<Lock> {
  const text = JSON.stringify(own);
  const file = await open(path, 'r+');
  const timer = setInterval(() => void beat(file, text), BEAT);
  timer.unref();
  return {
    async check() {
      const now = await textOf(path);
      if (now === text) return;
      throw new StoreError(
        `The folder was taken over by ${describe(now === null ? null : read(now))}, because the bot gave no sign of life: start the bot again.`,
        { detail: path },
      );
    },
    async release() {
      clearInterval(timer);
      await file.close();
      if ((await textOf(path)) === text) await rm(path, { force: true });
    },
  };
}

async function beat(file: FileHandle, text: string): Promise<void> {
  try {
    await file.write(text, 0);
  } catch {
    // Whoever writes next meets the same trouble, and can tell somebody.
  }
}

function read(text: string): Holder | null {
  const checked = parseJson(text, schema);
  return 'value' in checked ? checked.value : null;
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** 0 where it is gone. */
async function writtenAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Linux tells what others don't: its start, and the container that process ids count in. */
function systemId(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return process.platform;
  }
}

/** When a process began, in ticks since the system's start; null where that can't be known, or it has ended. */
function startOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/su, '')
      .split(' ');
    // A zombie has ended, and only waits to be counted.
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
