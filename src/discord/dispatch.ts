import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  Message,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import { COMMANDS, MESSAGE_COMMANDS } from '../commands/all.js';
import type { Command, Context, Values } from '../commands/command.js';
import { lastOf } from '../commands/last.js';
import { RequestError } from '../errors.js';
import type { Log } from '../log.js';
import type { Doing } from '../newsroom/doing.js';
import type { Newsroom } from '../newsroom/newsroom.js';
import { replyTo } from '../replies/reply.js';
import { turnedTo } from '../search/question/follow-up.js';
import type { Settings } from '../settings.js';
import { click } from './clicks.js';
import { Conversations } from './conversations.js';
import { Cooldowns } from './cooldown.js';
import { fail } from './failure.js';
import { attachmentOf } from './fields.js';
import { answerInTime } from './in-time.js';
import type { LogChannel } from './log-channel.js';
import { moderate, type Moderated } from './moderation.js';
import { mustModerate } from './person.js';
import { remember } from './remember.js';
import { scopeOf } from './scope.js';
import { newMessage, respond, type Answerable } from './respond.js';
import { notice } from '../replies/message.js';
import { elsewhereReply } from '../replies/settings.js';
import { surroundingsOf, type ModeratorsContext, type Surroundings } from './surroundings.js';

const OTHER_VERSION = 'This command is from another version of On Record. Wait a minute, or reload Discord.';

/** Handles an interaction to its end; never rejects. */
export type Dispatch = (interaction: Interaction) => Promise<void>;

/** What interactions are answered with. */
export interface Desk {
  readonly newsroom: Newsroom;
  readonly settings: Settings;
  readonly log: Log;
  readonly channel: LogChannel;
}

/** Brings every interaction to its command, button or form, and what goes wrong to the person and the log. */
export function createDispatch(desk: Desk): Dispatch {
  const { newsroom, settings, log, channel } = desk;
  const seen = new Set<string>();
  const shared = { cooldowns: new Cooldowns(), conversations: new Conversations(), channel, newsroom };

  return async (interaction) => {
    // Discord may deliver an interaction twice.
    if (!remember(seen, interaction.id)) return;
    const started = performance.now();
    if (interaction.isAutocomplete()) {
      try {
        await complete(interaction, desk);
      } catch (error) {
        log.warn({ error }, 'a completion failed');
      }
      return;
    }
    if (!isAnswerable(interaction)) return;
    try {
      const around = await surroundingsOf(interaction, newsroom, settings);
      await answer(interaction, { ...shared, ...around });
      await tellOfLogChannel(interaction, around, channel);
      log.debug(
        { interaction: interaction.id, milliseconds: Math.round(performance.now() - started) },
        'answered',
      );
    } catch (error) {
      await fail(interaction, error, log);
    }
  };
}

function isAnswerable(interaction: Interaction): interaction is Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isMessageComponent() ||
    interaction.isModalSubmit()
  );
}

interface Call extends Surroundings {
  readonly cooldowns: Cooldowns;
  readonly conversations: Conversations;
  readonly channel: LogChannel;
  readonly newsroom: Newsroom;
}

async function answer(interaction: Answerable, around: Call): Promise<void> {
  if (interaction.isChatInputCommand()) return call(interaction, around);
  if (interaction.isMessageContextMenuCommand()) return callOnMessage(interaction, around);
  const work: Moderated = {
    ...around,
    context: (onProgress) => contextOf(interaction, around, onProgress),
  };
  if (await moderate(interaction, work)) return;
  if (interaction.isButton()) return press(interaction, around);
  throw new RequestError('This is from another version of On Record. Call the command again, please.');
}

/** A moderator whose server's log channel fails is told so, once. */
async function tellOfLogChannel(
  interaction: Answerable,
  { person, scope }: Surroundings,
  channel: LogChannel,
): Promise<void> {
  if (!person.isModerator || !(interaction.replied || interaction.deferred)) return;
  const problem = channel.takeProblem(scope);
  if (problem !== null) await interaction.followUp(newMessage(notice(problem)));
}

