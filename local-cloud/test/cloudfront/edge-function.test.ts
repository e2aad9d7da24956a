import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { edgeFunction } from '../../cloudfront/edge-function.ts';
import {
  readRequestResult,
  readResponseResult,
  viewerRequestEvent,
  viewerResponseEvent,
} from '../../cloudfront/function-event.ts';
import { builtIns, globals, modules } from '../../cloudfront/function-runtime.ts';
import { aRequest, aResponse } from './a-cloud.ts';

const context = { distributionDomainName: 'd.cloudfront.net', distributionId: 'E1', requestId: 'r1' };

const store = { id: 'a-store', get: () => undefined, entries: [], createdAt: '', changedAt: '' };

function run(code: string, request = aRequest('/x')) {
  return edgeFunction('f', code, () => undefined, store).run(viewerRequestEvent(request, context));
}

describe('the runtime', () => {
  test('gives crypto, querystring and Buffer, by imports at the top', () => {
    const code = `import crypto from 'crypto'; import qs from"querystring";
      function handler() { return {
        mac: crypto.createHmac('sha256', 'key').update('text').digest('base64url'),
        query: qs.parse('a=1').a, text: Buffer.from('aGk', 'base64url').toString() }; }`;
    const mac = createHmac('sha256', 'key').update('text').digest('base64url');
    expect(run(code)).toEqual({ mac, query: '1', text: 'hi' });
  });

  test.each([
    'require',
    'process',
    'global',
    'fetch',
    'URL',
    'setTimeout',
    'queueMicrotask',
    'structuredClone',
    'Map',
    'Proxy',
    'Reflect',
    'BigInt',
    'Intl',
    'Atomics',
    'WebAssembly',
    'SharedArrayBuffer',
    'escape',
    'eval',
  ])('has no %s', (name) => {
    expect(run(`function handler() { return typeof ${name}; }`)).toBe('undefined');
  });

  test.each([
    'Object.hasOwn',
    'Object.fromEntries',
    'Object.groupBy',
    'Array.from',
    'Promise.withResolvers',
    'String.raw',
    'RegExp.$1',
    '[].at',
    '[].flat',
    '[].toSorted',
    '[].findLast',
    '"".at',
    '"".charCodeAt',
    '"".matchAll',
    '"".localeCompare',
    '"".normalize',
    '/x/.dotAll',
    'new Uint8Array(1).at',
    'Buffer.of',
    'Buffer.from("x").at',
    'Buffer.from("x").readBigInt64BE',
    'Buffer.concat([Buffer.from("x")]).subarray(0).toSorted',
    'new TextEncoder().encode("x").at',
    'crypto.randomBytes',
    'crypto.createHash("sha256").copy',
    'crypto.createHash("sha256").digest().at',
    'event.request.querystring.a.multiValue.at',
    'console.error',
  ])('has no %s', (member) => {
    const code = `import crypto from 'crypto'; function handler(event) { return typeof (${member}); }`;
    expect(run(code, aRequest('/?a=1&a=2'))).toBe('undefined');
  });

  test('has every name on AWS’s list, and no other', () => {
    const names = (holder: string) =>
      run(`function handler() { const holder = ${holder}; return Object.getOwnPropertyNames(holder); }`) as string[];
    // Only njs knows this error.
    const { InternalError: _, ...here } = builtIns;
    // A language without these could not name its functions and their prototypes.
    const always = ['constructor', 'length', 'name', 'prototype', 'BYTES_PER_ELEMENT', 'lastIndex'];
    const unlisted = Object.entries(here).flatMap(([name, { own, instances }]) => [
      ...names(name)
        .filter((member) => ![...own, ...always].includes(member))
        .map((member) => `${name}.${member}`),
      ...(/^(?:Math|JSON|console|Buffer)$/.test(name) ? [] : names(`${name}.prototype`))
        .filter((member) => ![...instances, ...always].includes(member))
        .map((member) => `${name}.prototype.${member}`),
    ]);
    const missing = Object.entries(here).flatMap(([name, { own }]) =>
      own
        .filter((member) => !run(`function handler() { return '${member}' in ${name}; }`))
        .map((member) => `${name}.${member}`),
    );
    expect(missing).toEqual([]);
    // V8 does not let go of the symbols that its operators go by.
    expect(unlisted.filter((member) => !member.startsWith('Symbol.'))).toEqual([]);
    expect(names('globalThis').filter((name) => !(name in here) && !globals.includes(name))).toEqual(['handler']);
    expect(
      Object.keys(here).filter((name) => run(`function handler() { return typeof ${name}; }`) === 'undefined'),
    ).toEqual([]);
  });

  test.each(Object.entries(modules))('the module %s has what is on the list', (name, members) => {
    const code = `import given from ${JSON.stringify(name)}; function handler() { return given; }`;
    expect(Object.entries(run(code) as object).map(([member, value]) => [member, typeof value])).toEqual(
      members.map((member) => [member, name === 'buffer' ? 'object' : 'function']),
    );
  });

  test('buffers do what they do in Node', () => {
    const code = `function handler() {
      const buffer = Buffer.concat([Buffer.from('aGk', 'base64url'), Buffer.alloc(1, 33)]);
      return [buffer.length, buffer[0], buffer.toString(), buffer.subarray(1).toString('hex'), buffer.indexOf('i'),
        Buffer.isBuffer(buffer), Buffer.isBuffer(new Uint8Array(1)), buffer.equals(Buffer.from('hi!')),
        JSON.stringify(buffer), new TextDecoder().decode(new TextEncoder().encode('ä'))]; }`;
    expect(run(code)).toEqual([
      3,
      104,
      'hi!',
      '6921',
      1,
      true,
      false,
      true,
      '{"type":"Buffer","data":[104,105,33]}',
      'ä',
    ]);
  });

  test('runs no code from strings', () => {
    expect(() => run(`function handler() { return eval('1'); }`)).toThrow();
    expect(() => run(`function handler() { return new Function('return 1')(); }`)).toThrow();
  });

  test('is strict, and keeps what console.log says', () => {
    const lines: string[] = [];
    const strict = edgeFunction('f', `function handler() { console.log('it is', 5); undeclared = 1; }`, (line) =>
      lines.push(line),
    );
    expect(() => strict.run(viewerRequestEvent(aRequest('/'), context))).toThrow('undeclared is not defined');
    expect(lines).toEqual(['it is 5']);
  });

  test('takes an async handler', async () => {
    expect(await run(`const handler = async (event) => event.request.uri;`)).toBe('/x');
  });

  test('refuses what CloudFront would not deploy', () => {
    expect(() => run(`// ${'x'.repeat(10_240)}\nfunction handler() {}`)).toThrow('10240 are the most');
    expect(() => run(`function other() {}`)).toThrow('no function named handler');
    expect(() => run(`exports.handler = function () {}`)).toThrow('exports is not defined');
    expect(() => run(`import fs from 'fs'; function handler() {}`)).toThrow('the module fs');
  });
});

