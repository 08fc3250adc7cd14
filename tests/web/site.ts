import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';

/** A site on this machine, for tests. */
export interface Site {
  /** `127.0.0.1:<port>` */
  readonly host: string;
  readonly url: string;
  /** What was asked of it, in order. */
  readonly asked: readonly IncomingMessage[];
  close(): Promise<void>;
}

/** Starts a site that answers as it is told. It has no robots.txt unless the answers give one. */
export async function startSite(answer: RequestListener): Promise<Site> {
  const asked: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port.');
  const { port } = address;
  return {
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
