import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Board, DrawSheet, LineFile } from '../../../contracts/line.ts';
import type { Challenge, Joined } from '../../../contracts/line-requests.ts';
import { published } from '../../../contracts/paths.ts';
import { problemOf, refuse } from '../../../contracts/refusals.ts';
import { readSigned } from '../../../lambdas/foundation/signing.ts';
import { solveWork } from '../../../lambdas/waiting-room/entry/solve-work.ts';
import { positionOf } from '../../../rules/draw.ts';
import { dynalite, type RunningEngine } from '../../engines.ts';
import { noReceipts } from '../../forged.ts';
import { testMs } from '../../patience.ts';
import { importHandler } from '../import-handler.ts';
import { visitor } from './small-stage.ts';

/* Long because all handlers of a line share one table, one mail service and one line, which take seconds to set up. */

/*
 * The handlers as Lambda loads them. They have their environment, secrets read at cold start, API Gateway's events, the
 * table on dynalite, and S3 and Secrets Manager as two small servers.
 */

const passKeyBefore = { id: 'a', secret: 'pass-a'.padEnd(40, '.') };
const passKey = { id: 'b', secret: 'pass-b'.padEnd(40, '.') };
const secrets: Record<string, string> = {
  'arn:line': 'line-secret',
  'arn:origin': 'origin-secret',
  'arn:passes': JSON.stringify({
    keys: [
      { ...passKeyBefore, signsAt: 0 },
      { ...passKey, signsAt: 1 },
    ],
  }),
  'arn:vouchers': JSON.stringify({ id: 'a', secret: 'voucher-key'.padEnd(40, '.') }),
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
let challenge: Handler;
let invite: Handler;
/** The mails that SES was asked to send. */
const mails: string[] = [];
let mailServiceSays = 200;
let operators: Record<
  'open-line' | 'load-roster' | 'turn-dials',
  (payload: unknown, context: unknown) => Promise<Record<string, unknown>>
>;
let keepPace: (event: unknown, context: unknown) => Promise<void>;

type Served = string | { readonly status: number; readonly type: string; readonly body?: string };

async function serve(answer: (url: string, body: string, headers: Record<string, unknown>) => Served): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    response.setHeader('content-type', 'application/json');
    const answered = answer(request.url ?? '', body, { ...request.headers, ':method': request.method });
    if (typeof answered === 'string') response.setHeader('etag', tagOf(answered)).end(answered);
    else
      response
        .writeHead(answered.status, { 'x-amzn-errortype': answered.type })
        .end(answered.body ?? '{"message":"ada"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const tagOf = (text: string) => `"${createHash('md5').update(text).digest('hex')}"`;

beforeAll(async () => {
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
      if (headers[':method'] === 'PUT') {
        const tag = files.has(path) ? tagOf(files.get(path)?.body ?? '') : undefined;
        const isWrong = headers['if-none-match'] === '*' ? tag !== undefined : tag !== (headers['if-match'] ?? tag);
        if (isWrong) return { status: 412, type: 'PreconditionFailed', body: '<Error/>' };
        files.set(path, { body: text, cacheControl: headers['cache-control'] as string });
      }
      const kept = files.get(path)?.body;
      return kept ?? { status: 404, type: 'NoSuchKey', body: '<Error><Code>NoSuchKey</Code></Error>' };
    }),
    AWS_ENDPOINT_URL_SESV2: await serve((_, body) => {
      mails.push(body);
      return mailServiceSays === 200
        ? '{"MessageId":"1"}'
        : {
            status: mailServiceSays,
            type: { 400: 'BadRequestException', 429: 'TooManyRequestsException' }[mailServiceSays] ?? 'Down',
          };
    }),
    AWS_ENDPOINT_URL_SYNTHETICS: await serve(() => '{}'),
    MAIL_SENDER: 'tickets@example.org',
    SITE_ADDRESS: 'https://tickets.example.org',
    LINES_TABLE: 'Lines',
    LINE_SECRET_ARN: 'arn:line',
    ORIGIN_SECRET_ARNS: 'arn:origin',
    PUBLISHED_BUCKET: 'published',
    READINGS_BUCKET: 'readings',
    BEACON: 'none',
    WITNESSES: JSON.stringify({ host: 'tickets.example.org', quorum: 0, witnesses: [] }),
    WARM_FUNCTIONS: '[]',
    TRIAL_CANARY: 'stampede-test-trial',
    JOINS_A_SECOND: '10000',
    PASS_KEYS_ARN: 'arn:passes',
    VOUCHER_KEYS_ARN: 'arn:vouchers',
    POWERTOOLS_DEV: 'false',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    POWERTOOLS_TRACE_ENABLED: 'false',
    POWERTOOLS_SERVICE_NAME: 'test',
    POWERTOOLS_METRICS_NAMESPACE: 'test',
  });
  join = await importHandler('join-line');
  claim = await importHandler('claim-pass');
  leave = await importHandler('leave-line');
  challenge = await importHandler('give-challenge');
  invite = await importHandler('send-invite');
  keepPace = await importHandler('keep-pace');
  operators = {
    'open-line': await importHandler('open-line'),
    'load-roster': await importHandler('load-roster'),
    'turn-dials': await importHandler('turn-dials'),
  };
});

