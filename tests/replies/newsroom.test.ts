import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import type { Change } from '../../src/corpus/store/change.js';
import { storyDifference } from '../../src/newsroom/difference.js';
import type { StoryPreview } from '../../src/newsroom/preview.js';
import type { NewsroomView } from '../../src/newsroom/view.js';
import { decodeId } from '../../src/replies/component-ids.js';
import type { Reply } from '../../src/replies/message.js';
import { newsroomReply } from '../../src/replies/newsroom.js';
import { corpusOf } from '../stories.js';
import { lengthOf, textsOf } from './discord-text.js';

const WILD = '**@everyone** <@1> [x](http://y) `z` ||s|| # > - ';
const long = WILD.repeat(40);
const article = (title: string, text: string) =>
  readArticle('a.txt', new TextEncoder().encode(`---\ntitle: ${JSON.stringify(title)}\n---\n${text}`));
const before = article(WILD, Array.from({ length: 50 }, (_, at) => `${at} ${long}`).join('\n\n'));
const after = article(
  `${WILD}!`,
  Array.from({ length: 50 }, (_, at) => `${at} ${WILD} ${long}`).join('\n\n'),
);
const difference = storyDifference(before, after);
const preview: StoryPreview = {
  article: before,
  passages: 50,
  statements: 60,
  voices: Array.from({ length: 30 }, () => ({ name: long, role: long, statements: 3, example: long })),
  doubts: Array.from({ length: 30 }, () => long),
  twin: { article: after, by: 'text', difference, isOwn: true },
  effect: 'replace',
};
const failures = Array.from({ length: 15 }, () => ({ name: long, reason: long }));
const change: Change = {
  id: 'abcd-_gh',
  at: '2026-05-23T10:00:00.000Z',
  by: { id: '1', name: long },
  action: long,
  undoes: 'ijklmnop',
  edits: Array.from({ length: 30 }, () => ({ kind: 'article', key: long, before: 'x', after: 'y' }) as const),
};
const feed = { url: `https://example.org/${'x'.repeat(900)}`, title: long, addedBy: long };
const corpus = corpusOf(`Headline\n\n“${long}” she said.\n\n${long}`);
const passages = corpus.passages.map((passage) => ({ passage, speakers: [] }));
const state = {
  readAt: 1,
  nextAt: 2,
  failures: 3,
  problem: long,
  validators: null,
  seen: [],
  attempts: {},
};
const P = 'AAAAAAAA';

/** Every kind of view at its worst. */
const VIEWS: NewsroomView[] = [
  { kind: 'notice', text: long },
  { kind: 'preview', pending: P, stories: [preview], failures, shown: 0 },
  { kind: 'preview', pending: P, stories: Array.from({ length: 12 }, () => preview), failures, shown: null },
  { kind: 'preview', pending: P, stories: Array.from({ length: 12 }, () => preview), failures, shown: 3 },
  { kind: 'preview', pending: null, stories: [], failures, shown: null },
  { kind: 'comparison', pending: P, shown: 0, story: preview },
  {
    kind: 'added',
    added: {
      stories: Array.from({ length: 30 }, () => ({ title: long, effect: 'add' as const })),
      change: P,
    },
    note: 'Other servers follow in a moment.',
  },
  { kind: 'added', added: { stories: [], change: null }, note: '' },
  {
    kind: 'stories',
    filter: long,
    total: 99,
    page: 3,
    pages: 12,
    stories: Array.from({ length: 8 }, () => ({ article: before, key: P, isOwn: false })),
  },
  { kind: 'stories', filter: 'x', total: 0, page: 0, pages: 1, stories: [] },
  {
    kind: 'story',
    article: before,
    key: P,
    isOwn: true,
    page: 1,
    pages: 3,
    passages: [...passages, ...passages, ...passages].slice(0, 6),
  },
  { kind: 'removal', pending: P, article: before, passages: 3, statements: 2, onlyHere: 1 },
  { kind: 'done', text: long, change: P },
  {
    kind: 'history',
    total: 99,
    page: 1,
    pages: 9,
    changes: Array.from({ length: 6 }, () => ({ change, isUndone: true, isTextKept: true, undoes: change })),
  },
  { kind: 'history', total: 0, page: 0, pages: 1, changes: [] },
  {
    kind: 'change',
    change,
    isUndone: false,
    isTextKept: true,
    undoes: change,
    edits: Array.from({ length: 5 }, () => ({ edit: change.edits[0]!, title: long, difference })),
    more: 25,
  },
  {
    kind: 'correction',
    pending: P,
    correction: { kind: 'merge', speaker: { key: P, name: long }, into: { key: P, name: long } },
    statements: 3,
    stories: 2,
  },
  {
    kind: 'feed-offer',
    pending: P,
    url: feed.url,
    title: long,
    items: 99,
    samples: Array.from({ length: 5 }, () => long),
  },
  { kind: 'feeds', feeds: Array.from({ length: 25 }, () => ({ feed, state })) },
  { kind: 'feeds', feeds: [] },
  {
    kind: 'feed-added',
    read: { feed, added: Array.from({ length: 20 }, () => long), left: 3, problem: null },
  },
  {
    kind: 'refreshed',
    outcome: { status: 'busy', refreshing: { by: long, since: new Date() } },
    feeds: Array.from({ length: 25 }, () => ({ feed, added: [], left: 0, problem: long })),
  },
];

