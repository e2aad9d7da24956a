import { minorDigits, unitsOf } from '../../../rules/money.ts';

/** An amount of minor units in words for staff, e.g. `£130.00`. */
export function moneyText(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, ...exact }).format(unitsOf(amount, currency));
}
