import { describe, expect, test } from '@jest/globals';
import type { SaleLoss } from '../../../../contracts/house.ts';
import { Spoilt } from '../../../../lambdas/foundation/spoilt.ts';
import { goodTimeMs } from '../../../../lambdas/ordering/buy/give-voucher.ts';
import { type PlaceOrderDeps, placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { showOrder } from '../../../../lambdas/ordering/buy/show-order.ts';
import { fakeHouse, inputOf, now, passOf, portsOf, slipOf } from '../small-stage.ts';

const hold = 'hold00000001';
const otherHold = 'hold00000002';
const bothHolds = [hold, otherHold];
const lapses = now + 600_000;

/** The order of these holds, placed at a time and lost by the house for these reasons. */
async function lost(reasons: readonly (SaleLoss | undefined)[], placedAt = now) {
  const house = fakeHouse(bothHolds);
  const deps = portsOf({ askHouse: house.ask });
  const holds = bothHolds.slice(0, reasons.length);
  const slips = holds.map((one) => slipOf(one, { expiresAt: lapses }));
  const placed = await placeOrder(deps, inputOf(slips), placedAt);
  if (!placed.ok) throw new Error(placed.refusal);
  for (const [at, { why: _, ...answer }] of house.answers().entries()) {
    const why = reasons[at];
    await settleOrder(deps, { ...answer, ...(why && { why }) }, placedAt);
  }
  const shown = await showOrder(deps, { id: placed.order.order, key: placed.order.key }, placedAt + 1000);
  if (!shown.ok) throw new Error(shown.refusal);
  expect(shown.order).toMatchObject({ state: 'refused', refusal: 'seats-lost' });
  return shown.order;
}

describe('seats that were lost', () => {
  test('by the house, though the order asked in good time: a voucher', async () => {
    expect(await lost(['seat-lost'])).toHaveProperty('voucher');
    expect(await lost(['seat-lost'], lapses - goodTimeMs)).toHaveProperty('voucher');
    expect(await lost(['hold-released', 'seat-lost'])).toHaveProperty('voucher');
  });

  test.each(['hold-sold-already', 'hold-released', 'hold-lapsed', undefined] as const)(
    'for the reason %s: no voucher, since a fan can make it so',
    async (why) => {
      expect(await lost([why])).not.toHaveProperty('voucher');
    },
  );

  test('in the last moment of a hold: no voucher, since a friend may wait for the seats', async () => {
    expect(await lost(['seat-lost'], lapses - goodTimeMs + 1)).not.toHaveProperty('voucher');
  });

  test('one hold ordered again and again under new keys earns nothing', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    for (const idempotencyKey of ['key-0001', 'key-0002', 'key-0003']) {
      const placed = await placeOrder(deps, inputOf([slipOf(hold)], { idempotencyKey }), now);
      if (!placed.ok) throw new Error(placed.refusal);
      for (const answer of house.news()) await settleOrder(deps, answer, now);
      const shown = await showOrder(deps, { id: placed.order.order, key: placed.order.key }, now);
      expect(shown).toMatchObject({ order: { state: idempotencyKey === 'key-0001' ? 'confirmed' : 'refused' } });
      expect(shown).not.toHaveProperty('order.voucher');
    }
  });
});

describe('a fault', () => {
  const broken = async (): Promise<never> => {
    throw new Error('it is on fire');
  };
  /** The fault of placing an order, and the voucher that came with it. */
  const spoilt = async (more: Partial<PlaceOrderDeps>, input = inputOf([slipOf(hold)]), at = now) => {
    const error = await placeOrder({ ...portsOf(), ...more }, input, at).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(Error);
    return error instanceof Spoilt ? error.left.voucher : undefined;
  };
  const { store, payments } = portsOf();

  test('of our table, our queue or our files leaves a voucher', async () => {
    expect(await spoilt({ store: { ...store, put: broken } })).toBeDefined();
    expect(await spoilt({ store: { ...store, write: broken } })).toBeDefined();
    expect(await spoilt({ askHouse: broken })).toBeDefined();
    expect(await spoilt({ findPerformance: broken })).toBeDefined();
  });

  test('of the payment provider, which reads what the fan wrote, leaves none', async () => {
    const port = payments.get('box-office');
    if (!port) throw new Error('the box office is not offered');
    expect(await spoilt({ payments: new Map([['box-office', { ...port, authorise: broken }]]) })).toBeUndefined();
  });

  test('that the request itself brought about leaves none', async () => {
    const tooLarge = async (): Promise<never> => {
      throw Object.assign(new Error('Item size has exceeded'), { name: 'ValidationException' });
    };
    expect(await spoilt({ store: { ...store, put: tooLarge } })).toBeUndefined();
    const moving = { ...store, get: async () => undefined, write: async () => ({ ok: false }) as const };
    expect(await spoilt({ store: moving })).toBeUndefined();
  });

  test('that comes after the pass or the hold leaves none: there is nothing to spoil', async () => {
    const dead = { store: { ...store, get: broken } };
    expect(await spoilt(dead, inputOf([slipOf(hold, { expiresAt: now })]))).toBeUndefined();
    const over = passOf('ada', { expiresAt: now });
    expect(await spoilt(dead, inputOf([slipOf(hold)], { pass: over }))).toBeUndefined();
  });
});
