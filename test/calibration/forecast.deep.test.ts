import { expect, test } from '@jest/globals';
import { simulateOnSale } from '../../calibration/on-sale.ts';
import { forecastOf } from '../../rules/forecast.ts';

/*
 * A dial is turned in the middle of a morning. What the lever showed beforehand and what came of it differ by less than a
 * tenth: of the wait of the fan in the middle of the line, and of the time until the seats run out.
 */
const evenings = [
  ['more may shop', { fans: 4000, seats: 5000, shopping: 300, perMinute: 120 }, 12, { shopping: 500 }],
  ['fewer a minute', { fans: 4000, seats: 5000, shopping: 300, perMinute: 120 }, 12, { perMinute: 60 }],
  ['fewer may shop', { fans: 6000, seats: 12000, shopping: 400, perMinute: 200 }, 20, { shopping: 250 }],
  ['more a minute', { fans: 6000, seats: 12000, shopping: 400, perMinute: 60 }, 20, { perMinute: 90 }],
  ['both', { fans: 3000, seats: 8000, shopping: 200, perMinute: 150 }, 15, { shopping: 300, perMinute: 200 }],
  ['a large house', { fans: 8000, seats: 9000, shopping: 500, perMinute: 300 }, 15, { shopping: 700 }],
] as const;

test.each(evenings)('%s: %j', (_, { fans, seats, shopping, perMinute }, atMinute, turned) => {
  const errors = [1, 2, 3].map((seed) => {
    const dials = { shopping, perMinute, passMinutes: 10, claimMinutes: 3 };
    const settings = { seed, fans, seats, dials, holdMinutes: 8, seatsPerFan: 6, turn: { atMinute, dials: turned } };
    const { turned: seen, ranOutAfter } = simulateOnSale(settings);
    if (!seen) throw new Error('Nobody turned a dial');
    const before = { ...dials, paused: false };
    const forecast = forecastOf(seen.readings, { ...before, ...turned }, before);
    const waited = seen.calledAfter[Math.ceil(seen.readings.waiting / 2) - 1] ?? Number.NaN;
    const wait = Math.abs((forecast.wait?.minutes ?? Number.NaN) / waited - 1);
    const seatsLast = ranOutAfter === undefined ? undefined : ranOutAfter - atMinute;
    const runOut = seatsLast === undefined ? 0 : Math.abs((forecast.runOut?.minutes ?? Number.NaN) / seatsLast - 1);
    return { wait, runOut };
  });
  const mean = (of: 'wait' | 'runOut') => errors.reduce((sum, error) => sum + error[of], 0) / errors.length;
  expect(mean('wait')).toBeLessThan(0.1);
  expect(mean('runOut')).toBeLessThan(0.1);
  for (const { wait } of errors) expect(wait).toBeLessThan(0.15);
});
