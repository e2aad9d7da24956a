/**
 * Name records and health checks as their templates state them. Nothing resolves a name on a laptop. The records are
 * read, so that a malformed pair stops the start. They are kept, so that a resolver can stand on them.
 */
import type { Properties } from '../properties.ts';

export interface NameRecord {
  /** Lower case, without the dot at the end. */
  readonly name: string;
  readonly type: string;
  /** Seconds; absent for an alias. */
  readonly ttl?: number;
  /** The targets of the name: values, or the one name of an alias. */
  readonly targets: readonly string[];
  readonly failover?: 'PRIMARY' | 'SECONDARY';
  readonly healthCheckId?: string;
}

export interface HealthCheck {
  readonly id: string;
  /** The address that is asked, e.g. `https://bucket.s3.eu-west-1.amazonaws.com/switch/fallback`. */
  readonly url: string;
  /** Healthy means that the address does not answer well. */
  readonly inverted: boolean;
  /** Seconds between two questions. */
  readonly interval: number;
  /** Answers alike in a row before the state changes. */
  readonly threshold: number;
}

export function nameRecordOf(properties: Properties): NameRecord {
  const alias = properties.inside('AliasTarget');
  const values = properties.texts('ResourceRecords');
  if (!alias && values.length === 0) properties.refuse('a record has ResourceRecords or an AliasTarget');
  if (alias && properties.has('TTL')) properties.refuse('an alias has no TTL of its own');
  const failover = properties.optionalText('Failover');
  const healthCheckId = properties.optionalText('HealthCheckId');
  return {
    name: bareName(properties.text('Name')),
    type: properties.text('Type'),
    targets: alias ? [bareName(alias.text('DNSName'))] : values,
    ...(!alias && { ttl: properties.number('TTL', 300) }),
    ...(failover !== undefined && { failover: failoverRole(failover, properties, alias) }),
    ...(healthCheckId !== undefined && { healthCheckId }),
  };
}

export function healthCheckOf(id: string, properties: Properties): HealthCheck {
  const config = properties.inside('HealthCheckConfig') ?? properties.fail('HealthCheckConfig is missing');
  const scheme = config.text('Type').startsWith('HTTPS') ? 'https' : 'http';
  const name = config.optionalText('FullyQualifiedDomainName') ?? config.text('IPAddress');
  return {
    id,
    url: `${scheme}://${bareName(name)}${config.optionalText('ResourcePath') ?? '/'}`,
    inverted: config.flag('Inverted'),
    interval: config.number('RequestInterval', 30),
    threshold: config.number('FailureThreshold', 3),
  };
}

function failoverRole(role: string, record: Properties, alias: Properties | undefined): 'PRIMARY' | 'SECONDARY' {
  if (role !== 'PRIMARY' && role !== 'SECONDARY') return record.fail('Failover is PRIMARY or SECONDARY');
  if (!record.has('SetIdentifier')) record.refuse('a record with Failover needs a SetIdentifier');
  const toCloudFront = alias?.text('DNSName').toLowerCase().includes('.cloudfront.net') ?? false;
  if (toCloudFront && alias?.flag('EvaluateTargetHealth')) {
    alias.refuse('EvaluateTargetHealth must be false for a distribution');
  }
  return role;
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
