import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Context } from 'aws-lambda';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { cacheControl, published } from '../../../contracts/paths.ts';
import { makeSigned } from '../../../lambdas/foundation/signing.ts';
import { dynalite, type RunningEngine } from '../../engines.ts';
import { testMs } from '../../patience.ts';
import { until } from '../../until.ts';
import { silentServer } from '../foundation/silent-server.ts';
import { importHandler } from '../import-handler.ts';
import { fakeAws, lambdaEnvironment } from '../ordering/fake-aws.ts';
import { fakeSqs } from './fake-sqs.ts';
import { best, drawPlan } from './small-stage.ts';

/* Long because all handlers of a house share one table and its queues, which take seconds to set up. */

/* The handlers as Lambda runs them, over a real table and queues: from an empty table to sold seats. */

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
type Handler = (event: unknown, context: Context) => Promise<unknown>;

const context = { functionName: 'test', awsRequestId: 'test', getRemainingTimeInMillis: () => testMs } as Context;
const passKey = { id: 'a', secret: 'pass key'.padEnd(40, '.') };
const plan = drawPlan({ stalls: { rows: ['oooooooo'] } });
const file: PerformanceFile = {
  v: 1,
  id: 'evening',
  show: 'storm',
  title: 'The Storm',
  venue: 'Small',
  startsAt: 1,
  plan: plan.id,
  prices: { a: 100, b: 50 },
  currency: 'GBP',
  timeZone: 'Europe/London',
  onSales: [{ id: 'friends', seatsPerFan: 4, holdMinutes: 10 }],
};

let aws: Awaited<ReturnType<typeof fakeAws>>;
let queues: Awaited<ReturnType<typeof fakeSqs>>;
let database: RunningEngine;
const handlers = new Map<string, Handler>();

beforeAll(async () => {
  aws = await fakeAws({
    pass: JSON.stringify(passKey),
    slip: JSON.stringify({ id: 's', secret: 'slip key'.padEnd(40, '.') }),
    origin: 'origin',
  });
  queues = await fakeSqs();
  database = await dynalite.start();
  await database.createTable('Houses');
  const put = (path: string, content: unknown) =>
    aws.objects.set(path, { text: JSON.stringify(content), cacheControl: undefined });
  put(published.plan(plan.id), plan);
  put(published.performance('evening'), file);
  put(published.performance('planless'), { ...file, id: 'planless', plan: 'gone-000000000000' });
  Object.assign(process.env, lambdaEnvironment(aws.endpoint, database.endpoint), {
    AWS_ENDPOINT_URL_SQS: queues.endpoint,
    HOUSES_TABLE: 'Houses',
    HOUSE_QUEUE_URL: queues.urlOf('house.fifo'),
    OUTCOMES_QUEUE_URL: queues.urlOf('outcomes'),
    PUBLISHED_BUCKET: 'published',
    READINGS_BUCKET: 'readings',
    PASS_KEYS_ARN: 'pass',
    SLIP_KEYS_ARN: 'slip',
    ORIGIN_SECRET_ARNS: 'origin',
  });
  const names = [
    'hold-seats',
    'show-hold',
    'show-basket',
    'release-hold',
    'show-availability',
    'open-house',
    'allocate-seats',
    'count-stock',
  ];
  for (const name of names) {
    handlers.set(name, await importHandler(name));
  }
});

afterAll(async () => {
  aws.stop();
  queues.stop();
  await database.stop();
});

const run = (name: string, event: unknown) => {
  const handler = handlers.get(name);
  if (!handler) throw new Error(`there is no handler ${name}`);
  return handler(event, context);
};

/** A message as Lambda hands it over. */
const received = (messageId: string, body: string | undefined, group = 'evening', times = 1) => ({
  messageId,
  body,
  receiptHandle: `handle ${messageId}`,
  eventSourceARN: 'arn:aws:sqs:local-1:1:house.fifo',
  attributes: { MessageGroupId: group, ApproximateReceiveCount: `${times}` },
});

const passOf = (fan: string) =>
  makeSigned('p1', passKey, { o: 'friends', f: fan, i: 'one', x: Math.ceil(Date.now() / 1000) + 600 });

async function call(
  name: string,
  {
    fan = 'ada',
    path = {},
    body,
    headers = {},
  }: { fan?: string; path?: object; body?: unknown; headers?: object } = {},
) {
  const answer = (await run(name, {
    version: '2.0',
    rawPath: '/',
    isBase64Encoded: false,
    headers: { 'stampede-origin': 'origin', 'stampede-pass': passOf(fan), ...headers },
    pathParameters: path,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })) as Answer;
  return { ...answer, json: JSON.parse(answer.body) };
}

