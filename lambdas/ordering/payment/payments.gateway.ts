import { knownPayments } from './offered-payments.ts';
import type { PaymentDeps } from './payment.ts';
import { openStripe } from './stripe.gateway.ts';
import { stripePayment } from './stripe.ts';
import { stripePlace } from './stripe-keys.ts';

/** The variables of a handler that speaks to payment providers: see contracts/handlers.ts. */
export interface PaymentsEnv {
  readonly STRIPE: string;
}

/** Every way to pay there is: an order goes on the way it was placed, also when that is offered no longer. */
export function openPayments({ STRIPE }: PaymentsEnv): PaymentDeps {
  const place = stripePlace(STRIPE);
  return knownPayments(place ? new Map([['stripe', stripePayment(openStripe(place).api)] as const]) : new Map());
}
