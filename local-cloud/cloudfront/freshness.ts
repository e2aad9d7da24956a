/**
 * How long an answer may be used, and how long after that it may still stand in for a better one. CloudFront reads
 * `s-maxage`, then `max-age`, then `expires`, else it takes the default TTL. It keeps the time between the least and
 * the greatest TTL. A least TTL above 0 wins even over `no-store`. The two stale directives reach no further than the
 * greatest TTL. Some errors are kept too, for a time of their own.
 *
 *     |---- fresh ----|-- stale-while-revalidate --|
 *                     |---------- stale-if-error ----------|
 */
export interface Ttls {
  /** Seconds. */
  readonly minTtl: number;
  readonly defaultTtl: number;
  readonly maxTtl: number;
}

/** All in milliseconds. */
export interface Lifetime {
  /** May be kept at all. */
  readonly keep: boolean;
  readonly fresh: number;
  readonly staleWhileRevalidate: number;
  /**
   * How long it may stand in for an error after it went stale. Absent if the origin said nothing: then for as long as
   * it is here.
   */
  readonly staleIfError?: number;
}

const notKept: Lifetime = { keep: false, fresh: 0, staleWhileRevalidate: 0, staleIfError: 0 };

/** Of an answer below 400. `now` in milliseconds since the epoch, for `expires`. */
export function lifetimeOf(headers: Readonly<Record<string, string>>, ttls: Ttls, now: number): Lifetime {
  if (ttls.maxTtl === 0) return notKept;
  const directives = directivesOf(headers['cache-control']);
  const forbidden = directives.has('no-store') || directives.has('private');
  if (forbidden && ttls.minTtl === 0) return notKept;

  const asked = directives.has('no-cache') || forbidden ? 0 : askedSeconds(headers, directives, now);
  const fresh = asked === undefined ? Math.max(ttls.minTtl, ttls.defaultTtl) : clamp(asked, ttls);
  const strict = directives.has('must-revalidate') || directives.has('proxy-revalidate');
  const staleWhile = strict ? 0 : (seconds(directives, 'stale-while-revalidate') ?? 0);
  const staleError = strict ? 0 : seconds(directives, 'stale-if-error');
  return {
    keep: true,
    fresh: fresh * 1000,
    staleWhileRevalidate: Math.min(staleWhile, ttls.maxTtl) * 1000,
    ...(staleError !== undefined && { staleIfError: Math.min(staleError, ttls.maxTtl) * 1000 }),
  };
}

/** CloudFront always keeps these, */
const keptErrors = new Set([404, 405, 414, 500, 501, 502, 503, 504]);
/** and these only when the origin says for how long. */
const keptOnRequest = new Set([400, 403, 412, 415]);

/**
 * Of an answer of 400 or above. `errorTtl` is the distribution's least seconds for this status; no `no-store` of the
 * origin shortens it. `maxTtl` is the cache policy's greatest.
 */
export function errorLifetimeOf(
  status: number,
  headers: Readonly<Record<string, string>>,
  errorTtl: number,
  maxTtl: number,
  now: number,
): Lifetime {
  const asked = askedSeconds(headers, directivesOf(headers['cache-control']), now);
  const kept = keptErrors.has(status) || (keptOnRequest.has(status) && asked !== undefined);
  const fresh = Math.max(errorTtl, Math.min(asked ?? 0, maxTtl));
  return kept && fresh > 0 ? { keep: true, fresh: fresh * 1000, staleWhileRevalidate: 0, staleIfError: 0 } : notKept;
}

function askedSeconds(
  headers: Readonly<Record<string, string>>,
  directives: ReadonlyMap<string, string>,
  now: number,
): number | undefined {
  const age = seconds(directives, 's-maxage') ?? seconds(directives, 'max-age');
  if (age !== undefined) return age;
  if (headers.expires === undefined) return undefined;
  const expires = Date.parse(headers.expires);
  // RFC 9111, 5.3: a date that cannot be read means "already expired".
  return Number.isNaN(expires) ? 0 : Math.max(0, Math.floor((expires - now) / 1000));
}

function clamp(value: number, ttls: Ttls): number {
  return Math.max(ttls.minTtl, Math.min(value, ttls.maxTtl));
}

function seconds(directives: ReadonlyMap<string, string>, name: string): number | undefined {
  const value = directives.get(name);
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

function directivesOf(header: string | undefined): Map<string, string> {
  const directives = new Map<string, string>();
  if (!header) return directives;
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', value = ''] = part.split('=');
    directives.set(name.trim(), value.trim().replace(/^"|"$/g, ''));
  }
  return directives;
}
