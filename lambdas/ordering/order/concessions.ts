import { type PerformanceFile, reduced } from '../../../contracts/catalogue.ts';
import type { OrderRequest } from '../../../contracts/order.ts';
import { type FieldError, type Refusal, refuse } from '../../../contracts/refusals.ts';
import { mostSeatsAt } from '../../../rules/concession-limits.ts';
import { longMoment } from '../../../words/en/written.ts';
import type { OrderedHold, OrderedSeat } from './order.ts';
import { type AskedReduction, overLimit } from './reduced-book.ts';

/*
 * Reduced prices. A fan says for which seat they ask for which; each must be one that the performance's published file
 * offers, and no more of them than it allows (over all orders of the fan: reduced-book.ts). Name and percentage are kept with the seat: the door asks for proof by name, and an exchange
 * carries the reduction over to the new seat.
 */

type AskedConcessions = NonNullable<OrderRequest['concessions']>;

/** The items with the concessions taken off, or what is wrong with them, field by field. `places` by hold. */
export function applyConcessions(
  items: readonly OrderedHold[],
  asked: AskedConcessions,
  performances: ReadonlyMap<string, PerformanceFile>,
  places: ReadonlyMap<string, number>,
): { readonly ok: true; readonly items: readonly OrderedHold[]; readonly asked: readonly AskedReduction[] } | Refusal {
  const wrong = asked.flatMap((_, at) => faultOf(asked, at, items, performances) ?? []);
  const [first] = wrong;
  if (first) {
    const unknown = first.field.endsWith('.concession');
    return unknown
      ? refuse('concession-unknown', 'Choose one of the reduced prices that this performance offers.', {
          errors: wrong,
        })
      : refuse('bad-request', 'Ask for a reduced price once for a seat of this order.', { errors: wrong });
  }
  const errors = tooManyHere(asked, items, performances, places);
  if (errors.length > 0) return overLimit(errors);
  const reducedItems = items.map((item) => ({
    ...item,
    seats: item.seats.map((seat) => {
      const { concession: id } = asked.find(({ hold, seat: named }) => hold === item.hold && named === seat.id) ?? {};
      const concession = performances.get(item.performance)?.concessions?.find((known) => known.id === id);
      return concession ? withConcession(seat, concession) : seat;
    }),
  }));
  const reductions = asked.flatMap(({ hold, concession: id }, at): readonly AskedReduction[] => {
    const performance = items.find((item) => item.hold === hold)?.performance ?? '';
    const concession = performances.get(performance)?.concessions?.find((known) => known.id === id);
    return concession ? [{ concession, field: `body.concessions.${at}.concession` }] : [];
  });
  return { ok: true, items: reducedItems, asked: reductions };
}

/** The asks beyond what each concession allows in one order. A companion is counted within one performance. */
function tooManyHere(
  asked: AskedConcessions,
  items: readonly OrderedHold[],
  performances: ReadonlyMap<string, PerformanceFile>,
  places: ReadonlyMap<string, number>,
): readonly FieldError[] {
  const given = new Map<string, number>();
  return asked.flatMap(({ hold, concession: id }, at) => {
    const performance = items.find((item) => item.hold === hold)?.performance ?? '';
    const concession = performances.get(performance)?.concessions?.find((known) => known.id === id);
    if (!concession) return [];
    const ofPerformance = items.filter((item) => item.performance === performance);
    const most = mostSeatsAt(
      concession,
      ofPerformance.reduce((sum, item) => sum + (places.get(item.hold) ?? 0), 0),
    );
    const counted = concession.companion ? `${performance} ${id}` : id;
    const before = given.get(counted) ?? 0;
    given.set(counted, before + 1);
    if (before < most) return [];
    const why =
      concession.companion && most === 0 ? 'is for the companion of a wheelchair place' : `at most ${most} of an order`;
    return [{ field: `body.concessions.${at}.concession`, message: `${concession.name}: ${why}` }];
  });
}

/** The seat at a reduced price. Its price is the full one. */
export function withConcession(
  seat: OrderedSeat,
  { name, percentOff }: { readonly name: string; readonly percentOff: number },
): OrderedSeat {
  return { ...seat, price: reduced(seat.price, { percentOff }), concession: name, percentOff };
}

function faultOf(
  asked: AskedConcessions,
  at: number,
  items: readonly OrderedHold[],
  performances: ReadonlyMap<string, PerformanceFile>,
): FieldError | undefined {
  const { hold, seat, concession } = asked[at] as AskedConcessions[number];
  const field = (name: string) => `body.concessions.${at}.${name}`;
  const item = items.find((known) => known.hold === hold);
  if (!item) return { field: field('hold'), message: 'is not a hold of this order' };
  if (!item.seats.some(({ id }) => id === seat)) return { field: field('seat'), message: 'is not a seat of that hold' };
  if (asked.findIndex((other) => other.hold === hold && other.seat === seat) < at)
    return { field: field('seat'), message: 'has a reduced price already' };
  const file = performances.get(item.performance);
  if (file?.concessions?.some(({ id }) => id === concession)) return undefined;
  const when = longMoment(item.startsAt, file?.timeZone ?? 'UTC');
  return { field: field('concession'), message: `is not offered for ${item.title}, ${when}` };
}
