import { ask } from './ask.js';
import { check, checkThisQuote, whoSaidThis } from './check.js';
import type { Command, MessageCommand } from './command.js';
import { corpus } from './corpus/corpus.js';
import { help } from './help.js';
import { who } from './who.js';

/** Every slash command, in the order in which they are listed. */
export const COMMANDS: readonly Command[] = [ask, who, check, corpus, help];

/** Every command in the menu of a message. */
export const MESSAGE_COMMANDS: readonly MessageCommand[] = [checkThisQuote, whoSaidThis];
