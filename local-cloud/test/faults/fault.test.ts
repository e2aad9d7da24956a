import { afterEach, expect, test } from '@jest/globals';
import { throttledBy } from '../../dynamodb/throttling.ts';
import { type Fault, faultTypes, readFault } from '../../faults/fault.ts';
import { answerFaults, Faults } from '../../faults/faults.ts';

let now = 1000;
const faults = new Faults(() => now);
faults.register('function', 'Stampede-KeepPace');
afterEach(() => {
  now = 1000;
  faults.put([]);
});

const put = (body: unknown, method = 'PUT') =>
  answerFaults(faults, now, { method, body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) });
const killed = { is: 'function-killed', name: 'KeepPace', byMs: 5, ms: 60_000 };

test('a fault is of each resource of its name, until its time is over', () => {
  const heard: number[] = [];
  faults.onChange((all) => heard.push(all.length));
  expect(put([killed]).status).toBe(200);
  expect(faults.of('function-killed', 'Stampede-KeepPace')).toMatchObject({ byMs: 5, until: 61_000 });
  expect(faults.of('function-killed', 'Stampede-JoinLine')).toBeUndefined();
  expect(faults.of('function-replaced', 'Stampede-KeepPace')).toBeUndefined();
  expect(JSON.parse(put('', 'GET').body).faults).toHaveLength(1);
  now = 61_000;
  expect(faults.of('function-killed', 'Stampede-KeepPace')).toBeUndefined();
  expect(heard).toEqual([1]);
});

test('a list takes the place of the one before', () => {
  put([killed]);
  put([]);
  expect(faults.now()).toEqual([]);
});

test.each([
  ['no JSON', 'x', 400],
  ['no list', killed, 400],
  ['another type', [{ ...killed, is: 'function-bored' }], 400],
  ['no name', [{ ...killed, name: undefined }], 400],
  ['for ever', [{ ...killed, ms: 1e9 }], 400],
  ['no number that it needs', [{ ...killed, byMs: 'soon' }], 400],
  ['an index that is none', [{ is: 'table-throttled', name: '', ms: 1, index: 5 }], 400],
  ['a share that is none', [{ is: 'bucket-refuses', name: '', ms: 1, oneOf: 0 }], 400],
  ['nothing of that name', [{ ...killed, name: 'Nobody' }], 404],
])('is refused: %s', (_, body, status) => {
  expect(put(body).status).toBe(status);
  expect(faults.now()).toEqual([]);
});

test('is refused with another method', () => expect(put([], 'POST').status).toBe(405));

test('every type can be asked for', () => {
  const read = faultTypes.map((is) => readFault({ is, name: '', ms: 1, byMs: 1, oneOf: 1 }, 0));
  expect(read.filter((one) => typeof one === 'string')).toEqual([]);
});

const throttles = (index?: string): readonly Fault<'table-throttled'>[] => [
  { is: 'table-throttled', name: 'things', until: 10, ...(index && { index }) },
];

test.each([
  ['a read', 'GetItem', { TableName: 'things' }, 'reads', undefined],
  ['a batch', 'BatchWriteItem', { RequestItems: { things: [] } }, 'writes', undefined],
  ['a transaction', 'TransactWriteItems', { TransactItems: [{ Put: { TableName: 'things' } }] }, 'writes', undefined],
  ['a query of the index', 'Query', { TableName: 'things', IndexName: 'by' }, 'reads', 'by'],
  ['a write that the index must follow', 'PutItem', { TableName: 'things' }, 'writes', 'by'],
])('a throttled table turns away %s', (_, action, input, what, index) => {
  expect(throttledBy(throttles(index), action, input, 0)).toMatchObject({ table: 'things', index, what });
});

test.each([
  ['of another table', 'GetItem', { TableName: 'others' }, undefined],
  ['that neither reads nor writes', 'DescribeTable', { TableName: 'things' }, undefined],
  ['that reads past the index', 'GetItem', { TableName: 'things' }, 'by'],
])('and no call %s', (_, action, input, index) => {
  expect(throttledBy(throttles(index), action, input, 0)).toBeUndefined();
});

test('and none when its time is over', () => {
  expect(throttledBy(throttles(), 'GetItem', { TableName: 'things' }, 10)).toBeUndefined();
});
