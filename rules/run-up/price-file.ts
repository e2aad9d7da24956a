import type { BrochurePrice } from '../../contracts/run-up.ts';
import { minorDigits } from '../money.ts';
import { type ReadRun, readColumns } from './sheet-columns.ts';

/* The prices that a brochure prints: a row for each show and category. */

const columns = {
  show: 'show title production',
  category: 'category band zone priceband area',
  price: 'price amount full fullprice ticketprice',
} as const;

/** `currency`: of the published season. */
export function pricesOf(file: Uint8Array, currency: string): ReadRun<BrochurePrice> {
  return readColumns(file, columns, ['show', 'category', 'price'], ({ cell }) => {
    const [show, category] = [cell('show'), cell('category')];
    const price = minorIn(cell('price'), currency);
    if (show === '' || category === '') return no('needs a show and a category');
    if (show.length > 160 || category.length > 80) return no('has a very long name');
    if (price === undefined) return no(`has "${cell('price')}" for the price: write an amount such as 42.50`);
    return { ok: true, row: { show, category, price } };
  });
}

const no = (fault: string) => ({ ok: false, fault }) as const;

/** `£42.50`, `42,50 €`, `1 250`, `1,250.00`: the last sign between digits is the decimal one if so many digits follow as the currency has. */
export function minorIn(cell: string, currency: string): number | undefined {
  const bare = cell.replace(/[\s\p{Sc}']|[A-Z]{3}/gu, '');
  if (!/^\d+(?:[.,]\d+)*$/.test(bare)) return undefined;
  const digits = minorDigits(currency);
  const [, decimals] = digits > 0 ? (/[.,](\d+)$/.exec(bare) ?? []) : [];
  const isDecimal = decimals !== undefined && (decimals.length === digits || decimals.length < Math.min(3, digits));
  if (!isDecimal && decimals !== undefined && decimals.length !== 3) return undefined;
  const units = isDecimal ? bare.slice(0, -decimals.length - 1) : bare;
  // Digits in threes, or none between them.
  if (!/^\d+$|^\d{1,3}(?:[.,]\d{3})+$/.test(units)) return undefined;
  const minor =
    Number(units.replace(/[.,]/g, '')) * 10 ** digits + Number((isDecimal ? decimals : '').padEnd(digits, '0') || 0);
  return Number.isSafeInteger(minor) && minor <= 999_999_999_999 ? minor : undefined;
}
