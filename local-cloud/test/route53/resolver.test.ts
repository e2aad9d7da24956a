import { expect, test } from '@jest/globals';
import type { Reply, ResourceRecord } from '../../route53/answers.ts';
import { endOf, keptSeconds, resolverOf } from '../../route53/resolver.ts';

const cname = (ttl: number, value = 'd1.cloudfront.net'): ResourceRecord => ({
  ...{ name: 'tickets.example.org', type: 'CNAME', ttl, value },
});
const reply = (more: Partial<Reply>): Reply => ({
  ...{ code: 'NOERROR', isAuthoritative: true, answers: [], authority: [], ...more },
});
const soa: ResourceRecord = {
  name: 'example.org',
  type: 'SOA',
  ttl: 900,
  value: 'ns. admin. 1 7200 900 1209600 86400',
};

test('an answer is kept for the least of its times, and nothing for as long as its zone says', () => {
  expect(keptSeconds(reply({ answers: [cname(60), cname(5)] }))).toBe(5);
  expect(keptSeconds(reply({ code: 'NXDOMAIN', authority: [soa] }))).toBe(900);
  expect(keptSeconds(reply({ authority: [{ ...soa, value: 'ns. admin. 1 7200 900 1209600 30' }] }))).toBe(30);
  expect(keptSeconds(reply({ code: 'REFUSED' }))).toBe(0);
});

test('a resolver asks again once its answer is too old, and not before, whatever case it is asked in', async () => {
  let asked = 0;
  const resolver = resolverOf(async () => reply({ answers: [cname(60, `d${++asked}.cloudfront.net`)] }));
  const at = async (now: number, name = 'tickets.example.org', type = 'A') =>
    endOf(name, await resolver.resolve({ name, type }, now));
  expect(await at(0)).toBe('d1.cloudfront.net');
  expect(await at(59_999, 'TICKETS.example.org')).toBe('d1.cloudfront.net');
  expect(await at(59_999, 'tickets.example.org', 'AAAA')).toBe('d2.cloudfront.net');
  expect(await at(60_000)).toBe('d3.cloudfront.net');
});

test('a chain ends at its last name', () => {
  const address: ResourceRecord = { name: 'd1.cloudfront.net', type: 'A', ttl: 60, value: '127.0.0.1' };
  expect(endOf('Tickets.example.org', reply({ answers: [cname(60), address] }))).toBe('d1.cloudfront.net');
  expect(endOf('Live.example.org', reply({ answers: [address] }))).toBe('live.example.org');
});
