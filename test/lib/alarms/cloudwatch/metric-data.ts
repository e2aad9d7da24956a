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

/** Metrics by the minute. A minute is a whole number: milliseconds since 1970, divided by 60,000. */
export class MetricData {
  readonly #metrics = new Map<string, { readonly metric: MetricName; readonly minutes: Map<number, Minute> }>();

  add(metric: MetricName, minute: number, value: number): void {
    const key = keyOf(metric);
    const { minutes } = this.#metrics.get(key) ?? { minutes: new Map<number, Minute>() };
    const one: Minute = { sum: value, min: value, max: value, count: 1 };
    const before = minutes.get(minute);
    minutes.set(minute, together(before ? [before, one] : [one]) ?? one);
    this.#metrics.set(key, { metric, minutes });
  }

  /** Undefined: nothing was measured in that minute. */
  at(metric: MetricName, minute: number): Minute | undefined {
    return this.#metrics.get(keyOf(metric))?.minutes.get(minute);
  }

  /** All metrics that a query is about, together. */
  matching({ namespace, name, dimensions, where }: Query, minute: number): Minute | undefined {
    const wanted = [...dimensions].sort().join();
    const found = [...this.#metrics.values()].filter(
      ({ metric }) =>
        metric.namespace === namespace &&
        metric.name === name &&
        Object.keys(metric.dimensions).sort().join() === wanted &&
        Object.entries(where).every(([dimension, value]) => metric.dimensions[dimension] === value),
    );
    return together(found.map(({ minutes }) => minutes.get(minute)).filter((one) => one !== undefined));
  }

  /** Minutes before are of no use to anybody. */
  forget(before: number): void {
    for (const [key, { minutes }] of this.#metrics) {
      for (const minute of minutes.keys()) if (minute < before) minutes.delete(minute);
      if (minutes.size === 0) this.#metrics.delete(key);
    }
  }
}

function keyOf({ namespace, name, dimensions }: MetricName): string {
  const sorted = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([namespace, name, sorted]);
}
