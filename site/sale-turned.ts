import { published } from '../contracts/paths.ts';
import type { SaleFile } from '../contracts/sale-levers.ts';
import { ask } from './api.ts';
import { browser } from './browser.gateway.ts';

/**
 * What staff turned in an on-sale while it sells: a limit, stopped performances, ways to pay. Most on-sales have no such
 * file, and nothing is turned then. The CDN keeps it for a second. `live`: as the configuration of the site has it.
 */
export async function readTurned(live: string, onSale: string): Promise<SaleFile | undefined> {
  const url = `${live}${published.sale(encodeURIComponent(onSale))}`;
  const answer = await ask<SaleFile>(browser, { url, tries: 1, timeout: 3000 });
  return answer.ok ? answer.body : undefined;
}
