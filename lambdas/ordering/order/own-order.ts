import { header } from '../../../contracts/paths.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { sameText } from '../../foundation/signing.ts';
import { orderUnknown } from './change-refusals.ts';
import type { OrderRecord } from './order.ts';
import { type OrderingKeys, orderKeyOf } from './order-id.ts';
import type { OrderStore } from './order-store.ts';

/** An order as its fan asks for it: by its id, and the key that shows whose it is. */
export interface AskedOrder {
  readonly id: string;
  readonly key: string | undefined;
}

export function askedOrder(request: {
  readonly path: { readonly order: string };
  readonly headers: { readonly [header.orderKey]?: string | undefined };
}): AskedOrder {
  return { id: request.path.order, key: request.headers[header.orderKey] };
}

export interface OwnOrderDeps {
  readonly store: Pick<OrderStore, 'get'>;
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
}

/**
 * The order, for whoever holds its key. The key is checked before the table is read, so that a guess costs a hash and
 * learns nothing about which orders exist. An order that came to no payment does not count as one.
 */
export async function ownOrder(
  { store, keys }: OwnOrderDeps,
  { id, key }: AskedOrder,
): Promise<{ readonly ok: true; readonly order: OrderRecord } | Refusal> {
  if (key === undefined || !sameText(key, orderKeyOf(keys.orderKey, id)))
    return refuse(
      'order-key-wrong',
      'Open the order by the link in its e-mail, which works on any device, or ask the box office.',
      {
        errors: [{ field: `header.${header.orderKey}`, message: key === undefined ? 'is missing' : 'is not its key' }],
      },
    );
  const order = await store.get(id);
  return order && order.state !== 'unpaid' ? { ok: true, order } : orderUnknown();
}