/** Hands what lies in the house's queue to the allocator, as one batch. */
async function work() {
  const messages = queues.take('house.fifo');
  const Records = messages.map(({ MessageBody, MessageGroupId }, at) => received(`${at}`, MessageBody, MessageGroupId));
  const answer = await run('allocate-seats', { Records });
  return { count: Records.length, answer };
}

let keys = 0;
const ask = (body: unknown, more: { fan?: string; headers?: object } = {}) =>
  call('hold-seats', {
    path: { performance: 'evening' },
    body,
    fan: more.fan ?? 'ada',
    headers: { 'idempotency-key': `key-${1000 + ++keys}`, ...more.headers },
  });

describe('from an empty table to sold seats', () => {
  test('a house that is not published, or has no plan, is not opened', async () => {
    expect(await run('open-house', { performances: ['evening', 'nowhere', 'planless'] })).toMatchObject({
      ok: false,
      errors: [{ field: 'performances.1' }, { field: 'performances.2' }],
    });
    expect((await call('show-availability', { path: { performance: 'evening' } })).statusCode).toBe(404);
    expect(await run('open-house', { performances: [] })).toMatchObject({ ok: false });
  });

  test('a published one is, once', async () => {
    const opened = { ok: true, opened: ['evening'], alreadyOpen: [], otherRules: [] };
    expect(await run('open-house', { performances: ['evening'] })).toEqual(opened);
    aws.objects.set(published.performance('evening'), {
      text: JSON.stringify({ ...file, onSales: [{ id: 'friends', seatsPerFan: 9, holdMinutes: 10 }] }),
      cacheControl: undefined,
    });
    const again = { ok: true, opened: [], alreadyOpen: ['evening'], otherRules: ['friends'] };
    expect(await run('open-house', { performances: ['evening'] })).toEqual(again);
  });

  test('seats are asked for, held, shown, counted, released and sold', async () => {
    const asked = await ask({ seats: ['stalls-A-1', 'stalls-A-2'] });
    expect(asked).toMatchObject({ statusCode: 202, json: { state: 'pending', performance: 'evening' } });
    const { hold } = asked.json as { hold: string };
    expect(await run('allocate-seats', { Records: [] })).toEqual({ batchItemFailures: [] });
    const path = { performance: 'evening', hold };
    expect((await call('show-hold', { path })).json).toEqual({ state: 'pending', hold, performance: 'evening' });
    expect(await work()).toEqual({ count: 1, answer: { batchItemFailures: [] } });
    expect((await call('show-hold', { path })).json).toMatchObject({
      state: 'held',
      seats: [{ id: 'stalls-A-1' }, {}],
    });
    expect((await call('show-basket')).json).toMatchObject({ seatsLeft: 2, holds: [{ state: 'held', hold }] });
    const seen = await call('show-availability', { path: { performance: 'evening' } });
    expect(seen.headers['cache-control']).toBe('public, max-age=1');
    expect(seen.json.sections).toEqual({ stalls: { free: 6, taken: Buffer.of(0b1100_0000).toString('base64') } });

    const second = (await ask(best(2))).json.hold as string;
    expect((await call('release-hold', { path })).statusCode).toBe(202);
    const sale = {
      ask: 'sell',
      id: `order-${second}`,
      performance: 'evening',
      onSale: 'friends',
      fan: 'ada',
      hold: second,
    };
    expect(await work()).toEqual({ count: 2, answer: { batchItemFailures: [] } });
    const shown = (await call('show-hold', { path: { performance: 'evening', hold: second } })).json;
    const seats = (shown.seats as { id: string }[]).map(({ id }) => id);
    const body = JSON.stringify({ ...sale, order: 'order', seats });
    const Records = [received('sale', body)];
    expect(await run('allocate-seats', { Records })).toEqual({ batchItemFailures: [] });
    const told = queues.take('outcomes').map(({ MessageBody }) => JSON.parse(MessageBody));
    expect(told).toEqual([
      {
        v: 1,
        outcome: 'sold',
        order: 'order',
        hold: second,
        performance: 'evening',
        onSale: 'friends',
        fan: 'ada',
        seats,
      },
    ]);
    expect((await call('show-hold', { path })).json).toEqual({ state: 'released', hold, performance: 'evening' });
    expect((await call('release-hold', { path })).statusCode).toBe(200);
    expect((await call('release-hold', { path: { performance: 'evening', hold: second } })).statusCode).toBe(409);
  });

  test('and counted: the seats that are left, and the decisions of the house', async () => {
    const put = (path: string, content: unknown) =>
      aws.objects.set(path, { text: JSON.stringify(content), cacheControl: undefined });
    const [opensAt, closesAt] = [Date.now() - 1000, Date.now() + 3_600_000];
    put(published.season(), { shows: [{ id: 'storm' }], onSales: [{ id: 'friends', opensAt, closesAt }] });
    put(published.show('storm'), { performances: [{ id: 'evening', onSales: ['friends'] }] });
    const count = handlers.get('count-stock');
    // Time for one count, and none to wait for the next.
    await count?.({}, { ...context, getRemainingTimeInMillis: () => 8050 });
    const file = aws.objects.get(published.stock('friends'));
    expect(file?.cacheControl).toBe(cacheControl.board);
    expect(JSON.parse(file?.text ?? '{}')).toMatchObject({
      onSale: 'friends',
      seats: 8,
      free: 6,
      held: 0,
      sold: 2,
      asks: { decided: 2, refused: 0, slow: 0 },
    });
  });

  test('a message that is no ask is set aside, and those around it are worked off', async () => {
    const asked = await ask(best(1), { fan: 'bob' });
    const [message] = queues.take('house.fifo');
    const bodies = ['{', '{}', 'null', '{"ask":"hold","id":"x"}', message?.MessageBody ?? ''];
    const Records = bodies.map((body, at) => received(`${at}`, body));
    expect(await run('allocate-seats', { Records })).toEqual({ batchItemFailures: [] });
    const path = { performance: 'evening', hold: asked.json.hold };
    expect((await call('show-hold', { path, fan: 'bob' })).json.state).toBe('held');
  });

  test('what cannot be decided for a fault of ours comes again, with all behind it, and other houses go on', async () => {
    await ask(best(1), { fan: 'cy' });
    const [message] = queues.take('house.fifo');
    const elsewhere = JSON.stringify({ ...JSON.parse(message?.MessageBody ?? '{}'), performance: 'nowhere' });
    const Records = [
      received('0', message?.MessageBody, 'evening'),
      received('1', elsewhere, 'nowhere', 3),
      received('2', message?.MessageBody, 'evening'),
      received('3', elsewhere, 'long-ago', 6),
    ];
    process.env.HOUSES_TABLE = 'Gone';
    jest.resetModules();
    const { handler } = (await import('../../../lambdas/seating/allocate/allocate-seats.lambda.ts')) as unknown as {
      handler: Handler;
    };
    process.env.HOUSES_TABLE = 'Houses';
    expect(await handler({ Records }, context)).toEqual({
      batchItemFailures: ['0', '2', '1', '3'].map((itemIdentifier) => ({ itemIdentifier })),
    });
    // At once what failed for the first time; the last comes when the queue lets it.
    const QueueUrl = 'https://sqs.local-1.amazonaws.com/1/house.fifo';
    expect(queues.handedBack).toEqual(
      [
        ['handle 0', 0],
        ['handle 1', 4],
        ['handle 2', 0],
      ].map(([ReceiptHandle, VisibilityTimeout]) => ({ QueueUrl, ReceiptHandle, VisibilityTimeout })),
    );
    expect(await run('allocate-seats', { Records })).toEqual({ batchItemFailures: [] });
  });
});

