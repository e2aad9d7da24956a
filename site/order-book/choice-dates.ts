import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { OrderBookEntry } from '../../contracts/order.ts';
import { filesToRead } from '../../rules/date-choices.ts';
import type { Browser, Trouble } from '../api.ts';
import { readDate } from '../order/order-api.ts';

/**
 * What is published of the performances that an order's choices are about. A date that is published no more cannot be
 * chosen. One that could not be read is a trouble, and staff try again.
 */
export async function readChoiceDates(
  browser: Browser,
  order: OrderBookEntry,
): Promise<
  | { readonly ok: true; readonly files: ReadonlyMap<string, PerformanceFile> }
  | { readonly ok: false; readonly trouble: Trouble }
> {
  const answers = await Promise.all(filesToRead(order).map((id) => readDate(browser, id)));
  const [trouble] = answers.flatMap((answer) =>
    !answer.ok && answer.trouble.kind === 'unreachable' ? [answer.trouble] : [],
  );
  if (trouble) return { ok: false, trouble };
  const files = answers.flatMap((answer) => (answer.ok ? [[answer.body.id, answer.body] as const] : []));
  return { ok: true, files: new Map(files) };
}
