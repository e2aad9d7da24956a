import { expect, test } from '@jest/globals';
import type { MetricAsk, Metrics } from '../../../../lambdas/control-room/platform/metrics.ts';

export interface MetricsUnderTest {
  readonly metrics: Metrics;
  readonly measure: (metric: Pick<MetricAsk, 'namespace' | 'name' | 'dimensions'>, at: number, value: number) => void;
}

const minute = 60_000;
const nine = Date.UTC(2027, 3, 10, 9);

/** The promises of `Metrics`, which CloudWatch and its twin keep alike. */
export function metricsContract(open: () => Promise<MetricsUnderTest>): void {
  const join = { namespace: 'AWS/Lambda', name: 'Duration', dimensions: { FunctionName: 'join' } };
  const claim = { ...join, dimensions: { FunctionName: 'claim' } };

  test('reads each metric in the order asked, minute by minute, the newest first', async () => {
    const { metrics, measure } = await open();
    for (let ms = 1; ms <= 100; ms += 1) measure(join, nine, ms);
    measure(join, nine + minute + 59_999, 7);
    measure(join, nine + 2 * minute, 1000);
    const asks = [claim, join].map((one) => ({ ...one, statistics: ['p50', 'p99', 'SampleCount'] as const }));
    expect(await metrics.read(asks, nine, nine + 2 * minute)).toEqual([
      [],
      [
        { at: nine + 2 * minute, values: { p50: 7, p99: 7, SampleCount: 1 } },
        { at: nine + minute, values: { p50: 50, p99: 99, SampleCount: 100 } },
      ],
    ]);
  });

  test('a metric without dimensions is another than the same with some', async () => {
    const { metrics, measure } = await open();
    measure({ ...join, name: 'Throttles' }, nine, 3);
    measure({ ...join, name: 'Throttles', dimensions: {} }, nine, 5);
    const ask = { ...join, name: 'Throttles', dimensions: {}, statistics: ['Sum', 'Maximum'] as const };
    expect(await metrics.read([ask], nine, nine + minute)).toEqual([
      [{ at: nine + minute, values: { Sum: 5, Maximum: 5 } }],
    ]);
  });

  test('finds what was counted in trouble, by each value of its dimension', async () => {
    const { metrics, measure } = await open();
    const failed = (route: string) => ({ namespace: 'Stampede/a', name: 'RouteFailed', dimensions: { route } });
    measure(failed('POST /join'), nine, 1);
    measure(failed('POST /join'), nine + minute, 1);
    measure(failed('GET /seats'), nine - minute, 1);
    const rare = { namespace: 'Stampede/a', name: 'RouteFailed', by: 'route' };
    expect(await metrics.find(rare, nine, nine + 2 * minute)).toEqual({ 'POST /join': 2 });
    expect(await metrics.find({ ...rare, where: { route: 'GET /seats' } }, nine, nine + minute)).toEqual({});
    expect(await metrics.find({ ...rare, name: 'ApiRefused' }, nine, nine + minute)).toEqual({});
  });
}
