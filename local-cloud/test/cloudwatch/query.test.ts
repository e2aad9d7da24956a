import { expect, test } from '@jest/globals';
import { MetricData } from '../../cloudwatch/metric-data.ts';
import { readQuery } from '../../cloudwatch/query.ts';

const ofService = (condition = '') => `SELECT SUM(TickFailed) FROM SCHEMA("Stampede/a", service)${condition}`;

test('a query names a metric, its dimensions, and what they must be', () => {
  expect(readQuery(ofService())).toEqual({
    namespace: 'Stampede/a',
    name: 'TickFailed',
    dimensions: ['service'],
    where: {},
  });
  expect(readQuery(ofService(" WHERE service = 'seating'")).where).toEqual({ service: 'seating' });
});

test.each([
  'SELECT MAX(a) FROM SCHEMA("n", d)',
  'SELECT SUM(a) FROM SCHEMA("n", d) ORDER BY SUM() DESC',
  'SELECT SUM(a) FROM SCHEMA("n", d) GROUP BY other',
  ofService(' WHERE service LIKE "x"'),
  ofService(" WHERE other = 'x'"),
])('%s is not known here', (query) => {
  expect(() => readQuery(query)).toThrow();
});

test('it sums the metrics with just these dimensions, of just this namespace', () => {
  const data = new MetricData();
  const add = (dimensions: Readonly<Record<string, string>>, value: number, namespace = 'Stampede/a') =>
    data.add({ namespace, name: 'TickFailed', dimensions }, 1, value);
  add({ service: 'seating' }, 2);
  add({ service: 'ordering' }, 3);
  add({ service: 'ordering', onSale: 'friends' }, 100);
  add({}, 100);
  add({ service: 'seating' }, 100, 'Stampede/b');
  expect(data.matching(readQuery(ofService()), 1)?.sum).toBe(5);
  expect(data.matching(readQuery(ofService(" WHERE service = 'ordering'")), 1)?.sum).toBe(3);
  expect(data.matching(readQuery(ofService()), 2)).toBeUndefined();
});

test('a query that groups has a series for each value of the dimension', () => {
  const data = new MetricData();
  const add = (route: string, value: number) =>
    data.add({ namespace: 'Stampede/a', name: 'RouteFailed', dimensions: { route } }, 1, value);
  add('POST /join', 2);
  add('GET /seats', 3);
  const query = readQuery('SELECT SUM(RouteFailed) FROM SCHEMA("Stampede/a", route) GROUP BY route');
  expect(query.groupBy).toBe('route');
  expect(data.groupsOf({ ...query, groupBy: 'route' })).toEqual(['POST /join', 'GET /seats']);
});
