import type { Query } from './query.ts';

/** A minute as CloudWatch keeps it of a metric: the sum, the least, the greatest and the number of its values. */
export interface Minute {
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  /** All of them name the metric: the same name with fewer dimensions is another metric. */
  readonly dimensions: Readonly<Record<string, unknown>>;
}

/** Minutes as one. Without any there is no data. */
export function together(minutes: readonly Minute[]): Minute | undefined {
  if (minutes.length === 0) return undefined;
  return {
    sum: minutes.reduce((so, { sum }) => so + sum, 0),
    min: Math.min(...minutes.map(({ min }) => min)),
    max: Math.max(...minutes.map(({ max }) => max)),
    count: minutes.reduce((so, { count }) => so + count, 0),
  };
}

interface Kept {
  readonly metric: MetricName;
  readonly minutes: Map<number, number[]>;
}

/** Metrics by the minute. A minute is a whole number: milliseconds since 1970, divided by 60,000. */
export class MetricData {
  readonly #metrics = new Map<string, Kept>();

  add(metric: MetricName, minute: number, value: number): void {
    const key = keyOf(metric);
    const kept = this.#metrics.get(key) ?? { metric, minutes: new Map<number, number[]>() };
    const values = kept.minutes.get(minute) ?? [];
    values.push(value);
    kept.minutes.set(minute, values);
    this.#metrics.set(key, kept);
  }

  /** Undefined: nothing was measured in that minute. */
  at(metric: MetricName, minute: number): Minute | undefined {
    return summed(this.valuesAt(metric, minute));
  }

  /** In the order in which they were measured. */
  valuesAt(metric: MetricName, minute: number): readonly number[] {
    return this.#metrics.get(keyOf(metric))?.minutes.get(minute) ?? [];
  }

  /** All metrics that a query is about, together. */
  matching(query: Query, minute: number): Minute | undefined {
    return summed(this.#found(query).flatMap(({ minutes }) => minutes.get(minute) ?? []));
  }

  /** The values of the dimension that a query groups by, of all metrics that it is about. */
  groupsOf(query: Query & { readonly groupBy: string }): readonly string[] {
    return [...new Set(this.#found(query).map(({ metric }) => `${metric.dimensions[query.groupBy]}`))];
  }

  /** Minutes before are of no use to anybody. */
  forget(before: number): void {
    for (const [key, { minutes }] of this.#metrics) {
      for (const minute of minutes.keys()) if (minute < before) minutes.delete(minute);
      if (minutes.size === 0) this.#metrics.delete(key);
    }
  }

  #found({ namespace, name, dimensions, where }: Query): readonly Kept[] {
    const wanted = [...dimensions].sort().join();
    return [...this.#metrics.values()].filter(
      ({ metric }) =>
        metric.namespace === namespace &&
        metric.name === name &&
        Object.keys(metric.dimensions).sort().join() === wanted &&
        Object.entries(where).every(([dimension, value]) => metric.dimensions[dimension] === value),
    );
  }
}

function summed(values: readonly number[]): Minute | undefined {
  if (values.length === 0) return undefined;
  const minute = { sum: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY, count: values.length };
  for (const value of values) {
    minute.sum += value;
    minute.min = Math.min(minute.min, value);
    minute.max = Math.max(minute.max, value);
  }
  return minute;
}

function keyOf({ namespace, name, dimensions }: MetricName): string {
  const sorted = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([namespace, name, sorted]);
}
