import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { FetchError } from '../../src/errors.js';
import { createFetcher, type FetcherTerms } from '../../src/web/create-fetcher.js';
import type { Fetcher } from '../../src/web/fetcher.js';
import { startSite, type Site } from './site.js';

const sites: Site[] = [];
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

/** A site whose robots.txt allows all, and a fetcher that may read it. */
async function siteWith(
  answer: RequestListener,
  terms: Partial<FetcherTerms> = {},
): Promise<{ site: Site; fetcher: Fetcher }> {
  const site = await startSite((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else answer(request, response);
  });
  sites.push(site);
  return { site, fetcher: fetcherFor(site, terms) };
}

function fetcherFor(site: Site, terms: Partial<FetcherTerms> = {}): Fetcher {
  const options = { privateHosts: [site.host], attachmentHosts: [site.host], userAgent: 'OnRecordTest/1' };
  return createFetcher(options, { gap: 0, time: 3000, ...terms });
}

function textOf({ bytes }: { readonly bytes: Uint8Array }): string {
  return Buffer.from(bytes).toString();
}

describe('a page', () => {
  test('is given with where it came from and its type', async () => {
    const { site, fetcher } = await siteWith((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new#part' }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: '"1"' }).end('hello');
    });
    const found = await fetcher.page(`${site.url}/old`);
    expect(textOf(found)).toBe('hello');
    expect(found).toMatchObject({
      url: `${site.url}/new`,
      contentType: 'text/html; charset=utf-8',
      validators: { etag: '"1"', lastModified: null },
    });
    expect(site.asked.at(-1)?.headers['user-agent']).toBe('OnRecordTest/1');
  });

  test.each([
    ['gzip', gzipSync('hello')],
    ['br', brotliCompressSync('hello')],
    ['deflate', deflateSync('hello')],
  ])('is unpacked from %s', async (encoding, body) => {
    const { site, fetcher } = await siteWith((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    expect(textOf(await fetcher.page(site.url))).toBe('hello');
  });

  const bomb = Buffer.alloc(30_000_000);
  test.each([
    ['gzip', gzipSync(bomb)],
    ['br', brotliCompressSync(bomb)],
    ['deflate', deflateSync(bomb)],
  ])('that is small in %s and large unpacked is refused', async (encoding, body) => {
    expect(body.length).toBeLessThan(100_000);
    const { site, fetcher } = await siteWith((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    await expect(fetcher.page(site.url)).rejects.toThrow('at most 5 MB');
  });

  test('that says it is large is refused before it is read', async () => {
    const { site, fetcher } = await siteWith((_, response) => {
      response.writeHead(200, { 'content-length': '6000000' }).write('x');
    });
    const start = Date.now();
    await expect(fetcher.page(site.url)).rejects.toThrow('at most 5 MB');
    expect(Date.now() - start).toBeLessThan(2000);
  });

  test('that has no end is refused', async () => {
    const { site, fetcher } = await siteWith((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
      };
      response.on('drain', more);
      more();
    });
    await expect(fetcher.page(site.url)).rejects.toThrow('at most 5 MB');
  });

  test.each([
    ['nothing at all', () => {}],
    [
      'a head, and then nothing',
      (_: unknown, response: Parameters<RequestListener>[1]) => void response.writeHead(200).write('x'),
    ],
  ])('of which comes %s is given up in time', async (_, answer) => {
    const { site, fetcher } = await siteWith(answer, { time: 300 });
    await expect(fetcher.page(site.url)).rejects.toThrow('takes too long');
  });

  test('has its time in all, over its redirects', async () => {
    const { site, fetcher } = await siteWith(
      (_, response) => void setTimeout(() => response.writeHead(302, { location: '/on' }).end(), 150),
      { time: 400 },
    );
    await expect(fetcher.page(site.url)).rejects.toThrow('takes too long');
  });

  test.each([
    ['gzip', 'this is not packed', 'broken'],
    ['br', 'this is not packed', 'broken'],
    ['gzip, br', 'twice packed', "can't be unpacked"],
    ['zstd', 'of another kind', "can't be unpacked"],
  ])('that can’t be unpacked from %s is refused', async (encoding, body, why) => {
    const { site, fetcher } = await siteWith((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    await expect(fetcher.page(site.url)).rejects.toThrow(why);
  });

  test('is followed over five redirects, and no further', async () => {
    const { site, fetcher } = await siteWith((request, response) => {
      const at = Number(request.url?.slice(1));
      if (at === 0) response.end('there');
      else response.writeHead(302, { location: `/${at - 1}` }).end();
    });
    expect(textOf(await fetcher.page(`${site.url}/5`))).toBe('there');
    await expect(fetcher.page(`${site.url}/6`)).rejects.toThrow('leads on');
  });

  test.each([
    [404, 'no such page'],
    [403, "doesn't let programs"],
    [429, 'too often'],
    [503, 'in trouble'],
    [304, 'no page'],
  ])('that answers %i is refused with why', async (status, why) => {
    const { site, fetcher } = await siteWith((_, response) => response.writeHead(status).end());
    await expect(fetcher.page(site.url)).rejects.toThrow(why);
  });

  test('of a host that is gone, or speaks no HTTP, is refused with why', async () => {
    const { site, fetcher } = await siteWith((request) => void request.socket.end('SSH-2.0\r\n'));
    await expect(fetcher.page(site.url)).rejects.toThrow(FetchError);
    await site.close();
    await expect(fetcher.page(`${site.url}/again`)).rejects.toThrow("can't be reached");
  });
});

describe('robots.txt', () => {
  async function withRobots(status: number, robots: string): Promise<{ site: Site; fetcher: Fetcher }> {
    const site = await startSite((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(status).end(robots);
      else response.end('page');
    });
    sites.push(site);
    return { site, fetcher: fetcherFor(site) };
  }

  test('is asked once, and followed', async () => {
    const { site, fetcher } = await withRobots(200, 'User-agent: *\nDisallow: /private');
    expect(textOf(await fetcher.page(`${site.url}/a`))).toBe('page');
    await expect(fetcher.page(`${site.url}/private/a`)).rejects.toThrow('robots.txt');
    await expect(fetcher.feed(`${site.url}/private/feed`, null)).rejects.toThrow('robots.txt');
    expect(site.asked.map(({ url }) => url)).toEqual(['/robots.txt', '/a']);
  });

  test('may speak to this program alone', async () => {
    const { site, fetcher } = await withRobots(200, 'User-agent: onrecordtest\nDisallow: /');
    await expect(fetcher.page(site.url)).rejects.toThrow('robots.txt');
  });

  test('forbids all where the site can’t give it', async () => {
    const { site, fetcher } = await withRobots(503, '');
    await expect(fetcher.page(site.url)).rejects.toThrow('in trouble');
  });

  test('doesn’t hold for attachments', async () => {
    const { site, fetcher } = await withRobots(200, 'User-agent: *\nDisallow: /');
    expect(textOf(await fetcher.attachment(`${site.url}/a.txt`, 4))).toBe('page');
  });
});

describe('a host', () => {
  test('is asked one thing at a time, with a pause between', async () => {
    let open = 0;
    let most = 0;
    const begun: number[] = [];
    const { site, fetcher } = await siteWith(
      (_, response) => {
        begun.push(Date.now());
        most = Math.max(most, ++open);
        setTimeout(() => {
          open--;
          response.end('page');
        }, 30);
      },
      { gap: 100 },
    );
    await Promise.all([1, 2, 3].map((at) => fetcher.page(`${site.url}/${at}`)));
    expect(most).toBe(1);
    expect((begun[2] ?? 0) - (begun[0] ?? 0)).toBeGreaterThan(200);
  });

  test('that fails once is asked again', async () => {
    let times = 0;
    const { site, fetcher } = await siteWith((_, response) =>
      response.writeHead(times++ === 0 ? 500 : 200).end('page'),
    );
    await expect(fetcher.page(site.url)).rejects.toThrow('in trouble');
    expect(textOf(await fetcher.page(site.url))).toBe('page');
  });
});

test('a feed that hasn’t changed gives nothing', async () => {
  const { site, fetcher } = await siteWith((request, response) => {
    const known = request.headers['if-none-match'] === '"7"';
    response
      .writeHead(known ? 304 : 200, { etag: '"7"', 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' })
      .end(known ? undefined : '<rss/>');
  });
  const first = await fetcher.feed(`${site.url}/feed`, null);
  expect(first?.validators).toEqual({ etag: '"7"', lastModified: 'Mon, 02 Mar 2026 10:00:00 GMT' });
  expect(await fetcher.feed(`${site.url}/feed`, first?.validators ?? null)).toBeNull();
  expect(site.asked.at(-1)?.headers['if-modified-since']).toBe('Mon, 02 Mar 2026 10:00:00 GMT');
});
