/**
 * Copies of objects in other buckets, as `ReplicationConfiguration` of a template asks for them. S3 makes a copy some time after
 * the write; here it is made at once, when the write is done. A copy is not copied on. What was in a bucket before its
 * rules were there is not copied, as with S3.
 */
import type { Properties } from '../properties.ts';

export interface ReplicationRule {
  /** Name of the bucket that gets the copies. */
  readonly to: string;
  readonly prefix: string;
  readonly priority: number;
  readonly deletes: boolean;
}

/** The rules of a bucket; none if it has no copies. Fails on what is not run here. */
export function replicationRules(bucket: Properties): readonly ReplicationRule[] {
  const configuration = bucket.inside('ReplicationConfiguration');
  if (!configuration) return [];
  if (bucket.inside('VersioningConfiguration')?.raw('Status') !== 'Enabled')
    return bucket.fail('ReplicationConfiguration needs versions of objects');
  configuration.text('Role');
  return configuration
    .list('Rules')
    .filter((rule) => rule.text('Status') === 'Enabled')
    .map((rule) => {
      const filter = rule.inside('Filter');
      if (filter?.raw('TagFilter') !== undefined || filter?.raw('And') !== undefined)
        return rule.fail('rules of replication by tags are not run here');
      const destination = rule.inside('Destination') ?? rule.fail('Destination is missing');
      return {
        to: destination.text('Bucket').replace(/^arn:[^:]+:s3:::/, ''),
        prefix: filter?.optionalText('Prefix') ?? rule.optionalText('Prefix') ?? '',
        priority: Number(rule.raw('Priority') ?? 0),
        deletes: rule.inside('DeleteMarkerReplication')?.raw('Status') === 'Enabled',
      };
    })
    .toSorted((one, other) => other.priority - one.priority);
}

/** The rules that a key is copied by: of those with one destination the one of the highest priority. */
export function rulesFor(rules: readonly ReplicationRule[], key: string): readonly ReplicationRule[] {
  const meant = rules.filter(({ prefix }) => key.startsWith(prefix));
  return meant.filter((rule, at) => meant.findIndex(({ to }) => to === rule.to) === at);
}
