import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { landed } from '../line/conditional.store.ts';
import type { DrawnRound, RoundStore } from './round-store.ts';

/*
 * TALLY#<on-sale>#<round>#<shard> / TALLY    count, closed: a partition key each, since all fans write here
 * ROUND#<on-sale> / <round, 6 digits>        the draw sheet
 */
const tallyKey = (onSale: string, round: number, shard: number) => ({
  pk: `TALLY#${onSale}#${round}#${shard}`,
  sk: 'TALLY',
});
const roundKey = (onSale: string, round: number) => ({ pk: `ROUND#${onSale}`, sk: `${round}`.padStart(6, '0') });

const isOpen = 'attribute_not_exists(closed)';
const isAbsent = 'attribute_not_exists(pk)';

/** Of BatchGetItem. */
const mostKeys = 100;

export function roundStore(client: DynamoDBDocumentClient, table: string): RoundStore {
  const drawn = async (onSale: string, round: number) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: roundKey(onSale, round), ConsistentRead: true }),
    );
    return Item && drawnOf(Item);
  };
  return {
    drawn,

    async count(onSale, round, shard) {
      const counted = await landed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: tallyKey(onSale, round, shard),
            UpdateExpression: 'ADD #count :one',
            ConditionExpression: isOpen,
            ExpressionAttributeNames: { '#count': 'count' },
            ExpressionAttributeValues: { ':one': 1 },
            ReturnValues: 'UPDATED_NEW',
          }),
        ),
      );
      return counted ? (counted.Attributes?.count as number) - 1 : 'closed';
    },

    async close(onSale, round, shard) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: tallyKey(onSale, round, shard),
          UpdateExpression: 'SET closed = :true, #count = if_not_exists(#count, :none)',
          ExpressionAttributeNames: { '#count': 'count' },
          ExpressionAttributeValues: { ':true': true, ':none': 0 },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Attributes?.count as number;
    },

    async counts(onSale, round, shards) {
      const keys = Array.from({ length: shards }, (_, shard) => tallyKey(onSale, round, shard));
      const counts = new Map<string, number>();
      let left = keys;
      while (left.length > 0) {
        const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await client.send(
          new BatchGetCommand({ RequestItems: { [table]: { Keys: left.slice(0, mostKeys) } } }),
        );
        for (const { pk, count } of Responses?.[table] ?? []) counts.set(pk as string, count as number);
        left = [...((UnprocessedKeys?.[table]?.Keys ?? []) as typeof keys), ...left.slice(mostKeys)];
      }
      return keys.map(({ pk }) => counts.get(pk) ?? 0);
    },

    async draw(round) {
      const put = await landed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...roundKey(round.onSale, round.round), ...round },
            ConditionExpression: isAbsent,
          }),
        ),
      );
      if (put) return round;
      const standing = await drawn(round.onSale, round.round);
      if (!standing) throw new Error(`Round ${round.round} of ${round.onSale} is neither absent nor there`);
      return standing;
    },
  };
}

/** In one order of fields, so that the published sheet has the same bytes whoever writes it. */
function drawnOf(item: Record<string, unknown>): DrawnRound {
  const { onSale, round, drawnAt, counts, size, offset, seed, closedAt, beacon } = item as unknown as DrawnRound;
  const mixed = closedAt !== undefined && beacon && { closedAt, beacon: beaconOf(beacon) };
  return { v: 1, onSale, round, drawnAt, counts, size, offset, seed, ...mixed };
}

function beaconOf(beacon: NonNullable<DrawnRound['beacon']>): NonNullable<DrawnRound['beacon']> {
  if ('missed' in beacon) return { missed: beacon.missed };
  const { round, randomness, signature } = beacon;
  return { round, randomness, signature };
}
