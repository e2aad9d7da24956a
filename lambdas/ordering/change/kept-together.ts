import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { mostSeatsAt } from '../../../rules/concession-limits.ts';
import { type OrderedHold, type OrderRecord, soldItems } from '../order/order.ts';
import type { PlanSeats } from '../order/plan-seats.ts';
import { ticketsOf } from '../ticket/ticket.ts';

/*
 * Tickets that may not be parted when some are given back. A companion's seat stays with its wheelchair place, and so does
 * the reduced price of a companion. An order that was parted before, by an exchange say, may be parted further.
 */

export interface KnownPerformance {
  readonly file: PerformanceFile;
  readonly places: PlanSeats;
}

/** Whether something would be left without what it is for. `given`: ids of tickets; `known`: by performance. */
export function wouldPart(
  order: OrderRecord,
  given: readonly string[],
  known: ReadonlyMap<string, KnownPerformance>,
): boolean {
  const sold = soldItems(order);
  const left = sold.map((item) => ({ ...item, seats: seatsLeft(order, item, given) }));
  const alone = (items: readonly OrderedHold[], hold: string) =>
    items.filter((item) => item.hold === hold).reduce((sum, item) => sum + companionsAlone(item, known), 0);
  if (sold.some(({ hold }) => alone(left, hold) > alone(sold, hold))) return true;
  return [...known.values()].some((one) => reducedAlone(left, one) > reducedAlone(sold, one));
}

function seatsLeft(order: OrderRecord, item: OrderedHold, given: readonly string[]): OrderedHold['seats'] {
  return item.seats.filter((seat) => ticketsOf(order, item, [seat.id]).every(({ id }) => !given.includes(id)));
}

function companionsAlone({ performance, seats }: OrderedHold, known: ReadonlyMap<string, KnownPerformance>): number {
  const places = known.get(performance)?.places;
  const count = (kind: string) => seats.filter(({ id }) => places?.get(id)?.access === kind).length;
  return Math.max(0, count('companion') - count('wheelchair'));
}

/** Seats at a companion's price beyond the wheelchair places of the performance. */
function reducedAlone(items: readonly OrderedHold[], { file, places }: KnownPerformance): number {
  const seats = items.filter(({ performance }) => performance === file.id).flatMap((item) => item.seats);
  const wheelchairs = seats.filter(({ id }) => places.get(id)?.access === 'wheelchair').length;
  return (file.concessions ?? [])
    .filter(({ companion }) => companion)
    .reduce((sum, concession) => {
      const reduced = seats.filter((seat) => seat.concession === concession.name).length;
      return sum + Math.max(0, reduced - mostSeatsAt(concession, wheelchairs));
    }, 0);
}
