import { beforeAll, describe, expect, test } from '@jest/globals';
import { handlers } from '../../contracts/handlers.ts';
import { otherWayRound } from './stages.ts';
import { type Resource, type Synthesized, synthesize } from './synthesize.ts';

/* The templates of a stage whose settings name restored tables: all that touches a table is given the restored one. */

let platform: Synthesized;
let usual: Synthesized;
beforeAll(async () => {
  [platform, usual] = await Promise.all([synthesize(otherWayRound), synthesize()]);
});

const { restored } = otherWayRound;
const variables = {
  LINES_TABLE: restored.lines,
  HOUSES_TABLE: restored.houses,
  ORDERS_TABLE: restored.orders,
} as const;
const of = ({ resources }: Synthesized, type: string): readonly Resource[] =>
  resources.filter(({ Type }) => Type === type);
const dynamo = (stage: Synthesized) =>
  of(stage, 'AWS::IAM::Policy').flatMap(({ Properties }) =>
    Properties.PolicyDocument.Statement.filter(({ Action }: { Action: unknown }) =>
      /dynamodb/.test(JSON.stringify(Action)),
    ),
  );

describe('a table that was restored', () => {
  test('is the one that every function is told of', () => {
    const told = of(platform, 'AWS::Lambda::Function').flatMap(({ Properties }) =>
      Object.entries<unknown>(Properties.Environment?.Variables ?? {}).filter(([name]) => name in variables),
    );
    const expected = Object.values(handlers).flatMap(({ env }: { readonly env: readonly string[] }) =>
      env.flatMap((name) => (name in variables ? [[name, variables[name as keyof typeof variables]]] : [])),
    );
    expect(told.sort()).toEqual(expected.sort());
  });

  test('is the one that they may touch, with its indexes, in the same ways as before', () => {
    const allowed = dynamo(platform);
    const resources = allowed.flatMap(({ Resource }) => [Resource].flat()).map((one) => JSON.stringify(one));
    expect(resources.filter((one) => !Object.values(restored).some((name) => one.includes(`:table/${name}`)))).toEqual(
      [],
    );
    expect(resources.filter((one) => one.includes('/index/by-due')).length).toBeGreaterThan(0);
    const actions = (stage: Synthesized) => dynamo(stage).map(({ Action }) => [Action].flat().join());
    expect(actions(platform)).toEqual(actions(usual));
  });

  test('has the alarms of the table in whose place it is', () => {
    const names = of(platform, 'AWS::CloudWatch::Alarm').flatMap(
      ({ Properties }) => JSON.stringify(Properties).match(/"Name":"TableName","Value":[^}]*/g) ?? [],
    );
    expect(new Set(names.map((one) => one.split(':').at(-1)?.replaceAll('"', '')))).toEqual(
      new Set(Object.values(restored)),
    );
  });

  test('leaves the stack’s own table where it is, with what is in it, even on a stage that keeps nothing', () => {
    const tables = of(platform, 'AWS::DynamoDB::GlobalTable');
    expect(tables.map(({ id }) => id).sort()).toEqual(
      of(usual, 'AWS::DynamoDB::GlobalTable')
        .map(({ id }) => id)
        .sort(),
    );
    for (const { DeletionPolicy, Properties } of tables) {
      expect(DeletionPolicy).toBe('RetainExceptOnCreate');
      expect(Properties.Replicas[0].DeletionProtectionEnabled).toBe(true);
    }
  });

  test('is named by the stacks’ outputs', () => {
    const { lines, houses, orders } = restored;
    expect(platform.outputs).toMatchObject({
      LinesTable: { Value: lines },
      HousesTable: { Value: houses },
      OrdersTable: { Value: orders },
      RestoredTableOfLines: { Value: lines },
      RestoredTableOfHouses: { Value: houses },
      RestoredTableOfOrders: {
        Value: orders,
        Description: expect.stringMatching(/in the place of this stack's own table of orders, which is kept/),
      },
    });
    expect(Object.keys(usual.outputs).filter((name) => /^Restored/.test(name))).toEqual([]);
  });
});
