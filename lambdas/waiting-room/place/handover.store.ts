import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { all, either, isAbsent, isThere } from '../../foundation/condition.ts';
import { tableOf } from '../../foundation/table.store.ts';
import { written } from '../../foundation/write-outcome.ts';
import type { HandoverStore } from './handover-store.ts';

/*
 * HANDOVER#<on-sale>#<keyed hash of the code> / CODE        fan
 * HANDOVER#<on-sale>#<keyed hash of the address> / TRIES    count, until
 *
 * Until when a code is good stands in the record of its place, and nowhere else.
 */
const codeKey = (onSale: string, code: string) => ({ pk: `HANDOVER#${onSale}#${code}`, sk: 'CODE' });
const triesKey = (onSale: string, from: string) => ({ pk: `HANDOVER#${onSale}#${from}`, sk: 'TRIES' });

const triesAreOver = '#until <= :now';
const hasTriesLeft = '#count < :most';
const names = { '#count': 'count', '#until': 'until' };

export function handoverStore(client: DynamoDBDocumentClient, name: string): HandoverStore {
  const table = tableOf(client, name);
  return {
    async look(onSale, { code, from }) {
      const [found, tried] = await Promise.all([
        table.get(codeKey(onSale, code), 'latest'),
        table.get(triesKey(onSale, from), 'latest'),
      ]);
      return {
        ...(found && { fan: String(found.fan) }),
        ...(tried && { tries: { count: Number(tried.count), endsAt: Number(tried.until) } }),
      };
    },

    async put(onSale, code, fan) {
      await table.update(codeKey(onSale, code), {
        UpdateExpression: 'SET fan = :fan',
        ExpressionAttributeValues: { ':fan': fan },
      });
    },

    async countTry(onSale, from, { now, endsAt, most }) {
      const first = await table.updateIf(triesKey(onSale, from), {
        UpdateExpression: 'SET #count = :one, #until = :until',
        ConditionExpression: either(isAbsent, triesAreOver),
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ':one': 1, ':until': endsAt, ':now': now },
      });
      if (first.ok) return written;
      return table.updateIf(triesKey(onSale, from), {
        UpdateExpression: 'SET #count = #count + :one',
        ConditionExpression: all(isThere, hasTriesLeft),
        ExpressionAttributeNames: { '#count': 'count' },
        ExpressionAttributeValues: { ':one': 1, ':most': most },
      });
    },
  };
}
