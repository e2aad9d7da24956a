import type { HoldRefusal } from '../../../contracts/house.ts';

/**
 * All that one fan has, or was answered, in one on-sale: the record that the fan polls, and the one
 * place where the limit of seats is kept, whatever the number of performances and of allocators at work
 * on them. An entry *counts* its seats while it is held and live, or sold; the count never exceeds the limit.
 * Seats are counted before they are taken in their sections, and until they are given back there,
 * so a basket may for a moment count more than the fan has, and never less.
 *
 *      ┌──▶ refused
 *   ask ──▶ held ──▶ sold ──▶ returned   held and past its time is lapsed, without being written
 *      │      ├────▶ released            lost: a sale came too late, and somebody else has the seats
 *      │      └────▶ lost                returned: the order gave all its seats back
 *      └──▶ lapsed                       the ask itself came too late
 */
export type Entry =
  | (Counted & {
      readonly state: 'held';
      /** Its time was extended, or it took over a time that was. */
      readonly extended?: true;
    })
  | (Counted & {
      readonly state: 'sold';
      readonly order: string;
      /** The last change of it that was decided, counted from 1. */
      readonly change?: number;
      /** That change could not be made, and the seats stayed. */
      readonly kept?: true;
    })
  | (Settled & { readonly state: 'returned'; readonly order: string; readonly change: number })
  | (Settled & { readonly state: 'refused'; readonly refusal: HoldRefusal; readonly taken: readonly string[] })
  | (Settled & { readonly state: 'released' | 'lapsed' | 'lost' });

interface Settled {
  readonly hold: string;
  readonly performance: string;
  /** Milliseconds since the epoch: when this was decided. */
  readonly at: number;
}

interface Counted extends Settled {
  readonly seats: number;
  /** Sections in which the seats lie, or may lie while a decision is on its way. */
  readonly sections: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Several sections are being written for it: what they say is not final before this is gone. */
  readonly open?: true;
}

export interface BasketKey {
  readonly onSale: string;
  readonly fan: string;
}

export interface Basket extends BasketKey {
  /** Grows by one with every write; 0 was never written. */
  readonly version: number;
  readonly entries: readonly Entry[];
}

export const basketName = ({ onSale, fan }: BasketKey): string => `${onSale} ${fan}`;

const minutes = 60_000;

/** An ask that waited longer than this is not decided any more: nobody is waiting for the answer. */
export const askPatience = 10 * minutes;

/**
 * How long an answer is remembered. An ask older than the patience makes nothing by itself, so ten minutes
 * would do against redelivery; a day also gives a retried request its first answer.
 */
export const memory = 24 * 60 * minutes;

/** Refusals remembered at most. A forgotten one can only be asked again. */
const refusalsKept = 20;

/**
 * Other entries at most; then no new hold is taken until some are forgotten. Sold, returned and
 * lost ones never are, since an order was told of them. At about 100 bytes an entry a basket stays below 20 KB. Where
 * its seats lie in many sections an entry is longer: a hundred seats, the most a fan may have, in as many sections
 * of the longest names are 7 KB, and holds of that kind that lapsed lose the list after ten minutes.
 */
const entriesKept = 150;

/** Seats that an entry counts against the limit. */
export function countedSeats(entry: Entry | undefined, now: number): number {
  if (entry?.state === 'sold') return entry.seats;
  return entry?.state === 'held' && now < entry.expiresAt ? entry.seats : 0;
}

export function entryOf(basket: Basket, hold: string): Entry | undefined {
  return basket.entries.find((entry) => entry.hold === hold);
}

/** Seats that all entries but one count against the limit. */
export function basketSeats(basket: Basket, now: number, except?: string): number {
  return basket.entries.reduce((sum, entry) => sum + (entry.hold === except ? 0 : countedSeats(entry, now)), 0);
}

