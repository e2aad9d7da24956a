import type { PaymentMethod } from '../../../contracts/order.ts';
import { published } from '../../../contracts/paths.ts';
import type { SaleFile } from '../../../contracts/sale-levers.ts';
import { isTrial } from '../../../contracts/trial.ts';
import { Memory } from '../../foundation/memory.ts';
import { boxOffice } from './box-office.ts';
import type { PaymentDeps } from './payment.ts';

/*
 * Staff take a way to pay away while an on-sale sells, or let fans promise to pay at the box office instead. Seating
 * publishes what stands; a warm handler remembers it for a moment. It is asked when an order is begun, and never
 * again: an order goes on in the way in which it was begun.
 */

/** A handler may remember the file for so long. */
export const methodsAgeMs = 2000;

const onSalesKept = 100;

/** Undefined: those of the stage. `now` in milliseconds since the epoch. */
export type FindMethods = (onSale: string, now: number) => Promise<readonly PaymentMethod[] | undefined>;

/** A file that cannot be read counts as it was last known, and as if nothing was turned if it never was: fans buy on. */
export function rememberMethods(
  read: (path: string) => Promise<SaleFile | undefined>,
  report: (error: unknown) => void = () => {},
): FindMethods {
  const memory = new Memory<{ readonly methods: SaleFile['methods'] }>(onSalesKept);
  const last = new Map<string, SaleFile['methods']>();
  const look = async (onSale: string) => {
    try {
      last.set(onSale, (await read(published.sale(onSale)))?.methods);
    } catch (error) {
      report(error);
    }
    return { methods: last.get(onSale) };
  };
  return async (onSale, now) => {
    // Nobody turns anything in a trial.
    if (isTrial(onSale)) return undefined;
    return (await memory.recall(onSale, () => look(onSale), { now, ageMs: methodsAgeMs })).methods;
  };
}

/** Of the ways that there are, those that are offered now. A promise can be taken wherever there is a box office. */
export function offeredNow(ways: PaymentDeps, methods: readonly PaymentMethod[] | undefined): PaymentDeps {
  if (!methods) return ways;
  const all = withPromises(ways);
  return new Map([...all].filter(([method]) => methods.includes(method)));
}

/** The ways in which an order may have been begun. */
export function withPromises(ways: PaymentDeps): PaymentDeps {
  return ways.has('box-office') ? ways : new Map([...ways, ['box-office', boxOffice]]);
}
