import type { OwnOrders } from '../../contracts/order.ts';
import type { Browser, Trouble } from '../api.ts';
import { onSaleOfReceipt } from '../signed-payload.ts';
import { findOrders } from './order-api.ts';

/*
 * Finding an order whose page was lost: the phone died during the payment, the tab was closed, the pass has ended. The
 * receipt of the place finds it: one that this browser keeps, or one that the fan pastes.
 *
 *     a receipt kept ──▶ looking ──▶ told ──another──▶ asking
 *     none kept ───────▶ asking ──pasted──▶ looking
 */
export interface FindingOrders {
  readonly at: 'asking' | 'looking' | 'told';
  /** By on-sale, as they were asked for. */
  readonly found: readonly FoundOrders[];
  /** The pasted text: nothing at all, or no receipt. */
  readonly wrong?: 'nothing' | 'unreadable' | undefined;
}

export interface ReceiptOf {
  readonly onSale: string;
  readonly receipt: string;
}

export interface FoundOrders extends ReceiptOf {
  /** The newest first. */
  readonly orders: OwnOrders['orders'];
  readonly trouble?: Trouble | undefined;
}

/** The receipt in a pasted text, with the on-sale that it names; or what is wrong with the text. */
export function pastedReceipt(text: string): ReceiptOf | NonNullable<FindingOrders['wrong']> {
  const receipt = text.replace(/\s+/g, '');
  if (receipt === '') return 'nothing';
  const onSale = onSaleOfReceipt(receipt);
  return onSale === undefined ? 'unreadable' : { onSale, receipt };
}

/** Asks for the orders of each receipt, all at once. */
export function lookFor(browser: Browser, receipts: readonly ReceiptOf[]): Promise<readonly FoundOrders[]> {
  return Promise.all(
    receipts.map(async ({ onSale, receipt }) => {
      const answer = await findOrders(browser, onSale, receipt);
      if (!answer.ok) return { onSale, receipt, orders: [], trouble: answer.trouble };
      return { onSale, receipt, orders: [...answer.body.orders].sort((a, b) => b.placedAt - a.placedAt) };
    }),
  );
}

/** The way to an order, with its key where neither a server nor a log sees it. */
export function addressOf({ order, key }: Pick<OwnOrders['orders'][number], 'order' | 'key'>): string {
  return `/order?id=${encodeURIComponent(order)}#key=${encodeURIComponent(key)}`;
}
