import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openWire, readResponse } from '../../bench/wire.ts';
import fc from '../properties.ts';

describe('reading a response', () => {
  const plain = Buffer.from('HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nhello');
  const chunked = Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n');

  test.each([
    ['with a length', plain, { status: 201, body: 'hello' }],
    ['in chunks', chunked, { status: 200, body: 'hello' }],
    ['without content', Buffer.from('HTTP/1.1 204 No Content\r\n\r\n'), { status: 204, body: '' }],
  ])('%s', (_, bytes, response) => {
    expect(readResponse(bytes)).toEqual({ response, end: bytes.length });
  });

  test('waits for the rest wherever it is cut, and leaves alone what follows', () => {
    fc.assert(
      fc.property(fc.constantFrom(plain, chunked), fc.nat(), (bytes, cut) => {
        expect(readResponse(bytes.subarray(0, cut % bytes.length))).toBeUndefined();
        expect(readResponse(Buffer.concat([bytes, plain]))?.end).toBe(bytes.length);
      }),
    );
  });
});

describe('over a connection', () => {
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => response.end(`${request.method} ${request.url} ${request.headers['x-a']} ${body}`));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  test('sends one request after another', async () => {
    const wire = openWire('127.0.0.1', port);
    const first = await wire.send({ method: 'POST', path: '/x?y', headers: { 'x-a': 'b' }, body: '{"ü":1}' });
    const second = await wire.send({ method: 'GET', path: '/z' });
    wire.close();
    expect(first).toEqual({ status: 200, body: 'POST /x?y b {"ü":1}' });
    expect(second).toEqual({ status: 200, body: 'GET /z undefined ' });
  });
});
