import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * The stand-in for the venue's old site, to which the failover switch sends fans: one page, whatever is asked for. It asks
 * by what name they came, as a real one must, and answers other names with 421.
 */

export interface OldSite {
  readonly url: string;
  stop(): Promise<void>;
}

const page = '<!doctype html><html lang="en"><title>Box office</title><h1>We will be back soon</h1></html>';

/** @param name The name of the site, which fans come by. */
export async function startOldSite(name: string): Promise<OldSite> {
  const server = createServer((request, response) => {
    const isOurs = request.headers.host === name;
    response.writeHead(isOurs ? 200 : 421, { 'content-type': 'text/html; charset=utf-8' }).end(isOurs ? page : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
