import { describe, expect, test } from '@jest/globals';
import {
  type Instances,
  type Provided,
  provisionedFor,
  type WarmFunction,
  warmDoors,
} from '../../../../lambdas/waiting-room/pace/warm-doors.ts';
import fc from '../../../properties.ts';

const minute = 60_000;
const doors = Date.UTC(2027, 2, 1, 9);
const joins: WarmFunction = { name: 'join', alias: 'live', most: 1_000, fans: 40 };
const line = { onSale: 'friends', opensAt: doors, endsAt: doors + 60 * minute, audience: 10_000 };

/** Lambda's configurations, and all that was asked of it. */
function lambda() {
  const kept = new Map<string, Provided>();
  const asked: string[] = [];
  const instances: Instances = {
    read: async ({ name }) => kept.get(name),
    async provide({ name }, n) {
      asked.push(`${name} ${n}`);
      kept.set(name, { instances: n });
    },
    async release({ name }) {
      asked.push(`${name} none`);
      kept.delete(name);
    },
  };
  return { instances, kept, asked };
}

describe('instances before the doors', () => {
  test('are provided a quarter of an hour before, and let go ten minutes after', async () => {
    const { instances, asked } = lambda();
    for (let now = doors - 60 * minute; now < doors + 60 * minute; now += minute)
      await warmDoors(instances, [joins], [line], now);
    expect(asked).toEqual(['join 250', 'join none']);
    expect(provisionedFor(joins, [line], doors - 15 * minute - 1)).toBe(0);
    expect(provisionedFor(joins, [line], doors - 15 * minute)).toBe(250);
    expect(provisionedFor(joins, [line], doors + 10 * minute - 1)).toBe(250);
    expect(provisionedFor(joins, [line], doors + 10 * minute)).toBe(0);
  });

  test('are as many as the lines need together, and no more than are set aside', () => {
    expect(provisionedFor(joins, [line, line], doors)).toBe(500);
    expect(provisionedFor(joins, [{ ...line, audience: 1_000_000 }], doors)).toBe(1_000);
    expect(provisionedFor(joins, [{ opensAt: doors }], doors)).toBe(1_000);
  });

  test('are there again for the doors of a later tier', () => {
    const tiers = { ...line, later: [doors + 600 * minute] };
    expect(provisionedFor(joins, [tiers], doors + 300 * minute)).toBe(0);
    expect(provisionedFor(joins, [tiers], doors + 590 * minute)).toBe(250);
  });

  test('that Lambda took and could not start are asked for again, and that is an error', async () => {
    const { instances, kept, asked } = lambda();
    kept.set('join', { instances: 250, failed: 'no capacity' });
    await expect(warmDoors(instances, [joins], [line], doors)).rejects.toThrow('join: no capacity');
    expect(asked).toEqual(['join 250']);
    await warmDoors(instances, [joins], [line], doors);
    expect(asked).toEqual(['join 250']);
    kept.set('join', { instances: 250, failed: 'no capacity' });
    await warmDoors(instances, [joins], [], doors);
    expect(kept.size).toBe(0);
  });

  test('are let go also when the line is no more, or was never there', async () => {
    const { instances, kept } = lambda();
    kept.set('join', { instances: 99 });
    await warmDoors(instances, [joins], [], doors);
    expect(kept.size).toBe(0);
  });

  test('are never left behind: some time after the last doors there are none', () => {
    const times = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 10_000 }), (opens, after) => {
        const lines = opens.map((at) => ({ opensAt: at * minute, audience: 5_000 }));
        const last = Math.max(...opens) * minute;
        expect(provisionedFor(joins, lines, last)).toBeGreaterThan(0);
        expect(provisionedFor(joins, lines, last + (10 + after) * minute)).toBe(0);
      }),
    );
  });
});
