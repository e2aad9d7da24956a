import { all, either, isThere } from '../../foundation/condition.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { type Age, type ConditionalChange, type Item, tableOf } from '../../foundation/table.store.ts';
import { type Written, written } from '../../foundation/write-outcome.ts';
import { type HeldOn, mostDevices } from './devices.ts';
import type { EndedGrant, FanRecord, FanSlowerLane, FanStore, GrantedPass, KnownMember, Pin } from './fan-store.ts';
import { countTryIn, triesOf } from './tries.store.ts';

/*
 * Long because one item keeps all that is known of a fan, and each part of it has its condition.
 *
 * FAN#<on-sale>#<fan> / FAN              round, shard, joinedAt (the pin), leftAt, pass, needs, slowerLane, admittedAt, vouchers, readmission, devices, endings, handover, handedOver; some 330 bytes
 * MEMBER#<roster>#<member> / MEMBER      postcode (a keyed hash, as is the member), tries; without postcode: in no roster
 */
const fanKey = (onSale: string, fan: string) => ({ pk: `FAN#${onSale}#${fan}`, sk: 'FAN' });
const memberKey = (roster: string, member: string) => ({ pk: `MEMBER#${roster}#${member}`, sk: 'MEMBER' });

const pinIs = '#round = :round AND #shard = :shard';
const isWaiting = 'attribute_not_exists(leftAt)';
const hadNoPass = 'attribute_not_exists(pass)';
const lastPassWas = 'pass.#number = :last';
const passIs = 'pass.#number = :number';
const isUnderWay = 'attribute_not_exists(pass.endedAt)';
const wasNeverJudged = 'attribute_not_exists(slowerLane)';
const isNotRemoved = 'slowerLane.#state <> :removed';
const extendedSo = 'pass.#extended = :extended';
const neverExtended = 'attribute_not_exists(pass.#extended)';
const isInSlowerLane = 'attribute_exists(slowerLane)';
const hasNoSuchDevice = 'attribute_not_exists(devices.#key)';
const hasSuchDevice = 'attribute_exists(devices.#key)';
const hasRoomForDevices = 'size(devices) < :most';
const endedNone = 'attribute_not_exists(endings)';
const endedSome = 'attribute_exists(endings)';
const neverHandedOver = 'attribute_not_exists(handedOver)';
const handedOverSo = 'handedOver = :handedOver';
const hadNoCode = 'attribute_not_exists(handover)';
const lastCodeWas = 'handover.#number = :last';
const codeIs = 'handover.code = :code';
const devicesAreSoMany = 'size(devices) = :before';
const codeIsUnused = 'attribute_not_exists(handover.usedAt)';
const passNumber = { '#number': 'number' };

