import type { HouseOutcome } from '../../../contracts/house.ts';
import { written } from '../../../lambdas/foundation/write-outcome.ts';
import { changeOrder } from '../../../lambdas/ordering/book/change-order.ts';
import { placeOrder } from '../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../lambdas/ordering/buy/settle-order.ts';
import { tendOrders } from '../../../lambdas/ordering/buy/tend-orders.ts';
import { cancelOrder } from '../../../lambdas/ordering/change/cancel-order.ts';
import { exchangeSeats } from '../../../lambdas/ordering/change/exchange-seats.ts';
import { doorTwin } from '../../../lambdas/ordering/door/door.twin.ts';
import type { DoorStore } from '../../../lambdas/ordering/door/door-store.ts';
import type { OrderRecord } from '../../../lambdas/ordering/order/order.ts';
import { orderTwin } from '../../../lambdas/ordering/order/order.twin.ts';
import { orderIdOf, orderKeyOf } from '../../../lambdas/ordering/order/order-id.ts';
import type { OrderStore } from '../../../lambdas/ordering/order/order-store.ts';
import { boxOffice } from '../../../lambdas/ordering/payment/box-office.ts';
import { hearPayment } from '../../../lambdas/ordering/payment/hear-payment.ts';
import type { PaymentPort } from '../../../lambdas/ordering/payment/payment.ts';
import * as card from '../../../stand-ins/card-account.ts';
import { type Around, Killed, through, wasKilled } from '../../interrupted.ts';
import fc from '../../properties.ts';
import { fakeHouse, inputOf, keys, now, portsOf, requestOf, type SmallStage, slipOf, staff } from './small-stage.ts';

/*
 * One history of orders: acts of fans, staff, the door, the house, the provider and the clock, one after another or
 * two at once, each of whose calls may be killed.
 */

/** Takes a guard away. */
export interface Sabotage {
  readonly openDoor?: true;
  readonly noClock?: true;
}

const allKeys = ['key-0001', 'key-0002'] as const;
const allHolds = ['hold00000001', 'hold00000002', 'hold00000003'];

const act = fc.oneof(
  fc.record({
    act: fc.constant('place' as const),
    key: fc.constantFrom(...allKeys),
    holds: fc.subarray(allHolds, { minLength: 1 }),
    pay: fc.constantFrom('card' as const, 'box-office' as const),
  }),
  fc.record({ act: fc.constant('pay' as const), key: fc.constantFrom(...allKeys) }),
  fc.record({ act: fc.constant('withdraw' as const), key: fc.constantFrom(...allKeys) }),
  fc.record({ act: fc.constant('hear' as const), key: fc.constantFrom(...allKeys) }),
  fc.record({ act: fc.constant('deliver' as const), twice: fc.boolean(), backwards: fc.boolean() }),
  fc.record({ act: fc.constant('cancel' as const), key: fc.constantFrom(...allKeys), staff: fc.boolean() }),
  fc.record({
    act: fc.constant('exchange' as const),
    key: fc.constantFrom(...allKeys),
    to: fc.constantFrom('F-1', 'F-2', 'F-3', 'F-5'),
    staff: fc.boolean(),
  }),
  fc.record({ act: fc.constant('take-payment' as const), key: fc.constantFrom(...allKeys) }),
  fc.record({ act: fc.constant('enter' as const), key: fc.constantFrom(...allKeys), nth: fc.nat(5) }),
  fc.record({ act: fc.constant('tend' as const), minutes: fc.constantFrom(0, 2, 5, 60 * 49) }),
);
export const acts = fc.array(fc.record({ first: act, second: fc.option(act, { nil: undefined, freq: 4 }) }), {
  minLength: 1,
  maxLength: 14,
});
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

interface Play {
  /** For each call in turn: 0 lets it through, 1 kills before it, 2 kills after it took effect. */
  readonly faults: readonly number[];
  /** Holds that were bought in peace, with a card, before it begins. */
  readonly begun: readonly string[] | undefined;
  readonly lost: readonly string[];
  readonly taken: readonly string[];
  readonly acts: readonly { readonly first: Act; readonly second: Act | undefined }[];
}

