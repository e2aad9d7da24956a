import { minorDigits } from './money.ts';

/*
 * Amounts as Stripe counts them. Ours are in the minor units of ISO 4217 (rules/money.ts). Stripe's are in the same
 * unit for nearly every currency, also for the yen and others without decimals: ¥4,000 is 4000 to both. The exceptions,
 * from https://docs.stripe.com/currencies:
 *
 *   ISK UGX                none here, and two at Stripe, of which both must be 0: 4000 is 400000 there
 *   MGA                    two here, and none at Stripe: 400000 is 4000 there, and 400050 cannot be written
 *   BHD JOD KWD OMR TND    three in both, of which Stripe wants the last to be 0
 *
 * HUF and TWD are like most to a charge. Only payouts to the venue's bank are in whole forints and dollars.
 */

/** Stripe takes at most eight digits, and twelve of rupiahs. */
const mostDigits = (currency: string) => (currency === 'IDR' ? 12 : 8);

const noDecimals = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
const threeDecimals = new Set('BHD JOD KWD OMR TND'.split(' '));

/** Smallest charges in Stripe's units, for accounts settled in that currency; below it Stripe refuses. */
const least: Readonly<Record<string, number>> = {
  AED: 200,
  AUD: 50,
  BGN: 100,
  BRL: 50,
  CAD: 50,
  CHF: 50,
  CZK: 1500,
  DKK: 250,
  EUR: 50,
  GBP: 30,
  HKD: 400,
  HUF: 17_500,
  INR: 50,
  JPY: 50,
  MXN: 1000,
  MYR: 200,
  NOK: 300,
  NZD: 50,
  PLN: 200,
  RON: 200,
  SEK: 300,
  SGD: 50,
  THB: 1000,
  USD: 50,
};

function decimalsThere(currency: string): number {
  if (noDecimals.has(currency)) return 0;
  return threeDecimals.has(currency) ? 3 : 2;
}

/** An amount of ours in Stripe's units; undefined if Stripe has no way to write it. `currency` in capitals. */
export function stripeAmount(amount: number, currency: string): number | undefined {
  const there = Math.round(amount * 10 ** (decimalsThere(currency) - minorDigits(currency)) * 1000) / 1000;
  if (!Number.isSafeInteger(there)) return undefined;
  return threeDecimals.has(currency) && there % 10 !== 0 ? undefined : there;
}

/** An amount of Stripe's in our minor units, rounded where they are larger. `currency` in capitals. */
export function amountFromStripe(there: number, currency: string): number {
  return Math.round((there * 10 ** minorDigits(currency)) / 10 ** decimalsThere(currency));
}

/** The smallest charge, in our minor units: 30 for GBP, 50 for ISK. */
export function leastCharge(currency: string): number {
  return Math.ceil((least[currency] ?? 1) / 10 ** (decimalsThere(currency) - minorDigits(currency)));
}

/** Whether Stripe takes a payment of this much. */
export function chargeable(amount: number, currency: string): 'yes' | 'too-small' | 'too-large' | 'no-such-coin' {
  const there = stripeAmount(amount, currency);
  if (there === undefined) return 'no-such-coin';
  if (there < (least[currency] ?? 1)) return 'too-small';
  return there >= 10 ** mostDigits(currency) ? 'too-large' : 'yes';
}
