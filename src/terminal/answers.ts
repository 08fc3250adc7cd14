import { createInterface } from 'node:readline';
import { ask } from '../commands/ask.js';
import { check } from '../commands/check.js';
import { who } from '../commands/who.js';
import { Library } from '../search/library.js';
import { readSettings } from '../settings.js';
import type { Choices, CommandCall } from './call.js';
import { readCheckLine } from './check-line.js';
import { contextOf } from './context.js';
import { answerJson, checkJson, whoJson } from './json.js';
import { passagesJson, passagesText } from './passages.js';
import { print, printHit } from './print.js';
import { printable, styleOf } from './style.js';

const style = styleOf(process.stdout, process.env);

/** Does what a command line asks for, and prints it. */
export async function carryOut({ command, names, folder, ...choices }: CommandCall): Promise<void> {
  if (command === 'passages') {
    const lines = choices.json ? passagesJson(names, folder) : passagesText(names, folder, style);
    for await (const line of lines) console.log(line);
    return;
  }
  const library = await Library.open(folder, {
    cache: readSettings({ CACHE_DIR: process.env['CACHE_DIR'] }).CACHE_DIR,
    onWarning: (message) => console.error(`${message}.`),
  });
  for (const { file, reason } of library.index.corpus.unreadable)
    console.error(printable(`${file} ${reason}. It is left out.`));
  const answerLine = answererOf(command, library, choices);
  if (names.length > 0) console.log(await answerLine(names.join(' ')));
  else await eachLine(answerLine, choices.json);
}

/** What a line is answered with, by a command and its options. */
export function answererOf(
  command: 'ask' | 'who' | 'check',
  library: Library,
  choices: Choices,
): (line: string) => Promise<string> {
  if (command === 'ask') return asker(library, choices);
  return command === 'who' ? looker(library, choices) : checker(library, choices);
}

/** Answers every line of the input. For people, each answer stands under its line, with a blank line between. */
async function eachLine(answer: (line: string) => Promise<string>, json: boolean): Promise<void> {
  if (process.stdin.isTTY) console.error('One a line, please; Ctrl-D ends.');
  let isFirst = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const text = await answer(line);
    if (json) console.log(text);
    else console.log(`${isFirst ? '' : '\n'}${style.dim(printable(`> ${line}`))}\n\n${text}`);
    isFirst = false;
  }
}

function asker(
  library: Library,
  { speaker, story, all, json }: Choices,
): (question: string) => Promise<string> {
  return async (question) => {
    const outcome = await ask.run(
      contextOf(library),
      { question, ...(speaker && { speaker }), ...(story && { story }) },
      null,
    );
    if (outcome.kind !== 'answer') throw new TypeError(`ask came to ${outcome.kind}`);
    if (json) return JSON.stringify(answerJson(outcome.answer));
    if (all && outcome.answer.found)
      return outcome.answer.hits.map((hit) => printHit(hit, style)).join('\n\n');
    return print(outcome, style);
  };
}

function looker(library: Library, { json }: Choices): (name: string) => Promise<string> {
  return async (name) => {
    const outcome = await who.run(contextOf(library), { name }, null);
    if (outcome.kind !== 'who') throw new TypeError(`who came to ${outcome.kind}`);
    return json ? JSON.stringify(whoJson(outcome.result)) : print(outcome, style);
  };
}

function checker(library: Library, { speaker, json }: Choices): (line: string) => Promise<string> {
  return async (line) => {
    const read = readCheckLine(line);
    const claimed = speaker ?? read.speaker;
    const outcome = await check.run(
      contextOf(library),
      { quote: read.text, ...(claimed && { speaker: claimed }) },
      null,
    );
    if (outcome.kind !== 'check') throw new TypeError(`check came to ${outcome.kind}`);
    return json ? JSON.stringify(checkJson(read.text, outcome.check)) : print(outcome, style);
  };
}