test('with a restored table in the place of its own a house goes on from what was in it', async () => {
  const name = 'Stampede-example-restored-houses-a';
  const scan = async (TableName: string) => (await database.client.send(new ScanCommand({ TableName }))).Items ?? [];
  await database.createTable(name);
  const items = await scan('Houses');
  for (const Item of items) await database.client.send(new PutCommand({ TableName: name, Item }));
  const sold = (await call('show-basket')).json.holds[0] as { readonly state: string; readonly seats: object[] };
  expect(sold).toMatchObject({ state: 'sold', seats: [{}, {}] });

  const usual = new Map(handlers);
  process.env.HOUSES_TABLE = name;
  jest.resetModules();
  for (const verb of ['hold-seats', 'show-hold', 'show-basket', 'allocate-seats'])
    handlers.set(verb, await importHandler(verb));
  process.env.HOUSES_TABLE = 'Houses';
  const outcome = async (wish: unknown, fan: string) => {
    const { hold } = (await ask(wish, { fan })).json;
    await work();
    return (await call('show-hold', { path: { performance: 'evening', hold }, fan })).json;
  };
  expect((await call('show-basket')).json.holds[0]).toEqual(sold);
  const [seat] = sold.seats as readonly { readonly id: string }[];
  expect(await outcome({ seats: [seat?.id] }, 'eve')).toMatchObject({ refusal: 'seat-taken' });
  expect(await outcome(best(3), 'ada')).toMatchObject({ refusal: 'over-limit' });
  expect(await outcome(best(1), 'eve')).toMatchObject({ state: 'held', seats: [{}] });
  expect(await scan(name)).not.toEqual(items);
  expect(await scan('Houses')).toEqual(items);
  for (const [verb, handler] of usual) handlers.set(verb, handler);
});

