import { describe, expect, test } from '@jest/globals';
import { answerPreflight, isPreflight, withCors } from '../../http-api/cors.ts';
import { logTime, type RequestPlace, requestPayload } from '../../http-api/request-payload.ts';
import { responseOf } from '../../http-api/response-payload.ts';
import type { HostRequest } from '../../kind.ts';
import fc from '../same-examples.ts';

const place: RequestPlace = {
  accountId: '111122223333',
  apiId: 'abc',
  domainName: 'abc.execute-api.eu-west-2.amazonaws.com',
  stage: '$default',
  routeKey: 'POST /pets/{id}',
  pathParameters: { id: 'caf%C3%A9%2F1' },
  stageVariables: undefined,
  requestId: 'r1',
  now: Date.UTC(2020, 2, 12, 19, 3, 58),
};
const request = (over: Partial<HostRequest> = {}): HostRequest => ({
  method: 'POST',
  path: '/pets/caf%C3%A9%2F1',
  query: 'a=1&b=x+y&a=2&empty',
  headers: { 'content-type': 'application/json', cookie: 'k=v; l=w', 'user-agent': 'test' },
  body: Buffer.from('{"a":1}'),
  clientIp: '192.0.2.1',
  ...over,
});

describe('payload format 2.0', () => {
  test('says behind whom it was called: last the caller of the API', () => {
    const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' };
    expect(requestPayload(request({ headers }), place)).toMatchObject({
      headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7, 192.0.2.1' },
    });
  });

  test('is what API Gateway sends', () => {
    expect(requestPayload(request(), place)).toEqual({
      version: '2.0',
      routeKey: 'POST /pets/{id}',
      rawPath: '/pets/caf%C3%A9%2F1',
      rawQueryString: 'a=1&b=x+y&a=2&empty',
      cookies: ['k=v', 'l=w'],
      headers: { 'content-type': 'application/json', 'user-agent': 'test', 'x-forwarded-for': '192.0.2.1' },
      queryStringParameters: { a: '1,2', b: 'x y', empty: '' },
      requestContext: {
        accountId: '111122223333',
        apiId: 'abc',
        domainName: 'abc.execute-api.eu-west-2.amazonaws.com',
        domainPrefix: 'abc',
        http: {
          method: 'POST',
          path: '/pets/caf%C3%A9%2F1',
          protocol: 'HTTP/1.1',
          sourceIp: '192.0.2.1',
          userAgent: 'test',
        },
        requestId: 'r1',
        routeKey: 'POST /pets/{id}',
        stage: '$default',
        time: '12/Mar/2020:19:03:58 +0000',
        timeEpoch: place.now,
      },
      body: '{"a":1}',
      pathParameters: { id: 'café/1' },
      isBase64Encoded: false,
    });
  });

  test('leaves out what is not there', () => {
    const payload = requestPayload(request({ query: '', headers: {}, body: Buffer.alloc(0) }), {
      ...place,
      pathParameters: {},
    });
    expect(Object.keys(payload ?? {}).sort()).toEqual([
      'headers',
      'isBase64Encoded',
      'rawPath',
      'rawQueryString',
      'requestContext',
      'routeKey',
      'version',
    ]);
  });

  test.each([
    ['application/json; charset=utf-8', false],
    ['application/problem+json', false],
    ['text/csv', false],
    ['application/x-www-form-urlencoded', true],
    ['image/png', true],
  ])('a body of %s is in base64: %s', (type, isBase64Encoded) => {
    const payload = requestPayload(request({ headers: { 'content-type': type } }), place);
    const body = isBase64Encoded ? Buffer.from('{"a":1}').toString('base64') : '{"a":1}';
    expect(payload).toMatchObject({ isBase64Encoded, body });
  });

  test('a path or query that is not well encoded has no payload, and nothing else throws', () => {
    expect(requestPayload(request({ query: 'a=%zz' }), place)).toBeUndefined();
    expect(requestPayload(request(), { ...place, pathParameters: { id: '%E0%A4' } })).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), fc.string(), (query, id) => {
        const payload = requestPayload(request({ query }), { ...place, pathParameters: { id } });
        expect(payload === undefined || typeof payload === 'object').toBe(true);
      }),
    );
  });

  test('log time', () => {
    expect(logTime(0)).toBe('01/Jan/1970:00:00:00 +0000');
  });
});

describe('a function’s answer', () => {
  const bodyOf = (payload: string) => {
    const { status, headers, body, cookies } = responseOf(payload);
    return { status, headers, body: body.toString(), cookies };
  };

  test.each<[string, unknown, object]>([
    [
      'with a status is the response',
      { statusCode: 201, headers: { 'X-One': 1, 'Content-Type': 'text/html' }, body: 'hi', cookies: ['a=b; Path=/'] },
      { status: 201, headers: { 'x-one': '1', 'content-type': 'text/html' }, body: 'hi', cookies: ['a=b; Path=/'] },
    ],
    [
      'in base64 is decoded',
      { statusCode: 200, body: Buffer.from('bytes').toString('base64'), isBase64Encoded: true },
      { status: 200, body: 'bytes', headers: { 'content-type': 'text/plain;charset=utf-8' } },
    ],
    [
      'without a status is the body',
      { any: 'thing' },
      { status: 200, body: '{"any":"thing"}', headers: { 'content-type': 'application/json' } },
    ],
    ['that is a text is the body', 'hello', { status: 200, body: 'hello' }],
    ['with an impossible status is a fault', { statusCode: 'many' }, { status: 500 }],
    ['whose body is no text is a fault', { statusCode: 200, body: { not: 'a text' } }, { status: 500 }],
  ])('%s', (_, answer, expected) => {
    expect(bodyOf(JSON.stringify(answer))).toMatchObject(expected);
  });
});

describe('cross-origin rules', () => {
  const rules = {
    origins: ['https://site.test'],
    methods: ['GET'],
    headers: ['x-a'],
    exposed: ['x-b'],
    maxAgeSeconds: 5,
    credentials: true,
  };
  const from = (origin: string) =>
    request({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } });

  test('answer a preflight of an allowed origin, and say nothing to another', () => {
    expect(isPreflight(from('https://site.test'))).toBe(true);
    expect(answerPreflight(rules, from('https://site.test'))).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://site.test',
        'access-control-allow-methods': 'GET',
        'access-control-allow-headers': 'x-a',
        'access-control-max-age': '5',
        'access-control-allow-credentials': 'true',
      },
    });
    expect(answerPreflight(rules, from('https://other.test')).headers).toEqual({});
  });

  test('stand over what the function says', () => {
    const own = { status: 200, headers: { 'access-control-allow-origin': '*', a: 'b' }, body: Buffer.alloc(0) };
    expect(withCors(rules, from('https://site.test'), own).headers).toEqual({
      a: 'b',
      'access-control-allow-origin': 'https://site.test',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'x-b',
    });
    expect(withCors(rules, from('https://other.test'), own).headers).toEqual({ a: 'b' });
  });
});
