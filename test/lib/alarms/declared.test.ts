import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { handlers } from '../../../contracts/handlers.ts';
import type { ChaosKind } from '../../../rehearsal/chaos/chaos-kind.ts';
import { risksOf } from '../../../rules/run-up/risk-file.ts';
import { chaosKinds } from '../../../simulation/chaos-kinds.ts';
import { otherWayRound } from '../stages.ts';
import { type Resource, root, type Synthesized, synthesize } from '../synthesize.ts';

let platform: Synthesized;
beforeAll(async () => {
  platform = await synthesize(otherWayRound);
});

const all = (type: string): readonly Resource[] => platform.resources.filter(({ Type }) => Type === type);
const alarms = () => all('AWS::CloudWatch::Alarm');
/** Those of alarms; those of a register’s risks stand in a folder of their own. */
const runbooks = () => readdirSync(join(root, 'docs', 'runbooks')).filter((file) => file.endsWith('.md'));
const runbookOf = ({ Properties }: Resource) =>
  /^(?:wake|look): .+\. Runbook: docs\/runbooks\/([a-z-]+)\.md$/.exec(Properties.AlarmDescription)?.[1];

describe('alarms', () => {
  test('each name a runbook that is there, and every runbook has its alarm', () => {
    const named = new Set(alarms().map(runbookOf));
    const written = runbooks().map((file) => file.replace(/\.md$/, ''));
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
      'readings-old',
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

test('every alarm that a fault of `npm run chaos` must ring is raised, and one of them names its runbook', () => {
  const kinds = Object.entries(chaosKinds as Readonly<Record<string, ChaosKind>>).filter(
    ([, { rings }]) => rings.length > 0,
  );
  for (const [id, { rings, runbook }] of kinds) {
    const raised = rings.map((end) => alarms().filter(({ Properties }) => Properties.AlarmName.endsWith(`-${end}`)));
    expect([id, ...raised.map((found) => found.length)]).toEqual([id, ...rings.map(() => 1)]);
    expect([id, raised.flat().map(runbookOf)]).toEqual([id, expect.arrayContaining([runbook])]);
  }
});

describe('the risks of a real house', () => {
  const risksIn = (name: string) => {
    const read = risksOf(readFileSync(join(root, 'examples', name)));
    if (!read.ok) throw new Error(read.faults.join('\n'));
    return read.rows;
  };
  const answered = risksIn('risk-register-answered.csv');

  test('are all answered for this platform, and rated as the house rates them', () => {
    const asIs = ({ risk, area, severity, chance }: (typeof answered)[number]) => ({ risk, area, severity, chance });
    expect(answered.map(asIs)).toEqual(risksIn('risk-register.csv').map(asIs));
    for (const { here, mitigate, action, owner, lever } of answered)
      expect([here, mitigate, action, owner, lever].filter((said) => said === '')).toEqual([]);
  });

  test('each have an alarm that is raised, and a runbook that is there; no runbook is of no risk', () => {
    const raised = alarms().map(({ Properties }) => Properties.AlarmName as string);
    for (const { alarm } of answered) expect(raised.filter((name) => name.endsWith(`-${alarm}`))).toHaveLength(1);
    const named = answered.map(({ runbook }) => runbook);
    const written = readdirSync(join(root, 'docs', 'runbooks', 'risks')).map((file) => `risks/${file.slice(0, -3)}`);
    expect(named.filter((runbook) => runbook.startsWith('risks/')).sort()).toEqual(written.sort());
    const others = named.filter((runbook) => !runbook.startsWith('risks/'));
    expect(others.filter((runbook) => !runbooks().includes(`${runbook}.md`))).toEqual([]);
  });

  test('a runbook of a risk names the alarm that rings', () => {
    for (const { runbook, alarm } of answered)
      expect([runbook, readFileSync(join(root, 'docs', 'runbooks', `${runbook}.md`), 'utf8').includes(alarm)]).toEqual([
        runbook,
        true,
      ]);
  });
});

test('every runbook says what it means, what to look at and what to do', () => {
  const risks = readdirSync(join(root, 'docs', 'runbooks', 'risks'));
  for (const file of [...runbooks(), ...risks.map((risk) => `risks/${risk}`)]) {
    const text = readFileSync(join(root, 'docs', 'runbooks', file), 'utf8');
    expect([file, text.match(/^(\*\*(Means|Look at|Do)\b|# )/gm)?.length]).toEqual([file, 4]);
  }
});
