import { describe, expect, test } from '@jest/globals';
import { answerTo, type World } from '../../route53/answers.ts';
import type { NameRecord } from '../../route53/records.ts';
import { zonesOf } from '../../route53/zones.ts';

const zone = 'Z1';
const pair: readonly NameRecord[] = [
  {
    ...{ zone, name: 'tickets.example.org', type: 'CNAME', ttl: 60, targets: ['d1.cloudfront.net'] },
    ...{ failover: 'PRIMARY', healthCheckId: 'switch' },
  },
  {
    ...{ zone, name: 'tickets.example.org', type: 'CNAME', ttl: 60, targets: ['Old.Example.NET.'] },
    failover: 'SECONDARY',
  },
];
const others: readonly NameRecord[] = [
  { zone, name: 'live.tickets.example.org', type: 'A', targets: ['d2.cloudfront.net'] },
  { zone, name: 'live.tickets.example.org', type: 'AAAA', targets: ['d2.cloudfront.net'] },
  { zone, name: 'a._domainkey.example.org', type: 'CNAME', ttl: 1800, targets: ['a.dkim.amazonses.com'] },
  { zone, name: 'example.org', type: 'TXT', ttl: 300, targets: ['"v=spf1 -all"'] },
];

const world = (healthy: boolean, records = [...pair, ...others]): World => ({
  zones: zonesOf(records, new Map()),
  isHealthy: () => healthy,
  isHere: (name) => /^d\d\.cloudfront\.net$|^old\.example\.net$/.test(name),
});
const ask = (name: string, type: string, from = world(true)) => {
  const { code, answers } = answerTo({ name, type }, from);
  return [code, ...answers.map((one) => `${one.name} ${one.ttl} ${one.type} ${one.value}`)];
};

describe('a failover pair', () => {
  test.each([
    ['leads to the primary one while its check is healthy', true, 'd1.cloudfront.net'],
    ['leads to the secondary one otherwise', false, 'Old.Example.NET.'],
  ])('%s', (_name, healthy, target) => {
    expect(ask('Tickets.Example.org.', 'A', world(healthy))).toEqual([
      'NOERROR',
      `tickets.example.org 60 CNAME ${target}`,
      `${target.toLowerCase().replace(/\.$/, '')} 60 A 127.0.0.1`,
    ]);
    expect(ask('tickets.example.org', 'CNAME', world(healthy))).toEqual([
      'NOERROR',
      `tickets.example.org 60 CNAME ${target}`,
    ]);
  });

  test('leads to the primary one when neither is well', () => {
    const [first, second] = pair as readonly [NameRecord, NameRecord];
    const both = world(false, [first, { ...second, healthCheckId: 'other' }]);
    expect(ask('tickets.example.org', 'CNAME', both)[1]).toContain('d1.cloudfront.net');
  });

  test('has one answer, whatever is asked of it', () => {
    for (const type of ['A', 'AAAA', 'TXT', 'CNAME'])
      expect(ask('tickets.example.org', type).filter((line) => /CNAME/.test(line))).toHaveLength(1);
  });
});

describe('a zone', () => {
  test('has the values of an alias under its own name', () => {
    expect(ask('live.tickets.example.org', 'A')).toEqual(['NOERROR', 'live.tickets.example.org 60 A 127.0.0.1']);
  });

  test.each([
    ['of another type', 'live.tickets.example.org', 'TXT', 'NOERROR'],
    ['of an alias to what listens on no IPv6', 'live.tickets.example.org', 'AAAA', 'NOERROR'],
    ['of a name with others below it', '_domainkey.example.org', 'A', 'NOERROR'],
    ['of a name that is not there', 'nothing.example.org', 'A', 'NXDOMAIN'],
    ['of a type that nobody knows', 'tickets.example.org.example.org', 'TYPE64', 'NXDOMAIN'],
  ])('answers that there is nothing %s, with its SOA', (_name, name, type, code) => {
    const reply = answerTo({ name, type }, world(true));
    expect(reply).toMatchObject({ code, isAuthoritative: true, answers: [] });
    expect(reply.authority).toEqual([expect.objectContaining({ name: 'example.org', type: 'SOA', ttl: 900 })]);
  });

  test('answers for its apex', () => {
    expect(ask('example.org', 'SOA')[1]).toMatch(/^example\.org 900 SOA ns-1\./);
    expect(ask('example.org', 'NS')).toHaveLength(5);
    expect(ask('example.org', 'TXT')).toEqual(['NOERROR', 'example.org 300 TXT "v=spf1 -all"']);
  });

  test('stops at a name of somebody else, and refuses to be asked for one', () => {
    expect(ask('a._domainkey.example.org', 'A')).toEqual([
      'NOERROR',
      'a._domainkey.example.org 1800 CNAME a.dkim.amazonses.com',
    ]);
    expect(ask('example.com', 'A')).toEqual(['REFUSED']);
    expect(ask('anexample.org', 'A')).toEqual(['REFUSED']);
  });

  test('aliases that lead to themselves, or round in a circle, have nothing', () => {
    const alias = (name: string, to: string): NameRecord => ({ zone, name, type: 'A', targets: [to] });
    const ones = [alias('a.example.org', 'a.example.org'), alias('b.example.org', 'c.example.org')];
    const round = world(true, [...ones, alias('c.example.org', 'b.example.org')]);
    for (const name of ['a', 'b', 'c']) expect(ask(`${name}.example.org`, 'A', round)).toEqual(['NOERROR']);
  });

  test('names that go round in a circle end', () => {
    const round = (name: string, to: string): NameRecord => ({ zone, name, type: 'CNAME', ttl: 5, targets: [to] });
    const circle = world(true, [round('a.example.org', 'b.example.org'), round('b.example.org', 'a.example.org')]);
    expect(ask('a.example.org', 'A', circle)).toHaveLength(9);
  });
});

describe('the apex of a zone that templates only name by its id', () => {
  const apexOf = (...names: readonly string[]) =>
    zonesOf(
      names.map((name) => ({ zone, name, type: 'CNAME', ttl: 1, targets: ['x'] })),
      new Map(),
    ).map(({ apex }) => apex);

  test.each([
    ['what all names end with', ['tickets.example.org', 'x._domainkey.example.org'], 'example.org'],
    ['above the one name', ['tickets.example.org'], 'example.org'],
    [
      'above the name of a CNAME that others lie below',
      ['tickets.example.org', 'live.tickets.example.org'],
      'example.org',
    ],
    ['not in the middle of a label', ['a.on-example.org', 'a.example.org'], 'org'],
  ])('is %s', (_name, names, apex) => expect(apexOf(...names)).toEqual([apex]));

  test('is the name that the templates give it, where they make it', () => {
    const records: readonly NameRecord[] = [{ zone, name: 'a.b.example.org', type: 'CNAME', ttl: 1, targets: ['x'] }];
    expect(zonesOf(records, new Map([[zone, 'example.org']]))[0]?.apex).toBe('example.org');
    expect(zonesOf([{ ...(records[0] as NameRecord), zone: 'b.example.org' }], new Map())[0]?.apex).toBe(
      'b.example.org',
    );
  });
});
