import type { PaymentMethod } from '../../../contracts/order.ts';
import { boxOffice } from './box-office.ts';
import type { PaymentDeps, PaymentPort } from './payment.ts';
import { sandboxCard } from './sandbox-card.ts';

/*
 * The ways to pay that this stage offers. The pretend card is offered only where the local cloud says
 * it is the local cloud: a stage file that lists it by mistake still cannot give seats away on AWS. A trial has ways of its
 * own to pay (ways-to-pay.ts).
 */

/** All ways to pay. An order is settled the way it was placed, even if that way is offered no longer. */
export function knownPayments(more: PaymentDeps = new Map()): PaymentDeps {
  return new Map<PaymentMethod, PaymentPort>([['box-office', boxOffice], ['sandbox-card', sandboxCard], ...more]);
}

/** `methods` is `PAYMENT_METHODS`, a comma list; `localCloud` is `LOCAL_CLOUD`, `1` on the local cloud alone. */
export function offeredPayments(
  methods: string,
  localCloud: string | undefined,
  known: PaymentDeps = knownPayments(),
): PaymentDeps {
  const offered = methods
    .split(',')
    .map((method) => method.trim())
    .filter((method) => method !== '');
  return new Map(
    offered.flatMap((method) => {
      const port = known.get(method as PaymentMethod);
      if (!port) throw new Error(`PAYMENT_METHODS names ${method}; known: ${[...known.keys()].join(', ')}`);
      if (method === 'sandbox-card' && localCloud !== '1') return [];
      return [[method as PaymentMethod, port] as const];
    }),
  );
}
