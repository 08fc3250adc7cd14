import { ANYWHERE, defineCommand } from './command.js';

/** A part of what `/help` says. */
export interface HelpSection {
  readonly title: string;
  readonly text: string;
}

/** What `/help` says, in plain text; `details` tells how this front end shows more of an answer. */
export function helpText(details: string): HelpSection[] {
  return [
    {
      title: 'What I do',
      text: 'I answer questions about news stories in the words of the people quoted in them, and say who said it, in which role and where it stands. I write nothing myself: every word of an answer stands in an article.',
    },
    {
      title: 'Ask',
      text: `/ask question: the best passage, its speaker and its place. Narrow it with speaker and story, or in words: “in the bridge story”, “last week”, “since Monday”. Words in quotation marks are looked for as they are.\nThen ask on: “and what did he say about …?” takes “he” from your last answer there, for five minutes.\n/who name: who somebody is, by the stories, and all they said. A surname, a role (“security expert”) or a misspelt name will do.\n/check quote: did they really say that? Whether a quotation stands in the stories, whose it is, and what was changed.\n/corpus: for moderators, who add stories and feeds, look at them, set right who said what, and can undo it.\n${details}`,
    },
    {
      title: 'Limits',
      text: 'I know only the stories I was given, in English. Who said what is worked out by rules, which can err: look at the paragraphs around. “Reported, not a quotation” marks what an article tells in its own words. When the stories don’t answer, I say so; that doesn’t mean that a thing isn’t so, or was never said.',
    },
    {
      title: 'Privacy',
      text: 'No question is stored, and no quotation. I read no messages but one that you pick a command on. For five minutes I remember, in memory alone, whose words your last answer showed, its story and the words of what it was about.',
    },
  ];
}

/** `/help` */
export const help = defineCommand({
  definition: {
    name: 'help',
    ...ANYWHERE,
    description: 'What On Record does, and its limits',
  },
  run: () => ({ kind: 'help' }),
});
