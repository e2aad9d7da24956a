import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Place } from '../../contracts/line.ts';
import { all, landed } from './conditional.store.ts';
import type { Fan, FanStore, GrantedPass, Member, Written } from './fan-store.ts';

/*
 * FAN#<on-sale>#<fan> / FAN              round, shard, index, joinedAt, leftAt, pass; about 250 bytes
 * MEMBER#<roster>#<member> / MEMBER      postcode (a keyed hash, as is the member)
 */
const fanKey = (onSale: string, fan: string) => ({ pk: `FAN#${onSale}#${fan}`, sk: 'FAN' });
const memberKey = (roster: string, member: string) => ({ pk: `MEMBER#${roster}#${member}`, sk: 'MEMBER' });

const isThere = 'attribute_exists(pk)';
const isAbsent = 'attribute_not_exists(pk)';
const isWaiting = 'attribute_not_exists(leftAt)';
const hadNoPass = 'attribute_not_exists(pass)';
const lastPassWas = 'pass.#number = :last';
const passIs = 'pass.#number = :number';
const passNumber = { '#number': 'number' };

export function fanStore(client: DynamoDBDocumentClient, table: string): FanStore {
  const get = async (onSale: string, fan: string, consistent: boolean) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: fanKey(onSale, fan), ConsistentRead: consistent }),
    );
    return Item && fanOf(onSale, fan, Item);
  };
  const read = (onSale: string, fan: string) => get(onSale, fan, true);
  // The engine of the local cloud returns no old item with a failed condition: read again.
  const orStanding = async (written: unknown, onSale: string, fan: string): Promise<Written> => {
    if (written) return { ok: true };
    const standing = await read(onSale, fan);
    if (!standing) throw new Error(`There is no fan ${fan} in ${onSale}`);
    return { ok: false, fan: standing };
  };
  const update = (onSale: string, fan: string, input: Omit<UpdateCommandInput, 'TableName' | 'Key'>) =>
    landed(client.send(new UpdateCommand({ TableName: table, Key: fanKey(onSale, fan), ...input })));

  return {
    read,

    // Half a read unit an item: 1 for a member, 0.5 for a visitor.
    async look(onSale, fan, member) {
      if (!member) {
        const found = await get(onSale, fan, false);
        return found ? { fan: found } : {};
      }
      const keys = [fanKey(onSale, fan), memberKey(member.roster, member.member)];
      const found: Record<string, unknown>[] = [];
      let left = keys;
      while (left.length > 0) {
        const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await client.send(
          new BatchGetCommand({ RequestItems: { [table]: { Keys: left } } }),
        );
        found.push(...(Responses?.[table] ?? []));
        left = (UnprocessedKeys?.[table]?.Keys ?? []) as typeof keys;
      }
      const fanItem = found.find(({ sk }) => sk === 'FAN');
      const memberItem = found.find(({ sk }) => sk === 'MEMBER');
      return {
        ...(fanItem && { fan: fanOf(onSale, fan, fanItem) }),
        ...(memberItem && { postcode: memberItem.postcode as string }),
      };
    },

    async place({ onSale, fan, round, shard, index, joinedAt }) {
      const put = await landed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...fanKey(onSale, fan), round, shard, index, joinedAt },
            ConditionExpression: isAbsent,
          }),
        ),
      );
      return orStanding(put, onSale, fan);
    },

    async rejoin(onSale, fan) {
      await update(onSale, fan, { UpdateExpression: 'REMOVE leftAt', ConditionExpression: isThere });
    },

    async leave(onSale, fan, at) {
      const left = await update(onSale, fan, {
        UpdateExpression: 'SET leftAt = if_not_exists(leftAt, :at)',
        ConditionExpression: all(isThere, hadNoPass),
        ExpressionAttributeValues: { ':at': at },
      });
      return orStanding(left, onSale, fan);
    },

    async grant(onSale, fan, { number, expiresAt }) {
      const first = number === 1;
      const granted = await update(onSale, fan, {
        UpdateExpression: 'SET pass = :pass',
        ConditionExpression: all(isThere, isWaiting, first ? hadNoPass : lastPassWas),
        ...(!first && { ExpressionAttributeNames: passNumber }),
        ExpressionAttributeValues: {
          ':pass': { number, expiresAt, givenBack: false } satisfies GrantedPass,
          ...(!first && { ':last': number - 1 }),
        },
      });
      return orStanding(granted, onSale, fan);
    },

    async giveBack(onSale, fan, number) {
      await update(onSale, fan, {
        UpdateExpression: 'SET pass.givenBack = :true',
        ConditionExpression: passIs,
        ExpressionAttributeNames: passNumber,
        ExpressionAttributeValues: { ':true': true, ':number': number },
      });
    },

    async enrol(roster, members) {
      const { UnprocessedItems } = await client.send(
        new BatchWriteCommand({
          RequestItems: {
            [table]: members.map(({ member, postcode }) => ({
              PutRequest: { Item: { ...memberKey(roster, member), postcode } },
            })),
          },
        }),
      );
      return (UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }): Member[] => {
        const { pk, postcode } = (PutRequest?.Item ?? {}) as { pk: string; postcode: string };
        return [{ member: pk.slice(`MEMBER#${roster}#`.length), postcode }];
      });
    },
  };
}

function fanOf(onSale: string, fan: string, item: Record<string, unknown>): Fan {
  const { round, shard, index, joinedAt, pass, leftAt } = item as unknown as Place & Fan;
  return {
    place: { v: 1, onSale, fan, round, shard, index, joinedAt },
    ...(pass && { pass }),
    ...(leftAt !== undefined && { leftAt }),
  };
}
