import { z } from 'zod';
import { refuse } from '../../../contracts/refusals.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { http } from '../../foundation/http.ts';
import { logger, metrics } from '../../foundation/observe.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { hearPayment } from './hear-payment.ts';
import { hearStripe } from './hear-stripe.ts';
import { openStripe } from './stripe.gateway.ts';
import { stripePayment } from './stripe.ts';
import { stripePlace } from './stripe-keys.ts';

const env = readEnv('ordering/payment/hear-stripe', process.env);
const originSecret = await readSecret(env.ORIGIN_SECRET_ARN);
const place = stripePlace(env.STRIPE);
const account = place && openStripe(place);
const ports = account && {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  payments: new Map([['stripe', stripePayment(account.api)] as const]),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
};
const headers = z.object({ 'stripe-signature': z.string().optional() });

/** `POST /api/payments/stripe`: 200 for whatever Stripe signed. */
export const handler = http(
  { body: z.string(), bodyAs: 'text', headers },
  originSecret,
  async ({ body, headers, now }) => {
    if (!account || !ports) return refuse('not-found', 'This site takes no payments by Stripe.');
    const heard = await hearStripe(
      { secrets: await account.webhookSecrets(), hear: (order, at) => hearPayment(ports, order, at) },
      body,
      headers['stripe-signature'],
      now,
    );
    if (!heard.ok) return heard;
    if (heard.order) logger.info('heard', { kind: heard.kind, order: heard.order.id, state: heard.order.state });
    if (heard.failedRefundOf !== undefined) {
      logger.error('refund failed', { order: heard.failedRefundOf });
      metrics.addMetric('RefundsFailed', 'Count', 1);
    }
    return { ok: true, status: 200, body: {} };
  },
);
