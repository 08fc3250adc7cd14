import { pipeline } from 'node:stream/promises';
import type { LookupFunction } from 'node:net';
import type { Duplex, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { request as send } from 'undici';
import { FetchError } from '../errors.js';
import type { Allowed } from './address.js';
import { failure } from './failure.js';
import { guardedAgent, openAgent } from './guard.js';

/** What one request is made with. */
export interface RequestTerms {
  readonly lookup: LookupFunction;
  readonly headers: Readonly<Record<string, string>>;
  /** The most bytes that are taken, counted after decompression. */
  readonly limit: number;
  /** Tells when the time is spent. */
  readonly signal: AbortSignal;
}

/** What one request gave: redirects are not followed. */
export interface Response {
  readonly status: number;
  /** The first value of a header; null where there is none. */
  header(name: string): string | null;
  /** Empty unless the status is of success. */
  readonly bytes: Uint8Array;
}

/** Makes one request, on a connection of its own. @throws FetchError */
export async function request({ url, privately }: Allowed, terms: RequestTerms): Promise<Response> {
  const agent = privately ? openAgent(terms.lookup) : guardedAgent(terms.lookup);
  try {
    const { statusCode, headers, body } = await send(url, {
      dispatcher: agent,
      headers: { ...terms.headers, 'accept-encoding': 'gzip, br' },
      signal: terms.signal,
    });
    // What an answer's rest says when the connection is cut is of no interest: whoever reads it hears of errors there.
    body.on('error', () => {});
    const header = (name: string) => [headers[name]].flat()[0] ?? null;
    const good = statusCode >= 200 && statusCode < 300;
    const bytes = good ? await read(body, header, terms.limit, terms.signal) : new Uint8Array();
    return { status: statusCode, header, bytes };
  } catch (error) {
    throw failure(url, error);
  } finally {
    await agent.destroy();
  }
}

async function read(
  body: Readable,
  header: (name: string) => string | null,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const decoder = decoderOf(header('content-encoding'));
  if (Number(header('content-length') ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  };
  try {
    await (decoder ? pipeline(body, decoder, collect, { signal }) : pipeline(body, collect, { signal }));
  } catch (error) {
    // A pipeline that is broken off may tell of the connection that it cut instead of why.
    throw size > limit ? tooLarge(limit) : error;
  }
  return Buffer.concat(chunks);
}

function decoderOf(encoding: string | null): Duplex | null {
  switch (encoding?.trim().toLowerCase() || 'identity') {
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      throw new FetchError(
        `The site packs its pages in a way that can't be unpacked (${encoding}): open the page and paste its text instead.`,
      );
  }
}

/** What a person is told of a page that has too many bytes. */
export function tooLarge(limit: number): FetchError {
  return new FetchError(
    `It is too large: at most ${limit / 1024 / 1024} MB are read. Give the text of the story alone.`,
  );
}
