import { type DynamoDBDocumentClient, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Appeal } from '../../../contracts/line-operation.ts';
import { landed } from '../line/conditional.store.ts';
import type { GateStore } from './gate-store.ts';

/*
 * SEEN#<on-sale>#<what> / <window, 11 digits>     count
 * APPEALS#<on-sale> / <fan>                       message, appealedAt, lane, why; settledAt once it is decided
 */
const countKey = (onSale: string, what: string, window: number) => ({
  pk: `SEEN#${onSale}#${what}`,
  sk: `${window}`.padStart(11, '0'),
});
const appealKey = (onSale: string, fan: string) => ({ pk: `APPEALS#${onSale}`, sk: fan });

const isListed = 'attribute_exists(pk)';
const isUndecided = 'attribute_not_exists(settledAt)';

export function gateStore(client: DynamoDBDocumentClient, table: string): GateStore {
  return {
    async count(onSale, what, window) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: countKey(onSale, what, window),
          UpdateExpression: 'ADD #count :one',
          ExpressionAttributeNames: { '#count': 'count' },
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(Attributes?.count);
    },

    async appeal(onSale, { fan, ...said }) {
      await client.send(new PutCommand({ TableName: table, Item: { ...appealKey(onSale, fan), ...said } }));
    },

    async settle(onSale, fan, at) {
      await landed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: appealKey(onSale, fan),
            UpdateExpression: 'SET settledAt = :at',
            ConditionExpression: isListed,
            ExpressionAttributeValues: { ':at': at },
          }),
        ),
      );
    },

    async appeals(onSale) {
      const found: Appeal[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :line',
            FilterExpression: isUndecided,
            ExpressionAttributeValues: { ':line': `APPEALS#${onSale}` },
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        for (const { sk, lane, why, appealedAt, message } of page.Items ?? [])
          found.push({ fan: sk, lane, why, appealedAt, message });
        from = page.LastEvaluatedKey;
      } while (from);
      return found.sort((a, b) => a.appealedAt - b.appealedAt);
    },
  };
}
