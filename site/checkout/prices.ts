import type { Concession, PerformanceFile } from '../../contracts/catalogue.ts';
import type { Held } from '../../contracts/house.ts';
import type { OrderRequest } from '../../contracts/order.ts';
import { reduced } from '../../contracts/reduced.ts';
import { mostOfFan, mostSeatsAt } from '../../rules/concession-limits.ts';

/*
 * The cost of each held seat with the price the fan chose for it. The platform reckons the same way from the same
 * published file; a choice the file no longer offers counts as full price here, and is not sent.
 */

/** Ids of concessions by `seatKey`. */
export type Chosen = Readonly<Record<string, string>>;

export const seatKey = (hold: string, seat: string): string => `${hold} ${seat}`;

export interface PricedSeat {
  readonly key: string;
  readonly label: string;
  /** Minor units. */
  readonly full: number;
  readonly price: number;
  readonly concession?: Concession;
}

export function pricesOf(held: Held, file: PerformanceFile, chosen: Chosen): readonly PricedSeat[] {
  return held.seats.map(({ id, label, category }) => {
    const key = seatKey(held.hold, id);
    const full = file.prices[category] ?? 0;
    const concession = file.concessions?.find((one) => one.id === chosen[key]);
    return {
      key,
      label,
      full,
      price: concession ? reduced(full, concession) : full,
      ...(concession && { concession }),
    };
  });
}

/** Seats at reduced prices that the fan's other orders have, by the name of the price. */
export type Had = Readonly<Record<string, number>>;

/** The concessions that no further seat of this performance may have: this seat may keep its own. */
export function usedUp(
  performance: string,
  holds: readonly Held[],
  files: ReadonlyMap<string, PerformanceFile>,
  chosen: Chosen,
  had: Had,
): readonly string[] {
  const ofPerformance = holds.filter((held) => held.performance === performance);
  const places = ofPerformance.flatMap(({ seats }) => seats.filter(({ access }) => access === 'wheelchair')).length;
  const given = (among: readonly Held[], is: (concession: Concession) => boolean) =>
    among.flatMap((held) => {
      const file = files.get(held.performance);
      return file ? pricesOf(held, file, chosen).filter(({ concession }) => concession && is(concession)) : [];
    }).length;
  const offered = files.get(performance)?.concessions ?? [];
  return offered
    .filter((one) => {
      const here = given(one.companion ? ofPerformance : holds, ({ id }) => id === one.id);
      // Over all orders the platform counts by name.
      const inAll = (had[one.name] ?? 0) + given(holds, ({ name }) => name === one.name);
      return here >= mostSeatsAt(one, places) || inAll >= mostOfFan(one);
    })
    .map(({ id }) => id);
}

/** The reduced prices offered here that other orders have, and how many seats of a fan may have each. */
export function hadBefore(
  holds: readonly Held[],
  files: ReadonlyMap<string, PerformanceFile>,
  had: Had,
): readonly { readonly name: string; readonly had: number; readonly most: number }[] {
  const offered = holds.flatMap(({ performance }) => files.get(performance)?.concessions ?? []);
  return [...new Map(offered.map((one) => [one.name, one])).values()].flatMap((one) => {
    const [before = 0, most] = [had[one.name], mostOfFan(one)];
    return before > 0 && Number.isFinite(most) ? [{ name: one.name, had: before, most }] : [];
  });
}

/** Minor units; undefined while a file is missing. */
export function toPay(
  holds: readonly Held[],
  files: ReadonlyMap<string, PerformanceFile>,
  chosen: Chosen,
): number | undefined {
  let total = 0;
  for (const held of holds) {
    const file = files.get(held.performance);
    if (!file) return undefined;
    for (const { price } of pricesOf(held, file, chosen)) total += price;
  }
  return total;
}

/** The order's wish, seat by seat. */
export function concessionsOf(
  holds: readonly Held[],
  files: ReadonlyMap<string, PerformanceFile>,
  chosen: Chosen,
): NonNullable<OrderRequest['concessions']> {
  return holds.flatMap(({ hold, performance, seats }) => {
    const offered = files.get(performance)?.concessions ?? [];
    return seats.flatMap(({ id }) => {
      const concession = chosen[seatKey(hold, id)];
      return concession !== undefined && offered.some((one) => one.id === concession)
        ? [{ hold, seat: id, concession }]
        : [];
    });
  });
}

/** The reduced prices chosen, each once: their bearers must bring proof. */
export function proofsOf(
  holds: readonly Held[],
  files: ReadonlyMap<string, PerformanceFile>,
  chosen: Chosen,
): readonly Concession[] {
  const found = new Map<string, Concession>();
  for (const held of holds) {
    const file = files.get(held.performance);
    for (const { concession } of file ? pricesOf(held, file, chosen) : [])
      if (concession) found.set(`${concession.name} ${concession.note ?? ''}`, concession);
  }
  return [...found.values()];
}
