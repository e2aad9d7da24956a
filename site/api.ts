import type { Problem } from '../contracts/refusals.ts';

/**
 * One way to ask the platform anything. Every act of a fan is safe to repeat: a join, a claim and a leave by nature, a
 * hold and an order by their idempotency key. So an act that got lost on the way is asked again, after a pause with
 * full jitter: anything from nothing up to a bound that doubles, so that a crowd does not come back in step. An act that
 * is `patient` is asked again for as long as the platform is too busy to answer, and one that `lasts` through other troubles
 * for as long as those last. An answer of 4xx is an answer and is never asked again. The answer is a value in every case.
 */

/** The effects that the browser gives this module. */
export interface Browser {
  /** `fetch` that gives up after `timeout` milliseconds. */
  readonly send: (url: string, init: RequestInit, timeout: number) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly chance: () => number;
  /** Milliseconds since the epoch, by this device. */
  readonly now: () => number;
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** How often to ask in all, 4 unless said otherwise. */
  readonly tries?: number;
  /** Given: tries that a busy platform did not answer are not counted. Called before each pause, to tell the fan. */
  readonly patient?: (again: Again) => void;
  /** Whether a patient act does not count a try that ended in this either. */
  readonly lasts?: (trouble: Trouble) => boolean;
  /** Milliseconds over which the crowd spreads itself, 4,000 unless said otherwise. */
  readonly spreadMs?: number | undefined;
  /** Milliseconds for one try, 8,000 unless said otherwise. */
  readonly timeout?: number;
  readonly cache?: RequestCache;
}

/** When the answer was given, for telling the time: see clock.ts. */
export interface Sighting {
  readonly sentAt: number;
  readonly gotAt: number;
  /** By the `date` of the answer, in whole seconds of the server's clock. */
  readonly datedAt?: number;
  /** How long a cache had kept it by then. */
  readonly ageMs: number;
}

/** Why there is no good answer: the platform said no, or nothing was heard. */
export type Trouble =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreachable' };

export type Answer<Body> =
  | { readonly ok: true; readonly status: number; readonly body: Body; readonly seen: Sighting }
  | { readonly ok: false; readonly trouble: Trouble };

const firstPause = 300;
const longestPause = 4_000;
/** A server may ask for more patience than that, within reason. */
const longestRequestedPause = 10_000;

/** Milliseconds before try number `n` (counted from 1 for the first repetition): full jitter, on top of what was asked for. */
export function pauseBefore(n: number, chance: number, retryAfterMs = 0, spreadMs = longestPause): number {
  return Math.min(longestRequestedPause, retryAfterMs) + chance * Math.min(spreadMs, firstPause * 2 ** n);
}

/** Asks, and asks again while that can help. */
export async function ask<Body>(browser: Browser, what: Ask): Promise<Answer<Body>> {
  let left = what.tries ?? 4;
  for (let n = 1; ; n += 1) {
    const tried = await askOnce<Body>(browser, what);
    if (tried.ok) return tried;
    const { trouble, again, retryAfterMs } = tried;
    if (!what.patient || (again !== 'busy' && !what.lasts?.(trouble))) left -= 1;
    if (!again || left < 1) return { ok: false, trouble };
    what.patient?.(again);
    await browser.wait(pauseBefore(n, browser.chance(), retryAfterMs, what.spreadMs));
  }
}

/** Asking once more can help. `busy`: because the platform has too much to do. */
export type Again = 'busy' | 'once more';
type Tried<Body> = Answer<Body> & { readonly again?: Again; readonly retryAfterMs?: number };

async function askOnce<Body>(browser: Browser, what: Ask): Promise<Tried<Body>> {
  const { timeout = 8_000 } = what;
  const sentAt = browser.now();
  let response: Response;
  let text: string;
  try {
    response = await browser.send(what.url, initOf(what), timeout);
    text = await response.text();
  } catch {
    // A connection that is lost fails at once, and a crowd is slow.
    return browser.now() - sentAt < timeout ? unheard : { ...unheard, again: 'busy' };
  }
  if (response.ok) {
    const body = parse(text);
    // A page of HTML where JSON should be is some network's sign-in page: not an answer of ours.
    if (body === undefined && text !== '') return unheard;
    const seen = sighting(response.headers, sentAt, browser.now());
    return { ok: true, status: response.status, body: body as Body, seen };
  }
  const trouble = troubleOf(response.status, parse(text));
  if (response.status < 500 && response.status !== 429) return { ok: false, trouble };
  const retryAfterMs = secondsIn(response.headers, 'retry-after');
  // A fan who may come back in a quarter of an hour should read that, not watch us try.
  if (retryAfterMs > longestRequestedPause && trouble.kind === 'refused') return { ok: false, trouble };
  // A fault of ours is no crowd, and a refusal has its own word.
  const busy = response.status !== 500 && (trouble.kind !== 'refused' || codeOf(trouble) === 'busy');
  return { ok: false, trouble, again: busy ? 'busy' : 'once more', ...(retryAfterMs >= 0 && { retryAfterMs }) };
}

const unheard = { ok: false, trouble: { kind: 'unreachable' }, again: 'once more' } as const;

/** Milliseconds; not a number where the header is not there. */
function secondsIn(headers: Headers, name: string): number {
  return Number.parseInt(headers.get(name) ?? '', 10) * 1000;
}

function initOf(what: Ask): RequestInit {
  return {
    method: what.method ?? 'GET',
    credentials: 'omit',
    headers: { ...(what.body !== undefined && { 'content-type': 'application/json' }), ...what.headers },
    ...(what.body !== undefined && { body: JSON.stringify(what.body) }),
    ...(what.cache && { cache: what.cache }),
  };
}

function sighting(headers: Headers, sentAt: number, gotAt: number): Sighting {
  const datedAt = Date.parse(headers.get('date') ?? '');
  const ageMs = secondsIn(headers, 'age') || 0;
  return { sentAt, gotAt, ageMs, ...(!Number.isNaN(datedAt) && { datedAt }) };
}

/** A file that is not there is missing. Without a document of ours, 403 and 404 mean the same. */
function troubleOf(status: number, body: unknown): Trouble {
  if (isProblem(body) && body.type !== '/problems/not-found') return { kind: 'refused', problem: body };
  if (status === 403 || status === 404) return { kind: 'missing' };
  return { kind: 'unreachable' };
}

function isProblem(body: unknown): body is Problem {
  const problem = body as Partial<Problem> | undefined | null;
  return typeof problem?.type === 'string' && typeof problem.title === 'string' && typeof problem.detail === 'string';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The code of a refusal, e.g. `pass-expired`; undefined when the trouble is another. */
export function codeOf(trouble: Trouble | undefined): string | undefined {
  return trouble?.kind === 'refused' ? trouble.problem.type.replace(/^.*\//, '') : undefined;
}

/** The fault of one field, e.g. `body.buyer.email`. */
export function fieldMessage(trouble: Trouble | undefined, field: string): string | undefined {
  if (trouble?.kind !== 'refused') return undefined;
  return trouble.problem.errors?.find((error) => error.field === field)?.message;
}
