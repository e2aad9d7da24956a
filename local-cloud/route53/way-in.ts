/**
 * The way of a browser by name: an HTTP proxy on the loopback address that asks a resolver as a telephone network does, and
 * leads to what runs here at the end of the name. `chromium --proxy-server=<its address> http://tickets.example.org` sees
 * a flip as fans do, when the resolver has forgotten the old answer.
 *
 *     browser ──http://tickets.example.org/──▶ resolver ──▶ d1.cloudfront.net   the distribution, in process
 *                                                      └──▶ old.example.org     a stand-in on this machine
 */
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream';
import { viewerListener } from '../cloudfront/viewer-listener.ts';
import type { Host } from '../kind.ts';
import { atOther } from './at-other.ts';
import { endOf, type Resolver } from './resolver.ts';

export interface Ends {
  /** Hosts of this cloud by their domain names. */
  readonly hosts: ReadonlyMap<string, Host>;
  /** Addresses of others that run here, by their names. */
  readonly others: ReadonlyMap<string, string>;
}

export function wayIn(resolver: Resolver, { hosts, others }: Ends, log: (line: string) => void): Server {
  const lead = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const name = nameIn(incoming);
    if (name === undefined) return say(outgoing, 400, 'This is a proxy. Ask it for http://<name>/.');
    const reply = await resolver.resolve({ name, type: 'A' }, Date.now());
    const end = endOf(name, reply);
    const host = hosts.get(end);
    const other = others.get(end);
    if (host) viewerListener(host, log)(incoming, outgoing);
    else if (other !== undefined) passOn(incoming, outgoing, other);
    else say(outgoing, 502, `${name} leads to ${end} (${reply.code}), which does not run here.`);
  };
  const server = createServer((incoming, outgoing) => {
    lead(incoming, outgoing).catch((error: unknown) => {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      if (!outgoing.headersSent) say(outgoing, 502, 'The way in failed.');
      else outgoing.destroy();
    });
  });
  server.on('connect', (_request, socket) => {
    // A browser that gives up resets it.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 501 Plain HTTP only\r\nconnection: close\r\n\r\n');
  });
  return server;
}

/** Of a request to a proxy, which names a whole address. */
function nameIn({ url = '' }: IncomingMessage): string | undefined {
  return url.startsWith('http://') && URL.canParse(url) ? new URL(url).hostname : undefined;
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, to: string): void {
  const { pathname, search } = new URL(incoming.url ?? '');
  const { method, headers } = incoming;
  const onward = httpRequest(atOther(to, pathname, search), { method, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    pipeline(answer, outgoing, () => {});
  });
  onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : say(outgoing, 502, `${to} does not answer.`)));
  pipeline(incoming, onward, () => {});
}

function say(outgoing: ServerResponse, status: number, sentence: string): void {
  outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}
