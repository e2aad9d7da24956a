import type { Settings } from './settings.ts';
import { ofEachDoor } from './sizing.ts';

/**
 * What AWS lets this account do in its home region. The numbers are those that AWS gives unless asked for more. A stage
 * that was given more, or that shares its account with another, says so in its file (`quotas`).
 */
export interface Quotas {
  /** Lambda instances that this stage may use at once. */
  readonly accountConcurrency: number;
  /** Of all HTTP APIs of the account together. */
  readonly apiRequestsPerSecond: number;
  /** Requests at one instant. AWS sets it by the rate, half of it, and takes no wishes. */
  readonly apiBurst: number;
  /** Read or write units that one table may be warmed to. */
  readonly tableUnitsPerSecond: number;
}

/**
 * The regions in which API Gateway gives 2,500 requests a second instead of 10,000: Cape Town, Milan, Jakarta, the UAE,
 * Hyderabad, Melbourne, Spain, Zurich, Tel Aviv, Calgary, Malaysia, Thailand and Mexico (Amazon API Gateway quotas).
 */
const smallerApis: ReadonlySet<string> = new Set([
  'af-south-1',
  'eu-south-1',
  'ap-southeast-3',
  'me-central-1',
  'ap-south-2',
  'ap-southeast-4',
  'eu-south-2',
  'eu-central-2',
  'il-central-1',
  'ca-west-1',
  'ap-southeast-5',
  'ap-southeast-7',
  'mx-central-1',
]);

export const apiRequestsGivenIn = (region: string): number => (smallerApis.has(region) ? 2_500 : 10_000);

export function quotasOf({ quotas, regions }: Pick<Settings, 'quotas' | 'regions'>): Quotas {
  const apiRequestsPerSecond = quotas.apiRequestsPerSecond ?? apiRequestsGivenIn(regions.home);
  return { ...quotas, apiRequestsPerSecond, apiBurst: Math.floor(apiRequestsPerSecond / 2) };
}

/** Requests that are let through. */
export interface ApiLimits {
  /** In a second. */
  readonly rateLimit: number;
  /** At one instant. */
  readonly burstLimit: number;
}

/** What the API lets through: the stage's own limit, but never more than the account may have. */
export function apiLimits({ apiRequestsPerSecond, apiBurst }: Settings['limits'], quotas: Quotas): ApiLimits {
  return {
    rateLimit: Math.min(apiRequestsPerSecond, quotas.apiRequestsPerSecond),
    burstLimit: Math.min(apiBurst, quotas.apiBurst),
  };
}

/**
 * What it lets through to joins, and as much again to challenges. A route without a border of its own may use all that the
 * account has: those who hold and order would be answered 429 before any instance that was set aside for them is asked.
 */
export const doorLimits = ({ rateLimit, burstLimit }: ApiLimits): ApiLimits => ({
  rateLimit: ofEachDoor(rateLimit),
  burstLimit: ofEachDoor(burstLimit),
});
