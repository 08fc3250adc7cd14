import { readCall, USAGE } from './call.js';
import { run, type ExitCode } from './run.js';
import { printable } from './style.js';

await run(main);

async function main(): Promise<ExitCode> {
  const call = readCall(process.argv.slice(2));
  if (call.kind === 'wrong') {
    console.error(`${printable(call.why)}\n\n${USAGE}`);
    return 2;
  }
  if (call.kind === 'help') {
    console.log(USAGE);
    return 0;
  }
  // Whoever mistypes isn't kept waiting for what answers.
  const { carryOut } = await import('./answers.js');
  await carryOut(call);
  return 0;
}
