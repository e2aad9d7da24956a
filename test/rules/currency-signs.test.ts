import { describe, expect, test } from '@jest/globals';
import { currencySigns, mayMean } from '../../rules/currency-signs.ts';
import { isCurrency } from '../../rules/money.ts';

describe('a sign of a currency', () => {
  test('may be the sign of several', () => {
    expect(['USD', 'CAD', 'MXN', 'GBP'].map((currency) => mayMean('$', currency))).toEqual([true, true, true, false]);
    expect(['GBP', 'EGP', 'EUR'].map((currency) => mayMean('£', currency))).toEqual([true, true, false]);
  });

  test('or a code means one', () => {
    expect(['EUR', 'GBP'].map((currency) => mayMean('EUR', currency))).toEqual([true, false]);
  });

  test('that nobody knows means none', () => {
    expect(['¢', '¤', '', 'toString', '$ '].map((sign) => mayMean(sign, 'USD'))).toEqual(Array(5).fill(false));
  });

  test('is one that Unicode calls so, of currencies in which tickets are sold', () => {
    for (const [sign, currencies] of Object.entries(currencySigns)) {
      expect(sign).toMatch(/^\p{Sc}$/u);
      expect(currencies.split(' ').filter((currency) => !isCurrency(currency))).toEqual([]);
    }
  });
});
