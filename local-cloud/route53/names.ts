/** All that is known of names in one cloud. Kinds fill it while resources are made. */
import type { Cloud } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import type { World } from './answers.ts';
import type { Checkers } from './checkers.ts';
import type { HealthCheck, NameRecord } from './records.ts';
import { zonesOf } from './zones.ts';

export interface KnownNames {
  readonly records: NameRecord[];
  /** Names of zones that the templates make, by their ids. */
  readonly zones: Map<string, string>;
  /** By their ids. */
  readonly checks: Map<string, { readonly check: HealthCheck; readonly checkers: Checkers }>;
}

export const namesOf = (cloud: Cloud): KnownNames =>
  onceACloud<KnownNames>(cloud, 'route53:names', () => ({ records: [], zones: new Map(), checks: new Map() }));

/** The world that the name server answers from, once all resources are made. @param others Names of others that run here. */
export function worldOf(cloud: Cloud, others: ReadonlyMap<string, string>): World {
  const { records, zones, checks } = namesOf(cloud);
  return {
    zones: zonesOf(records, zones),
    isHealthy: (id) => checks.get(id)?.checkers.isHealthy() ?? true,
    isHere: (name) => others.has(name) || (name.endsWith('.cloudfront.net') && cloud.hosts.has(name)),
  };
}
