import { describe, expect, test } from '@jest/globals';
import { simulateOnSale } from '../../calibration/on-sale.ts';
import type { ForecastReadings } from '../../contracts/levers.ts';
import { forecastOf } from '../../rules/forecast.ts';
import fc from '../properties.ts';

const readings: ForecastReadings = {
  ...{ at: 0, since: 12, waiting: 3000, calledUpTo: 690, outstanding: 20, inUse: 280, slots: 300, claimed: 300 },
  ...{ lately: 40, calledThisMinute: 38, windowMinutes: 1, moving: true },
  showing: { called: 300, came: 270 },
  stock: { seats: 5000, free: 3860, held: 240, sold: 900 },
};
const dials = { shopping: 300, perMinute: 120, passMinutes: 10, paused: false };

test('more who may shop: the wait falls, and the seats run out sooner', () => {
  const now = forecastOf(readings, dials);
  const then = forecastOf(readings, { ...dials, shopping: 500 }, dials);
  expect(then.wait?.minutes).toBeLessThan((now.wait?.minutes ?? 0) * 0.75);
  expect(then.runOut?.minutes).toBeLessThan(now.runOut?.minutes ?? 0);
  expect(then.rate).toBeGreaterThan(now.rate);
});

test('a ceiling that is above what the slots allow changes nothing', () => {
  const now = forecastOf(readings, dials);
  const then = forecastOf(readings, { ...dials, perMinute: 1000 }, dials);
  expect(then.wait?.minutes).toBeCloseTo(now.wait?.minutes ?? 0, 0);
});

test('paused: nobody is called, and nobody can say until when', () => {
  expect(forecastOf(readings, { ...dials, paused: true })).toEqual({ rate: 0, wait: undefined, runOut: undefined });
});

test('nobody may shop: no wait ends within a day', () => {
  expect(forecastOf(readings, { ...dials, shopping: 0 }, dials).wait).toBeUndefined();
});

test('nobody waits: there is no wait to tell', () => {
  expect(forecastOf({ ...readings, waiting: 0 }, dials).wait).toBeUndefined();
});

test('nobody knows the seats: nothing is said of them', () => {
  const { stock: _, ...without } = readings;
  expect(forecastOf(without, dials).runOut).toBeUndefined();
});

test('before the doors it goes by what is believed of an audience', () => {
  const before = { ...readings, since: -10, calledUpTo: 0, outstanding: 0, inUse: 0, slots: 0, claimed: 0 };
  const { wait } = forecastOf({ ...before, lately: 0, calledThisMinute: 0, moving: false }, dials);
  expect(wait?.minutes).toBeGreaterThan(20);
  expect(wait?.minutes).toBeLessThan(60);
});

describe('whatever the readings', () => {
  test('more who may shop never means a longer wait, and a higher ceiling neither', () => {
    const some = fc.record({
      since: fc.integer({ min: -30, max: 90 }),
      waiting: fc.integer({ min: 1, max: 20_000 }),
      slots: fc.integer({ min: 0, max: 600 }),
      called: fc.integer({ min: 0, max: 10_000 }),
      shopping: fc.integer({ min: 1, max: 600 }),
      perMinute: fc.integer({ min: 1, max: 600 }),
    });
    fc.assert(
      fc.property(some, ({ since, waiting, slots, called, shopping, perMinute }) => {
        const at = { ...readings, since, waiting, slots, inUse: slots, outstanding: 0, calledUpTo: slots + called };
        const before = { ...dials, shopping, perMinute };
        const minutesOf = (turned: object) =>
          forecastOf(at, { ...before, ...turned }, before).wait?.minutes ?? Number.POSITIVE_INFINITY;
        const now = minutesOf({});
        expect(minutesOf({ shopping: shopping + 50 })).toBeLessThanOrEqual(now + 0.5);
        expect(minutesOf({ perMinute: perMinute + 50 })).toBeLessThanOrEqual(now + 0.5);
      }),
      { numRuns: 30 },
    );
  });
});

test('a small morning: the forecast of a turn is what comes of it, within a tenth', () => {
  const settings = { seed: 2, fans: 1500, seats: 4000, holdMinutes: 8, seatsPerFan: 6 };
  const small = { shopping: 120, perMinute: 60, passMinutes: 10, claimMinutes: 3 };
  const { turned } = simulateOnSale({ ...settings, dials: small, turn: { atMinute: 12, dials: { shopping: 200 } } });
  if (!turned) throw new Error('Nobody turned a dial');
  const before = { ...small, paused: false };
  const told = forecastOf(turned.readings, { ...before, shopping: 200 }, before).wait?.minutes ?? 0;
  const came = turned.calledAfter[Math.ceil(turned.readings.waiting / 2) - 1] ?? 0;
  expect(Math.abs(told / came - 1)).toBeLessThan(0.1);
});
