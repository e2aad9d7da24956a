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
import type { Place } from '../../../contracts/line.ts';
import { all, either, landed } from '../line/conditional.store.ts';
import type { Fan, FanLane, FanStore, GrantedPass, KnownMember, Member, Written } from './fan-store.ts';

/*
 * FAN#<on-sale>#<fan> / FAN              round, shard, index, joinedAt, leftAt, pass, needs, lane; about 250 bytes
 * MEMBER#<roster>#<member> / MEMBER      postcode (a keyed hash, as is the member), tries; without postcode: in no roster
 */
const fanKey = (onSale: string, fan: string) => ({ pk: `FAN#${onSale}#${fan}`, sk: 'FAN' });
const memberKey = (roster: string, member: string) => ({ pk: `MEMBER#${roster}#${member}`, sk: 'MEMBER' });

const isThere = 'attribute_exists(pk)';
const isAbsent = 'attribute_not_exists(pk)';
const isWaiting = 'attribute_not_exists(leftAt)';
const hadNoPass = 'attribute_not_exists(pass)';
const lastPassWas = 'pass.#number = :last';
const passIs = 'pass.#number = :number';
const isUnderWay = 'pass.givenBack = :false';
const extendedSo = 'pass.#extended = :extended';
const neverExtended = 'attribute_not_exists(pass.#extended)';
const isInLane = 'attribute_exists(lane)';
const wasNotTried = 'attribute_not_exists(tries)';
const wasTried = 'attribute_exists(tries)';
const triesAreOver = 'tries.#until <= :now';
const hasTriesLeft = 'tries.#count < :most';
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

    // Half a read unit an item: 1 for a member of one roster, 0.5 for a visitor.
    async look(onSale, fan, numbers = []) {
      if (numbers.length === 0) {
        const found = await get(onSale, fan, false);
        return { ...(found && { fan: found }), members: [] };
      }
      const memberKeys = numbers.map(({ roster, member }) => memberKey(roster, member));
      const found: Record<string, unknown>[] = [];
      let left = [fanKey(onSale, fan), ...memberKeys];
      while (left.length > 0) {
        const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await client.send(
          new BatchGetCommand({ RequestItems: { [table]: { Keys: left } } }),
        );
        found.push(...(Responses?.[table] ?? []));
        left = (UnprocessedKeys?.[table]?.Keys ?? []) as typeof left;
      }
      const fanItem = found.find(({ sk }) => sk === 'FAN');
      return {
        ...(fanItem && { fan: fanOf(onSale, fan, fanItem) }),
        members: memberKeys.map((key) => memberOf(found.find(({ pk }) => pk === key.pk))),
      };
    },

    async countTry({ roster, member }, { now, until, most }) {
      const tried = (input: Omit<UpdateCommandInput, 'TableName' | 'Key'>) =>
        landed(client.send(new UpdateCommand({ TableName: table, Key: memberKey(roster, member), ...input })));
      const first = await tried({
        UpdateExpression: 'SET tries = :first',
        ConditionExpression: either(wasNotTried, triesAreOver),
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':first': { count: 1, until }, ':now': now },
      });
      if (first) return true;
      const another = await tried({
        UpdateExpression: 'SET tries.#count = tries.#count + :one, tries.#until = :until',
        ConditionExpression: all(wasTried, hasTriesLeft),
        ExpressionAttributeNames: { '#count': 'count', '#until': 'until' },
        ExpressionAttributeValues: { ':one': 1, ':until': until, ':most': most },
      });
      return another !== undefined;
    },

    async place({ onSale, fan, round, shard, index, joinedAt }, { needs, lane } = {}) {
      const put = await landed(
        client.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...fanKey(onSale, fan),
              ...{ round, shard, index, joinedAt },
              ...(needs && { needs }),
              ...(lane && { lane }),
            },
            ConditionExpression: isAbsent,
          }),
        ),
      );
      return orStanding(put, onSale, fan);
    },

    async need(onSale, fan, needs) {
      await update(onSale, fan, {
        UpdateExpression: 'SET needs = :needs',
        ConditionExpression: isThere,
        ExpressionAttributeValues: { ':needs': needs },
      });
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

    async grant(onSale, fan, { number, expiresAt, late }) {
      const first = number === 1;
      const granted = await update(onSale, fan, {
        UpdateExpression: 'SET pass = :pass',
        ConditionExpression: all(isThere, isWaiting, first ? hadNoPass : lastPassWas),
        ...(!first && { ExpressionAttributeNames: passNumber }),
        ExpressionAttributeValues: {
          ':pass': { number, expiresAt, givenBack: false, ...(late && { late }) } satisfies GrantedPass,
          ...(!first && { ':last': number - 1 }),
        },
      });
      return orStanding(granted, onSale, fan);
    },

    async extend(onSale, fan, { number, extended }, expiresAt) {
      const written = await update(onSale, fan, {
        UpdateExpression: 'SET pass.expiresAt = :expiresAt, pass.#extended = :next',
        ConditionExpression: all(passIs, isUnderWay, extended === undefined ? neverExtended : extendedSo),
        ExpressionAttributeNames: { ...passNumber, '#extended': 'extended' },
        ExpressionAttributeValues: {
          ':number': number,
          ':false': false,
          ':expiresAt': expiresAt,
          ':next': (extended ?? 0) + 1,
          ...(extended !== undefined && { ':extended': extended }),
        },
      });
      return orStanding(written, onSale, fan);
    },

    async giveBack(onSale, fan, number) {
      const written = await update(onSale, fan, {
        UpdateExpression: 'SET pass.givenBack = :true',
        ConditionExpression: passIs,
        ExpressionAttributeNames: passNumber,
        ExpressionAttributeValues: { ':true': true, ':number': number },
        ReturnValues: 'ALL_NEW',
      });
      return written?.Attributes?.pass as GrantedPass | undefined;
    },

    async setLane(onSale, fan, lane) {
      const written = await update(onSale, fan, {
        UpdateExpression: lane ? 'SET lane = :lane' : 'REMOVE lane',
        ConditionExpression: isThere,
        ...(lane && { ExpressionAttributeValues: { ':lane': lane } }),
      });
      return written !== undefined;
    },

    async slowUntil(onSale, fan, from) {
      const written = await update(onSale, fan, {
        UpdateExpression: 'SET lane.#from = if_not_exists(lane.#from, :from)',
        ConditionExpression: isInLane,
        ExpressionAttributeNames: { '#from': 'from' },
        ExpressionAttributeValues: { ':from': from },
        ReturnValues: 'ALL_NEW',
      });
      return written?.Attributes?.lane as FanLane | undefined;
    },

    async appealed(onSale, fan, at) {
      await update(onSale, fan, {
        UpdateExpression: 'SET lane.appealedAt = :at',
        ConditionExpression: isInLane,
        ExpressionAttributeValues: { ':at': at },
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

function memberOf(item: Record<string, unknown> | undefined): KnownMember {
  const { postcode, tries } = (item ?? {}) as KnownMember;
  return { ...(postcode !== undefined && { postcode }), ...(tries && { tries }) };
}

function fanOf(onSale: string, fan: string, item: Record<string, unknown>): Fan {
  const { round, shard, index, joinedAt, pass, leftAt, needs, lane } = item as unknown as Place & Fan;
  return {
    place: { v: 1, onSale, fan, round, shard, index, joinedAt },
    ...(pass && { pass }),
    ...(leftAt !== undefined && { leftAt }),
    ...(needs && { needs }),
    ...(lane && { lane }),
  };
}
