import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { bootstrapVersion } from '../../preflight/account-checks.ts';
import { needsOf } from '../../preflight/needs.ts';
import { checks, type NamedOutcome, statusOf } from '../../preflight/preflight.ts';
import type { AskAccount } from '../../preflight/question.ts';
import { reportText } from '../../preflight/report.ts';
import { supportCase } from '../../preflight/support-case.ts';
import { assemblyOf } from '../lib/synthesize.ts';
import { but, found, ready, settingsOf } from './finding.ts';
import { recordedAccount } from './recorded.ts';

const root = join(import.meta.dirname, '..', '..');
const statesOf = (all: ReadonlyMap<string, NamedOutcome>) =>
  Object.fromEntries([...all].map(([check, { state }]) => [check, state]));

test('an account that is ready has a line of each check, and status 0', async () => {
  const all = await found(ready);
  expect(new Set(Object.values(statesOf(all)))).toEqual(new Set(['ready']));
  expect([...all.keys()]).toEqual(checks.map(({ name }) => name));
  expect(statusOf([...all.values()])).toBe(0);
});

test('a fresh account is told of each thing that it lacks, with what to do', async () => {
  const all = await found(recordedAccount('fresh'));
  expect(statesOf(all)).toEqual({
    account: 'ready',
    clock: 'ready',
    bootstrap: 'todo',
    'public-access': 'todo',
    cloudfront: 'unknown',
    lambda: 'todo',
    'api-gateway': 'todo',
    dynamodb: 'ready',
    'hosted-zone': 'todo',
    'zone-recovery': 'unknown',
    mail: 'todo',
    fallback: 'todo',
    'warm-tables': 'unknown',
    certificate: 'unknown',
    secrets: 'unknown',
    'stripe-keys': 'unknown',
    'alarm-mail': 'todo',
  });
  for (const { state, todo } of all.values()) expect(todo !== undefined).toBe(state !== 'ready');
  expect(all.get('bootstrap')?.todo).toContain('/eu-west-2 aws://<account>/eu-west-1 aws://<account>/us-east-1');
  expect(all.get('lambda')?.says).toContain('10 instances');
  expect(all.get('mail')?.says).toContain('sandbox');
  expect(statusOf([...all.values()])).toBe(1);
});

test('a region that the account does not know is said to be that', async () => {
  const all = await found(recordedAccount('fresh', 'ready', 'wrong-region'));
  expect(all.get('account')).toMatchObject({ state: 'todo', todo: expect.stringContaining('switched on') });
  expect(all.get('bootstrap')).toMatchObject({ state: 'todo', says: expect.stringContaining('eu-west-2') });
  for (const check of ['lambda', 'api-gateway', 'dynamodb', 'mail', 'secrets', 'alarm-mail']) {
    expect([check, all.get(check)?.state]).toEqual([check, 'unknown']);
  }
});

/** A secret of the ready account, otherwise described. */
const about =
  (name: string, described: object): AskAccount =>
  async (question) =>
    question.operation === 'DescribeSecret' && `${question.input?.SecretId}`.endsWith(`:${name}`)
      ? { ok: true, value: { VersionIdsToStages: { a: ['AWSCURRENT'] }, ...described } }
      : ready(question);

