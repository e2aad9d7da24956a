import type { FoundFan } from '../../../contracts/find-fan.ts';
import type { Place } from '../../../contracts/line.ts';
import type { LineRecord } from '../line/line-store.ts';
import { nameOf, type Wishes } from '../line/shoppers-store.ts';
import { callOf } from '../pace/calls.ts';
import { inOrder, isFirst } from '../place/devices.ts';
import type { FanRecord } from '../place/fan-store.ts';
import { shownSlowerLane } from '../place/slower-lane.ts';
import { mostReadmissions, openReadmission } from '../turn/readmission.ts';

/** All that the waiting room knows of a fan, besides their record. */
export interface KnownOfFan {
  readonly line: LineRecord;
  readonly fan: FanRecord;
  /** Undefined: their mark does not stand in the roll, since a join was cut short. */
  readonly place: Pick<Place, 'round' | 'shard' | 'index'> | undefined;
  /** Undefined: not drawn. */
  readonly position: number | undefined;
  readonly wishes: Wishes;
  /** Only for those who may see it. */
  readonly appeal?: string | undefined;
  /** Only for those who may see it. */
  readonly needs?: FanRecord['needs'];
}

/** The fan as staff are shown them. Neither a device's name nor a mark is in it. */
export function foundFan({ line, fan, place, position, wishes, appeal, needs }: KnownOfFan, now: number): FoundFan {
  const { pin, leftAt, pass, slowerLane } = fan;
  const { calls, recalls = [] } = line.progress;
  const call = position === undefined ? undefined : callOf(calls, position);
  const next = nextPass(fan, position);
  const recall = next && recalls.find(({ claimBy, passes }) => now <= claimBy && passes.includes(next));
  const readmission = openReadmission(fan, line.dials, now);
  return {
    fan: pin.fan,
    onSale: pin.onSale,
    joinedAt: pin.joinedAt,
    ...(place && { place: { round: place.round, shard: place.shard, index: place.index } }),
    ...(leftAt !== undefined && { leftAt }),
    ...(call && { call: { calledAt: call.calledAt, claimBy: call.claimBy } }),
    ...(recall && { slotUntil: recall.claimBy }),
    ...(next && wishes.has(next) && { asks: true as const }),
    ...(pass && { pass: passOf(pass) }),
    readmissions: {
      used: fan.vouchers ?? 0,
      most: mostReadmissions(line.dials),
      ...(readmission && { until: readmission.until }),
    },
    ...(slowerLane && { slowerLane: shownSlowerLane(slowerLane), slowedAt: slowerLane.at }),
    ...(slowerLane?.letInAt !== undefined && { letInAt: slowerLane.letInAt }),
    ...(appeal !== undefined && { appeal }),
    ...(needs && { needs }),
    devices: inOrder(fan).map((device) => ({
      kind: device.kind,
      joinedAt: device.joinedAt,
      ...(isFirst(device) && { first: true as const }),
      ...(device.behind && { behind: device.behind }),
    })),
    devicesEnded: fan.endings ?? 0,
    codes: fan.handover?.number ?? 0,
    ...(fan.handover && {
      handover: {
        until: fan.handover.until,
        ...(fan.handover.usedAt !== undefined && { usedAt: fan.handover.usedAt }),
      },
    }),
  };
}

/** The name of the pass that they would take next. */
export function nextPass({ pass }: Pick<FanRecord, 'pass'>, position: number | undefined): string | undefined {
  return position === undefined ? undefined : nameOf({ position, number: (pass?.number ?? 0) + 1 });
}

function passOf({ number, expiresAt, endedAt, extended = 0, voucher }: NonNullable<FanRecord['pass']>) {
  return {
    number,
    expiresAt,
    ...(endedAt !== undefined && { endedAt }),
    extended,
    ...(voucher && { onTop: true as const }),
  };
}
