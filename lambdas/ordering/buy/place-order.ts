import { idempotencyKey } from '../../../contracts/ids.ts';
import { type Language, languages } from '../../../contracts/languages.ts';
import type { OrderRequest, OrderView } from '../../../contracts/order.ts';
import type { Pass, Slip } from '../../../contracts/pass.ts';
import { header } from '../../../contracts/paths.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { type FindEnded, turnOver } from '../../foundation/ended-passes.ts';
import type { ReadingKeys, SigningKeys } from '../../foundation/keys.ts';
import { passOver, readPass } from '../../foundation/read-pass.ts';
import { Spoilt } from '../../foundation/spoilt.ts';
import { fanMayChange } from '../change/terms.ts';
import { amend } from '../order/amend.ts';
import { type AskHouse, askToAwaitBank, askToSell } from '../order/ask-house.ts';
import { chargeOf, type OrderRecord } from '../order/order.ts';
import { fingerprintOf, type OrderingKeys, orderIdOf, orderKeyOf } from '../order/order-id.ts';
import type { OrderStore } from '../order/order-store.ts';
import { viewOf } from '../order/order-view.ts';
import type { FindPerformance } from '../order/performances.ts';
import type { FindSeats } from '../order/plan-seats.ts';
import { type PerformanceSeats, priceOf } from '../order/price.ts';
import { noteReduced } from '../order/reduced-book.ts';
import { hearPayment } from '../payment/hear-payment.ts';
import { type FindMethods, offeredNow, withPromises } from '../payment/methods-now.ts';
import { portFor } from '../payment/nothing-due.ts';
import type { PaymentDeps, PaymentPort } from '../payment/payment.ts';
import { paymentSaid } from '../payment/payment-steps.ts';
import { waysToPay } from '../payment/ways-to-pay.ts';
import { voucherFor, withVoucher } from './give-voucher.ts';
import { isOwnFault, knowingOwnFaults } from './own-faults.ts';
import { readSlips, slipsLapsed } from './slips.ts';

/*
 * Placing an order, in steps of which each is safe to do again:
 *
 *   0 name it in the fan's book, if prices are reduced   a crash here: it counts for two minutes
 *   1 write it down unpaid, if its id is new     a crash here: the retry starts over
 *   2 ask payment                                the retry asks again with the same order id
 *   3 record what payment said, once             the retry finds it and goes on
 *   4 ask the house to sell each hold            the retry asks again; the house knows each ask by its id
 *
 * No seat is asked for before payment is decided. The first record stands: the retry takes items and prices from it,
 * and does not need pass or slips to be still in time. While payment is pending the order is `paying`, and every repeat
 * looks whether it still is (hear-payment.ts). A fan who is in time and meets a fault of ours gets a voucher with it
 * (own-faults.ts).
 */