/** The hold whose time all others share: that of the fan's live holds which lasts longest. */
export function timerOf({ entries }: Basket, now: number): Extract<Entry, { state: 'held' }> | undefined {
  const live = entries.filter((entry) => entry.state === 'held' && countedSeats(entry, now) > 0);
  return (live as Extract<Entry, { state: 'held' }>[]).toSorted((a, b) => b.expiresAt - a.expiresAt)[0];
}

export function isFull({ entries }: Basket): boolean {
  return entries.filter(({ state }) => state !== 'refused').length >= entriesKept;
}

/** The basket with this entry, and without what need not be remembered. */
export function withEntry(basket: Basket, entry: Entry, now: number): Basket {
  const kept = basket.entries
    .filter((other) => other.hold !== entry.hold && !isForgotten(other, now))
    .map((other) => shortened(other, now));
  const refused = kept.filter(({ state }) => state === 'refused');
  const crowdedOut = new Set(refused.slice(0, Math.max(0, refused.length + 1 - refusalsKept)));
  return { ...basket, entries: [...kept.filter((other) => !crowdedOut.has(other)), entry] };
}

/** Of a hold that lapsed so long ago that no slow allocator takes it for live, nobody asks where its seats lay. */
function shortened(entry: Entry, now: number): Entry {
  if (entry.state !== 'held' || entry.sections.length === 0 || now < entry.expiresAt + askPatience) return entry;
  return { ...entry, sections: [] };
}

function isForgotten(entry: Entry, now: number): boolean {
  if (entry.state === 'sold' || entry.state === 'lost' || entry.state === 'returned') return false;
  return now > (entry.state === 'held' ? entry.expiresAt : entry.at) + memory;
}

/**
 * What is written before the sections, and after them. Before: every count that was decided now, beside the
 * one it replaces, and also if it stays the same or falls; so that of two who would write sections for
 * one hold, one finds the basket moved. After: what is true once the sections are written. Undefined where
 * nothing is to be written; refusals and whatever is given back wait for the sections.
 */
export function twoWrites(
  before: Basket,
  after: Basket,
  now: number,
): { readonly ahead?: Basket; readonly settled?: Basket } {
  const decidedNow = after.entries.filter((entry) => !before.entries.includes(entry));
  const counts = decidedNow.some(
    (entry) => countedSeats(entry, now) > 0 || countedSeats(entryOf(before, entry.hold), now) > 0,
  );
  const entries = after.entries.flatMap((next): readonly Entry[] => {
    const last = entryOf(before, next.hold);
    if (next.state === 'returned' && last?.state === 'sold') return [beingReturned(last, next.change)];
    if (next === last || countedSeats(next, now) === 0) return last ? [last] : [];
    return [countedBeside(next, last, now)];
  });
  const ahead = counts ? { ...after, entries, version: before.version + 1 } : undefined;
  const reached = ahead ?? before;
  const same =
    reached.entries.length === after.entries.length &&
    after.entries.every((entry) => sameEntry(entry, entryOf(reached, entry.hold)));
  const settled = same ? undefined : { ...after, version: reached.version + 1 };
  return { ...(ahead && { ahead }), ...(settled && { settled }) };
}

/** Still basketSeats, but the change is known: who comes late with the sale must not sell what is about to be free. */
function beingReturned({ kept: _, ...last }: Extract<Entry, { state: 'sold' }>, change: number): Entry {
  return { ...last, change };
}

/**
 * The new count, with all that the old one counted as long as something of it may still be there. Over
 * several sections it is open until all are written: one that was believed dead may write one of
 * them when the others are already right, and then all are written again.
 */
function countedBeside(next: Entry, last: Entry | undefined, now: number): Entry {
  if (!('sections' in next)) return next;
  const old = last && 'sections' in last && countedSeats(last, now) > 0 ? last : undefined;
  const sections = [...new Set([...next.sections, ...(old?.sections ?? [])])].sort();
  const seats = Math.max(next.seats, old?.seats ?? 0);
  return { ...next, sections, seats, ...(sections.length > 1 && { open: true as const }) };
}

function sameEntry(a: Entry, b: Entry | undefined): boolean {
  return b !== undefined && JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}
