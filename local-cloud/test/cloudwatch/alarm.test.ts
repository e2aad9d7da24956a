import { describe, expect, test } from '@jest/globals';
import { type AlarmProperties, type AlarmState, stateOf } from '../../cloudwatch/alarm.ts';
import { MetricData } from '../../cloudwatch/metric-data.ts';

const metric = { namespace: 'N', name: 'M', dimensions: {} };

const alarm = (changes: Partial<AlarmProperties> = {}): AlarmProperties => ({
  Namespace: 'N',
  MetricName: 'M',
  Statistic: 'Sum',
  Period: 60,
  Threshold: 0,
  ComparisonOperator: 'GreaterThanThreshold',
  EvaluationPeriods: 3,
  TreatMissingData: 'notBreaching',
  ...changes,
});

/** `0`: well. `X`: a breach. `-`: missing. The newest is last. */
function dataOf(minutes: string): MetricData {
  const data = new MetricData();
  for (const [at, sign] of minutes.split(' ').entries()) if (sign !== '-') data.add(metric, at, sign === 'X' ? 1 : 0);
  return data;
}

const judged = (minutes: string, changes: Partial<AlarmProperties>, before: AlarmState = 'OK') =>
  stateOf(alarm(changes), dataOf(minutes), minutes.split(' ').length - 1, before);

describe('an alarm of three minutes, with missing data', () => {
  // AWS's own table, "How alarm state is evaluated when data is missing": 3 of 3.
  test.each([
    ['0 - X - X', 'OK', 'OK'],
    ['- - - - 0', 'OK', 'OK'],
    ['- - - - -', 'ALARM', 'OK'],
    ['0 X X - X', 'ALARM', 'ALARM'],
    ['- - X - -', 'ALARM', 'OK'],
  ])('%s', (minutes, breaching, notBreaching) => {
    expect(judged(minutes, { TreatMissingData: 'breaching' })).toBe(breaching);
    expect(judged(minutes, { TreatMissingData: 'notBreaching' })).toBe(notBreaching);
  });

  // The same table's other column.
  test.each([
    ['- - - - 0', 'OK'],
    ['- - - - -', 'INSUFFICIENT_DATA'],
    ['- - X - -', 'ALARM'],
    ['0 X X - X', 'ALARM'],
  ])('%s, if what is missing is missing', (minutes, state) => {
    expect(judged(minutes, { TreatMissingData: 'missing' })).toBe(state);
  });

  test('stays as it is if it ignores what is missing', () => {
    expect(judged('- - X - -', { TreatMissingData: 'ignore' }, 'ALARM')).toBe('ALARM');
    expect(judged('- - X - -', { TreatMissingData: 'ignore' }, 'OK')).toBe('OK');
  });

  test('on a metric of DynamoDB ignores what is missing, whatever it says', () => {
    const data = new MetricData();
    data.add({ ...metric, namespace: 'AWS/DynamoDB' }, 0, 5);
    const declared = alarm({ Namespace: 'AWS/DynamoDB', EvaluationPeriods: 1 });
    expect(stateOf(declared, data, 0, 'OK')).toBe('ALARM');
    expect(stateOf(declared, data, 100, 'ALARM')).toBe('ALARM');
  });
});

describe('an alarm of two minutes of three', () => {
  test.each([
    ['0 - X - X', 'ALARM'],
    ['0 0 X 0 X', 'ALARM'],
    ['0 0 X 0 0', 'OK'],
  ])('%s', (minutes, state) => {
    expect(judged(minutes, { DatapointsToAlarm: 2 })).toBe(state);
  });
});

describe('an alarm on an expression', () => {
  const queries = (expression: string) => [
    { Id: 'all', Expression: expression },
    ...['a', 'b'].map((Id) => ({
      Id,
      ReturnData: false,
      MetricStat: { Metric: { Namespace: 'N', MetricName: Id }, Stat: 'Sum', Period: 60 },
    })),
  ];
  const onlyA = new MetricData();
  for (const minute of [0, 1, 2]) onlyA.add({ ...metric, name: 'a' }, minute, 1);
  const on = (expression: string): AlarmProperties => {
    const { Namespace, MetricName, Statistic, Period, ...rest } = alarm();
    return { ...rest, Metrics: queries(expression) };
  };

  test('never rings for a sum of which one metric is not there', () => {
    expect(stateOf(on('a + b'), onlyA, 2, 'OK')).toBe('OK');
  });

  test('rings if that one is filled in', () => {
    expect(stateOf(on('FILL(a, 0) + FILL(b, 0)'), onlyA, 2, 'OK')).toBe('ALARM');
    expect(stateOf(on('SUM(METRICS())'), onlyA, 2, 'OK')).toBe('ALARM');
    expect(stateOf(on('MAX([a, FILL(b, 0)]) * 2 / 4 - (0.5 - 0.25)'), onlyA, 2, 'OK')).toBe('ALARM');
  });

  test.each(['a +', 'ANOMALY_DETECTION_BAND(a)', 'a + c', 'FILL(a, REPEAT)', 'a; b'])('%s is named', (expression) => {
    expect(() => stateOf(on(expression), onlyA, 2, 'OK')).toThrow(expression);
  });
});

test('a period of an hour takes sixty minutes together', () => {
  const data = new MetricData();
  data.add(metric, 3, 3);
  const hourly = alarm({ Period: 3600, EvaluationPeriods: 1, Threshold: 2 });
  expect(stateOf(hourly, data, 60, 'OK')).toBe('ALARM');
  expect(stateOf(hourly, data, 63 + 120, 'ALARM')).toBe('OK');
});
