import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { HouseAsk } from '../../../contracts/house.ts';
import type { HeldSeat } from '../../../contracts/pass.ts';
import { equalCategory } from '../../../rules/equal-category.ts';
import { withConcession } from '../order/concessions.ts';
import type { OrderedSeat, WantedSeat } from '../order/order.ts';
import type { PlanSeats } from '../order/plan-seats.ts';
import { priceIn } from '../order/price.ts';

/*
 * Seats at another date in place of those of a performance that was cancelled: as many, each in a price category that is
 * as good, with the same reduced price, and a wheelchair place for a wheelchair place. No seat costs more than the one
 * that it is for.
 */

export type Parties = Extract<HouseAsk, { ask: 'seat-anew' }>['parties'];

/** Undefined if the other date has nothing as good as one of them. `places`: the seats of the cancelled one's plan. */
export function wantedSeats(
  seats: readonly OrderedSeat[],
  { from, to, places }: { readonly from: PerformanceFile; readonly to: PerformanceFile; readonly places: PlanSeats },
): readonly WantedSeat[] | undefined {
  let wheelchairs = seats.filter(({ id }) => places.get(id)?.access === 'wheelchair').length;
  const wanted: WantedSeat[] = [];
  for (const { id, price, concession, percentOff, ...seat } of seats) {
    const category = equalCategory(seat.category, from, to);
    if (category === undefined) return undefined;
    const plain = { id, label: '', category, price: priceIn(to, category) };
    const there =
      concession !== undefined && percentOff !== undefined
        ? withConcession(plain, { name: concession, percentOff })
        : plain;
    const access = places.get(id)?.access;
    // A companion whose place was exchanged away sits like everybody.
    const isAlone = access === 'companion' && wheelchairs-- <= 0;
    wanted.push({
      category,
      price: Math.min(price, there.price),
      ...(access && !isAlone && { access }),
      ...(concession !== undefined && { concession }),
      ...(percentOff !== undefined && { percentOff }),
    });
  }
  return wanted;
}

/** As the house is asked for them: places for wheelchairs first, each with its companion, since a house has few. */
export function partiesOf(wanted: readonly WantedSeat[]): Parties {
  const categoriesOf = (access: WantedSeat['access']) =>
    wanted.filter((seat) => seat.access === access).map(({ category }) => category);
  const companions = [...categoriesOf('companion')];
  const pairs = categoriesOf('wheelchair').map((category): Parties[number] => {
    const same = companions.indexOf(category);
    const [companion] = companions.splice(Math.max(0, same), 1);
    if (companion === undefined) return { count: 1, access: 'wheelchair', category };
    return { count: 2, access: 'wheelchair', ...(companion === category && { category }) };
  });
  const general = Map.groupBy(categoriesOf(undefined), (category) => category);
  return [...pairs, ...[...general].map(([category, { length }]) => ({ count: length, category }))];
}

/** The seats that the house gave, at the prices that were agreed. */
export function seatsFor(wanted: readonly WantedSeat[], named: readonly HeldSeat[]): readonly OrderedSeat[] {
  const left = [...named];
  return wanted.map(({ category, access, ...agreed }) => {
    const alike = left.findIndex((seat) => seat.access === access && seat.category === category);
    const likely = alike >= 0 ? alike : left.findIndex((seat) => seat.access === access);
    const [seat] = left.splice(Math.max(0, likely), 1);
    if (!seat) throw new Error(`The house gave ${named.length} seats for ${wanted.length}`);
    return { id: seat.id, label: seat.label, category: seat.category, ...agreed };
  });
}
