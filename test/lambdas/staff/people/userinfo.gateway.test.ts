import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { userinfoOf } from '../../../../lambdas/staff/people/userinfo.gateway.ts';
import { silentServer } from '../../foundation/silent-server.ts';

let server: Server;
let issuer: string;
let asked: string[];
/** Status of the userinfo endpoint, and whether the discovery document names it. */
let answers: { status: number; body: string; discovery: object };

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? ''}`.trim());
    if (request.url?.endsWith('/openid-configuration')) return void response.end(JSON.stringify(answers.discovery));
    response.writeHead(answers.status).end(answers.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pool`;
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => {
  asked = [];
  answers = {
    status: 200,
    body: JSON.stringify({ sub: 'ruth', name: 'Ruth' }),
    discovery: { userinfo_endpoint: `${issuer}/who` },
  };
});

test('the endpoint is found once, and asked with the token each time', async () => {
  const userinfo = userinfoOf(`${issuer}/`);
  expect(await userinfo.of('a.b.c', 'ruth')).toEqual({ ok: true, name: 'Ruth' });
  expect(await userinfo.of('a.b.c', 'ruth')).toEqual({ ok: true, name: 'Ruth' });
  expect(asked).toEqual(['/pool/.well-known/openid-configuration', '/pool/who Bearer a.b.c', '/pool/who Bearer a.b.c']);
});

test.each([401, 403])('a token that it answers with %i to is over', async (status) => {
  answers = { ...answers, status };
  expect(await userinfoOf(issuer).of('a.b.c', 'ruth')).toEqual({ ok: false, why: 'over' });
});

test.each<[string, Partial<typeof answers>]>([
  ['fails', { status: 500 }],
  ['sends elsewhere', { status: 302 }],
  ['answers no JSON', { body: '<html>' }],
  ['names no endpoint', { discovery: {} }],
])('an issuer that %s is away', async (_, over) => {
  answers = { ...answers, ...over };
  expect(await userinfoOf(issuer).of('a.b.c', 'ruth')).toEqual({ ok: false, why: 'away' });
});

test('an issuer that is silent is waited for only so long, and asked again later', async () => {
  const silent = await silentServer();
  try {
    const userinfo = userinfoOf(silent.endpoint, 50);
    expect(await userinfo.of('a.b.c', 'ruth')).toEqual({ ok: false, why: 'away' });
    expect(await userinfo.of('a.b.c', 'ruth')).toEqual({ ok: false, why: 'away' });
  } finally {
    silent.stop();
  }
});
