/**
 * Where the published files lie. The same path is the object's key in the published bucket (without
 * the leading slash) and the path under which the CDN serves it.
 */
export const published = {
  /** Every season's shows and on-sales: `Season`. Short-lived in caches. */
  season: () => '/catalogue/season.json',
  /** One show with its performances: `ShowFile`. Short-lived in caches. */
  show: (show: string) => `/catalogue/shows/${show}.json`,
  /** One performance with plan and prices: `PerformanceFile`. Short-lived in caches. */
  performance: (performance: string) => `/catalogue/performances/${performance}.json`,
  /** One immutable version of a venue plan: `Plan`. */
  plan: (plan: string) => `/catalogue/plans/${plan}.json`,
  /** What a line promises before anyone joins: `LineFile`. Never changes after the line was opened. */
  line: (onSale: string) => `/lines/${onSale}/line.json`,
  /** The state of a line: `Board`. Cached for a second. */
  board: (onSale: string) => `/lines/${onSale}/board.json`,
  /** The draw of one round: `DrawSheet`. Immutable. */
  drawSheet: (onSale: string, round: number) => `/lines/${onSale}/rounds/${round}.json`,
  /** Every act on a line: `Ledger`. Grows; cached as briefly as the board. */
  ledger: (onSale: string) => `/lines/${onSale}/ledger.json`,
  /** Which rounds are drawn, so that they can be fetched: `Rounds`. Cached as briefly as the board. */
  rounds: (onSale: string) => `/lines/${onSale}/rounds.json`,
  /** What seating says of an on-sale's seats, for the pacemaker: `Stock`. */
  stock: (onSale: string) => `/stock/${onSale}.json`,
} as const;

/** The `cache-control` of each kind of published file. */
export const cacheControl = {
  /** A new version has a new name. */
  immutable: 'public, max-age=31536000, immutable',
  /** A second old at most; served stale for a while rather than not at all. */
  board: 'public, max-age=1, stale-while-revalidate=5, stale-if-error=600',
  /** Corrected now and then by staff. */
  catalogue: 'public, max-age=15, stale-while-revalidate=60, stale-if-error=86400',
} as const;

/** Headers of our own that cross the edge. Lower case, as every layer sees them. */
export const header = {
  pass: 'stampede-pass',
  receipt: 'stampede-receipt',
  /** Lets a fan in again after an error of ours. */
  voucher: 'stampede-voucher',
  /** Secret between CDN and API: requests without it did not come through the edge. */
  origin: 'stampede-origin',
  idempotencyKey: 'idempotency-key',
  /** The right to see one order, given with the order. */
  orderKey: 'stampede-order-key',
} as const;
