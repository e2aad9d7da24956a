import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { moneyText } from '../../lambdas/ordering/order/staff-money.ts';
import { isCurrency, minorDigits } from '../../rules/money.ts';
import { writesMoney } from '../../words/money.ts';

describe('the table of minor units', () => {
  test.each([
    ['RSD', 2],
    ['HUF', 2],
    ['IDR', 2],
    ['COP', 2],
    ['ALL', 2],
    ['PKR', 2],
    ['MGA', 2],
    ['TWD', 2],
    ['LBP', 2],
    ['CLP', 0],
    ['ISK', 0],
    ['UGX', 0],
    ['KRW', 0],
    ['IQD', 3],
    ['KWD', 3],
    ['TND', 3],
  ])('%s has %d digits of them, as ISO 4217 says', (currency, digits) => {
    expect(isCurrency(currency)).toBe(true);
    expect(minorDigits(currency)).toBe(digits);
  });

  test.each(['XXX', 'XAU', 'CLF', 'ZZZ', 'HRK', 'gbp', 'D A', '', 'GBPEUR'])('%j is no currency', (code) => {
    expect(isCurrency(code)).toBe(false);
  });

  test('knows the currencies of which machines know how to write a name', () => {
    const known = Intl.supportedValuesOf('currency').filter(isCurrency);
    expect(known.length).toBeGreaterThan(140);
  });
});

/* What three machines took for the digits of a currency that nobody told them of. */
const machines = {
  'Node 24': { HUF: 0, IDR: 0, COP: 0, RSD: 2, ALL: 0, PKR: 0, IQD: 0 },
  'Chromium 156': { HUF: 0, IDR: 0, COP: 0, RSD: 0, ALL: 0, PKR: 0, IQD: 0 },
  'Firefox 153': { HUF: 2, IDR: 2, COP: 2, RSD: 2, ALL: 2, PKR: 2, IQD: 3 },
} as const;

describe.each(Object.entries(machines))('on a machine with the locale data of %s', (_, digits) => {
  const { NumberFormat } = Intl;
  beforeEach(() => {
    Intl.NumberFormat = new Proxy(NumberFormat, {
      construct: (target, [locale, options]) => {
        const fraction = (digits as Record<string, number>)[options?.currency];
        const its = fraction !== undefined && { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
        return new target(locale, { ...its, ...options });
      },
    });
  });
  afterEach(() => {
    Intl.NumberFormat = NumberFormat;
  });

  test('one amount is one amount, in the mail, on the page and in the history', () => {
    const written = writesMoney('en-GB');
    const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
    const money: typeof written = (...amount) => spaced(written(...amount));
    expect(money(500_000, 'RSD')).toBe('RSD 5,000');
    expect(money(150_050, 'RSD')).toBe('RSD 1,500.50');
    expect(money(690_000, 'HUF')).toBe('Ft 6,900');
    expect(money(12_500_000, 'IDR')).toBe('Rp 125,000');
    expect(money(25_000_500, 'IQD')).toBe('IQD 25,000.500');
    expect(money(5000, 'JPY')).toBe('¥5,000');
    expect(spaced(moneyText(500_000, 'RSD'))).toBe('RSD 5,000.00');
    expect(spaced(moneyText(690_000, 'HUF'))).toBe('HUF 6,900.00');
  });
});
