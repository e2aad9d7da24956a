import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { LedgerEntry } from '../../../contracts/ledger.ts';
import { landed } from './conditional.store.ts';
import type { LedgerStore } from './ledger-store.ts';

/*
 * LEDGER#<on-sale> / <n, 6 digits>    text, hash: one write unit an act
 */
const entryKey = (onSale: string, n: number) => ({ pk: `LEDGER#${onSale}`, sk: `${n}`.padStart(6, '0') });

const isAbsent = 'attribute_not_exists(pk)';

export function ledgerStore(client: DynamoDBDocumentClient, table: string): LedgerStore {
  return {
    async put(onSale, n, { text, hash }) {
      const put = await landed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...entryKey(onSale, n), text, hash },
            ConditionExpression: isAbsent,
          }),
        ),
      );
      if (put) return { text, hash };
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: entryKey(onSale, n), ConsistentRead: true }),
      );
      if (!Item) throw new Error(`Entry ${n} of ${onSale} is neither absent nor there`);
      return entryOf(Item);
    },

    async read(onSale) {
      const entries: LedgerEntry[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :ledger',
            ExpressionAttributeValues: { ':ledger': `LEDGER#${onSale}` },
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        entries.push(...(page.Items ?? []).map(entryOf));
        from = page.LastEvaluatedKey;
      } while (from);
      return entries;
    },
  };
}

function entryOf(item: Record<string, unknown>): LedgerEntry {
  const { text, hash } = item as unknown as LedgerEntry;
  return { text, hash };
}
