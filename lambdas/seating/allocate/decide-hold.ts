import { askTimes, type HoldRefusal } from '../../../contracts/house.ts';
import { bankEndsAt } from '../../../rules/bank-time.ts';
import { entryOf, isFull, timerOf } from '../house/basket.ts';
import type { BasketEntry, HeldEntry } from '../house/basket-record.ts';
import { hasAll, isWhole } from '../house/hold-lapses.ts';
import { countedSeats, isOverWheelchairLimit, seatsLeft } from '../house/limit-per-fan.ts';
import { wheelchairIn } from './house-draft.ts';
import { seatWish, wishSize } from './seat-wish.ts';
import type { AskOf, Session } from './session.ts';
import type { Decision } from './situation.ts';

/*
 * Holding, giving back, and more time. All that a fan holds in an on-sale runs out at once. The clock starts with the
 * first seats, later holds take it over, and it is extended once. What waits for a bank runs out by itself.
 */

export function decideHold(session: Session, ask: AskOf<'hold'>): Decision {
  const { now } = session.situation;
  const known = entryOf(session.basketOf(ask), ask.hold);
  if (known) {
    if (known.state !== 'held' || countedSeats(known, now) === 0) return 'again';
    session.unproven = true;
    if (session.partsOf(known)) return 'again';
    if (isTooOld(ask, now)) return endUnfinished(session, ask, known);
    session.draft.withdraw(ask.hold, known.sections);
    return holdAnew(session, ask, known);
  }
  if (isTooOld(ask, now)) {
    refuse(session, ask, 'lost');
    return 'too-late';
  }
  return holdAnew(session, ask);
}

/**
 * A hold that was cut short between its writes, or while it was given back, and that nobody waits for any more. It stays
 * if all its seats are there. If not, those that are there are taken out. Either way every section that it names is
 * written, so that a slow allocator finds them moved.
 */
function endUnfinished(session: Session, ask: AskOf<'hold' | 'release'>, { open: _, ...known }: HeldEntry): Decision {
  const parts = session.draft.partsOf(ask.hold, known.sections);
  session.draft.withdraw(ask.hold, known.sections);
  if (!hasAll(parts)) {
    session.put(ask, lapsed(known, session.situation.now));
    return 'too-late';
  }
  session.draft.place(ask.hold, new Map([...parts].map(([section, { seats }]) => [section, seats])), known.expiresAt);
  session.put(ask, { ...known, decidedAt: session.situation.now });
  return 'held';
}

/** A hold counted before keeps its time, so that whoever writes it, all its records lapse at once. */
function holdAnew(session: Session, ask: AskOf<'hold'>, heldAs?: HeldEntry): Decision {
  const { now, rules: allRules, isCancelled, stoppedIn } = session.situation;
  const rules = allRules.get(ask.onSale);
  const basket = session.basketOf(ask);
  const size = wishSize(ask.wish);
  if (isCancelled) return refuse(session, ask, 'performance-cancelled');
  if (!rules) return refuse(session, ask, 'not-in-this-on-sale');
  if (stoppedIn.has(ask.onSale)) return refuse(session, ask, 'performance-stopped');
  if (size > seatsLeft(basket, rules, now, ask.hold) || isFull(basket, now)) return refuse(session, ask, 'over-limit');
  const wished = seatWish(session.draft, ask.wish);
  if (!wished.ok) return refuse(session, ask, wished.refusal, wished.taken);
  const wheelchair = wheelchairIn(session.draft.plan, wished.seating);
  if (isOverWheelchairLimit(basket, wheelchair, rules, now, ask.hold))
    return refuse(session, ask, 'wheelchair-over-limit');
  if (session.isNameTaken(ask.hold, wished.seating)) return refuse(session, ask, 'not-enough-seats');
  // Whole seconds, since a record keeps no others.
  const minutes = ask.more ? 2 * rules.holdMinutes : rules.holdMinutes;
  const running = heldAs ?? timerOf(basket, now);
  const expiresAt = running?.expiresAt ?? 1000 * Math.ceil(now / 1000 + minutes * 60);
  session.draft.place(ask.hold, wished.seating, expiresAt);
  session.put(ask, {
    state: 'held',
    hold: ask.hold,
    performance: ask.performance,
    decidedAt: now,
    seats: size,
    ...(wheelchair > 0 && { wheelchair }),
    sections: [...wished.seating.keys()].sort(),
    expiresAt,
    ...(running?.extended && { extended: true }),
    ...(heldAs?.bank !== undefined && { bank: heldAs.bank }),
  });
  return 'held';
}

function refuse(session: Session, ask: AskOf<'hold'>, refusal: HoldRefusal, taken: readonly string[] = []): Decision {
  if (refusal === 'seat-taken' || refusal === 'not-enough-seats') session.unproven = true;
  const { now } = session.situation;
  session.put(ask, { state: 'refused', hold: ask.hold, performance: ask.performance, decidedAt: now, refusal, taken });
  return refusal;
}

