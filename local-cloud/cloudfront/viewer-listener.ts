/** The door to a distribution: plain HTTP on this machine, which stands for HTTPS to the world. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readBody } from '../http/body.ts';
import type { Host, HostRequest, HostResponse } from '../kind.ts';
import { ownError } from './error-pages.ts';

/** Bytes. CloudFront passes on more, but nothing behind it here takes as much: an HTTP API takes 10 MB. */
const LARGEST_BODY = 12 * 1024 * 1024;
const LONGEST_URL = 8_192;
/** CloudFront's own bound on the headers of a request. */
const LARGEST_HEADERS = 20_480;

const nothing = Buffer.alloc(0);

export function viewerServer(host: Host, log: (line: string) => void): Server {
  return createServer({ maxHeaderSize: LARGEST_HEADERS, noDelay: true }, viewerListener(host, log));
}

/** Answers the requests of a server of one's own. */
export function viewerListener(
  host: Host,
  log: (line: string) => void,
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = await hostRequest(incoming);
    const response: HostResponse = request === undefined ? tooLarge(incoming) : await host(request);
    const { cookies } = response;
    outgoing.writeHead(response.status, { ...response.headers, ...(cookies && { 'set-cookie': [...cookies] }) });
    outgoing.end(response.body);
  };
  return (incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      log(
        `${incoming.method} ${incoming.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      const failed = ownError(500, 'The local CDN failed.', 'Error');
      if (!outgoing.headersSent) outgoing.writeHead(failed.status, failed.headers);
      outgoing.end(failed.body);
    });
  };
}

async function hostRequest(incoming: IncomingMessage): Promise<HostRequest | undefined> {
  const url = incoming.url ?? '/';
  const hasBody =
    incoming.headers['content-length'] !== undefined || incoming.headers['transfer-encoding'] !== undefined;
  const body = hasBody ? await readBody(incoming, LARGEST_BODY) : nothing;
  if (body === undefined || url.length > LONGEST_URL) return undefined;
  const at = url.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: pathOf(at < 0 ? url : url.slice(0, at)),
    query: at < 0 ? '' : url.slice(at + 1),
    headers: joined(incoming.headers),
    body,
    clientIp: (incoming.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
  };
}

/** A request line may name a whole address (`GET http://host/path`); only the path counts. */
function pathOf(target: string): string {
  if (target.startsWith('/')) return target;
  return /^https?:\/\/[^/]*(\/.*)?$/i.exec(target)?.[1] ?? '/';
}

/** Node has joined repeated headers already, with two exceptions that come as lists. */
function joined(headers: IncomingMessage['headers']): Record<string, string> {
  const plain = headers as Record<string, string | string[]>;
  for (const name in plain) {
    const value = plain[name];
    if (Array.isArray(value)) plain[name] = value.join(', ');
  }
  return plain as Record<string, string>;
}

function tooLarge(incoming: IncomingMessage) {
  return (incoming.url ?? '').length > LONGEST_URL
    ? ownError(414, 'The address is too long.', 'Error')
    : ownError(413, 'The request is too large.', 'Error');
}
