import { Agent, type IncomingMessage, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Site, SiteAnswer, SiteAsk } from './site.ts';

/** How long a fan waits for an answer before they count it as none. */
const patience = 15_000;

/** Told of every exchange, in milliseconds. */
export type ExchangeWitness = (ask: SiteAsk, answer: SiteAnswer, took: number) => void;

/** The way to a site by its name, as a telephone's resolver leads there. */
export interface ByName {
  /** Address of a proxy. */
  readonly proxy: string;
  readonly domainName: string;
}

/** Pages ask for what lines publish at a name of its own, which no switch turns. */
const nameOf = ({ path }: SiteAsk, { domainName }: ByName): string =>
  path.startsWith('/lines/') ? `live.${domainName}` : domainName;

/**
 * The site over HTTP, on connections that are kept and shared. Bodies that many fans read alike (board,
 * plan, season) are parsed once per content: the driver shares two cores with the cloud it drives.
 */
export function openSite(
  address: string,
  witness: ExchangeWitness,
  now: () => number,
  by?: ByName,
): Site & { close(): void } {
  const { hostname, port } = new URL(by?.proxy ?? address);
  const agent = new Agent({ keepAlive: true, maxSockets: 128, scheduling: 'lifo' });
  const parsed = new Map<string, { readonly bytes: Buffer; readonly value: unknown }>();

  const read = (ask: SiteAsk, response: IncomingMessage, bytes: Buffer): unknown => {
    if (bytes.length === 0) return undefined;
    // A challenge has no header of its fan's, and is nobody else's all the same.
    const shared = ask.method === 'GET' && !ask.headers && ask.step !== 'challenge';
    const before = shared ? parsed.get(ask.path) : undefined;
    if (before?.bytes.equals(bytes)) return before.value;
    const text = response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
    const value = parse(text.toString('utf8'));
    if (shared) parsed.set(ask.path, { bytes, value });
    return value;
  };

  const exchange = (ask: SiteAsk): Promise<SiteAnswer> =>
    new Promise((resolve) => {
      const none = () => resolve({ status: 0, body: undefined });
      const payload = ask.body === undefined ? undefined : JSON.stringify(ask.body);
      const outgoing = request(
        {
          agent,
          hostname,
          port,
          method: ask.method,
          path: by ? `http://${nameOf(ask, by)}${ask.path}` : ask.path,
          timeout: patience,
          headers: {
            accept: 'application/json',
            'accept-encoding': 'gzip',
            // As browsers do. A request that shows none of their marks is taken for a program, and kept back.
            'accept-language': 'en-GB,en;q=0.9',
            'sec-fetch-site': 'same-origin',
            ...(payload !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(payload),
            }),
            ...(by && { host: nameOf(ask, by) }),
            ...ask.headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', none);
          response.on('end', () => {
            const status = response.statusCode ?? 0;
            const bytes = Buffer.concat(chunks);
            const body = read(ask, response, bytes);
            // A page of somebody else, who was asked in our place, is no answer.
            if (status < 300 && bytes.length > 0 && body === undefined) return none();
            const cached = `${response.headers['x-cache']}`.startsWith('Hit');
            const retryAfterMs = 1000 * Number.parseInt(`${response.headers['retry-after']}`, 10);
            resolve({
              status,
              body,
              cached,
              ...(status >= 400 && { problem: problemCode(status, body) }),
              ...(retryAfterMs > 0 && { retryAfterMs }),
            });
          });
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')));
      outgoing.on('error', none);
      outgoing.end(payload);
    });

  return {
    async ask(ask) {
      const started = now();
      const answer = await exchange(ask);
      witness(ask, answer, now() - started);
      return answer;
    },
    close: () => agent.destroy(),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // HTML, or cut off: the caller sees a status without a body.
    return undefined;
  }
}

/**
 * The code of a problem document. A code that the platform never sends is kept apart from those that it does: a refusal must
 * have a document, and a fault may be answered by a service of AWS in the place of a function that died.
 */
function problemCode(status: number, body: unknown): string {
  const type = (body as { type?: unknown } | undefined)?.type;
  if (typeof type !== 'string') return status >= 500 ? 'fault-without-a-document' : 'not-a-problem-document';
  return type.replace(/^\/problems\//, '');
}
