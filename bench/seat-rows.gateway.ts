import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { PlanIndex } from '../lambdas/seating/plan/plan-index.ts';

/*
 * The usual table of a ticket shop, for comparison: a row a seat.
 *
 *   pk SEATS#<performance>#<section>   sk <index of the seat>   seat; once held: hold, until
 *   pk HOLD#<hold>                     sk HOLD                  performance, fan, seats, until
 *   pk FAN#<on-sale>#<fan>             sk SEATS                 held: seats of this fan, for the limit
 *
 * A hold of n seats is one transaction of n + 2 writes, all or none, each with its condition. Between two seats
 * of a section nothing is shared, so that fans who want different seats do not disturb each other.
 */

export interface HeldRow {
  readonly hold: string;
  readonly performance: string;
  readonly onSale: string;
  readonly fan: string;
  readonly section: string;
  readonly seats: readonly number[];
  /** Milliseconds since the epoch. */
  readonly until: number;
}

export interface SeatRows {
  /** A row for every seat of the plan, all free. */
  fill(performance: string, plan: PlanIndex): Promise<void>;
  /** A byte a seat: 1 is taken. May be a second behind, as a page is. */
  taken(performance: string, section: string, seats: number, now: number): Promise<Uint8Array>;
  /** `taken`: somebody has one of them. */
  hold(hold: HeldRow, limit: number, now: number): Promise<'held' | 'taken' | 'over-limit' | 'again'>;
}

const isFree = 'attribute_not_exists(#hold) OR #until <= :now';
const isNew = 'attribute_not_exists(pk)';
const staysWithin = 'attribute_not_exists(#held) OR #held <= :room';

const rowKey = (performance: string, section: string, seat: number) => ({
  pk: `SEATS#${performance}#${section}`,
  sk: `${seat}`.padStart(4, '0'),
});

export function seatRows(table: DynamoDBDocumentClient, name: string): SeatRows {
  return {
    async fill(performance, plan) {
      const rows = [...plan.sections].flatMap(([section, { spots }]) =>
        spots.map(({ id }, index) => ({ ...rowKey(performance, section, index), seat: id })),
      );
      for (let from = 0; from < rows.length; from += 25) {
        const some = rows.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
        await table.send(new BatchWriteCommand({ RequestItems: { [name]: some } }));
      }
    },
    async taken(performance, section, seats, now) {
      const taken = new Uint8Array(seats);
      let start: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await table.send(
          new QueryCommand({
            TableName: name,
            KeyConditionExpression: 'pk = :pk',
            // Only rows that are held are sent; all are read, and paid for.
            FilterExpression: '#until > :now',
            ProjectionExpression: 'sk',
            ExpressionAttributeNames: { '#until': 'until' },
            ExpressionAttributeValues: { ':pk': rowKey(performance, section, 0).pk, ':now': now },
            ...(start && { ExclusiveStartKey: start }),
          }),
        );
        for (const { sk } of Items) taken[Number(sk)] = 1;
        start = LastEvaluatedKey;
      } while (start);
      return taken;
    },
    async hold({ hold, performance, onSale, fan, section, seats, until }, limit, now) {
      const writes = [
        {
          Put: {
            TableName: name,
            Item: { pk: `HOLD#${hold}`, sk: 'HOLD', performance, fan, section, seats, until },
            ConditionExpression: isNew,
          },
        },
        {
          Update: {
            TableName: name,
            Key: { pk: `FAN#${onSale}#${fan}`, sk: 'SEATS' },
            UpdateExpression: 'ADD #held :seats',
            ConditionExpression: staysWithin,
            ExpressionAttributeNames: { '#held': 'held' },
            ExpressionAttributeValues: { ':seats': seats.length, ':room': limit - seats.length },
          },
        },
        ...seats.map((seat) => ({
          Update: {
            TableName: name,
            Key: rowKey(performance, section, seat),
            UpdateExpression: 'SET #hold = :hold, #until = :until',
            ConditionExpression: isFree,
            ExpressionAttributeNames: { '#hold': 'hold', '#until': 'until' },
            ExpressionAttributeValues: { ':hold': hold, ':until': until, ':now': now },
          },
        })),
      ];
      try {
        await table.send(new TransactWriteCommand({ TransactItems: writes }));
        return 'held';
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const [known, fanHas, ...ofSeats] = (error.CancellationReasons ?? []).map(({ Code }) => Code);
        if (known === failed) return 'again';
        if (fanHas === failed) return 'over-limit';
        // Another transaction at the same rows at the same moment: they may be free still, and are looked at again.
        if (ofSeats.includes(failed) || error.CancellationReasons?.some(({ Code }) => Code === 'TransactionConflict'))
          return 'taken';
        throw error;
      }
    },
  };
}

const failed = 'ConditionalCheckFailed';
