import { houseOutcome } from '../../../contracts/house.ts';
import { isTrial } from '../../../contracts/trial.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { eachMessage } from '../../foundation/each-message.ts';
import { readEnv } from '../../foundation/env.ts';
import { openHouseQueue } from '../../foundation/house-queue.gateway.ts';
import { logger, metrics } from '../../foundation/observe.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { doorStore } from '../door/door.store.ts';
import { openAnnouncements } from '../mail/announcements.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { openPayments } from '../payment/payments.gateway.ts';
import { settleOrder } from './settle-order.ts';

const env = readEnv('ordering/buy/settle-order', process.env);
const tables = openTables();
const deps = {
  store: orderStore(tables, env.ORDERS_TABLE),
  door: doorStore(tables, env.ORDERS_TABLE),
  payments: openPayments(env),
  askHouse: openHouseQueue(env.HOUSE_QUEUE_URL),
  announce: openAnnouncements(env.ANNOUNCEMENTS_QUEUE_URL),
  keys: orderingKeys(await readSecret(env.ORDERING_SECRET_ARN)),
};

const counted: Readonly<Record<string, string>> = { confirmed: 'OrdersConfirmed', cancelled: 'OrdersCancelled' };

/** From the outcomes queue: the house sold, lost or changed a hold. */
export const handler = eachMessage('outcome', 'outcome not settled', async (outcome) => {
  const order = await settleOrder(deps, houseOutcome.parse(outcome), Date.now());
  if (order.state === 'placed') return;
  logger.info('settled', { order: order.id, state: order.state, version: order.version });
  if (!isTrial(order.onSale)) metrics.addMetric(counted[order.state] ?? 'OrdersRefused', 'Count', 1);
});
