import { api } from '../../../contracts/api.ts';
import type { SaleAct, SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { type Answer, ask, type Browser } from '../../api.ts';
import { dressed, withToken } from '../../sign-in/me-api.ts';

/** The questions to seating about a sale, with an access token of somebody of the house. */

export function readSale(browser: Browser, access: string, onSale: string): Promise<Answer<SaleLeversShown>> {
  return ask(dressed(browser), {
    ...api('GET staff/sale/{onSale}', { onSale }),
    headers: withToken(access),
    cache: 'no-store',
    tries: 2,
  });
}

/** Done twice with one key, it is done once. */
export function turnSale(
  browser: Browser,
  access: string,
  onSale: string,
  body: SaleAct,
): Promise<Answer<SaleLeversShown>> {
  return ask(dressed(browser), {
    ...api('POST staff/sale/{onSale}', { onSale }),
    headers: withToken(access),
    body,
    timeout: 12_000,
  });
}
