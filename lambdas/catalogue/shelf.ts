import type { PerformanceFile, Season, ShowFile } from '../../contracts/catalogue.ts';
import { cacheControl, published } from '../../contracts/paths.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { FilesByPath } from '../foundation/aws.gateway.ts';
import type { PlanShelf } from './import-plan.ts';
import type { SeasonShelf } from './publish-season.ts';

/** The catalogue's part of the published files. */
export function openShelf(files: FilesByPath): PlanShelf & SeasonShelf {
  return {
    readPlan: (plan) => files.read<Plan>(published.plan(plan)),
    publishPlan: (plan) => files.write(published.plan(plan.id), plan, cacheControl.immutable),
    publishPerformance: (file: PerformanceFile) =>
      files.write(published.performance(file.id), file, cacheControl.catalogue),
    publishShow: (file: ShowFile) => files.write(published.show(file.id), file, cacheControl.catalogue),
    publishSeason: (season: Season) => files.write(published.season(), season, cacheControl.catalogue),
  };
}
