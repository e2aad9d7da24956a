import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { billAtRest, billTable, sumOf, UnknownPrice } from '../../lib/bill-at-rest.ts';
import { otherWayRound, publishableKey, rotating, withEverything, withStripe } from './stages.ts';
import { root, synthesize } from './synthesize.ts';

const bill = async (changes: object) => billAtRest((await synthesize(changes)).resources);

describe('a month in which nobody comes', () => {
  test.each([
    ['the example', {}],
    ['its opposite', otherWayRound],
    ['with cards', withStripe({ publishableKey })],
    ['with everything', withEverything],
    ['in the days of a rotation', rotating],
  ])('costs less than 20 dollars: %s', async (_, changes) => {
    const lines = await bill(changes);
    expect(sumOf(lines)).toBeLessThan(20);
    // It is not low because something is not seen.
    expect(sumOf(lines)).toBeGreaterThan(15);
    expect(lines.map(({ what }) => what)).toEqual(expect.arrayContaining(['firewall', 'alarms', 'health checks']));
  });

  test('costs a secret more in the days of a rotation', async () => {
    const [before, meanwhile] = [sumOf(await bill(withEverything)), sumOf(await bill(rotating))];
    expect(meanwhile).toBeCloseTo(before + 0.4);
    const docs = readFileSync(join(root, 'docs', 'deploy.md'), 'utf8');
    const [usual, dearest] = [before, meanwhile].map((dollars) => `$${dollars.toFixed(2)}`);
    expect(docs).toContain(`cards are taken it is ${usual}, and ${dearest} a month in the days of a rotation`);
  });

  test('is written in the docs as it is', async () => {
    const docs = readFileSync(join(root, 'docs', 'deploy.md'), 'utf8');
    expect(docs).toContain(billTable(await bill({})));
  });
});

describe('the bill', () => {
  const priced = (Type: string, Properties: object) => sumOf(billAtRest([{ id: 'One', Type, Properties }]));
  const stat = { MetricStat: {} };
  const judged = { Statement: { ManagedRuleGroupStatement: { Name: 'AWSManagedRulesBotControlRuleSet' } } };

  test.each([
    ['AWS::CloudWatch::Alarm', { MetricName: 'Errors' }, 0.1],
    ['AWS::CloudWatch::Alarm', { Metrics: [stat, stat, { Expression: 'a + b' }] }, 0.2],
    ['AWS::CloudWatch::Alarm', { Metrics: [{ Expression: 'SELECT SUM(a) FROM SCHEMA("n", d)' }] }, 0],
    ['AWS::WAFv2::WebACL', { Rules: [{}, {}] }, 7],
    ['AWS::WAFv2::WebACL', { Rules: [{}, judged] }, 17],
    ['AWS::Route53::HealthCheck', { HealthCheckConfig: { Type: 'HTTPS', RequestInterval: 10 } }, 2.5],
    ['AWS::Route53::HealthCheck', { HealthCheckConfig: { Type: 'HTTP' } }, 0.5],
    ['AWS::S3::Bucket', {}, 0],
    ['AWS::Synthetics::Canary', { Schedule: { Expression: 'rate(0 minutes)' } }, 0],
  ])('of %s with %j is %d', (type, properties, dollars) => {
    expect(priced(type, properties)).toBeCloseTo(dollars);
  });

  test.each([
    ['AWS::KMS::Key', {}],
    ['AWS::Events::Rule', { ScheduleExpression: 'rate(5 minutes)' }],
    ['AWS::Synthetics::Canary', { Schedule: { Expression: 'rate(5 minutes)' } }],
    ['AWS::Lambda::Alias', { ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 5 } }],
  ])('refuses what it has no price of: %s', (type, properties) => {
    expect(() => priced(type, properties)).toThrow(UnknownPrice);
  });
});
