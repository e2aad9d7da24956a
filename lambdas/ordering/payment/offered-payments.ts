import type { PaymentMethod } from '../../../contracts/order.ts';
import { stageMethods } from '../../foundation/stage-methods.ts';
import { boxOffice } from './box-office.ts';
import type { PaymentDeps, PaymentPort } from './payment.ts';
import { sandboxCard } from './sandbox-card.ts';

/* The ways to pay that this stage offers. A trial has ways of its own to pay (ways-to-pay.ts). */

/** All ways to pay. An order is settled the way it was placed, even if that way is offered no longer. */
export function knownPayments(more: PaymentDeps = new Map()): PaymentDeps {
  return new Map<PaymentMethod, PaymentPort>([['box-office', boxOffice], ['sandbox-card', sandboxCard], ...more]);
}

/** `methods` and `localCloud` are the settings that `stageMethods` reads. Throws when a method has no port. */
export function offeredPayments(
  methods: string,
  localCloud: string | undefined,
  known: PaymentDeps = knownPayments(),
): PaymentDeps {
  return new Map(
    stageMethods(methods, localCloud).map((method) => {
      const port = known.get(method);
      if (!port) throw new Error(`PAYMENT_METHODS names ${method}; known: ${[...known.keys()].join(', ')}`);
      return [method, port] as const;
    }),
  );
}