/** Its fan has long seen that nothing came of it, and went on from there. */
function isTooOld({ askedAt }: { readonly askedAt?: number | undefined }, now: number): boolean {
  return askedAt !== undefined && now > askedAt + askTimes.decideMs;
}

export function decideRelease(session: Session, ask: AskOf<'release'>): Decision {
  const { now } = session.situation;
  const known = entryOf(session.basketOf(ask), ask.hold);
  const tooOld = isTooOld(ask, now);
  if (known?.state !== 'held' || countedSeats(known, now) === 0) return tooOld ? 'too-late' : 'again';
  if (tooOld) {
    session.unproven = true;
    // Half given back: it is shown as lapsed.
    return hasAll(session.draft.partsOf(ask.hold, known.sections)) ? 'too-late' : endUnfinished(session, ask, known);
  }
  session.partsOf(known);
  session.draft.withdraw(ask.hold, known.sections);
  session.put(ask, { state: 'released', hold: ask.hold, performance: ask.performance, decidedAt: now });
  return 'released';
}

/**
 * More time for every live hold of the fan in this house that had none before, unless the performance is cancelled. The basket is written first, so an
 * extension that was cut short is found there. It is finished, unless the seats lapsed meanwhile. Time never runs
 * backwards in a basket: a slow allocator whose clock stood still must not revive what a later entry counted as lapsed.
 */
export function decideExtension(session: Session, ask: AskOf<'extend'>): Decision {
  const { entries } = session.basketOf(ask);
  const now = latestOf(session, ask);
  let answer: Decision = 'again';
  if (isTooOld(ask, now)) return 'too-late';
  if (session.situation.isCancelled) return 'again';
  for (const entry of entries) {
    if (entry.state !== 'held' || entry.performance !== ask.performance || countedSeats(entry, now) === 0) continue;
    if (entry.bank !== undefined) continue;
    if (entry.extended ? entry.expiresAt !== ask.lapsesAt : entry.expiresAt >= ask.lapsesAt) continue;
    const longer = { ...entry, expiresAt: ask.lapsesAt, extended: true } as const;
    if (prolong(session, ask, entry, longer, now, entry.extended === true)) answer = 'extended';
  }
  return answer;
}

/**
 * A live hold waits for the bank that asks its buyer, once in its life: another order of the same hold, or the same one
 * later, gets no more. One that has lapsed is not revived; its order may still buy it if nobody was quicker.
 */
export function decideBankWait(session: Session, ask: AskOf<'await-bank'>): Decision {
  const entry = entryOf(session.basketOf(ask), ask.hold);
  const now = latestOf(session, ask);
  if (isTooOld(ask, now)) return 'too-late';
  if (entry?.state !== 'held' || countedSeats(entry, now) === 0) return 'again';
  const expiresAt = bankEndsAt(ask.askedAt);
  const isMarked = entry.bank !== undefined;
  if (isMarked ? entry.bank !== ask.order || entry.expiresAt !== expiresAt : entry.expiresAt >= expiresAt)
    return 'again';
  const longer = { ...entry, expiresAt, bank: ask.order };
  return prolong(session, ask, entry, longer, now, isMarked) ? 'extended' : 'again';
}

/** By the latest of this allocator's clock and what the basket has seen. */
function latestOf(session: Session, ask: AskOf<'extend'> | AskOf<'await-bank'>): number {
  return Math.max(session.situation.now, ...session.basketOf(ask).entries.map(({ decidedAt }) => decidedAt));
}

/** The house counted it, and its seats are not all there. */
function lapsed({ hold, performance }: Pick<HeldEntry, 'hold' | 'performance'>, now: number): BasketEntry {
  return { state: 'lapsed', hold, performance, decidedAt: now };
}

/**
 * Gives a live hold the time of `longer`, in the basket and all its sections. `isMarked`: the basket has it already.
 * False if it is done, or cannot be.
 */
function prolong(
  session: Session,
  ask: AskOf<'extend'> | AskOf<'await-bank'>,
  entry: HeldEntry,
  { open: _, ...longer }: HeldEntry,
  now: number,
  isMarked: boolean,
): boolean {
  const parts = session.draft.partsOf(entry.hold, entry.sections);
  const [first] = parts.values();
  const isDone = isMarked && isWhole(parts) && !entry.open && first?.lapsesAt === longer.expiresAt;
  if (isDone || !hasAll(parts)) session.unproven = true;
  if (isDone || (!isMarked && !hasAll(parts))) return false;
  session.draft.withdraw(entry.hold, entry.sections);
  if (!hasAll(parts)) {
    session.put(ask, lapsed(entry, now));
    return false;
  }
  const seating = new Map([...parts].map(([section, { seats }]) => [section, seats]));
  session.draft.place(entry.hold, seating, longer.expiresAt);
  session.put(ask, { ...longer, decidedAt: now });
  return true;
}
