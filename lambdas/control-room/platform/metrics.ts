/* What is asked of CloudWatch. Its twin in tests is `metrics.twin.ts`, and the real one `metrics.gateway.ts`. */

export type MetricStatistic = 'Sum' | 'Maximum' | 'SampleCount' | 'p50' | 'p99';

/** One metric, with up to five of its statistics: CloudWatch is paid by the metric. */
export interface MetricAsk {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistics: readonly MetricStatistic[];
}

/** A count that is made only in trouble, by each value of a dimension: it is paid for only where there is one. */
export interface RareAsk {
  readonly namespace: string;
  readonly name: string;
  readonly by: string;
  readonly where?: Readonly<Record<string, string>>;
}

/** The values of one minute. */
export interface MetricMinute {
  /** The end of the minute, in milliseconds since the epoch. */
  readonly at: number;
  readonly values: Readonly<Partial<Record<MetricStatistic, number>>>;
}

export interface Metrics {
  /** The minutes in the stretch that have a value, the newest first, of each metric in the order asked. */
  readonly read: (
    asks: readonly MetricAsk[],
    from: number,
    to: number,
  ) => Promise<readonly (readonly MetricMinute[])[]>;
  /** The sums over the stretch, by the value of the dimension. */
  readonly find: (ask: RareAsk, from: number, to: number) => Promise<Readonly<Record<string, number>>>;
}
