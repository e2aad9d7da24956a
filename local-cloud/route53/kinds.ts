import type { Kind } from '../kind.ts';
import { stableId } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import { guardKinds } from './guard-kinds.ts';
import { healthCheckOf, type NameRecord, nameRecordOf } from './records.ts';

const hostedZone: Kind = {
  type: 'AWS::Route53::HostedZone',
  make: (resource) => {
    const id = `Z${stableId(resource, 20).toUpperCase()}`;
    const servers = ['ns-1.awsdns-01.org', 'ns-2.awsdns-02.net', 'ns-3.awsdns-03.com', 'ns-4.awsdns-04.co.uk'];
    return { ref: id, attributes: { Id: id, NameServers: servers } };
  },
};

const healthCheck: Kind = {
  type: 'AWS::Route53::HealthCheck',
  make: (resource, cloud) => {
    const id = stableId(resource, 32);
    cloud.registry.set(`route53:health-check:${id}`, healthCheckOf(id, propertiesOf(resource)));
    return { ref: id, attributes: { HealthCheckId: id } };
  },
};

const recordSet: Kind = {
  type: 'AWS::Route53::RecordSet',
  make: (resource, cloud) => {
    const record = nameRecordOf(propertiesOf(resource));
    keep([record], cloud.registry);
    return { ref: record.name, attributes: {} };
  },
};

const recordSetGroup: Kind = {
  type: 'AWS::Route53::RecordSetGroup',
  make: (resource, cloud) => {
    keep(propertiesOf(resource).list('RecordSets').map(nameRecordOf), cloud.registry);
    return { ref: stableId(resource, 32), attributes: {} };
  },
};

/**
 * Names, health checks, certificates and the web application firewall: declared, not run. Records are
 * in the registry under `route53:records` (`NameRecord[]`), health checks under
 * `route53:health-check:<id>`.
 */
export const route53Kinds: Kind[] = [hostedZone, healthCheck, recordSet, recordSetGroup, ...guardKinds];

function keep(records: readonly NameRecord[], registry: Map<string, unknown>): void {
  const known = (registry.get('route53:records') as readonly NameRecord[] | undefined) ?? [];
  registry.set('route53:records', [...known, ...records]);
}