/** A provider with a memory: a repeated act for an order is done once, as such companies promise. */
function cardCompany() {
  const accounts = new Map<string, card.CardAccount>();
  /** Orders whose payment was let go of, also of those that were over already. */
  const dropped = new Set<string>();
  const refunds = new Map<string, number>();
  const accountOf = (order: string) => accounts.get(order) ?? card.openAccount(0);
  const move = (order: string, acted: card.Acted): boolean => {
    if (acted.ok) accounts.set(order, acted.account);
    return acted.ok;
  };
  const mustMove = (order: string, acted: card.Acted) => {
    if (!move(order, acted)) throw new Error(`${order} is ${accountOf(order).state}: ${JSON.stringify(acted)}`);
  };
  const said = (order: string) => {
    const { state } = accountOf(order);
    if (dropped.has(order)) return 'declined' as const;
    return state === 'unpaid' ? ('pending' as const) : ('authorised' as const);
  };
  const port: PaymentPort = {
    objection: () => undefined,
    authorise: async ({ order, amount }) => {
      if (!accounts.has(order)) accounts.set(order, card.openAccount(amount));
      return { state: 'pending', reference: order };
    },
    look: async ({ order }) => ({ state: said(order), reference: order }),
    capture: async ({ order, amount }) => {
      const account = accountOf(order);
      if (account.state === 'withdrawn') return 'withdrawn';
      if (account.state !== 'captured' || account.captured !== amount) mustMove(order, card.capture(account, amount));
      return 'captured';
    },
    void: async (order) => {
      const account = accountOf(order);
      if (account.state === 'captured') throw new Error('voided after capture');
      move(order, card.cancel(account));
      dropped.add(order);
    },
    refund: async ({ order, name, amount }) => {
      if (!refunds.has(`${order} ${name}`)) mustMove(order, card.refund(accountOf(order), amount));
      refunds.set(`${order} ${name}`, amount);
    },
  };
  return {
    accountOf,
    dropped,
    port,
    /** The fan confirms on the page. */
    pay: (order: string) => void (accounts.has(order) && move(order, card.authorise(accountOf(order)))),
    /** The fan's bank takes back its word. */
    withdraw: (order: string) => void move(order, card.withdraw(accountOf(order))),
  };
}

interface GivenOut {
  readonly order: string;
  readonly id: string;
  /** It opened the door in the moment it was replaced, and its mark went over to the new one. */
  usedForNew: boolean;
}

export interface OrdersUnderFire {
  readonly orders: readonly OrderRecord[];
  readonly bank: ReturnType<typeof cardCompany>;
  readonly house: ReturnType<typeof fakeHouse>;
  readonly door: DoorStore;
  readonly announced: readonly GivenOut[];
}

