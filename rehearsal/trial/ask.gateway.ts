import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { AskTrial } from './step-patience.ts';
import type { WalkDeps } from './walk.ts';

/** A CDN may take so long for a file that it has to fetch first, and for a function that starts. */
const patienceMs = 15_000;

/** A request without the marks of a browser is taken for a program, and kept back. It is one, and says so by its name. */
const marks = { 'accept-language': 'en-GB,en;q=0.9', 'sec-fetch-site': 'same-origin', 'user-agent': 'stampede-trial' };

export function openAsk(site: string): AskTrial {
  return async ({ method, path, headers, body }) => {
    try {
      const answer = await fetch(new URL(path, site), {
        method,
        headers: { ...marks, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(patienceMs),
      });
      const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
      const text = await answer.text();
      return { status: answer.status, type, body: /json$/.test(type) && text ? JSON.parse(text) : '' };
    } catch (error) {
      // No connection, no answer in time, or JSON that was cut off. A page asks again after each.
      return { status: 0, type: '', body: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** All that a walk needs of the machine and of the site. */
export function walkerAt(site: string, open: WalkDeps['open']): WalkDeps {
  return {
    open,
    ask: openAsk(site),
    clock: { now: Date.now, wait: (milliseconds) => wait(milliseconds) },
    chance: () => randomBytes(16).toString('base64url'),
  };
}
