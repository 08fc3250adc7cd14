import { ask } from './ask.js';
import type { Command } from './command.js';
import { corpus } from './corpus.js';
import { help } from './help.js';
import { who } from './who.js';

/** Every command, in the order in which they are listed. */
export const COMMANDS: readonly Command[] = [ask, who, corpus, help];
