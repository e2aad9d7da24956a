import { beforeEach, describe, expect, test } from '@jest/globals';
import type { DoorDevicesAct } from '../../../../contracts/pairing.ts';
import type { GrantScope } from '../../../../contracts/staff.ts';
import { fixedKeys } from '../../../../lambdas/foundation/keys.ts';
import { makeSigned } from '../../../../lambdas/foundation/signing.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { StaffMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { written } from '../../../../lambdas/foundation/write-outcome.ts';
import { changeDevices } from '../../../../lambdas/ordering/pairing/change-devices.ts';
import { deviceTwin } from '../../../../lambdas/ordering/pairing/device.twin.ts';
import type { DeviceStore } from '../../../../lambdas/ordering/pairing/device-store.ts';
import { listDevices } from '../../../../lambdas/ordering/pairing/list-devices.ts';
import { mayNotScan } from '../../../../lambdas/ordering/pairing/may-scan.ts';
import { pairDevice } from '../../../../lambdas/ordering/pairing/pair-device.ts';
import { isToPractise, rightEndsAt } from '../../../../rules/door-right.ts';
import { may } from '../../../../rules/permissions.ts';
import fc from '../../../properties.ts';
import { performance as file, nobody, staff } from '../small-stage.ts';

const hour = 3_600_000;
const startsAt = Date.UTC(2027, 5, 4, 18, 30);
const now = startsAt - hour;
const key = { id: 'a', secret: 'the stewards’ key'.padEnd(40, '.') };
const stewardKeys = fixedKeys([key]);
const [anna, bela] = ['anna-0123456789012345', 'bela-0123456789012345'] as const;

let devices: DeviceStore;
let audit: ReturnType<typeof auditTwin>;
let codes: number;
beforeEach(() => {
  devices = deviceTwin();
  audit = auditTwin();
  codes = 0;
});

const deps = () => ({
  devices,
  stewardKeys,
  audit,
  findPerformance: async (id: string) => (id.startsWith('storm-') ? { ...file, id, startsAt } : undefined),
  newCode: () => {
    codes += 1;
    return `code${codes}`.padEnd(22, 'x');
  },
});
const act = (acted: DoorDevicesAct, at = now, performance = 'storm-1') =>
  changeDevices(deps(), staff, { performance, act: acted }, at);
async function offer(at = now, performance = 'storm-1') {
  const said = await act({ act: 'offer' }, at, performance);
  if (!said.ok || !said.body.offer) throw new Error('no code');
  return said.body.offer;
}
const pair = (code: string, device: string, at = now + 1_000, performance = 'storm-1') =>
  pairDevice(deps(), { performance, code, device, name: 'Door 2' }, at);
async function rightOf(code: string, device: string, at = now + 1_000) {
  const said = await pair(code, device, at);
  if (!said.ok) throw new Error(said.refusal);
  return said.pairing.right;
}
const refusedFor = async (right: string, at = now + 2_000, performance = 'storm-1') =>
  (await mayNotScan(deps(), `Bearer ${right}`, performance, at))?.refusal;

describe('a code', () => {
  test('pairs one device, which has a right to one performance until hours after its end', async () => {
    const { code } = await offer();
    const said = await pair(code, anna);
    expect(said).toMatchObject({ ok: true, pairing: { performance: 'storm-1', endsAt: startsAt + 8 * hour } });
    const right = await rightOf(code, anna);
    expect(await refusedFor(right)).toBeUndefined();
    expect(await refusedFor(right, startsAt + 8 * hour - 1)).toBeUndefined();
    expect(await refusedFor(right, startsAt + 8 * hour)).toBe('door-right-over');
    expect(await refusedFor(right, now, 'storm-2')).toBe('door-right-elsewhere');
  });

  test('sent again by the same device gives the same right, and to another nothing', async () => {
    const { code } = await offer();
    const first = await rightOf(code, anna);
    expect(await rightOf(code, anna, now + 60_000)).toBe(first);
    expect(await pair(code, bela)).toMatchObject({ refusal: 'pairing-code-used' });
  });

  test('taken by two devices at once pairs one, and the other hears so', async () => {
    const slowed = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const { code } = await offer();
      const slow: DeviceStore = {
        ...devices,
        get: scheduler.scheduleFunction(devices.get),
        write: scheduler.scheduleFunction(devices.write),
      };
      const both = Promise.all(
        [anna, bela].map((device) =>
          pairDevice({ ...deps(), devices: slow }, { performance: 'storm-1', code, device }, now + 1_000),
        ),
      );
      await scheduler.waitFor(both);
      const said = await both;
      expect(said.filter(({ ok }) => ok)).toHaveLength(1);
      expect(said.filter((one) => !one.ok && one.refusal === 'pairing-code-used')).toHaveLength(1);
    });
    await fc.assert(slowed, { numRuns: 50 });
  });

  test('the harm without the condition of its write: two devices have one code’s right', async () => {
    const { code } = await offer();
    const careless: DeviceStore = {
      ...devices,
      write: async () => written,
    };
    const said = await Promise.all(
      [anna, bela].map((device) =>
        pairDevice({ ...deps(), devices: careless }, { performance: 'storm-1', code, device }, now + 1_000),
      ),
    );
    expect(said.filter(({ ok }) => ok)).toHaveLength(2);
  });

  test('is nothing after five minutes, for another performance, once it was ended, or made up', async () => {
    const { code } = await offer();
    expect(await pair(code, anna, now + 5 * 60_000)).toMatchObject({ refusal: 'pairing-code-wrong' });
    expect(await pair(code, anna, now + 1_000, 'storm-2')).toMatchObject({ refusal: 'pairing-code-wrong' });
    expect(await pair('made-up-0123456789012345', anna)).toMatchObject({ refusal: 'pairing-code-wrong' });
    const { code: second, device } = await offer();
    await act({ act: 'end', device });
    expect(await pair(second, anna)).toMatchObject({ refusal: 'pairing-code-wrong' });
  });

  test('is for staff to make, for a performance of the season that is not over', async () => {
    const asked = { performance: 'storm-1', act: { act: 'offer' } as const };
    const supervisor = (scope: GrantScope): StaffMember => ({
      email: 'ingrid@example.org',
      may: (permission, places) => may([{ role: 'box-office-supervisor', scope }], permission, places, now),
    });
    for (const wrong of [
      nobody,
      supervisor({ of: 'performance', id: 'storm-2' }),
      supervisor({ of: 'show', id: 'x' }),
    ]) {
      expect(await changeDevices(deps(), wrong, asked, now)).toMatchObject({ refusal: 'not-allowed' });
      expect(await listDevices(deps(), wrong, asked, now)).toMatchObject({ refusal: 'not-allowed' });
    }
    expect(audit.entries).toEqual([]);
    for (const right of [supervisor({ of: 'performance', id: 'storm-1' }), supervisor({ of: 'show', id: file.show })])
      expect(await changeDevices(deps(), right, asked, now)).toMatchObject({ ok: true });
    expect(audit.entries).toMatchObject([
      { person: 'ingrid@example.org', act: 'offer-door-code', on: 'storm-1' },
      { person: 'ingrid@example.org', act: 'offer-door-code', on: 'storm-1' },
    ]);
    expect(await act({ act: 'offer' }, now, 'lear-1')).toMatchObject({ refusal: 'performance-unknown' });
    expect(await act({ act: 'offer' }, startsAt + 9 * hour)).toMatchObject({ refusal: 'performance-unknown' });
  });
});

