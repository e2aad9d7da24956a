import { describe, expect, test } from '@jest/globals';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { offeredPayments } from '../../../../lambdas/ordering/payment/offered-payments.ts';
import { waysToPay } from '../../../../lambdas/ordering/payment/ways-to-pay.ts';
import { inputOf, now, passOf, performance, portsOf, requestOf, slipOf } from '../small-stage.ts';

/* The pretend card on a deployed stage: for a trial, and for nothing else. */

const trial = `trial-${'a'.repeat(26)}`;
const otherTrial = `trial-${'b'.repeat(26)}`;
const deployed = offeredPayments('box-office,sandbox-card', undefined);
const waysOf = (onSale: string, ...performances: readonly string[]) => [
  ...waysToPay(
    deployed,
    onSale,
    performances.map((performance) => ({ performance })),
  ).keys(),
];

describe('on a deployed stage', () => {
  test.each([
    ['a trial, in its own house', trial, [trial], ['sandbox-card']],
    ['fans', 'friends', ['storm-1', 'storm-2'], ['box-office']],
    ['a trial, for seats of fans', trial, ['storm-1'], []],
    ['a trial, for both', trial, [trial, 'storm-1'], []],
    ['a trial, in the house of another', trial, [otherTrial], []],
    ['fans, in the house of a trial', 'friends', [trial], []],
    ['an on-sale that is only called so', 'trial-friends', ['storm-1'], ['box-office']],
  ])('pays %s', (_, onSale, performances, ways) => {
    expect(waysOf(onSale, ...performances)).toEqual(ways);
  });

  const buy = async (onSale: string, house: string) => {
    const sold = { ...performance, id: house };
    const ports = portsOf({ payments: deployed, findPerformance: async () => sold });
    const slip = slipOf('hold00000001', { performance: house, onSale });
    const request = requestOf([slip], { method: 'sandbox-card', card: 'approved' });
    return placeOrder(ports, { ...inputOf([slip]), pass: passOf('ada', { onSale }), request }, now);
  };

  test('the pretend card buys a seat of a trial', async () => {
    expect(await buy(trial, trial)).toMatchObject({ ok: true, order: { state: 'placed' } });
  });

  test.each([
    ['with the pass of a trial', trial, 'storm-1'],
    ['with a pass of their own', 'friends', 'storm-1'],
  ])('and no seat of fans: %s', async (_, onSale, house) => {
    expect(await buy(onSale, house)).toMatchObject({ ok: false, refusal: 'payment-method-unavailable' });
  });
});
