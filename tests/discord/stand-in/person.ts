import { setTimeout as sleep } from 'node:timers/promises';
import { ButtonStyle, ComponentType as C } from 'discord-api-types/v10';
import { InteractionResponseType as R, InteractionType as I } from 'discord-api-types/v10';
import { everyComponent, textOf, type Choice } from './breaches.js';
import type { Command, Commands, Option } from './commands.js';
import { DEADLINE_MS, Interaction, isEphemeral, isLoading, wire } from './interactions.js';
import type { Interactions, Message } from './interactions.js';
import { Uploads, type Upload } from './uploads.js';
import { MEMBER, placeOf, said, surroundings, type As, type Place } from './world.js';

/** How an interaction is sent, and how long its outcome is waited for. */
export interface Acting extends As {
  /** How often the same interaction arrives. */
  readonly copies?: number;
  /** Send a command that Discord's client wouldn't offer. */
  readonly force?: boolean;
  /** Wait for this rather than for quiet. */
  readonly until?: (outcome: Outcome) => boolean;
  /** Wait no longer: there is no bot any more. */
  readonly gone?: AbortSignal;
}

/** Who acts, and where: what goes for whatever they do next, too. */
function asOf({ copies: _copies, force: _force, until: _until, gone: _gone, ...as }: Acting): As {
  return as;
}

type Values = Readonly<Record<string, string | boolean | Upload>>;
/** What is filled into a form, by the names of its fields. */
type Filled = Readonly<Record<string, string | readonly Upload[]>>;

/** A message as a person sees it. */
function see(message: Message) {
  const buttons = everyComponent(message.components).filter((c) => c.type === C.Button);
  return {
    message,
    text: textOf(message.components),
    buttons,
    labels: buttons.map((b) => b.label),
    links: buttons.flatMap((b) => ('url' in b ? [b.url] : [])),
    ephemeral: isEphemeral(message),
    deleted: message.deleted,
  };
}
/** A message as a person sees it. */
export type Seen = ReturnType<typeof see>;

/** What came of an interaction, as it stands whenever it is looked at. */
export class Outcome {
  readonly interaction: Interaction;
  constructor(interaction: Interaction) {
    this.interaction = interaction;
  }

  /** How it was acknowledged; null where it wasn't ("The application did not respond"). */
  get ack(): R | null {
    return this.interaction.ack;
  }

  /** The messages that it made or changed. */
  get messages(): Seen[] {
    return [...new Set(this.interaction.history.map((h) => h.message))].map(see);
  }

  /** The one message that it made or changed. */
  get message(): Seen {
    const [first, ...others] = this.messages;
    if (!first || others.length) throw new Error(`${this.messages.length} messages, not one`);
    return first;
  }

  get text(): string {
    return this.messages.map((m) => m.text).join('\n');
  }

  /** The text after each change. */
  get progress(): string[] {
    return this.interaction.history.map((h) => h.text);
  }

  get choices(): readonly Choice[] {
    return this.interaction.choices;
  }
}

/** The person's side: slash commands, completion and clicks, as far as Discord's client lets a person go. */
export class Person {
  readonly #commands: Commands;
  readonly #interactions: Interactions;
  readonly #dispatch: (data: object) => void;
  readonly #onBreach: (breach: string) => void;

  constructor(
    commands: Commands,
    interactions: Interactions,
    dispatch: (data: object) => void,
    onBreach: (breach: string) => void,
  ) {
    this.#commands = commands;
    this.#interactions = interactions;
    this.#dispatch = dispatch;
    this.#onBreach = onBreach;
  }

  /** Runs a command ("ask", "corpus refresh") and waits for what comes of it. */
  invoke(path: string, values: Values = {}, acting: Acting = {}): Promise<Outcome> {
    return this.#command(I.ApplicationCommand, path, values, acting);
  }

