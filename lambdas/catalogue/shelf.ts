import type { PerformanceFile, Publishing, Season, ShowFile } from '../../contracts/catalogue.ts';
import type { FreezeFile } from '../../contracts/freeze.ts';
import type { Board, LineFile } from '../../contracts/line.ts';
import { cacheControl, published } from '../../contracts/paths.ts';
import type { PerformanceActs } from '../../contracts/performance-acts.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { OpenHouses } from '../../contracts/stock.ts';
import type { FilesByPath } from '../foundation/aws.gateway.ts';
import type { ActShelf } from './act-on-performance.ts';
import type { PlanShelf } from './import-plan.ts';
import type { SeasonShelf } from './publish-season.ts';

/** The catalogue's part of the published files. */
export function openShelf(files: FilesByPath): PlanShelf & SeasonShelf & Omit<ActShelf, 'site'> {
  return {
    async begin(now, until) {
      const found = await files.readTagged<Publishing>(published.publishing());
      if (found && found.file.until > now) return false;
      const begun: Publishing = { v: 1, until };
      return (await files.writeIf(published.publishing(), begun, cacheControl.board, found?.tag)).ok;
    },
    end: () => files.write(published.publishing(), { v: 1, until: 0 } satisfies Publishing, cacheControl.board),
    readActs: () => files.readTagged<PerformanceActs>(published.performanceActs()),
    writeActs: (acts, tag) => files.writeIf(published.performanceActs(), acts, cacheControl.board, tag),
    readLayout: (path) => files.read<unknown>(`/${path}`),
    readPlan: (plan) => files.read<Plan>(published.plan(plan)),
    publishPlan: (plan) => files.write(published.plan(plan.id), plan, cacheControl.immutable),
    readSeason: () => files.read<Season>(published.season()),
    readShow: (show) => files.read<ShowFile>(published.show(show)),
    readPerformance: (performance) => files.read<PerformanceFile>(published.performance(performance)),
    readOpenHouses: () => files.read<OpenHouses>(published.openHouses()),
    readLine: (onSale) => files.read<LineFile>(published.line(onSale)),
    readBoard: (onSale) => files.read<Board>(published.board(onSale)),
    publishPerformance: (file) => files.write(published.performance(file.id), file, cacheControl.catalogue),
    keepAllocations: (file) => files.write(published.allocations(file.performance), file, cacheControl.board),
    publishShow: (file: ShowFile) => files.write(published.show(file.id), file, cacheControl.catalogue),
    publishText: (path, { type, text }) => files.writeText(path, text, type, cacheControl.page),
    publishSeason: (season: Season) => files.write(published.season(), season, cacheControl.catalogue),
  };
}

/** When the house is frozen. */
export const readFreeze = (files: Pick<FilesByPath, 'read'>) => () => files.read<FreezeFile>(published.freeze());

/** The same for acts on performances. `site`: the address of the site, e.g. `https://tickets.example.org`. */
export const openActShelf = (files: FilesByPath, site: string): ActShelf => ({ ...openShelf(files), site });
