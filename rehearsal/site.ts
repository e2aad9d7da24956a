import { type ApiCall, api, type Given } from '../contracts/api.ts';

/** One kind of request a fan makes; the report has a line for each. */
export const steps = [
  'season',
  'line file',
  'challenge',
  'join',
  'join again',
  'board',
  'draw sheet',
  'claim',
  'show',
  'performance',
  'plan',
  'availability',
  'hold',
  'hold poll',
  'basket',
  'release',
  'order',
  'order poll',
  'more time',
  'cancel',
  'leave',
] as const;
export type Step = (typeof steps)[number];

export interface SiteAsk {
  readonly step: Step;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A call of the API, as the table of routes has it. */
export function toApi<What extends ApiCall>(what: What, ...given: Given<What>): Pick<SiteAsk, 'method' | 'path'> {
  const { method, url } = api(what, ...given);
  return { method, path: url };
}

/** The answer. `status` is 0 if nothing did: no connection, or no answer in time. */
export interface SiteAnswer {
  readonly status: number;
  /** The body as JSON; undefined if it is empty or not JSON. */
  readonly body: unknown;
  /** `<code>` of the problem document's `/problems/<code>`, for 4xx and 5xx. */
  readonly problem?: string;
  /** When to ask again, as the answer says. */
  readonly retryAfterMs?: number;
  /** The CDN answered from its cache, as its `x-cache` header says. */
  readonly cached?: boolean;
}

/** The site as a fan reaches it: through the CDN, and nothing else. */
export interface Site {
  ask(ask: SiteAsk): Promise<SiteAnswer>;
}

/** Time as a fan lives it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}
