import { askTimes, type HoldRefusal } from '../../../contracts/house.ts';
import { entryOf, isFull, timerOf } from '../house/basket.ts';
import type { BasketEntry } from '../house/basket-record.ts';
import { hasAll, isWhole } from '../house/hold-lapses.ts';
import { countedSeats, isOverWheelchairLimit, seatsLeft } from '../house/limit-per-fan.ts';
import { wheelchairIn } from './house-draft.ts';
import { seatWish, wishSize } from './seat-wish.ts';
import type { AskOf, Session } from './session.ts';
import type { Decision } from './situation.ts';

/*
 * Holding, giving back, and more time. All that a fan holds in an on-sale runs out at once. The clock starts with the
 * first seats, later holds take it over, and it is extended once.
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
function endUnfinished(
  session: Session,
  ask: AskOf<'hold' | 'release'>,
  { open: _, ...known }: Extract<BasketEntry, { state: 'held' }>,
): Decision {
  const parts = session.draft.partsOf(ask.hold, known.sections);
  session.draft.withdraw(ask.hold, known.sections);
  if (!hasAll(parts)) {
    refuse(session, ask, 'lost');
    return 'too-late';
  }
  session.draft.place(ask.hold, new Map([...parts].map(([section, { seats }]) => [section, seats])), known.expiresAt);
  session.put(ask, { ...known, decidedAt: session.situation.now });
  return 'held';
}

/** A hold counted before keeps its time, so that whoever writes it, all its records lapse at once. */
function holdAnew(session: Session, ask: AskOf<'hold'>, heldAs?: Extract<BasketEntry, { state: 'held' }>): Decision {
  const { now, rules: allRules } = session.situation;
  const rules = allRules.get(ask.onSale);
  const basket = session.basketOf(ask);
  const size = wishSize(ask.wish);
  if (!rules) return refuse(session, ask, 'not-in-this-on-sale');
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
  });
  return 'held';
}

function refuse(
  session: Session,
  ask: AskOf<'hold' | 'release'>,
  refusal: HoldRefusal,
  taken: readonly string[] = [],
): Decision {
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
    // Half given back: it is shown as lost.
    return hasAll(session.draft.partsOf(ask.hold, known.sections)) ? 'too-late' : endUnfinished(session, ask, known);
  }
  session.partsOf(known);
  session.draft.withdraw(ask.hold, known.sections);
  session.put(ask, { state: 'released', hold: ask.hold, performance: ask.performance, decidedAt: now });
  return 'released';
}

/**
 * More time for every live hold of the fan in this house that had none before. The basket is written first, so an
 * extension that was cut short is found there. It is finished, unless the seats lapsed meanwhile. Time never runs
 * backwards in a basket: a slow allocator whose clock stood still must not revive what a later entry counted as lapsed.
 */
export function decideExtension(session: Session, ask: AskOf<'extend'>): Decision {
  const { entries } = session.basketOf(ask);
  const now = Math.max(session.situation.now, ...entries.map(({ decidedAt }) => decidedAt));
  let answer: Decision = 'again';
  if (isTooOld(ask, now)) return 'too-late';
  for (const entry of entries) {
    if (entry.state !== 'held' || entry.performance !== ask.performance || countedSeats(entry, now) === 0) continue;
    if (entry.extended ? entry.expiresAt !== ask.lapsesAt : entry.expiresAt >= ask.lapsesAt) continue;
    const parts = session.draft.partsOf(entry.hold, entry.sections);
    const [first] = parts.values();
    const done = entry.extended && isWhole(parts) && !entry.open && first?.lapsesAt === ask.lapsesAt;
    if (done || !hasAll(parts)) session.unproven = true;
    if (done || (!entry.extended && !hasAll(parts))) continue;
    session.draft.withdraw(entry.hold, entry.sections);
    if (!hasAll(parts)) {
      session.put(ask, { state: 'lapsed', hold: entry.hold, performance: entry.performance, decidedAt: now });
      continue;
    }
    const seating = new Map([...parts].map(([section, { seats }]) => [section, seats]));
    session.draft.place(entry.hold, seating, ask.lapsesAt);
    const { open: _, ...known } = entry;
    session.put(ask, { ...known, decidedAt: now, expiresAt: ask.lapsesAt, extended: true });
    answer = 'extended';
  }
  return answer;
}
