/* Money as the venue writes it: in its currency, without zeros that say nothing. */

/** `£45`, `£47.50`. `minor` is in pence, cents, … as the currency has them. */
export type Money = (minor: number, currency: string) => string;

interface Formats {
  readonly digits: number;
  readonly whole: Intl.NumberFormat;
  readonly exact: Intl.NumberFormat;
}

export function writesMoney(locale: string): Money {
  /** By currency: to make a format takes a hundred times as long as to use it. */
  const known = new Map<string, Formats>();
  return (minor, currency) => {
    const formats = known.get(currency) ?? makeFormats(locale, currency);
    known.set(currency, formats);
    const { digits, whole, exact } = formats;
    const amount = minor / 10 ** digits;
    return (Number.isInteger(amount) ? whole : exact).format(amount);
  };
}

function makeFormats(locale: string, currency: string): Formats {
  // A venue trades in one currency: `£` is clear, where French would say `£GB` and Spanish `GBP`.
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const exact = new Intl.NumberFormat(locale, options);
  const digits = exact.resolvedOptions().maximumFractionDigits ?? 2;
  return { digits, exact, whole: new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: 0 }) };
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