  /** Picks a command from the menu of somebody's message that says `content`. */
  onMessage(name: string, content: string, acting: Acting = {}): Promise<Outcome> {
    const place = placeOf(asOf(acting));
    const command = this.#commands.findOnMessage(name, place.guild);
    if (!command) throw new Error(`“${name}” isn't registered here`);
    if (!acting.force) refuse(command, place, acting);
    const { id, type, guild_id } = command;
    const message = said(content, place);
    const data = {
      id,
      name,
      type,
      guild_id,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    };
    return this.#send(new Interaction(I.ApplicationCommand, place), acting, { data });
  }

  /** Types in an option with completion; the outcome has the choices. */
  complete(path: string, option: string, typed: string, acting: Acting = {}): Promise<Outcome> {
    return this.#command(I.ApplicationCommandAutocomplete, path, { [option]: typed }, acting, option);
  }

  /** Clicks a button by its label: as whoever the message answers, unless `acting` says otherwise. */
  async click({ message, buttons, labels }: Seen, label: string, acting: Acting = {}): Promise<Outcome> {
    const owner = message.of.place.user;
    const who = { user: owner.username, ...message.of.place.as, ...acting };
    const place = placeOf(asOf(who));
    const button = buttons.find((b) => b.label === label);
    if (message.deleted || (isEphemeral(message) && place.user.id !== owner.id))
      throw new Error(`${who.user} doesn't see the message`);
    if (!button || button.style === ButtonStyle.Link || button.disabled)
      throw new Error(`No button "${label}" to click among: ${labels.join(', ')}`);
    const data = { custom_id: button.custom_id, component_type: C.Button, id: button.id };
    return this.#send(new Interaction(I.MessageComponent, place, message), who, {
      data,
      message: wire(message),
    });
  }

  /** Presses whatever has this id, of a message that is there: also what Discord's client wouldn't show. */
  press(
    { message }: Seen,
    customId: string,
    values: readonly string[] | null,
    acting: Acting = {},
  ): Promise<Outcome> {
    const who = { user: message.of.place.user.username, ...message.of.place.as, ...acting };
    const all = everyComponent(message.components);
    const found = all.find((c) => 'custom_id' in c && c.custom_id === customId);
    const type = found?.type ?? (values ? C.StringSelect : C.Button);
    const data = { custom_id: customId, component_type: type, id: 1, ...(values ? { values } : {}) };
    return this.#send(new Interaction(I.MessageComponent, placeOf(asOf(who)), message), who, {
      data,
      message: wire(message),
    });
  }

  /** Fills in the form that something was answered with, and sends it. */
  submit(asked: Outcome, filled: Filled, acting: Acting = {}): Promise<Outcome> {
    const { modal, source, place } = asked.interaction;
    if (!modal) throw new Error('There is no form');
    const all = modal.components.map(({ component: { custom_id: name, type } }) => {
      return [name, filled[name] ?? (type === C.TextInput ? '' : [])] as const;
    });
    const who = { user: place.user.username, ...place.as, ...acting };
    return this.#submit(modal.custom_id, Object.fromEntries(all), who, source);
  }

  /** Sends a form that nobody was shown, from a message that is there. */
  forge({ message }: Seen, customId: string, filled: Filled, acting: Acting = {}): Promise<Outcome> {
    const who = { user: message.of.place.user.username, ...message.of.place.as, ...acting };
    return this.#submit(customId, filled, who, message);
  }

  /** Waits until an outcome is as wanted. */
  async until(outcome: Outcome, wanted: (outcome: Outcome) => boolean): Promise<Outcome> {
    if (!(await holds(() => wanted(outcome), 15_000)))
      throw new Error(`Waited in vain; there is: ${outcome.text}`);
    return outcome;
  }

  async #command(type: I, path: string, values: Values, acting: Acting, focused?: string): Promise<Outcome> {
    const place = placeOf(asOf(acting));
    const [name = '', ...steps] = path.split(' ');
    const command = this.#commands.find(name, place.guild);
    if (!command) throw new Error(`/${name} isn't registered here`);
    if (!acting.force) refuse(command, place, acting);
    const subcommand = steps.reduce<Option[]>(
      (found, step) => [...found, optionOf(found.at(-1)?.options ?? command.options, step)],
      [],
    );
    const last = (subcommand.at(-1) ?? command).options ?? [];
    const uploads = new Uploads();
    const filled = Object.entries(values).map(([option, value]) => ({
      ...fill(optionOf(last, option), typeof value === 'object' ? uploads.add(value) : value),
      ...(option === focused ? { focused: true } : {}),
    }));
    const missing = focused ? undefined : last.find((o) => o.required && !(o.name in values));
    if (missing) throw new Error(`/${path} needs ${missing.name}`);
    const options = subcommand.reduceRight<object[]>(
      (inner, o) => [{ name: o.name, type: o.type, options: inner }],
      filled,
    );
    const { id, type: kind, guild_id } = command;
    return this.#send(new Interaction(type, place), acting, {
      data: { id, name, type: kind, guild_id, options, ...uploads.resolved },
    });
  }

  #submit(customId: string, filled: Filled, who: Acting, source: Message | null): Promise<Outcome> {
    const uploads = new Uploads();
    const components = Object.entries(filled).map(([name, value], at) => ({
      type: C.Label,
      id: at + 1,
      component: {
        id: at + 100,
        custom_id: name,
        ...(typeof value === 'string'
          ? { type: C.TextInput, value }
          : { type: C.FileUpload, values: value.map((file) => uploads.add(file)) }),
      },
    }));
    return this.#send(new Interaction(I.ModalSubmit, placeOf(asOf(who)), source), who, {
      data: { custom_id: customId, components, ...uploads.resolved },
      ...(source ? { message: wire(source) } : {}),
    });
  }

  async #send(interaction: Interaction, acting: Acting, more: object): Promise<Outcome> {
    const { id, token, type, place } = interaction;
    this.#interactions.add(interaction);
    for (let copy = 0; copy < (acting.copies ?? 1); copy++)
      this.#dispatch({ id, token, type, ...surroundings(acting, place), ...more });
    const outcome = new Outcome(interaction);
    const orGone = (wanted: () => boolean) => () => wanted() || acting.gone?.aborted === true;
    if (
      !(await holds(
        orGone(() => interaction.ack !== null),
        DEADLINE_MS + 100,
      ))
    )
      this.#onBreach(`no answer within ${DEADLINE_MS} ms`);
    else if (acting.until) await this.until(outcome, (o) => orGone(() => acting.until!(o))());
    else if (
      !(await holds(
        orGone(() => isQuiet(interaction)),
        15_000,
      ))
    )
      this.#onBreach('left "thinking …" for 15 s');
    return outcome;
  }
}

