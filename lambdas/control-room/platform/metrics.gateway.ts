import {
  CloudWatchClient,
  GetMetricDataCommand,
  type MetricDataQuery,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import { inTime } from '../../foundation/clients.gateway.ts';
import type { MetricAsk, MetricMinute, MetricStatistic, Metrics, RareAsk } from './metrics.ts';

/*
 * CloudWatch's `GetMetricData`: one call for all metrics, and one for each query of Metrics Insights, as a call takes
 * no second one.
 */

const periodSeconds = 60;

export function openMetrics(): Metrics {
  const cloudWatch = inTime((config) => new CloudWatchClient(config));
  const ask = async (queries: MetricDataQuery[], from: number, to: number): Promise<readonly MetricDataResult[]> => {
    const { MetricDataResults = [], NextToken } = await cloudWatch.send(
      new GetMetricDataCommand({ StartTime: new Date(from), EndTime: new Date(to), MetricDataQueries: queries }),
    );
    // A page has 100,800 points.
    if (NextToken !== undefined) throw new Error(`CloudWatch has more than a page of ${queries.length} metrics`);
    return MetricDataResults;
  };
  return {
    read: async (asks, from, to) => {
      const found = await ask(asks.flatMap(queriesOf), from, to);
      return asks.map((one, at) => minutesOf(one, at, found));
    },
    find: async (one, from, to) => {
      const found = await ask([{ Id: 'rare', Expression: expressionOf(one), Period: periodSeconds }], from, to);
      return Object.fromEntries(found.map(({ Label = '', Values = [] }) => [Label, sumOf(Values)]));
    },
  };
}

const idOf = (at: number, statistic: MetricStatistic): string => `m${at}_${statistic}`;

const queriesOf = ({ namespace, name, dimensions, statistics }: MetricAsk, at: number): MetricDataQuery[] =>
  statistics.map((Stat) => ({
    Id: idOf(at, Stat),
    MetricStat: {
      Metric: {
        Namespace: namespace,
        MetricName: name,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: periodSeconds,
      Stat,
    },
  }));

function minutesOf({ statistics }: MetricAsk, at: number, found: readonly MetricDataResult[]): readonly MetricMinute[] {
  const minutes = new Map<number, Partial<Record<MetricStatistic, number>>>();
  for (const statistic of statistics) {
    const { Timestamps = [], Values = [] } = found.find(({ Id }) => Id === idOf(at, statistic)) ?? {};
    for (const [index, begins] of Timestamps.entries()) {
      const end = begins.getTime() + periodSeconds * 1000;
      minutes.set(end, { ...minutes.get(end), [statistic]: Values[index] });
    }
  }
  return [...minutes].map(([end, values]) => ({ at: end, values })).sort((one, other) => other.at - one.at);
}

function expressionOf({ namespace, name, by, where = {} }: RareAsk): string {
  const conditions = Object.entries(where).map(([dimension, value]) => `${dimension} = '${value}'`);
  const only = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `SELECT SUM(${name}) FROM SCHEMA("${namespace}", ${by})${only} GROUP BY ${by}`;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
