import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type AttributeDefinition,
  CreateTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  ListTablesCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynaliteServer from 'dynalite';
import { callTimes } from '../contracts/call-times.ts';
import { openDynamo } from '../lambdas/foundation/dynamo/dynamo.gateway.ts';
import type { Dynamo } from '../lambdas/foundation/dynamo/dynamo.ts';
import { findDynamoDbLocal } from '../local-cloud/dynamodb/dynamodb-local-engine.ts';

/*
 * The database engines on which every store's contract runs: dynalite in `npm test`, and Amazon's own DynamoDB Local in
 * `npm run test:deep`, where Java 17 and its jar are found (on-dynamodb-local.deep.test.ts). With CI=true nothing may
 * be missing.
 */

/** An engine on a busy machine may take long to take a connection. */
const times = { ...callTimes(30_000), connectMs: 30_000 };

export interface Engine {
  readonly name: string;
  start(): Promise<RunningEngine>;
}

export interface RunningEngine {
  /** As our functions speak to it. */
  readonly dynamo: Dynamo;
  /** As the rest of the world does. */
  readonly client: DynamoDBDocumentClient;
  /** For `AWS_ENDPOINT_URL_DYNAMODB`. */
  readonly endpoint: string;
  /** A table with keys `pk` and `sk`, and indexes with keys of the given names. All are strings. */
  createTable(name: string, more?: { readonly gsis?: readonly Index[] }): Promise<void>;
  stop(): Promise<void>;
}

export interface Index {
  readonly name: string;
  readonly pk: string;
  readonly sk?: string;
}

export const dynalite: Engine = {
  name: 'dynalite',
  async start() {
    const server = dynaliteServer({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return running(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    });
  },
};

function dynamoDbLocal(folder: string): Engine {
  return {
    name: 'dynamodb-local',
    async start() {
      const port = await freePort();
      const java = spawn(
        'java',
        [
          `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
          ...['-jar', join(folder, 'DynamoDBLocal.jar'), '-port', `${port}`],
          ...['-inMemory', '-sharedDb', '-disableTelemetry'],
        ],
        // It leaves a file about itself in its working folder.
        { stdio: 'ignore', cwd: tmpdir() },
      );
      const engine = running(`http://127.0.0.1:${port}`, async () => {
        java.kill();
        if (java.exitCode === null && java.signalCode === null) await once(java, 'exit');
      });
      await untilItAnswers(java, engine.client);
      return engine;
    },
  };
}

/** Amazon's own engine, or undefined where it is not and may be missing. */
export function foundDynamoDbLocal(): Engine | undefined {
  const found = findDynamoDbLocal(process.env.DYNAMODB_LOCAL_DIR);
  if (found.ok) return dynamoDbLocal(found.folder);
  if (process.env.CI === 'true') throw new Error(found.problem);
  console.warn(`THE SECOND DATABASE ENGINE IS SKIPPED. ${found.problem}`);
  return undefined;
}

function running(endpoint: string, stopServer: () => Promise<void>): RunningEngine {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'eu-west-2',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const env = {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  return {
    dynamo: openDynamo({ env, times }),
    client,
    endpoint,
    async createTable(name, { gsis = [] } = {}) {
      const keys = ['pk', 'sk', ...gsis.flatMap(({ pk, sk }) => (sk ? [pk, sk] : [pk]))];
      await client.send(
        new CreateTableCommand({
          TableName: name,
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: keySchema('pk', 'sk'),
          AttributeDefinitions: [...new Set(keys)].map(
            (key): AttributeDefinition => ({ AttributeName: key, AttributeType: 'S' }),
          ),
          ...(gsis.length > 0 && {
            GlobalSecondaryIndexes: gsis.map(
              (index): GlobalSecondaryIndex => ({
                IndexName: index.name,
                KeySchema: keySchema(index.pk, index.sk),
                Projection: { ProjectionType: 'ALL' },
              }),
            ),
          }),
        }),
      );
      await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: name });
    },
    async stop() {
      client.destroy();
      await stopServer();
    },
  };
}

function keySchema(pk: string, sk: string | undefined) {
  const hash = { AttributeName: pk, KeyType: 'HASH' } as const;
  return sk ? [hash, { AttributeName: sk, KeyType: 'RANGE' } as const] : [hash];
}

/** DynamoDB Local cannot choose a port for itself. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilItAnswers(java: ChildProcess, client: DynamoDBDocumentClient): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (java.exitCode !== null) throw new Error(`DynamoDB Local ended with exit code ${java.exitCode}`);
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch (error) {
      if (attempt === 299) throw new Error('DynamoDB Local does not answer', { cause: error });
      await wait(100);
    }
  }
}
