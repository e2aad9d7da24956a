import { describe, expect, test } from '@jest/globals';
import type { DeviceStore } from '../../../../lambdas/ordering/pairing/device-store.ts';
import type { DoorDevice } from '../../../../lambdas/ordering/pairing/door-device.ts';

let made = 0;
function aDevice(more: Partial<DoorDevice> = {}): DoorDevice {
  made += 1;
  return {
    id: `device-${made}`,
    performance: `storm-${made}`,
    state: 'offered',
    changedAt: 1_000,
    codeEndsAt: 2_000,
    endsAt: 9_000,
    ...more,
  };
}

/** The duties of every store of devices. */
export function deviceStoreContract(name: string, open: () => DeviceStore): void {
  describe(`device store: ${name}`, () => {
    test('keeps a device of one performance as it was written', async () => {
      const store = open();
      const device = aDevice({ name: 'Door 2' });
      await store.put(device);
      expect(await store.get(device.performance, device.id)).toEqual(device);
      expect(await store.get('storm-0', device.id)).toBeUndefined();
      expect(await store.all(device.performance)).toEqual([device]);
      expect(await store.all('storm-0')).toEqual([]);
    });

    test('takes a write that follows the state that stands, and of ten at once one', async () => {
      const store = open();
      const device = aDevice();
      await store.put(device);
      const tries = Array.from({ length: 10 }, (_, n) => ({ ...device, state: 'paired', holder: `h${n}` }) as const);
      const said = await Promise.all(tries.map((next) => store.write(next, 'offered')));
      expect(said.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await store.get(device.performance, device.id)).toEqual(tries[said.findIndex(({ ok }) => ok)]);
      expect((await store.write({ ...device, state: 'ended' }, 'paired')).ok).toBe(true);
      expect((await store.write({ ...device, state: 'paired' }, 'paired')).ok).toBe(false);
      expect((await store.write(aDevice(), 'offered')).ok).toBe(false);
    });
  });
}
