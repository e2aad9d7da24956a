import { askTimes, type HoldRefusal } from '../../../contracts/house.ts';
import { entryOf, isFull } from '../house/basket.ts';
import type { BasketEntry } from '../house/basket-record.ts';
import { hasAll } from '../house/hold-lapses.ts';
import { isOverWheelchairLimit, seatsLeft } from '../house/limit-per-fan.ts';
import { limitEver } from '../house/sale-levers.ts';
import { type HoldRecord, sold } from '../house/section-codec.ts';
import { bestAvailable, type Seating } from '../plan/best-available.ts';
import { namedSeats } from '../plan/named-seats.ts';
import { type HouseDraft, wheelchairIn } from './house-draft.ts';
import type { AskOf, Session } from './session.ts';
import type { Decision } from './situation.ts';

/*
 * Seats for an order whose performance was cancelled, and whose buyer chose this one. Its old seats are back by then, so
 * the limit of the fan holds as ever. All its parties sit or none, and the seats are sold at once.
 *
 *   nothing known ─▶ sold, change 1 ─▶ the changes of every sale
 *              └──▶ refused
 *
 * Each try has a hold of its own. A refusal may be forgotten after minutes: by then its ask is too old to be decided.
 */

type Anew = AskOf<'seat-anew'>;
type SoldEntry = Extract<BasketEntry, { state: 'sold' }>;

export function decideAnew(session: Session, ask: Anew): Decision {
  const { now } = session.situation;
  const known = entryOf(session.basketOf(ask), ask.hold);
  const isTooOld = now > ask.askedAt + askTimes.decideMs;
  if (!known) return isTooOld ? refuse(session, ask, 'lost') : seatAnew(session, ask);
  if (known.state === 'refused') {
    tellKept(session, ask);
    return 'again';
  }
  // Changed since: then ordering heard of it long ago.
  if (known.state !== 'sold' || known.order !== ask.order || (known.change ?? 0) > ask.change) return 'again';
  session.unproven = true;
  const parts = session.partsOf(known);
  if (parts && [...parts.values()].every(({ lapsesAt }) => lapsesAt === sold)) {
    tellChanged(session, ask, seatingOf(parts));
    return 'again';
  }
  return endUnfinished(session, ask, known, isTooOld);
}

/** It was cut short between its writes, so nobody was told of it. Too old, it stays only if all its seats are there. */
function endUnfinished(session: Session, ask: Anew, known: SoldEntry, isTooOld: boolean): Decision {
  const parts = session.draft.partsOf(ask.hold, known.sections);
  session.draft.withdraw(ask.hold, known.sections);
  if (!isTooOld) return seatAnew(session, ask);
  return hasAll(parts) ? place(session, ask, seatingOf(parts)) : refuse(session, ask, 'lost');
}

function seatAnew(session: Session, ask: Anew): Decision {
  const { now, rules: allRules, isCancelled, stoppedIn } = session.situation;
  const rules = allRules.get(ask.onSale);
  const basket = session.basketOf(ask);
  const size = ask.parties.reduce((sum, { count }) => sum + count, 0);
  if (isCancelled) return refuse(session, ask, 'performance-cancelled');
  if (!rules) return refuse(session, ask, 'not-in-this-on-sale');
  if (stoppedIn.has(ask.onSale)) return refuse(session, ask, 'performance-stopped');
  // These seats were bought once: a limit that was turned down since takes none of them away.
  const limit = { seatsPerFan: limitEver(rules) };
  if (size > seatsLeft(basket, limit, now, ask.hold) || isFull(basket, now)) return refuse(session, ask, 'over-limit');
  const seating = seatAll(session.draft, ask.parties);
  if (!seating) return refuse(session, ask, 'not-enough-seats');
  if (isOverWheelchairLimit(basket, wheelchairIn(session.draft.plan, seating), rules, now, ask.hold))
    return refuse(session, ask, 'wheelchair-over-limit');
  if (session.isNameTaken(ask.hold, seating)) return refuse(session, ask, 'not-enough-seats');
  return place(session, ask, seating);
}

/** Party by party, each on what those before it left; undefined if one of them cannot sit. */
function seatAll(draft: HouseDraft, parties: Anew['parties']): Seating | undefined {
  const all = new Map<string, readonly number[]>();
  const taken = (section: string) => {
    const here = all.get(section);
    if (!here) return draft.taken(section);
    const both = draft.taken(section).slice();
    for (const seat of here) both[seat] = 1;
    return both;
  };
  for (const { count, category, access } of parties) {
    const wish = { count, ...(category !== undefined && { category }), ...(access && { access }) };
    const found = bestAvailable(draft.plan, taken, wish);
    if (!found.ok) return undefined;
    for (const [section, seats] of found.seating)
      all.set(
        section,
        [...(all.get(section) ?? []), ...seats].sort((a, b) => a - b),
      );
  }
  return all;
}

function place(session: Session, ask: Anew, seating: Seating): Decision {
  session.sell(ask, seating, { expiresAt: session.situation.now, change: ask.change });
  tellChanged(session, ask, seating);
  return 'changed';
}

function refuse(session: Session, ask: Anew, refusal: HoldRefusal): Decision {
  // No section is written that would prove what is taken.
  session.unproven = true;
  const { hold, performance } = ask;
  session.put(ask, { state: 'refused', hold, performance, decidedAt: session.situation.now, refusal, taken: [] });
  tellKept(session, ask);
  return refusal;
}

function tellKept(session: Session, ask: Anew): void {
  session.tell(ask, 'kept', [], { change: ask.change });
}

function tellChanged(session: Session, ask: Anew, seating: Seating): void {
  const named = namedSeats(session.draft.plan, seating);
  session.tell(
    ask,
    'changed',
    named.map(({ id }) => id),
    { change: ask.change, named: [...named] },
  );
}

/** In the plan's order, however the sections were found. */
function seatingOf(parts: ReadonlyMap<string, HoldRecord>): Seating {
  return new Map([...parts].map(([section, { seats }]) => [section, seats] as const));
}
