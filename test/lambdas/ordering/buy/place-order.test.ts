import { describe, expect, test } from '@jest/globals';
import { orderRequest } from '../../../../contracts/order.ts';
import { makeSigned } from '../../../../lambdas/foundation/signing.ts';
import { type OrderInput, type PlaceOrderDeps, placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { seatsOf } from '../../../../lambdas/ordering/order/plan-seats.ts';
import { offeredPayments } from '../../../../lambdas/ordering/payment/offered-payments.ts';
import {
  buyer,
  fakeHouse,
  inputOf,
  now,
  passKeys,
  passOf,
  performance,
  performances,
  plan,
  portsOf,
  requestOf,
  slipKeys,
  slipOf,
  voucherKey,
} from '../small-stage.ts';

/* Long because an order is placed, repeated, refused and spoilt in each way that a fan may meet. */

type Asked = NonNullable<OrderInput['request']['concessions']>[number];

const hold = 'hold00000001';
const otherHold = 'hold00000002';

async function placed(deps: PlaceOrderDeps, input: OrderInput, at = now) {
  const answer = await placeOrder(deps, input, at);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer;
}

async function refused(deps: PlaceOrderDeps, input: OrderInput, at = now) {
  const answer = await placeOrder(deps, input, at);
  if (answer.ok) throw new Error('was not refused');
  return answer;
}

describe('a first order', () => {
  test('promises the box office, prices the seats and asks the house for each hold', async () => {
    const house = fakeHouse();
    const input = inputOf([slipOf(hold), slipOf(otherHold, { performance: 'storm-2' })]);
    const { first, order } = await placed(portsOf({ askHouse: house.ask }), input);
    expect(first).toBe(true);
    expect(order).toMatchObject({
      state: 'placed',
      total: 4 * 6500,
      currency: 'GBP',
      timeZone: 'Europe/London',
      payment: { method: 'box-office', state: 'promised', deadline: now + 48 * 3_600_000 },
      tickets: [],
      placedAt: now,
    });
    expect(order.key).toHaveLength(43);
    expect(order.items.map(({ outcome }) => outcome)).toEqual(['asked', 'asked']);
    expect(house.asked).toEqual([
      expect.objectContaining({
        ask: 'sell',
        id: `${order.order}-${hold}`,
        order: order.order,
        performance: 'storm-1',
      }),
      expect.objectContaining({ ask: 'sell', id: `${order.order}-${otherHold}`, performance: 'storm-2' }),
    ]);
    expect(house.asked[0]).toMatchObject({ hold, fan: 'ada', onSale: 'friends', seats: [`${hold}-1`, `${hold}-2`] });
  });

  test('its buyer is written to in the language of the page, else in the venue’s, else in English', async () => {
    const spoken = async (venue: 'de' | undefined, language: 'fr' | undefined) => {
      const request = { ...requestOf([slipOf(hold)]), ...(language && { language }) };
      const deps = { ...portsOf(), ...(venue && { language: venue }) };
      return (await placed(deps, inputOf([], { request }))).order.language;
    };
    expect(await spoken('de', 'fr')).toBe('fr');
    expect(await spoken('de', undefined)).toBe('de');
    expect(await spoken(undefined, undefined)).toBe('en');
  });

  test('a declined card is refused at once, and no seat is asked for', async () => {
    const house = fakeHouse();
    const request = requestOf([slipOf(hold)], { method: 'sandbox-card', card: 'declined' });
    const { order } = await placed(portsOf({ askHouse: house.ask }), inputOf([], { request }));
    expect(order).toMatchObject({ state: 'refused', refusal: 'card-declined', payment: { state: 'declined' } });
    expect(house.asked).toEqual([]);
  });

  test('takes the slip of fifty seats whose names are as long as a plan may have them', async () => {
    const seats = Array.from({ length: 50 }, (_, n) => ({
      id: `${n}`.padEnd(64, 's'),
      category: 'band1',
      label: `${'座'.repeat(64)}, row ${'列'.repeat(16)}, seat ${`${n}`.padStart(16, '席')}`,
    }));
    const request = orderRequest.parse(requestOf([slipOf(hold, { seats })]));
    const { order } = await placed(portsOf(), inputOf([], { request }));
    expect(order.items[0]?.seats).toHaveLength(50);
  });

  test('keeps nothing of the card', async () => {
    const deps = portsOf();
    const request = requestOf([slipOf(hold)], { method: 'sandbox-card', card: 'approved' });
    const { order } = await placed(deps, inputOf([], { request }));
    const stored = await deps.store.get(order.order);
    expect(JSON.stringify(stored)).not.toMatch(/approved|"card"/);
    expect(stored?.buyer).toEqual(buyer);
  });
});

describe('case 21: the idempotency key', () => {
  test('twice with the same body: one order, and the asks are sent again', async () => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    const one = await placed(deps, inputOf([slipOf(hold)]));
    const two = await placed(deps, inputOf([slipOf(hold)]), now + 5000);
    expect(two.first).toBe(false);
    expect(two.order).toEqual(one.order);
    expect(house.asked[1]).toEqual(house.asked[0]);
    expect((await deps.store.page(50)).orders).toHaveLength(1);
  });

  test('from a page in another language it is the same order, in the language it was made in', async () => {
    const deps = portsOf();
    const { order } = await placed(deps, inputOf([], { request: { ...requestOf([slipOf(hold)]), language: 'cy' } }));
    expect(order.language).toBe('cy');
    for (const language of ['de', undefined] as const) {
      const request = { ...requestOf([slipOf(hold)]), ...(language && { language }) };
      const again = await placed(deps, inputOf([], { request }));
      expect(again).toMatchObject({ first: false, order: { order: order.order, language: 'cy' } });
    }
  });

  test('with another body: refused, and the first order stands', async () => {
    const deps = portsOf();
    const { order } = await placed(deps, inputOf([slipOf(hold)]));
    const request = { ...requestOf([slipOf(hold)]), buyer: { ...buyer, email: 'eve@example.org' } };
    const answer = await refused(deps, inputOf([], { request }));
    expect(answer).toMatchObject({ refusal: 'idempotency-key-reused', errors: [{ field: 'header.idempotency-key' }] });
    expect((await deps.store.get(order.order))?.buyer.email).toBe(buyer.email);
  });

  test('of another fan is another order', async () => {
    const deps = portsOf();
    await placed(deps, inputOf([slipOf(hold)]));
    const bobs = inputOf([slipOf(otherHold, { fan: 'bob' })], { pass: passOf('bob') });
    expect((await placed(deps, bobs)).first).toBe(true);
  });

  test('a retry after pass and slip ran out gets the order; a new order does not', async () => {
    const deps = portsOf();
    const { order } = await placed(deps, inputOf([slipOf(hold)]));
    const later = now + 3_600_000;
    expect((await placed(deps, inputOf([slipOf(hold)]), later)).order).toEqual(order);
    expect(await refused(deps, inputOf([slipOf(hold)], { idempotencyKey: 'key-0002' }), later)).toMatchObject({
      refusal: 'pass-expired',
    });
  });

  test('a retry after promises for tonight are no longer taken gets the order', async () => {
    const deps = portsOf();
    const slip = slipOf(hold, { performance: 'storm-1' });
    const { order } = await placed(deps, inputOf([slip]));
    const tonight = { ...deps, findPerformance: async () => performances.find(({ id }) => id === 'tonight') };
    const again = await placed(tonight, inputOf([slip]));
    expect([again.first, again.order]).toEqual([false, order]);
    expect(await refused(tonight, inputOf([slip], { idempotencyKey: 'key-0002' }))).toMatchObject({
      refusal: 'payment-method-unavailable',
    });
  });

  test('a retry keeps the price of the first try', async () => {
    let price = 6500;
    const [performance] = performances;
    const deps = portsOf({
      findPerformance: async () => performance && { ...performance, prices: { band1: price } },
    });
    const { order } = await placed(deps, inputOf([slipOf(hold)]));
    price = 9900;
    expect((await placed(deps, inputOf([slipOf(hold)]))).order.total).toBe(order.total);
  });

  test.each([undefined, '', 'short', 'x'.repeat(65), 'has spaces in it', 'naïve-key-1'])(
    '%j is no key',
    async (key) => {
      expect(await refused(portsOf(), inputOf([slipOf(hold)], { idempotencyKey: key }))).toMatchObject({
        refusal: 'idempotency-key-missing',
        errors: [{ field: 'header.idempotency-key' }],
      });
    },
  );
});

