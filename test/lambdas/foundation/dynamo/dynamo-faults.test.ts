import http from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import { openDynamo } from '../../../../lambdas/foundation/dynamo/dynamo.gateway.ts';
import { bothClients, type Env, type Limits, thrownBy } from './both-clients.ts';
import { fault, type Script, type ServedCall, scriptedServer } from './scripted-server.ts';

/* What the wire can do to a call. The SDK stands beside our client as the measure of it: both must end each call alike. */

const get = { TableName: 'things', Key: { pk: 'a', sk: 'THING' } };
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
const serving = async (script: Script) => {
  const server = await scriptedServer(script);
  stops.push(server.stop);
  return server;
};

describe.each(bothClients)('$name', ({ open }) => {
  const opened = (env: Env, limits: Limits = {}) => {
    const dynamo = open(env, limits);
    stops.push(() => dynamo.stop());
    return dynamo;
  };

  test('signs what it sends, also in other scripts than ours', async () => {
    const { env, served } = await serving(() => [200, {}]);
    await opened(env).call('GetItem', { TableName: 'things', Key: { pk: 'Zoë 😀 \u2028 "\\', sk: 'ü' } });
    const [call] = served as [ServedCall];
    expect(JSON.parse(call.body)).toEqual({
      TableName: 'things',
      Key: { pk: { S: 'Zoë 😀 \u2028 "\\' }, sk: { S: 'ü' } },
    });
    expect(call.headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.GetItem',
      'x-amz-security-token': 'a-session',
    });
    expect(call.headers.authorization).toBe(await signatureOf(call, env));
  });

  test.each([
    ['ConditionalCheckFailedException', 400],
    ['ValidationException', 400],
    ['ResourceNotFoundException', 400],
    ['AccessDeniedException', 400],
    ['ExpiredTokenException', 400],
    ['UnrecognizedClientException', 400],
    ['ItemCollectionSizeLimitExceededException', 400],
  ])('throws %s at once, under its name', async (name, status) => {
    const { env, served } = await serving(() => [status, fault(name, 'these are its words')]);
    const error = await thrownBy(opened(env).call('PutItem', { TableName: 'things', Item: { pk: 'a' } }));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name, message: 'these are its words', $metadata: { httpStatusCode: status } });
    expect(served).toHaveLength(1);
  });

  test('tells the item that stands, if its condition failed and DynamoDB says it', async () => {
    const Item = { pk: { S: 'a' }, seats: { L: [{ N: '7' }] }, data: { B: 'AAEC' }, of: { SS: ['x'] } };
    const { env } = await serving(() => [400, fault('ConditionalCheckFailedException', 'no', { Item })]);
    const error = await thrownBy(opened(env).call('PutItem', { TableName: 'things', Item: { pk: 'a' } }));
    expect(error.Item).toEqual({ pk: 'a', seats: [7], data: Uint8Array.of(0, 1, 2), of: new Set(['x']) });
  });

  test.each([
    ['ProvisionedThroughputExceededException', 400, 1000],
    ['ThrottlingException', 400, 1000],
    ['RequestLimitExceeded', 400, 1000],
    ['TransactionInProgressException', 400, 1000],
    ['InternalServerError', 500, 50],
    ['ServiceUnavailable', 503, 50],
    ['RequestTimeout', 400, 50],
  ])('tries again after %s, with pauses that double, three times in all', async (name, status, baseMs) => {
    const pauses: [number, number][] = [];
    const { env, served } = await serving(() => [status, fault(name, 'slower, please')]);
    const dynamo = opened(env, { paused: (...pause) => pauses.push(pause) });
    expect(await thrownBy(dynamo.call('GetItem', get))).toMatchObject({ name, message: 'slower, please' });
    expect(served).toHaveLength(3);
    expect(pauses).toEqual([
      [0, baseMs],
      [1, baseMs],
    ]);
  });

  test.each([
    ['a throttle', [400, fault('ThrottlingException')]],
    ['a fault of the service', [500, fault('InternalServerError')]],
    ['a page of something in between', [503, '<html>busy</html>']],
    ['a reset', (response) => void response.socket?.resetAndDestroy()],
    ['an end without an answer', (response) => void response.socket?.end()],
    [
      'half an answer',
      (response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"Item"', () => response.socket?.destroy());
      },
    ],
  ] as [string, ReturnType<Script>][])('gets its answer after %s', async (_, first) => {
    const { env, served } = await serving((_, nth) => (nth === 0 ? first : [200, { Item: { pk: { S: 'a' } } }]));
    expect(await opened(env).call('GetItem', get)).toEqual({ Item: { pk: 'a' } });
    expect(served).toHaveLength(2);
  });

  test('gives up after three resets', async () => {
    const { env, served } = await serving(() => (response) => void response.socket?.resetAndDestroy());
    expect((await thrownBy(opened(env).call('GetItem', get))).message).toContain('ECONNRESET');
    expect(served).toHaveLength(3);
  });

  test('throws what is not JSON at once', async () => {
    const { env, served } = await serving(() => [200, 'hello']);
    expect(await thrownBy(opened(env).call('GetItem', get))).toBeInstanceOf(Error);
    expect(served).toHaveLength(1);
  });

  test('does not take a page for an answer, whatever its status', async () => {
    const { env, served } = await serving(() => [403, '<html>who are you?</html>']);
    expect((await thrownBy(opened(env).call('GetItem', get))).$metadata?.httpStatusCode).toBe(403);
    expect(served).toHaveLength(1);
  });
});

