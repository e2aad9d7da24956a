import { close, listen } from '../http/listener.ts';
import type { Cloud, Kind } from '../kind.ts';
import { sharedService } from '../once-a-cloud.ts';
import { stableId } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import { answerTo, nameServers } from './answers.ts';
import { statusAsker } from './ask-status.ts';
import { Checkers } from './checkers.ts';
import { guardKinds } from './guard-kinds.ts';
import { startNameServer } from './name-server.ts';
import { namesOf, worldOf } from './names.ts';
import { bareName, healthCheckOf, nameRecordOf } from './records.ts';
import { resolverOf } from './resolver.ts';
import { wayIn } from './way-in.ts';

export interface NameOptions {
  /** Addresses of others that run on this machine, by the names that records lead to. */
  readonly others?: Readonly<Record<string, string>> | undefined;
}

/**
 * Names, health checks, certificates and the web application firewall. Names are answered by a name server, health checks ask
 * their addresses; certificates and the firewall are declared, not run.
 */
export function route53Kinds(options: NameOptions): Kind[] {
  const others = new Map(Object.entries(options.others ?? {}).map(([name, url]) => [bareName(name), url]));
  const hostedZone: Kind = {
    type: 'AWS::Route53::HostedZone',
    make: (resource, cloud) => {
      const id = `Z${stableId(resource, 20).toUpperCase()}`;
      namesOf(cloud).zones.set(id, bareName(propertiesOf(resource).text('Name')));
      return { ref: id, attributes: { Id: id, NameServers: [...nameServers] } };
    },
  };

  const healthCheck: Kind = {
    type: 'AWS::Route53::HealthCheck',
    make: (resource, cloud) => {
      const id = stableId(resource, 32);
      const check = healthCheckOf(id, propertiesOf(resource));
      const checkers = new Checkers(check, statusAsker(cloud.hosts, others), (line) => cloud.log('dns', line));
      namesOf(cloud).checks.set(id, { check, checkers });
      return {
        ref: id,
        attributes: { HealthCheckId: id },
        start: () => checkers.start(),
        stop: async () => checkers.stop(),
      };
    },
  };

  const recordSet: Kind = {
    type: 'AWS::Route53::RecordSet',
    make: (resource, cloud) => {
      const record = nameRecordOf(propertiesOf(resource));
      namesOf(cloud).records.push(record);
      return { ref: record.name, attributes: {}, open: () => serveNames(cloud, others) };
    },
  };

  const recordSetGroup: Kind = {
    type: 'AWS::Route53::RecordSetGroup',
    make: (resource, cloud) => {
      const properties = propertiesOf(resource);
      const zone = properties.optionalText('HostedZoneId') ?? properties.optionalText('HostedZoneName');
      const records = properties.list('RecordSets').map((record) => nameRecordOf(record, zone));
      namesOf(cloud).records.push(...records);
      return { ref: stableId(resource, 32), attributes: {}, open: () => serveNames(cloud, others) };
    },
  };

  return [hostedZone, healthCheck, recordSet, recordSetGroup, ...guardKinds];
}

/** One name server and one way in for all records. */
async function serveNames(cloud: Cloud, others: ReadonlyMap<string, string>): Promise<void> {
  await sharedService(cloud, 'route53', async () => {
    const log = (line: string) => cloud.log('dns', line);
    const world = worldOf(cloud, others);
    const names = await startNameServer(world, await cloud.portFor('dns'), log);
    const resolver = resolverOf(async (question) => answerTo(question, world));
    const way = wayIn(resolver, { hosts: cloud.hosts, others }, log);
    const wayPort = await listen(way, await cloud.portFor('way-in'));
    cloud.addresses.push({ name: 'dns', url: `dns://127.0.0.1:${names.port}` });
    cloud.addresses.push({ name: 'way-in', url: `http://127.0.0.1:${wayPort}` });
    return {
      value: undefined,
      stop: async () => {
        await close(way);
        await names.stop();
      },
    };
  });
}
