import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { handlers } from '../../../contracts/handlers.ts';
import { otherWayRound } from '../stages.ts';
import { type Resource, root, type Synthesized, synthesize } from '../synthesize.ts';

let platform: Synthesized;
beforeAll(async () => {
  platform = await synthesize(otherWayRound);
});

const all = (type: string): readonly Resource[] => platform.resources.filter(({ Type }) => Type === type);
const alarms = () => all('AWS::CloudWatch::Alarm');
const runbookOf = ({ Properties }: Resource) =>
  /^(?:wake|look): .+\. Runbook: docs\/runbooks\/([a-z-]+)\.md$/.exec(Properties.AlarmDescription)?.[1];

describe('alarms', () => {
  test('each name a runbook that is there, and every runbook has its alarm', () => {
    const named = new Set(alarms().map(runbookOf));
    const written = readdirSync(join(root, 'docs', 'runbooks')).map((file) => file.replace(/\.md$/, ''));
    expect([...named].sort()).toEqual(written.sort());
  });

  test('reach somebody', () => {
    const topics = all('AWS::SNS::Topic').map(({ id }) => id);
    // In the home region, and where CloudFront's metrics are.
    expect(topics).toHaveLength(2);
    const told = [...alarms(), ...all('AWS::CloudWatch::CompositeAlarm')].filter(
      ({ Properties }) => Properties.AlarmActions,
    );
    for (const { Properties } of told) {
      expect(topics.some((topic) => JSON.stringify(Properties.AlarmActions).includes(topic))).toBe(true);
    }
    const subscriptions = all('AWS::SNS::Subscription').map(({ Properties }) => Properties);
    expect(subscriptions.map(({ Protocol, Endpoint }) => [Protocol, Endpoint])).toEqual([
      ['email', 'ops@example.org'],
      ['email', 'ops@example.org'],
    ]);
  });

  test('may be published by CloudWatch, over TLS only', () => {
    const services = all('AWS::SNS::TopicPolicy').map(({ Properties }) => {
      const statements = Properties.PolicyDocument.Statement;
      expect(statements).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ Effect: 'Allow', Action: 'sns:Publish' }),
          expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      );
      return statements.find(({ Effect }: { readonly Effect: string }) => Effect === 'Allow').Principal.Service;
    });
    expect(services.sort()).toEqual([
      ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com'],
      'cloudwatch.amazonaws.com',
    ]);
  });

  test('watch every handler that no operator waits for, and every table, queue and dead letter', () => {
    const watched = (runbook: string) => alarms().filter((alarm) => runbookOf(alarm) === runbook).length;
    const unattended = Object.values(handlers).filter((handler) => !('by' in handler) || handler.by !== 'operator');
    expect(watched('handler-failing')).toBe(unattended.length);
    expect(watched('table-throttled')).toBe(all('AWS::DynamoDB::GlobalTable').length);
    expect(watched('dead-letters') * 2).toBe(all('AWS::SQS::Queue').length);
    expect([watched('asks-waiting'), watched('outcomes-waiting'), watched('api-failing')]).toEqual([1, 1, 1]);
  });

  test('take silence for failure of whatever runs every minute, and of nothing else', () => {
    const silent = alarms().filter(({ Properties }) => Properties.TreatMissingData === 'breaching');
    expect(silent.map(runbookOf).sort()).toEqual([
      'acts-not-followed',
      'line-stands-still',
      'orders-not-tended',
      'pass-keys-not-kept',
      'stock-not-counted',
    ]);
    for (const { Properties } of silent) {
      expect(Properties).toMatchObject({
        MetricName: 'Invocations',
        Threshold: 1,
        ComparisonOperator: 'LessThanThreshold',
        EvaluationPeriods: 3,
        Period: 60,
      });
    }
  });
});

test('every runbook says what it means, what to look at and what to do', () => {
  for (const file of readdirSync(join(root, 'docs', 'runbooks'))) {
    const text = readFileSync(join(root, 'docs', 'runbooks', file), 'utf8');
    expect([file, text.match(/^(\*\*(Means|Look at|Do)\b|# )/gm)?.length]).toEqual([file, 4]);
  }
});
