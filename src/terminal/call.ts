import { parseArgs } from 'node:util';

/** What there is to be called. */
export const USAGE = `On Record answers questions about news stories in the words of the people quoted in them.

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

/** The commands' own options, and how their outcome is printed. */
export interface Choices {
  readonly speaker?: string | undefined;
  readonly story?: string | undefined;
  readonly all: boolean;
  readonly json: boolean;
}

/** A command with what was given to it. */
export interface CommandCall extends Choices {
  readonly kind: 'command';
  readonly command: (typeof COMMANDS)[number];
  readonly names: readonly string[];
  /** The folder of stories. */
  readonly folder: string;
}

/** What a command line asks for; a wrong one, why it is. */
export type Call = CommandCall | { readonly kind: 'help' } | { readonly kind: 'wrong'; readonly why: string };

const COMMANDS = ['ask', 'who', 'check', 'passages'] as const;

/** Reads a command line, without what starts the program. */
export function readCall(args: readonly string[]): Call {
  const parsed = parse(args);
  if (typeof parsed === 'string') return { kind: 'wrong', why: parsed };
  const { corpus: folder = 'data', help, ...choices } = parsed.values;
  if (help) return { kind: 'help' };
  const [given, ...names] = parsed.positionals;
  const command = COMMANDS.find((name) => name === given);
  if (!command) return { kind: 'wrong', why: given ? `There is no command “${given}”.` : 'Which command?' };
  const why = misplacedOption(command, choices);
  return why ? { kind: 'wrong', why } : { kind: 'command', command, names, folder, ...choices };
}

/** What is wrong with an option that this command has no use for, or that says nothing. */
function misplacedOption(command: string, { speaker, story, all }: Choices): string | null {
  if (command !== 'ask' && (story !== undefined || all)) return '--story and --all go with ask.';
  if (command !== 'ask' && command !== 'check' && speaker !== undefined)
    return '--speaker goes with ask and check.';
  return speaker === '' || story === '' ? '--speaker and --story need a name.' : null;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
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
