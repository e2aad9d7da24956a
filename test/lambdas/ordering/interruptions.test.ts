import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { HouseOutcome } from '../../../contracts/house.ts';
import { Spoilt } from '../../../lambdas/foundation/spoilt.ts';
import { totalOf } from '../../../lambdas/ordering/order.ts';
import { orderTwin } from '../../../lambdas/ordering/order.twin.ts';
import type { OrderStore } from '../../../lambdas/ordering/order-store.ts';
import type { PaymentPort } from '../../../lambdas/ordering/payment.ts';
import { placeOrder } from '../../../lambdas/ordering/place-order.ts';
import { settleOrder } from '../../../lambdas/ordering/settle-order.ts';
import { fakeHouse, inputOf, now, portsOf, requestOf, slipOf } from './world.ts';

// Only so that a busy machine does not fail what is right: nothing here waits.
jest.setTimeout(60_000);

/*
 * Orders under fire: every call that leaves a use case may die before or after it took effect, fans
 * retry with the same key, the house's answers come twice and in any order. At the end O1 and O2 hold.
 */

const settings = { numRuns: 200 };

/** Kills calls as the list of faults says: 0 lets through, 1 kills before the call, 2 after it took effect. */
function gremlin(faults: readonly number[]) {
  let at = 0;
  return <Given extends unknown[], Done>(call: (...given: Given) => Promise<Done>) =>
    async (...given: Given): Promise<Done> => {
      const fault = faults[at++] ?? 0;
      if (fault === 1) throw new Error('killed before');
      const done = await call(...given);
      if (fault === 2) throw new Error('killed after');
      return done;
    };
}

/** A card company with a memory: what is repeated for an order is done once, as such companies promise. */
function cardCompany() {
  const held = new Map<string, number>();
  const taken = new Map<string, number>();
  const dropped = new Set<string>();
  return { held, taken, dropped };
}

function underFire(faults: readonly number[], lost: readonly string[]) {
  const attack = gremlin(faults);
  const house = fakeHouse(lost);
  const company = cardCompany();
  const twin = orderTwin();
  const store: OrderStore = {
    put: attack(twin.put),
    get: attack(twin.get),
    decidePayment: attack(twin.decidePayment),
    recordOutcome: attack(twin.recordOutcome),
    settle: attack(twin.settle),
    page: twin.page,
  };
  const card: PaymentPort = {
    objection: () => undefined,
    authorise: attack(async ({ order, amount }) => {
      if (!company.held.has(order)) company.held.set(order, amount);
      return { state: 'authorised' as const };
    }),
    capture: attack(async ({ order, amount }) => {
      if (company.dropped.has(order)) throw new Error('captured after void');
      if (!company.taken.has(order)) company.taken.set(order, amount);
      return 'captured' as const;
    }),
    void: attack(async (order: string) => {
      if (company.taken.has(order)) throw new Error('voided after capture');
      company.dropped.add(order);
    }),
  };
  const ports = portsOf({ store, askHouse: attack(house.ask), payments: new Map([['sandbox-card', card]]) });
  return { ports, twin, house, company };
}

async function untilDone<Done>(act: () => Promise<Done>): Promise<Done> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      return await act();
    } catch (error) {
      const cause = error instanceof Spoilt ? error.cause : error;
      if (!(cause instanceof Error && cause.message.startsWith('killed'))) throw error;
    }
  }
  throw new Error('never done');
}

const card = { method: 'sandbox-card', card: 'approved' } as const;
const holds = ['hold00000001', 'hold00000002', 'hold00000003'];

describe('orders under fire', () => {
  test('O1, O2: one order a key, money for exactly the seats that have tickets', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 40 }),
        fc.subarray(holds),
        fc.array(
          fc.record({ key: fc.constantFrom('key-0001', 'key-0002'), holds: fc.subarray(holds, { minLength: 1 }) }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        fc.infiniteStream(fc.nat()),
        async (faults, lost, asks, order) => {
          const { ports, twin, house, company } = underFire(faults, lost);
          for (const { key, holds } of asks) {
            const request = requestOf(
              holds.map((hold) => slipOf(hold)),
              card,
            );
            const input = inputOf([], { idempotencyKey: key, request });
            await untilDone(() => placeOrder(ports, input, now));
          }
          const answers: HouseOutcome[] = [...house.answers(), ...house.answers()];
          answers.sort(() => ((order.next().value ?? 0) % 2) - 0.5);
          for (const answer of answers) await untilDone(() => settleOrder(ports, answer));

          const { orders } = await twin.page(50);
          expect(orders.length).toBe(new Set(asks.map(({ key }) => key)).size);
          const soldSeats = orders.flatMap(({ tickets }) => tickets.map(({ seat }) => seat));
          expect(new Set(soldSeats).size).toBe(soldSeats.length);
          for (const placed of orders) {
            expect(placed.state).not.toBe('placed');
            const paid = company.taken.get(placed.id);
            expect(paid).toBe(placed.state === 'confirmed' ? totalOf(placed) : undefined);
            expect(paid === undefined).toBe(company.dropped.has(placed.id));
            expect(placed.tickets.length * 6500).toBe(paid ?? 0);
            expect(company.held.get(placed.id)).toBe(placed.lines.length * 2 * 6500);
          }
          expect(company.held.size).toBe(orders.length);
        },
      ),
      settings,
    );
  });

  test('guard off: without remembering the first answer of the house, a repeated one breaks the order', async () => {
    const { ports, house, twin } = underFire([], []);
    const request = requestOf([slipOf('hold00000001'), slipOf('hold00000002')], card);
    await placeOrder(ports, inputOf([], { request }), now);
    const [sold, other] = house.answers() as [HouseOutcome, HouseOutcome];
    const forgetful: OrderStore = {
      ...twin,
      recordOutcome: async (id, hold, outcome) => {
        const known = await twin.get(id);
        return known && { ...known, outcomes: { ...known.outcomes, [hold]: outcome } };
      },
    };
    for (const answer of [sold, other, sold, other]) await settleOrder({ ...ports, store: forgetful }, answer);
    expect((await twin.page(1)).orders[0]?.state).toBe('placed');
    for (const answer of [sold, other]) await settleOrder({ ...ports, store: twin }, answer);
    expect((await twin.page(1)).orders[0]?.state).toBe('confirmed');
  });
});
