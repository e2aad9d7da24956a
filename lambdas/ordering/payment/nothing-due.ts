import type { PaymentMethod } from '../../../contracts/order.ts';
import type { PaymentDeps, PaymentPort } from './payment.ts';

/*
 * What costs nothing is paid when it is placed. No way to pay is asked about a charge of 0: a box office would wait for
 * money that nobody owes and cancel at its deadline, and a provider refuses a charge so small. An order may also come
 * down to 0 later, when the seats with a price were lost. Then what was authorised is let go of.
 */

/** The way to pay of this name; undefined if there is none. */
export function portFor(payments: PaymentDeps, method: PaymentMethod): PaymentPort | undefined {
  const port = payments.get(method);
  return (
    port && {
      objection: (charge) => (charge.amount === 0 ? undefined : port.objection(charge)),
      authorise: async (charge, payment, now) =>
        charge.amount === 0 ? { state: 'authorised' } : port.authorise(charge, payment, now),
      look: (charge, now) => port.look(charge, now),
      capture: async (capture) => {
        if (capture.amount > 0) return port.capture(capture);
        await port.void(capture.order, capture.reference);
        return 'captured';
      },
      void: (order, reference) => port.void(order, reference),
      refund: (refund) => port.refund(refund),
    }
  );
}
