import { describe, expect, test } from '@jest/globals';
import type { AskedOf, DynamoCall } from '../../../../lambdas/foundation/dynamo/dynamo.ts';
import fc from '../../../properties.ts';
import { whole } from './a-whole-item.ts';
import { bothClients, type Env } from './both-clients.ts';
import { scriptedServer } from './scripted-server.ts';

/* Values and calls as both clients write them, and answers as both read them. */

const opening = (env: Env) => bothClients.map(({ open }) => open(env));

const calls: { readonly [Call in DynamoCall]: readonly AskedOf<Call>[] } = {
  GetItem: [{ TableName: 'things', Key: { pk: 'a', sk: '😀' }, ConsistentRead: true }],
  PutItem: [
    { TableName: 'things', Item: whole },
    {
      TableName: 'things',
      Item: { pk: 'a' },
      ConditionExpression: '#version = :before',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': 3, ':gone': undefined, ':set': new Set(['x']) },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
    { TableName: 'things', Item: { pk: 'a' }, ConditionExpression: undefined, ExpressionAttributeValues: undefined },
  ],
  UpdateItem: [
    {
      TableName: 'things',
      Key: { pk: 'a', sk: 'b' },
      UpdateExpression: 'SET #a = :a ADD marks :marks',
      ExpressionAttributeNames: { '#a': 'a' },
      ExpressionAttributeValues: { ':a': whole, ':marks': new Set([Uint8Array.of(1)]) },
      ReturnValues: 'ALL_NEW',
    },
  ],
  Query: [
    {
      TableName: 'things',
      IndexName: 'by-time',
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: 'size(#x) > :n',
      ProjectionExpression: 'pk, sk',
      ExpressionAttributeNames: { '#x': 'x' },
      ExpressionAttributeValues: { ':pk': 'a', ':n': 0 },
      ScanIndexForward: false,
      Limit: 7,
      ExclusiveStartKey: { pk: 'a', sk: 'b', data: Uint8Array.of(1) },
      ConsistentRead: true,
    },
  ],
  BatchGetItem: [
    { RequestItems: { things: { Keys: [{ pk: 'a' }, { pk: 'b' }], ConsistentRead: true }, more: { Keys: [] } } },
  ],
  BatchWriteItem: [{ RequestItems: { things: [{ PutRequest: { Item: whole } }], more: [] } }],
};

describe('both clients ask the same', () => {
  test.each(Object.entries(calls))('of %s', async (name, all) => {
    const server = await scriptedServer(() => [200, {}]);
    for (const asked of all) {
      for (const dynamo of opening(server.env)) await dynamo.call(name as DynamoCall, asked as never);
      const [ours, reference] = server.served.splice(0).map(({ body }) => JSON.parse(body));
      expect(ours).toEqual(reference);
      expect(ours).toHaveProperty(name.startsWith('Batch') ? 'RequestItems' : 'TableName');
    }
    await server.stop();
  });

  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constantFrom(null, undefined, ''),
        fc.uint8Array({ maxLength: 40 }),
        fc.uniqueArray(fc.string(), { minLength: 1 }).map((all) => new Set(all)),
        fc.uniqueArray(fc.integer(), { minLength: 1 }).map((all) => new Set(all)),
      ),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('any'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).any;

  test('of any item, and read it alike', async () => {
    const server = await scriptedServer(({ body }) => [
      200,
      { Attributes: JSON.parse(body).ExpressionAttributeValues },
    ]);
    const clients = opening(server.env);
    const items = fc.dictionary(fc.string(), value, { maxKeys: 6, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(items, async (values) => {
        const asked = { TableName: 'things', Key: { pk: 'a' }, ExpressionAttributeValues: values };
        const read = await Promise.all(clients.map((dynamo) => dynamo.call('UpdateItem', asked)));
        const [ours, reference] = server.served.splice(0).map(({ body }) => JSON.parse(body));
        expect(ours).toEqual(reference);
        expect(read[0]).toEqual(read[1]);
        expect(Object.keys(read[0]?.Attributes ?? {})).toEqual(
          Object.keys(values).filter((key) => values[key] !== undefined),
        );
      }),
      { numRuns: 60 },
    );
    await server.stop();
  });

  test.each([
    ['NaN', { a: Number.NaN }],
    ['infinity', { a: Number.POSITIVE_INFINITY }],
    ['a number beyond 2^53', { a: 2 ** 53 }],
    ['an empty set', { a: new Set() }],
    ['a thing of a class', { a: new Date(0) }],
    ['a symbol', { a: Symbol.iterator }],
  ])('nothing of %s', async (_, item) => {
    const server = await scriptedServer(() => [200, {}]);
    const ends = await Promise.all(
      opening(server.env).map((dynamo) =>
        dynamo
          .call('PutItem', { TableName: 'things', Item: { pk: 'a', ...item } })
          .catch((error: Error) => error.message),
      ),
    );
    expect(ends[0]).toEqual(expect.any(String));
    expect(ends[0]).toBe(ends[1]);
    expect(server.served).toEqual([]);
    await server.stop();
  });
});

describe('both clients hear the same', () => {
  const item = {
    text: { S: 'ü 😀' },
    empty: { S: '' },
    whole: { N: '7' },
    part: { N: '-0.25' },
    exponent: { N: '1E+2' },
    minusZero: { N: '-0' },
    huge: { N: '12345678901234567890' },
    long: { N: '0.1234567890123456789012345678901234567' },
    bytes: { B: 'AAH/' },
    noBytes: { B: '' },
    yes: { BOOL: true },
    nothing: { NULL: true },
    list: { L: [{ N: '1' }, { M: { B: { B: 'AQ==' } } }, { L: [] }] },
    map: { M: { M: { M: {} }, L: { L: [{ BS: ['AQ==', 'Ag=='] }] } } },
    words: { SS: ['a', 'b'] },
    numbers: { NS: ['1', '2.5'] },
  };
  const answers: readonly (readonly [DynamoCall, object])[] = [
    ['GetItem', {}],
    ['GetItem', { Item: item }],
    ['GetItem', { Item: {}, ConsumedCapacity: { TableName: 'things', CapacityUnits: 0.5 } }],
    ['PutItem', {}],
    ['UpdateItem', { Attributes: item }],
    [
      'Query',
      { Items: [item, { pk: { S: 'b' } }], Count: 2, ScannedCount: 2, LastEvaluatedKey: { pk: { B: 'AQ==' } } },
    ],
    ['Query', { Items: [], Count: 0, ScannedCount: 0 }],
    ['BatchGetItem', { Responses: { things: [item] }, UnprocessedKeys: {} }],
    [
      'BatchGetItem',
      {
        Responses: { things: [] },
        UnprocessedKeys: { things: { Keys: [{ pk: { S: 'a' }, sk: { B: 'AQ==' } }], ConsistentRead: true } },
      },
    ],
    ['BatchWriteItem', { UnprocessedItems: { things: [{ PutRequest: { Item: item } }] } }],
    ['BatchWriteItem', { UnprocessedItems: {} }],
  ];

  test.each(answers)('in answer to %s (%#)', async (name, answer) => {
    const server = await scriptedServer(() => [200, answer]);
    const [ours, reference] = await Promise.all(
      opening(server.env).map((dynamo) => dynamo.call(name, calls[name][0] as never)),
    );
    expect(ours).toEqual(reference);
    expect(Object.keys(ours ?? {}).sort()).toEqual(Object.keys(answer).sort());
    await server.stop();
  });

  test('letters that come in two pieces', async () => {
    const text = Buffer.from(JSON.stringify({ Item: { pk: { S: '😀'.repeat(50_000) } } }));
    const server = await scriptedServer(() => (response) => {
      response.writeHead(200, { 'content-length': text.length });
      response.write(text.subarray(0, 24), () => response.end(text.subarray(24)));
    });
    for (const dynamo of opening(server.env))
      expect(await dynamo.call('GetItem', { TableName: 'things', Key: { pk: 'a' } })).toEqual({
        Item: { pk: '😀'.repeat(50_000) },
      });
    await server.stop();
  });
});
