/**
 * The answer to `GetMetricData`: a metric by its name with one of its statistics, and queries of Metrics Insights. Metric
 * math is not run here. Points are those of whole periods, the newest first, and a period without a value has none
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html).
 */
import type { MetricData, MetricName } from './metric-data.ts';
import { isQuery, type Query, readQuery } from './query.ts';

export interface MetricResult {
  readonly Id: string;
  readonly Label: string;
  /** Seconds since 1970. */
  readonly Timestamps: readonly number[];
  readonly Values: readonly number[];
  readonly StatusCode: 'Complete';
}

export type MetricAnswer =
  | { readonly ok: true; readonly results: readonly MetricResult[] }
  | { readonly ok: false; readonly problem: string };

interface MetricRequest {
  readonly StartTime?: unknown;
  readonly EndTime?: unknown;
  readonly MetricDataQueries?: unknown;
}

interface DataQuery {
  readonly Id?: string;
  readonly Expression?: string;
  readonly Period?: number;
  readonly MetricStat?: {
    readonly Metric?: {
      readonly Namespace?: string;
      readonly MetricName?: string;
      readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
    };
    readonly Period?: number;
    readonly Stat?: string;
  };
}

const mostQueries = 500;
const minuteSeconds = 60;

class Unfit extends Error {}

export const getMetricData = (data: MetricData, input: MetricRequest): MetricAnswer => {
  try {
    return { ok: true, results: resultsOf(data, input) };
  } catch (error) {
    if (error instanceof Unfit) return { ok: false, problem: error.message };
    throw error;
  }
};

const resultsOf = (data: MetricData, { StartTime, EndTime, MetricDataQueries }: MetricRequest): MetricResult[] => {
  if (typeof StartTime !== 'number' || typeof EndTime !== 'number' || StartTime >= EndTime)
    throw new Unfit('The parameter StartTime must be less than the parameter EndTime.');
  const queries = Array.isArray(MetricDataQueries) ? (MetricDataQueries as readonly DataQuery[]) : [];
  if (queries.length === 0 || queries.length > mostQueries)
    throw new Unfit(`There must be 1 to ${mostQueries} MetricDataQueries.`);
  if (queries.filter(({ Expression }) => Expression !== undefined).length > 1)
    throw new Unfit('Only one Metrics Insights query is allowed in a request.');
  return queries.flatMap((query) =>
    query.Expression === undefined
      ? [ofMetric(data, query, StartTime, EndTime)]
      : ofQuery(data, query, query.Expression, StartTime, EndTime),
  );
};

const ofMetric = (data: MetricData, { Id = '', MetricStat }: DataQuery, start: number, end: number): MetricResult => {
  const { Metric, Period, Stat = '' } = MetricStat ?? {};
  const { Namespace, MetricName: name, Dimensions = [] } = Metric ?? {};
  if (Namespace === undefined || name === undefined)
    throw new Unfit(`${Id}: Metric needs a Namespace and a MetricName.`);
  const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
  const metric: MetricName = { namespace: Namespace, name, dimensions };
  const statistic = statisticOf(Stat);
  if (!statistic) throw new Unfit(`${Id}: The value ${Stat} for parameter Stat is not supported.`);
  return series(Id, name, start, end, minutesOf(Id, Period), (minutes) => {
    const values = minutes.flatMap((minute) => data.valuesAt(metric, minute));
    return values.length === 0 ? undefined : statistic(values);
  });
};

const ofQuery = (
  data: MetricData,
  { Id = '', Period }: DataQuery,
  expression: string,
  start: number,
  end: number,
): readonly MetricResult[] => {
  const query = readOrRefuse(Id, expression);
  const { groupBy } = query;
  const one = (label: string, of: Query) =>
    series(Id, label, start, end, minutesOf(Id, Period), (minutes) => {
      const sums = minutes.map((minute) => data.matching(of, minute)?.sum).filter((sum) => sum !== undefined);
      return sums.length === 0 ? undefined : sums.reduce((so, sum) => so + sum, 0);
    });
  if (groupBy === undefined) return [one(query.name, query)];
  return data
    .groupsOf({ ...query, groupBy })
    .map((value) => one(value, { ...query, where: { ...query.where, [groupBy]: value } }))
    .filter(({ Values }) => Values.length > 0);
};

const readOrRefuse = (id: string, expression: string): Query => {
  if (!isQuery(expression)) throw new Unfit(`${id}: The local cloud runs queries only, not ${expression}`);
  try {
    return readQuery(expression);
  } catch (error) {
    throw new Unfit(`${id}: ${(error as Error).message}`);
  }
};

const minutesOf = (id: string, period: unknown): number => {
  if (typeof period === 'number' && period > 0 && period % minuteSeconds === 0) return period / minuteSeconds;
  throw new Unfit(`${id}: Period must be a multiple of 60.`);
};

const series = (
  Id: string,
  Label: string,
  start: number,
  end: number,
  length: number,
  pointOf: (minutes: readonly number[]) => number | undefined,
): MetricResult => {
  const period = length * minuteSeconds;
  const points: { readonly at: number; readonly value: number }[] = [];
  for (let at = Math.floor(start / period) * period; at < end; at += period) {
    const value = pointOf(Array.from({ length }, (_, minute) => at / minuteSeconds + minute));
    if (value !== undefined) points.unshift({ at, value });
  }
  return {
    Id,
    Label,
    Timestamps: points.map(({ at }) => at),
    Values: points.map(({ value }) => value),
    StatusCode: 'Complete',
  };
};

type Statistic = (values: readonly number[]) => number;

const sum: Statistic = (values) => values.reduce((so, value) => so + value, 0);

const statistics: Readonly<Record<string, Statistic>> = {
  Sum: sum,
  SampleCount: (values) => values.length,
  Average: (values) => sum(values) / values.length,
  Minimum: (values) => values.reduce((least, value) => Math.min(least, value)),
  Maximum: (values) => values.reduce((greatest, value) => Math.max(greatest, value)),
};

const statisticOf = (name: string): Statistic | undefined => {
  const percent = Number(/^p(\d{1,2}(?:\.\d+)?|100)$/.exec(name)?.[1] ?? Number.NaN);
  return Number.isNaN(percent) ? statistics[name] : (values) => percentile(values, percent);
};

/** The least value that so many of a hundred do not exceed. */
const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
};
