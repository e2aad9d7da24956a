import { Agent, request as httpRequest } from 'node:http';
import type { Clock } from '../site.ts';
import { type FuzzAnswer, isBusy } from './judge.ts';
import type { FuzzRequest } from './requests.ts';

/** Longer than a function and the edge in front of it may take together. */
const patienceMs = 30_000;
/** A local cloud that has no more room says so. After so many times it is no moment any more. */
const mostTries = 40;

/** Sends to a site over HTTP exactly what it is given: no client of ours puts a path right on the way. */
export function openWire(
  site: string,
  clock: Pick<Clock, 'wait'>,
): { readonly send: (request: FuzzRequest) => Promise<FuzzAnswer>; readonly close: () => void } {
  const { hostname, port } = new URL(site);
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const once = ({ method, path, headers, body }: FuzzRequest) =>
    new Promise<FuzzAnswer & { readonly retryAfter?: string | undefined }>((resolve) => {
      const none = (error: Error) => resolve({ status: 0, type: '', text: error.message });
      const outgoing = httpRequest(
        {
          ...{ agent, hostname, port, method, path, timeout: patienceMs },
          // As browsers have it. A request that shows no mark of one is taken for a program.
          headers: {
            'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)',
            'sec-fetch-site': 'same-origin',
            ...headers,
            ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', none);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              type: response.headers['content-type'] ?? '',
              text: Buffer.concat(chunks).toString('utf8'),
              retryAfter: response.headers['retry-after'],
            }),
          );
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error(`none within ${patienceMs / 1000} s`)));
      outgoing.on('error', none);
      outgoing.end(body);
    });
  return {
    async send(request) {
      let answer = await once(request);
      for (let nth = 1; isBusy(answer, answer.retryAfter) && nth < mostTries; nth++) {
        await clock.wait(250 * nth);
        answer = await once(request);
      }
      return answer;
    },
    close: () => agent.destroy(),
  };
}
