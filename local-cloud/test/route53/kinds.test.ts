import { afterAll, describe, expect, test } from '@jest/globals';
import { stopSharedServices } from '../../once-a-cloud.ts';
import { route53Kinds as kindsWith } from '../../route53/kinds.ts';
import { namesOf } from '../../route53/names.ts';
import { aCloud, make } from '../cloudfront/a-cloud.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';

afterAll(removeTemporaryFolders);

const route53Kinds = kindsWith({});

describe('names', () => {
  test('a failover pair and its inverted health check are kept as they were declared', async () => {
    const cloud = aCloud();
    const check = await make(route53Kinds, cloud, 'AWS::Route53::HealthCheck', 'Switch', {
      HealthCheckConfig: {
        Type: 'HTTPS',
        FullyQualifiedDomainName: 'switch.s3.eu-west-1.amazonaws.com',
        ResourcePath: '/switch/fallback',
        Inverted: true,
        RequestInterval: 10,
      },
    });
    const pair = { Name: 'Tickets.Example.org.', Type: 'CNAME', TTL: '60' };
    await make(route53Kinds, cloud, 'AWS::Route53::RecordSetGroup', 'Pair', {
      HostedZoneId: 'Z1',
      RecordSets: [
        {
          ...pair,
          Failover: 'PRIMARY',
          SetIdentifier: 'p',
          HealthCheckId: check.ref,
          ResourceRecords: ['d.cloudfront.net'],
        },
        { ...pair, Failover: 'SECONDARY', SetIdentifier: 's', ResourceRecords: ['old.example.org'] },
      ],
    });
    const alias = await make(route53Kinds, cloud, 'AWS::Route53::RecordSet', 'Live', {
      HostedZoneName: 'Example.org.',
      Name: 'live.example.org',
      Type: 'A',
      AliasTarget: { DNSName: 'e.cloudfront.net', HostedZoneId: 'Z2FDTNDATAQYW2' },
    });
    expect(alias.ref).toBe('live.example.org');
    const { records, checks } = namesOf(cloud);
    const zone = 'Z1';
    expect(records).toEqual([
      {
        ...{ zone, name: 'tickets.example.org', type: 'CNAME', ttl: 60, targets: ['d.cloudfront.net'] },
        ...{ failover: 'PRIMARY', healthCheckId: check.ref },
      },
      {
        ...{ zone, name: 'tickets.example.org', type: 'CNAME', ttl: 60, targets: ['old.example.org'] },
        failover: 'SECONDARY',
      },
      { zone: 'example.org', name: 'live.example.org', type: 'A', targets: ['e.cloudfront.net'] },
    ]);
    expect(checks.get(check.ref)?.check).toEqual({
      id: check.ref,
      url: 'https://switch.s3.eu-west-1.amazonaws.com/switch/fallback',
      inverted: true,
      interval: 10,
      threshold: 3,
    });
    await stopSharedServices(cloud);
  });

  test.each([
    ['without a target', {}, 'ResourceRecords or an AliasTarget'],
    ['of an unknown role', { ResourceRecords: ['x'], Failover: 'THIRD' }, 'PRIMARY or SECONDARY'],
    ['of a pair without a name in it', { ResourceRecords: ['x'], Failover: 'PRIMARY' }, 'SetIdentifier'],
    [
      'that would ask a distribution for its health',
      {
        Failover: 'PRIMARY',
        SetIdentifier: 'p',
        AliasTarget: { DNSName: 'd.cloudfront.net', EvaluateTargetHealth: true },
      },
      'EvaluateTargetHealth',
    ],
  ])('a record %s is refused', async (_name, more, message) => {
    const properties = { Name: 'x.example.org', Type: 'CNAME', ...more };
    await expect(make(route53Kinds, aCloud(), 'AWS::Route53::RecordSet', 'Record', properties)).rejects.toThrow(
      message,
    );
  });
});

test('a firewall for CloudFront anywhere but in us-east-1 is refused', async () => {
  const cloud = aCloud();
  const acl = (scope: string) => make(route53Kinds, cloud, 'AWS::WAFv2::WebACL', 'Acl', { Scope: scope });
  await expect(acl('CLOUDFRONT')).rejects.toThrow('must stand in us-east-1');
  expect((await acl('REGIONAL')).attributes.Arn).toMatch(/^arn:aws:wafv2:eu-west-2:111122223333:regional\/webacl\//);
});
