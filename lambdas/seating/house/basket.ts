import { askTimes } from '../../../contracts/house.ts';
import type { BasketEntry, BasketKey, BasketRecord, HeldEntry } from './basket-record.ts';
import { countedSeats } from './limit-per-fan.ts';

export const basketName = ({ onSale, fan }: BasketKey): string => `${onSale} ${fan}`;

const minutes = 60_000;

/** No allocator is so slow that it still believes in what lapsed so long ago. */
const slowestAllocator = 10 * minutes;

/**
 * How long an answer is remembered. An old ask makes nothing by itself (`askTimes`), so minutes would do against
 * redelivery; a day also gives a retried request its first answer.
 */
export const memory = 24 * 60 * minutes;

/**
 * Refusals remembered in full, at most. An older one is remembered without its seats for as long as its message could
 * come again and be decided anew. The rate at which a fan may ask (ask-book.ts) keeps those below a hundred.
 */
const refusalsKept = 20;

/**
 * Other entries at most. Beyond, the oldest that no message can revive are forgotten first: a fan may change their mind
 * all evening. If none is, no new hold is taken. Sold, returned and lost ones are never forgotten, since an order was
 * built on them. At about 100 bytes an entry a basket stays below 20 KB. If its seats lie in many
 * sections an entry is longer. A hundred seats, the most a fan may have, in as many sections of the longest names are 7
 * KB. Holds of that kind that lapsed leave the list after ten minutes.
 */
const entriesKept = 150;

export function entryOf(basket: BasketRecord, hold: string): BasketEntry | undefined {
  return basket.entries.find((entry) => entry.hold === hold);
}

/**
 * The hold whose time all others share: that of the fan's live holds which lasts longest. One that waits for a bank has
 * a time of its own, which no other takes over.
 */
export function timerOf({ entries }: BasketRecord, now: number): HeldEntry | undefined {
  const live = entries.filter(
    (entry) => entry.state === 'held' && entry.bank === undefined && countedSeats(entry, now) > 0,
  );
  return (live as HeldEntry[]).toSorted((a, b) => b.expiresAt - a.expiresAt)[0];
}

/** A fan is told for so long that the time of what they held ran out: longer than most passes. */
const lapseTold = 30 * minutes;

/** The holds whose time ran out together, if that is the last that became of the fan's seats. */
export function lastLapsed({ entries }: BasketRecord, now: number): readonly HeldEntry[] {
  const last = entries
    .filter(({ state }) => state !== 'refused')
    .toSorted((a, b) => endedAt(a) - endedAt(b))
    .at(-1);
  if (last?.state !== 'held' || countedSeats(last, now) > 0 || now >= last.expiresAt + lapseTold) return [];
  return entries.filter((entry): entry is HeldEntry => entry.state === 'held' && entry.expiresAt === last.expiresAt);
}

const endedAt = (entry: BasketEntry) => (entry.state === 'held' ? entry.expiresAt : entry.decidedAt);

export function isFull({ entries }: BasketRecord, now: number): boolean {
  return entries.filter((entry) => entry.state !== 'refused' && !mayBeForgotten(entry, now)).length >= entriesKept;
}

/** Whether it holds nothing, and every ask that could have made something of it is too old. */
function mayBeForgotten(entry: BasketEntry, now: number): boolean {
  if (entry.state === 'released' || entry.state === 'lapsed') return now >= entry.decidedAt + askTimes.answerMs;
  return entry.state === 'held' && now >= entry.expiresAt + slowestAllocator;
}

/** The basket with this entry, and without what need not be remembered. */
export function withEntry(basket: BasketRecord, entry: BasketEntry, now: number): BasketRecord {
  const kept = basket.entries
    .filter((other) => other.hold !== entry.hold && !isForgotten(other, now))
    .map((other) => shortened(other, now));
  const refused = kept.filter(({ state }) => state === 'refused');
  const crowdedOut = new Set(refused.slice(0, Math.max(0, refused.length + 1 - refusalsKept)));
  const others = kept.length - refused.length + (entry.state === 'refused' ? 0 : 1);
  const old = kept.filter((other) => mayBeForgotten(other, now)).slice(0, Math.max(0, others - entriesKept));
  const remembered = kept
    .filter((other) => !old.includes(other))
    .flatMap((other) => (crowdedOut.has(other) ? withoutSeats(other, now) : [other]));
  return { ...basket, entries: [...remembered, entry] };
}

function withoutSeats(entry: BasketEntry, now: number): readonly BasketEntry[] {
  if (entry.state !== 'refused' || now >= entry.decidedAt + askTimes.answerMs) return [];
  return [entry.taken.length === 0 ? entry : { ...entry, taken: [] }];
}

/** Of a hold that lapsed so long ago that no slow allocator takes it for live, nobody asks where its seats lay. */
function shortened(entry: BasketEntry, now: number): BasketEntry {
  if (entry.state !== 'held' || entry.sections.length === 0 || now < entry.expiresAt + slowestAllocator) return entry;
  return { ...entry, sections: [] };
}

function isForgotten(entry: BasketEntry, now: number): boolean {
  if (entry.state === 'sold' || entry.state === 'lost' || entry.state === 'returned') return false;
  return now > (entry.state === 'held' ? entry.expiresAt : entry.decidedAt) + memory;
}

/**
 * The writes before the sections, and after them. Before: every count that was decided now, beside the one it replaces,
 * and also if it stays the same or falls. So of two who would write sections for one hold, one finds the basket moved.
 * After: the entries that are true once the sections are written. Undefined where nothing is to be written; refusals
 * and whatever is given back wait for the sections.
 */
export function twoWrites(
  before: BasketRecord,
  after: BasketRecord,
  now: number,
): { readonly ahead?: BasketRecord; readonly settled?: BasketRecord } {
  const decidedNow = after.entries.filter((entry) => !before.entries.includes(entry));
  const counts = decidedNow.some(
    (entry) => countedSeats(entry, now) > 0 || countedSeats(entryOf(before, entry.hold), now) > 0,
  );
  const entries = after.entries.flatMap((next): readonly BasketEntry[] => {
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

/** Its seats still count, but the change is known: a late sale must not sell seats that are about to be free. */
function beingReturned({ kept: _, ...last }: Extract<BasketEntry, { state: 'sold' }>, change: number): BasketEntry {
  return { ...last, change };
}

/**
 * The new count, with all that the old one counted as long as something of it may still be there. Over several sections
 * it is open until all are written. An allocator that was believed dead may write one of them when the others are
 * already right. Then all are written again.
 */
function countedBeside(next: BasketEntry, last: BasketEntry | undefined, now: number): BasketEntry {
  if (!('sections' in next)) return next;
  const old = last && 'sections' in last && countedSeats(last, now) > 0 ? last : undefined;
  const sections = [...new Set([...next.sections, ...(old?.sections ?? [])])].sort();
  const seats = Math.max(next.seats, old?.seats ?? 0);
  const wheelchair = Math.max(next.wheelchair ?? 0, old?.wheelchair ?? 0);
  return {
    ...next,
    sections,
    seats,
    ...(wheelchair > 0 && { wheelchair }),
    ...(sections.length > 1 && { open: true as const }),
  };
}

function sameEntry(a: BasketEntry, b: BasketEntry | undefined): boolean {
  return b !== undefined && JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}
