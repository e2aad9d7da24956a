import { describe, expect, test } from '@jest/globals';
import { getMetricData } from '../../cloudwatch/get-metric-data.ts';
import { MetricData, type MetricName } from '../../cloudwatch/metric-data.ts';

const duration: MetricName = { namespace: 'AWS/Lambda', name: 'Duration', dimensions: { FunctionName: 'join' } };

const stat = (Stat: string, Period = 60, FunctionName = 'join') => ({
  Id: 'a',
  MetricStat: {
    Metric: {
      Namespace: 'AWS/Lambda',
      MetricName: 'Duration',
      Dimensions: [{ Name: 'FunctionName', Value: FunctionName }],
    },
    Period,
    Stat,
  },
});

const asked = (data: MetricData, queries: readonly object[], StartTime = 600, EndTime = 720) =>
  getMetricData(data, { StartTime, EndTime, MetricDataQueries: queries });

/** 100 values in minute 10, one in minute 11. */
function measured(): MetricData {
  const data = new MetricData();
  for (let value = 100; value >= 1; value -= 1) data.add(duration, 10, value);
  data.add(duration, 11, 7);
  return data;
}

describe('GetMetricData', () => {
  test.each([
    ['Sum', [7, 5050]],
    ['SampleCount', [1, 100]],
    ['Average', [7, 50.5]],
    ['Minimum', [7, 1]],
    ['Maximum', [7, 100]],
    ['p50', [7, 50]],
    ['p99', [7, 99]],
    ['p99.9', [7, 100]],
  ])('%s of each minute, the newest first', (name, Values) => {
    expect(asked(measured(), [stat(name)])).toEqual({
      ok: true,
      results: [{ Id: 'a', Label: 'Duration', Timestamps: [660, 600], Values, StatusCode: 'Complete' }],
    });
  });

  test('a longer period takes its minutes together, and one without a value has no point', () => {
    const answer = asked(measured(), [stat('SampleCount', 300)], 300, 1200);
    expect(answer).toMatchObject({ results: [{ Timestamps: [600], Values: [101] }] });
    expect(asked(measured(), [stat('Sum', 60, 'other')])).toMatchObject({ results: [{ Timestamps: [], Values: [] }] });
  });

  test('a query that groups is one result for each value that has a point', () => {
    const data = new MetricData();
    for (const [route, minute] of [
      ['POST /join', 10],
      ['GET /seats', 3],
    ] as const)
      data.add({ namespace: 'Stampede/a', name: 'RouteFailed', dimensions: { route } }, minute, 1);
    const Expression = 'SELECT SUM(RouteFailed) FROM SCHEMA("Stampede/a", route) GROUP BY route';
    expect(asked(data, [{ Id: 'q', Expression, Period: 60 }])).toMatchObject({
      results: [{ Id: 'q', Label: 'POST /join', Values: [1] }],
    });
  });

  test.each([
    ['no queries', [], 'There must be 1 to 500'],
    ['two queries of Metrics Insights', ['q', 'r'].map((Id) => ({ Id, Expression: 'SELECT', Period: 60 })), 'Only one'],
    ['metric math', [{ Id: 'm', Expression: 'a + b', Period: 60 }], 'm: The local cloud runs queries only'],
    ['a statistic that is none', [stat('Median')], 'a: The value Median'],
    ['a period that is none', [stat('Sum', 90)], 'a: Period must be'],
    ['a metric without a name', [{ Id: 'a', MetricStat: { Stat: 'Sum', Period: 60 } }], 'a: Metric needs'],
  ])('%s is refused', (_, queries, problem) => {
    expect(asked(new MetricData(), queries)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });
});
