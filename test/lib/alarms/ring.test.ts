import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type AlarmProperties, type AlarmState, stateOf } from '../../../local-cloud/cloudwatch/alarm.ts';
import { MetricData } from '../../../local-cloud/cloudwatch/metric-data.ts';
import { otherWayRound } from '../stages.ts';
import { type Resource, root, synthesize } from '../synthesize.ts';
import type { Points } from './emission.ts';
import { countsOf, failuresOf } from './failures.ts';

let resources: readonly Resource[];
beforeAll(async () => {
  ({ resources } = await synthesize(otherWayRound));
});

const alarms = () => resources.filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
const nameOf = ({ Properties }: Resource): string => Properties.AlarmName;

/** The states of an alarm, minute by minute. */
function statesOf(alarm: AlarmProperties, minutes: readonly Points[]): readonly AlarmState[] {
  const data = new MetricData();
  let state: AlarmState = 'INSUFFICIENT_DATA';
  return minutes.map((points, minute) => {
    for (const [metric, value] of points) data.add(metric, minute, value);
    state = stateOf(alarm, data, minute, state);
    return state;
  });
}

const times = (count: number, points: Points): readonly Points[] => Array.from({ length: count }, () => points);

/** Of each minute that one data point takes together. */
const periodOf = ({ Period, Metrics }: AlarmProperties): number =>
  (Period ?? Metrics?.find(({ MetricStat }) => MetricStat)?.MetricStat?.Period ?? 60) / 60;

describe('every alarm', () => {
  test('rings in each failure that it is for, and falls silent after it, whether fans are there or not', () => {
    expect(alarms().length).toBeGreaterThan(25);
    for (const alarm of alarms()) {
      const declared = alarm.Properties as AlarmProperties;
      const span = declared.EvaluationPeriods * periodOf(declared);
      for (const { of, emits, well } of failuresOf({ resources, alarm })) {
        const isForSilence = declared.TreatMissingData === 'breaching';
        for (const after of isForSilence ? [well] : [well, []]) {
          const quiet = span + 10;
          // Two data points further back may be looked at, and no alarm may ring much longer than that.
          const failing = span + 2 * periodOf(declared);
          const still = span + 3 * periodOf(declared);
          const states = statesOf(declared, [...times(quiet, well), ...times(failing, emits), ...times(still, after)]);
          const at = (minute: number) => [nameOf(alarm), of, states[minute]];
          expect(at(quiet - 1)).toEqual([nameOf(alarm), of, 'OK']);
          expect(at(quiet + failing - 1)).toEqual([nameOf(alarm), of, 'ALARM']);
          expect(at(states.length - 1)).toEqual([nameOf(alarm), of, 'OK']);
        }
      }
    }
  });

  test('that counts a handler’s own metric names one that handlers of that room count', () => {
    const told = globSync('lambdas/**/*.ts', { cwd: root }).map((file) => ({
      room: file.split('/')[1] as string,
      text: readFileSync(join(root, file), 'utf8'),
    }));
    const counted = alarms().flatMap(countsOf);
    expect(counted.length).toBeGreaterThan(6);
    for (const { service, name } of counted) {
      const rooms = told.filter(({ text }) => text.includes(`'${name}'`)).map(({ room }) => room);
      const isCounted = rooms.includes('foundation') || (service !== undefined && rooms.includes(service));
      expect([name, isCounted]).toEqual([name, true]);
    }
  });

  test('has a name of its own, and tells somebody', () => {
    const names = alarms().map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    for (const { Properties } of alarms()) {
      expect([Properties.AlarmName, Properties.AlarmActions?.length]).toEqual([Properties.AlarmName, 1]);
    }
  });
});

describe('the same checks find', () => {
  const table = { TableName: { Ref: 'T' } };
  const dimensions = [{ Name: 'TableName', Value: table.TableName }];
  const throttles = (MetricName: string) => ({
    Metric: { Namespace: 'AWS/DynamoDB', MetricName, Dimensions: dimensions },
  });
  const alarm = (Expression: string): AlarmProperties => ({
    Threshold: 0,
    ComparisonOperator: 'GreaterThanThreshold',
    EvaluationPeriods: 2,
    TreatMissingData: 'notBreaching',
    Metrics: [
      { Id: 'all', Expression },
      { Id: 'reads', ReturnData: false, MetricStat: { ...throttles('ReadThrottleEvents'), Stat: 'Sum', Period: 60 } },
      { Id: 'writes', ReturnData: false, MetricStat: { ...throttles('WriteThrottleEvents'), Stat: 'Sum', Period: 60 } },
    ],
  });
  const writes: Points = [[{ namespace: 'AWS/DynamoDB', name: 'WriteThrottleEvents', dimensions: table }, 5]];

  test('a sum that never rings, since one of its metrics is not there', () => {
    expect(statesOf(alarm('reads + writes'), times(9, writes)).at(-1)).not.toBe('ALARM');
    expect(statesOf(alarm('FILL(reads, 0) + FILL(writes, 0)'), times(9, writes)).at(-1)).toBe('ALARM');
  });

  test('an alarm that never falls silent, since DynamoDB says nothing when nothing is throttled', () => {
    const bare: AlarmProperties = {
      Namespace: 'AWS/DynamoDB',
      MetricName: 'WriteThrottleEvents',
      Dimensions: dimensions,
      Statistic: 'Sum',
      Period: 60,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 2,
      TreatMissingData: 'notBreaching',
    };
    expect(statesOf(bare, [...times(5, writes), ...times(60, [])]).at(-1)).toBe('ALARM');
  });
});
