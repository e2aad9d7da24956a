/**
 * Asks an origin: a host of this cloud by its domain name, in process, or a server on the loopback
 * address for real. Nothing else is reachable from a laptop's CDN, so any other name is a 502, and an
 * answer that takes longer than the origin may is a 504.
 */
import { Agent, request as httpRequest } from 'node:http';
import type { Host, HostRequest, HostResponse } from '../kind.ts';
import type { OriginConfig } from './distribution-config.ts';
import { ownError } from './error-pages.ts';

export type AskOrigin = (origin: OriginConfig, request: HostRequest) => Promise<HostResponse>;

/** `hosts` is read at each request, since hosts may come after the distribution. */
export function originAsker(
  hosts: ReadonlyMap<string, Host>,
  log: (line: string) => void,
): { readonly ask: AskOrigin; readonly stop: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });

  const ask: AskOrigin = async (origin, request) => {
    const host = hosts.get(origin.domain) ?? (isLoopback(origin.domain) ? realHost(origin, agent) : undefined);
    if (!host) {
      return ownError(502, `CloudFront wasn't able to resolve the origin domain name ${origin.domain}.`, 'Error');
    }
    try {
      return await withinTime(host(request), origin.readTimeout * 1000, () =>
        ownError(504, 'The origin did not answer in time.', 'Error'),
      );
    } catch (error) {
      log(
        `${origin.domain} ${request.method} ${request.path}: ${error instanceof Error ? error.message : String(error)}`,
      );
      return ownError(502, 'CloudFront wasn’t able to connect to the origin.', 'Error');
    }
  };
  return { ask, stop: () => agent.destroy() };
}

function isLoopback(domain: string): boolean {
  return domain === 'localhost' || domain === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(domain);
}

function withinTime<T>(answer: Promise<T>, milliseconds: number, otherwise: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise()), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function realHost(origin: OriginConfig, agent: Agent): Host {
  return (request) =>
    new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        {
          agent,
          host: origin.domain,
          port: origin.httpPort,
          method: request.method,
          path: request.query === '' ? request.path : `${request.path}?${request.query}`,
          headers: { ...request.headers, 'content-length': String(request.body.length) },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 502,
              headers: Object.fromEntries(
                Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
              ),
              body: Buffer.concat(chunks),
            }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(request.body);
    });
}
