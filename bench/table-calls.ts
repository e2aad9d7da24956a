import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { openDynamo } from '../lambdas/foundation/dynamo/dynamo.gateway.ts';
import { type Measure, median } from './measure.ts';

/*
 * What one call of a table costs the processor: by the client that our functions have, and by the SDK's document client
 * in its place (decision 84). They take turns, so that whatever else the machine does meets both.
 */

const warmUp = 2000;
const callsATurn = 1000;
const turns = 7;
const inFlight = 8;
/** As long as Lambda's. */
const sessionToken = 'session'.repeat(100);
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a-secret', sessionToken };

export async function benchTableCalls(): Promise<readonly Measure[]> {
  const pk = 'LINE#bench';
  const server = fork(fileURLToPath(new URL('same-answer.ts', import.meta.url)), { env: { ...process.env, PK: pk } });
  const [{ port }] = (await once(server, 'message')) as [{ readonly port: number }];
  const endpoint = `http://127.0.0.1:${port}`;

  const ours = openDynamo({
    env: {
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: 'local-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    },
  });
  const sdk = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: 'local-1', credentials }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const asked = { TableName: 'Lines', Key: { pk, sk: 'LINE' }, ConsistentRead: true };
  const clients = [() => ours.call('GetItem', asked), () => sdk.send(new GetCommand(asked))] as const;

  for (const read of clients) {
    const { Item } = await read();
    if (Item?.pk !== pk) throw new Error('A read of the bench found another item');
    await many(read, warmUp);
  }
  const taken: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn += 1)
    for (const [at, read] of clients.entries()) taken[at]?.push(await many(read, callsATurn));
  sdk.destroy();
  server.disconnect();
  await once(server, 'exit');

  const [lean, reference] = [median(taken[0]), median(taken[1])];
  const how = `one item of a server that always says the same, ${inFlight} in flight; the median of ${turns} turns of ${callsATurn}`;
  return [
    { name: 'a read of a table: processor', value: lean, unit: 'ms', how },
    { name: 'a read of a table by the SDK: processor', value: reference, unit: 'ms', how: 'the same reads, in turns' },
    { name: 'a read of a table, ours against the SDK', value: lean / reference, unit: 'times', aim: { atMost: 0.6 } },
  ];
}

/** Milliseconds of processor that a call took. */
async function many(read: () => Promise<unknown>, count: number): Promise<number> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await read();
  };
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}
