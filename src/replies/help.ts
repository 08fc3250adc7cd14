import { HELP } from '../commands/help.js';
import { COLOUR, message, type Reply } from './message.js';

/** What the bot does, its limits, and what it keeps. */
export function helpReply(): Reply {
  return message(
    HELP.map(({ title, text }) => `**${title}**\n${text}`),
    { private: true, colour: COLOUR.said },
  );
}
