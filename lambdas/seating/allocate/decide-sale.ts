import { askTimes, type HouseAsk, type SaleLoss } from '../../../contracts/house.ts';
import { entryOf } from '../house/basket.ts';
import type { BasketEntry } from '../house/basket-record.ts';
import { countedSeats, isOverWheelchairLimit, seatsLeft } from '../house/limit-per-fan.ts';
import type { Seating } from '../plan/best-available.ts';
import { seatsIn, wheelchairIn } from './house-draft.ts';
import { seatsByName, takenAmong } from './seat-wish.ts';
import type { AskOf, Session } from './session.ts';
import type { Decision } from './situation.ts';

/*
 * Selling what a fan holds to one order, and changing what was sold: for other seats, fewer, or none. Changes of a sale
 * are counted, and ordering asks for the next only when the one before was answered. So its number tells a repeated
 * message from a new one, and the seats it names are checked against them.
 */

/**
 * Whether the seats asked for lie in several sections and some of them are new: then what is written in between must be
 * right for this one ask, and it is decided by itself.
 */
export function isMoveAcross(session: Session, ask: HouseAsk): boolean {
  if (ask.ask !== 'change' || ask.to.every((seat) => ask.from.includes(seat))) return false;
  const sections = [...ask.from, ...ask.to].map((seat) => session.situation.plan.places.get(seat)?.section);
  return new Set(sections).size > 1;
}

export function decideSale(session: Session, ask: AskOf<'sell'>): Decision {
  const { now, rules, isCancelled } = session.situation;
  const basket = session.basketOf(ask);
  const known = entryOf(basket, ask.hold);
  const own = known?.state === 'held' || known?.state === 'sold' ? known : undefined;
  if (isDone(known, ask)) return 'again';
  // One hold, one order: also when that order gave the seats back.
  if ((known?.state === 'sold' || known?.state === 'returned') && known.order !== ask.order) {
    session.tell(ask, 'lost', ask.seats, { why: 'hold-sold-already' });
    return 'again';
  }
  if (known?.state === 'lost') {
    session.tell(ask, 'lost', ask.seats, known.why && { why: known.why });
    return 'again';
  }
  if (known && !own) return lose(session, ask, known.state === 'released' ? 'hold-released' : 'hold-lapsed');
  if (own && countedSeats(own, now) > 0) {
    const parts = session.partsOf(own);
    if (parts && own.state === 'sold' && session.isSold(parts, ask.seats)) {
      session.unproven = true;
      session.tell(ask, 'sold', ask.seats);
      return 'again';
    }
    session.draft.withdraw(ask.hold, own.sections);
  }
  if (isCancelled && own?.state !== 'sold') return lose(session, ask, 'performance-cancelled');
  const seating = seatsByName(session.draft, ask.seats);
  const size = seating ? seatsIn(seating) : 0;
  const wheelchair = seating ? wheelchairIn(session.draft.plan, seating) : 0;
  const ruled = rules.get(ask.onSale);
  // The seats count already: a limit that was turned down since takes nothing away.
  const counted = countedSeats(own, now);
  const fits =
    size > 0 &&
    (size <= counted || size <= seatsLeft(basket, ruled, now, ask.hold)) &&
    !isOverWheelchairLimit(basket, wheelchair, ruled ?? {}, now, ask.hold);
  const free = takenAmong(session.draft, ask.seats).length === 0 && !session.isNameTaken(ask.hold, seating);
  const late = own?.state !== 'sold' && isTooLate(ask, now);
  if (!seating || !fits || !free || late) {
    session.unproven = true;
    return lose(session, ask, (!free || late) && askedInTime(own, ask) ? 'seat-lost' : 'hold-lapsed');
  }
  session.sell(ask, seating, { expiresAt: own?.expiresAt ?? now });
  session.tell(ask, 'sold', ask.seats);
  return 'sold';
}

/** Whether this order has sold the hold and gone on to change it, so that it heard of the sale long ago. */
function isDone(known: BasketEntry | undefined, { order }: AskOf<'sell'>): boolean {
  if (known?.state === 'returned') return known.order === order;
  return known?.state === 'sold' && known.order === order && known.change !== undefined;
}

/** Nobody waits for it any more: its order has been refused for want of an answer, or soon is. */
function isTooLate({ askedAt }: AskOf<'sell'> | AskOf<'change'>, now: number): boolean {
  return askedAt !== undefined && now > askedAt + askTimes.orderMs;
}

