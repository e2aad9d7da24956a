import { locale } from './words/en/language.ts';
import { range } from './words/en/written.ts';

/** Money as the venue writes it: in its currency, without zeros that say nothing. */

/** `£45`, `£47.50`. `minor` is in pence, cents, … as the currency has them. */
export function money(minor: number, currency: string): string {
  const digits = fractionDigits(currency);
  const amount = minor / 10 ** digits;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    // A venue trades in one currency: `£` is clear, where French would say `£GB` and Spanish `GBP`.
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
  }).format(amount);
}

function fractionDigits(currency: string): number {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `£15` or `£15 to £95`. */
export function priceRange(from: number, to: number, currency: string): string {
  return from === to ? money(from, currency) : range(money(from, currency), money(to, currency));
}

/** `50%`, `50 %` */
export function percent(hundredths: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(hundredths / 100);
}
