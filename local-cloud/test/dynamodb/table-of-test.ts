/** A table with an index and recovery, on an engine whose clock the test moves: it says when each write was. */
import type { Server } from 'node:http';
import {
  CreateTableCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  RestoreTableToPointInTimeCommand,
  type RestoreTableToPointInTimeInput,
  ScanCommand,
  UpdateContinuousBackupsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach } from '@jest/globals';
import { dynaliteServer } from '../../dynamodb/dynalite-server.ts';
import { close, listen } from '../../http/listener.ts';
import { operatorCredentials } from '../../iam/caller.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export const TableName = 'things';

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const definition = {
  TableName,
  BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: [text('pk'), text('sk'), text('colour')],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-colour',
      KeySchema: [{ AttributeName: 'colour', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'ALL' as const },
    },
  ],
};

export const keyOf = (pk: string) => ({ pk: { S: pk }, sk: { S: 'of ~ all' } });

export class TableOfTest {
  readonly clock = { now: Date.parse('2027-03-01T09:00:00Z') };
  readonly #path = temporaryFolder();
  #server: Server | undefined;
  #dynamo: DynamoDBClient | undefined;

  get dynamo(): DynamoDBClient {
    if (this.#dynamo === undefined) throw new Error('the engine is not started');
    return this.#dynamo;
  }

  async start(mostBytes?: number): Promise<void> {
    const bound = mostBytes === undefined ? {} : { mostBytes };
    this.#server = await dynaliteServer({ path: this.#path, now: () => this.clock.now, ...bound });
    const endpoint = `http://127.0.0.1:${await listen(this.#server, 0)}`;
    this.#dynamo = new DynamoDBClient({ region: 'eu-west-2', endpoint, credentials: operatorCredentials });
  }

  async stop(): Promise<void> {
    this.#dynamo?.destroy();
    if (this.#server !== undefined) await close(this.#server);
  }

  async make(): Promise<void> {
    await this.dynamo.send(new CreateTableCommand(definition));
    await this.active(TableName);
    await this.recover(true);
    this.clock.now += 1000;
  }

  async active(name: string): Promise<void> {
    for (;;) {
      const { Table } = await this.dynamo.send(new DescribeTableCommand({ TableName: name }));
      if (Table?.TableStatus === 'ACTIVE') return;
    }
  }

  recover(PointInTimeRecoveryEnabled: boolean) {
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled };
    return this.dynamo.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
  }

  put(pk: string, colour: string, more: { readonly ConditionExpression?: string } = {}) {
    return this.dynamo.send(new PutItemCommand({ TableName, Item: { ...keyOf(pk), colour: { S: colour } }, ...more }));
  }

  remove(pk: string) {
    return this.dynamo.send(new DeleteItemCommand({ TableName, Key: keyOf(pk) }));
  }

  /** All items of a table in one order, and how many are in its index. */
  async contentOf(name: string) {
    const { Items = [] } = await this.dynamo.send(new ScanCommand({ TableName: name }));
    const indexed = await this.dynamo.send(new ScanCommand({ TableName: name, IndexName: 'by-colour' }));
    return { items: Items.map((item) => JSON.stringify(item)).sort(), indexed: indexed.Items?.length };
  }

  ask(input: Partial<RestoreTableToPointInTimeInput>) {
    const asked = { SourceTableName: TableName, TargetTableName: 'restored', ...input };
    return this.dynamo.send(new RestoreTableToPointInTimeCommand(asked));
  }

  async restore(at: number, TargetTableName: string): Promise<void> {
    await this.ask({ TargetTableName, RestoreDateTime: new Date(at) });
    await this.active(TargetTableName);
  }
}

/** A table of its own for each test of the file or the block. */
export function tableOfEachTest(): () => TableOfTest {
  let table: TableOfTest;
  beforeEach(async () => {
    table = new TableOfTest();
    await table.start();
    await table.make();
  });
  afterEach(() => table.stop());
  return () => table;
}
