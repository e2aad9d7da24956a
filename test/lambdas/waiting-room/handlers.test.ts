import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Board, DrawSheet, Joined, LineFile } from '../../../contracts/line.ts';
import { published } from '../../../contracts/paths.ts';
import { problemOf, refuse } from '../../../contracts/refusals.ts';
import { readSigned } from '../../../lambdas/foundation/signing.ts';
import { positionOf } from '../../../lambdas/waiting-room/draw.ts';
import { engines, type RunningEngine } from '../../engines.ts';
import { visitor } from './world.ts';

/*
 * The handlers as Lambda loads them: environment, secrets read at cold start, API Gateway's events, the
 * table on dynalite, S3 and Secrets Manager as two small servers.
 */

const secrets: Record<string, string> = {
  'arn:line': 'line-secret',
  'arn:origin': 'origin-secret',
  'arn:a': 'pass-a',
  'arn:b': 'pass-b',
};
const files = new Map<string, { readonly body: string; readonly cacheControl: string | undefined }>();
const fileOf = <File>(path: string) => JSON.parse(files.get(`/published${path}`)?.body ?? 'null') as File;

let engine: RunningEngine;
const servers: Server[] = [];
type Handler = (
  event: unknown,
  context: unknown,
) => Promise<{ statusCode: number; body?: string; headers?: Record<string, string> }>;
let join: Handler;
let claim: Handler;
let leave: Handler;
let operators: Record<
  'open-line' | 'load-roster' | 'turn-dials',
  (payload: unknown, context: unknown) => Promise<Record<string, unknown>>
>;
let keepPace: (event: unknown, context: unknown) => Promise<void>;

async function serve(answer: (url: string, body: string, headers: Record<string, unknown>) => string): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    response.setHeader('content-type', 'application/json');
    response.end(answer(request.url ?? '', body, { ...request.headers, ':method': request.method }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const [dynalite] = engines();
  if (!dynalite) throw new Error('dynalite is always there');
  engine = await dynalite.start();
  await engine.createTable('Lines');
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: await serve((_, body) => {
      const { SecretId } = JSON.parse(body) as { SecretId: string };
      return JSON.stringify({ SecretString: secrets[SecretId] });
    }),
    AWS_ENDPOINT_URL_S3: await serve((url, body, headers) => {
      const path = url.replace(/\?.*$/, '');
      // The SDK sends a body in one chunk with its checksum behind it.
      const text = body.includes('\r\n') ? (body.split('\r\n')[1] ?? '') : body;
      if (headers[':method'] === 'PUT')
        files.set(path, { body: text, cacheControl: headers['cache-control'] as string });
      return '';
    }),
    LINES_TABLE: 'Lines',
    LINE_SECRET_ARN: 'arn:line',
    ORIGIN_SECRET_ARN: 'arn:origin',
    PUBLISHED_BUCKET: 'published',
    PASS_KEYS: JSON.stringify([
      { id: 'b', arn: 'arn:b' },
      { id: 'a', arn: 'arn:a' },
    ]),
    POWERTOOLS_DEV: 'false',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    POWERTOOLS_TRACE_ENABLED: 'false',
    POWERTOOLS_SERVICE_NAME: 'test',
    POWERTOOLS_METRICS_NAMESPACE: 'test',
  });
  const load = async (name: string) =>
    ((await import(`../../../lambdas/waiting-room/${name}.lambda.ts`)) as { handler: never }).handler;
  join = await load('join-line');
  claim = await load('claim-pass');
  leave = await load('leave-line');
  keepPace = await load('keep-pace');
  operators = {
    'open-line': await load('open-line'),
    'load-roster': await load('load-roster'),
    'turn-dials': await load('turn-dials'),
  };
}, 60_000);

