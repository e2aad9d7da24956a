import type { MetricAsk, MetricMinute, MetricStatistic, Metrics, RareAsk } from './metrics.ts';

/** CloudWatch in memory, which counts the metrics that it is paid for. */
export interface MetricsTwin extends Metrics {
  /** A value in the minute of that moment. */
  readonly measure: (metric: Pick<MetricAsk, 'namespace' | 'name' | 'dimensions'>, at: number, value: number) => void;
  /** Metrics that were asked for, or that a query found. */
  readonly paid: () => number;
}

const minuteMs = 60_000;

interface Measured extends Pick<MetricAsk, 'namespace' | 'name' | 'dimensions'> {
  /** The beginning of the minute. */
  readonly begins: number;
  readonly value: number;
}

export function metricsTwin(): MetricsTwin {
  const measured: Measured[] = [];
  let paid = 0;
  return {
    paid: () => paid,
    measure: (metric, at, value) => measured.push({ ...metric, begins: Math.floor(at / minuteMs) * minuteMs, value }),
    read: async (asks, from, to) => {
      paid += asks.length;
      return asks.map((ask) => minutesOf(ask, measured.filter(within(from, to)).filter(isOf(ask))));
    },
    find: async (ask, from, to) => {
      const found = measured.filter(within(from, to)).filter(isFoundBy(ask));
      const groups = Map.groupBy(found, ({ dimensions }) => `${dimensions[ask.by]}`);
      paid += groups.size;
      return Object.fromEntries([...groups].map(([label, some]) => [label, statistics.Sum(valuesOf(some))]));
    },
  };
}

const within =
  (from: number, to: number) =>
  ({ begins }: Measured): boolean =>
    begins >= from && begins < to;

const sameJson = (one: object, other: object): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

const isOf =
  ({ namespace, name, dimensions }: MetricAsk) =>
  (one: Measured): boolean =>
    one.namespace === namespace && one.name === name && sameJson(one.dimensions, dimensions);

const isFoundBy =
  ({ namespace, name, by, where = {} }: RareAsk) =>
  (one: Measured): boolean =>
    one.namespace === namespace &&
    one.name === name &&
    Object.keys(one.dimensions).join() === by &&
    Object.entries(where).every(([dimension, value]) => one.dimensions[dimension] === value);

function minutesOf(ask: MetricAsk, measured: readonly Measured[]): readonly MetricMinute[] {
  return [...Map.groupBy(measured, ({ begins }) => begins)]
    .map(([begins, some]) => ({
      at: begins + minuteMs,
      values: Object.fromEntries(ask.statistics.map((name) => [name, statistics[name](valuesOf(some))])),
    }))
    .sort((one, other) => other.at - one.at);
}

const valuesOf = (measured: readonly Measured[]): readonly number[] => measured.map(({ value }) => value);

const statistics: Readonly<Record<MetricStatistic, (values: readonly number[]) => number>> = {
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  Maximum: (values) => Math.max(...values),
  SampleCount: (values) => values.length,
  p50: (values) => percentile(values, 50),
  p99: (values) => percentile(values, 99),
};

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