describe('what a viewer-request function sees and says', () => {
  const request = aRequest('/a%20b?x=1&y=2&x=3&flag', {
    headers: { host: 'h', accept: 'text/html', cookie: 'c=1; d=2', connection: 'keep-alive' },
  });

  test('the event has CloudFront’s shape', () => {
    expect(viewerRequestEvent(request, context)).toEqual({
      version: '1.0',
      context: { ...context, eventType: 'viewer-request' },
      viewer: { ip: '192.0.2.7' },
      request: {
        method: 'GET',
        uri: '/a%20b',
        querystring: {
          x: { value: '3', multiValue: [{ value: '1' }, { value: '3' }] },
          y: { value: '2' },
          flag: { value: '' },
        },
        headers: { host: { value: 'h' }, accept: { value: 'text/html' } },
        cookies: { c: { value: '1' }, d: { value: '2' } },
      },
    });
  });

  test('a request goes on as the function left it', () => {
    const result = run(
      `function handler(event) {
        event.request.uri = '/b';
        event.request.querystring = { q: { value: '7' } };
        event.request.headers['x-added'] = { value: 'yes' };
        delete event.request.cookies.c;
        return event.request; }`,
      request,
    );
    expect(readRequestResult(result, request)).toMatchObject({
      go: 'on',
      request: {
        path: '/b',
        query: 'q=7',
        headers: { host: 'h', accept: 'text/html', 'x-added': 'yes', cookie: 'd=2' },
      },
    });
  });

  test('a response goes back', () => {
    const result = run(
      `function handler() { return { statusCode: 401, headers: { 'content-type': { value: 'text/plain' } },
        body: { encoding: 'base64', data: 'bm8=' } }; }`,
    );
    expect(readRequestResult(result, request)).toEqual({
      go: 'back',
      response: {
        status: 401,
        headers: { 'content-type': 'text/plain', 'content-length': '2' },
        body: Buffer.from('no'),
      },
    });
  });

  test.each([
    ['nothing', 'return;', 'must be an object'],
    ['a relative uri', `event.request.uri = 'x'; return event.request;`, 'slash'],
    ['another method', `event.request.method = 'PUT'; return event.request;`, 'read-only'],
    ['another host', `event.request.headers.host = { value: 'evil' }; return event.request;`, 'read-only'],
    ['a header in capitals', `event.request.headers['X-A'] = { value: 'a' }; return event.request;`, 'lower case'],
    ['a header without a value', `event.request.headers.a = {}; return event.request;`, 'must have a value'],
    [
      'a header of CloudFront’s',
      `event.request.headers['x-amz-cf-id'] = { value: 'a' }; return event.request;`,
      'may not set',
    ],
    ['a status that is none', 'return { statusCode: 99 };', 'statusCode'],
    ['a body without encoding', `return { statusCode: 200, body: { data: 'x' } };`, 'encoding'],
  ])('%s is refused', (_name, body, message) => {
    expect(() => readRequestResult(run(`function handler(event) { ${body} }`, request), request)).toThrow(message);
  });

  test('a viewer-response function changes headers and status, never the body', () => {
    const response = aResponse(200, { 'content-type': 'text/html' }, 'page');
    const edge = edgeFunction(
      'f',
      `function handler(event) { event.response.headers['x-a'] = { value: event.request.uri };
        event.response.statusCode = 201; return event.response; }`,
      () => undefined,
    );
    const result = edge.run(viewerResponseEvent(aRequest('/x'), response, context));
    expect(readResponseResult(result, response)).toEqual({
      status: 201,
      headers: { 'content-type': 'text/html', 'x-a': '/x' },
      body: Buffer.from('page'),
    });
  });
});
