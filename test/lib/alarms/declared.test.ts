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
    for (const { Properties } of alarms()) {
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

  test('watch the routes, whatever runs every minute, and every table, queue and dead letter', () => {
    const watched = (runbook: string) => alarms().filter((alarm) => runbookOf(alarm) === runbook).length;
    expect(watched('table-throttled')).toBe(all('AWS::DynamoDB::GlobalTable').length);
    expect(watched('dead-letters') * 2).toBe(all('AWS::SQS::Queue').length);
    for (const runbook of ['asks-waiting', 'outcomes-waiting', 'mails-waiting', 'api-failing', 'route-failing']) {
      expect([runbook, watched(runbook)]).toEqual([runbook, 1]);
    }
  });

  test('take silence for failure of whatever runs every minute, and of nothing else', () => {
    const silent = alarms().filter(({ Properties }) => Properties.TreatMissingData === 'breaching');
    expect(silent.length).toBe(
      Object.values(handlers).filter((handler) => 'by' in handler && handler.by === 'schedule').length,
    );
    expect(silent.map(runbookOf).sort()).toEqual([
      'acts-not-followed',
      'line-stands-still',
      'orders-not-tended',
      'pass-keys-not-kept',
      'stock-not-counted',
    ]);
    for (const { Properties } of silent) {
      expect(Properties).toMatchObject({
        Threshold: 1,
        ComparisonOperator: 'LessThanThreshold',
        EvaluationPeriods: 3,
      });
      expect(Properties.Metrics[0].Expression).toBe('1 - failed');
    }
  });
});

test('every runbook says what it means, what to look at and what to do', () => {
  for (const file of readdirSync(join(root, 'docs', 'runbooks'))) {
    const text = readFileSync(join(root, 'docs', 'runbooks', file), 'utf8');
    expect([file, text.match(/^(\*\*(Means|Look at|Do)\b|# )/gm)?.length]).toEqual([file, 4]);
  }
});
