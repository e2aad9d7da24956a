import { expect, test } from '@jest/globals';
import { afterStepMs, readingsStepMs, stepOf } from '../../../../contracts/readings.ts';
import { untilNextLook } from '../../../../site/control-room/picture/next-look.ts';
import fc from '../../../properties.ts';

test('a page looks once in each step, after its files are there, whatever it draws', () => {
  const draws = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 41 }), draws, fc.nat(2000), (start, chances, answeredMs) => {
      let now = start;
      let last: number | undefined;
      for (const chance of chances) {
        now += untilNextLook(now, chance);
        expect(now % readingsStepMs).toBeGreaterThanOrEqual(afterStepMs);
        expect(now % readingsStepMs).toBeLessThan(3000);
        if (last !== undefined) expect(stepOf(now)).toBe(last + 1);
        last = stepOf(now);
        now += answeredMs;
      }
    }),
  );
});
