import { CloudWatchClient, DescribeAlarmHistoryCommand, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FoundCloud, localCredentials, operate } from '../cloud.gateway.ts';
import type { ChaosAct } from './chaos-kind.ts';
import type { ChaosHands } from './chaos-morning.ts';
import type { Rung } from './verdict.ts';

/* The hands that bring chaos over a local cloud, and its alarms. */

/** A message that no release knows. */
const poison = { v: 0, poison: true };
const poisoned = 'HouseOutcomesQueue';

/** Turns the failover switch, as two people do. */
export type TurnSwitch = (to: 'fallback' | 'primary') => Promise<void>;

const acts = (cloud: FoundCloud, turn: TurnSwitch): Readonly<Record<ChaosAct, () => Promise<void>>> => ({
  'send-away': () => turn('fallback'),
  'rotate-pass-keys': async () => {
    await operate(cloud, 'KeepPassKeysFunction', { act: 'rotate' });
  },
  poison: async () => {
    const client = new SQSClient({ ...localCredentials, endpoint: `${cloud.endpoints.SQS}` });
    const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
    const QueueUrl = QueueUrls.find((url) => url.includes(poisoned));
    if (QueueUrl === undefined) throw new Error(`The running cloud has no queue ${poisoned}`);
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(poison) }));
    client.destroy();
  },
});

export const chaosHands = (cloud: FoundCloud, turn: TurnSwitch): ChaosHands => ({
  putFaults: async ({ kinds }, ms) => {
    const faults = kinds.flatMap((kind) =>
      kind.faults.map((fault) => ({ ...fault, ms: Math.min(ms, kind.lasts * 1000) })),
    );
    const answer = await fetch(new URL('/faults.json', cloud.endpoints.LAMBDA), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
    });
    if (!answer.ok) throw new Error(`The faults do not begin: ${await answer.text()}`);
  },
  turnPerMinute: async (onSale, perMinute) => {
    const reason = 'a rehearsal with faults';
    await operate(cloud, 'TurnDialsFunction', { onSale, dials: { perMinute }, reason });
  },
  act: (hand) => acts(cloud, turn)[hand](),
  undo: async (hand, onSale) => {
    if (hand !== 'send-away') return;
    await turn('primary');
    // Lines that come back are paused: staff resume each, and take its message down.
    const dials = { paused: false, prepared: 'nothing' };
    await operate(cloud, 'TurnDialsFunction', { onSale, dials, reason: 'everybody is back' });
  },
});

/** The alarms that went to ALARM since then, by the local cloud's own looking at their definitions. */
export async function readRung(cloud: FoundCloud, since: number): Promise<readonly Rung[]> {
  const client = new CloudWatchClient({ ...localCredentials, endpoint: `${cloud.endpoints.CLOUDWATCH}` });
  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({}));
  if (MetricAlarms.length === 0) throw new Error('The running cloud has no alarms');
  const { AlarmHistoryItems = [] } = await client.send(
    new DescribeAlarmHistoryCommand({ StartDate: new Date(since), EndDate: new Date(Date.now() + 60_000) }),
  );
  client.destroy();
  const changes = AlarmHistoryItems.map(({ AlarmName = '', Timestamp, HistorySummary = '' }) => ({
    alarm: AlarmName,
    at: Timestamp?.getTime() ?? 0,
    summary: HistorySummary,
  })).sort((one, other) => one.at - other.at);
  return changes.flatMap(({ alarm, at, summary }) => {
    if (!summary.endsWith('to ALARM')) return [];
    const next = changes.find((one) => one.alarm === alarm && one.at > at);
    return [{ alarm, at, silentAt: next?.at }];
  });
}
