import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import dynalite from 'dynalite';
import { findDynamoDbLocal } from '../local-cloud/dynamodb/dynamodb-local-engine.ts';
import { callDynamo } from '../local-cloud/dynamodb/engine.ts';

/** A database engine on a port of this machine. */
export interface BenchEngine {
  readonly url: string;
  stop(): Promise<void>;
}

/** In this process, in memory. It has no transactions. */
export async function startDynalite(): Promise<BenchEngine> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Amazon's own engine, which has transactions, in memory. Throws if this machine cannot run it. */
export async function startAmazons(): Promise<BenchEngine> {
  const found = findDynamoDbLocal(process.env.DYNAMODB_LOCAL_DIR);
  if (!found.ok) throw new Error(found.problem);
  const port = await freePort();
  const java = spawn(
    'java',
    [
      `-Djava.library.path=${join(found.folder, 'DynamoDBLocal_lib')}`,
      ...['-jar', join(found.folder, 'DynamoDBLocal.jar'), '-port', `${port}`],
      ...['-inMemory', '-sharedDb', '-disableTelemetry'],
    ],
    // It leaves a file about itself in its working folder.
    { stdio: 'ignore', cwd: tmpdir() },
  );
  const url = `http://127.0.0.1:${port}`;
  for (
    let attempt = 0;
    (await callDynamo(url, 'ListTables', {}).catch(() => undefined))?.status !== 200;
    attempt += 1
  ) {
    if (java.exitCode !== null || attempt === mostAttempts) throw new Error('DynamoDB Local does not answer');
    await wait(100);
  }
  return {
    url,
    async stop() {
      java.kill();
      if (java.exitCode === null && java.signalCode === null) await once(java, 'exit');
    },
  };
}

const mostAttempts = 300;

/** DynamoDB Local cannot choose a port for itself. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
