import { locale } from './en/language.ts';
import { range } from './en/written.ts';

/** Money as the venue writes it: in its currency, without zeros that say nothing. */

/** `£45`, `£47.50`. `minor` is in pence, cents, … as the currency has them. */
export function money(minor: number, currency: string): string {
  const { digits, whole, exact } = formatsOf(currency);
  const amount = minor / 10 ** digits;
  return (Number.isInteger(amount) ? whole : exact).format(amount);
}

interface Formats {
  readonly digits: number;
  readonly whole: Intl.NumberFormat;
  readonly exact: Intl.NumberFormat;
}

/** By currency: to make a format takes a hundred times as long as to use it. */
const known = new Map<string, Formats>();

function formatsOf(currency: string): Formats {
  const formats = known.get(currency) ?? makeFormats(currency);
  known.set(currency, formats);
  return formats;
}

function makeFormats(currency: string): Formats {
  // A venue trades in one currency: `£` is clear, where French would say `£GB` and Spanish `GBP`.
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const exact = new Intl.NumberFormat(locale, options);
  const digits = exact.resolvedOptions().maximumFractionDigits ?? 2;
  return { digits, exact, whole: new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: 0 }) };
}

/** `£15` or `£15 to £95`. */
export function priceRange(from: number, to: number, currency: string): string {
  return from === to ? money(from, currency) : range(money(from, currency), money(to, currency));
}

/** `50%`, `50 %` */
export function percent(hundredths: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(hundredths / 100);
}
