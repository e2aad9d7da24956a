import { beforeAll, describe, expect, test } from '@jest/globals';
import { languages } from '../../../contracts/languages.ts';
import { type Asked, pageRoute } from '../../../lambdas/foundation/page-route.ts';
import { faultPage } from '../../../lambdas/foundation/plain/plain-answers.ts';
import { siteWords } from '../../../words/all/site.ts';

type Answer = { statusCode: number; headers: Record<string, string>; cookies?: string[]; body: string };
type Handler = (event: unknown, context: unknown) => Promise<Answer>;
let http: typeof import('../../../lambdas/foundation/http.ts')['http'];

beforeAll(async () => {
  Object.assign(process.env, {
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    POWERTOOLS_TRACE_ENABLED: 'false',
    POWERTOOLS_METRICS_NAMESPACE: 'test',
  });
  ({ http } = await import('../../../lambdas/foundation/http.ts'));
});

const context = { awsRequestId: 'request-1', functionName: 'test' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

async function asked(event: object): Promise<Asked> {
  let seen: Asked | undefined;
  const handler = http(
    pageRoute(
      () => 'fault',
      async (request) => {
        seen = request;
        return { status: 200, html: 'page' };
      },
    ),
    ['origin'],
  ) as unknown as Handler;
  await handler(
    { ...event, headers: { 'stampede-origin': 'origin', ...(event as { headers?: object }).headers } },
    context,
  );
  if (!seen) throw new Error('The handler was not asked');
  return seen;
}

describe('a request', () => {
  test('of a form is read, in base64 as the API sends it', async () => {
    const body = Buffer.from('act=join&member=A%201&needs=wheelchair&needs=companion').toString('base64');
    const { form: sent } = await asked({ headers: form, body, isBase64Encoded: true });
    expect([sent.get('act'), sent.get('member'), sent.getAll('needs')]).toEqual([
      'join',
      'A 1',
      ['wheelchair', 'companion'],
    ]);
  });

  test.each([
    ['no form', { body: 'act=join', headers: { 'content-type': 'text/plain' } }],
    ['too much', { body: `act=${'x'.repeat(10_001)}`, headers: form }],
    ['nothing', { headers: form }],
  ])('with %s is one with an empty form', async (_, event) => {
    expect([...(await asked(event)).form]).toEqual([]);
  });

  test('has its cookies by name, the first of a name', async () => {
    const { cookies } = await asked({ cookies: ['a=1', 'b=x=y', 'a=2', 'nonsense', '=z', ' c = 3'] });
    expect([...cookies]).toEqual([
      ['a', '1'],
      ['b', 'x=y'],
      ['c', '3'],
    ]);
  });
});

describe('an answer', () => {
  test('is a page that nobody else may keep', async () => {
    const handler = http(
      pageRoute(
        () => '',
        async () => ({
          status: 200,
          html: '<p>Hello',
          cookies: ['a=1; Path=/'],
          refreshMs: 5000,
        }),
      ),
      ['origin'],
    ) as unknown as Handler;
    expect(await handler({ headers: { 'stampede-origin': 'origin' } }, context)).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', refresh: '5' },
      cookies: ['a=1; Path=/'],
      body: '<p>Hello',
    });
  });

  test('to a fault of ours is the fault’s page, and tells nothing of the cause', async () => {
    const handler = http(
      pageRoute(
        ({ path }) => `sorry ${path.onSale}`,
        async () => {
          throw new Error('the secret cause');
        },
      ),
      ['origin'],
    ) as unknown as Handler;
    const event = { headers: { 'stampede-origin': 'origin' }, pathParameters: { onSale: 'friends' } };
    const answer = await handler(event, context);
    expect(answer).toMatchObject({ statusCode: 500, body: 'sorry friends', headers: { refresh: '10' } });
    expect(JSON.stringify(answer)).not.toContain('secret cause');
  });

  test.each(languages)('to a fault of ours has the trace by which staff find it, in %s', (lang) => {
    const route = pageRoute(faultPage, async () => ({ status: 200 }));
    const request = { path: {}, query: {}, headers: { 'accept-language': lang }, cookies: [], body: '' };
    const body = (trace?: string) => route.fault(new Error('cause'), request, 0, trace).body;
    expect(body('1-6745c0f4-1f2a<')).toContain(`<p>${siteWords[lang].trace} <code>1-6745c0f4-1f2a&#60;</code></p>`);
    expect(body()).not.toContain('<code>');
  });

  test('past the edge is none', async () => {
    const handler = http(
      pageRoute(
        () => '',
        async () => ({ status: 200, html: 'page' }),
      ),
      ['origin'],
    ) as unknown as Handler;
    for (const headers of [{}, { 'stampede-origin': 'guessed' }]) {
      expect(await handler({ headers }, context)).toMatchObject({ statusCode: 403 });
    }
  });
});