describe('a right', () => {
  test('ends when a supervisor ends the device, and every other goes on until all are ended', async () => {
    const [first, second] = [await offer(), await offer()];
    const [ofAnna, ofBela] = [await rightOf(first.code, anna), await rightOf(second.code, bela)];
    await act({ act: 'end', device: first.device });
    expect(await refusedFor(ofAnna)).toBe('door-right-ended');
    expect(await refusedFor(ofBela)).toBeUndefined();
    // The code that paired it pairs nothing any more.
    expect(await pair(first.code, anna)).toMatchObject({ refusal: 'pairing-code-wrong' });
    await act({ act: 'end', device: first.device });
    await act({ act: 'end-all' });
    await act({ act: 'end-all' });
    expect(await refusedFor(ofBela)).toBe('door-right-ended');
    expect(await act({ act: 'end', device: 'no-such-device' })).toMatchObject({ refusal: 'door-device-unknown' });
  });

  test('is believed by its signature alone', async () => {
    const { code } = await offer();
    const right = await rightOf(code, anna);
    const said = JSON.parse(Buffer.from(right.split('.')[2] ?? '', 'base64url').toString());
    const otherKey = { id: 'a', secret: 'somebody else’s key'.padEnd(40, '.') };
    expect(await refusedFor(makeSigned('d1', otherKey, said))).toBe('door-right-wrong');
    expect(await refusedFor(makeSigned('d1', { ...key, id: 'b' }, said))).toBe('door-right-wrong');
    expect(await refusedFor(`${right}x`)).toBe('door-right-wrong');
    // Signed by us for another purpose.
    expect(await refusedFor(makeSigned('v1', key, said))).toBe('door-right-wrong');
    expect(await refusedFor('')).toBe('door-right-wrong');
  });

  test('that is given long before the evening ends the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400 * hour, max: 8 * hour }), (since) => {
        const endsAt = rightEndsAt(startsAt, startsAt + since);
        const lasts = endsAt - (startsAt + since);
        expect(lasts).toBeLessThanOrEqual(24 * hour);
        expect(lasts > 0 || since === 8 * hour).toBe(true);
        if (since >= -16 * hour) expect(endsAt).toBe(startsAt + 8 * hour);
        // What the pages say of it.
        expect(lasts).toBe(isToPractise(startsAt, startsAt + since) ? 16 * hour : 8 * hour - since);
      }),
    );
  });
});

test('a supervisor sees the devices, the latest first, and no code that nobody took', async () => {
  const early = await offer(now - hour);
  const first = await offer();
  await pair(first.code, anna, now + 1_000);
  const second = await offer(now + 2_000);
  const listed = await listDevices(deps(), staff, { performance: 'storm-1' }, now + 3_000);
  expect(listed).toMatchObject({
    ok: true,
    body: {
      devices: [
        { device: second.device, state: 'offered' },
        { device: first.device, state: 'paired', name: 'Door 2', changedAt: now + 1_000 },
      ],
    },
  });
  expect(JSON.stringify(listed)).not.toContain(early.device);
  for (const { code } of [early, first, second]) expect(JSON.stringify(listed)).not.toContain(code);
  const late = await listDevices(deps(), staff, { performance: 'storm-1' }, startsAt + 8 * hour);
  expect(late).toMatchObject({ body: { devices: [{ device: first.device, state: 'ended' }] } });
});
