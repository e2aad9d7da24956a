import { expect, test } from '@jest/globals';
import { embeddedIn } from '../../cloudwatch/embedded-metrics.ts';
import { countedIn } from '../../cloudwatch/metric-filter.ts';

const filter = (FilterPattern: string, Dimensions: readonly { Key: string; Value: string }[] = []) => ({
  FilterPattern,
  MetricTransformations: [{ MetricNamespace: 'N', MetricName: 'Failed', MetricValue: '1', Dimensions }],
});
const line = (fields: object) => JSON.stringify(fields);

test('a filter counts the lines that match, by the fields that are its dimensions', () => {
  const byRoute = filter('{ $.status = "5*" }', [{ Key: 'route', Value: '$.route' }]);
  expect(countedIn(byRoute, line({ status: '503', route: 'GET /seats' }))).toEqual([
    { metric: { namespace: 'N', name: 'Failed', dimensions: { route: 'GET /seats' } }, value: 1 },
  ]);
  for (const other of [line({ status: '200', route: 'r' }), line({ status: '503' }), line({ status: 503 }), 'text']) {
    expect(countedIn(byRoute, other)).toEqual([]);
  }
});

test.each([
  ['{ ($.status = "429") && ($.integrationStatus = "-") }', { status: '429', integrationStatus: '-' }, true],
  ['{ ($.status = "429") && ($.integrationStatus = "-") }', { status: '429', integrationStatus: '200' }, false],
  ['{ $.a = "x" || $.b != "y" }', { a: 'z', b: 'y' }, false],
  ['{ $.a = "x" || $.b != "y" }', { a: 'z', b: 'z' }, true],
  ['{ $.a = "1.5" }', { a: '1x5' }, false],
])('%s', (pattern, fields, matches) => {
  expect(countedIn(filter(pattern), line(fields))).toHaveLength(matches ? 1 : 0);
});

test('a pattern of another kind is named', () => {
  expect(() => countedIn(filter('[ip, status=5*]'), line({ a: '1' }))).toThrow('[ip, status=5*]');
  expect(() => countedIn(filter('{ $.a > 4 }'), line({ a: '1' }))).toThrow('$.a > 4');
});

test('metrics that a line embeds are read, each value by each set of dimensions', () => {
  const embedded = {
    _aws: {
      CloudWatchMetrics: [{ Namespace: 'N', Dimensions: [['service'], []], Metrics: [{ Name: 'TickFailed' }] }],
    },
    service: 'waiting-room',
    TickFailed: [1, 2],
  };
  expect(embeddedIn(line(embedded))).toEqual(
    [{ service: 'waiting-room' }, {}].flatMap((dimensions) =>
      [1, 2].map((value) => ({ metric: { namespace: 'N', name: 'TickFailed', dimensions }, value })),
    ),
  );
  expect(embeddedIn('"CloudWatchMetrics" of a broken line {')).toEqual([]);
  expect(embeddedIn(line({ level: 'INFO' }))).toEqual([]);
});
