import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { tableOf } from '../../foundation/table.store.ts';
import type { HandoverStore } from './handover-store.ts';
import { countTryIn, triesOf } from './tries.store.ts';

/*
 * HANDOVER#<on-sale>#<keyed hash of the code> / CODE        fan
 * HANDOVER#<on-sale>#<keyed hash of the address> / TRIES    tries
 *
 * Until when a code is good stands in the record of its place, and nowhere else.
 */
const codeKey = (onSale: string, code: string) => ({ pk: `HANDOVER#${onSale}#${code}`, sk: 'CODE' });
const triesKey = (onSale: string, from: string) => ({ pk: `HANDOVER#${onSale}#${from}`, sk: 'TRIES' });

export function handoverStore(client: Dynamo, name: string): HandoverStore {
  const table = tableOf(client, name);
  return {
    async look(onSale, { code, from }) {
      const [found, tried] = await Promise.all([
        table.get(codeKey(onSale, code), 'latest'),
        table.get(triesKey(onSale, from), 'latest'),
      ]);
      const tries = triesOf(tried);
      return { ...(found && { fan: String(found.fan) }), ...(tries && { tries }) };
    },

    async put(onSale, code, fan) {
      await table.update(codeKey(onSale, code), {
        UpdateExpression: 'SET fan = :fan',
        ExpressionAttributeValues: { ':fan': fan },
      });
    },

    countTry: (onSale, from, limit) => countTryIn(table, triesKey(onSale, from), limit),
  };
}