describe('our client', () => {
  let env: Record<string, string>;
  let served: readonly ServedCall[];
  beforeEach(async () => {
    ({ env, served } = await serving(() => [200, {}]));
  });

  test('goes to the address of all services, where DynamoDB has none of its own', async () => {
    const { AWS_ENDPOINT_URL_DYNAMODB: AWS_ENDPOINT_URL, ...rest } = env;
    await openDynamo({ env: { ...rest, AWS_ENDPOINT_URL } }).call('GetItem', get);
    expect(served).toHaveLength(1);
  });

  test.each(['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])('says that %s is missing', async (name) => {
    const dynamo = openDynamo({ env: { ...env, [name]: undefined } });
    expect((await thrownBy(dynamo.call('GetItem', get))).message).toContain(`${name} is not set`);
  });

  test('signs by the credentials that stand when it is asked', async () => {
    const dynamo = openDynamo({ env });
    await dynamo.call('GetItem', get);
    Object.assign(env, { AWS_ACCESS_KEY_ID: 'AKIDNEXT', AWS_SECRET_ACCESS_KEY: 'next', AWS_SESSION_TOKEN: '' });
    await dynamo.call('GetItem', get);
    expect(served.map(({ headers }) => /Credential=(\w+)/.exec(headers.authorization ?? '')?.[1])).toEqual([
      'AKIDEXAMPLE',
      'AKIDNEXT',
    ]);
    expect(served[1]?.headers).not.toHaveProperty('x-amz-security-token');
    expect(served[1]?.headers.authorization).toBe(await signatureOf(served[1] as ServedCall, env));
  });

  test('asks by the request of Node’s own module, where a trace of X-Ray listens', async () => {
    const real = http.request;
    let heard = 0;
    http.request = ((...given: Parameters<typeof real>) => {
      heard += 1;
      return real(...given);
    }) as typeof real;
    try {
      await openDynamo({ env }).call('GetItem', get);
    } finally {
      http.request = real;
    }
    expect(heard).toBe(1);
  });

  test('does not try again what another clock would not help', async () => {
    const away = { date: new Date(Date.now() + 3_600_000).toUTCString() };
    const server = await serving(() => [400, fault('ValidationException'), away]);
    const dynamo = openDynamo({ env: server.env });
    await thrownBy(dynamo.call('GetItem', get));
    const before = server.served.length;
    await thrownBy(dynamo.call('GetItem', get));
    expect(server.served.length - before).toBe(1);
  });
});

/** The signature of a call by a second implementation. */
async function signatureOf({ headers, body, signedAt }: ServedCall, env: Env): Promise<string | undefined> {
  const names = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  expect(names).toEqual(expect.arrayContaining(['host', 'x-amz-date', 'x-amz-target']));
  const signer = new SignatureV4({
    service: 'dynamodb',
    region: env.AWS_REGION ?? '',
    sha256: Sha256,
    // It would add a header that was not sent.
    applyChecksum: names.includes('x-amz-content-sha256'),
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
      ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }),
    },
  });
  const signed = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: '/',
      query: {},
      headers: Object.fromEntries(names.map((name) => [name, `${headers[name]}`])),
      body,
    },
    { signingDate: new Date(signedAt), signableHeaders: new Set(names) },
  );
  return signed.headers.authorization;
}
