import { minorDigits, unitsOf } from '../rules/money.ts';

/*
 * Money as the venue writes it: in its currency, without zeros that say nothing. The digits come from our table, never
 * from the machine's: see rules/money.ts.
 */

/** `£45`, `£47.50`. `minor` is in pence, cents, … as the currency has them. */
export type Money = (minor: number, currency: string) => string;

export function writesMoney(locale: string): Money {
  /** By currency and digits: to make a format takes a hundred times as long as to use it. */
  const known = new Map<string, Intl.NumberFormat>();
  return (minor, currency) => {
    const amount = unitsOf(minor, currency);
    const digits = Number.isInteger(amount) ? 0 : minorDigits(currency);
    const key = `${currency}${digits}`;
    const format = known.get(key) ?? makeFormat(locale, currency, digits);
    known.set(key, format);
    return format.format(amount);
  };
}

function makeFormat(locale: string, currency: string, digits: number): Intl.NumberFormat {
  // A venue trades in one currency: `£` is clear, where French would say `£GB` and Spanish `GBP`.
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** `£15` or `£15 to £95`. */
export function writesPrices(money: Money, range: (from: string, to: string) => string) {
  return (from: number, to: number, currency: string): string =>
    from === to ? money(from, currency) : range(money(from, currency), money(to, currency));
}

/** `50%`, `50 %` */
export function writesPercent(locale: string) {
  return (hundredths: number): string => new Intl.NumberFormat(locale, { style: 'percent' }).format(hundredths / 100);
}
