import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type CallTimes, callTimes } from '../../../contracts/call-times.ts';
import { endCallsInTime, type InTime, inTime } from '../../../lambdas/foundation/clients.gateway.ts';
import { droppingPort, silentServer } from './silent-server.ts';

/* Against services that do not answer, in real time: with a try of a tenth of a second instead of two. */

const running: { stop(): unknown }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});
const started = async <One extends { stop(): unknown }>(starting: Promise<One>): Promise<One> => {
  const one = await starting;
  running.push(one);
  return one;
};

const times: CallTimes = { ...callTimes(100), tries: 2 };
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const ending = <Made extends { destroy(): void }>(client: Made): Made => {
  running.push({ stop: () => client.destroy() });
  return client;
};
const dynamo = (endpoint: string, limits: Partial<InTime> = {}) =>
  ending(
    inTime((config) => new DynamoDBClient({ ...config, region: 'local-1', endpoint, credentials }), {
      times,
      endsAt: () => Number.POSITIVE_INFINITY,
      ...limits,
    }),
  );
const look = (client: DynamoDBClient) =>
  client.send(new GetItemCommand({ TableName: 'things', Key: { pk: { S: '' } } }));

/** How the call ended, and after how many milliseconds. */
async function endOf(call: Promise<unknown>) {
  const beganAt = performance.now();
  const error = await call.then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  return { error, ms: performance.now() - beganAt };
}

describe('a call', () => {
  test('of a service that takes connections and never answers is a fault, after its tries', async () => {
    const service = await started(silentServer());
    const { error, ms } = await endOf(look(dynamo(service.endpoint, { times: { ...times, callMs: 5000 } })));
    expect(error?.name).toBe('TimeoutError');
    expect(service.requests()).toBe(times.tries);
    expect(ms).toBeGreaterThanOrEqual(times.tries * times.tryMs - 5);
  });

  test('of a port that drops connections is a fault', async () => {
    const port = await started(droppingPort());
    const { error } = await endOf(look(dynamo(port.endpoint, { times: { ...times, tryMs: 2000, callMs: 10_000 } })));
    expect(error?.message).toMatch(/did not establish a connection.*100 ms/);
  });

  test('whose answer stops in the middle is a fault', async () => {
    const half = 'HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: 100\r\n\r\n{"Item"';
    const service = await started(silentServer(half));
    expect((await endOf(look(dynamo(service.endpoint)))).error).toBeInstanceOf(Error);
  });

  test('of a file that stops in the middle is a fault', async () => {
    const service = await started(silentServer('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"seats"'));
    const place = { region: 'local-1', endpoint: service.endpoint, credentials, forcePathStyle: true };
    const s3 = ending(inTime((config) => new S3Client({ ...config, ...place }), { times }));
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'files', Key: 'plan.json' }));
    expect((await endOf(Body?.transformToByteArray() ?? Promise.resolve())).error?.message).toMatch(/timed out/);
  });

  test('whose answer comes a letter at a time ends all the same', async () => {
    const service = await started(silentServer('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{'));
    const trickle = setInterval(() => service.say(' '), 20);
    running.push({ stop: () => clearInterval(trickle) });
    const { error } = await endOf(look(dynamo(service.endpoint, { times: { ...times, tryMs: 2000, callMs: 350 } })));
    expect(error?.message).toBe('A call was not answered within 350 ms');
  });

  test('without these times waits for as long as the service is silent', async () => {
    const service = await started(silentServer());
    const bare = ending(new DynamoDBClient({ region: 'local-1', endpoint: service.endpoint, credentials }));
    const patience = new Promise((resolve) => setTimeout(resolve, times.callMs, 'still waiting'));
    const call = look(bare).catch(() => 'ended');
    expect(await Promise.race([call, patience])).toBe('still waiting');
  });
});

describe('a call within an invocation', () => {
  /** The time that the call had when it began: on a busy machine some of the invocation's is gone by then. */
  const msGiven = (error: Error | undefined) =>
    Number(/^A call was not answered within (\d+) ms$/.exec(error?.message ?? '')?.[1]);

  test('ends before it, and none begins after that', async () => {
    const service = await started(silentServer());
    const endsAt = Date.now() + 600;
    const client = dynamo(service.endpoint, { times: callTimes(1000), endsAt: () => endsAt });
    const { error } = await endOf(look(client));
    expect(msGiven(error)).toBeLessThanOrEqual(600);
    expect((await endOf(look(client))).error?.message).toBe('No time was left for a call');
    expect(service.requests()).toBe(1);
  });

  test('has a second less than Lambda gives the invocation, for the answer', async () => {
    const service = await started(silentServer());
    const { endpoint } = service;
    const place = { region: 'local-1', endpoint, credentials };
    const client = ending(inTime((config) => new DynamoDBClient({ ...config, ...place }), { times: callTimes(1000) }));
    endCallsInTime.before({ context: { getRemainingTimeInMillis: () => 1600 } });
    const { error } = await endOf(look(client));
    endCallsInTime.before({ context: {} });
    expect(msGiven(error)).toBeLessThanOrEqual(600);
  });
});
