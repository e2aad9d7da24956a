import { isTrial } from '../../../contracts/trial.ts';
import type { PaymentDeps } from './payment.ts';
import { sandboxCard } from './sandbox-card.ts';

/*
 * How an order may be paid. A trial (contracts/trial.ts) is paid with the pretend card, in every stage, and in no other
 * way. It buys seats of its own house and no others. An order that mixes the two can be paid in no way: there is none
 * that is not forged.
 */

const pretend: PaymentDeps = new Map([['sandbox-card', sandboxCard] as const]);
const none: PaymentDeps = new Map();

/** `offered`: those of the stage. `items`: holds of the order, or their slips. */
export function waysToPay(
  offered: PaymentDeps,
  onSale: string,
  items: readonly { readonly performance: string }[],
): PaymentDeps {
  if (isTrial(onSale)) return items.every(({ performance }) => performance === onSale) ? pretend : none;
  return items.some(({ performance }) => isTrial(performance)) ? none : offered;
}
