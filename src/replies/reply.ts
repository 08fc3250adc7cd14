import type { Outcome } from '../commands/command.js';
import { answerReply, askedLine, hitRef, noAnswerReply } from './answer.js';
import { checkReply } from './check.js';
import { refreshReply, statusReply } from './corpus.js';
import { helpReply } from './help.js';
import { noteTexts } from './notes.js';
import type { ModalReply, Reply } from './message.js';
import { newsroomReply } from './newsroom.js';
import { settingsReply } from './settings.js';
import { speakerReply, whoReply } from './speaker.js';

/** The message that an outcome makes for whoever called, or the form that it asks them to fill in. */
export function replyTo(
  outcome: Outcome,
  caller: { readonly id: string; readonly name: string },
): Reply | ModalReply {
  switch (outcome.kind) {
    case 'answer': {
      const { answer } = outcome;
      const asked = {
        owner: caller.id,
        line: askedLine(caller.name, answer.question.text, noteTexts(answer)),
      };
      const [best] = answer.hits;
      if (!answer.found || !best) return noAnswerReply(answer, asked);
      return answerReply(best, { asked, hits: answer.hits.map(hitRef), page: 0, private: outcome.private });
    }
    case 'who':
      return outcome.result.status === 'found'
        ? speakerReply(outcome.result.speaker, { owner: caller.id, page: 0, private: outcome.private })
        : whoReply(outcome.result, caller.id);
    case 'check':
      return checkReply(outcome.check, caller.id);
    case 'refresh':
      return refreshReply(outcome.outcome);
    case 'status':
      return statusReply(outcome.status);
    case 'newsroom':
      return newsroomReply(outcome.view);
    case 'settings':
      return settingsReply(outcome.settings);
    case 'help':
      return helpReply();
  }
}
