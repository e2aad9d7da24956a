/**
 * One measured number with what it means, as the report and the JSON carry it. `aim` is what the project
 * promises of it; a number without one is for comparison only.
 */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
  /** How it came about, in a few words. */
  readonly how?: string;
}

/** Whether the number is as promised; true where nothing was. */
export function isAsPromised({ value, aim }: Measure): boolean {
  if (!aim) return true;
  return 'atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost;
}

/** The middle one; the mean of the two in the middle. 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[(sorted.length >> 1) - 1] ?? 0) + upper) / 2;
}

/** Three significant digits are what a measurement on a laptop is worth. */
export function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3));
}
