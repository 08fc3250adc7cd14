import { forOperator, OnRecordError } from '../errors.js';
import { endWithReader } from './stdout.js';
import { printable } from './style.js';

/** How a command line ends: 0 fine, 1 something is wrong, 2 a wrong call. */
export type ExitCode = 0 | 1 | 2;

/** Runs a program of the terminal to its exit code; what goes wrong is told on standard error. */
export async function run(main: () => Promise<ExitCode>): Promise<void> {
  endWithReader();
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    console.error(printable(forOperator(error)));
    process.exitCode = 1;
  }
}
