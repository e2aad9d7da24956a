import type { HoldRequest } from '../contracts/house.ts';
import type { OrderRequest } from '../contracts/order.ts';
import { long, tab } from './box.store.ts';

/*
 * The memory of this browser for a purchase. For ever: the keys of orders. For this tab: acts whose answer is still
 * out, so that a refresh asks for the same act again and not for a second one.
 */

/** A hold that was asked for and not answered yet. */
export interface KeptAsk {
  readonly key: string;
  readonly wish: HoldRequest;
}

/** An order that was sent and not answered yet: repeated word for word, so that it can exist only once. */
export interface KeptPurchase {
  readonly key: string;
  readonly request: OrderRequest;
}

/** The fan's typed text and choices at the checkout, for as long as it is not bought. */
export interface TypedAtCheckout {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** The tick at the consent to news. */
  readonly news?: boolean;
  readonly way?: OrderRequest['payment']['method'];
  readonly card?: string;
  /** Ids of concessions by hold and seat: see site/checkout/prices.ts. */
  readonly concessions?: Readonly<Record<string, string>>;
}

const name = {
  orderKey: (order: string) => `stampede.order.${order}`,
  ask: (performance: string) => `stampede.ask.${performance}`,
  purchase: (onSale: string) => `stampede.purchase.${onSale}`,
  typed: 'stampede.typed',
} as const;

export const shopping = {
  ask: (performance: string) => tab.read<KeptAsk>(name.ask(performance)),
  keepAsk: (performance: string, asked: KeptAsk) => tab.put(name.ask(performance), JSON.stringify(asked)),
  dropAsk: (performance: string) => tab.drop(name.ask(performance)),

  purchase: (onSale: string) => tab.read<KeptPurchase>(name.purchase(onSale)),
  keepPurchase: (onSale: string, purchase: KeptPurchase) => tab.put(name.purchase(onSale), JSON.stringify(purchase)),
  dropPurchase: (onSale: string) => tab.drop(name.purchase(onSale)),

  typed: () => tab.read<TypedAtCheckout>(name.typed) ?? {},
  keepTyped: (typed: TypedAtCheckout) => tab.put(name.typed, JSON.stringify(typed)),
  dropTyped: () => tab.drop(name.typed),

  orderKey: (order: string) => long.get(name.orderKey(order)),
  keepOrderKey: (order: string, key: string) => long.put(name.orderKey(order), key),
};
