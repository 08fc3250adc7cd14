import { createInterface } from 'node:readline/promises';
import { COMMANDS } from '../commands/all.js';
import type { Outcome } from '../commands/command.js';
import { lastOf } from '../commands/last.js';
import { forOperator, OnRecordError } from '../errors.js';
import type { Hit } from '../search/answer.js';
import { turnedTo, type LastAnswer } from '../search/question/follow-up.js';
import type { Library } from '../search/library.js';
import { contextOf } from './context.js';
import { readLine, subcommandsOf } from './line.js';
import { print, printContext, printHit } from './print.js';
import { printable, styleOf } from './style.js';

const NOTHING_YET = 'There is no answer to show more of. Ask something first.';
const WELCOME =
  'Ask, or type /who, /check, /corpus, /help; after an answer /more and /context; /quit ends. Tab completes commands, speakers and stories.';

/** What the last answer was, for /more and /context. */
interface Shown {
  hits: readonly Hit[];
  at: number;
}

/** The commands of Discord at a prompt, until the input ends. Nothing that is typed is stored. */
export async function chat(
  library: Library,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): Promise<void> {
  const style = styleOf(output === process.stdout ? process.stdout : {}, process.env);
  const say = (text: string) => output.write(`${text}\n`);
  const reader = createInterface({
    input,
    output,
    prompt: '> ',
    terminal: 'isTTY' in input && input.isTTY === true && 'isTTY' in output && output.isTTY === true,
    completer: (line: string) => complete(line, library),
  });
  const shown: Shown = { hits: [], at: 0 };
  let last: LastAnswer | null = null;
  say(WELCOME);
  reader.prompt();
  for await (const line of reader) {
    const typed = line.trim();
    if (/^\/(?:quit|exit)\b/u.test(typed)) break;
    if (typed) say(`\n${await answer(typed)}\n`);
    reader.prompt();
  }
  reader.close();

  async function answer(typed: string): Promise<string> {
    if (typed === '/more') return more();
    if (typed === '/context') {
      const hit = shown.hits[shown.at];
      return hit ? printContext(library.index.corpus, hit.passage, style) : NOTHING_YET;
    }
    const read = readLine(typed, COMMANDS);
    if (typeof read === 'string') return printable(read);
    try {
      const outcome = await read.command.run(contextOf(library, last), read.options, read.subcommand);
      last = lastOf(outcome, last, library.index);
      remember(outcome);
      return print(outcome, style);
    } catch (error) {
      if (error instanceof OnRecordError) return printable(forOperator(error));
      throw error;
    }
  }

  function more(): string {
    const hit = shown.hits[shown.at + 1];
    if (!hit) return shown.hits.length > 0 ? 'There are no more passages.' : NOTHING_YET;
    shown.at++;
    last = turnedTo(hit, last, library.index);
    return printHit(hit, style);
  }

  function remember(outcome: Outcome): void {
    if (outcome.kind !== 'answer') return;
    shown.hits = outcome.answer.found ? outcome.answer.hits : [];
    shown.at = 0;
  }
}

/** What could stand at the end of a line, as readline wants it: the continuations, and the part they replace. */
export async function complete(line: string, library: Library): Promise<[string[], string]> {
  const command = COMMANDS.find((c) => line.startsWith(`/${c.definition.name} `));
  if (!command) {
    const names = [...COMMANDS.map((c) => c.definition.name), 'more', 'context', 'quit'];
    return [names.map((n) => `/${n} `).filter((n) => n.startsWith(line)), line];
  }
  const rest = line.slice(command.definition.name.length + 2);
  const subcommands = subcommandsOf(command);
  if (subcommands.length > 0) return [subcommands.filter((s) => s.startsWith(rest)), rest];
  const named = /(?:^|\s)([a-z]+):([^:]*)$/u.exec(rest);
  const completed = (command.definition.options ?? []).filter((o) => 'autocomplete' in o && o.autocomplete);
  const option =
    completed.find((o) => o.name === named?.[1]) ??
    (command.definition.options?.[0] === completed[0] ? completed[0] : undefined);
  if (!option) {
    const word = /\S*$/u.exec(rest)?.[0] ?? '';
    const starts = (command.definition.options ?? [])
      .map((o) => `${o.name}:`)
      .filter((o) => word && o.startsWith(word));
    return [starts, word];
  }
  const typed = named?.[1] === option.name ? (named[2] ?? '') : rest;
  const choices = await command.complete(contextOf(library), option.name, typed.trimStart(), null);
  return [choices.map((c) => c.value), typed.trimStart()];
}
