import { describe, expect, test } from '@jest/globals';
import { amountFromStripe, chargeable, stripeAmount } from '../../rules/stripe-amount.ts';
import fc from '../properties.ts';

describe('an amount as Stripe counts it', () => {
  test.each([
    ['pounds, in pence to both', 8400, 'GBP', 8400],
    ['yen, in yen to both', 4000, 'JPY', 4000],
    ['won, in won to both', 50_000, 'KRW', 50_000],
    ['krónur, which Stripe writes with decimals', 4000, 'ISK', 400_000],
    ['Ugandan shillings, likewise', 90_000, 'UGX', 9_000_000],
    ['forints, with two decimals to both, whatever a machine writes', 690_000, 'HUF', 690_000],
    ['new Taiwan dollars, likewise', 120_000, 'TWD', 120_000],
    ['dinars of Serbia, likewise', 500_000, 'RSD', 500_000],
    ['ariary, which Stripe writes without decimals', 400_000, 'MGA', 4000],
    ['Kuwaiti dinars, in fils to both', 12_340, 'KWD', 12_340],
  ])('%s', (_, amount, currency, there) => {
    expect(stripeAmount(amount, currency)).toBe(there);
    expect(amountFromStripe(there, currency)).toBe(amount);
  });

  test('a single fils is no coin there', () => {
    expect(stripeAmount(12_341, 'KWD')).toBeUndefined();
    expect(chargeable(12_341, 'KWD')).toBe('no-such-coin');
  });

  test('a fifth of an ariary is none either', () => {
    expect(chargeable(400_020, 'MGA')).toBe('no-such-coin');
  });

  test('sums stay sums: the parts that are given back add up to the amount that was taken', () => {
    const currency = fc.constantFrom('GBP', 'JPY', 'ISK', 'UGX', 'HUF');
    const amount = fc.integer({ min: 0, max: 900_000 });
    fc.assert(
      fc.property(currency, amount, amount, (money, one, other) => {
        const there = (part: number) => stripeAmount(part, money) ?? Number.NaN;
        expect(there(one) + there(other)).toBe(there(one + other));
      }),
    );
  });
});

test.each([
  [29, 'GBP', 'too-small'],
  [30, 'GBP', 'yes'],
  [0, 'GBP', 'too-small'],
  [0, 'ARS', 'too-small'],
  [99_999_999, 'GBP', 'yes'],
  [100_000_000, 'GBP', 'too-large'],
  [49, 'JPY', 'too-small'],
  [1_000_000, 'ISK', 'too-large'],
  [17_499, 'HUF', 'too-small'],
  [17_500, 'HUF', 'yes'],
  [150_000_000_00, 'IDR', 'yes'],
] as const)('%d of %s is %s', (amount, currency, said) => {
  expect(chargeable(amount, currency)).toBe(said);
});
