import { expect, test } from '@jest/globals';
import { VirtualTime } from '../../../simulation/stage/virtual-time.ts';
import fc from '../../properties.ts';

test('everything happens in its time, and of one moment in the order it was planned', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 60 }), (delays) => {
      const time = new VirtualTime(1000);
      const seen: { readonly at: number; readonly planned: number }[] = [];
      for (const [planned, delay] of delays.entries())
        time.after(delay, () => void seen.push({ at: time.now, planned }));
      while (time.step()) expect(time.now).toBeGreaterThanOrEqual(1000);
      const wanted = delays.map((delay, planned) => ({ at: 1000 + delay, planned }));
      expect(seen).toEqual(wanted.toSorted((a, b) => a.at - b.at || a.planned - b.planned));
    }),
  );
});

test('what finds nothing to do is passed over', () => {
  const time = new VirtualTime(0);
  time.after(1, () => 'nothing');
  time.after(2, () => {});
  expect(time.step()).toBe(true);
  expect(time.now).toBe(2);
  expect(time.step()).toBe(false);
});
