import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { type Item, tableOf } from '../../foundation/table.store.ts';
import type { MarkStore } from './mark-store.ts';

/*
 * MARKS#<on-sale> / MARKS    key (base64url), ttl (seconds): DynamoDB deletes the item within days of that time
 *
 * An item of its own, so that nobody who reads a line reads the key, and so that it can be destroyed when the line stays.
 */
const marksKey = (onSale: string) => ({ pk: `MARKS#${onSale}`, sk: 'MARKS' });

export function markStore(client: Dynamo, name: string): MarkStore {
  const table = tableOf(client, name);
  return {
    async keep(onSale, key, until) {
      const first = await table.putNew({
        ...marksKey(onSale),
        key: Buffer.from(key).toString('base64url'),
        ttl: Math.ceil(until / 1000),
      });
      return first.ok ? key : keyOf(first.standing);
    },

    async read(onSale, now) {
      const item = await table.get(marksKey(onSale), 'latest');
      return item && (item.ttl as number) * 1000 > now ? keyOf(item) : undefined;
    },
  };
}

function keyOf(item: Item): Uint8Array {
  return Uint8Array.from(Buffer.from(item.key as string, 'base64url'));
}
