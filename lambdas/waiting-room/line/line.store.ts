import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Dials } from '../../../contracts/line-operation.ts';
import { landed } from './conditional.store.ts';
import type { Line, LineStore, LiveLine } from './line-store.ts';

/*
 * LINE#<on-sale> / LINE      facts, dials, progress, lease, acts, version
 * LIVE / <on-sale>           opensAt, until: so that the pacemaker finds its lines without a scan
 */
const lineKey = (onSale: string) => ({ pk: `LINE#${onSale}`, sk: 'LINE' });
const liveKey = (onSale: string) => ({ pk: 'LIVE', sk: onSale });

const isAbsent = 'attribute_not_exists(pk)';
const isThere = 'attribute_exists(pk)';
const hasNotMoved = 'version = :version';

export function lineStore(client: DynamoDBDocumentClient, table: string): LineStore {
  const get = async (onSale: string, consistent: boolean) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: lineKey(onSale), ConsistentRead: consistent }),
    );
    return Item && lineOf(Item);
  };
  return {
    read: (onSale) => get(onSale, true),
    glance: (onSale) => get(onSale, false),

    async open(line, live) {
      const { onSale } = line.facts;
      // Listed first: a crash between the two leaves a listing without a line, which the pacemaker passes over.
      await client.send(new PutCommand({ TableName: table, Item: { ...liveKey(onSale), ...live } }));
      const put = await landed(
        client.send(
          new PutCommand({ TableName: table, Item: { ...lineKey(onSale), ...line }, ConditionExpression: isAbsent }),
        ),
      );
      if (put) return line;
      const standing = await get(onSale, true);
      if (!standing) throw new Error(`The line ${onSale} is neither absent nor there`);
      return standing;
    },

    async write(line, changes) {
      const fields = Object.entries(changes);
      const update = await landed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: lineKey(line.facts.onSale),
            UpdateExpression: `SET version = :next, ${fields.map(([name]) => `${name} = :${name}`).join(', ')}`,
            ConditionExpression: hasNotMoved,
            ExpressionAttributeValues: {
              ':version': line.version,
              ':next': line.version + 1,
              ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
            },
          }),
        ),
      );
      return update && { ...line, ...changes, version: line.version + 1 };
    },

    async turn(onSale, dials, acts) {
      const turned = Object.entries(dials).filter(([, value]) => value !== undefined);
      // Each dial by itself, so that two hands on two dials both count; the version stops a pacemaker that
      // has read the old ones.
      const update = await landed(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: lineKey(onSale),
            UpdateExpression: `SET ${[
              'version = version + :one',
              'acts = list_append(acts, :acts)',
              ...turned.map(([name]) => `dials.#${name} = :${name}`),
            ].join(', ')}`,
            ConditionExpression: isThere,
            ...(turned.length > 0 && {
              ExpressionAttributeNames: Object.fromEntries(turned.map(([name]) => [`#${name}`, name])),
            }),
            ExpressionAttributeValues: {
              ':one': 1,
              ':acts': acts,
              ...Object.fromEntries(turned.map(([name, value]) => [`:${name}`, value])),
            },
            ReturnValues: 'ALL_NEW',
          }),
        ),
      );
      return update?.Attributes && (update.Attributes.dials as Dials);
    },

    async live(now) {
      const lines: LiveLine[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :live',
            FilterExpression: '#until > :now',
            ExpressionAttributeNames: { '#until': 'until' },
            ExpressionAttributeValues: { ':live': 'LIVE', ':now': now },
            ExclusiveStartKey: from,
          }),
        );
        for (const { onSale, opensAt, until } of (page.Items ?? []) as LiveLine[])
          lines.push({ onSale, opensAt, until });
        from = page.LastEvaluatedKey;
      } while (from);
      return lines;
    },
  };
}

function lineOf(item: Record<string, unknown>): Line {
  const { pk: _pk, sk: _sk, ...line } = item;
  return line as unknown as Line;
}
