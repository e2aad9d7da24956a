import type { LineFile, Place } from '../../contracts/line.ts';
import { header, published } from '../../contracts/paths.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import { Memory } from './memory.ts';
import { openSealed, publicKeyOf } from './signing.ts';

/*
 * The receipt of a place, for a context that has no key of the line's. It is checked as any stranger would check it:
 * by the public key in the line's published file. That file never changes, so it is remembered for long.
 */

/** Both forms that a receipt may have. */
const kinds = ['r1', 'r2'] as const;

/** The public key of a line's receipts; undefined if no such line is published. */
export type FindReceiptKey = (onSale: string, now: number) => Promise<string | undefined>;

/** Far above any season's on-sales. */
const linesKept = 500;
const ageMs = 600_000;

export function rememberReceiptKeys(read: (path: string) => Promise<LineFile | undefined>): FindReceiptKey {
  const memory = new Memory<string>(linesKept);
  return (onSale, now) =>
    memory.recall(onSale, async () => (await read(published.line(onSale)))?.receiptKey, { now, ageMs });
}

/** The fan whose receipt of this on-sale it is, and the device that it was given to: its name, or the mark of the place that it took. `now` in milliseconds since the epoch. */
export async function readReceipt(
  find: FindReceiptKey,
  { receipt, onSale }: { readonly receipt: string | undefined; readonly onSale: string },
  now: number,
): Promise<{ readonly ok: true; readonly fan: string; readonly device: string } | Refusal> {
  const wrong = (message: string) => ({ errors: [{ field: `header.${header.receipt}`, message }] });
  if (!receipt)
    return refuse('receipt-missing', 'Send the receipt you were given when you joined.', wrong('is missing'));
  const text = await find(onSale, now);
  const key = text === undefined ? undefined : publicKeyOf(text);
  if (!key) return refuse('line-unknown', 'Check the address, or start from the season page.');
  const place = kinds.map((kind) => openSealed<Place>(key, kind, receipt)).find((opened) => opened !== undefined);
  if (!place) return refuse('receipt-forged', 'Send the receipt as it was given to you.', wrong('is not one of ours'));
  if (place.onSale !== onSale)
    return refuse('receipt-elsewhere', 'Ask with the receipt of that line.', wrong('is of another line'));
  return { ok: true, fan: place.fan, device: place.device ?? place.mark };
}
