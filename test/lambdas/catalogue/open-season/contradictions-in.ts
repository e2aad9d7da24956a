import { sameJson } from '../../../../lambdas/foundation/same-json.ts';
import { readBooks, type Same, type Say } from './books.ts';
import { filesAgree, linesAgree, pagesAgree } from './files-agree.ts';
import type { SeasonOnSale } from './season-on-sale.ts';
import { basketAgrees, doorsAgree, housesAgree, orderAgrees } from './sold-agrees.ts';

/*
 * Compares all that says something of a season with all else that does: files, pages, houses, orders as they are kept and
 * as their pages read them, baskets, calendars, and doors. It answers a sentence for every two that do not agree.
 *
 *   season.json ─ shows ─ performances ─ plans          pages in every language, with their facts
 *        │                     │
 *     lines               houses, their seats ─ orders ─ order pages, calendars, doors
 *
 * It knows nothing of the rules of publication: it does not ask what may be changed, but whether things agree.
 */

/** `baskets`: those of fans who are choosing. */
export async function contradictionsIn(
  open: SeasonOnSale,
  baskets: readonly string[] = [],
): Promise<readonly string[]> {
  const found: string[] = [];
  const say: Say = (sentence) => void found.push(sentence);
  const same: Same = (what, one, other) => {
    if (!sameJson(one, other)) say(`${what}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`);
  };
  const books = await readBooks(open);
  filesAgree(books, same, say);
  pagesAgree(books, same, say);
  linesAgree(books, same, say);
  await housesAgree(open, books, same, say);
  for (const order of books.orders) await orderAgrees(open, books, order, same, say);
  for (const pass of baskets) await basketAgrees(open, books, pass, same);
  await doorsAgree(open, books, same, say);
  for (const fault of open.stage.faults) say(`a fault of ours: ${fault}`);
  return found;
}
