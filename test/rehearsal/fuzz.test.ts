import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { api, apiPrefix } from '../../contracts/api.ts';
import { problemOf, refuse } from '../../contracts/refusals.ts';
import { type ApiDescription, type JsonSchema, operationsOf } from '../../rehearsal/fuzz/description.ts';
import { valuesOf } from '../../rehearsal/fuzz/from-schema.ts';
import { fuzz } from '../../rehearsal/fuzz/fuzz.ts';
import { type FuzzAnswer, faultOf } from '../../rehearsal/fuzz/judge.ts';
import { fuzzLines } from '../../rehearsal/fuzz/report.ts';
import { bodiesOf, type FuzzRequest, requestsOf, withOne } from '../../rehearsal/fuzz/requests.ts';
import { openWire } from '../../rehearsal/fuzz/send.gateway.ts';
import { describeApi } from '../../site/developers/describe-api.ts';
import fc from '../properties.ts';

const description = JSON.parse(JSON.stringify(describeApi())) as ApiDescription;
const operations = operationsOf(description);
const basket = `GET ${api('GET basket').url}`;
const refusal = problemOf(refuse('bad-request', 'Say which seats you want.'));
const refused: FuzzAnswer = { status: 400, type: 'application/problem+json', text: JSON.stringify(refusal) };

describe('an answer', () => {
  test.each<[string, FuzzAnswer]>([
    ['a refusal that says what to do', refused],
    ['an answer', { status: 200, type: 'application/json', text: '{}' }],
    ['an answer without a body', { status: 204, type: '', text: '' }],
    ['a ticket', { status: 200, type: 'application/pdf', text: '%PDF' }],
  ])('is right: %s', (_what, answer) => {
    expect(faultOf(answer)).toBeUndefined();
  });

  test.each<[string, FuzzAnswer, RegExp]>([
    ['silence', { status: 0, type: '', text: 'none within 30 s' }, /^no answer: none within 30 s/],
    ['a fault', { ...refused, status: 500 }, /^a fault of ours/],
    ['a refusal as a page', { ...refused, type: 'text/html' }, /of type "text\/html"/],
    ['a refusal that is cut short', { ...refused, text: refused.text.slice(0, -5) }, /without a type/],
    ['a refusal of another status', { ...refused, status: 404 }, /that says 400/],
    ['a refusal without words', { ...refused, text: JSON.stringify({ ...refusal, detail: '' }) }, /what to do/],
    ['JSON that is none', { status: 200, type: 'application/json', text: '{' }, /is called JSON/],
  ])('is wrong: %s', (_what, answer, says) => {
    expect(faultOf(answer)).toMatch(says);
  });
});