/** Whether the order asked while the hold still ran. Then it is not the fan's delay if the seats are gone now. */
function askedInTime(own: Extract<BasketEntry, { state: 'held' | 'sold' }> | undefined, ask: AskOf<'sell'>): boolean {
  return own !== undefined && ask.askedAt !== undefined && ask.askedAt < own.expiresAt;
}

/**
 * It is written before it is answered, and never forgotten. The message may come again after days, and no other answer
 * may be given.
 */
function lose(session: Session, ask: AskOf<'sell'>, why: SaleLoss): Decision {
  const { now } = session.situation;
  session.put(ask, { state: 'lost', hold: ask.hold, performance: ask.performance, decidedAt: now, why });
  session.tell(ask, 'lost', ask.seats, { why });
  return 'lost';
}

/** All the seats that are asked for, or everything stays as it is. */
export function decideChange(session: Session, ask: AskOf<'change'>): Decision {
  const { now } = session.situation;
  const known = entryOf(session.basketOf(ask), ask.hold);
  if (known?.state === 'returned' && known.order === ask.order) {
    if (known.change === ask.change) session.tell(ask, 'changed', [], { change: ask.change });
    return 'again';
  }
  // Ordering changes only what it heard was sold. Anything else is an answer to somebody else's question.
  if (known?.state !== 'sold' || known.order !== ask.order) {
    session.unproven = true;
    session.tell(ask, 'kept', ask.from, { change: ask.change });
    return 'again';
  }
  const last = known.change ?? 0;
  if (last > ask.change) return 'again';
  const parts = session.partsOf(known);
  if (last === ask.change && parts) {
    session.unproven = true;
    const repeated = (
      [
        ['changed', ask.to],
        ['kept', ask.from],
      ] as const
    ).find(([, seats]) => session.isSold(parts, seats));
    if (repeated && repeated[0] === (known.kept ? 'kept' : 'changed')) {
      session.tell(ask, repeated[0], repeated[1], { change: ask.change });
      return 'again';
    }
  }
  if (ask.to.length === 0) {
    session.draft.withdraw(ask.hold, known.sections);
    const { hold, performance, order, change } = ask;
    session.put(ask, { state: 'returned', hold, performance, decidedAt: now, order, change });
    session.tell(ask, 'changed', [], { change: ask.change });
    return 'changed';
  }
  return replace(session, ask, known);
}

function replace(session: Session, ask: AskOf<'change'>, known: Extract<BasketEntry, { state: 'sold' }>): Decision {
  const { now } = session.situation;
  const wanted = seatsByName(session.draft, ask.to);
  const before = seatsByName(session.draft, ask.from);
  if (!before) throw new Error(`Order ${ask.order} names seats that the plan does not have`);
  const own = new Set(session.draft.seatsOf(ask.hold, known.sections));
  const taken = (names: readonly string[]) => takenAmong(session.draft, names).some((name) => !own.has(name));
  const elsewhere = (seats: Seating) =>
    session.isNameTaken(ask.hold, new Map([...seats].filter(([section]) => !known.sections.includes(section))));
  const fits =
    wanted !== undefined &&
    !isTooLate(ask, now) &&
    seatsIn(wanted) <= seatsIn(before) &&
    !taken(ask.to) &&
    !elsewhere(wanted);
  const seating = fits ? wanted : before;
  if (!fits && taken(ask.from)) {
    session.unproven = true;
    session.broken = `Order ${ask.order} has seats that are somebody else's`;
    return 'again';
  }
  const { kept: _kept, open: _open, wheelchair: _wheelchair, ...entry } = known;
  const wheelchair = wheelchairIn(session.draft.plan, seating);
  session.draft.exchange(ask.hold, known.sections, seating);
  session.put(ask, {
    ...entry,
    decidedAt: now,
    seats: seatsIn(seating),
    ...(wheelchair > 0 && { wheelchair }),
    sections: [...seating.keys()].sort(),
    change: ask.change,
    ...(!fits && { kept: true }),
  });
  // No write of the section in which the seat lies proves that somebody else has it.
  if (!fits) session.unproven = true;
  session.tell(ask, fits ? 'changed' : 'kept', fits ? ask.to : ask.from, { change: ask.change });
  return fits ? 'changed' : 'kept';
}
