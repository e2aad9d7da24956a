/**
 * Turns `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable` into a `CreateTable` request. All
 * tables are on demand here: a laptop has no provisioned throughput to honour.
 */
import type { Properties } from '../properties.ts';

interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

export interface IndexDefinition {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
}

/** A `CreateTable` request. */
export interface TableDefinition {
  readonly TableName: string;
  readonly BillingMode: 'PAY_PER_REQUEST';
  readonly KeySchema: readonly KeyElement[];
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly GlobalSecondaryIndexes?: readonly IndexDefinition[];
  readonly LocalSecondaryIndexes?: readonly IndexDefinition[];
}

const known = [
  'TableName',
  'KeySchema',
  'AttributeDefinitions',
  'GlobalSecondaryIndexes',
  'LocalSecondaryIndexes',
  // Size and price: a caller sees none of them. Safety: table-care.ts.
  'BillingMode',
  'ProvisionedThroughput',
  'WriteProvisionedThroughputSettings',
  'WriteOnDemandThroughputSettings',
  'ReadProvisionedThroughputSettings',
  'ReadOnDemandThroughputSettings',
  'OnDemandThroughput',
  'WarmThroughput',
  'PointInTimeRecoverySpecification',
  'ContributorInsightsSpecification',
  'DeletionProtectionEnabled',
  'ResourcePolicy',
  'SSESpecification',
  'TableClass',
  'Tags',
  'Replicas',
  // Items past their time stay for days in DynamoDB too; nobody may rely on their deletion.
  'TimeToLiveSpecification',
];

const keySchema = (properties: Properties): readonly KeyElement[] =>
  properties.list('KeySchema').map((element) => ({
    AttributeName: element.text('AttributeName'),
    KeyType: element.text('KeyType') === 'HASH' ? 'HASH' : 'RANGE',
  }));

const indexes = (properties: Properties, name: string): readonly IndexDefinition[] =>
  properties.list(name).map((index) => {
    const projection = index.inside('Projection') ?? index.fail('Projection is missing');
    const others = projection.texts('NonKeyAttributes');
    return {
      IndexName: index.text('IndexName'),
      KeySchema: keySchema(index),
      Projection: {
        ProjectionType: projection.text('ProjectionType'),
        ...(others.length === 0 ? {} : { NonKeyAttributes: others }),
      },
    };
  });

export const tableDefinition = (properties: Properties, name: string): TableDefinition => {
  properties.only(known);
  const global = indexes(properties, 'GlobalSecondaryIndexes');
  const local = indexes(properties, 'LocalSecondaryIndexes');
  const keys = keySchema(properties);
  if (keys.length === 0) properties.fail('KeySchema is missing');
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keys,
    AttributeDefinitions: properties.list('AttributeDefinitions').map((attribute) => ({
      AttributeName: attribute.text('AttributeName'),
      AttributeType: attribute.text('AttributeType'),
    })),
    ...(global.length === 0 ? {} : { GlobalSecondaryIndexes: global }),
    ...(local.length === 0 ? {} : { LocalSecondaryIndexes: local }),
  };
};

interface Described {
  readonly KeySchema?: readonly KeyElement[];
  readonly GlobalSecondaryIndexes?: readonly IndexDefinition[];
  readonly LocalSecondaryIndexes?: readonly IndexDefinition[];
}

const shape = ({ KeySchema = [], GlobalSecondaryIndexes = [], LocalSecondaryIndexes = [] }: Described): string => {
  const keys = (schema: readonly KeyElement[]) => schema.map((key) => `${key.KeyType} ${key.AttributeName}`).sort();
  const named = (all: readonly IndexDefinition[]) =>
    all.map((index) => [index.IndexName, keys(index.KeySchema)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([keys(KeySchema), named(GlobalSecondaryIndexes), named(LocalSecondaryIndexes)]);
};

/** Whether a table that is there already has the keys and indexes that the template asks for. */
export const sameShape = (wanted: TableDefinition, there: Described): boolean => shape(wanted) === shape(there);