test('a database that falls silent is a fault in good time, and its asks are handed back', async () => {
  await ask(best(1), { fan: 'dan' });
  const silent = await silentServer();
  const usual = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: silent.endpoint, CALL_TRY_MS: '50' });
  jest.resetModules();
  const { handler } = (await import('../../../lambdas/seating/allocate/allocate-seats.lambda.ts')) as unknown as {
    handler: Handler;
  };
  const Records = [received('slow', queues.take('house.fifo')[0]?.MessageBody, 'evening', 2)];
  // On a busy machine a call may be cut off before it was sent.
  await until('a call reaches the silent server', async () => {
    const handedBack = queues.handedBack.length;
    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'slow' }] });
    expect(queues.handedBack.slice(handedBack)).toMatchObject([{ ReceiptHandle: 'handle slow', VisibilityTimeout: 2 }]);
    return silent.requests() > 0 ? true : undefined;
  });
  // The SDK reads where the service is with the first call.
  process.env.AWS_ENDPOINT_URL_DYNAMODB = usual;
  delete process.env.CALL_TRY_MS;
  silent.stop();
  expect(await run('allocate-seats', { Records })).toEqual({ batchItemFailures: [] });
});

describe('any bad input gets a problem document', () => {
  const hostile = ['', '{', 'null', '[]', '"x"', '{"seats":[]}', '{"seats":"A"}', '{"seats":[1]}', '{"best":{}}'];
  const more = [
    { seats: ['a', 'a'] },
    { seats: Array.from({ length: 51 }, (_, n) => `s-${n}`) },
    { seats: ['<script>alert(1)</script>'] },
    { seats: ["'; DROP TABLE Houses; --"] },
    { seats: ['__proto__'] },
    { seats: ['constructor'] },
    { best: { count: 0 } },
    { best: { count: 1.5 } },
    { best: { count: 1e9 } },
    { best: { count: 2, category: '__proto__' } },
    { best: { count: 2, section: 'constructor' } },
    { best: { count: 2, access: 'everything' } },
    `{"seats":["${'x'.repeat(300_000)}"]}`,
  ];

  const named = [...hostile, ...more].map((body) => [JSON.stringify(body).slice(0, 60), body] as const);

  test.each(named)('%s is no wish', async (_, body) => {
    const answer = await ask(body);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json.detail.length).toBeGreaterThan(0);
  });

  test.each(['UPPER', '../../etc/passwd', 'a b', '', 'x'.repeat(65), '%00', 'é'])(
    'nor is "%s" a performance',
    async (performance) => {
      const path = { performance, hold: 'AAAAAAAAAAAA' };
      for (const name of ['hold-seats', 'show-hold', 'release-hold', 'show-availability']) {
        const answer = await call(name, { path, body: best(1), headers: { 'idempotency-key': 'key-12345' } });
        expect([name, answer.statusCode]).toEqual([name, 400]);
        expect(answer.json.errors[0].field).toBe('path.performance');
      }
    },
  );

  test('nor does anything come in past the edge', async () => {
    const answer = await call('show-basket', { headers: { 'stampede-origin': 'guessed' } });
    expect(answer).toMatchObject({ statusCode: 403, json: { type: '/problems/not-through-the-edge' } });
  });

  test('nor without a pass', async () => {
    for (const name of ['show-basket', 'show-hold', 'release-hold']) {
      const path = { performance: 'evening', hold: 'AAAAAAAAAAAA' };
      const answer = await call(name, { path, headers: { 'stampede-pass': '' } });
      expect(answer).toMatchObject({ statusCode: 401, json: { type: '/problems/pass-missing' } });
    }
  });
});
