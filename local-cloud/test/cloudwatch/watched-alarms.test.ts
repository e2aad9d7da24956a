import { expect, test } from '@jest/globals';
import { answerAlarms } from '../../cloudwatch/alarm-acts.ts';
import { MetricData } from '../../cloudwatch/metric-data.ts';
import { WatchedAlarms } from '../../cloudwatch/watched-alarms.ts';

const minute = 60_000;
const metric = { namespace: 'N', name: 'M', dimensions: {} };
const properties = {
  ...{ Namespace: 'N', MetricName: 'M', Statistic: 'Sum', Period: 60, EvaluationPeriods: 2, Threshold: 0 },
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'notBreaching',
};

test('an alarm is looked at once for each minute that is over, and its changes are told', () => {
  const data = new MetricData();
  const alarms = new WatchedAlarms(data, 0);
  alarms.add('rings', 'arn', properties, 'look: why.');
  for (const at of [1, 2]) data.add(metric, at, 1);
  alarms.look(minute - 1);
  expect(alarms.all()[0]?.state).toBe('INSUFFICIENT_DATA');
  alarms.look(3 * minute);
  expect(alarms.all()[0]?.state).toBe('ALARM');
  alarms.look(7 * minute);
  const ask = (action: string, input: object) =>
    answerAlarms(alarms, { action, input: input as never, region: undefined, signal: new AbortController().signal });
  expect(ask('DescribeAlarms', { StateValue: 'OK' })).toMatchObject({
    ok: true,
    body: { MetricAlarms: [{ AlarmName: 'rings', StateValue: 'OK', Threshold: 0 }] },
  });
  expect(ask('DescribeAlarms', { StateValue: 'ALARM' })).toMatchObject({ body: { MetricAlarms: [] } });
  expect(ask('DescribeAlarmHistory', { AlarmName: 'rings' })).toMatchObject({
    body: {
      AlarmHistoryItems: [
        { Timestamp: 360, HistorySummary: 'Alarm updated from ALARM to OK' },
        { Timestamp: 180, HistorySummary: 'Alarm updated from OK to ALARM' },
        { Timestamp: 60, HistorySummary: 'Alarm updated from INSUFFICIENT_DATA to OK' },
      ],
    },
  });
  expect(ask('GetMetricData', {})).toBeUndefined();
});

test('what cannot be looked at is said when it is made', () => {
  const alarms = new WatchedAlarms(new MetricData(), 0);
  expect(() => alarms.add('odd', 'arn', { ...properties, Statistic: 'p99' }, undefined)).toThrow('p99');
});