describe('what is refused before anything is written', () => {
  const slip = slipOf(hold);
  const strangerKey = { id: 'b', secret: 'a key of somebody else' };
  const cases: readonly [string, Partial<OrderInput> & { slips?: readonly string[] }, string][] = [
    ['no pass', { pass: undefined }, 'pass-missing'],
    ['a forged pass', { pass: passOf('ada', { key: strangerKey }) }, 'pass-forged'],
    [
      'a pass with a letter changed',
      { pass: passOf().replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')) },
      'pass-forged',
    ],
    ['a slip in place of a pass', { pass: slip }, 'pass-forged'],
    ['an expired pass', { pass: passOf('ada', { expiresAt: now }) }, 'pass-expired'],
    ['a forged slip', { slips: [slipOf(hold, {}, strangerKey)] }, 'slip-forged'],
    ['a pass in place of a slip', { slips: [passOf()] }, 'slip-forged'],
    ['garbage', { slips: ['s1.b.e30.x'] }, 'slip-forged'],
    ['another fan’s slip', { slips: [slipOf(hold, { fan: 'bob' })] }, 'slip-elsewhere'],
    ['a slip of another on-sale', { slips: [slipOf(hold, { onSale: 'public' })] }, 'slip-elsewhere'],
    ['one hold twice', { slips: [slip, slipOf(hold, { expiresAt: now + 1 })] }, 'bad-request'],
    ['a lapsed slip', { slips: [slip, slipOf(otherHold, { expiresAt: now })] }, 'slip-lapsed'],
    ['a performance that is not published', { slips: [slipOf(hold, { performance: 'gone' })] }, 'performance-unknown'],
    ['two currencies', { slips: [slip, slipOf(otherHold, { performance: 'abroad' })] }, 'bad-request'],
    ['a promise within the hour', { slips: [slipOf(hold, { performance: 'tonight' })] }, 'payment-method-unavailable'],
  ];
  test.each(cases)('%s', async (_what, { slips = [slip], ...more }, refusal) => {
    const house = fakeHouse();
    const deps = portsOf({ askHouse: house.ask });
    const answer = await refused(deps, inputOf(slips, more));
    expect(answer.refusal).toBe(refusal);
    expect(answer.detail).not.toBe('');
    expect(house.asked).toEqual([]);
    expect((await deps.store.page(50)).orders).toEqual([]);
  });

  test('names the slip that lapsed and its seats', async () => {
    const answer = await refused(portsOf(), inputOf([slip, slipOf(otherHold, { expiresAt: now - 1 })]));
    expect(answer.errors).toEqual([
      { field: 'body.slips.1', message: 'lapsed: Stalls, row C, seat 1; Stalls, row C, seat 2' },
    ]);
  });

  test('the pretend card on AWS', async () => {
    const deps = portsOf({ payments: offeredPayments('box-office,sandbox-card', undefined) });
    const request = requestOf([slip], { method: 'sandbox-card', card: 'approved' });
    expect(await refused(deps, inputOf([], { request }))).toMatchObject({
      refusal: 'payment-method-unavailable',
      errors: [{ field: 'body.payment.method' }],
    });
  });

  describe('an insider with the key of slips', () => {
    const deps = () => portsOf({ findSeats: async () => seatsOf(plan) });
    const forged = (more: object) =>
      makeSigned('s1', slipKeys[1], {
        hold,
        performance: 'storm-1',
        onSale: 'friends',
        fan: 'ada',
        expiresAt: now + 1000,
        ...more,
      });

    test('gets no other price: what a seat is and costs, the published plan says', async () => {
      const seats = { price: 1, category: 'free', label: 'Circle, row A, seat 1', access: 'companion' };
      const { order } = await placed(deps(), inputOf([forged({ seats: ['F-5'], ...seats })]));
      expect(order.total).toBe(9000);
      expect(order.items[0]?.seats).toEqual([
        { id: 'F-5', label: 'Stalls, row F, seat 5', category: 'gold', price: 9000 },
      ]);
    });

    test('gets no seat that the plan does not have, nor one in the shape of before', async () => {
      for (const seats of [['F-5', 'F-99'], ['constructor'], [{ id: 'F-5', category: 'free', label: 'x', price: 1 }]])
        expect(await refused(deps(), inputOf([forged({ seats })]))).toMatchObject({
          refusal: 'slip-forged',
          errors: [{ field: 'body.slips.0' }],
        });
    });
  });

  test('no key of another kind signs a slip, and no slip’s key a pass', async () => {
    for (const key of [passKeys[0], voucherKey])
      expect(await refused(portsOf(), inputOf([slipOf(hold, {}, key)]))).toMatchObject({ refusal: 'slip-forged' });
    for (const key of [slipKeys[0], voucherKey])
      expect(await refused(portsOf(), inputOf([slip], { pass: passOf('ada', { key }) }))).toMatchObject({
        refusal: 'pass-forged',
      });
  });
});

describe('reduced prices', () => {
  const seat = `${hold}-1`;
  const asking = (concessions: OrderInput['request']['concessions'], payment: OrderInput['request']['payment']) =>
    inputOf([], { request: { ...requestOf([slipOf(hold)], payment), concessions } });
  const promise = { method: 'box-office' } as const;

  test('are taken off the seats they are asked for, and named', async () => {
    const deps = portsOf();
    const { order } = await placed(deps, asking([{ hold, seat, concession: 'under-26' }], promise));
    expect(order.total).toBe(3250 + 6500);
    expect(order.items[0]?.seats).toEqual([
      {
        id: seat,
        label: 'Stalls, row C, seat 1',
        category: 'band1',
        price: 3250,
        concession: 'Under 26',
        percentOff: 50,
      },
      { id: `${hold}-2`, label: 'Stalls, row C, seat 2', category: 'band1', price: 6500 },
    ]);
  });

  test('belong to the request: another one under the same key is refused, the same in another order is not', async () => {
    const deps = portsOf();
    const [one, two] = [seat, `${hold}-2`].map((id) => ({ hold, seat: id, concession: 'carer' })) as [Asked, Asked];
    expect(await placed(deps, asking([one, two], promise))).toMatchObject({ first: true, order: { total: 0 } });
    expect(await placed(deps, asking([two, one], promise))).toMatchObject({ first: false });
    expect(await refused(deps, asking([one], promise))).toMatchObject({ refusal: 'idempotency-key-reused' });
    expect(await refused(deps, asking(undefined, promise))).toMatchObject({ refusal: 'idempotency-key-reused' });
  });

  const wrong: readonly [string, Partial<Asked>, string, string][] = [
    ['of a hold that is not ordered', { hold: otherHold }, 'bad-request', 'body.concessions.1.hold'],
    ['of a seat that is not held', { seat: 'Z-1' }, 'bad-request', 'body.concessions.1.seat'],
    ['for one seat twice', { seat }, 'bad-request', 'body.concessions.1.seat'],
    ['that nobody offers', { concession: 'pirates' }, 'concession-unknown', 'body.concessions.1.concession'],
    [
      'by a word that objects know',
      { concession: 'constructor' },
      'concession-unknown',
      'body.concessions.1.concession',
    ],
  ];
  test.each(wrong)('not %s', async (_, more, refusal, field) => {
    const deps = portsOf();
    const asked = [
      { hold, seat, concession: 'under-26' },
      { hold, seat: `${hold}-2`, concession: 'under-26', ...more },
    ];
    expect(await refused(deps, asking(asked, promise))).toMatchObject({ refusal, errors: [{ field }] });
    expect((await deps.store.page(5)).orders).toEqual([]);
  });

  test('leave no seat of another performance cheaper', async () => {
    const { concessions: _, ...without } = performance;
    const findPerformance = async () => without;
    const input = asking([{ hold, seat, concession: 'under-26' }], promise);
    expect(await refused(portsOf({ findPerformance }), input)).toMatchObject({ refusal: 'concession-unknown' });
  });
});

describe('a way to pay that staff took away', () => {
  const slip = slipOf(hold);
  const input = inputOf([], { request: requestOf([slip], { method: 'sandbox-card', card: 'approved' }) });
  const both = { payments: offeredPayments('box-office,sandbox-card', '1') };
  const promises = async () => ['box-office' as const];

  test('begins no order, and carries those on that were begun with it', async () => {
    const deps = portsOf(both);
    const { order } = await placed(deps, input);
    const turned = { ...deps, findMethods: promises };
    const again = await placed(turned, input);
    expect([again.first, again.order.order]).toEqual([false, order.order]);
    const next = await refused(turned, { ...input, idempotencyKey: 'key-0002' });
    expect(next).toMatchObject({
      refusal: 'payment-method-unavailable',
      errors: [{ field: 'body.payment.method' }],
    });
  });

  test('leaves promises, also where the stage takes none otherwise', async () => {
    const cards = { payments: offeredPayments('sandbox-card', '1') };
    const promise = inputOf([slip]);
    expect(await refused(portsOf(cards), promise)).toMatchObject({ refusal: 'payment-method-unavailable' });
    const deps = portsOf({ ...cards, findMethods: promises });
    expect((await placed(deps, promise)).order.payment).toMatchObject({ method: 'box-office', state: 'promised' });
    // Taken back again, what was promised stands.
    expect((await placed({ ...deps, findMethods: async () => undefined }, promise)).first).toBe(false);
  });
});
