import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Item, tableOf } from '../../foundation/table.store.ts';
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
const countName = { '#count': 'count' };

export function roundStore(client: DynamoDBDocumentClient, name: string): RoundStore {
  const table = tableOf(client, name);
  return {
    async drawn(onSale, round) {
      const item = await table.get(roundKey(onSale, round), 'latest');
      return item && drawnOf(item);
    },

    async count(onSale, round, shard) {
      const counted = await table.updateIf(tallyKey(onSale, round, shard), {
        UpdateExpression: 'ADD #count :one',
        ConditionExpression: isOpen,
        ExpressionAttributeNames: countName,
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      });
      return counted.ok ? (counted.item.count as number) - 1 : 'closed';
    },

    async close(onSale, round, shard) {
      const { count } = await table.update(tallyKey(onSale, round, shard), {
        UpdateExpression: 'SET closed = :true, #count = if_not_exists(#count, :none)',
        ExpressionAttributeNames: countName,
        ExpressionAttributeValues: { ':true': true, ':none': 0 },
        ReturnValues: 'ALL_NEW',
      });
      return count as number;
    },

    async counts(onSale, round, shards) {
      const keys = Array.from({ length: shards }, (_, shard) => tallyKey(onSale, round, shard));
      const tallies = await table.getMany(keys, 'recent');
      const counts = new Map(tallies.map(({ pk, count }) => [pk, count as number]));
      return keys.map(({ pk }) => counts.get(pk) ?? 0);
    },

    async draw(round) {
      const first = await table.putNew({ ...roundKey(round.onSale, round.round), ...round });
      return first.ok ? round : drawnOf(first.standing);
    },
  };
}

/** In one order of fields, so that the published sheet has the same bytes whoever writes it. */
function drawnOf(item: Item): DrawnRound {
  const { onSale, round, drawnAt, counts, size, offset, seed, closedAt, beacon } = item as unknown as DrawnRound;
  const mixed = closedAt !== undefined && beacon && { closedAt, beacon: beaconOf(beacon) };
  return { v: 1, onSale, round, drawnAt, counts, size, offset, seed, ...mixed };
}

function beaconOf(beacon: NonNullable<DrawnRound['beacon']>): NonNullable<DrawnRound['beacon']> {
  if ('missed' in beacon) return { missed: beacon.missed };
  const { round, randomness, signature } = beacon;
  return { round, randomness, signature };
}
