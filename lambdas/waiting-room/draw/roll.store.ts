import { all, either } from '../../foundation/condition.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { type Item, tableOf } from '../../foundation/table.store.ts';
import { type RollStore, type Shard, type ShardKey, whyNot } from './roll-store.ts';

/*
 * SHARD#<on-sale>#<round>#<shard> / SHARD    roll (a list of marks), sealed: a partition key each, since all fans write
 *                                            here; with 40 marks of 22 letters within 1 kB, so an append is one unit
 * ALLOC#<on-sale>#<round> / ALLOC            next (the number of shards given out), sealed
 *
 *     ┌── open ──append──▶ full ──┐
 *     │     └───seal──▶ sealed ───┴──▶ never changes
 */
const shardKey = ({ onSale, round, shard }: ShardKey) => ({ pk: `SHARD#${onSale}#${round}#${shard}`, sk: 'SHARD' });
const allocKey = (onSale: string, round: number) => ({ pk: `ALLOC#${onSale}#${round}`, sk: 'ALLOC' });

const isOpen = 'attribute_not_exists(sealed)';
const isEmpty = 'attribute_not_exists(roll)';
const hasRoom = 'size(roll) < :cap';
const isNotThere = 'NOT contains(roll, :mark)';

export function rollStore(client: Dynamo, name: string): RollStore {
  const table = tableOf(client, name);
  return {
    async append(key, mark, cap) {
      const appended = await table.updateOrTell(shardKey(key), {
        UpdateExpression: 'SET roll = list_append(if_not_exists(roll, :empty), :marks)',
        ConditionExpression: all(isOpen, either(isEmpty, all(hasRoom, isNotThere))),
        ExpressionAttributeValues: { ':empty': [], ':marks': [mark], ':mark': mark, ':cap': cap },
        ReturnValues: 'UPDATED_NEW',
      });
      if (appended.ok) return { how: 'appended', index: (appended.item.roll as string[]).length - 1 };
      return whyNot(shardOf(appended.standing), mark, cap);
    },

    async read(key, age) {
      return shardOf(await table.get(shardKey(key), age));
    },

    async readMany(onSale, round, shards) {
      const keys = shards.map((shard) => shardKey({ onSale, round, shard }));
      const found = new Map((await table.getMany(keys, 'recent')).map((item) => [item.pk, item]));
      return keys.map(({ pk }) => shardOf(found.get(pk)));
    },

    async seal(key) {
      const sealed = await table.update(shardKey(key), {
        UpdateExpression: 'SET sealed = :true, roll = if_not_exists(roll, :empty)',
        ExpressionAttributeValues: { ':true': true, ':empty': [] },
        ReturnValues: 'ALL_NEW',
      });
      return shardOf(sealed).marks;
    },

    async allocate({ onSale, round, offered }) {
      const given = await table.updateIf(allocKey(onSale, round), {
        UpdateExpression: 'SET #next = if_not_exists(#next, :offered) + :one',
        ConditionExpression: isOpen,
        ExpressionAttributeNames: { '#next': 'next' },
        ExpressionAttributeValues: { ':offered': offered, ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      });
      return given.ok ? (given.item.next as number) - 1 : 'sealed';
    },

    async allocated({ onSale, round, offered }) {
      const item = await table.get(allocKey(onSale, round), 'recent');
      return (item?.next as number | undefined) ?? offered;
    },

    async sealAllocation({ onSale, round, offered }) {
      const { next } = await table.update(allocKey(onSale, round), {
        UpdateExpression: 'SET sealed = :true, #next = if_not_exists(#next, :offered)',
        ExpressionAttributeNames: { '#next': 'next' },
        ExpressionAttributeValues: { ':true': true, ':offered': offered },
        ReturnValues: 'ALL_NEW',
      });
      return next as number;
    },
  };
}

function shardOf(item: Item | undefined): Shard {
  const { roll = [], sealed = false } = (item ?? {}) as {
    readonly roll?: readonly string[];
    readonly sealed?: boolean;
  };
  return { marks: roll, sealed };
}