export function fanStore(client: Dynamo, name: string): FanStore {
  const table = tableOf(client, name);
  const get = async (onSale: string, fan: string, age: Age) => {
    const item = await table.get(fanKey(onSale, fan), age);
    return item && fanOf(onSale, fan, item);
  };
  const updateIf = (onSale: string, fan: string, change: ConditionalChange) =>
    table.updateIf(fanKey(onSale, fan), change);
  /** Says which fan stands, if the condition did not hold. */
  const updateOrTell = async (
    onSale: string,
    fan: string,
    change: ConditionalChange,
  ): Promise<Written<{ readonly fan: FanRecord }>> => {
    const updated = await table.updateOrTell(fanKey(onSale, fan), change);
    if (updated.ok) return written;
    if (!updated.standing) throw new Error(`There is no fan ${fan} in ${onSale}`);
    return { ok: false, fan: fanOf(onSale, fan, updated.standing) };
  };

  return {
    read: (onSale, fan) => get(onSale, fan, 'latest'),

    // Half a read unit an item: 1 for a member of one roster, 0.5 for a visitor.
    async look(onSale, fan, numbers = []) {
      if (numbers.length === 0) {
        const found = await get(onSale, fan, 'recent');
        return { ...(found && { fan: found }), members: [] };
      }
      const memberKeys = numbers.map(({ roster, member }) => memberKey(roster, member));
      const found = await table.getMany([fanKey(onSale, fan), ...memberKeys], 'recent');
      const fanItem = found.find(({ sk }) => sk === 'FAN');
      return {
        ...(fanItem && { fan: fanOf(onSale, fan, fanItem) }),
        members: memberKeys.map((key) => memberOf(found.find(({ pk }) => pk === key.pk))),
      };
    },

    countTry: ({ roster, member }, limit) => countTryIn(table, memberKey(roster, member), limit),

    async pin({ onSale, fan, round, shard, joinedAt }, { needs, slowerLane, device } = {}) {
      const first = await table.putNew({
        ...fanKey(onSale, fan),
        ...{ round, shard, joinedAt },
        ...(needs && { needs }),
        ...(slowerLane && { slowerLane }),
        devices: device ? { [device.key]: { kind: device.kind, joinedAt } satisfies HeldOn } : {},
      });
      return first.ok ? first : { ok: false, fan: fanOf(onSale, fan, first.standing) };
    },

    async repin({ onSale, fan, round, shard }, to) {
      return updateOrTell(onSale, fan, {
        UpdateExpression: 'SET #round = :toRound, #shard = :toShard',
        ConditionExpression: all(isThere, pinIs),
        ExpressionAttributeNames: { '#round': 'round', '#shard': 'shard' },
        ExpressionAttributeValues: { ':round': round, ':shard': shard, ':toRound': to.round, ':toShard': to.shard },
      });
    },

    async need(onSale, fan, needs) {
      await updateIf(onSale, fan, {
        UpdateExpression: 'SET needs = :needs',
        ConditionExpression: isThere,
        ExpressionAttributeValues: { ':needs': needs },
      });
    },

    addDevice(onSale, fan, key, device) {
      return updateOrTell(onSale, fan, {
        UpdateExpression: 'SET devices.#key = :device',
        ConditionExpression: all(isThere, hasNoSuchDevice, hasRoomForDevices, device.behind ? endedSome : endedNone),
        ExpressionAttributeNames: { '#key': key },
        ExpressionAttributeValues: { ':device': device, ':most': mostDevices },
      });
    },

    async dropDevice(onSale, fan, key, why) {
      await updateIf(onSale, fan, {
        UpdateExpression: why === 'ended' ? 'REMOVE devices.#key ADD endings :one' : 'REMOVE devices.#key',
        ConditionExpression: all(isThere, hasSuchDevice),
        ExpressionAttributeNames: { '#key': key },
        ...(why === 'ended' && { ExpressionAttributeValues: { ':one': 1 } }),
      });
    },

    async letDeviceIn(onSale, fan, key, letInAt) {
      const updated = await updateIf(onSale, fan, {
        UpdateExpression: 'SET devices.#key.letInAt = if_not_exists(devices.#key.letInAt, :letInAt)',
        ConditionExpression: hasSuchDevice,
        ExpressionAttributeNames: { '#key': key },
        ExpressionAttributeValues: { ':letInAt': letInAt },
        ReturnValues: 'ALL_NEW',
      });
      return updated.ok ? (updated.item.devices as Record<string, HeldOn>)[key]?.letInAt : undefined;
    },

    async rejoin(onSale, fan) {
      await updateIf(onSale, fan, { UpdateExpression: 'REMOVE leftAt', ConditionExpression: isThere });
    },

    async leave(onSale, fan, leftAt, handedOver) {
      return updateOrTell(onSale, fan, {
        UpdateExpression: 'SET leftAt = if_not_exists(leftAt, :at)',
        ConditionExpression: all(isThere, hadNoPass, handedOver === undefined ? neverHandedOver : handedOverSo),
        ExpressionAttributeValues: { ':at': leftAt, ...(handedOver !== undefined && { ':handedOver': handedOver }) },
      });
    },

    async grant(onSale, fan, { number, position, expiresAt, voucher, by, parts }, vouchers, handedOver) {
      const first = number === 1;
      return updateOrTell(onSale, fan, {
        UpdateExpression: vouchers === undefined ? 'SET pass = :pass' : 'SET pass = :pass, vouchers = :vouchers',
        ConditionExpression: all(
          isThere,
          isWaiting,
          either(wasNeverJudged, isNotRemoved),
          first ? hadNoPass : lastPassWas,
          handedOver === undefined ? neverHandedOver : handedOverSo,
        ),
        ExpressionAttributeNames: { '#state': 'state', ...(!first && passNumber) },
        ExpressionAttributeValues: {
          ':pass': {
            ...{ number, position, expiresAt },
            ...(voucher && { voucher }),
            ...(by !== undefined && { by }),
            ...(parts !== undefined && { parts }),
          } satisfies GrantedPass,
          ':removed': 'removed' satisfies FanSlowerLane['state'],
          ...(!first && { ':last': number - 1 }),
          ...(vouchers !== undefined && { ':vouchers': vouchers }),
          ...(handedOver !== undefined && { ':handedOver': handedOver }),
        },
      });
    },

    async extend(onSale, fan, { number, extended }, expiresAt) {
      return updateOrTell(onSale, fan, {
        UpdateExpression: 'SET pass.expiresAt = :expiresAt, pass.#extended = :next',
        ConditionExpression: all(passIs, isUnderWay, extended === undefined ? neverExtended : extendedSo),
        ExpressionAttributeNames: { ...passNumber, '#extended': 'extended' },
        ExpressionAttributeValues: {
          ':number': number,
          ':expiresAt': expiresAt,
          ':next': (extended ?? 0) + 1,
          ...(extended !== undefined && { ':extended': extended }),
        },
      });
    },

    async endPass(onSale, fan, number, endedAt) {
      const updated = await updateIf(onSale, fan, {
        UpdateExpression: 'SET pass.endedAt = if_not_exists(pass.endedAt, :at)',
        ConditionExpression: passIs,
        ExpressionAttributeNames: passNumber,
        ExpressionAttributeValues: { ':at': endedAt, ':number': number },
        ReturnValues: 'ALL_NEW',
      });
      return updated.ok ? (updated.item.pass as EndedGrant) : undefined;
    },

    readmit(onSale, fan, readmission) {
      const first = readmission.after === 0;
      return updateOrTell(onSale, fan, {
        UpdateExpression: 'SET readmission = :readmission',
        ConditionExpression: all(isThere, first ? hadNoPass : lastPassWas),
        ExpressionAttributeValues: { ':readmission': readmission, ...(!first && { ':last': readmission.after }) },
        ...(!first && { ExpressionAttributeNames: passNumber }),
      });
    },

    offerHandover(onSale, fan, handover) {
      const first = handover.number === 1;
      return updateOrTell(onSale, fan, {
        UpdateExpression: 'SET handover = :handover',
        ConditionExpression: all(isThere, first ? hadNoCode : lastCodeWas),
        ExpressionAttributeValues: { ':handover': handover, ...(!first && { ':last': handover.number - 1 }) },
        ...(!first && { ExpressionAttributeNames: passNumber }),
      });
    },

    async handOver(onSale, { pin: { fan }, pass, handover, devices = {} }, { key, device, usedAt }) {
      const those = Object.entries(devices);
      const updated = await table.updateOrTell(fanKey(onSale, fan), {
        UpdateExpression:
          'SET devices = :devices, handover.usedAt = :usedAt REMOVE leftAt ADD endings :ended, handedOver :one',
        ConditionExpression: all(
          isThere,
          codeIs,
          codeIsUnused,
          devicesAreSoMany,
          ...those.map(([, { name }], at) =>
            name === undefined ? `attribute_not_exists(devices.#k${at}.#name)` : `devices.#k${at}.#name = :n${at}`,
          ),
          ...those.map((_, at) => `attribute_exists(devices.#k${at})`),
          either(wasNeverJudged, isNotRemoved),
          pass ? passIs : hadNoPass,
        ),
        ExpressionAttributeNames: {
          '#state': 'state',
          ...(pass && passNumber),
          ...(those.length > 0 && { '#name': 'name' }),
          ...Object.fromEntries(those.map(([one], at) => [`#k${at}`, one])),
        },
        ExpressionAttributeValues: {
          ':before': those.length,
          ...Object.fromEntries(those.flatMap(([, { name }], at) => (name === undefined ? [] : [[`:n${at}`, name]]))),
          ':devices': { [key]: device },
          ':usedAt': usedAt,
          ':ended': Math.max(1, those.length),
          ':one': 1,
          ':code': handover?.code ?? '',
          ':removed': 'removed' satisfies FanSlowerLane['state'],
          ...(pass && { ':number': pass.number }),
        },
        ReturnValues: 'ALL_NEW',
      });
      if (updated.ok) return { ok: true, fan: fanOf(onSale, fan, updated.item) };
      if (!updated.standing) throw new Error(`There is no fan ${fan} in ${onSale}`);
      return { ok: false, fan: fanOf(onSale, fan, updated.standing) };
    },

    async setSlowerLane(onSale, fan, slowerLane) {
      return updateIf(onSale, fan, {
        UpdateExpression: slowerLane ? 'SET slowerLane = :slowerLane' : 'REMOVE slowerLane',
        ConditionExpression: isThere,
        ...(slowerLane && { ExpressionAttributeValues: { ':slowerLane': slowerLane } }),
      });
    },

    async admit(onSale, fan, admittedAt) {
      await updateIf(onSale, fan, {
        UpdateExpression: 'SET admittedAt = if_not_exists(admittedAt, :at)',
        ConditionExpression: isThere,
        ExpressionAttributeValues: { ':at': admittedAt },
      });
    },

    async slowUntil(onSale, fan, letInAt) {
      const updated = await updateIf(onSale, fan, {
        UpdateExpression: 'SET slowerLane.letInAt = if_not_exists(slowerLane.letInAt, :letInAt)',
        ConditionExpression: isInSlowerLane,
        ExpressionAttributeValues: { ':letInAt': letInAt },
        ReturnValues: 'ALL_NEW',
      });
      return updated.ok ? (updated.item.slowerLane as FanSlowerLane) : undefined;
    },

    async appealed(onSale, fan, appealedAt) {
      await updateIf(onSale, fan, {
        UpdateExpression: 'SET slowerLane.appealedAt = :at',
        ConditionExpression: isInSlowerLane,
        ExpressionAttributeValues: { ':at': appealedAt },
      });
    },

    enrol: (roster, members) =>
      table.putMany(members.map(({ member, postcode }) => ({ ...memberKey(roster, member), postcode }))),
  };
}

function memberOf(item: Item | undefined): KnownMember {
  const { postcode } = (item ?? {}) as Pick<KnownMember, 'postcode'>;
  const tries = triesOf(item);
  return { ...(postcode !== undefined && { postcode }), ...(tries && { tries }) };
}

function fanOf(onSale: string, fan: string, item: Item): FanRecord {
  const {
    round,
    shard,
    joinedAt,
    pass,
    leftAt,
    needs,
    slowerLane,
    admittedAt,
    vouchers,
    readmission,
    devices,
    endings,
    handover,
    handedOver,
  } = item as unknown as Pin & FanRecord;
  return {
    pin: { onSale, fan, round, shard, joinedAt },
    ...(pass && { pass }),
    ...(leftAt !== undefined && { leftAt }),
    ...(needs && { needs }),
    ...(slowerLane && { slowerLane }),
    ...(admittedAt !== undefined && { admittedAt }),
    ...(vouchers !== undefined && { vouchers }),
    ...(readmission && { readmission }),
    ...(devices && Object.keys(devices).length > 0 && { devices }),
    ...(endings !== undefined && { endings }),
    ...(handover && { handover }),
    ...(handedOver !== undefined && { handedOver }),
  };
}
