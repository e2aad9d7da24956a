import type { HouseOutcome } from '../contracts/house.ts';
import type {
  DateRequest,
  ExchangeRequest,
  GiveBackRequest,
  OrderRequest,
  OrderView,
  StaffAct,
} from '../contracts/order.ts';
import { published } from '../contracts/paths.ts';
import type { PerformanceActs } from '../contracts/performance-acts.ts';
import type { Refusal } from '../contracts/refusals.ts';
import { actsIn } from '../lambdas/foundation/performance-acts.ts';
import type { StaffMember } from '../lambdas/foundation/staff/who-asks.ts';
import { changeOrder } from '../lambdas/ordering/book/change-order.ts';
import { placeOrder } from '../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../lambdas/ordering/buy/settle-order.ts';
import { showOrder } from '../lambdas/ordering/buy/show-order.ts';
import { tendOrders } from '../lambdas/ordering/buy/tend-orders.ts';
import { cancelOrder } from '../lambdas/ordering/change/cancel-order.ts';
import { chooseDate } from '../lambdas/ordering/change/choose-date.ts';
import { exchangeSeats } from '../lambdas/ordering/change/exchange-seats.ts';
import { giveBackTickets } from '../lambdas/ordering/change/give-back-tickets.ts';
import { followActs } from '../lambdas/ordering/follow/follow-acts.ts';
import type { FailedRefund } from '../lambdas/ordering/order/order.ts';
import { hearFailedRefund } from '../lambdas/ordering/payment/failed-refund.ts';
import { type HearDisputeDeps, hearDispute } from '../lambdas/ordering/payment/hear-dispute.ts';
import { hearPayment } from '../lambdas/ordering/payment/hear-payment.ts';
import type { Api } from './stage/platform.ts';

/** Ordering's use cases with what its functions give them. */
const portsOf = ({
  orders,
  door,
  payments,
  ask,
  announce,
  read,
  findPerformance,
  findSeats,
  passKeys,
  slipKeys,
  voucherKeys,
  findEnded,
  keys,
  audit,
  random,
}: Api) => ({
  store: orders,
  door,
  payments,
  knownPayments: payments,
  findPerformance,
  read,
  askHouse: ask,
  announce,
  findSeats,
  passKeys,
  slipKeys,
  voucherKeys,
  findEnded,
  keys: keys.ordering,
  audit,
  newId: () => `${Math.floor(random() * 1e15)}`.padStart(16, '0'),
});

export interface KeyHolder {
  readonly id: string;
  readonly key: string;
}

export type ShownOrder = Promise<{ readonly ok: true; readonly order: OrderView } | Refusal>;

export const place = (
  api: Api,
  input: { readonly pass: string; readonly idempotencyKey: string; readonly request: OrderRequest },
  now: number,
) => placeOrder(portsOf(api), input, now);

export const show = (api: Api, of: KeyHolder, now: number): ShownOrder => showOrder(portsOf(api), of, now);

export const cancel = (api: Api, of: KeyHolder, now: number): ShownOrder => cancelOrder(portsOf(api), of, now);

/** Some of its tickets. */
export const giveBack = (api: Api, of: KeyHolder, request: GiveBackRequest, now: number): ShownOrder =>
  giveBackTickets(portsOf(api), { ...of, request }, now);

/** The money instead of another date for a performance that was cancelled. */
export const moneyInstead = (api: Api, of: KeyHolder, performance: string, now: number): ShownOrder =>
  cancelOrder(portsOf(api), { ...of, performance }, now);

export const choose = (api: Api, of: KeyHolder, request: DateRequest, now: number): ShownOrder =>
  chooseDate(portsOf(api), { ...of, request }, now);

export const exchange = (api: Api, of: KeyHolder, request: ExchangeRequest, now: number): ShownOrder =>
  exchangeSeats(portsOf(api), { ...of, request }, now);

/** Somebody who may do everything with orders. */
export const boxOffice: StaffMember = { email: 'olga@example.org', may: () => true };

export const actAsStaff = (api: Api, id: string, act: StaffAct, now: number) =>
  changeOrder(portsOf(api), boxOffice, { id, act }, now);

export const settle = (api: Api, outcome: HouseOutcome, now: number) => settleOrder(portsOf(api), outcome, now);

export const hear = (api: Api, order: string, now: number) => hearPayment(portsOf(api), order, now);

export const refundFailed = (api: Api, order: string, refund: FailedRefund, now: number) =>
  hearFailedRefund(portsOf(api), order, refund, now);

export const disputed = (api: Api, stripe: HearDisputeDeps['stripe'], reference: string, now: number) =>
  hearDispute({ store: api.orders, stripe }, reference, now);

/** Brings orders to what became of their performances. */
export const follow = (api: Api, clock: () => number, endsAt: number) => {
  const acts = async () => actsIn(await api.read<PerformanceActs>(published.performanceActs()));
  return followActs({ ...portsOf(api), follow: api.follow, acts }, clock, endsAt);
};

export const tend = (api: Api, clock: () => number, endsAt: number) => tendOrders(portsOf(api), clock, endsAt);
