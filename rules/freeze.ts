import type { FreezeFile, FreezeSpan, FreezeWindow } from '../contracts/freeze.ts';

/*
 * A freeze has a beginning and an end. Before it begins whoever keeps the plan may change it; from then on it can be made
 * longer and no shorter, and an owner alone lifts it, for hours.
 *
 *     scheduled ──from──▶ frozen ──until──▶ over
 *                          │  ▲
 *                     lift ▼  │ the lift is over, or ended
 *                         lifted
 *
 * All times are milliseconds since the epoch. Each holds from its beginning on, and no more at its end.
 */

export const noFreeze: FreezeFile = { v: 1, windows: [] };

const hourMs = 3_600_000;

/** A lift is for one change that cannot wait. */
export const longestLiftMs = 4 * hourMs;

/** A freeze that nobody remembers would keep a house from publishing. */
export const longestFreezeMs = 14 * 24 * hourMs;

const holds = ({ from, until }: FreezeSpan, now: number): boolean => from <= now && now < until;

/** The window because of which the house is frozen now; undefined if it is not. */
export function frozenBy({ windows }: FreezeFile, now: number): FreezeWindow | undefined {
  return windows.find((window) => holds(window, now) && !window.lifted.some((lift) => holds(lift, now)));
}

/** Until when owners have lifted what would be frozen now; undefined if nothing is lifted. */
export function liftedUntil(file: FreezeFile, now: number): number | undefined {
  if (frozenBy(file, now)) return undefined;
  const standing = file.windows.filter((window) => holds(window, now));
  const ends = standing.flatMap(({ lifted }) => lifted.filter((lift) => holds(lift, now)).map(({ until }) => until));
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** The window that an on-sale's run-up set and that is not over. */
export function windowOf({ windows }: FreezeFile, onSale: string, now: number): FreezeWindow | undefined {
  return windows.find((window) => window.onSale === onSale && now < window.until);
}

export type FreezeChange =
  | { readonly ok: true; readonly file: FreezeFile }
  | { readonly ok: false; readonly why: 'begun' | 'not-frozen' | 'backwards' | 'over' | 'too-long' };

export function scheduled(file: FreezeFile, onSale: string, { from, until }: FreezeSpan, now: number): FreezeChange {
  const standing = windowOf(file, onSale, now);
  if (until <= from) return { ok: false, why: 'backwards' };
  if (until <= now) return { ok: false, why: 'over' };
  if (until - from > longestFreezeMs) return { ok: false, why: 'too-long' };
  if (!standing || now < standing.from) return kept(file, { onSale, from, until, lifted: [] }, now);
  if (from !== standing.from || until < standing.until) return { ok: false, why: 'begun' };
  return kept(file, { ...standing, until }, now);
}

export function unscheduled(file: FreezeFile, onSale: string, now: number): FreezeChange {
  const standing = windowOf(file, onSale, now);
  if (standing && standing.from <= now) return { ok: false, why: 'begun' };
  return { ok: true, file: { v: 1, windows: file.windows.filter((window) => window !== standing) } };
}

/** Lifts all that freezes the house now. A lift that stands already is made as long as is asked. */
export function lifted(file: FreezeFile, until: number, now: number): FreezeChange {
  if (!file.windows.some((window) => holds(window, now))) return { ok: false, why: 'not-frozen' };
  if (until <= now) return { ok: false, why: 'over' };
  if (until - now > longestLiftMs) return { ok: false, why: 'too-long' };
  const windows = file.windows.map((window) =>
    holds(window, now) ? { ...window, lifted: [...ended(window, now), { from: now, until }] } : window,
  );
  return { ok: true, file: { v: 1, windows } };
}

export function liftEnded(file: FreezeFile, now: number): FreezeChange {
  return {
    ok: true,
    file: { v: 1, windows: file.windows.map((window) => ({ ...window, lifted: ended(window, now) })) },
  };
}

/** The lifts as they were, none of them beyond now. */
function ended({ lifted: lifts }: FreezeWindow, now: number): readonly FreezeSpan[] {
  return lifts
    .map(({ from, until }) => ({ from, until: Math.min(until, now) }))
    .filter(({ from, until }) => from < until);
}

/** One window an on-sale. What has been over for a day is forgotten. */
function kept({ windows }: FreezeFile, window: FreezeWindow, now: number): FreezeChange {
  const others = windows.filter(({ onSale, until }) => onSale !== window.onSale && now < until + 24 * hourMs);
  return { ok: true, file: { v: 1, windows: [...others, window].sort((one, other) => one.from - other.from) } };
}
