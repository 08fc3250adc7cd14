import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { changeLabel } from '../../newsroom/change-label.js';
import { showHistory, undoneIn } from '../../newsroom/history.js';
import { undo as takeBack } from '../../newsroom/undo.js';
import { newsroomOf } from '../command.js';
import { fold } from '../../text/fold.js';
import { shortened } from '../choices.js';
import { MOST_CHOICES } from '../command.js';
import { defineSubcommand } from '../subcommands.js';

/** `/corpus history` */
export const history = defineSubcommand({
  definition: { name: 'history', description: 'Who changed what, and when, with the difference' },
  run: async (context) => ({
    kind: 'newsroom',
    view: await showHistory(newsroomOf(context), context.scope, 0),
  }),
});

/** `/corpus undo` */
export const undo = defineSubcommand({
  definition: {
    name: 'undo',
    description: 'Take one of the last changes back; that can be undone, too',
    options: [
      {
        name: 'change',
        description: 'Which one',
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
        max_length: 100,
      },
    ],
  },
  run: async (context, { change: id }) => {
    const view = await takeBack(newsroomOf(context), context.scope, id.trim(), context.actor);
    return { kind: 'newsroom', view };
  },
  complete: async ({ newsroom, scope }, _, typed) => {
    if (!newsroom) return [];
    const kept = await newsroom.store.scope(scope);
    const undone = undoneIn(kept.history);
    const wanted = fold(typed);
    return kept.history
      .filter((c) => !undone.has(c.id) && kept.isTextKept(c))
      .map((c) => ({
        name: shortened(`${c.at.slice(0, 16).replace('T', ' ')} ${c.by.name}: ${changeLabel(c)}`),
        value: c.id,
      }))
      .filter(({ name, value }) => fold(`${name} ${value}`).includes(wanted))
      .slice(0, MOST_CHOICES);
  },
});
