/**
 * One edge location's cache. Concurrent requests for one thing become one request to the origin, so that a thousand
 * fans on one board are one read. An answer that cannot be shared is fetched for each.
 *
 *     absent ──fetch──▶ fresh ──▶ stale, still good enough: answered at once, one fetch behind the scenes
 *                         ▲              │
 *                         └──304 / new───┴──▶ stale: fetched first; if that fails, it may stand in,
 *                                              and the origin is left alone for a while
 */
import type { HostResponse } from '../kind.ts';
import type { Lifetime } from './freshness.ts';

/** The result of a fetch: an answer, and how long it may be used. */
export interface Fetched {
  readonly response: HostResponse;
  readonly lifetime: Lifetime;
  /** The origin failed (5xx), whatever the answer was made into: a stale one is better. */
  readonly failed: boolean;
  /** Milliseconds to leave the origin alone for when a stale answer stands in for this one. */
  readonly backOff: number;
}

/** Asks the origin; with validators it may answer 304. Never rejects: a dead origin is a 502 or 504. */
export type Fetch = (validators: Readonly<Record<string, string>>) => Promise<Fetched>;

export type CacheOutcome = 'hit' | 'miss' | 'refresh-hit';

export interface Served {
  readonly response: HostResponse;
  readonly outcome: CacheOutcome;
  /** Seconds since it came from the origin; absent when it just did. */
  readonly age?: number;
}

interface StoredResponse {
  readonly response: HostResponse;
  readonly storedAt: number;
  readonly freshUntil: number;
  readonly staleUntil: number;
  readonly standInUntil: number;
  /** The origin failed: not to be asked again before. */
  readonly leaveAloneUntil: number;
}

export class ResponseCache {
  readonly #now: () => number;
  readonly #isStuck: () => boolean;
  readonly #capacity: number;
  readonly #entries = new Map<string, StoredResponse>();
  readonly #underWay = new Map<string, Promise<{ readonly served: Served; readonly shared: boolean }>>();
  #bytes = 0;

  /**
   * `now`: milliseconds since the epoch. `capacity`: bytes kept; the least recently used go first. `isStuck`: what is kept is
   * given however old it is, which is a fault.
   */
  constructor(now: () => number, capacity = 256 * 1024 * 1024, isStuck = () => false) {
    this.#now = now;
    this.#isStuck = isStuck;
    this.#capacity = capacity;
  }

  /** Answers without asking anyone: a fresh answer, or undefined. */
  fresh(key: string): Served | undefined {
    const entry = this.#entries.get(key);
    if (!entry || this.#now() >= entry.freshUntil) return undefined;
    return this.#hit(key, entry);
  }

  /** An answer of which only errors are ever kept: each request is a fetch of its own. */
  async pass(key: string, fetch: Fetch): Promise<Served> {
    return this.fresh(key) ?? (await this.#fetchInto(key, fetch)).served;
  }

  async serve(key: string, fetch: Fetch): Promise<Served> {
    const now = this.#now();
    const entry = this.#entries.get(key);
    if (entry) {
      if (this.#isStuck() || now < entry.freshUntil || now < entry.leaveAloneUntil) return this.#hit(key, entry);
      if (now < entry.staleUntil) {
        if (!this.#underWay.has(key)) void this.#ask(key, fetch);
        return this.#hit(key, entry);
      }
    }
    const waitingFor = this.#underWay.get(key);
    if (!waitingFor) return (await this.#ask(key, fetch)).served;
    const { served, shared } = await waitingFor;
    if (!shared) return (await this.#fetchInto(key, fetch)).served;
    return { ...served, outcome: 'hit', age: served.age ?? 0 };
  }

  /** Forgets every answer whose path matches. Patterns as in an invalidation: `*` only at the end. */
  invalidate(patterns: readonly string[]): void {
    for (const key of [...this.#entries.keys()]) {
      const path = key.slice(key.indexOf('/')).split(/[?\n]/)[0] ?? '';
      const matches = (pattern: string) =>
        pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
      if (patterns.some(matches)) this.#forget(key);
    }
  }

  #ask(key: string, fetch: Fetch): Promise<{ readonly served: Served; readonly shared: boolean }> {
    const asking = this.#fetchInto(key, fetch).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, asking);
    return asking;
  }

  async #fetchInto(key: string, fetch: Fetch): Promise<{ readonly served: Served; readonly shared: boolean }> {
    const old = this.#entries.get(key);
    const { response: answered, lifetime, failed, backOff } = await fetch(old ? validatorsOf(old.response) : {});
    const now = this.#now();
    const response = dated(answered, now);
    if (response.status === 304 && old) {
      const headers = { ...old.response.headers, ...pick(response.headers, renewedBy304) };
      const renewed = { ...old.response, headers };
      this.#keep(key, renewed, lifetime, now);
      return { served: { response: renewed, outcome: 'refresh-hit' }, shared: true };
    }
    if (failed && old && old.response.status < 400 && now < old.standInUntil) {
      // The old answer keeps its age; only the next question to the origin is put off.
      const waiting = { ...old, leaveAloneUntil: Math.min(now + backOff, old.standInUntil) };
      if (this.#entries.get(key) === old) this.#entries.set(key, waiting);
      return { served: this.#hit(key, waiting), shared: true };
    }
    if (lifetime.keep) this.#keep(key, response, lifetime, now);
    else this.#forget(key);
    return { served: { response, outcome: 'miss' }, shared: lifetime.keep && lifetime.fresh > 0 };
  }

  #hit(key: string, entry: StoredResponse): Served {
    // A map keeps the order of insertion. An entry that is used goes to the end, and leaves last.
    if (this.#entries.delete(key)) this.#entries.set(key, entry);
    const age = Math.max(0, Math.floor((this.#now() - entry.storedAt) / 1000));
    return { response: entry.response, outcome: 'hit', age };
  }

  #keep(key: string, response: HostResponse, lifetime: Lifetime, now: number): void {
    this.#forget(key);
    const freshUntil = now + lifetime.fresh;
    this.#entries.set(key, {
      response,
      storedAt: now,
      freshUntil,
      staleUntil: freshUntil + lifetime.staleWhileRevalidate,
      standInUntil: lifetime.staleIfError === undefined ? Number.POSITIVE_INFINITY : freshUntil + lifetime.staleIfError,
      leaveAloneUntil: 0,
    });
    this.#bytes += weight(key, response);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#capacity) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const entry = this.#entries.get(key);
    if (entry && this.#entries.delete(key)) this.#bytes -= weight(key, entry.response);
  }
}

/** With the time at which it was made. It keeps this time for as long as it is kept: `age` is counted from it. */
function dated(response: HostResponse, now: number): HostResponse {
  return { ...response, headers: { date: new Date(now).toUTCString(), ...response.headers } };
}

const renewedBy304 = ['cache-control', 'date', 'etag', 'expires', 'last-modified'];

/** Some half a kilobyte of headers and bookkeeping beside the body, so that empty answers fill a cache too. */
function weight(key: string, response: HostResponse): number {
  return key.length + response.body.length + 512;
}

function validatorsOf(response: HostResponse): Record<string, string> {
  const { etag, 'last-modified': lastModified } = response.headers;
  if (response.status !== 200) return {};
  return {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

function pick(headers: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
