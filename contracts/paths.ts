/** A page carries only those that it uses, since each is an export of its own. */
export * as header from './headers.ts';
export * as published from './published.ts';

/** The `cache-control` of each kind of published file. */
export const cacheControl = {
  /** A new version has a new name. */
  immutable: 'public, max-age=31536000, immutable',
  /** A second old at most; served stale for a while rather than not at all. */
  board: 'public, max-age=1, stale-while-revalidate=5, stale-if-error=600',
  /** Written every ten seconds: how full each date is. */
  dates: 'public, max-age=10, stale-while-revalidate=10, stale-if-error=60',
  /** Corrected now and then by staff. */
  catalogue: 'public, max-age=15, stale-while-revalidate=60, stale-if-error=86400',
  /** As the site's own pages: one address is another page in another language (`siteCacheControl`). */
  page: 'public, max-age=0, s-maxage=60, stale-if-error=86400, must-revalidate',
} as const;
