import type { Counted } from './metric-filter.ts';

/** The metrics in a line of a log, by the embedded metric format, as CloudWatch takes it from the logs of functions. */
export function embeddedIn(line: string): Counted[] {
  if (!hasMetrics(line)) return [];
  let read: Embedded;
  try {
    read = JSON.parse(line) as Embedded;
  } catch {
    // CloudWatch takes such a line for text.
    return [];
  }
  return (read._aws?.CloudWatchMetrics ?? []).flatMap(({ Namespace: namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) =>
      Metrics.flatMap(({ Name: name }) => {
        const dimensions = Object.fromEntries(names.map((key) => [key, read[key]]));
        const values = read[name];
        return [values].flat().map((value) => ({ metric: { namespace, name, dimensions }, value: Number(value) }));
      }),
    ),
  );
}

export const hasMetrics = (line: string): boolean => line.includes('"CloudWatchMetrics"');

interface Embedded {
  readonly _aws?: {
    readonly CloudWatchMetrics?: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
  readonly [field: string]: unknown;
}
