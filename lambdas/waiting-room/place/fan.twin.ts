import { type Behind, KeptItems, neverBehind } from '../../foundation/kept-items.ts';
import { moved, type Written, written } from '../../foundation/write-outcome.ts';
import { type HeldOn, type HeldOnByKey, mostDevices } from './devices.ts';
import type { FanRecord, FanStore, KnownMember } from './fan-store.ts';
import { triesAfter } from './tries.ts';

/** The fan store in memory. */
export function fanTwin(behind: Behind = neverBehind): FanStore {
  const fans = new KeptItems<FanRecord>(behind);
  const members = new KeptItems<KnownMember>(behind);
  const keyOf = (onSale: string, fan: string) => `${onSale}#${fan}`;
  const refused = (fan: FanRecord | undefined): Written<{ readonly fan: FanRecord }> => {
    if (!fan) throw new Error('There is no such fan');
    return { ok: false, fan };
  };
  return {
    async look(onSale, fan, numbers = []) {
      const found = fans.recent(keyOf(onSale, fan));
      return {
        ...(found && { fan: found }),
        members: numbers.map(({ roster, member }) => members.recent(keyOf(roster, member)) ?? {}),
      };
    },
    async countTry({ roster, member }, limit) {
      const known = members.get(keyOf(roster, member));
      const tries = triesAfter(known?.tries, limit);
      if (!tries) return moved;
      members.set(keyOf(roster, member), { ...known, tries });
      return written;
    },
    async read(onSale, fan) {
      return fans.get(keyOf(onSale, fan));
    },
    async pin({ onSale, fan, round, shard, joinedAt }, { needs, slowerLane, device } = {}) {
      const key = keyOf(onSale, fan);
      if (fans.has(key)) return refused(fans.get(key));
      const pin = { onSale, fan, round, shard, joinedAt };
      const devices = device && { [device.key]: { kind: device.kind, joinedAt } satisfies HeldOn };
      fans.set(key, {
        pin,
        ...(needs && { needs }),
        ...(slowerLane && { slowerLane }),
        ...(devices && { devices }),
      });
      return written;
    },
    async repin({ onSale, fan, round, shard }, to) {
      const standing = fans.get(keyOf(onSale, fan));
      if (standing?.pin.round !== round || standing.pin.shard !== shard) return refused(standing);
      fans.set(keyOf(onSale, fan), { ...standing, pin: { ...standing.pin, round: to.round, shard: to.shard } });
      return written;
    },
    async need(onSale, fan, needs) {
      const standing = fans.get(keyOf(onSale, fan));
      if (standing) fans.set(keyOf(onSale, fan), { ...standing, needs });
    },
    async addDevice(onSale, fan, key, device) {
      const standing = fans.get(keyOf(onSale, fan));
      const { devices = {}, endings } = standing ?? {};
      const isOutdated = (endings !== undefined) !== (device.behind === true);
      if (!standing || key in devices || Object.keys(devices).length >= mostDevices || isOutdated)
        return refused(standing);
      fans.set(keyOf(onSale, fan), { ...standing, devices: { ...devices, [key]: device } });
      return written;
    },
    async dropDevice(onSale, fan, key, why) {
      const standing = fans.get(keyOf(onSale, fan));
      if (!standing?.devices?.[key]) return;
      const { devices, ...others } = standing;
      const { [key]: _dropped, ...stay } = devices;
      fans.set(keyOf(onSale, fan), {
        ...others,
        ...(Object.keys(stay).length > 0 && { devices: stay }),
        ...(why === 'ended' && { endings: (standing.endings ?? 0) + 1 }),
      });
    },
    async letDeviceIn(onSale, fan, key, letInAt) {
      const standing = fans.get(keyOf(onSale, fan));
      const device = standing?.devices?.[key];
      if (!standing || !device) return undefined;
      const fixed = device.letInAt ?? letInAt;
      const devices = { ...standing.devices, [key]: { ...device, letInAt: fixed } };
      fans.set(keyOf(onSale, fan), { ...standing, devices });
      return fixed;
    },
    async rejoin(onSale, fan) {
      const standing = fans.get(keyOf(onSale, fan));
      if (!standing) return;
      const { leftAt: _leftAt, ...stays } = standing;
      fans.set(keyOf(onSale, fan), stays);
    },
    async leave(onSale, fan, leftAt, handedOver) {
      const standing = fans.get(keyOf(onSale, fan));
      if (!standing || standing.pass || standing.handedOver !== handedOver) return refused(standing);
      fans.set(keyOf(onSale, fan), { ...standing, leftAt: standing.leftAt ?? leftAt });
      return written;
    },
    async grant(onSale, fan, { number, position, expiresAt, voucher, by, parts }, vouchers, handedOver) {
      const standing = fans.get(keyOf(onSale, fan));
      const isGone = standing?.leftAt !== undefined || standing?.slowerLane?.state === 'removed';
      const isNext = (standing?.pass?.number ?? 0) === number - 1 && standing?.handedOver === handedOver;
      if (!standing || isGone || !isNext) return refused(standing);
      const pass = {
        ...{ number, position, expiresAt },
        ...(voucher && { voucher }),
        ...(by !== undefined && { by }),
        ...(parts !== undefined && { parts }),
      };
      fans.set(keyOf(onSale, fan), { ...standing, pass, ...(vouchers !== undefined && { vouchers }) });
      return written;
    },
    async extend(onSale, fan, last, expiresAt) {
      const standing = fans.get(keyOf(onSale, fan));
      const { pass } = standing ?? {};
      const same = pass?.number === last.number && pass.extended === last.extended && pass.endedAt === undefined;
      if (!standing || !same) return refused(standing);
      const extended = (last.extended ?? 0) + 1;
      fans.set(keyOf(onSale, fan), { ...standing, pass: { ...pass, expiresAt, extended } });
      return written;
    },
    async endPass(onSale, fan, number, endedAt) {
      const standing = fans.get(keyOf(onSale, fan));
      if (standing?.pass?.number !== number) return undefined;
      const pass = { ...standing.pass, endedAt: standing.pass.endedAt ?? endedAt };
      fans.set(keyOf(onSale, fan), { ...standing, pass });
      return pass;
    },
    async readmit(onSale, fan, readmission) {
      const standing = fans.get(keyOf(onSale, fan));
      if (!standing || (standing.pass?.number ?? 0) !== readmission.after) return refused(standing);
      fans.set(keyOf(onSale, fan), { ...standing, readmission });
      return written;
    },
    async offerHandover(onSale, fan, handover) {
      const standing = fans.get(keyOf(onSale, fan));
      if (!standing || (standing.handover?.number ?? 0) !== handover.number - 1) return refused(standing);
      fans.set(keyOf(onSale, fan), { ...standing, handover });
      return written;
    },
    async handOver(onSale, read, { key, device, usedAt }) {
      const standing = fans.get(keyOf(onSale, read.pin.fan));
      if (!standing) throw new Error('There is no such fan');
      const { handover, leftAt: _leftAt, ...stays } = standing;
      const isGood = handover !== undefined && handover.code === read.handover?.code && handover.usedAt === undefined;
      const isAsRead = standing.pass?.number === read.pass?.number && same(standing.devices, read.devices);
      if (!isGood || !isAsRead || standing.slowerLane?.state === 'removed') return { ok: false, fan: standing };
      const fan = {
        ...stays,
        devices: { [key]: device },
        handover: { ...handover, usedAt },
        endings: (standing.endings ?? 0) + Math.max(1, Object.keys(read.devices ?? {}).length),
        handedOver: (standing.handedOver ?? 0) + 1,
      };
      fans.set(keyOf(onSale, read.pin.fan), fan);
      return { ok: true, fan };
    },
    async setSlowerLane(onSale, fan, slowerLane) {
      const standing = fans.get(keyOf(onSale, fan));
      if (!standing) return moved;
      const { slowerLane: _slowerLane, ...stays } = standing;
      fans.set(keyOf(onSale, fan), { ...stays, ...(slowerLane && { slowerLane }) });
      return written;
    },
    async admit(onSale, fan, admittedAt) {
      const standing = fans.get(keyOf(onSale, fan));
      if (standing) fans.set(keyOf(onSale, fan), { ...standing, admittedAt: standing.admittedAt ?? admittedAt });
    },
    async slowUntil(onSale, fan, letInAt) {
      const standing = fans.get(keyOf(onSale, fan));
      if (!standing?.slowerLane) return undefined;
      const slowerLane = { ...standing.slowerLane, letInAt: standing.slowerLane.letInAt ?? letInAt };
      fans.set(keyOf(onSale, fan), { ...standing, slowerLane });
      return slowerLane;
    },
    async appealed(onSale, fan, appealedAt) {
      const standing = fans.get(keyOf(onSale, fan));
      if (standing?.slowerLane)
        fans.set(keyOf(onSale, fan), { ...standing, slowerLane: { ...standing.slowerLane, appealedAt } });
    },
    async enrol(roster, enrolled) {
      for (const { member, postcode } of enrolled) members.set(keyOf(roster, member), { postcode });
    },
  };
}

/** The same devices, by their keys and names. */
function same(one: HeldOnByKey = {}, other: HeldOnByKey = {}): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => other[key] !== undefined && one[key]?.name === other[key].name)
  );
}