async function call(interaction: ChatInputCommandInteraction, around: Call): Promise<void> {
  const { person, library, conversations } = around;
  const command = commandNamed(interaction.commandName);
  const subcommand = pathOf(interaction);
  const run = async (onProgress: (doing: Doing) => void) => {
    const context = contextOf(interaction, around, onProgress);
    const outcome = await command.run(context, optionsOf(interaction), subcommand);
    const next = lastOf(outcome, context.last, library.index);
    if (next && next !== context.last)
      conversations.keep(person.id, conversationOf(interaction, around), next);
    return replyTo(outcome, person);
  };
  if (command.moderatorsOnly) {
    mustModerate(person);
    await answerInTime(interaction, command.isSlow(subcommand), run);
    return;
  }
  if (!isAnsweredHere(interaction, around))
    return respond(interaction, elsewhereReply(around.rules.channels));
  await around.cooldowns.use(person.id, around.rules.cooldown);
  const reply = await run(() => {});
  if ('modal' in reply) await interaction.showModal(reply.modal);
  else await respond(interaction, reply);
}

/** A command in the menu of a message. */
async function callOnMessage(interaction: MessageContextMenuCommandInteraction, around: Call): Promise<void> {
  const { person, library } = around;
  const command = MESSAGE_COMMANDS.find((c) => c.definition.name === interaction.commandName);
  if (!command) throw new RequestError(OTHER_VERSION);
  if (!isAnsweredHere(interaction, around))
    return respond(interaction, elsewhereReply(around.rules.channels));
  await around.cooldowns.use(person.id, around.rules.cooldown);
  const reply = replyTo(command.run({ library }, textOf(interaction.targetMessage)), person);
  if (!('modal' in reply)) await respond(interaction, reply);
}

function press(interaction: ButtonInteraction, around: Call): Promise<void> {
  const { person, library, conversations } = around;
  return click(interaction, person, library.index, (hit) => {
    const where = conversationOf(interaction, around);
    conversations.keep(person.id, where, turnedTo(hit, conversations.last(person.id, where), library.index));
  });
}

/** False in a channel that the moderators have not named, where they have named some. A thread goes by its channel. */
function isAnsweredHere({ channel, channelId }: Answerable, { rules }: Surroundings): boolean {
  if (rules.channels.length === 0) return true;
  const parent = channel && 'parentId' in channel ? channel.parentId : null;
  return rules.channels.some((allowed) => allowed === channelId || allowed === parent);
}

function contextOf(
  interaction: Answerable,
  around: Call,
  onProgress: (doing: Doing) => void,
): ModeratorsContext {
  const { newsroom, library, scope, person, rules, conversations } = around;
  return {
    newsroom,
    library,
    scope,
    actor: { id: person.id, name: person.name },
    privateAnswers: rules.privateAnswers,
    now: new Date(),
    last: conversations.last(person.id, conversationOf(interaction, around)),
    onProgress,
  } satisfies Context;
}

/** Where somebody's last answer is remembered: what was said of one server's stories is not pointed back to in another scope. */
function conversationOf({ channelId }: Answerable, { scope }: Surroundings): string {
  return `${channelId ?? ''} ${scope}`;
}

/** What a message says: its own words, else those of what it forwards or embeds. */
function textOf({ content, messageSnapshots, embeds }: Message): string {
  const others = [...messageSnapshots.values()].map((m) => m.content ?? '');
  return [content, ...others, ...embeds.map((e) => e.description ?? '')].find((text) => text.trim()) ?? '';
}

/** Where nothing may be shown, there is nothing to choose from; the command itself says why. */
async function complete(interaction: AutocompleteInteraction, { newsroom, settings }: Desk): Promise<void> {
  if (newsroom.store.failures.has(scopeOf(interaction))) return interaction.respond([]);
  const { library, scope, person } = await surroundingsOf(interaction, newsroom, settings);
  const { name, value } = interaction.options.getFocused(true);
  const command = commandNamed(interaction.commandName);
  const choices =
    command.moderatorsOnly && !person.isModerator
      ? []
      : await command.complete({ library, newsroom, scope }, name, value, pathOf(interaction));
  await interaction.respond([...choices]);
}

function commandNamed(name: string): Command {
  const command = COMMANDS.find((c) => c.definition.name === name);
  if (!command) throw new RequestError(OTHER_VERSION);
  return command;
}

/** "status", "feed add", or null. */
function pathOf({ options }: ChatInputCommandInteraction | AutocompleteInteraction): string | null {
  const path = [options.getSubcommandGroup(false), options.getSubcommand(false)].filter(Boolean).join(' ');
  return path === '' ? null : path;
}

function optionsOf({ options }: ChatInputCommandInteraction): Values {
  const [first] = options.data;
  const [inner] = first?.options ?? [];
  const given = inner?.options ?? first?.options ?? options.data;
  const values: Record<string, Values[string]> = {};
  for (const { name, value, attachment } of given) {
    if (attachment) values[name] = attachmentOf(attachment);
    else if (value !== undefined) values[name] = value;
  }
  return values;
}
