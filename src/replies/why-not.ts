import type { Answer } from '../search/answer.js';
import { daysText } from './days-text.js';
import { counted } from '../text/list.js';

/** Why there is no answer, in a sentence or two of plain text. */
export function whyNot(answer: Answer): string {
  const { reason, speaker } = answer;
  const name = speaker?.name ?? 'that speaker';
  switch (reason) {
    case 'asks-nothing':
      return 'I see no question here. Ask about a subject or a person, such as “What did … say about …?”';
    case 'never-quoted':
      return `The stories name ${name}, but I found nothing there that ${name} is quoted or reported as saying.`;
    case 'not-said-by-speaker':
      return `The stories don’t have ${name} saying anything about that.`;
    case 'not-of-that-time':
      return `No story ${time(answer)} speaks of that.`;
    case 'not-in-that-story':
      return `${story(answer)} that.`;
    case 'unclear':
      return `I can’t tell whom “${pointer(answer)}” means: no answer that you had here just now names anybody it fits. Please write the name.`;
    case 'not-in-stories':
    case null:
      return `The stories don’t answer that.${missing(answer)}`;
  }
}

/** The words that were looked for in vain: another word, or the right spelling, may find an answer. */
function missing({ missing: words }: Answer): string {
  const quoted = words.map((word) => `“${word}”`);
  return words.length
    ? ` None of them holds ${new Intl.ListFormat('en', { type: 'disjunction' }).format(quoted)}.`
    : '';
}

function time({ notes }: Answer): string {
  const note = notes.find((n) => n.about === 'time');
  return note ? `of ${daysText(note.days)}` : 'of that time';
}

function story({ notes }: Answer): string {
  const articles = notes.find((n) => n.about === 'story')?.articles ?? [];
  const [only] = articles;
  if (only && articles.length === 1) return `The story “${only.title}” doesn’t answer`;
  return `The ${counted(articles.length, 'story', 'stories')} you mean don’t answer`;
}

function pointer({ notes }: Answer): string {
  return notes.find((n) => n.about === 'unclear')?.words ?? 'that';
}
