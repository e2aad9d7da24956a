import type { Ledger, LedgerLine } from '../../../contracts/ledger.ts';
import type { GoSaid } from '../../../contracts/line-go.ts';
import { published } from '../../../contracts/paths.ts';
import { ask } from '../../api.ts';
import { browser } from '../../browser.gateway.ts';

/** The last go, or no go, of the line's ledger; undefined if nobody said it, or if it cannot be read. */
export async function readSaid(onSale: string): Promise<GoSaid | undefined> {
  let said: GoSaid | undefined;
  // Segments only grow, and one that is not there yet follows the last.
  for (let segment = 0; ; segment += 1) {
    const answer = await ask<Ledger>(browser, { url: published.ledger(onSale, segment), tries: 2 });
    if (!answer.ok) return said;
    said = answer.body.entries.map(({ text }) => saidIn(text)).findLast((one) => one !== undefined) ?? said;
  }
}

export function saidIn(text: string): GoSaid | undefined {
  const { act, at, role } = JSON.parse(text) as LedgerLine;
  if (act !== 'go-said' && act !== 'no-go-said') return undefined;
  return { go: act === 'go-said', saidAt: at, role };
}