function messageOf(view: NewsroomView): Reply {
  const reply = newsroomReply(view);
  if ('modal' in reply) throw new Error('That is a form');
  return reply;
}

function componentsOf(reply: Reply): number {
  return reply.components.reduce(
    (sum, c) =>
      sum +
      1 +
      c.components.reduce((n, inner) => n + 1 + ('components' in inner ? inner.components.length : 0), 0),
    0,
  );
}

describe('what moderators are shown', () => {
  it.each(VIEWS.map((view) => [view.kind, view] as const))('keeps to Discord’s limits: %s', (_, view) => {
    const reply = messageOf(view);
    expect(lengthOf(reply)).toBeLessThanOrEqual(4000);
    expect(componentsOf(reply)).toBeLessThanOrEqual(40);
    for (const text of textsOf(reply)) expect(text).not.toBe('');
    expect(reply.private).toBe(true);
  });

  it.each(VIEWS.map((view) => [view.kind, view] as const))(
    'lets nothing foreign have an effect: %s',
    (_, view) => {
      for (const text of textsOf(messageOf(view))) {
        const bare = text.replace(/\\./gu, '');
        expect(bare).not.toMatch(/@everyone|<@|\]\(|\|\||`z/u);
      }
    },
  );

  it.each(VIEWS.map((view) => [view.kind, view] as const))(
    'has buttons that can be read back: %s',
    (_, view) => {
      const ids = messageOf(view)
        .components.flatMap((c) => c.components)
        .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
        .flatMap((b) => ('custom_id' in b ? [b.custom_id] : []));
      expect(ids.filter((id) => decodeId(id)?.action !== 'newsroom')).toEqual([]);
    },
  );

  it('is a form for files, text and a link where nothing was given', () => {
    const reply = newsroomReply({ kind: 'add-form' });
    expect(reply).toMatchObject({ modal: { title: 'Add stories' } });
    expect('modal' in reply && reply.modal.components).toHaveLength(3);
  });

  it('counts the stories that there are to add, and says what comes of each', () => {
    const stories: StoryPreview[] = [
      preview,
      { ...preview, effect: 'add' },
      { ...preview, twin: null, effect: 'nothing' },
    ];
    const view = { kind: 'preview', pending: P, stories, failures: [], shown: null } as const;
    const shown = JSON.stringify(messageOf(view));
    expect(shown).toContain('**2 stories to add**');
    expect(shown).toContain('Add these 2');
    expect(shown).toContain('replaces the one that is there');
    expect(shown).toContain('another version: stands beside the first');
    expect(shown).toContain('is given twice');
    expect(JSON.stringify(messageOf({ ...view, shown: 1 }))).toContain('this one is added beside it');
  });

  it('keeps a short filter over the pages', () => {
    const reply = messageOf({
      kind: 'stories',
      filter: 'Überschrift',
      total: 9,
      page: 0,
      pages: 2,
      stories: [],
    });
    expect(JSON.stringify(reply)).toContain(Buffer.from('Überschrift').toString('base64url'));
  });
});
