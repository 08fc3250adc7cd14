import { helpText } from '../commands/help.js';
import { COLOUR, message, type Reply } from './message.js';

const DETAILS =
  'private shows an answer to you alone, with a button to share it. Under an answer: more passages, the paragraphs around (In context), who the speaker is, and Delete for who asked and for moderators. In the menu of any message, under Apps: Check this quote and Who said this?, answered to you alone.';

/** What the bot does, its limits, and what it keeps. */
export function helpReply(): Reply {
  const blocks = helpText(DETAILS).map(({ title, text }) => `**${title}**\n${text}`);
  return message(blocks, { private: true, colour: COLOUR.said });
}
