import { moved, written } from '../../foundation/write-outcome.ts';
import type { DeviceStore } from './device-store.ts';
import type { DoorDevice } from './door-device.ts';

/** Stewards' devices in memory, with the same condition as the table: for tests and simulation. */
export function deviceTwin(): DeviceStore {
  const devices = new Map<string, DoorDevice>();
  const nameOf = (performance: string, id: string) => `${performance} ${id}`;
  return {
    async put(device) {
      devices.set(nameOf(device.performance, device.id), device);
    },
    async get(performance, id) {
      return devices.get(nameOf(performance, id));
    },
    async write(device, before) {
      const name = nameOf(device.performance, device.id);
      if (devices.get(name)?.state !== before) return moved;
      devices.set(name, device);
      return written;
    },
    async all(performance) {
      return [...devices.values()].filter((device) => device.performance === performance);
    },
  };
}
