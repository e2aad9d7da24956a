import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { witnessesOf } from '../../../../lambdas/waiting-room/log/witness.gateway.ts';

/* A witness over HTTP: it can be silent, late or talkative, and the pacemaker hears an answer or none. */

const vkey = 'one.example/w+00000000+AAAA';
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const server = createServer((request, response) => answer(request, response));
let url: string;
beforeEach(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const asked = (patienceMs?: number) => {
  const setting = {
    host: 'tickets.example.org',
    quorum: 1,
    witnesses: [{ key: vkey, url: `${url}/log/` }, { key: 'x' }],
  };
  const { urls, ask } = witnessesOf(JSON.stringify(setting), patienceMs);
  expect([...urls]).toEqual([[vkey, `${url}/log`]]);
  return ask(`${urls.get(vkey)}/add-checkpoint`, 'old 0\n\nnote\n');
};

test('is posted the checkpoint as it is, and its answer is heard', async () => {
  answer = async (request, response) => {
    const body = await text(request);
    response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end(`${request.method} ${request.url} ${body}`);
  };
  expect(await asked()).toEqual({ status: 409, body: 'POST /log/add-checkpoint old 0\n\nnote\n' });
});

test.each<[string, typeof answer, number]>([
  ['never answers', () => {}, 50],
  ['sends elsewhere', (_, response) => response.writeHead(307, { location: `${url}/other` }).end(), 60_000],
  ['says far too much', (_, response) => response.end('— '.repeat(20_000)), 60_000],
  ['breaks off', (_, response) => response.destroy(), 60_000],
])('one that %s has not answered', async (_, given, patienceMs) => {
  answer = given;
  expect(await asked(patienceMs)).toBeUndefined();
});

test('without a setting there is nobody', () => {
  expect(witnessesOf('none').urls.size).toBe(0);
});
