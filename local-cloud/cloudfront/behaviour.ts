/** A cache behaviour ready to run: its policies and functions looked up, and what it has counted. */
import type { CachePolicy } from './cache-policy.ts';
import type { BehaviourConfig } from './distribution-config.ts';
import type { EdgeFunction } from './edge-function.ts';
import type { OriginRequestPolicy } from './origin-request-policy.ts';
import type { ResponseHeadersPolicy } from './response-headers-policy.ts';

export interface Behaviour {
  readonly config: BehaviourConfig;
  readonly matches: (path: string) => boolean;
  readonly cachePolicy: CachePolicy;
  readonly originRequestPolicy: OriginRequestPolicy;
  readonly headersPolicy: ResponseHeadersPolicy | undefined;
  readonly viewerRequest: EdgeFunction | undefined;
  readonly viewerResponse: EdgeFunction | undefined;
  readonly counts: Counts;
}

export interface Counts {
  /** Requests by viewers. */
  requests: number;
  /** Answered from the cache. */
  hits: number;
  /** Requests to the origin, revalidations included. */
  originReads: number;
  /** Answered by a viewer-request function. */
  answeredAtEdge: number;
  /** Answers of 500 and above. */
  errors: number;
}

export const noCounts = (): Counts => ({ requests: 0, hits: 0, originReads: 0, answeredAtEdge: 0, errors: 0 });