/** Plays the history, lets the clock look after what is left, and gives what stands then. */
export async function history(play: Play, sabotage: Sabotage = {}): Promise<OrdersUnderFire> {
  let at = 0;
  let peace = true;
  const around: Around = async (call) => {
    const fault = peace ? 0 : (play.faults[at++] ?? 0);
    // Of two at once, the other gets its turn.
    await Promise.resolve();
    if (fault === 1) throw new Killed();
    const done = await call();
    if (fault === 2) throw new Killed();
    return done;
  };
  const house = fakeHouse(play.lost, play.taken);
  const bank = cardCompany();
  const twin = through(orderTwin(), around);
  const door = doorTwin();
  const { mark, marksOf, expect } = through(door, around);
  // An act that touches nothing is not a call.
  const port = { ...through(bank.port, around), objection: bank.port.objection };
  const announced: GivenOut[] = [];
  const announce = async ({ id: order, tickets }: OrderRecord) => {
    for (const { id } of tickets)
      if (!announced.some((ticket) => ticket.id === id)) announced.push({ order, id, usedForNew: false });
  };
  const deps: SmallStage = portsOf({
    store: twin,
    door: { ...door, mark: sabotage.openDoor ? async () => written : mark, marksOf, expect },
    payments: new Map([['sandbox-card', port] as const, ['box-office', boxOffice] as const]),
    ...through({ askHouse: house.ask, announce }, around),
  });

  let clock = now;
  const mailbox: HouseOutcome[] = [];
  const idOf = (key: string) => orderIdOf(keys.orderId, 'friends', 'ada', key);
  const askedOf = (key: string) => ({ id: idOf(key), key: orderKeyOf(keys.orderKey, idOf(key)) });
  const deliver = async (twice: boolean, backwards: boolean) => {
    const news = house.news();
    mailbox.push(...news, ...(twice ? news : []));
    if (backwards) mailbox.reverse();
    const again: HouseOutcome[] = [];
    for (let answer = mailbox.shift(); answer; answer = mailbox.shift()) {
      try {
        await settleOrder(deps, answer, clock);
      } catch (error) {
        if (!wasKilled(error)) throw error;
        again.push(answer);
      }
    }
    mailbox.push(...again);
  };
  const tend = async () => {
    if (sabotage.noClock) return;
    const { failed } = await tendOrders(deps, () => clock, clock + 1);
    const fault = failed.find(({ error }) => !wasKilled(error));
    if (fault) throw fault.error;
  };
  const perform = async (given: Act): Promise<void> => {
    switch (given.act) {
      case 'place': {
        const slips = given.holds.map((hold) => slipOf(hold));
        const payment =
          given.pay === 'card' ? ({ method: 'sandbox-card', card: 'approved' } as const) : { method: given.pay };
        await placeOrder(deps, inputOf([], { idempotencyKey: given.key, request: requestOf(slips, payment) }), clock);
        return;
      }
      case 'pay':
        return bank.pay(idOf(given.key));
      case 'withdraw':
        return bank.withdraw(idOf(given.key));
      case 'hear':
        await hearPayment(deps, idOf(given.key), clock);
        return;
      case 'deliver':
        return deliver(given.twice, given.backwards);
      case 'cancel': {
        const { id } = askedOf(given.key);
        if (given.staff) await changeOrder(deps, staff, { id, act: { act: 'cancel', reason: 'asked' } }, clock);
        else await cancelOrder(deps, askedOf(given.key), clock);
        return;
      }
      case 'exchange': {
        const order = await twin.get(idOf(given.key));
        const line = order?.items.find(({ hold }) => order.outcomes[hold] === 'sold');
        const seat = line?.seats[0];
        if (!order || !line || !seat) return;
        const request = { hold: line.hold, from: [seat.id], to: [given.to] };
        if (given.staff) await changeOrder(deps, staff, { id: order.id, act: { act: 'exchange', ...request } }, clock);
        else await exchangeSeats(deps, { ...askedOf(given.key), request }, clock);
        return;
      }
      case 'take-payment':
        // Only promises: a dearer exchange is paid at the counter, and the bank knows nothing of it.
        if ((await twin.get(idOf(given.key)))?.payment.method === 'box-office')
          await changeOrder(deps, staff, { id: idOf(given.key), act: { act: 'take-payment' } }, clock);
        return;
      case 'enter': {
        const ticket = announced.filter(({ order }) => order === idOf(given.key))[given.nth];
        if (!ticket) return;
        const marked = await door.mark('storm-1', ticket.id, { state: 'used', usedAt: clock, door: 'x' });
        ticket.usedForNew = marked.ok || marked.mark.state === 'used';
        return;
      }
      case 'tend':
        clock += given.minutes * 60_000;
        return tend();
    }
  };
  const attempt = async (given: Act | undefined): Promise<void> => {
    if (!given) return;
    try {
      await perform(given);
    } catch (error) {
      if (!wasKilled(error)) throw error;
    }
  };
  if (play.begun) {
    const key = allKeys[0];
    const way = [
      { act: 'place', key, holds: [...play.begun], pay: 'card' },
      { act: 'pay', key },
      { act: 'hear', key },
      { act: 'deliver', twice: false, backwards: false },
    ] as const;
    for (const given of way) await perform({ ...given } as Act);
  }
  peace = false;
  for (const { first, second } of play.acts) {
    clock += 1000;
    await Promise.all([attempt(first), attempt(second)]);
  }
  peace = true;
  // An hour is enough for whatever was left; promises keep until their deadline.
  for (let minute = 0; minute < 60; minute += 3) {
    clock += 180_000;
    await deliver(false, false);
    await tend();
  }
  await deliver(false, false);
  return { orders: (await twin.page(50)).orders, bank, house, door, announced };
}

/** A store that takes every write. */
export function blind(store: OrderStore): OrderStore {
  return {
    ...store,
    write: async (order) => {
      const standing = await store.get(order.id);
      return store.write({ ...order, version: (standing?.version ?? 0) + 1 });
    },
  };
}
