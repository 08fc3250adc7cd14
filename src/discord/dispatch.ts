import {
  MessageFlags,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
} from 'discord.js';
import { COMMANDS } from '../commands/all.js';
import type { Command } from '../commands/command.js';
import { lastOf } from '../commands/last.js';
import { RequestError } from '../errors.js';
import type { Log } from '../log.js';
import { progressReply } from '../replies/corpus.js';
import { replyTo } from '../replies/reply.js';
import { turnedTo } from '../search/follow-up.js';
import type { Library } from '../search/library.js';
import type { Settings } from '../settings.js';
import { click } from './clicks.js';
import { Conversations } from './conversations.js';
import { cooldown } from './cooldown.js';
import { fail } from './failure.js';
import { personOf, type Person } from './person.js';
import { remember } from './remember.js';
import { acknowledged, changedMessage, respond } from './respond.js';

/** Between two edits that show progress, in milliseconds: far below Discord's limit of edits. */
const PROGRESS_EVERY = 1500;

/** Handles an interaction to its end; never rejects. */
export type Dispatch = (interaction: Interaction) => Promise<void>;

/** Brings every interaction to its command or button, and what goes wrong to the person and the log. */
export function createDispatch(library: Library, settings: Settings, log: Log): Dispatch {
  const mayGoOn = cooldown(settings.COOLDOWN_QUESTIONS, settings.COOLDOWN_SECONDS);
  const seen = new Set<string>();
  const conversations = new Conversations();
  const wait = async (person: Person) => {
    const seconds = await mayGoOn(person.id);
    if (seconds > 0)
      throw new RequestError(
        `One moment: you can ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
      );
  };

  return async (interaction) => {
    // Discord may deliver an interaction twice.
    if (!remember(seen, interaction.id)) return;

    if (interaction.isAutocomplete()) {
      await complete(interaction, library).catch((error: unknown) =>
        log.warn({ error }, 'a completion failed'),
      );
      return;
    }
    if (!interaction.isChatInputCommand() && !interaction.isButton()) return;
    const started = performance.now();
    try {
      const person = personOf(interaction, settings.MODERATOR_ROLE_IDS);
      if (interaction.isButton())
        await click(interaction, person, library.index, (hit) => {
          const before = conversations.last(person.id, interaction.channelId);
          conversations.keep(person.id, interaction.channelId, turnedTo(hit, before, library.index));
        });
      else await call(interaction, { person, library, wait, conversations });
      const name = interaction.isButton() ? 'button' : interaction.commandName;
      log.debug(
        { interaction: interaction.id, name, milliseconds: Math.round(performance.now() - started) },
        'answered',
      );
    } catch (error) {
      await fail(interaction, error, log);
    }
  };
}

interface Call {
  readonly person: Person;
  readonly library: Library;
  readonly wait: (person: Person) => Promise<void>;
  readonly conversations: Conversations;
}

async function call(
  interaction: ChatInputCommandInteraction,
  { person, library, wait, conversations }: Call,
): Promise<void> {
  const command = commandNamed(interaction.commandName);
  if (command.moderatorsOnly && !person.isModerator)
    throw new RequestError('Only moderators can do that: it takes the permission Manage Server.');
  const subcommand = interaction.options.getSubcommand(false);
  if (command.isSlow(subcommand)) {
    await acknowledged(interaction.deferReply({ flags: MessageFlags.Ephemeral }));
    interaction.deferred = true;
  } else if (!command.moderatorsOnly) await wait(person);
  let shown = 0;
  const last = conversations.last(person.id, interaction.channelId);
  const outcome = await command.run(
    {
      library,
      caller: person.name,
      now: new Date(),
      last,
      onProgress: (progress) => {
        if (!interaction.deferred || Date.now() - shown < PROGRESS_EVERY) return;
        shown = Date.now();
        // Progress is a courtesy: if an edit fails, the result still comes, or its own failure is told.
        interaction.editReply(changedMessage(progressReply(progress))).catch(() => {});
      },
    },
    optionsOf(interaction),
    subcommand,
  );
  const next = lastOf(outcome, last, library.index);
  if (next && next !== last) conversations.keep(person.id, interaction.channelId, next);
  await respond(interaction, replyTo(outcome, person));
}

async function complete(interaction: AutocompleteInteraction, library: Library): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  await interaction.respond([...commandNamed(interaction.commandName).complete(library.index, name, value)]);
}

function commandNamed(name: string): Command {
  const command = COMMANDS.find((c) => c.definition.name === name);
  if (!command)
    throw new RequestError(
      'This command is from another version of On Record. Wait a minute, or reload Discord.',
    );
  return command;
}

function optionsOf(interaction: ChatInputCommandInteraction): Record<string, string | boolean> {
  const options: Record<string, string | boolean> = {};
  for (const { name, value } of interaction.options.data) {
    if (typeof value === 'string' || typeof value === 'boolean') options[name] = value;
  }
  return options;
}
