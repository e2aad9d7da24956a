import type { SiteAnswer, SiteAsk, Step } from './site.ts';
import { steps } from './site.ts';

/**
 * The driver's measures: every answer by step, status and problem, and how long each took. Nothing is sampled: a
 * thousand fans make some fifty thousand requests, which fit.
 */
export interface StepMeasure {
  readonly step: Step;
  readonly requests: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly slowest: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly problems: Readonly<Record<string, number>>;
  /** Requests that the CDN did not answer from its cache. */
  readonly originReads: number;
}

export class Measures {
  readonly #took = new Map<Step, number[]>();
  readonly #statuses = new Map<Step, Map<string, number>>();
  readonly #problems = new Map<Step, Map<string, number>>();

  readonly #originReads = new Map<Step, number>();

  /** `took` in milliseconds. */
  add({ step }: SiteAsk, { status, problem, cached }: SiteAnswer, took: number): void {
    if (!cached) this.#originReads.set(step, (this.#originReads.get(step) ?? 0) + 1);
    const times = this.#took.get(step);
    if (times) times.push(took);
    else this.#took.set(step, [took]);
    count(this.#statuses, step, `${status}`);
    if (problem !== undefined) count(this.#problems, step, problem);
  }

  /** The steps that were taken, in the order a fan takes them. */
  byStep(): readonly StepMeasure[] {
    return steps.flatMap((step) => {
      const times = (this.#took.get(step) ?? []).toSorted((a, b) => a - b);
      if (times.length === 0) return [];
      return {
        step,
        requests: times.length,
        p50: percentile(times, 0.5),
        p90: percentile(times, 0.9),
        p99: percentile(times, 0.99),
        slowest: times.at(-1) ?? 0,
        statuses: Object.fromEntries(this.#statuses.get(step) ?? []),
        problems: Object.fromEntries(this.#problems.get(step) ?? []),
        originReads: this.#originReads.get(step) ?? 0,
      };
    });
  }

  requests(step?: Step): number {
    if (step) return this.#took.get(step)?.length ?? 0;
    return [...this.#took.values()].reduce((sum, times) => sum + times.length, 0);
  }
}

/** The nearest-rank percentile of numbers in ascending order; 0 of none. */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0;
}

function count(counts: Map<Step, Map<string, number>>, step: Step, key: string): void {
  const ofStep = counts.get(step) ?? new Map<string, number>();
  ofStep.set(key, (ofStep.get(key) ?? 0) + 1);
  counts.set(step, ofStep);
}
