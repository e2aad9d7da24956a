import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { tableOf } from '../../foundation/table.store.ts';
import type { GateStore } from './gate-store.ts';

/*
 * SEEN#<on-sale>#<what> / <window, 11 digits>     count
 */
const countKey = (onSale: string, what: string, window: number) => ({
  pk: `SEEN#${onSale}#${what}`,
  sk: `${window}`.padStart(11, '0'),
});

export function gateStore(client: Dynamo, name: string): GateStore {
  const table = tableOf(client, name);
  return {
    async count(onSale, what, window) {
      const { count } = await table.update(countKey(onSale, what, window), {
        UpdateExpression: 'ADD #count :one',
        ExpressionAttributeNames: { '#count': 'count' },
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      });
      return Number(count);
    },
  };
}
