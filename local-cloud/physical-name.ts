/**
 * The name that CloudFormation would invent for a resource without one: stack, logical id and some
 * characters. Here they are a digest, so that the same template finds its tables and queues again
 * after a restart.
 */
import { createHash } from 'node:crypto';
import type { Resource } from './kind.ts';

const digest = (resource: Resource): string =>
  createHash('sha256').update(`${resource.region}|${resource.stack}|${resource.logicalId}`).digest('hex');

/** Lower-case letters and digits that are always the same for one resource. @param length up to 64. */
export const stableId = (resource: Resource, length: number): string => digest(resource).slice(0, length);

/** At most `limit` characters, and still distinct when cut. */
export const physicalName = (resource: Resource, limit: number): string => {
  const ending = `-${digest(resource).slice(0, 12).toUpperCase()}`;
  return `${`${resource.stack}-${resource.logicalId}`.slice(0, limit - ending.length)}${ending}`;
};
