import { describe, expect, test } from '@jest/globals';
import { calibrate } from '../../calibration/calibrate.ts';
import { simulateOnSale } from '../../calibration/on-sale.ts';
import { pageOf } from '../../calibration/page.ts';
import { plotOf } from '../../calibration/plot.ts';

describe('what the page of the line says', () => {
  const facts = calibrate({ seed: 4, onSales: 30, largest: 1500 });

  test('of the chance is far better than the base rate', () => {
    const { brier, baseBrier, samples } = facts.chances;
    expect(samples).toBeGreaterThan(50_000);
    expect(brier).toBeLessThan(baseBrier / 3);
  });

  test('of the chance comes as often as it says', () => {
    const spoken = facts.chances.bins.filter(({ samples }) => samples >= 200);
    expect(spoken).toHaveLength(10);
    expect(spoken.filter(({ said, came }) => Math.abs(said - came) > 0.12)).toEqual([]);
  });

  test('of the wait is kept by half, and by nine of ten', () => {
    expect(Math.abs(facts.waits.withinHalf - 0.5)).toBeLessThan(0.15);
    expect(Math.abs(facts.waits.withinMost - 0.9)).toBeLessThan(0.15);
  });

  test('is published with its numbers', () => {
    expect(pageOf(facts)).toContain(`**${facts.chances.brier.toFixed(3)}**`);
    expect(plotOf(facts.chances.bins).match(/<circle/g)).toHaveLength(10);
  });
});

describe('an on-sale in virtual time', () => {
  const settings = {
    seed: 1,
    fans: 400,
    seats: 500,
    dials: { shopping: 60, perMinute: 60, passMinutes: 10, claimMinutes: 3 },
    holdMinutes: 8,
    seatsPerFan: 6,
  };

  test('can be held twice', () => {
    expect(simulateOnSale(settings)).toEqual(simulateOnSale(settings));
  });

  test('sells out when more is wanted than there is, and not when less is', () => {
    expect(simulateOnSale(settings).soldOutAfter).toBeGreaterThan(10);
    const roomy = simulateOnSale({ ...settings, seats: 2000 });
    expect(roomy.soldOutAfter).toBeUndefined();
    expect(roomy.chances.every(({ seats }) => seats)).toBe(true);
  });
});
