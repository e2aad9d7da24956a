import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { cacheControl, published } from '../../../contracts/paths.ts';
import type { TrialOpening } from '../../../contracts/trial.ts';
import type { FilesByPath } from '../../foundation/aws.gateway.ts';
import type { HouseStore } from './house-store.ts';
import { trialPerformance, trialPlan, trialRules } from './trial-house.ts';

/*
 * Opens the house of a trial (contracts/trial.ts): its plan, its performance, its rules, then the house. Each step can be
 * repeated. It is not listed among the open houses, so its seats are in no count, and no publication is held to it.
 */

export interface OpenTrialHouseDeps {
  readonly store: Pick<HouseStore, 'openHouse' | 'openRules'>;
  readonly files: Pick<FilesByPath, 'write'>;
}

export interface TrialHouse {
  readonly ok: true;
  readonly performance: string;
}

export async function openTrialHouse({ store, files }: OpenTrialHouseDeps, trial: TrialOpening): Promise<TrialHouse> {
  const file: PerformanceFile = trialPerformance(trial);
  await files.write(published.plan(trialPlan.id), trialPlan, cacheControl.immutable);
  await files.write(published.performance(file.id), file, cacheControl.catalogue);
  await store.openRules(trial.onSale, trialRules);
  await store.openHouse({
    performance: file.id,
    plan: trialPlan.id,
    sections: Object.fromEntries(trialPlan.sections.map(({ id }) => [id, trialPlan.seats])),
    onSales: [trial.onSale],
  });
  return { ok: true, performance: file.id };
}
