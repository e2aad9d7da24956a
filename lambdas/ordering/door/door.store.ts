import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { type Item, tableOf } from '../../foundation/table.store.ts';
import type { DoorMark, DoorStore } from './door-store.ts';

/*
 * The door's marks, in the table of orders. One item a ticket that is used or void:
 *
 *   pk DOOR#<performance>   sk <ticket>   state, and at and door if it was used
 *
 *   pk GUESTS#<performance>   sk <order>   an order that has tickets of it, or had some once; nothing else
 *
 * A performance is one partition: 20,000 people through the doors in 30 minutes are 11 writes a second of its 1,000. A
 * door reads the whole list every 20 s, some 100 bytes a mark. That is 2 MB at the end of a full evening, and 250 units
 * for a list that may be a second old. Twenty doors spend 250 of the partition's 3,000 units a second. An order is noted
 * in the guests once with each set of tickets: 10,000 orders a minute are 167 writes a second.
 */

const keyOf = (performance: string, ticket: string) => ({ pk: `DOOR#${performance}`, sk: ticket });
const guestKey = (performance: string, order: string) => ({ pk: `GUESTS#${performance}`, sk: order });

export function doorStore(client: Dynamo, name: string): DoorStore {
  const table = tableOf(client, name);
  return {
    async mark(performance, ticket, mark) {
      const first = await table.putNew({ ...keyOf(performance, ticket), ...itemOf(mark) });
      return first.ok ? first : { ok: false, mark: markOf(first.standing) };
    },
    async marksOf(performance, tickets) {
      const asked = [...new Set(tickets)];
      return marksIn(
        await table.getMany(
          asked.map((ticket) => keyOf(performance, ticket)),
          'latest',
        ),
      );
    },
    async marks(performance) {
      const ofPerformance = {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `DOOR#${performance}` },
      };
      return marksIn(await table.query(ofPerformance, 'recent'));
    },
    expect: (performance, order) => table.put(guestKey(performance, order)),
    async expected(performance) {
      const ofPerformance = {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': guestKey(performance, '').pk },
      };
      return (await table.query(ofPerformance, 'recent')).map(({ sk }) => `${sk}`);
    },
  };
}

function marksIn(items: readonly Item[]): ReadonlyMap<string, DoorMark> {
  return new Map(items.map((item) => [`${item.sk}`, markOf(item)]));
}

function itemOf(mark: DoorMark): Item {
  if (mark.state === 'void') return mark;
  const { usedAt, ...used } = mark;
  return { ...used, at: usedAt };
}

function markOf(item: Item): DoorMark {
  const { pk: _pk, sk: _sk, at: usedAt, ...mark } = item;
  return { ...mark, ...(usedAt !== undefined && { usedAt }) } as unknown as DoorMark;
}