export interface PlaceOrderDeps {
  readonly store: Pick<OrderStore, 'put' | 'get' | 'write' | 'reducedBook' | 'writeReducedBook'>;
  /** The ways to pay of the stage. */
  readonly payments: PaymentDeps;
  /**
   * Those that staff left in an on-sale.
   * @default - nobody turns any: all of the stage
   */
  readonly findMethods?: FindMethods;
  readonly findPerformance: FindPerformance;
  readonly askHouse: AskHouse;
  readonly findSeats: FindSeats;
  readonly passKeys: ReadingKeys;
  readonly slipKeys: ReadingKeys;
  readonly voucherKeys: SigningKeys;
  readonly findEnded: FindEnded;
  readonly keys: OrderingKeys;
  /**
   * The venue's, for a buyer whose request names none.
   * @default - English
   */
  readonly language?: Language;
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
export async function placeOrder(deps: PlaceOrderDeps, input: OrderInput, now: number): Promise<Placed | Refusal> {
  const key = idempotencyKey.safeParse(input.idempotencyKey);
  if (!key.success)
    return refuse('idempotency-key-missing', 'Make up a key for this order and send it again with every retry.', {
      errors: [{ field: `header.${header.idempotencyKey}`, message: key.error.issues[0]?.message ?? 'is missing' }],
    });
  const read = await readPass(input.pass, deps.passKeys, now);
  if (!read.ok) return read;
  const { pass } = read;
  const slips = await readSlips(input.request.slips, pass, deps.slipKeys, now);
  if (!slips.ok) return slips;
  // A name is no reason for a fault: who comes late with a repeat is owed the answer that there was.
  const seatsOf = async (performance: string) => {
    try {
      const file = await deps.findPerformance(performance, now);
      return file && (await deps.findSeats(file.plan));
    } catch {
      return undefined;
    }
  };
  const late = read.isOver
    ? passOver()
    : ((await turnOver(deps.findEnded, pass, now)) ?? (await slipsLapsed(slips.slips, seatsOf, now)));
  try {
    const asked = { pass, slips: slips.slips, key: key.data, request: input.request };
    return await placeWith(knowingOwnFaults(deps), asked, late, now);
  } catch (cause) {
    // Whoever comes late has nothing that could be spoilt: the order that there may be is carried on by the clock.
    if (late || !isOwnFault(cause)) throw cause;
    const voucher = await voucherFor(deps.voucherKeys, pass, 'fault', now, now);
    throw new Spoilt(`A fault spoilt a checkout of ${pass.o}`, { voucher }, cause);
  }
}

interface OrderAsked {
  readonly pass: Pass;
  readonly slips: readonly Slip[];
  readonly key: string;
  readonly request: OrderRequest;
}

/** `late` is why it may not be begun any more; a repeat is answered all the same. */
async function placeWith(
  deps: PlaceOrderDeps,
  { pass, slips, key, request }: OrderAsked,
  late: Refusal | undefined,
  now: number,
): Promise<Placed | Refusal> {
  const { store, voucherKeys, keys } = deps;
  const id = orderIdOf(keys.orderId, pass.o, pass.f, key);
  const fingerprint = fingerprintOf(slips, request);
  const written =
    late ?? (await putFirst(deps, { id, onSale: pass.o, fan: pass.f, pass: pass.i, fingerprint }, slips, request, now));
  const put = written.ok ? written : await findFirst(store, id, written);
  if (!put.ok) return put;
  if (put.order.fingerprint !== fingerprint)
    return refuse('idempotency-key-reused', 'Make up a new key for a different order.', {
      errors: [{ field: `header.${header.idempotencyKey}`, message: 'was used for an order with other contents' }],
    });

  const carried = await carryOn(deps, put.order, request, now);
  if (!carried.ok) return carried;
  const { order } = carried;
  const may = await fanMayChange(order, deps.findPerformance, now);
  const view = viewOf(order, { key: orderKeyOf(keys.orderKey, id), may, now });
  return { ok: true, first: put.first, order: await withVoucher(view, order, voucherKeys, now) };
}

interface Put {
  readonly ok: true;
  readonly first: boolean;
  readonly order: OrderRecord;
}

/** A new order cannot be written down now, but a repeat of one that was still gets its answer. */
async function findFirst(store: Pick<OrderStore, 'get'>, id: string, refusal: Refusal): Promise<Put | Refusal> {
  const order = await store.get(id);
  return order ? { ok: true, first: false, order } : refusal;
}

async function putFirst(
  { store, payments, findMethods, findPerformance, findSeats, language }: PlaceOrderDeps,
  who: Pick<OrderRecord, 'id' | 'onSale' | 'fan' | 'pass' | 'fingerprint'>,
  slips: readonly Slip[],
  request: OrderRequest,
  now: number,
): Promise<Put | Refusal> {
  const { method } = request.payment;
  const offered = offeredNow(payments, await findMethods?.(who.onSale, now));
  const port = portFor(waysToPay(offered, who.onSale, slips), method);
  if (!port) return notOffered(request);
  const onSale = new Map<string, PerformanceSeats>();
  for (const id of new Set(slips.map(({ performance }) => performance))) {
    const performance = await findPerformance(id, now);
    const seats = performance && (await findSeats(performance.plan));
    if (performance && seats) onSale.set(id, { performance, seats });
  }
  const priced = priceOf(slips, onSale, request.concessions);
  if (!priced.ok) return priced;
  const seatsPerFan = limitOf(who.onSale, onSale);
  const spoken = request.language ?? language ?? languages[0];
  const order: OrderRecord = {
    ...who,
    version: 1,
    movedAt: now,
    state: 'unpaid',
    items: priced.items,
    outcomes: {},
    changes: {},
    currency: priced.currency,
    ...(seatsPerFan !== undefined && { seatsPerFan }),
    timeZone: priced.timeZone,
    buyer: request.buyer,
    language: spoken,
    ...(request.news && { news: { text: request.news, language: spoken, givenAt: now } }),
    payment: { method, state: 'undecided' },
    tickets: [],
    history: [{ happenedAt: now, by: 'fan', act: 'placed' }],
    placedAt: now,
    heldUntil: Math.min(...slips.map(({ expiresAt }) => expiresAt)),
  };
  const objection = port.objection(chargeOf(order));
  if (objection)
    return refuse('payment-method-unavailable', objection, {
      errors: [{ field: 'body.payment.method', message: objection }],
    });
  const noted = await noteReduced(store, order, priced.reduced, now);
  if (!noted.ok) return noted;
  const put = await store.put(order);
  return { ok: true, first: put.ok, order: put.ok ? order : put.order };
}

/** The limit of seats a fan, as the season says it of this on-sale. */
function limitOf(onSale: string, performances: ReadonlyMap<string, PerformanceSeats>): number | undefined {
  const published = [...performances.values()].flatMap(({ performance }) => performance.onSales);
  return published.find(({ id }) => id === onSale)?.seatsPerFan;
}

function notOffered({ payment: { method } }: OrderRequest): Refusal {
  return refuse('payment-method-unavailable', 'Choose another way to pay; your seats are still held.', {
    errors: [{ field: 'body.payment.method', message: `${method} is not offered here` }],
  });
}

/** Asks payment, and goes on by its answer. Safe to do again, also for an order that was given up in between. */
async function decide(
  { store, askHouse }: PlaceOrderDeps,
  port: PaymentPort,
  order: OrderRecord,
  request: OrderRequest,
  now: number,
): Promise<OrderRecord> {
  const said = await port.authorise(chargeOf(order), request.payment, now);
  const decided = await amend(store, order.id, paymentSaid(said, 'payment', now), now, order);
  if (!decided) throw new Error(`Order ${order.id} vanished while it was paid`);
  // Given up while we asked: nobody else knows of what was begun just now.
  if (decided.state === 'refused' && said.state !== 'declined') await port.void(order.id, said.reference);
  if (decided.state === 'placed') await askToSell(askHouse, decided);
  if (decided.state === 'paying') await askToAwaitBank(askHouse, decided);
  return decided;
}

/** A repeat that finds the order takes it up at that point: it asks payment, looks at it, or asks the house again. */
async function carryOn(
  deps: PlaceOrderDeps,
  order: OrderRecord,
  request: OrderRequest,
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderRecord } | Refusal> {
  const payments = waysToPay(withPromises(deps.payments), order.onSale, order.items);
  const port = portFor(payments, order.payment.method);
  if (order.state === 'unpaid')
    return port ? { ok: true, order: await decide(deps, port, order, request, now) } : notOffered(request);
  if (order.state === 'placed') await askToSell(deps.askHouse, order);
  // The clock looks after a payment that is offered no longer: see tend-orders.ts.
  if (order.state !== 'paying' || !port) return { ok: true, order };
  return { ok: true, order: (await hearPayment({ ...deps, payments }, order.id, now)) ?? order };
}
