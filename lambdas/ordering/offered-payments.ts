import type { PaymentMethod } from '../../contracts/order.ts';
import { boxOffice } from './box-office.ts';
import type { PaymentPort, PaymentPorts } from './payment.ts';
import { sandboxCard } from './sandbox-card.ts';

/*
 * The ways to pay that this stage offers. The pretend card is offered only where the local cloud says
 * it is the local cloud: a stage file that lists it by mistake still cannot give seats away on AWS.
 */

const ports: Readonly<Record<PaymentMethod, PaymentPort>> = { 'box-office': boxOffice, 'sandbox-card': sandboxCard };

/** Every way to pay there is: an order is settled the way it was placed, also when that is offered no longer. */
export const knownPayments: PaymentPorts = new Map(
  (Object.keys(ports) as PaymentMethod[]).map((method) => [method, ports[method]]),
);

/** `methods` is `PAYMENT_METHODS`, a comma list; `localCloud` is `LOCAL_CLOUD`, `1` on the local cloud alone. */
export function offeredPayments(methods: string, localCloud: string | undefined): PaymentPorts {
  const offered = methods
    .split(',')
    .map((method) => method.trim())
    .filter((method) => method !== '');
  return new Map(
    offered.flatMap((method) => {
      if (!isMethod(method))
        throw new Error(`PAYMENT_METHODS names ${method}; known: ${Object.keys(ports).join(', ')}`);
      if (method === 'sandbox-card' && localCloud !== '1') return [];
      return [[method, ports[method]] as const];
    }),
  );
}

function isMethod(text: string): text is PaymentMethod {
  return Object.hasOwn(ports, text);
}
