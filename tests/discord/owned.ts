import { page, rss, story } from '../newsroom/pages.js';
import { decodeId, encodeId, type ComponentId, type HitRef } from '../../src/replies/component-ids.js';
import { confirm, idIn, idsIn, isDone, MONA, paste } from './desk.js';
import type { Newsroom } from './newsroom.js';
import type { Outcome } from './stand-in/person.js';
import { idOf } from './stand-in/world.js';

/** What a site answers that a server reads a feed of. */
export const SITE: Readonly<Record<string, string>> = {
  '/feed': rss([{ title: 'The sluice opens', content: story('sluice') }]),
  '/page': page('The weir is mended', story('weir')),
};

const FEAST = `The lantern feast

“The paper moons burn until dawn,” Selma Quist said. The square of Hollin was full.

“Nobody counts the candles,” Selma Quist said.
`;
const PARADE = `The lantern parade

“We march to the chapel,” Orla Venn said.
`;

/** Words that only what the server owns has: its stories, speakers, corrections, feed and people. */
export const WORDS = [
  'lantern',
  'dawn',
  'selma',
  'quist',
  'hollin',
  'candles',
  'orla',
  'venn',
  'chapel',
  'ottilie',
  'sluice',
  'ada stone',
  'valley news',
  'mona',
];

/** Everything by which what a server owns can be named. */
export interface Owned {
  readonly question: string;
  readonly words: string;
  readonly title: string;
  /** What names its stories: completion's value, the short key, the title; one that was removed, too. */
  readonly stories: readonly string[];
  readonly storyKey: string;
  readonly passage: string;
  readonly speakers: readonly string[];
  readonly speakerKey: string;
  readonly feeds: readonly string[];
  readonly feedUrl: string;
  readonly changes: readonly string[];
  readonly pending: readonly string[];
  /** The ids of all buttons and selects that its moderators have seen. */
  readonly seen: readonly string[];
}

/** Lets a server's moderator add stories, remove one, read a feed, rename a speaker, and leave some things unconfirmed. */
export async function own({ person }: Newsroom, url: string): Promise<Owned> {
  const seen: string[] = [];
  const noted = (outcome: Outcome): Outcome => {
    seen.push(...outcome.messages.flatMap(idsIn));
    return outcome;
  };
  const call = async (path: string, values = {}) =>
    noted(await person.invoke(`corpus ${path}`, values, { ...MONA, until: isDone }));
  const yes = async (shown: Outcome) => noted(await confirm(person, shown));
  const press = async (shown: Outcome, id: string) =>
    noted(await person.press(shown.message, id, null, { ...MONA, until: isDone }));

  const panel = await call('settings');
  await person.press(panel.message, 't:log', [idOf('channel log')], MONA);
  await yes(noted(await paste(person, FEAST)));
  await yes(noted(await paste(person, PARADE)));
  const question = 'How long do the paper moons burn?';
  const answer = noted(await person.invoke('ask', { question }));
  const { choices: named } = await person.complete('corpus show', 'story', 'lantern', MONA);
  await yes(await call('remove', { story: 'The lantern parade' }));
  await yes(await call('feed add', { link: `${url}/feed` }));
  await yes(await call('speaker rename', { speaker: 'Selma Quist', name: 'Ottilie Quist' }));
  const corrected = noted(await person.invoke('ask', { question }));
  noted(await person.click(corrected.message, 'Wrong speaker?', MONA));

  const several = await paste(person, `${FEAST}\nThe band played on.\n`);
  const pending = [noted(several), await call('remove', { story: 'The lantern feast' })];
  pending.push(await call('speaker rename', { speaker: 'Ottilie Quist', name: 'Orla Quist' }));
  const list = await call('list', { filter: 'lantern feast' });
  const show = idIn(list.message, 'n:story:');
  await press(list, show);
  const history = await call('history');
  await press(history, idIn(history.message, 'n:change'));
  const { choices: feeds } = await person.complete('corpus feed remove', 'feed', '', MONA);

  const ids = seen.flatMap((id) => decodeId(id) ?? []);
  const firstOf = (verb: string) =>
    ids.flatMap((id) => (id.action === 'newsroom' && id.verb === verb ? [id.arguments[0] ?? ''] : []));
  const { passage } = read(idIn(answer.message, 'c:'), 'context');
  const speakerKey = read(idIn(answer.message, 'w:'), 'who').speaker;
  const storyKey = show.split(':')[2] ?? '';
  return {
    question,
    words: 'The paper moons burn until dawn',
    title: 'The lantern feast',
    stories: [
      ...named.map((c) => String(c.value)),
      `#${storyKey}`,
      'The lantern feast',
      'The lantern parade',
    ],
    storyKey,
    passage,
    speakers: [speakerKey, 'Selma Quist', 'Ottilie Quist'],
    speakerKey,
    feeds: [...feeds.map((c) => String(c.value)), 'Valley news', `${url}/feed`],
    feedUrl: `${url}/feed`,
    changes: [...new Set(firstOf('change'))],
    pending: pending.map((shown) => idIn(shown.message, 'n:confirm').split(':')[2] ?? ''),
    seen: [...new Set(seen)],
  };
}

