import { randomBytes } from 'node:crypto';
import { InteractionResponseType as R, InteractionType as I, MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { choices, deferred, edit, everyComponent, mentions, message, textOf } from './breaches.js';
import { modal, type Modal } from './breaches.js';
import type { Choice, Component, MessageBody } from './breaches.js';
import { ApiError, type Answer, type Call, type Route } from './rest.js';
import { APPLICATION, BOT, snowflake, type Place } from './world.js';

/** How long an application has for its first answer. */
export const DEADLINE_MS = 3000;

/** A message of the bot's, as it stands. */
export interface Message {
  readonly id: string;
  /** The interaction that it answers. */
  readonly of: Interaction;
  flags: number;
  components: readonly Component[];
  deleted: boolean;
}

/** An interaction, from the click to the last edit. */
export class Interaction {
  readonly id = snowflake();
  readonly token = randomBytes(90).toString('base64url');
  readonly sentAt = performance.now();
  readonly type: I;
  readonly place: Place;
  /** The message whose button was clicked. */
  readonly source: Message | null;
  ack: R | null = null;
  /** The message that answers it, or that it changes. */
  original: Message | null = null;
  choices: readonly Choice[] = [];
  /** The form that it is answered with. */
  modal: Modal | null = null;
  /** Each change of a message, with the text that it then had. */
  readonly history: { readonly message: Message; readonly text: string }[] = [];
  lastActivity = this.sentAt;

  constructor(type: I, place: Place, source: Message | null = null) {
    this.type = type;
    this.place = place;
    this.source = source;
  }
}

/** Which callback fits which interaction, and what it has to be like. */
function callback({ type, source }: Interaction) {
  const reply = z.object({ type: z.literal(R.ChannelMessageWithSource), data: message });
  const defer = z.object({ type: z.literal(R.DeferredChannelMessageWithSource), data: deferred });
  const deferUpdate = z.object({ type: z.literal(R.DeferredMessageUpdate) });
  const update = z.object({ type: z.literal(R.UpdateMessage), data: edit(source?.flags ?? 0) });
  const complete = z.object({
    type: z.literal(R.ApplicationCommandAutocompleteResult),
    data: z.object({ choices }),
  });
  if (type === I.ApplicationCommandAutocomplete) return z.discriminatedUnion('type', [complete]);
  const form = z.object({ type: z.literal(R.Modal), data: modal });
  if (type === I.MessageComponent)
    return z.discriminatedUnion('type', [reply, defer, deferUpdate, update, form]);
  if (type === I.ModalSubmit)
    return z.discriminatedUnion('type', source ? [reply, defer, deferUpdate, update] : [reply, defer]);
  return z.discriminatedUnion('type', [reply, defer, form]);
}

/** Keeps interactions and the messages that answer them, and serves the routes for both. */
export class Interactions {
  /** Mentions that stood in a message unescaped. */
  readonly mentions: string[] = [];
  /** What the bot posted in channels of its own accord. */
  readonly posted: {
    readonly channel: string;
    readonly components: readonly Component[];
    readonly text: string;
  }[] = [];
  /** The channels that it may not write in. */
  readonly forbidden = new Set<string>();
  readonly #byToken = new Map<string, Interaction>();

  /** Every interaction token so far: none may ever stand in a log. */
  get tokens(): string[] {
    return [...this.#byToken.keys()];
  }

  add(interaction: Interaction): void {
    this.#byToken.set(interaction.token, interaction);
  }

  /** The REST routes. */
  routes(): Route[] {
    const webhook = `/webhooks/${APPLICATION}/([\\w-]+)`;
    const one = `${webhook}/messages/(@original|\\d+)`;
    return [
      ['POST', '/interactions/(\\d+)/([\\w-]+)/callback', (call) => this.#callback(call)],
      ['POST', webhook, (call) => this.#followUp(call)],
      ['GET', one, (call) => ({ body: wire(this.#find(call).message) })],
      ['POST', '/channels/(\\d+)/messages', (call) => this.#post(call)],
      ['PATCH', one, (call) => this.#patch(call)],
      ['DELETE', one, (call) => this.#delete(call)],
    ];
  }

  #callback({ params: [id, token], body, query }: Call): Answer {
    const interaction = this.#byToken.get(token ?? '');
    const late = interaction && !interaction.ack && performance.now() - interaction.sentAt > DEADLINE_MS;
    if (interaction?.id !== id || !interaction || late) throw new ApiError(404, 10062, 'Unknown interaction');
    if (interaction.ack) throw new ApiError(400, 40060, 'Interaction has already been acknowledged.');
    const answer = callback(interaction).parse(body);
    interaction.ack = answer.type;
    interaction.lastActivity = performance.now();
    if (answer.type === R.ApplicationCommandAutocompleteResult) interaction.choices = answer.data.choices;
    else if (answer.type === R.Modal) interaction.modal = answer.data;
    else if (answer.type === R.ChannelMessageWithSource)
      interaction.original = this.#create(interaction, answer.data);
    else if (answer.type === R.DeferredChannelMessageWithSource)
      interaction.original = newMessage(interaction, answer.data.flags | MessageFlags.Loading);
    else interaction.original = interaction.source;
    if (answer.type === R.UpdateMessage) this.#edit(interaction, existing(interaction.source), answer.data);
    if (query.get('with_response') !== 'true') return {};
    const shown = interaction.original && { type: answer.type, message: wire(interaction.original) };
    return { body: { interaction: { id, type: interaction.type }, ...(shown ? { resource: shown } : {}) } };
  }

  #followUp(call: Call): Answer {
    const interaction = this.#acknowledged(call);
    if (interaction.original && isLoading(interaction.original))
      throw new ApiError(400, 50035, 'A deferred reply is edited, not followed up');
    return { body: wire(this.#create(interaction, message.parse(call.body))) };
  }

  /** A message of the bot's own accord. */
  #post({ params: [channel = ''], body }: Call): Answer {
    if (this.forbidden.has(channel)) throw new ApiError(403, 50013, 'Missing Permissions');
    const { components } = message.parse(body);
    this.mentions.push(...mentions(textOf(components)));
    this.posted.push({ channel, components, text: textOf(components) });
    return { body: { id: snowflake(), channel_id: channel } };
  }

  #patch(call: Call): Answer {
    const found = this.#find(call);
    this.#edit(found.interaction, found.message, edit(found.message.flags).parse(call.body));
    return { body: wire(found.message) };
  }

  #delete(call: Call): Answer {
    const found = this.#find(call);
    found.message.deleted = true;
    this.#note(found.interaction, found.message);
    return {};
  }

  #create(interaction: Interaction, body: MessageBody): Message {
    const created = newMessage(interaction, body.flags);
    this.#edit(interaction, created, body);
    return created;
  }

  #edit(interaction: Interaction, changed: Message, { flags, components }: MessageBody): void {
    changed.flags = (changed.flags & ~MessageFlags.Loading) | (flags & MessageFlags.IsComponentsV2);
    changed.components = numbered(components);
    this.mentions.push(...mentions(textOf(components)));
    this.#note(interaction, changed);
  }

  #note(interaction: Interaction, changed: Message): void {
    interaction.lastActivity = performance.now();
    interaction.history.push({ message: changed, text: textOf(changed.components) });
  }

  #acknowledged({ params: [token] }: Call): Interaction {
    const interaction = this.#byToken.get(token ?? '');
    if (!interaction?.ack) throw new ApiError(404, 10015, 'Unknown Webhook');
    return interaction;
  }

  #find(call: Call): { interaction: Interaction; message: Message } {
    const interaction = this.#acknowledged(call);
    const { original, history } = interaction;
    const [, id] = call.params;
    const found =
      id === '@original' ? original : [original, ...history.map((h) => h.message)].find((m) => m?.id === id);
    return { interaction, message: existing(found) };
  }
}

/** Tells a private message from one that all can see. */
export const isEphemeral = ({ flags }: Message): boolean => Boolean(flags & MessageFlags.Ephemeral);
/** True for the "thinking …" of a deferred reply. */
export const isLoading = ({ flags }: Message): boolean => Boolean(flags & MessageFlags.Loading);

/** A message in the API's form. */
export function wire({ id, of: { id: interaction, type, place }, flags, components }: Message): object {
  return {
    id,
    flags,
    components,
    type: type === I.ApplicationCommand ? 20 : 19,
    channel_id: place.channel,
    author: BOT,
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    webhook_id: APPLICATION,
    application_id: APPLICATION,
    interaction_metadata: {
      id: interaction,
      type,
      user: place.user,
      authorizing_integration_owners: place.owners,
    },
  };
}

function newMessage(of: Interaction, flags: number): Message {
  return { id: snowflake(), of, flags, components: [], deleted: false };
}

function existing(found: Message | null | undefined): Message {
  if (!found || found.deleted) throw new ApiError(404, 10008, 'Unknown Message');
  return found;
}

/** Components get ids, as Discord gives them. */
function numbered(components: readonly Component[]): readonly Component[] {
  const copy = structuredClone(components);
  for (const [at, component] of everyComponent(copy).entries()) component.id ??= 1000 + at;
  return copy;
}
