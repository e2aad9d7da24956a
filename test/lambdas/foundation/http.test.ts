import { beforeAll, describe, expect, test } from '@jest/globals';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { z } from 'zod';
import { refusals, refuse } from '../../../contracts/refusals.ts';
import { apiRoute } from '../../../lambdas/foundation/api-route.ts';

type Stack = typeof import('../../../lambdas/foundation/http.ts');
type Operator = typeof import('../../../lambdas/foundation/operator.ts');
let http: Stack['http'];
let operator: Operator['operator'];

beforeAll(async () => {
  Object.assign(process.env, {
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    POWERTOOLS_TRACE_ENABLED: 'false',
    POWERTOOLS_METRICS_NAMESPACE: 'test',
  });
  ({ http } = await import('../../../lambdas/foundation/http.ts'));
  ({ operator } = await import('../../../lambdas/foundation/operator.ts'));
});

const context = { awsRequestId: 'request-1', functionName: 'test' } as Context;

function anEvent(more: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 {
  const event = { isBase64Encoded: false, body: '{"count":1}', pathParameters: { show: 'storm' }, ...more };
  return { ...event, headers: { 'stampede-origin': 'origin', ...more.headers } } as unknown as APIGatewayProxyEventV2;
}

async function answer(handler: unknown, event = anEvent()) {
  const call = handler as (event: unknown, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;
  const { statusCode, headers, body } = await call(event, context);
  return { status: statusCode, headers, body: body === undefined ? undefined : JSON.parse(body) };
}

const shape = () => ({
  path: z.object({ show: z.string().max(5) }),
  body: z.object({ count: z.number() }),
  headers: z.object({ 'x-key': z.string().default('none') }),
  query: z.object({ page: z.string().default('1') }),
});

describe('a fault that is traced', () => {
  const failing = apiRoute(shape(), async () => {
    throw new Error('a cause that nobody is told');
  });

  test('has the trace by which staff find it, if the call is traced', async () => {
    process.env._X_AMZN_TRACE_ID = 'Root=1-6745c0f4-0123456789abcdef01234567;Parent=53995c3f42cd8ad8;Sampled=0';
    const { status, body } = await answer(http(failing, ['origin']));
    expect(status).toBe(500);
    expect(body.trace).toBe('1-6745c0f4-0123456789abcdef01234567');
    expect(JSON.stringify(body)).not.toContain('a cause');
  });

  test('has none otherwise', async () => {
    delete process.env._X_AMZN_TRACE_ID;
    expect((await answer(http(failing, ['origin']))).body).not.toHaveProperty('trace');
  });
});

describe('the secret that the CDN shows', () => {
  const handler = () =>
    http(
      apiRoute(shape(), async () => ({ ok: true, status: 200, body: {} })),
      ['the new one', 'the old one'],
    );
  const statusWith = async (shown: string) =>
    (await answer(handler(), anEvent({ headers: { 'stampede-origin': shown } }))).status;

  test('is any of two while one takes over from the other', async () => {
    expect([await statusWith('the new one'), await statusWith('the old one')]).toEqual([200, 200]);
  });

  test.each(['', 'the', 'the new one,the old one', 'another one'])('and nothing else: %j', async (shown) => {
    expect(await statusWith(shown)).toBe(403);
  });
});

describe('a request', () => {
  test('is handed over by its shape', async () => {
    const handler = http(
      apiRoute(shape(), async ({ now, ...parts }) => ({
        ok: true,
        status: 200,
        body: { ...parts, timed: Number.isInteger(now) },
      })),
      ['origin'],
    );
    const event = anEvent({ queryStringParameters: { page: '2' }, headers: { 'x-key': 'k', other: 'o' } });
    expect(await answer(handler, event)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: {
        path: { show: 'storm' },
        body: { count: 1 },
        headers: { 'x-key': 'k' },
        query: { page: '2' },
        timed: true,
      },
    });
    expect(await answer(handler, anEvent())).toMatchObject({
      body: { headers: { 'x-key': 'none' }, query: { page: '1' } },
    });
  });

  test('in base64 is the same request', async () => {
    const handler = http(
      apiRoute(shape(), async ({ body }) => ({ ok: true, status: 201, body })),
      ['origin'],
    );
    const event = anEvent({ body: Buffer.from('{"count":7}').toString('base64'), isBase64Encoded: true });
    expect(await answer(handler, event)).toMatchObject({ status: 201, body: { count: 7 } });
  });

  test('whose sender signs its very letters is handed over as they came', async () => {
    const handler = http(
      apiRoute({ body: z.string(), bodyAs: 'text' }, async ({ body }) => ({
        ok: true,
        status: 200,
        body: { said: body },
      })),
      ['origin'],
    );
    const said = '{ "a":1,\n"a": "£" }';
    expect((await answer(handler, anEvent({ body: said }))).body).toEqual({ said });
    const event = anEvent({ body: Buffer.from(said).toString('base64'), isBase64Encoded: true });
    expect((await answer(handler, event)).body).toEqual({ said });
    const huge = anEvent({ body: 'x'.repeat(200_001) });
    expect(await answer(handler, huge)).toMatchObject({ status: 413, body: { errors: [{ field: 'body' }] } });
  });

  test('is answered with a file as it is, by its name', async () => {
    const bytes = Uint8Array.from([0, 255, 37, 80, 68, 70]);
    const file = { bytes, name: 'tickets-K7M.pdf' };
    const answers = { 200: { when: 'The tickets.', file: 'application/pdf' } };
    const handler = http(
      apiRoute({ answers }, async () => ({ ok: true, status: 200, file })),
      ['origin'],
    );
    const call = handler as unknown as (event: unknown, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;
    expect(await call(anEvent(), context)).toEqual({
      statusCode: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="tickets-K7M.pdf"',
        'cache-control': 'no-store',
      },
      isBase64Encoded: true,
      body: Buffer.from(bytes).toString('base64'),
    });
  });

  test('without a body to read is not read', async () => {
    const handler = http(
      apiRoute({}, async ({ body }) => ({ ok: true, status: 200, body: { body: body ?? null } })),
      ['origin'],
    );
    expect(await answer(handler, anEvent({ body: '{' }))).toMatchObject({ status: 200, body: { body: null } });
  });

  test('only comes through the edge', async () => {
    const handler = http(
      apiRoute({}, async () => ({ ok: true, status: 200 })),
      ['origin'],
    );
    for (const secret of ['', 'guessed', 'origin ']) {
      const refused = await answer(handler, anEvent({ headers: { 'stampede-origin': secret } }));
      expect(refused).toMatchObject({ status: 403, body: { type: '/problems/not-through-the-edge' } });
    }
    const without = { ...anEvent(), headers: {} } as APIGatewayProxyEventV2;
    expect((await answer(handler, without)).status).toBe(403);
  });
});

describe('a refusal', () => {
  test('names every wrong field', async () => {
    const handler = http(
      apiRoute(shape(), async () => ({ ok: true, status: 200 })),
      ['origin'],
    );
    const refused = await answer(handler, anEvent({ body: '{"count":"one"}', pathParameters: { show: 'tempest' } }));
    expect(refused).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/problem+json' },
      body: { type: '/problems/bad-request', errors: [{ field: 'body.count' }, { field: 'path.show' }] },
    });
  });

  test.each([
    ['not JSON', '{', 400, 'not-json'],
    ['nothing', undefined, 400, 'not-json'],
    ['too long', JSON.stringify('x'.repeat(200_001)), 413, 'body-too-large'],
  ])('for a body that is %s', async (_, body, status, code) => {
    const handler = http(
      apiRoute(shape(), async () => ({ ok: true, status: 200 })),
      ['origin'],
    );
    const refused = await answer(handler, anEvent({ body } as Partial<APIGatewayProxyEventV2>));
    expect(refused).toMatchObject({ status, body: { type: `/problems/${code}`, status } });
  });

  test('of the use case becomes its problem document', async () => {
    const handler = http(
      apiRoute({}, async () => refuse('not-your-turn', 'Wait.', { retryAfterMs: 3000 })),
      ['origin'],
    );
    expect(await answer(handler)).toEqual({
      status: 409,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'retry-after': '3' },
      body: { type: '/problems/not-your-turn', title: refusals['not-your-turn'].title, status: 409, detail: 'Wait.' },
    });
  });
});

