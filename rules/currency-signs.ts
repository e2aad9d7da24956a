/*
 * Which currencies a sign may mean. `$` and `£` are signs of several, so a sign alone is right when it may be the
 * currency that is meant, and wrong when it cannot.
 *
 * From Unicode's currency symbols and CLDR's narrow ones, for the currencies of `money.ts`. `¢` is none: it counts minor
 * units.
 */

const dollars =
  'ARS AUD BBD BMD BND BRL BSD BZD CAD CLP COP CUP CVE DOP FJD GYD HKD JMD KYD LRD MOP MXN NAD NIO NZD SBD SGD SRD TOP ' +
  'TTD TWD USD UYU WST XCD ZWG';
const pounds = 'EGP FKP GBP GIP LBP SDG SHP SSP SYP';

export const currencySigns: Readonly<Record<string, string>> = {
  $: dollars,
  '£': pounds,
  '€': 'EUR',
  '¥': 'CNY JPY',
  '₹': 'INR',
  '₩': 'KPW KRW',
  '₪': 'ILS',
  '₫': 'VND',
  '₺': 'TRY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₦': 'NGN',
  '₱': 'CUP PHP',
  '₡': 'CRC SVC',
  '₲': 'PYG',
  '₵': 'GHS',
  '₭': 'LAK',
  '₮': 'MNT',
  '₸': 'KZT',
  '₼': 'AZN',
  '₾': 'GEL',
  '⃀': 'KGS',
  '฿': 'THB',
  '៛': 'KHR',
  '৳': 'BDT',
  '֏': 'AMD',
  '؋': 'AFN',
};

/** Whether a sign, or a code of ISO 4217, may mean a currency. */
export function mayMean(said: string, currency: string): boolean {
  return said === currency || (Object.hasOwn(currencySigns, said) && currencySigns[said]?.includes(currency) === true);
}
