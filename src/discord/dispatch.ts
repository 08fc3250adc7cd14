import {
  MessageFlags,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { COMMANDS, MESSAGE_COMMANDS } from '../commands/all.js';
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

const OTHER_VERSION = 'This command is from another version of On Record. Wait a minute, or reload Discord.';

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
    const isCommand = interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand();
    if (!isCommand && !interaction.isButton()) return;
    const started = performance.now();
    try {
      const person = personOf(interaction, settings.MODERATOR_ROLE_IDS);
      if (interaction.isButton())
        await click(interaction, person, library.index, (hit) => {
          const before = conversations.last(person.id, interaction.channelId);
          conversations.keep(person.id, interaction.channelId, turnedTo(hit, before, library.index));
        });
      else if (interaction.isChatInputCommand())
        await call(interaction, { person, library, wait, conversations });
      else await callOnMessage(interaction, { person, library, wait, conversations });
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

/** A command in the menu of a message. */
async function callOnMessage(
  interaction: MessageContextMenuCommandInteraction,
  { person, library, wait }: Call,
): Promise<void> {
  const command = MESSAGE_COMMANDS.find((c) => c.definition.name === interaction.commandName);
  if (!command) throw new RequestError(OTHER_VERSION);
  await wait(person);
  const outcome = command.run({ library }, textOf(interaction.targetMessage));
  await respond(interaction, replyTo(outcome, person));
}

/** What a message says: its own words, else those of what it forwards or embeds. */
function textOf({ content, messageSnapshots, embeds }: Message): string {
  const others = [...messageSnapshots.values()].map((m) => m.content ?? '');
  return [content, ...others, ...embeds.map((e) => e.description ?? '')].find((text) => text.trim()) ?? '';
}

async function complete(interaction: AutocompleteInteraction, library: Library): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  await interaction.respond([...commandNamed(interaction.commandName).complete(library.index, name, value)]);
}

function commandNamed(name: string): Command {
  const command = COMMANDS.find((c) => c.definition.name === name);
  if (!command) throw new RequestError(OTHER_VERSION);
  return command;
}

function optionsOf(interaction: ChatInputCommandInteraction): Record<string, string | boolean> {
  const options: Record<string, string | boolean> = {};
  for (const { name, value } of interaction.options.data) {
    if (typeof value === 'string' || typeof value === 'boolean') options[name] = value;
  }
  return options;
}
