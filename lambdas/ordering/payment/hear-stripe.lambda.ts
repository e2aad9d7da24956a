import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { readSecrets } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import type { FailedRefund } from '../order/order.ts';
import { hearFailedRefund } from './failed-refund.ts';
import { hearDispute } from './hear-dispute.ts';
import { hearPayment } from './hear-payment.ts';
import { hearStripeRoute } from './hear-stripe.route.ts';
import { openStripe } from './stripe.gateway.ts';
import { stripePayment } from './stripe.ts';
import { stripePlace } from './stripe-keys.ts';

const env = readEnv('ordering/payment/hear-stripe', process.env);
const place = stripePlace(env.STRIPE);
const account = place && openStripe(place);
const deps = account && {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  payments: new Map([['stripe', stripePayment(account.api)] as const]),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
};
const listener = deps && {
  secrets: account.webhookSecrets,
  hear: (order: string, now: number) => hearPayment(deps, order, now),
  refundFailed: (order: string, refund: FailedRefund, now: number) => hearFailedRefund(deps, order, refund, now),
  disputed: (reference: string, now: number) => hearDispute({ store: deps.store, stripe: account.api }, reference, now),
};

export const handler = http(hearStripeRoute(listener), await readSecrets(env.ORIGIN_SECRET_ARNS));
