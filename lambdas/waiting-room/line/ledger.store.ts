import type { LedgerEntry } from '../../../contracts/ledger.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { type Item, tableOf } from '../../foundation/table.store.ts';
import type { LedgerStore } from './ledger-store.ts';

/*
 * LEDGER#<on-sale> / <n, 6 digits>    text, hash: one write unit an act
 */
const entryKey = (onSale: string, n: number) => ({ pk: `LEDGER#${onSale}`, sk: `${n}`.padStart(6, '0') });

export function ledgerStore(client: Dynamo, name: string): LedgerStore {
  const table = tableOf(client, name);
  return {
    async put(onSale, n, { text, hash }) {
      const first = await table.putNew({ ...entryKey(onSale, n), text, hash });
      return first.ok ? { text, hash } : entryOf(first.standing);
    },

    async read(onSale, from, to) {
      const ofSegment = {
        KeyConditionExpression: 'pk = :ledger AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':ledger': `LEDGER#${onSale}`,
          ':from': entryKey(onSale, from).sk,
          ':to': entryKey(onSale, to).sk,
        },
      };
      return (await table.query(ofSegment, 'latest')).map(entryOf);
    },
  };
}

function entryOf(item: Item): LedgerEntry {
  const { text, hash } = item as unknown as LedgerEntry;
  return { text, hash };
}
