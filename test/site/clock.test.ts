import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { anyOffset, boundsOf, narrow, notBefore, offsetOf } from '../../site/clock.ts';
import fc from '../properties.ts';

/** An answer as a server would date it whose clock is `offset` ahead of the device's. */
function sighting(offset: number, sentAt: number, there: number, back: number, age: number) {
  const made = sentAt + there + offset;
  return {
    sentAt,
    gotAt: sentAt + there + back,
    datedAt: Math.floor((made - age * 1_000) / 1_000) * 1_000,
    ageMs: age * 1_000,
  };
}

describe('the theatre’s clock', () => {
  test('the true offset is within the bounds of every honest answer, and of all of them together', () => {
    const answer = fc.tuple(fc.nat(600_000), fc.nat(2_000), fc.nat(2_000), fc.nat(5));
    fc.assert(
      fc.property(
        fc.integer({ min: -1e7, max: 1e7 }),
        fc.array(answer, { minLength: 1, maxLength: 8 }),
        (offset, answers) => {
          const bounds = answers
            .map(([at, there, back, age]) => boundsOf(sighting(offset, 1e9 + at, there, back, age)))
            .reduce(narrow, anyOffset);
          expect(bounds.low).toBeLessThanOrEqual(offset);
          expect(bounds.high).toBeGreaterThanOrEqual(offset);
        },
      ),
    );
  });

  test('a few answers tell the time to a fraction of a second', () => {
    const bounds = [0, 250, 500, 750]
      .map((at) => boundsOf(sighting(90_000, 1_000_000 + at, 10, 10, 0)))
      .reduce(narrow, anyOffset);
    expect(Math.abs(offsetOf(bounds) - 90_000)).toBeLessThan(260);
  });

  test('the time is whole milliseconds, as every request wants it, whatever the answers were', () => {
    const side = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(fc.property(side, side, (low, high) => Number.isInteger(offsetOf({ low, high }))));
  });

  test('knows nothing before the first answer, and trusts the device then', () => {
    expect(offsetOf(anyOffset)).toBe(0);
  });

  test('a board from the future moves a slow clock on, and leaves a fast one alone', () => {
    expect(offsetOf(narrow(anyOffset, notBefore(10_000, 4_000)))).toBe(6_000);
    expect(offsetOf(narrow(anyOffset, notBefore(10_000, 14_000)))).toBe(0);
  });

  test('starts again when the device’s clock was set meanwhile', () => {
    const before = boundsOf(sighting(0, 1_000_000, 10, 10, 0));
    const after = boundsOf(sighting(3_600_000, 1_000_000, 10, 10, 0));
    expect(narrow(before, after)).toEqual(after);
  });
});

test('no answer that this device may have kept tells the time: whoever learns it asks anew', () => {
  const learning = readdirSync('site', { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\.tsx?$/.test(file) && /\blearnTime\((?:season|nights|show)\b/.test(readFileSync(`site/${file}`, 'utf8')),
  );
  expect(learning).toEqual([]);
});