/** Ids that would do something to what is owned, of each kind that there is. */
export const FORGED: Readonly<
  Record<ComponentId['action'], (owned: Owned, me: string) => readonly ComponentId[]>
> = {
  page: ({ passage }, owner) => [{ action: 'page', owner, page: 0, hits: [whole(passage)] }],
  share: ({ passage }, owner) => [{ action: 'share', owner, page: 0, hits: [whole(passage)] }],
  context: ({ passage }) => [{ action: 'context', passage }],
  who: ({ speakerKey: speaker }, owner) => [
    { action: 'who', owner, speaker, page: 0 },
    { action: 'who', owner: null, speaker, page: 0 },
  ],
  post: () => [{ action: 'post', owner: idOf('user ada') }],
  delete: () => [{ action: 'delete', owner: idOf('user ada') }],
  wrong: ({ passage }) => [{ action: 'wrong', hit: whole(passage) }],
  correct: ({ passage }) =>
    (['speaker', 'other', 'hide', 'next'] as const).map((how) => ({
      action: 'correct',
      how,
      hit: whole(passage),
      statement: 0,
    })),
  settings: () =>
    (['log', 'roles', 'channels', 'private-on', 'private-off', 'private', 'cooldown'] as const).map(
      (field) => ({
        action: 'settings',
        field,
      }),
    ),
  newsroom: (owned) =>
    Object.entries(VERBS).flatMap(([verb, given]) =>
      given(owned).map((values) => ({ action: 'newsroom', verb, arguments: values }) as const),
    ),
};

/** The same for moderators' buttons, by their verb. */
export const VERBS: Readonly<Record<string, (owned: Owned) => readonly (readonly string[])[]>> = {
  confirm: ({ pending }) => pending.flatMap((id) => [[id], [id, 'beside']]),
  cancel: ({ pending }) => pending.map((id) => [id]),
  look: ({ pending }) => pending.flatMap((id) => [[id], [id, '0']]),
  compare: ({ pending }) => pending.map((id) => [id, '0']),
  stories: () => [['0'], ['0', Buffer.from('feast').toString('base64url')]],
  story: ({ storyKey }) => [[storyKey, '0']],
  remove: ({ storyKey }) => [[storyKey]],
  history: () => [['0']],
  change: ({ changes }) => changes.map((id) => [id]),
  undo: ({ changes }) => changes.map((id) => [id]),
  add: () => [[]],
};

/** The texts of all forged ids. */
export function forgedIds(owned: Owned, me: string): string[] {
  return Object.values(FORGED).flatMap((ids) => ids(owned, me).map(encodeId));
}

const whole = (passage: string): HitRef => ({ passage, sentence: null });

function read<A extends ComponentId['action']>(id: string, action: A): Extract<ComponentId, { action: A }> {
  const decoded = decodeId(id);
  if (decoded?.action !== action) throw new Error(`${id} is no ${action}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return decoded as Extract<ComponentId, { action: A }>;
}
