import { describe, expect, test } from '@jest/globals';
import {
  type DeployedResource,
  type DeployedTemplate,
  templateRefusals,
} from '../../../lib/deployment/template-change.ts';

const stack = 'Stampede-north-Ordering';
const key = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];
const index = (name: string, partition: string, more: object = {}) => ({
  IndexName: name,
  KeySchema: key(partition, 'at'),
  Projection: { ProjectionType: 'KEYS_ONLY' },
  ...more,
});
const table = (properties: object = {}): DeployedResource => ({
  Type: 'AWS::DynamoDB::GlobalTable',
  Properties: {
    KeySchema: key('pk', 'sk'),
    BillingMode: 'PAY_PER_REQUEST',
    WarmThroughput: { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 4_000 },
    GlobalSecondaryIndexes: [index('by-time', 'book'), index('by-due', 'due')],
    ...properties,
  },
});
const template = (resources: Readonly<Record<string, DeployedResource>>): DeployedTemplate => ({
  Resources: resources,
});
const deployed = template({ Orders: table(), Asks: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } });
const asks = deployed.Resources?.Asks as DeployedResource;
const phrases = (next: DeployedTemplate) => templateRefusals(stack, deployed, next).map(({ phrase }) => phrase);

describe('a template', () => {
  test('as it was is let through, whatever the order of its keys', () => {
    const { KeySchema, ...others } = table().Properties as { readonly KeySchema: unknown };
    const turned = { Type: 'AWS::DynamoDB::GlobalTable', Properties: { ...others, KeySchema } };
    expect(phrases(template({ Asks: asks, Orders: turned }))).toEqual([]);
  });

  test('with other keys of a table is refused', () => {
    const next = template({ Asks: asks, Orders: table({ KeySchema: key('id', 'sk') }) });
    expect(phrases(next)).toEqual([`replace ${stack}/Orders`]);
    expect(templateRefusals(stack, deployed, next)[0]?.sentence).toContain('because KeySchema changes');
  });

  test('in which a table has another logical id is refused: it is another table', () => {
    expect(phrases(template({ Asks: asks, Orders2: table() }))).toEqual([`remove ${stack}/Orders`]);
  });

  test('in which a queue loses its order is refused', () => {
    const next = template({ Orders: table(), Asks: { Type: 'AWS::SQS::Queue', Properties: {} } });
    expect(phrases(next)).toEqual([`replace ${stack}/Asks`]);
  });

  test('without a queue is refused', () => {
    expect(phrases(template({ Orders: table() }))).toEqual([`remove ${stack}/Asks`]);
  });

  test.each([
    ['other keys', [index('by-time', 'book'), index('by-due', 'late')]],
    [
      'another projection',
      [index('by-time', 'book'), index('by-due', 'due', { Projection: { ProjectionType: 'ALL' } })],
    ],
    ['no such index any more', [index('by-time', 'book')]],
  ])('with an index that has %s is refused, by the name of the index', (_, indexes) => {
    const next = template({ Asks: asks, Orders: table({ GlobalSecondaryIndexes: indexes }) });
    expect(phrases(next)).toEqual([`drop index by-due of ${stack}/Orders`]);
  });

  test('with one index more is let through, with two it would fail', () => {
    const more = (...names: string[]) =>
      template({
        Asks: asks,
        Orders: table({
          GlobalSecondaryIndexes: [
            index('by-time', 'book'),
            index('by-due', 'due'),
            ...names.map((name) => index(name, name)),
          ],
        }),
      });
    expect(phrases(more('by-fan'))).toEqual([]);
    expect(phrases(more('by-fan', 'by-show'))).toEqual([`change 2 indexes of ${stack}/Orders`]);
  });

  test('that lowers a warm throughput is refused, one that raises it is not', () => {
    const warm = (ReadUnitsPerSecond: number) =>
      template({ Asks: asks, Orders: table({ WarmThroughput: { ReadUnitsPerSecond, WriteUnitsPerSecond: 4_000 } }) });
    expect(phrases(warm(8_000))).toEqual([`lower ${stack}/Orders`]);
    expect(phrases(warm(24_000))).toEqual([]);
  });
});
