import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Reserved } from '../../concurrency.ts';
import type { RestoredTables } from '../../restored.ts';
import type { ReadingFiles } from '../control-room/reading-files.ts';
import type { Monitoring } from '../monitoring/monitoring.ts';
import type { SignIn } from '../staff/sign-in.ts';
import type { StaffRecords } from '../staff/staff-records.ts';
import type { FrontApi } from './front-api.ts';
import type { OriginSecrets } from './origin-secrets.ts';

/** The ground that every room stands on. */
export interface Ground {
  /** Folder of the bundled handlers: `<bundles>/<context>/<idea>/<handler>/index.mjs`. */
  readonly bundles: string;
  readonly monitoring: Monitoring;
  readonly logRetention: RetentionDays;
  /** Instances set aside, by function. */
  readonly reserved: Reserved;
  /** Whether data outlives the stacks. */
  readonly retainData: boolean;
  /** Names of stacks that this deployment makes. */
  readonly firstTime: ReadonlySet<string>;
  /** Whether a part of the invocations tries a new version first, and alarms take it back. */
  readonly canary: boolean;
  /** Names of tables that stand in the place of a stack's own. */
  readonly restored: RestoredTables;
}

/** The ground, and the API on it. */
export interface Foundation extends Ground {
  /** Joins that come through in a second. */
  readonly joinsASecond: number;
  readonly api: FrontApi;
  /** Where the people of the house sign in. */
  readonly signIn: SignIn;
  /** Who they are, what they were granted, and what they did. */
  readonly staff: StaffRecords;
  /** How each line and its sale go. */
  readonly readings: ReadingFiles;
  /** Shared by the CDN and the API: a request without it did not come through the edge. */
  readonly originSecrets: OriginSecrets;
}
