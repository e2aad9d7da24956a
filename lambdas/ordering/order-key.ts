import { header } from '../../contracts/paths.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import { sameText } from '../foundation/signing.ts';
import { type OrderingKeys, orderKeyOf } from './order-id.ts';

/**
 * Whether who asks holds the order's key. Checked before the table is read, so that a guess costs a hash and learns
 * nothing about which orders exist. Undefined if they do.
 */
export function orderKeyWrong(
  { orderKey }: Pick<OrderingKeys, 'orderKey'>,
  { id, key }: { readonly id: string; readonly key: string | undefined },
): Refusal | undefined {
  if (key !== undefined && sameText(key, orderKeyOf(orderKey, id))) return undefined;
  return refuse('order-key-wrong', 'Open the order on the device it was placed with, or ask the box office.', {
    errors: [{ field: `header.${header.orderKey}`, message: key === undefined ? 'is missing' : 'is not its key' }],
  });
}
