import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { HouseAsk } from '../../contracts/house.ts';
import { idempotencyKey } from '../../contracts/ids.ts';
import type { OrderRequest, OrderView } from '../../contracts/order.ts';
import type { Pass, Slip } from '../../contracts/pass.ts';
import { header } from '../../contracts/paths.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import { passLapsed, readPass } from '../foundation/read-pass.ts';
import type { PassKey } from '../foundation/signing.ts';
import { Spoilt } from '../foundation/spoilt.ts';
import { type OrderRecord, totalOf, viewOf } from './order.ts';
import { fingerprintOf, type OrderingKeys, orderIdOf, orderKeyOf, referenceOf } from './order-id.ts';
import type { OrderStore, PaymentDecision } from './order-store.ts';
import type { Authorisation, Charge, PaymentPort, PaymentPorts } from './payment.ts';
import type { FindPerformance } from './performances.ts';
import { priceOf } from './price.ts';
import { readSlips, slipsLapsed } from './slips.ts';
import { voucherFor, withVoucher } from './voucher.ts';

/*
 * Placing an order, in steps of which each is safe to do again:
 *
 *   1 write it down unpaid, if its id is new     a crash here: the retry starts over
 *   2 ask payment                                the retry asks again with the same order id
 *   3 record what payment said, once             the retry finds it and goes on
 *   4 ask the house to sell each hold            the retry asks again; the house knows each ask by its id
 *
 * No seat is asked for before payment is decided, and what was written down first stands: the retry takes
 * lines and prices from the record, and does not need pass or slips to be still in time. Whoever has a genuine
 * pass and meets a fault of ours is given a voucher with it.
 */

/** Puts an ask into the house's queue. */
export type AskHouse = (ask: HouseAsk) => Promise<void>;

export interface PlaceOrderPorts {
  readonly store: OrderStore;
  readonly payments: PaymentPorts;
  readonly findPerformance: FindPerformance;
  readonly askHouse: AskHouse;
  /** The first signs. */
  readonly passKeys: readonly [PassKey, ...PassKey[]];
  readonly keys: OrderingKeys;
}

export interface OrderInput {
  readonly pass: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly request: OrderRequest;
}

export interface Placed {
  readonly ok: true;
  /** False for a repeat of a request that was answered, or cut short, before. */
  readonly first: boolean;
  readonly order: OrderView;
}

/** `now` in milliseconds since the epoch. */
export async function placeOrder(ports: PlaceOrderPorts, input: OrderInput, now: number): Promise<Placed | Refusal> {
  const key = idempotencyKey.safeParse(input.idempotencyKey);
  if (!key.success)
    return refuse('idempotency-key-missing', 'Make up a key for this order and send it again with every retry.', {
      errors: [{ field: `header.${header.idempotencyKey}`, message: key.error.issues[0]?.message ?? 'is missing' }],
    });
  const pass = readPass(input.pass, ports.passKeys);
  if ('ok' in pass) return pass;
  try {
    return await placeWith(ports, pass, key.data, input.request, now);
  } catch (cause) {
    const voucher = voucherFor(ports.passKeys[0], pass, 'fault', now);
    throw new Spoilt(`A fault spoilt a checkout of ${pass.o}`, { voucher }, cause);
  }
}

async function placeWith(
  ports: PlaceOrderPorts,
  pass: Pass,
  key: string,
  request: OrderRequest,
  now: number,
): Promise<Placed | Refusal> {
  const { store, payments, passKeys, keys } = ports;
  const slips = readSlips(request.slips, pass, passKeys);
  if ('ok' in slips) return slips;

  const id = orderIdOf(keys.orderId, pass.o, pass.f, key);
  const fingerprint = fingerprintOf(slips, request);
  const written =
    passLapsed(pass, now) ??
    slipsLapsed(slips, now) ??
    (await putFirst(ports, { id, onSale: pass.o, fan: pass.f, pass: pass.i, fingerprint }, slips, request, now));
  const put = 'ok' in written ? await findFirst(store, id, written) : written;
  if ('ok' in put) return put;
  if (put.order.fingerprint !== fingerprint)
    return refuse('idempotency-key-reused', 'Make up a new key for a different order.', {
      errors: [{ field: `header.${header.idempotencyKey}`, message: 'was used for an order with other contents' }],
    });

  const port = payments.get(put.order.payment.method);
  if (!port && put.order.state === 'unpaid') return notOffered(request);
  const order = port && put.order.state === 'unpaid' ? await decide(store, port, put.order, request) : put.order;
  if (order.state === 'placed') await askToSell(ports.askHouse, order);
  const view = viewOf(order, referenceOf(id), orderKeyOf(keys.orderKey, id));
  return { ok: true, first: put.first, order: withVoucher(view, order, passKeys[0], now) };
}

