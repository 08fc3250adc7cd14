import type { Answer, NoAnswer } from '../search/answer.js';
import type { Note } from '../search/note.js';
import { daysText } from './days-text.js';

/** What a "no" says already. */
const SAID_BY: Partial<Record<NoAnswer, Note['about']>> = {
  'not-of-that-time': 'time',
  'not-in-that-story': 'story',
  unclear: 'unclear',
};

/** How the question of an answer was taken, in short sentences of plain text; none where that is plain. */
export function noteTexts({ notes, reason }: Answer): string[] {
  return notes
    .filter((n) => reason === null || n.about !== SAID_BY[reason])
    .map(noteText)
    .filter((text) => text !== '');
}

function noteText(note: Note): string {
  switch (note.about) {
    case 'pointer':
      return `Taking “${note.words}” as ${note.meant}.`;
    case 'words':
      return `No passage has exactly these words: “${note.words}”.`;
    case 'time':
      switch (note.asked) {
        case 'dated':
          return `Only stories of ${daysText(note.days)}.`;
        case 'undated':
          return `No story dated ${daysText(note.days)} answers that; this one bears no date.`;
        case 'none-of-that-time':
          return `No story is dated ${daysText(note.days)}, so all were asked.`;
        case 'none-dated':
          return `The stories bear no dates, so “${note.words}” narrows nothing.`;
      }
    case 'story':
      // A citation names the story that there is.
      return note.articles.length > 0 ? '' : `No story goes by “${note.words}”, so all were asked.`;
    case 'unclear':
      return '';
  }
}
