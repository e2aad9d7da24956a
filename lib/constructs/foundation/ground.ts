import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Reserved } from '../../concurrency.ts';
import type { Monitoring } from '../monitoring/monitoring.ts';
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
}

/** The ground, and the API on it. */
export interface Foundation extends Ground {
  readonly api: FrontApi;
  /** Shared by the CDN and the API: a request without it did not come through the edge. */
  readonly originSecrets: OriginSecrets;
}
