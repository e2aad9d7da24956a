import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { openDynamo } from '../lambdas/foundation/dynamo/dynamo.gateway.ts';
import type { Dynamo } from '../lambdas/foundation/dynamo/dynamo.ts';
import { type BenchEngine, startDynalite } from './engine.gateway.ts';

/** Capacity units as the engine counts them, and how many calls they took. */
export interface Units {
  readonly read: number;
  readonly write: number;
  readonly calls: number;
}

export interface MeteredTable {
  /** As our stores speak to it. */
  readonly dynamo: Dynamo;
  /** As others do. */
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  /** Units since the last time this was asked. A write that was refused has cost some and says none. */
  spent(): Units;
  stop(): Promise<void>;
}

const wantsUnits = { ReturnConsumedCapacity: 'TOTAL' } as const;

/** Calls that write; every other one reads. */
const writing = /^(Put|Update|Delete|BatchWrite|TransactWrite)/;

/**
 * A table with keys `pk` and `sk` on the engine given, or on one of its own in this process. The client asks every
 * answer for its consumed capacity and adds it up, so the code that is measured knows nothing of it.
 */
export async function openMeteredTable(name: string, given?: BenchEngine): Promise<MeteredTable> {
  const engine = given ?? (await startDynalite());
  const plain = new DynamoDBClient({
    endpoint: engine.url,
    region: 'local-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await plain.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk'].map((key) => ({ AttributeName: key, AttributeType: 'S' as const })),
    }),
  );
  await waitUntilTableExists({ client: plain, maxWaitTime: 20, minDelay: 1 }, { TableName: name });

  let read = 0;
  let write = 0;
  let calls = 0;
  const note = (call: string, said: object) => {
    const { ConsumedCapacity = [] } = said as { ConsumedCapacity?: Capacity | readonly Capacity[] };
    const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
    calls += 1;
    if (writing.test(call)) write += units;
    else read += units;
  };
  plain.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        Object.assign(args.input, wantsUnits);
        const result = await next(args);
        note(commandName, result.output);
        return result;
      },
    { step: 'initialize', name: 'meter' },
  );
  const lean = openDynamo({
    env: {
      AWS_ENDPOINT_URL_DYNAMODB: engine.url,
      AWS_REGION: 'local-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
  });
  return {
    dynamo: {
      async call(call, asked) {
        const said = await lean.call(call, { ...asked, ...wantsUnits });
        note(call, said);
        return said;
      },
    },
    client: DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } }),
    name,
    spent() {
      const units = { read, write, calls };
      read = 0;
      write = 0;
      calls = 0;
      return units;
    },
    async stop() {
      plain.destroy();
      if (!given) await engine.stop();
    },
  };
}

interface Capacity {
  readonly CapacityUnits?: number;
}