/** Discord offers a command where it is meant to be, and to whom it is for. */
function refuse(
  { name, ...command }: Command,
  place: Place,
  { permissions = 0n, install = 'guild' }: As,
): void {
  const needed = BigInt(command.default_member_permissions ?? 0);
  if (place.guild && install === 'guild' && ((MEMBER | permissions) & needed) !== needed)
    throw new Error(`/${name} needs the permissions ${needed}`);
  if (command.contexts && !command.contexts.includes(place.context))
    throw new Error(`/${name} isn't offered here`);
  if (!command.guild_id && !command.integration_types.includes(install === 'guild' ? 0 : 1))
    throw new Error(`/${name} isn't for a ${install} install`);
}

function optionOf(options: readonly Option[], name: string): Option {
  const option = options.find((o) => o.name === name);
  if (!option) throw new Error(`There is no option ${name}`);
  return option;
}

function fill({ name, type, max_length: most = 6000 }: Option, value: string | boolean): object {
  if (typeof value === 'string' && value.length > most) throw new Error(`${name} is longer than ${most}`);
  return { name, type, value };
}

/** Nothing more is expected: no "thinking …", and what a click put off has come. */
function isQuiet({ ack, original, history, lastActivity }: Interaction): boolean {
  if (original && isLoading(original)) return false;
  const patience = ack === R.DeferredMessageUpdate && !history.length ? 1000 : 50;
  return performance.now() - lastActivity > patience;
}

async function holds(condition: () => boolean, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (!condition() && performance.now() < end) await sleep(5);
  return condition();
}
