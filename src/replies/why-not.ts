import type { Answer } from '../search/answer.js';

/** Why there is no answer, in a sentence or two of plain text. */
export function whyNot({ reason, speaker }: Answer): string {
  const name = speaker?.name ?? 'that speaker';
  switch (reason) {
    case 'asks-nothing':
      return 'I see no question here. Ask about a subject or a person, such as “What did … say about …?”';
    case 'never-quoted':
      return `The stories name ${name}, but never quote or report anything ${name} said.`;
    case 'not-said-by-speaker':
      return `The stories don’t have ${name} saying anything about that.`;
    case 'not-in-stories':
    case null:
      return 'The stories don’t answer that.';
  }
}
