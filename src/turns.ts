import { setImmediate as yieldToOthers } from 'node:timers/promises';

/** How long a stretch of work may hold up the answers that go on meanwhile, in milliseconds. */
const TURN = 8;

/** Work in small steps: between any two of them other work may have its turn. */
export type Steps<T> = Generator<void, T, void>;

/** Does the work, and gives way to the event loop whenever a turn is over. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  const giveWay = turns();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const pause = giveWay();
    if (pause) await pause;
  }
}

/** Does the work in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Gives what to wait for between two steps: the others' turn where the own one is over, else nothing. */
export function turns(): () => Promise<void> | null {
  let until = performance.now() + TURN;
  const others = async () => {
    await yieldToOthers();
    until = performance.now() + TURN;
  };
  return () => (performance.now() < until ? null : others());
}
