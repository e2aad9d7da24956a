/*
 * Money is whole minor units: pence, cents, fils. How many of them a unit has is said by ISO 4217 and by this table
 * alone. Machines disagree on it: to Chromium's locale data a dinar of Serbia has no paras and a forint no fillér, to
 * Firefox's and Node's they have. An amount would be a hundred times as much on one machine as on the other. So `Intl`
 * writes amounts, and is told the digits.
 *
 * List One of ISO 4217 as of 2026, without metals, funds and units of account, which are nobody's cash.
 */

const withoutMinorUnits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const withThousandths = 'BHD IQD JOD KWD LYD OMR TND';
const withHundredths =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE ' +
  'CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR ' +
  'KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB ' +
  'PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY ' +
  'TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';

/** Whether this is the code of a currency that tickets can be sold in. */
export function isCurrency(code: string): boolean {
  return (
    /^[A-Z]{3}$/.test(code) && [withoutMinorUnits, withThousandths, withHundredths].some((of) => of.includes(code))
  );
}

/** How many digits of an amount are minor units: 2 for pence. A currency of the past had hundredths, as most have. */
export function minorDigits(currency: string): number {
  if (withoutMinorUnits.includes(currency)) return 0;
  return withThousandths.includes(currency) ? 3 : 2;
}

/** `12.5` for 1250 pence: for writing. Reckon with minor units alone. */
export function unitsOf(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}
