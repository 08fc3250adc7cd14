import { setTimeout as sleep } from 'node:timers/promises';
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ButtonStyle,
  Client,
  ComponentType,
  Events,
  MessageFlags,
  PermissionFlagsBits,
  type APIContainerComponent,
  type Interaction,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaches, choices, deferred, edit, mentions, message } from './stand-in/breaches.js';
import { startStandIn, type StandIn } from './stand-in/stand-in.js';

const V2 = MessageFlags.IsComponentsV2;
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const button = (more: object = {}) => ({
  type: ComponentType.Button,
  style: 2,
  label: 'Go',
  custom_id: 'go',
  ...more,
});
const link = (more: object = {}) => ({ type: ComponentType.Button, style: 5, label: 'Article', ...more });
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const container = (...components: object[]) => ({ type: ComponentType.Container, components });
const body = (...components: object[]) => ({ flags: V2, components, allowed_mentions: { parse: [] } });

describe('what the stand-in refuses', () => {
  const good = body(container(text('Words'), row(button(), link({ url: 'https://example.org/a' }))));

  test('a good message passes', () => {
    expect(breaches(good, message)).toEqual([]);
    expect(breaches({ ...good, flags: V2 | MessageFlags.Ephemeral }, message)).toEqual([]);
  });

  test.each<[string, object]>([
    ['not Components V2', { ...good, flags: 0 }],
    ['beside Components V2', { ...good, content: 'Words' }],
    ['beside Components V2', { ...good, embeds: [{ title: 'Words' }] }],
    ['allowed_mentions', { ...good, allowed_mentions: undefined }],
    ['allowed_mentions.parse', { ...good, allowed_mentions: { parse: ['users'] } }],
    ['allowed_mentions.users', { ...good, allowed_mentions: { parse: [], users: ['1'] } }],
    ['components', body()],
    ['components.0.content', body(text(' \n'))],
    ['4001 characters', body(text('a'.repeat(4000)), container(text('b')))],
    ['41 components', body(container(...Array.from({ length: 40 }, () => text('a'))))],
    ['components.0.components', body(row(...[1, 2, 3, 4, 5, 6].map((n) => button({ custom_id: `${n}` }))))],
    ['components.0.components', body(row())],
    ['components.0.components', body(container())],
    ['components.0.components.0.type', body(container(container(text('a'))))],
    ['components.0.type', body(button())],
    ['custom_id', body(row(button({ custom_id: 'a'.repeat(101) })))],
    ['custom_id', body(row(button({ custom_id: undefined })))],
    ['a custom_id twice', body(row(button()), row(button()))],
    ['label', body(row(button({ label: 'a'.repeat(81) })))],
    ['label', body(row(button({ label: ' ' })))],
    ['url', body(row(link()))],
    ['url', body(row(link({ url: `https://example.org/${'a'.repeat(512)}` })))],
    ['url', body(row(link({ url: 'javascript:alert(1)' })))],
    ['custom_id', body(row(link({ url: 'https://example.org', custom_id: 'a' })))],
    ['an id twice', body({ ...text('a'), id: 3 }, { ...text('b'), id: 3 })],
  ])('%s', (fault, value) => {
    expect(breaches(value, message).join('\n')).toContain(fault);
  });

  test('who can see a message is fixed at its acknowledgement', () => {
    expect(breaches({ ...good, flags: 0 }, edit(V2))).toEqual([]);
    expect(breaches({ ...good, flags: V2 | MessageFlags.Ephemeral }, edit(0))).toHaveLength(1);
    expect(breaches({ flags: MessageFlags.Ephemeral }, deferred)).toEqual([]);
    expect(breaches({ flags: MessageFlags.Ephemeral | V2 }, deferred)).toHaveLength(1);
  });

  test('completion', () => {
    const choice = { name: 'a', value: 'b' };
    expect(
      breaches(
        Array.from({ length: 25 }, () => choice),
        choices,
      ),
    ).toEqual([]);
    expect(
      breaches(
        Array.from({ length: 26 }, () => choice),
        choices,
      ),
    ).toHaveLength(1);
    expect(breaches([{ name: '', value: 'b'.repeat(101) }], choices)).toHaveLength(2);
  });

  test('mentions count wherever they are not escaped, but not in code', () => {
    expect(mentions('<@123> `<@124>` <@&125> @everyone')).toEqual(['<@123>', '<@&125>', '@everyone']);
    expect(mentions('\\<@123> \\@here')).toEqual([]);
  });
});

const show = (content: string): APIContainerComponent[] => [
  {
    type: ComponentType.Container,
    components: [
      { type: ComponentType.TextDisplay, content },
      {
        type: ComponentType.ActionRow,
        components: [
          { type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'Go', custom_id: 'go' },
        ],
      },
    ],
  },
];

