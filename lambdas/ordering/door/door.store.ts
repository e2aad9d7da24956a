import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import type { DoorMark, DoorStore } from './door-store.ts';

/*
 * The door's marks, in the table of orders. One item a ticket that is used or void:
 *
 *   pk DOOR#<performance>   sk <ticket>   state, and at and door if it was used
 *
 * A performance is one partition: 20,000 people through the doors in 30 minutes are 11 writes a second of its
 * 1,000. A door reads the whole list every 20 s, some 100 bytes a mark: 2 MB at the end of a full evening, 250
 * units for a list that may be a second old; twenty doors spend 250 of the partition's 3,000 units a second.
 */

const keyOf = (performance: string, ticket: string) => ({ pk: `DOOR#${performance}`, sk: ticket });
/** What BatchGetItem takes at once. */
const mostKeys = 100;

export function doorStore(table: DynamoDBDocumentClient, name: string): DoorStore {
  const standing = async (performance: string, ticket: string): Promise<DoorMark> => {
    const { Item } = await table.send(
      new GetCommand({ TableName: name, Key: keyOf(performance, ticket), ConsistentRead: true }),
    );
    if (!Item) throw new Error(`The mark of ticket ${ticket} vanished; marks are never taken away`);
    return markOf(Item);
  };
  const some = async (performance: string, tickets: readonly string[]): Promise<Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = [];
    let keys: Record<string, unknown>[] = tickets.map((ticket) => keyOf(performance, ticket));
    // What is left over comes back; each call reads one at least.
    for (let call = 0; keys.length > 0; call++) {
      if (call > tickets.length) throw new Error(`${name} did not give ${keys.length} of ${tickets.length} marks`);
      const { Responses, UnprocessedKeys } = await table.send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: keys, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[name] ?? []));
      keys = UnprocessedKeys?.[name]?.Keys ?? [];
    }
    return found;
  };
  return {
    async mark(performance, ticket, mark) {
      try {
        await table.send(
          new PutCommand({
            TableName: name,
            Item: { ...keyOf(performance, ticket), ...mark },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return { first: true, mark };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return { first: false, mark: await standing(performance, ticket) };
      }
    },
    async marksOf(performance, tickets) {
      const asked = [...new Set(tickets)];
      const parts: string[][] = [];
      for (let from = 0; from < asked.length; from += mostKeys) parts.push(asked.slice(from, from + mostKeys));
      const found = await Promise.all(parts.map((part) => some(performance, part)));
      return marksIn(found.flat());
    },
    async marks(performance) {
      const found: Record<string, unknown>[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await table.send(
          new QueryCommand({
            TableName: name,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': `DOOR#${performance}` },
            ...(start && { ExclusiveStartKey: start }),
          }),
        );
        found.push(...Items);
        start = LastEvaluatedKey;
      } while (start);
      return marksIn(found);
    },
  };
}

function marksIn(items: readonly Record<string, unknown>[]): ReadonlyMap<string, DoorMark> {
  return new Map(items.map((item) => [`${item.sk}`, markOf(item)]));
}

function markOf(item: Record<string, unknown>): DoorMark {
  const { pk: _pk, sk: _sk, ...mark } = item;
  return mark as unknown as DoorMark;
}