afterAll(async () => {
  await engine.stop();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const context = { awsRequestId: 'request-1', functionName: 'test', getRemainingTimeInMillis: () => testMs };

async function call(
  handler: Handler,
  onSale: string,
  {
    body,
    receipt,
    query,
    origin = 'origin-secret',
  }: { body?: unknown; receipt?: string; query?: Record<string, string>; origin?: string },
) {
  const event = {
    headers: { 'stampede-origin': origin, ...(receipt !== undefined && { 'stampede-receipt': receipt }) },
    pathParameters: { onSale },
    ...(query && { queryStringParameters: query }),
    body: typeof body === 'string' ? body : JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: { http: { method: 'POST' } },
  };
  const { statusCode, headers, body: answer } = await handler(event, context);
  return { status: statusCode, headers, answer: answer === undefined ? undefined : JSON.parse(answer) };
}

/** The request of a visitor who joins, after a challenge. */
async function visitorOf(fan: number, onSale: string) {
  const { answer } = await call(challenge, onSale, { query: { visitor: visitor(fan) } });
  return { entry: 'open', visitor: visitor(fan), work: solveWork(answer as Challenge) };
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

    const body = await visitorOf(1, 'whole');
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

    // Time for the ticks of a second and a half.
    await keepPace({}, { ...context, getRemainingTimeInMillis: () => 9500 });
    expect(fileOf<Board>(published.board('whole'))).toMatchObject({ phase: 'open', drawn: 1, calledUpTo: 1 });
    expect(files.get(`/published${published.board('whole')}`)?.cacheControl).toContain('max-age=1,');
    const sheet = fileOf<DrawSheet>(published.drawSheet('whole', 0, 0));
    expect(positionOf(sheet, place, line.roll)).toBe(1);
    expect(files.get(`/published${published.drawSheet('whole', 0, 0)}`)?.cacheControl).toContain('immutable');

    const got = await call(claim, 'whole', { receipt });
    expect(got).toMatchObject({ status: 201, answer: { position: 1 } });
    const pass = (got.answer as { pass: string }).pass;
    expect(readSigned('p1', [passKey], pass)).toMatchObject({ o: 'whole', f: place.fan });
    expect(await call(claim, 'whole', { receipt })).toMatchObject({ status: 200, answer: got.answer });
    expect(await call(leave, 'whole', { receipt })).toEqual({
      status: 204,
      headers: expect.anything(),
      answer: undefined,
    });
    expect(await call(leave, 'whole', { receipt })).toMatchObject({ status: 204 });
  });

  test('members, and dials', async () => {
    const given = opening('members', { entry: 'members', roster: 'friends' });
    expect(await operators['open-line'](given, context)).toMatchObject({ ok: true });
    const members = ['M1', 'M2'].map((member) => ({ member, postcode: 'N1 1AA' }));
    expect(await operators['load-roster']({ roster: 'friends', members }, context)).toMatchObject({
      ok: true,
      loaded: 2,
    });
    const body = { entry: 'members', member: ' m-1 ', postcode: 'n11aa' };
    expect(await call(join, 'members', { body })).toMatchObject({ status: 201 });
    expect(await call(join, 'members', { body: { ...body, postcode: 'x' } })).toMatchObject({ status: 403 });
    const turned = await operators['turn-dials']({ onSale: 'members', dials: { shopping: 9 } }, context);
    expect(turned).toMatchObject({ ok: true, dials: { shopping: 9, perMinute: 60 } });
  });

  test('operators who ask wrongly hear the field', async () => {
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

describe('coming in by e-mail and by work', () => {
  test('an invite is one mail with a link in it, and the link is a place', async () => {
    expect(await operators['open-line'](opening('mailed', { entry: 'email' }), context)).toMatchObject({ ok: true });
    const body = { email: 'Ada.Example@example.org', language: 'cy' };
    expect(await call(invite, 'mailed', { body })).toMatchObject({ status: 202, answer: {} });
    const sent = JSON.parse(mails.at(-1) ?? '');
    expect(sent).toMatchObject({
      FromEmailAddress: 'tickets@example.org',
      Destination: { ToAddresses: ['Ada.Example@example.org'] },
      Content: { Simple: { Subject: { Charset: 'UTF-8' }, Body: { Html: {}, Text: {} } } },
    });
    const link = /#link=(\S+)/.exec(sent.Content.Simple.Body.Text.Data)?.[1];
    const first = await call(join, 'mailed', { body: { entry: 'email', link } });
    expect(first).toMatchObject({ status: 201 });
    expect(await call(join, 'mailed', { body: { entry: 'email', link } })).toMatchObject({
      status: 200,
      answer: first.answer,
    });
    expect(await call(join, 'mailed', { body: { entry: 'email', link: `${link}x` } })).toMatchObject({
      status: 403,
      answer: { type: '/problems/link-wrong' },
    });
  });

  test('every address is answered alike: invited too often, refused by the mail service, or joined already', async () => {
    const before = mails.length;
    const answers = [];
    for (let at = 0; at < 5; at += 1)
      answers.push(await call(invite, 'mailed', { body: { email: 'bob@example.org' } }));
    expect(mails).toHaveLength(before + 3);
    mailServiceSays = 400;
    answers.push(await call(invite, 'mailed', { body: { email: 'nobody@example.org' } }));
    mailServiceSays = 200;
    answers.push(await call(invite, 'mailed', { body: { email: 'ada.example@example.org' } }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('more at once than the mail service takes is said so, and names nobody', async () => {
    mailServiceSays = 429;
    const busy = await call(invite, 'mailed', { body: { email: 'carol@example.org' } });
    mailServiceSays = 503;
    const down = await call(invite, 'mailed', { body: { email: 'carol@example.org' } });
    mailServiceSays = 200;
    expect(busy).toMatchObject({
      status: 429,
      answer: { type: '/problems/mail-busy' },
      headers: { 'retry-after': '5' },
    });
    expect(down).toMatchObject({ status: 500, answer: { type: '/problems/fault' } });
    expect(JSON.stringify([busy, down])).not.toMatch(/carol|ada/);
    const before = mails.length;
    for (let at = 0; at < 4; at += 1) await call(invite, 'mailed', { body: { email: 'carol@example.org' } });
    expect(mails).toHaveLength(before + 3);
  });

  test.each([
    ['no address', {}],
    ['half an address', { email: 'ada@' }],
    ['a line break in it', { email: 'ada@example.org\r\nBcc: all@example.org' }],
    ['many addresses', { email: 'ada@example.org,bob@example.org' }],
    ['a list', { email: ['ada@example.org'] }],
    ['another language', { email: 'ada@example.org', language: 'tlh' }],
    ['a long one', { email: `${'a'.repeat(300)}@example.org` }],
  ])('an invite with %s', async (_, body) => {
    const before = mails.length;
    expect(await call(invite, 'mailed', { body })).toMatchObject({
      status: 400,
      answer: { type: '/problems/bad-request' },
    });
    expect(mails).toHaveLength(before);
  });

  test('a challenge is new each time, is never cached, and needs a visitor', async () => {
    const ask = () => call(challenge, 'whole', { query: { visitor: visitor(7) } });
    const [one, other] = [await ask(), await ask()];
    expect(one).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' }, answer: { maxnumber: 20_000 } });
    expect(one.answer.challenge).not.toBe(other.answer.challenge);
    expect(await call(challenge, 'mailed', { query: { visitor: visitor(7) } })).toMatchObject({
      status: 400,
      answer: { type: '/problems/entry-wrong' },
    });
    for (const query of [
      {},
      { visitor: '' },
      { visitor: 'x'.repeat(23) },
      { visitor: '&expires=9999999999&v=x' },
    ] as const) {
      expect(await call(challenge, 'whole', { query: query as Record<string, string> })).toMatchObject({ status: 400 });
    }
  });

  test('the work of one visitor lets nobody else in', async () => {
    const { work } = await visitorOf(8, 'whole');
    const body = { entry: 'open', visitor: visitor(9), work };
    expect(await call(join, 'whole', { body })).toMatchObject({
      status: 403,
      answer: { type: '/problems/work-wrong' },
    });
    expect(await call(join, 'whole', { body: { ...body, visitor: visitor(8) } })).toMatchObject({ status: 201 });
  });

  test('ten wrong postcodes, then a member number rests, as one that does not exist does', async () => {
    const guess = (member: string, at: number) =>
      call(join, 'members', { body: { entry: 'members', member, postcode: `P${at}` } });
    const last = [];
    for (const member of ['M2', 'M3']) {
      for (let at = 0; at < 10; at += 1) expect(await guess(member, at)).toMatchObject({ status: 403 });
      const { headers, ...refused } = await guess(member, 10);
      expect(Number(headers?.['retry-after'])).toBeGreaterThan(800);
      last.push(refused);
    }
    expect(last[0]).toMatchObject({ status: 429, answer: { type: '/problems/too-many-tries' } });
    expect(last[1]).toEqual(last[0]);
  });
});

describe('bad input is answered with a problem document, never a fault', () => {
  const hostile: readonly [string, unknown, number, string][] = [
    ['no JSON', '{"entry":', 400, '/problems/not-json'],
    ['an empty body', '', 400, '/problems/not-json'],
    ['a list', [], 400, '/problems/bad-request'],
    ['null', 'null', 400, '/problems/bad-request'],
    ['another entry', { entry: 'vip' }, 400, '/problems/bad-request'],
    ['no work', { entry: 'open', visitor: visitor(1) }, 400, '/problems/bad-request'],
    ['too much work', { entry: 'open', visitor: visitor(1), work: 'x'.repeat(2001) }, 400, '/problems/bad-request'],
    ['work that is none', { entry: 'open', visitor: visitor(1), work: '💺' }, 403, '/problems/work-wrong'],
    ['a link where there is none', { entry: 'email', link: 'e1.x.y' }, 400, '/problems/entry-wrong'],
    ['a short visitor', { entry: 'open', visitor: 'x', work: 'x' }, 400, '/problems/bad-request'],
    ['an object for a string', { entry: 'open', visitor: { $gt: '' }, work: 'x' }, 400, '/problems/bad-request'],
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
      const body = { entry: 'open', visitor: visitor(1), work: 'e30=' };
      for (const [handler, sent] of [
        [challenge, { query: { visitor: visitor(1) } }],
        [invite, { body: { email: 'ada@example.org' } }],
        [join, { body }],
        [claim, { receipt: 'r2.x.y' }],
        [leave, { receipt: 'r2.x.y' }],
      ] as const) {
        const { status, answer } = await call(handler, onSale, sent);
        expect([400, 404]).toContain(status);
        expect(answer.status).toBe(status);
      }
    },
  );

  test.each(noReceipts)('a receipt %s', async (_, receipt) => {
    for (const handler of [claim, leave]) {
      const { status, answer } = await call(handler, 'whole', { receipt });
      expect(status).toBe(401);
      expect(answer.type).toMatch(/receipt-(forged|missing)$/);
    }
  });

  test('past the edge', async () => {
    const body = { entry: 'open', visitor: visitor(1), work: 'e30=' };
    const { title } = problemOf(refuse('not-through-the-edge', ''));
    expect(await call(join, 'whole', { body, origin: 'guessed' })).toMatchObject({ status: 403, answer: { title } });
  });
});