afterAll(async () => {
  await engine.stop();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const context = { awsRequestId: 'request-1', functionName: 'test', getRemainingTimeInMillis: () => 9500 };

async function call(
  handler: Handler,
  onSale: string,
  { body, receipt, origin = 'origin-secret' }: { body?: unknown; receipt?: string; origin?: string },
) {
  const event = {
    headers: { 'stampede-origin': origin, ...(receipt !== undefined && { 'stampede-receipt': receipt }) },
    pathParameters: { onSale },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: { http: { method: 'POST' } },
  };
  const { statusCode, headers, body: answer } = await handler(event, context);
  return { status: statusCode, headers, answer: answer === undefined ? undefined : JSON.parse(answer) };
}

const opening = (onSale: string, more: object = {}) => ({
  onSale,
  title: 'Doors',
  opensAt: Date.now() - 1000,
  closesAt: Date.now() + 3_600_000,
  entry: 'open',
  audience: 100,
  dials: { shopping: 2, perMinute: 60, paused: false, passMinutes: 10, claimMinutes: 5 },
  ...more,
});

describe('a whole line through its handlers', () => {
  test('open, join, draw, claim, leave', async () => {
    const opened = await operators['open-line'](opening('whole'), context);
    expect(opened).toMatchObject({ ok: true, isNew: true });
    const line = fileOf<LineFile>(published.line('whole'));
    expect(opened.line).toEqual(line);

    const body = { entry: 'open', visitor: visitor(1) };
    const first = await call(join, 'whole', { body });
    expect(first).toMatchObject({ status: 201, headers: { 'cache-control': 'no-store' } });
    expect(await call(join, 'whole', { body })).toMatchObject({ status: 200, answer: first.answer });
    const { receipt, place } = first.answer as Joined;

    const early = await call(claim, 'whole', { receipt });
    expect(early).toMatchObject({
      status: 409,
      answer: { type: '/problems/not-drawn-yet' },
      headers: { 'retry-after': '3' },
    });

    await keepPace({}, context);
    expect(fileOf<Board>(published.board('whole'))).toMatchObject({ phase: 'open', drawn: 1, calledUpTo: 1 });
    expect(files.get(`/published${published.board('whole')}`)?.cacheControl).toContain('max-age=1,');
    const sheet = fileOf<DrawSheet>(published.drawSheet('whole', 0));
    expect(positionOf(sheet, place)).toBe(1);
    expect(files.get(`/published${published.drawSheet('whole', 0)}`)?.cacheControl).toContain('immutable');

    const got = await call(claim, 'whole', { receipt });
    expect(got).toMatchObject({ status: 201, answer: { position: 1 } });
    const pass = (got.answer as { pass: string }).pass;
    expect(readSigned('p1', [{ id: 'b', secret: 'pass-b' }], pass)).toMatchObject({ o: 'whole', f: place.fan });
    expect(await call(claim, 'whole', { receipt })).toMatchObject({ status: 200, answer: got.answer });
    expect(await call(leave, 'whole', { receipt })).toEqual({
      status: 204,
      headers: expect.anything(),
      answer: undefined,
    });
    expect(await call(leave, 'whole', { receipt })).toMatchObject({ status: 204 });
  }, 60_000);

  test('members, and dials', async () => {
    const given = opening('members', { entry: 'members', roster: 'friends' });
    expect(await operators['open-line'](given, context)).toMatchObject({ ok: true });
    const members = [{ member: 'M1', postcode: 'N1 1AA' }];
    expect(await operators['load-roster']({ roster: 'friends', members }, context)).toMatchObject({
      ok: true,
      loaded: 1,
    });
    const body = { entry: 'members', member: ' m-1 ', postcode: 'n11aa' };
    expect(await call(join, 'members', { body })).toMatchObject({ status: 201 });
    expect(await call(join, 'members', { body: { ...body, postcode: 'x' } })).toMatchObject({ status: 403 });
    const turned = await operators['turn-dials']({ onSale: 'members', dials: { shopping: 9 } }, context);
    expect(turned).toMatchObject({ ok: true, dials: { shopping: 9, perMinute: 60 } });
  });

  test('operators who ask wrongly are told the field', async () => {
    expect(await operators['open-line']({ ...opening('bad'), audience: 0 }, context)).toMatchObject({
      ok: false,
      errors: [{ field: 'audience' }],
    });
    expect(await operators['load-roster']({ roster: 'r', members: [{ member: 'x' }] }, context)).toMatchObject({
      ok: false,
      errors: [{ field: 'members.0.postcode' }],
    });
    expect(await operators['turn-dials']({ onSale: 'whole', dials: { shopping: 'many' } }, context)).toMatchObject({
      ok: false,
      errors: [{ field: 'dials.shopping' }],
    });
    expect(await operators['turn-dials'](null, context)).toMatchObject({ ok: false });
  });
});

describe('bad input is answered with a problem document, never a fault', () => {
  const hostile: readonly [string, unknown, number, string][] = [
    ['no JSON', '{"entry":', 400, '/problems/not-json'],
    ['an empty body', '', 400, '/problems/not-json'],
    ['a list', [], 400, '/problems/bad-request'],
    ['null', 'null', 400, '/problems/bad-request'],
    ['another entry', { entry: 'vip' }, 400, '/problems/bad-request'],
    ['a short visitor', { entry: 'open', visitor: 'x' }, 400, '/problems/bad-request'],
    ['an object for a string', { entry: 'open', visitor: { $gt: '' } }, 400, '/problems/bad-request'],
    ['blank member', { entry: 'members', member: '   ', postcode: 'N1' }, 400, '/problems/bad-request'],
    ['long member', { entry: 'members', member: 'x'.repeat(33), postcode: 'N1' }, 400, '/problems/bad-request'],
    [
      'an unknown member',
      { entry: 'members', member: "'; DROP TABLE", postcode: '\u0000' },
      400,
      '/problems/entry-wrong',
    ],
    ['too much', 'x'.repeat(300_000), 413, '/problems/body-too-large'],
  ];
  test.each(hostile)('join with %s', async (_, body, status, type) => {
    const refused = await call(join, 'whole', { body });
    expect(refused).toMatchObject({
      status,
      answer: { type, status },
      headers: { 'content-type': 'application/problem+json' },
    });
    expect(refused.answer.detail.length).toBeGreaterThan(10);
  });

  test.each(['nowhere', 'UPPER', '../etc/passwd', 'a'.repeat(65), '', '%00', '💺', 'LINE#whole'])(
    'a line called %j',
    async (onSale) => {
      const body = { entry: 'open', visitor: visitor(1) };
      for (const [handler, sent] of [
        [join, { body }],
        [claim, { receipt: 'r1.x.y' }],
        [leave, { receipt: 'r1.x.y' }],
      ] as const) {
        const { status, answer } = await call(handler, onSale, sent);
        expect([400, 404]).toContain(status);
        expect(answer.status).toBe(status);
      }
    },
  );

  test.each([
    ['that is empty', ''],
    ['without payload', 'r1'],
    ['with empty parts', 'r1..'],
    ['signed with zeros', `r1.e30.${'A'.repeat(86)}`],
    ['of 8,000 letters', 'x'.repeat(8000)],
    ['of a null character', '\u0000'],
    ['of another alphabet', '💺'],
  ])('a receipt %s', async (_, receipt) => {
    for (const handler of [claim, leave]) {
      const { status, answer } = await call(handler, 'whole', { receipt });
      expect(status).toBe(401);
      expect(answer.type).toMatch(/receipt-(forged|missing)$/);
    }
  });

  test('past the edge', async () => {
    const body = { entry: 'open', visitor: visitor(1) };
    const { title } = problemOf(refuse('not-through-the-edge', ''));
    expect(await call(join, 'whole', { body, origin: 'guessed' })).toMatchObject({ status: 403, answer: { title } });
  });
});
