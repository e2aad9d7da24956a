import { boxOffice } from '../../lambdas/ordering/payment/box-office.ts';
import type { PaymentDeps, PaymentPort } from '../../lambdas/ordering/payment/payment.ts';
import type { Process } from './cloud.ts';

/** The ways to pay as one process sees them: the real box office, a card company with a memory, and what else there is. */
export function payments(by: Process, bank: PaymentPort, more: PaymentDeps = new Map()): PaymentDeps {
  // An act that touches nothing is not a call.
  const bound = (name: string, port: PaymentPort): PaymentPort => ({
    ...by.bind(name, port),
    objection: (charge) => port.objection(charge),
  });
  return new Map([
    ['box-office', bound('box-office', boxOffice)],
    ['sandbox-card', bound('bank', bank)],
    ...[...more].map(([method, port]) => [method, bound(method, port)] as const),
  ]);
}