/** The smallest bot: it answers `/say`, shows `/slow` in steps, completes, and lets its button be clicked. */
async function startProbe({ env }: StandIn): Promise<Client> {
  const { DISCORD_API_URL: api, DISCORD_TOKEN: token } = env;
  const client = new Client({ intents: [], rest: { api }, allowedMentions: { parse: [] } });
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction).catch(() => {}));
  await client.login(token);
  await client.application?.commands.set([
    {
      name: 'say',
      description: 'Says',
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'words',
          description: 'Words',
          autocomplete: true,
        },
      ],
      integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    },
    { name: 'slow', description: 'Slowly', defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
  ]);
  return client;
}

async function answer(i: Interaction): Promise<void> {
  if (i.isAutocomplete()) await i.respond([{ name: i.options.getFocused(), value: 'v' }]);
  if (i.isButton()) await i.update({ components: show(`clicked by ${i.user.username}`) });
  if (!i.isChatInputCommand()) return;
  if (i.commandName === 'slow') {
    await i.deferReply({ flags: MessageFlags.Ephemeral });
    await i.editReply({ components: show('half'), flags: V2 });
    await i.editReply({ components: show('whole') });
    await i.followUp({ components: show('more'), flags: V2 });
  } else {
    const heard = `${i.options.getString('words')} ${i.locale} ${i.inGuild()} ${i.memberPermissions?.has('ManageGuild')}`;
    await i.reply({ components: show(heard), flags: V2 });
  }
}

describe('the stand-in and discord.js', () => {
  let standIn: StandIn;
  let client: Client;
  beforeAll(async () => {
    standIn = await startStandIn();
    client = await startProbe(standIn);
  });
  afterAll(async () => {
    await client.destroy();
    await standIn.close();
  });

  test('a command, in a server and in direct messages', async () => {
    const said = await standIn.person.invoke('say', { words: 'Hello' }, { permissions: 32n, locale: 'de' });
    expect(said.message).toMatchObject({ text: 'Hello de true true', ephemeral: false, labels: ['Go'] });
    const alone = await standIn.person.invoke('say', { words: 'Psst' }, { dm: true, install: 'user' });
    expect(alone.text).toBe('Psst en-US false undefined');
    expect(standIn.breaches).toEqual([]);
  });

  test('a click, by another person too', async () => {
    const { message: shown } = await standIn.person.invoke('say', { words: 'Hello' });
    const clicked = await standIn.person.click(shown, 'Go', { user: 'ben' });
    expect(clicked.text).toBe('clicked by ben');
    expect(clicked.message.message).toBe(shown.message);
    await expect(standIn.person.click(shown, 'Stop')).rejects.toThrow('among: Go');
  });

  test('completion', async () => {
    expect((await standIn.person.complete('say', 'words', 'he')).choices).toEqual([
      { name: 'he', value: 'v' },
    ]);
  });

  test('a deferred reply, whose edits meet 429 and 500', async () => {
    standIn.rateLimitNext('edit', 0.1);
    standIn.failNext('edit');
    const slow = await standIn.person.invoke('slow', {}, { permissions: 32n });
    await standIn.person.until(slow, ({ messages }) => messages.length === 2);
    expect(slow.progress).toEqual(['half', 'whole', 'more']);
    expect(slow.messages.map((m) => m.ephemeral)).toEqual([true, false]);
    expect(standIn.breaches).toEqual([]);
  });

  test('only those who may are offered a command, and only once is an interaction acknowledged', async () => {
    await expect(standIn.person.invoke('slow')).rejects.toThrow('needs the permissions 32');
    await expect(standIn.person.invoke('ask')).rejects.toThrow("isn't registered");
    const before = standIn.breaches.length;
    await standIn.person.invoke('say', { words: 'Hello' }, { copies: 2 });
    await sleep(50);
    expect(standIn.breaches.splice(before)).toEqual([expect.stringContaining('400 40060')]);
  });

  test('registered commands are filled in, and each write is noted', async () => {
    expect(standIn.commands.writes).toEqual(['PUT global: say, slow']);
    const [say] = standIn.commands.in(null);
    expect(say).toMatchObject({ nsfw: false, contexts: null, integration_types: [0, 1] });
    expect(say?.options[0]?.required).toBeUndefined();
  });

  test('a cut connection is resumed, and what happened meanwhile arrives', async () => {
    standIn.gateway.drop();
    const said = await standIn.person.invoke('say', { words: 'still here' });
    expect(said.text).toContain('still here');
    expect(standIn.gateway).toMatchObject({ resumes: 1, identifies: [0] });
  });

  test('a wrong token is refused', async () => {
    const response = await fetch(`${standIn.env.DISCORD_API_URL}/v10/users/@me`);
    expect(response.status).toBe(401);
    expect(standIn.breaches.splice(0)).toEqual([expect.stringContaining('401')]);
  });
});
