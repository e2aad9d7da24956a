import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deadlineOf } from '../../../lambdas/ordering/box-office.ts';
import { offeredPayments } from '../../../lambdas/ordering/offered-payments.ts';
import { now } from './world.ts';

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
        const charge = { order: 'o', amount: 1, currency: 'GBP', placedAt: now, firstStartsAt: now + minutes * 60_000 };
        expect(port?.objection(charge) === undefined).toBe(minutes > 60);
        if (minutes > 60) {
          expect(deadlineOf(charge)).toBeGreaterThan(now);
          expect(deadlineOf(charge)).toBeLessThanOrEqual(charge.firstStartsAt - hour);
        }
      }),
    );
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
