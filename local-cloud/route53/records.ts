/**
 * Name records and health checks as their templates state them. The local cloud refuses
 * what it would answer or judge otherwise than Route 53, so a malformed pair stops the start.
 */
import type { Properties } from '../properties.ts';

/** The types that are answered. */
const types = ['A', 'AAAA', 'CNAME', 'MX', 'TXT'] as const;

export type RecordType = (typeof types)[number];

export interface NameRecord {
  /** The zone's id, or its name where the template says that instead. */
  readonly zone: string;
  /** Lower case, without the dot at the end. */
  readonly name: string;
  readonly type: RecordType;
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
  /** Seconds between two questions of one checker. */
  readonly interval: number;
  /** Answers alike in a row before a checker's opinion changes. */
  readonly threshold: number;
}

export function nameRecordOf(properties: Properties, sharedZone?: string): NameRecord {
  properties.only([
    'AliasTarget',
    'Comment',
    'Failover',
    'HealthCheckId',
    'HostedZoneId',
    'HostedZoneName',
    'Name',
    'ResourceRecords',
    'SetIdentifier',
    'TTL',
    'Type',
  ]);
  const alias = properties.inside('AliasTarget');
  const values = properties.texts('ResourceRecords');
  const type = typeOf(properties);
  const name = bareName(properties.text('Name'));
  if (!alias && values.length === 0) properties.refuse('a record has ResourceRecords or an AliasTarget');
  if (alias && properties.has('TTL')) properties.refuse('an alias has no TTL of its own');
  if (type === 'CNAME' && values.length > 1) properties.refuse('a CNAME has one value');
  if (/^(?:\*|\\052)/.test(name)) properties.refuse(`the local cloud does not answer for ${name}, a name of many`);
  const failover = properties.optionalText('Failover');
  const healthCheckId = properties.optionalText('HealthCheckId');
  const zone =
    sharedZone ?? properties.optionalText('HostedZoneId') ?? bareName(properties.optionalText('HostedZoneName') ?? '');
  return {
    zone,
    name,
    type,
    targets: alias ? [bareName(alias.text('DNSName'))] : values,
    ...(!alias && { ttl: properties.number('TTL', 300) }),
    ...(failover !== undefined && { failover: failoverRole(failover, properties, alias) }),
    ...(healthCheckId !== undefined && { healthCheckId }),
  };
}

export function healthCheckOf(id: string, properties: Properties): HealthCheck {
  const config = properties.inside('HealthCheckConfig') ?? properties.fail('HealthCheckConfig is missing');
  config.only([
    'EnableSNI',
    'FailureThreshold',
    'FullyQualifiedDomainName',
    'IPAddress',
    'Inverted',
    'MeasureLatency',
    'Port',
    'RequestInterval',
    'ResourcePath',
    'Type',
  ]);
  const type = config.text('Type');
  if (type !== 'HTTP' && type !== 'HTTPS') config.refuse(`the local cloud checks HTTP and HTTPS, not ${type}`);
  const scheme = type === 'HTTPS' ? 'https' : 'http';
  const name = config.optionalText('FullyQualifiedDomainName') ?? config.text('IPAddress');
  const interval = config.number('RequestInterval', 30);
  if (interval !== 10 && interval !== 30) config.refuse(`RequestInterval is 10 or 30 seconds, not ${interval}`);
  const threshold = config.number('FailureThreshold', 3);
  if (threshold < 1 || threshold > 10) config.refuse(`FailureThreshold is 1 to 10, not ${threshold}`);
  return {
    id,
    url: `${scheme}://${bareName(name)}${config.optionalText('ResourcePath') ?? '/'}`,
    inverted: config.flag('Inverted'),
    interval,
    threshold,
  };
}

function typeOf(properties: Properties): RecordType {
  const type = properties.text('Type');
  const known = types.find((one) => one === type);
  return known ?? properties.fail(`the local cloud answers for ${types.join(', ')}, not for ${type}`);
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

/** As names are compared: lower case, without the dot at the end. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
