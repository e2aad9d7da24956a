import { describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../../contracts/catalogue.ts';
import { published } from '../../../../contracts/paths.ts';
import type { Plan } from '../../../../contracts/plan.ts';
import { trialOpening } from '../../../../contracts/trial.ts';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import { openTrialHouse } from '../../../../lambdas/seating/house/open-trial-house.ts';
import { filesIn } from '../../../files-in.ts';

const onSale = `trial-${'a'.repeat(26)}`;
const trial = { onSale, closesAt: 1_800_000_000_000 };

describe('the house of a trial', () => {
  test('is open for its on-sale alone, and again changes nothing', async () => {
    const files = new Map<string, unknown>();
    const deps = { store: houseTwin(), files: filesIn(files) };
    expect(await openTrialHouse(deps, trial)).toEqual({ ok: true, performance: onSale });
    const before = JSON.stringify([...files]);
    await openTrialHouse(deps, trial);
    expect(JSON.stringify([...files])).toBe(before);
    expect(await deps.store.house(onSale)).toMatchObject({ onSales: [onSale], sections: { hall: 200 } });
    expect(await deps.store.rules(onSale)).toMatchObject({ seatsPerFan: 1 });
  });

  test('has a plan and a performance, and is in no list of houses', async () => {
    const files = new Map<string, unknown>();
    await openTrialHouse({ store: houseTwin(), files: filesIn(files) }, trial);
    const performance = files.get(published.performance(onSale)) as PerformanceFile;
    const plan = files.get(published.plan(performance.plan)) as Plan;
    const seats = plan.sections.flatMap(({ rows }) => rows.flatMap((row) => row.seats));
    expect(new Set(seats.map(({ id }) => id)).size).toBe(plan.seats);
    expect(performance.startsAt).toBeGreaterThan(trial.closesAt);
    expect([...files.keys()].sort()).toEqual([published.performance(onSale), published.plan(plan.id)].sort());
  });

  test('is opened for trials alone', () => {
    expect(trialOpening.safeParse(trial).success).toBe(true);
    for (const other of ['friends', 'trial-friends', `trial-${'A'.repeat(26)}`])
      expect(trialOpening.safeParse({ ...trial, onSale: other }).success).toBe(false);
  });
});
