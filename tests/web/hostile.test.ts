import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FetchError } from '../../src/errors.js';
import { isPublic } from '../../src/web/address.js';
import { createFetcher } from '../../src/web/create-fetcher.js';
import { startSite, type Site } from './site.js';

const quick = { gap: 0, time: 3000 };
const plain = { privateHosts: [], attachmentHosts: [], userAgent: 'OnRecordTest/1' };

/** A site on this machine that nothing may ever reach. */
let trap: Site;
beforeAll(async () => {
  trap = await startSite((_, response) => response.end('secret'));
});
afterAll(() => trap.close());

/** Answers every name with the given addresses. */
function resolving(...addresses: string[]): LookupFunction {
  return (_, __, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
}

describe('addresses that are refused', () => {
  test.each([
    // IPv4, however it is written
    'http://127.0.0.1/',
    'http://127.1/',
    'http://127.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0x7f.1/',
    'http://127.0.0.1./',
    'http://0/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0xa9fea9fe/',
    'http://2852039166/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://198.18.0.1/',
    'http://192.0.2.1/',
    // Figures of other scripts
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://１２７.０.０.１/',
    // IPv6, and IPv4 in it
    'http://[::1]/',
    'http://[::]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[::127.0.0.1]/',
    'http://[::7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fe80::1%25eth0]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    // Names of private networks
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://ⓛocalhost/',
    'http://printer/',
    'http://printer.local/',
    'http://metadata.google.internal/',
    // Credentials, ports, schemes, and what is no address
    'http://me@news.example/',
    'http://me:secret@news.example/',
    'http://news.example@127.0.0.1/',
    'http://news.example:22/',
    'http://news.example:8080/',
    'https://news.example:6379/',
    'ftp://news.example/',
    'file:///etc/passwd',
    'gopher://news.example/',
    'data:text/html,hello',
    'javascript:alert(1)',
    'ws://news.example/',
    'blob:https://news.example/1',
    '//news.example/',
    'news.example',
    'http://',
    'http://[::1',
    'http://256.256.256.256/',
    `https://news.example/${'a'.repeat(2000)}`,
    '',
  ])('%s', async (url) => {
    let looked = 0;
    const lookup: LookupFunction = (_, __, callback) => {
      looked++;
      callback(new Error('a name was looked up'), []);
    };
    const fetcher = createFetcher(plain, { ...quick, lookup });
    await expect(fetcher.page(url)).rejects.toThrow(FetchError);
    await expect(fetcher.feed(url, null)).rejects.toThrow(FetchError);
    expect(looked).toBe(0);
  });

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    'fe80::1',
  ])('a public name that leads to %s', async (address) => {
    const fetcher = createFetcher(plain, { ...quick, lookup: resolving(address) });
    await expect(fetcher.page('http://news.example/')).rejects.toThrow("isn't public");
  });

  test('a name with a public and a private address', async () => {
    const fetcher = createFetcher(plain, { ...quick, lookup: resolving('192.0.2.7', '127.0.0.1') });
    await expect(fetcher.page('http://news.example/')).rejects.toThrow("isn't public");
  });

  test('a name whose answer is private from the second time on', async () => {
    let looked = 0;
    const lookup: LookupFunction = (host, options, callback) => {
      looked++;
      // Of the public addresses, one that nobody has.
      resolving(looked === 1 ? '3f00::1' : '127.0.0.1')(host, options, callback);
    };
    const fetcher = createFetcher(plain, { ...quick, time: 300, lookup });
    await expect(fetcher.page('http://rebind.example/')).rejects.toThrow(FetchError);
    expect(looked).toBe(1);
    await expect(fetcher.page('http://rebind.example/')).rejects.toThrow("isn't public");
    expect(looked).toBe(2);
  });

  test('a redirect to a private address, in every notation', async () => {
    const port = trap.host.split(':')[1];
    const targets = [
      trap.url,
      `http://localhost:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      'http://169.254.169.254/',
      'file:///etc/passwd',
      'http://me:pw@news.example/',
      '//127.1/',
    ];
    const site = await startSite((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(302, { location: targets[Number(request.url?.slice(1))] }).end();
    });
    const fetcher = createFetcher({ ...plain, privateHosts: [site.host] }, quick);
    for (const at of targets.keys())
      await expect(fetcher.page(`${site.url}/${at}`)).rejects.toThrow(FetchError);
    expect(trap.asked).toHaveLength(0);
    await site.close();
  });

  test('a robots.txt that leads to a private address', async () => {
    const site = await startSite((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(301, { location: trap.url }).end();
      else response.end('page');
    });
    const fetcher = createFetcher({ ...plain, privateHosts: [site.host] }, quick);
    await expect(fetcher.page(site.url)).rejects.toThrow(FetchError);
    expect(trap.asked).toHaveLength(0);
    await site.close();
  });
});

describe('private hosts that the operator names', () => {
  test('are read by that name and port alone', async () => {
    const fetcher = createFetcher(
      { ...plain, privateHosts: ['Intranet.example', '127.0.0.1:1'] },
      {
        ...quick,
        lookup: resolving('127.0.0.1'),
      },
    );
    await expect(fetcher.page('http://other.example/')).rejects.toThrow("isn't public");
    await expect(fetcher.page(`http://intranet.example:${trap.host.split(':')[1]}/`)).rejects.toThrow(
      'ports',
    );
    await expect(fetcher.page(trap.url)).rejects.toThrow('ports');
    expect(trap.asked).toHaveLength(0);
  });

  test('are reached under a name that leads to this machine', async () => {
    const port = trap.host.split(':')[1];
    const site = await startSite((_, response) => response.end('inside'));
    const sitePort = site.host.split(':')[1];
    const fetcher = createFetcher(
      { ...plain, privateHosts: [`intranet.example:${sitePort}`] },
      {
        ...quick,
        lookup: resolving('127.0.0.1'),
      },
    );
    const { bytes } = await fetcher.page(`http://intranet.example:${sitePort}/a`);
    expect(Buffer.from(bytes).toString()).toBe('inside');
    await expect(fetcher.page(`http://intranet.example:${port}/a`)).rejects.toThrow(FetchError);
    await site.close();
  });
});