describe('a fault', () => {
  test('is answered without a word of its cause', async () => {
    const handler = http(
      apiRoute({}, async () => {
        throw new Error('the table of ada@example.org is on fire');
      }),
      ['origin'],
    );
    const fault = await answer(handler);
    expect(fault).toMatchObject({ status: 500, headers: { 'retry-after': '3' }, body: { type: '/problems/fault' } });
    expect(JSON.stringify(fault)).not.toContain('ada');
  });
});

describe('a call of an operator', () => {
  const schema = z.object({ roster: z.string(), members: z.array(z.object({ member: z.string() })) });
  const call = async (payload: unknown) => {
    const handler = operator(schema, async ({ roster }, now) => ({ ok: true, roster, timed: Number.isInteger(now) }));
    return await (handler as unknown as (payload: unknown, context: Context) => Promise<unknown>)(payload, context);
  };

  test('is answered with what was done', async () => {
    expect(await call({ roster: 'friends', members: [] })).toEqual({ ok: true, roster: 'friends', timed: true });
  });

  test('with bad input names the fields', async () => {
    expect(await call({ roster: 'friends', members: [{}] })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('members.0.member'),
      errors: [{ field: 'members.0.member' }],
    });
    expect(await call(undefined)).toMatchObject({ ok: false });
  });
});
