import type { Appeal } from '../../../contracts/line-operation.ts';
import { isThere } from '../../foundation/condition.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { type Item, tableOf } from '../../foundation/table.store.ts';
import type { AppealStore } from './appeal-store.ts';

/*
 * APPEALS#<on-sale> / <fan>     message, appealedAt, against, why; settledAt once it is decided
 */
const appealKey = (onSale: string, fan: string) => ({ pk: `APPEALS#${onSale}`, sk: fan });

const isUndecided = 'attribute_not_exists(settledAt)';

export function appealStore(client: Dynamo, name: string): AppealStore {
  const table = tableOf(client, name);
  return {
    lodge: (onSale, { fan, ...said }) => table.put({ ...appealKey(onSale, fan), ...said }),

    async settle(onSale, fan, settledAt) {
      await table.updateIf(appealKey(onSale, fan), {
        UpdateExpression: 'SET settledAt = :at',
        ConditionExpression: isThere,
        ExpressionAttributeValues: { ':at': settledAt },
      });
    },

    async find(onSale, fan) {
      const item = await table.get(appealKey(onSale, fan), 'latest');
      return item && item.settledAt === undefined ? appealOf(item) : undefined;
    },

    async open(onSale) {
      const undecided = {
        KeyConditionExpression: 'pk = :line',
        FilterExpression: isUndecided,
        ExpressionAttributeValues: { ':line': `APPEALS#${onSale}` },
      };
      const found = (await table.query(undecided, 'latest')).map(appealOf);
      return found.sort((a, b) => a.appealedAt - b.appealedAt);
    },
  };
}

function appealOf(item: Item): Appeal {
  const { sk: fan, against, why, appealedAt, message } = item as unknown as Appeal & { readonly sk: string };
  return { fan, against, why, appealedAt, message };
}