describe('attachments', () => {
  test.each([
    'http://cdn.discordapp.com/attachments/1/2/a.txt',
    'https://cdn.discordapp.com:8443/a.txt',
    'https://cdn.discordapp.com.news.example/a.txt',
    'https://cdn.discordapp.com./a.txt',
    'https://cdn.discordapp.com@news.example/a.txt',
    'https://news.example/cdn.discordapp.com/a.txt',
    'https://discordapp.com/a.txt',
    'http://127.0.0.1/a.txt',
  ])('are not read from %s', async (url) => {
    await expect(createFetcher(plain, quick).attachment(url, 10)).rejects.toThrow(FetchError);
  });

  test('are not read from Discord’s host where its name leads to a private address', async () => {
    const fetcher = createFetcher(plain, { ...quick, lookup: resolving('127.0.0.1') });
    await expect(fetcher.attachment('https://cdn.discordapp.com/a.txt', 10)).rejects.toThrow("isn't public");
  });

  test('come from a host that the operator names, which may not lead elsewhere', async () => {
    const site = await startSite((request, response) => {
      if (request.url === '/a.txt') response.end('text');
      else response.writeHead(302, { location: `${trap.url}/a.txt` }).end();
    });
    const fetcher = createFetcher({ ...plain, attachmentHosts: [site.host] }, quick);
    const { bytes } = await fetcher.attachment(`${site.url}/a.txt`, 4);
    expect(Buffer.from(bytes).toString()).toBe('text');
    await expect(fetcher.attachment(`${site.url}/b.txt`, 4)).rejects.toThrow('Discord alone');
    await expect(fetcher.page(`${site.url}/a.txt`)).rejects.toThrow(FetchError);
    await expect(fetcher.attachment(`${site.url}/a.txt`, 9_000_000)).rejects.toThrow('too large');
    expect(trap.asked).toHaveLength(0);
    await site.close();
  });
});

test('addresses on the internet proper are public', () => {
  for (const address of ['1.1.1.1', '8.8.8.8', '93.184.216.34', '2606:4700:4700::1111', '2a00:1450:4001::1'])
    expect(isPublic(address)).toBe(true);
});