interface Put {
  readonly first: boolean;
  readonly order: OrderRecord;
}

/** A new order cannot be written down now, but a repeat of one that was still gets its answer. */
async function findFirst(store: OrderStore, id: string, refusal: Refusal): Promise<Put | Refusal> {
  const order = await store.get(id);
  return order ? { first: false, order } : refusal;
}

async function putFirst(
  { store, payments, findPerformance }: PlaceOrderPorts,
  who: Pick<OrderRecord, 'id' | 'onSale' | 'fan' | 'pass' | 'fingerprint'>,
  slips: readonly Slip[],
  request: OrderRequest,
  now: number,
): Promise<Put | Refusal> {
  const { method } = request.payment;
  const port = payments.get(method);
  if (!port) return notOffered(request);
  const performances = new Map<string, PerformanceFile>();
  for (const { performance } of slips) {
    const file = performances.has(performance) ? undefined : await findPerformance(performance, now);
    if (file) performances.set(performance, file);
  }
  const priced = priceOf(slips, performances);
  if (!priced.ok) return priced;
  const order: OrderRecord = {
    ...who,
    state: 'unpaid',
    lines: priced.lines,
    outcomes: {},
    currency: priced.currency,
    timeZone: priced.timeZone,
    buyer: request.buyer,
    payment: { method, state: 'undecided' },
    tickets: [],
    at: now,
  };
  const objection = port.objection(chargeOf(order));
  if (objection)
    return refuse('payment-method-unavailable', objection, {
      errors: [{ field: 'body.payment.method', message: objection }],
    });
  return store.put(order);
}

function notOffered({ payment: { method } }: OrderRequest): Refusal {
  return refuse('payment-method-unavailable', 'Choose another way to pay; your seats are still held.', {
    errors: [{ field: 'body.payment.method', message: `${method} is not offered here` }],
  });
}

async function decide(store: OrderStore, port: PaymentPort, order: OrderRecord, request: OrderRequest) {
  const said = await port.authorise(chargeOf(order), request.payment);
  const decided = await store.decidePayment(order, decisionOf(order, said));
  if (!decided) throw new Error(`Order ${order.id} vanished while it was paid`);
  return decided;
}

function decisionOf(order: OrderRecord, said: Authorisation): PaymentDecision {
  const payment = { method: order.payment.method, ...said };
  return said.state === 'declined'
    ? { state: 'refused', refusal: 'card-declined', payment }
    : { state: 'placed', payment };
}

function chargeOf(order: OrderRecord): Charge {
  return {
    order: order.id,
    amount: totalOf(order),
    currency: order.currency,
    placedAt: order.at,
    firstStartsAt: Math.min(...order.lines.map(({ startsAt }) => startsAt)),
  };
}

/** Asks for every hold that has no answer yet. */
async function askToSell(askHouse: AskHouse, order: OrderRecord): Promise<void> {
  const open = order.lines.filter(({ hold }) => order.outcomes[hold] === undefined);
  await Promise.all(
    open.map(({ hold, performance, seats }) =>
      askHouse({
        ask: 'sell',
        id: `${order.id}-${hold}`,
        performance,
        onSale: order.onSale,
        fan: order.fan,
        hold,
        order: order.id,
        seats: seats.map(({ id }) => id),
      }),
    ),
  );
}