describe('requests', () => {
  const proofs = { 'stampede-pass': 'p1.a.genuine.pass', authorization: 'Bearer t' };
  const known = { onSale: ['friends'], performance: ['storm-1'] };
  const bodies = bodiesOf(description);
  const made = (seed: number) => fc.sample(requestsOf(operations, bodies, { known, proofs }), { numRuns: 1500, seed });

  test('are of every operation, and the same for the same seed', () => {
    const all = made(1);
    expect(new Set(all.map(({ operation }) => operation)).size).toBe(operations.length);
    expect(operations.length).toBeGreaterThan(50);
    expect(made(1)).toEqual(all);
    expect(made(2)).not.toEqual(all);
  });

  test('can be sent: a path has no space in it, a header no sign that it cannot carry', () => {
    for (const { path, headers } of made(3)) {
      expect(path).toMatch(/^\/[\x21-\x7e]+$/);
      for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]*$/);
    }
  });

  test('have genuine proofs mostly, and spoilt ones, none, and another’s', () => {
    const only = operations.filter(({ name }) => name === basket);
    const asked = fc.sample(requestsOf(only, bodies, { known, proofs }), { numRuns: 200, seed: 4 });
    const passes = asked.map(({ headers }) => headers['stampede-pass']);
    const genuine = passes.filter((pass) => pass === proofs['stampede-pass']).length;
    expect(genuine / passes.length).toBeGreaterThan(0.5);
    expect(new Set(passes).size).toBeGreaterThan(20);
    expect(passes).toContain(undefined);
  });

  test('of a schema keep its form', () => {
    const schema: JsonSchema = {
      type: 'object',
      required: ['id', 'kind'],
      properties: {
        id: { type: 'string', pattern: '^[a-z]{3,8}$' },
        kind: { enum: ['a', 'b'] },
        count: { type: 'integer', minimum: 1, maximum: 3 },
        also: { $ref: '#/components/schemas/Also' },
      },
    };
    const also: JsonSchema = { type: 'array', items: { type: 'string', minLength: 1, maxLength: 4 }, maxItems: 2 };
    fc.assert(
      fc.property(valuesOf(schema, { Also: also }), (value) => {
        const { id, kind, count, also: list } = value as { id: string; kind: string; count?: number; also?: string[] };
        expect(id).toMatch(/^[a-z]{3,8}$/);
        expect(['a', 'b']).toContain(kind);
        if (count !== undefined) expect([1, 2, 3]).toContain(count);
        expect((list ?? []).length).toBeLessThanOrEqual(2);
      }),
    );
    expect(() => valuesOf({ $ref: '#/components/schemas/Gone' }, {})).toThrow('has no schema');
  });

  test('with one part spoilt differ in that part alone', () => {
    const value = { a: [1, 2], b: { c: 'x' } };
    const spoilt = Array.from({ length: 6 }, (_, at) => withOne(value, at, null));
    expect(spoilt).toEqual([
      null,
      { a: null, b: { c: 'x' } },
      { a: [null, 2], b: { c: 'x' } },
      { a: [1, null], b: { c: 'x' } },
      { a: [1, 2], b: null },
      { a: [1, 2], b: { c: null } },
    ]);
    expect(withOne(value, 6, null)).toBeNull();
  });
});

describe('a run', () => {
  test('counts what each operation answered, keeps one of each kind of fault, and asks fans’ things first', async () => {
    const sent: FuzzRequest[] = [];
    const report = await fuzz(
      {
        description,
        genuine: async () => ({ proofs: {}, known: {} }),
        send: async (request) => {
          sent.push(request);
          return request.operation === basket ? { ...refused, status: 500 } : refused;
        },
        onPart: () => undefined,
      },
      { requests: 2500, seed: 7, atOnce: 4 },
    );
    const ofBasket = sent.filter(({ operation }) => operation === basket).length;
    expect(report).toMatchObject({ sent: 2500, faulty: ofBasket });
    expect(ofBasket).toBeGreaterThan(1);
    expect(report.faults.map(({ request }) => request.operation)).toEqual([basket]);
    expect(report.statuses[basket]).toEqual({ 500: ofBasket });
    const isStaff = ({ path }: FuzzRequest) => path.startsWith(`${apiPrefix}staff/`);
    expect(sent.slice(0, 1500).some(isStaff)).toBe(false);
    expect(sent.slice(2000).every(isStaff)).toBe(true);
    const lines = fuzzLines(report).join('\n');
    expect(lines).toContain(`2500 requests, ${ofBasket} answers that were not right, 1 kinds of them:`);
    expect(lines).toContain(`${basket} answered 500 a fault of ours`);
  });
});

describe('the wire', () => {
  let base = '';
  let busy = 2;
  const server = createServer((request, response) => {
    if (request.url === '/busy' && busy-- > 0) response.writeHead(503, { 'retry-after': '1' }).end();
    else if (request.url === '/gone') request.socket.destroy();
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(request.url);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('sends a path as it is, waits for who is busy, and says that nothing came', async () => {
    const waits: number[] = [];
    const wire = openWire(base, { wait: async (ms) => void waits.push(ms) });
    const ask = (path: string) => wire.send({ operation: '', method: 'GET', path, headers: {} });
    expect(await ask('/a/../%2e%2e//x?__proto__=%00')).toMatchObject({
      status: 200,
      text: '/a/../%2e%2e//x?__proto__=%00',
    });
    expect(await ask('/busy')).toMatchObject({ status: 200 });
    expect(waits).toEqual([250, 500]);
    expect(await ask('/gone')).toMatchObject({ status: 0 });
    wire.close();
  });
});
