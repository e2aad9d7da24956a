/** Money as the venue writes it: in its currency, without zeros that say nothing. */
const language = 'en-GB';

/** `£45`, `£47.50`. `minor` is in pence, cents, … as the currency has them. */
export function money(minor: number, currency: string): string {
  const digits = fractionDigits(currency);
  const amount = minor / 10 ** digits;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
  }).format(amount);
}

function fractionDigits(currency: string): number {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `£15` or `£15 to £95`. */
export function priceRange(from: number, to: number, currency: string): string {
  return from === to ? money(from, currency) : `${money(from, currency)} to ${money(to, currency)}`;
}
