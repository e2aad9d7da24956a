import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { FallbackAnswer, FallbackPlace } from '../../../rules/run-up/fallback-reached.ts';

/** The venue's old site may be slow, and fans wait longer than this for no page. */
const patienceMs = 10_000;

/**
 * Asks the fallback once, by GET, as fans reach it: at its own address and by the name of the site. Nothing that the caller
 * of a function sends goes into it, no redirect is followed, and the page itself is not read. Never throws.
 */
export function askFallback(
  { at, as }: FallbackPlace,
  mostMs = patienceMs,
  clock: () => number = () => performance.now(),
): Promise<FallbackAnswer> {
  const began = clock();
  const tookMs = () => Math.round(clock() - began);
  const url = new URL('/', at);
  const signal = AbortSignal.timeout(mostMs);
  const options = {
    method: 'GET',
    // The certificate must be that of the name that fans come by.
    servername: as,
    headers: { host: as, accept: 'text/html', 'accept-language': 'en', 'user-agent': 'stampede-fallback' },
    agent: false,
    signal,
  } as const;
  return new Promise((done) => {
    const asked = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, options, (answer) => {
      const { statusCode: status = 0, headers } = answer;
      const { location } = headers;
      done({ status, tookMs: tookMs(), ...(location !== undefined && { location }) });
      answer.destroy();
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      done({ fault: signal.aborted ? 'TimeoutError' : (error.code ?? error.name), tookMs: tookMs() });
    });
    asked.end();
  });
}
