import { onTestFinished } from 'vitest';
import { createLog } from '../../src/log.js';
import type { Context } from '../../src/commands/command.js';
import { OPERATOR, type Scope } from '../../src/corpus/store/change.js';
import { openStore } from '../../src/corpus/store/open.js';
import { createNewsroom, type Newsroom } from '../../src/newsroom/newsroom.js';
import { pressed } from '../../src/discord/newsroom-presses.js';
import type { NewsroomView } from '../../src/newsroom/view.js';
import { Libraries } from '../../src/search/libraries.js';
import { createFetcher } from '../../src/web/create-fetcher.js';
import { folderWith } from '../folder.js';
import { sharedReader } from '../search/index/shared-reader.js';
import { startSite, type Site } from '../web/site.js';

export const SERVER = '100000000000000001';
export const OTHER_SERVER = '100000000000000002';
export const DANA = { id: '200000000000000001', name: 'Dana' };
export const OPERATORS = 'Old bridge\n\n“The bridge is old,” said Uma Field, a mason.';

/** What a page of a site answers with: its body, or a status, or both and headers. */
export type Answer = string | { status?: number; body?: string; headers?: Record<string, string> };

/** A newsroom over a folder and a site, all real, that is gone when the test is. */
export class Room {
  readonly site: Site;
  /** What the site answers, by path; all else is not found. */
  readonly pages: Record<string, Answer>;
  readonly reports: string[] = [];
  readonly folders: { readonly data: string; readonly corpus: string };
  newsroom: Newsroom;

  private constructor(
    site: Site,
    pages: Record<string, Answer>,
    folders: Room['folders'],
    newsroom: Newsroom,
  ) {
    this.site = site;
    this.pages = pages;
    this.folders = folders;
    this.newsroom = newsroom;
  }

  static async open(pages: Record<string, Answer> = {}): Promise<Room> {
    const folders = { data: folderWith({}), corpus: folderWith({ 'bridge.txt': OPERATORS }) };
    const site = await startSite((request, response) => {
      const answer = pages[request.url ?? ''] ?? { status: 404 };
      const {
        status = 200,
        body = '',
        headers = {},
      } = typeof answer === 'string' ? { body: answer } : answer;
      const isKnown = headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag'];
      response.writeHead(isKnown ? 304 : status, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(isKnown ? '' : body);
    });
    onTestFinished(() => site.close());
    const room = new Room(site, pages, folders, await newsroomAt(folders, site));
    room.newsroom.onReport((_, text) => room.reports.push(text));
    onTestFinished(() => close(room.newsroom));
    return room;
  }

  /** Ends the process' work on the folders and begins again. */
  async restart(): Promise<void> {
    await close(this.newsroom);
    this.newsroom = await newsroomAt(this.folders, this.site);
  }

  async context(scope: Scope = SERVER): Promise<Context> {
    return {
      library: await this.newsroom.libraries.ready(scope),
      newsroom: this.newsroom,
      scope,
      actor: DANA,
      privateAnswers: false,
      now: new Date('2026-05-23T10:00:00Z'),
      last: null,
      onProgress: () => {},
    };
  }

  /** Presses a button of a moderator's message. */
  async press(verb: string, values: readonly string[] = [], scope: Scope = SERVER): Promise<NewsroomView> {
    const id = { action: 'newsroom', verb, arguments: values } as const;
    const outcome = await pressed(await this.context(scope), id);
    if (outcome.kind !== 'newsroom') throw new Error(`That came to ${outcome.kind}`);
    return outcome.view;
  }

  /** The headlines that a scope sees. */
  async titles(scope: Scope = SERVER): Promise<string[]> {
    const { index } = await this.newsroom.libraries.ready(scope);
    return [...index.corpus.articles.values()].map((a) => a.title).toSorted();
  }
}

async function newsroomAt({ data, corpus }: Room['folders'], { host }: Site): Promise<Newsroom> {
  const store = await openStore({ folder: data, operatorArticles: corpus });
  const libraries = await Libraries.open({ folder: corpus, store, reader: sharedReader });
  const fetcher = createFetcher(
    { privateHosts: [host], attachmentHosts: [host], userAgent: 'OnRecordTest/1' },
    { gap: 0 },
  );
  return createNewsroom({ store, libraries, fetcher, log: createLog({ level: 'silent', token: null }) });
}

async function close({ store, libraries }: Newsroom): Promise<void> {
  await libraries.close();
  await store.close();
}

/** A view of a kind, for a test that expects it. */
export function expectKind<K extends NewsroomView['kind']>(
  view: NewsroomView,
  kind: K,
): Extract<NewsroomView, { kind: K }> {
  if (view.kind !== kind) throw new Error(`That is ${view.kind}, not ${kind}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return view as Extract<NewsroomView, { kind: K }>;
}

export { OPERATOR };
export { page, rss, story } from './pages.js';
