/** A call of DynamoDB must be allowed one action on each table or index that it names. */
import type { Ask } from '../iam/judge.ts';

type Fields = Readonly<Record<string, unknown>>;

const bag = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** Each part of a write transaction is allowed as what it does. */
const partActions: Readonly<Record<string, string>> = {
  ConditionCheck: 'ConditionCheckItem',
  Delete: 'DeleteItem',
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
};

/** A restore is allowed these on the new table. */
const restoredBy = ['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'];

const partsOf = (action: string, input: Fields): readonly (readonly [action: string, table: unknown])[] => {
  const items = Array.isArray(input.TransactItems) ? input.TransactItems : [];
  if (action === 'TransactWriteItems' || action === 'TransactGetItems') {
    return items.flatMap((item) =>
      Object.entries(bag(item)).map(([part, of]) => [partActions[part] ?? action, bag(of).TableName] as const),
    );
  }
  if (action === 'BatchGetItem' || action === 'BatchWriteItem') {
    return Object.keys(bag(input.RequestItems)).map((table) => [action, table] as const);
  }
  if (action === 'RestoreTableToPointInTime') {
    const written = restoredBy.map((each) => [each, input.TargetTableName] as const);
    return [[action, input.SourceTableName ?? input.SourceTableArn], ...written];
  }
  return [[action, input.TableName ?? input.ResourceArn]];
};

/** @param region of the signature. @param input the body, which may be anything. */
export const dynamoAsks = (action: string, input: unknown, region: string, account: string): readonly Ask[] => {
  const given = bag(input);
  return partsOf(action, given).map(([each, table]) => {
    // Tables are named, or given by arn.
    const owner =
      typeof table !== 'string' || table === ''
        ? '*'
        : table.startsWith('arn:')
          ? table
          : `arn:aws:dynamodb:${region}:${account}:table/${table}`;
    const index = typeof given.IndexName === 'string' ? `/index/${given.IndexName}` : '';
    return { action: `dynamodb:${each}`, resource: `${owner}${index}`, owner };
  });
};
