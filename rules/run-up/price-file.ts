import type { BrochurePrice } from '../../contracts/run-up.ts';
import { mayMean } from '../currency-signs.ts';
import { isCurrency, minorDigits } from '../money.ts';
import { type ColumnRow, type ReadRun, readColumns } from './sheet-columns.ts';

/* The prices that a brochure prints: a row for each show and category. */

const columns = {
  show: 'show title production',
  category: 'category band zone priceband area',
  price: 'price amount full fullprice ticketprice',
  currency: 'currency currencycode ccy',
} as const;

/** `currency`: of the published season. A list in another one is refused: its figures may be the same all the same. */
export function pricesOf(file: Uint8Array, currency: string): ReadRun<BrochurePrice> {
  const sold = `the season is sold in ${currency}`;
  const read = ({ cell }: ColumnRow<keyof typeof columns>) => {
    const [show, category, own] = [cell('show'), cell('category'), cell('currency')];
    const other = otherIn(cell('price'), currency);
    const price = minorIn(cell('price'), currency);
    if (show === '' || category === '') return no('needs a show and a category');
    if (show.length > 160 || category.length > 80) return no('has a very long name');
    if (own !== '' && !mayMean(plain(own).toUpperCase(), currency)) return no(`has "${own}" for the currency: ${sold}`);
    if (other !== undefined) return no(`has "${cell('price')}" for the price, in ${other}: ${sold}`);
    if (price === undefined) return no(`has "${cell('price')}" for the price: write an amount such as 42.50`);
    return { ok: true, row: { show, category, price } } as const;
  };
  return readColumns(file, columns, ['show', 'category', 'price'], read, ({ cell }) =>
    otherIn(cell('price'), currency) === undefined ? undefined : `has "${cell('price')}": ${sold}`,
  );
}

const no = (fault: string) => ({ ok: false, fault }) as const;

const plain = (cell: string) => cell.normalize('NFKC').trim();

/** A sign or a code of a currency that cannot be this one. */
function otherIn(cell: string, currency: string): string | undefined {
  const said = plain(cell).match(/\p{Sc}|(?<![A-Z])[A-Z]{3}(?![A-Z])/gu) ?? [];
  return said.find((one) => !mayMean(one, currency) && (isCurrency(one) || /\p{Sc}/u.test(one)));
}

/** `£42.50`, `42,50 €`, `1 250`, `1,250.00`: the last sign between digits is the decimal one if so many digits follow as the currency has. */
export function minorIn(cell: string, currency: string): number | undefined {
  const [, before = '', bare = '', after = ''] = /^([\p{Sc}A-Z\s]*)(.*?)([\p{Sc}A-Z\s]*)$/u.exec(plain(cell)) ?? [];
  const names = `${before} ${after}`.match(/\p{Sc}|[A-Z]+/gu) ?? [];
  if (!names.every((one) => mayMean(one, currency))) return undefined;
  if (!/^\d+(?:[.,'’\s]\d+)*$/.test(bare)) return undefined;
  const digits = minorDigits(currency);
  const [, decimals] = digits > 0 ? (/[.,](\d+)$/.exec(bare) ?? []) : [];
  const isDecimal = decimals !== undefined && (decimals.length === digits || decimals.length < Math.min(3, digits));
  if (!isDecimal && decimals !== undefined && decimals.length !== 3) return undefined;
  const units = isDecimal ? bare.slice(0, -decimals.length - 1) : bare;
  // Digits in threes, or none between them.
  if (!/^\d+$|^\d{1,3}(?:[.,'’\s]\d{3})+$/.test(units)) return undefined;
  const minor =
    Number(units.replace(/\D/g, '')) * 10 ** digits + Number((isDecimal ? decimals : '').padEnd(digits, '0') || 0);
  return Number.isSafeInteger(minor) && minor <= 999_999_999_999 ? minor : undefined;
}
