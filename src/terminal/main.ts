import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ask } from '../commands/ask.js';
import { check } from '../commands/check.js';
import { who } from '../commands/who.js';
import { Library } from '../search/library.js';
import { readSettings } from '../settings.js';
import { readCheckLine } from './check-line.js';
import { contextOf } from './context.js';
import { answerJson, checkJson, whoJson } from './json.js';
import { passagesJson, passagesText } from './passages.js';
import { print, printHit } from './print.js';
import { run, type ExitCode } from './run.js';
import { printable, styleOf } from './style.js';

const USAGE = `On Record answers questions about news stories in the words of the people quoted in them.

  npm run --silent cli -- ask [QUESTION]     the best passage, who said it, and where it stands
  npm run --silent cli -- who [NAME]         who somebody is, by the stories, and all they said
  npm run --silent cli -- passages [FILE …]  an article with its statements marked; a folder or a story's id will do
  npm run --silent cli -- check [QUOTATION]  whether it stands in the stories, who said it, what was changed
  npm start                                  the chat (or the bot, where DISCORD_TOKEN is set)

Without QUESTION, NAME or QUOTATION, one a line is read from standard input.

  --corpus DIR    read the text files of DIR instead of data/
  --speaker NAME  ask: only what this speaker said; check: who is said to have said it
  --story TITLE   ask: only this story
  --all           ask: every passage that answers, not the best alone
  --json          one JSON object a line, for programs
  --help          this text
`;

const style = styleOf(process.stdout, process.env);

await run(main);

async function main(): Promise<ExitCode> {
  const parsed = parse();
  if (typeof parsed === 'string') {
    console.error(`${parsed}\n\n${USAGE}`);
    return 2;
  }
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const argument = rest.join(' ');
  switch (command) {
    case 'ask':
    case 'who':
    case 'check':
    case 'passages':
      break;
    default:
      console.error(
        `${command ? `There is no command “${printable(command)}”.` : 'Which command?'}\n\n${USAGE}`,
      );
      return 2;
  }
  const misplaced = misplacedOption(command, values);
  if (misplaced) {
    console.error(`${misplaced}\n\n${USAGE}`);
    return 2;
  }
  const folder = values.corpus ?? 'data';
  if (command === 'passages') return passages(rest, folder, values.json);
  const library = await Library.open(folder, {
    cache: readSettings({ CACHE_DIR: process.env['CACHE_DIR'] }).CACHE_DIR,
    onWarning: (message) => console.error(`${message}.`),
  });
  for (const { file, reason } of library.index.corpus.unreadable)
    console.error(printable(`${file} ${reason}. It is left out.`));
  const answer = answererOf(command)(library, values);
  if (rest.length > 0) console.log(await answer(argument));
  else await eachLine(answer, values.json);
  return 0;
}

type Answerer = (library: Library, choices: Choices) => (line: string) => Promise<string>;

function answererOf(command: 'ask' | 'who' | 'check'): Answerer {
  if (command === 'ask') return asker;
  return command === 'who' ? looker : checker;
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

/** What is wrong with an option that this command has no use for, or that says nothing. */
function misplacedOption(command: string, { speaker, story, all }: Choices): string | null {
  if (command !== 'ask' && (story !== undefined || all)) return '--story and --all go with ask.';
  if (command !== 'ask' && command !== 'check' && speaker !== undefined)
    return '--speaker goes with ask and check.';
  return speaker === '' || story === '' ? '--speaker and --story need a name.' : null;
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        corpus: { type: 'string' },
        speaker: { type: 'string' },
        story: { type: 'string' },
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The commands' own options, and how their outcome is printed. */
interface Choices {
  readonly speaker?: string | undefined;
  readonly story?: string | undefined;
  readonly all: boolean;
  readonly json: boolean;
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

async function passages(names: readonly string[], folder: string, json: boolean): Promise<ExitCode> {
  const lines = json ? passagesJson(names, folder) : passagesText(names, folder, style);
  for await (const line of lines) console.log(line);
  return 0;
}