describe('each check finds', () => {
  test.each<[string, string, AskAccount, object?]>([
    ['account', 'only', but('sts', 'GetCallerIdentity', { Account: '999999999999' }), { account: '123456789012' }],
    ['clock', '90', but('sts', 'Date', { date: 'Sat, 27 Feb 2027 09:01:31 GMT' })],
    ['bootstrap', 'us-east-1', but('cloudformation', 'DescribeStacks', { Stacks: [] }, 'us-east-1')],
    ['lambda', 'refused', but('lambda', 'GetAccountSettings', { AccountLimit: { ConcurrentExecutions: 10 } })],
    ['api-gateway', '1,000 joins a second', but('api-quotas', 'GetServiceQuota', { Quota: { Value: 2500 } })],
    [
      'dynamodb',
      '10,000',
      but('dynamodb', 'DescribeLimits', { TableMaxReadCapacityUnits: 40000, TableMaxWriteCapacityUnits: 10000 }),
      { audienceSize: 40_000 },
    ],
    ['hosted-zone', 'other.org', but('route-53', 'GetHostedZone', { HostedZone: { Name: 'other.org.' } })],
    ['hosted-zone', 'ns.registrar.org', but('dns', 'Ns', ['ns.registrar.org'])],
    [
      'zone-recovery',
      'is DISABLED',
      but('route-53', 'GetHostedZone', { HostedZone: { Name: 'stampede.example.org.' } }),
    ],
    ['mail', 'not verified', but('ses', 'GetEmailIdentity', { VerifiedForSendingStatus: false })],
    ['mail', 'stopped', but('ses', 'GetAccount', { SendingEnabled: false })],
    [
      'warm-tables',
      'LinesTable',
      but('dynamodb', 'DescribeTable', {
        Table: { WarmThroughput: { ReadUnitsPerSecond: 1, WriteUnitsPerSecond: 1, Status: 'ACTIVE' } },
      }),
    ],
    [
      'warm-tables',
      'LinesTable is being changed',
      but('dynamodb', 'DescribeTable', { Table: { TableStatus: 'UPDATING' } }),
    ],
    [
      'warm-tables',
      'LinesTable lacks it in byTime',
      but('dynamodb', 'DescribeTable', {
        Table: {
          WarmThroughput: { ReadUnitsPerSecond: 40_000, WriteUnitsPerSecond: 40_000, Status: 'ACTIVE' },
          GlobalSecondaryIndexes: [{ IndexName: 'byTime', IndexStatus: 'ACTIVE' }],
        },
      }),
      { audienceSize: 40_000 },
    ],
    [
      'certificate',
      'PENDING',
      but('acm', 'ListCertificates', {
        CertificateSummaryList: [{ DomainName: 'tickets.stampede.example.org', Status: 'PENDING_VALIDATION' }],
      }),
    ],
    [
      'certificate',
      '4 days',
      but('acm', 'ListCertificates', {
        CertificateSummaryList: [
          { DomainName: 'tickets.stampede.example.org', Status: 'ISSUED', NotAfter: '2027-03-04T00:00:00Z' },
        ],
      }),
    ],
    ['mail', 'looks into', but('ses', 'GetAccount', { SendingEnabled: true, EnforcementStatus: 'PROBATION' })],
    [
      'mail',
      '40,000 are left',
      but('ses', 'GetAccount', {
        SendingEnabled: true,
        ProductionAccessEnabled: true,
        SendQuota: { Max24HourSend: 100_000, MaxSendRate: 50, SentLast24Hours: 60_000 },
      }),
      { audienceSize: 40_000 },
    ],
    ['secrets', 'WaitingRoom’s PassKeysRingSecret is to be deleted', about('Pass', { DeletedDate: '2027-03-04' })],
    ['secrets', 'Foundation’s OriginSecretsSecretaSecret has no value', about('Origin', { VersionIdsToStages: {} })],
    [
      'secrets',
      'WaitingRoom’s PassKeysRingSecret holds no ring of keys; WaitingRoom’s VoucherKeysSecret',
      but('secrets-manager', 'FormOfSecret', { isRight: false }),
    ],
    ['stripe-keys', 'not the form', but('secrets-manager', 'FormOfSecret', { isRight: false })],
    ['fallback', '404', but('fallback', 'Get', { status: 404, tookMs: 90 })],
    ['fallback', 'CERT_HAS_EXPIRED', but('fallback', 'Get', { fault: 'CERT_HAS_EXPIRED', tookMs: 90 })],
    ['stripe-keys', 'form', but('secrets-manager', 'DescribeSecret', { VersionIdsToStages: { a: ['AWSCURRENT'] } })],
    [
      'alarm-mail',
      'us-east-1',
      but(
        'sns',
        'ListSubscriptions',
        {
          Subscriptions: [
            {
              Endpoint: 'ops@example.org',
              SubscriptionArn: 'PendingConfirmation',
              TopicArn: 'arn:aws:sns:us-east-1:1:Stampede-example-EdgeWatch',
            },
          ],
        },
        'us-east-1',
      ),
    ],
  ])('%s: %s', async (check, says, ask, changes = {}) => {
    const one = (await found(ask, changes)).get(check);
    expect(one).toMatchObject({ state: 'todo', says: expect.stringContaining(says) });
    expect(one?.todo?.length).toBeGreaterThan(10);
  });

  test('nothing, where AWS refuses to answer: it says who may ask', async () => {
    const all = await found(async () => ({ ok: false, fault: 'AccessDenied', says: 'not authorized' }));
    for (const [check, { state }] of all) {
      const asksTheInternet = check === 'hosted-zone' && state === 'todo';
      expect([check, asksTheInternet || state === 'unknown' || check === 'alarm-mail']).toEqual([check, true]);
    }
  });
});

