import type { Season } from '../../contracts/catalogue.ts';
import type { FreezeFile } from '../../contracts/freeze.ts';
import type { LineFile } from '../../contracts/line.ts';
import { cacheControl, published } from '../../contracts/paths.ts';
import type { CheckReport, RunUp } from '../../contracts/run-up.ts';
import type { OpenHouses } from '../../contracts/stock.ts';
import { noFreeze } from '../../rules/freeze.ts';
import type { FilesByPath } from '../foundation/aws.gateway.ts';
import { type KeptFile, keptFile } from '../foundation/kept-file.ts';

/*
 * A run-up is one file an on-sale, and what was checked is one file of the house. Both lie in a bucket that nothing serves.
 * The freeze is published: the catalogue obeys it, and reads no other context's bucket.
 *
 *   run-up/on-sales/<on-sale>.json   RunUp
 *   run-up/reports.json              CheckReport[], the newest of each kind
 */

export interface RunUpFiles {
  runUp(onSale: string): KeptFile<RunUp>;
  readonly reports: KeptFile<readonly CheckReport[]>;
}

type FilesToKeep = Pick<FilesByPath, 'readTagged' | 'writeIf'>;

export const emptyRunUp = (onSale: string): RunUp => ({
  onSale,
  version: 0,
  plan: [],
  risks: [],
  prices: [],
  lifts: [],
});

export const runUpFiles = (files: FilesToKeep): RunUpFiles => ({
  runUp: (onSale) => keptFile(files, `/run-up/on-sales/${onSale}.json`, emptyRunUp(onSale)),
  reports: reportsFile(files),
});

export const reportsFile = (files: FilesToKeep): KeptFile<readonly CheckReport[]> =>
  keptFile<readonly CheckReport[]>(files, '/run-up/reports.json', []);

/** What a run-up reads of the published files. */
export interface PublishedFacts {
  readonly readSeason: () => Promise<Season | undefined>;
  readonly readLine: (onSale: string) => Promise<LineFile | undefined>;
  readonly readOpenHouses: () => Promise<OpenHouses | undefined>;
  readonly freeze: KeptFile<FreezeFile>;
}

export const publishedFacts = (files: Pick<FilesByPath, 'read' | 'readTagged' | 'writeIf'>): PublishedFacts => ({
  readSeason: () => files.read<Season>(published.season()),
  readLine: (onSale) => files.read<LineFile>(published.line(onSale)),
  readOpenHouses: () => files.read<OpenHouses>(published.openHouses()),
  freeze: keptFile(files, published.freeze(), noFreeze, cacheControl.board),
});
