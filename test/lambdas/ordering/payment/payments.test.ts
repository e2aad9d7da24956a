import { describe, expect, test } from '@jest/globals';
import type { sandboxCards } from '../../../../contracts/order.ts';
import { deadlineOf } from '../../../../lambdas/ordering/payment/box-office.ts';
import { offeredPayments } from '../../../../lambdas/ordering/payment/offered-payments.ts';
import { sandboxCard } from '../../../../lambdas/ordering/payment/sandbox-card.ts';
import fc from '../../../properties.ts';
import { now } from '../small-stage.ts';

const hour = 3_600_000;

describe('the deadline of a promise', () => {
  test('is 48 hours after ordering, or an hour before an earlier performance', () => {
    expect(deadlineOf({ placedAt: now, firstStartsAt: now + 100 * hour })).toBe(now + 48 * hour);
    expect(deadlineOf({ placedAt: now, firstStartsAt: now + 10 * hour })).toBe(now + 9 * hour);
  });

  test('a promise that is taken always leaves time to keep it and seats to sell at the door', () => {
    const port = offeredPayments('box-office', undefined).get('box-office');
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 10_000 }), (minutes) => {
        const firstStartsAt = now + minutes * 60_000;
        const charge = { order: 'o', amount: 1, currency: 'GBP', placedAt: now, firstStartsAt, heldUntil: now };
        expect(port?.objection(charge) === undefined).toBe(minutes > 60);
        if (minutes > 60) {
          expect(deadlineOf(charge)).toBeGreaterThan(now);
          expect(deadlineOf(charge)).toBeLessThanOrEqual(charge.firstStartsAt - hour);
        }
      }),
    );
  });
});

describe('the pretend card', () => {
  const charge = { order: 'o', amount: 1, currency: 'GBP', placedAt: now, firstStartsAt: now, heldUntil: now + 1000 };
  const authorise = (card: (typeof sandboxCards)[number], at: number) =>
    sandboxCard.authorise(charge, { method: 'sandbox-card', card }, at);

  test('is what the request says it is', async () => {
    expect(await authorise('approved', now)).toEqual({ state: 'authorised' });
    expect(await authorise('declined', now)).toEqual({ state: 'declined' });
    expect(await authorise('twice', now)).toEqual({ state: 'pending', reference: 'twice' });
  });

  test('withdrawn: approved, until the money is to be taken', async () => {
    const { state, reference = '' } = await authorise('withdrawn', now);
    expect(state).toBe('authorised');
    expect(await sandboxCard.capture({ order: 'o', amount: 1, reference })).toBe('withdrawn');
    expect(await sandboxCard.capture({ order: 'o', amount: 1 })).toBe('captured');
  });

  test('no answer: the first ask dies, the retry finds it approved', async () => {
    await expect(authorise('no-answer', now)).rejects.toThrow(/does not answer/);
    expect(await authorise('no-answer', now + 1)).toEqual({ state: 'authorised' });
  });

  test('late: approved only after the seats have lapsed', async () => {
    const { reference = '' } = await authorise('late', now);
    const look = (at: number) => sandboxCard.look({ ...charge, reference }, at);
    expect(await look(now + 1000)).toEqual({ state: 'pending', reference });
    expect(await look(now + 1001)).toEqual({ state: 'authorised', reference });
  });
});

describe('what is offered', () => {
  test('the pretend card only where the local cloud says so', () => {
    expect([...offeredPayments('box-office, sandbox-card', '1').keys()]).toEqual(['box-office', 'sandbox-card']);
    for (const elsewhere of [undefined, '', '0', 'true']) {
      expect([...offeredPayments('box-office,sandbox-card', elsewhere).keys()]).toEqual(['box-office']);
    }
  });

  test('an unknown method is a fault of the deployment, named', () => {
    expect(() => offeredPayments('box-office,cheque', undefined)).toThrow(/cheque/);
    expect(() => offeredPayments('constructor', undefined)).toThrow(/constructor/);
  });
});