test('a fallback that cannot be reached from here may be reached by fans: the stage itself says so', async () => {
  const one = (await found(but('fallback', 'Get', { fault: 'TimeoutError', tookMs: 10_000 }))).get('fallback');
  expect(one).toMatchObject({ state: 'unknown', unasked: true });
});

test('no finding has an address of a person', async () => {
  for (const account of [ready, recordedAccount('fresh')])
    for (const { says } of (await found(account)).values()) expect(says).not.toMatch(/\S@\S/);
});

test('a table need not be warmer than the account may have it: another check asks for more', async () => {
  const cold = but('dynamodb', 'DescribeTable', {
    Table: { WarmThroughput: { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 12_000, Status: 'ACTIVE' } },
  });
  const settings = { audienceSize: 40_000, quotas: { tableUnitsPerSecond: 12_000 } };
  expect((await found(cold, settings)).get('warm-tables')?.state).toBe('ready');
  expect((await found(cold, { audienceSize: 40_000 })).get('warm-tables')?.state).toBe('todo');
});

test('nothing is asked twice', async () => {
  const asked: string[] = [];
  await found(async (question) => {
    asked.push(JSON.stringify(question));
    return ready(question);
  });
  expect(asked.length).toBeGreaterThan(15);
  expect(new Set(asked).size).toBe(asked.length);
});

test('what does not concern a stage is not asked', async () => {
  const all = await found(ready, { mail: undefined, payment: { methods: ['box-office'] } });
  expect(all.has('mail')).toBe(false);
  expect(all.has('stripe-keys')).toBe(false);
});

test('the case for support has date, regions and peak', () => {
  const settings = settingsOf({ audienceSize: 40_000, account: '123456789012' });
  const text = supportCase(settings, needsOf(settings), Date.parse('2027-03-06T09:00:00Z'));
  for (const part of [
    '2027-03-06T09:00Z',
    '123456789012',
    'eu-west-2, eu-west-1, us-east-1',
    '40,000 people',
    'LinesTable',
    '20,000 requests (10,000 joins, and a challenge before each), 25,000 a second allowed',
  ])
    expect(text).toContain(part);
  expect(supportCase(settings, needsOf(settings), undefined)).toContain('<date and time of the doors, UTC>');
});

test('the report has a line of each check, and what to do under it', async () => {
  const all = [...(await found(recordedAccount('fresh'))).values()];
  const text = reportText(all, 'Subject: x');
  for (const { says, todo } of all) for (const part of [says, todo ?? says]) expect(text).toContain(part);
  expect(text).toContain(`${all.filter(({ state }) => state !== 'ready').length} of ${all.length} are not ready.`);
});

test('the bootstrap stack that is asked for is that of the templates', async () => {
  const manifest = readFileSync(join(await assemblyOf({}), 'manifest.json'), 'utf8');
  const asked = [...manifest.matchAll(/"requiresBootstrapStackVersion": *(\d+)/g)].map(([, version]) =>
    Number(version),
  );
  expect(Math.max(...asked)).toBe(bootstrapVersion);
});

test('the same table is in the docs', () => {
  const docs = readFileSync(join(root, 'docs', 'deploy.md'), 'utf8');
  for (const { name, looksAt, ifNot } of checks) expect(docs).toContain(`| \`${name}\` | ${looksAt} | ${ifNot} |`);
});
