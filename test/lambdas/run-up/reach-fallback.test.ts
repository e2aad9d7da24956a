import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { askFallback } from '../../../lambdas/run-up/checks/fallback.gateway.ts';
import { reachFallback } from '../../../lambdas/run-up/checks/reach-fallback.ts';
import { reportsFile } from '../../../lambdas/run-up/run-up-files.ts';
import { publishedFiles } from '../../../simulation/stage/published-files.ts';
import { startOldSite } from '../../../stand-ins/old-site/old-site.ts';

const as = 'tickets.example.org';
const now = Date.UTC(2027, 1, 23, 12);

let server: Server;
let asked: IncomingMessage[];
let answers: { status: number; headers?: Record<string, string> } | 'silence';
beforeEach(async () => {
  asked = [];
  answers = { status: 200 };
  server = createServer((request, response) => {
    asked.push(request);
    if (answers !== 'silence') response.writeHead(answers.status, answers.headers).end('x'.repeat(100_000));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise<void>((done) => void server.close(() => done()));
});
const at = (of: { address(): unknown } = server) => `http://127.0.0.1:${(of.address() as AddressInfo).port}`;

describe('the fallback is asked', () => {
  test('once, by GET, at its own address and by the name of the site', async () => {
    expect(await askFallback({ at: at(), as })).toEqual({ status: 200, tookMs: expect.any(Number) });
    expect(asked.map(({ method, url, headers }) => [method, url, headers.host])).toEqual([['GET', '/', as]]);
  });

  test('and nothing that it leads to', async () => {
    answers = { status: 302, headers: { location: `${at()}/private` } };
    expect(await askFallback({ at: at(), as })).toMatchObject({ status: 302, location: `${at()}/private` });
    expect(asked).toHaveLength(1);
  });

  test('within a time', async () => {
    answers = 'silence';
    expect(await askFallback({ at: at(), as }, 100)).toMatchObject({ fault: 'TimeoutError' });
  });

  test('by TLS with the name of the site, whose certificate it must have', async () => {
    const names: string[] = [];
    const tls = createTlsServer({
      SNICallback: (name, done) => {
        names.push(name);
        done(new Error('no certificate'));
      },
    });
    await new Promise<void>((done) => tls.listen(0, '127.0.0.1', done));
    tls.on('tlsClientError', () => {});
    expect(await askFallback({ at: at(tls).replace('http:', 'https:'), as })).toMatchObject({
      fault: expect.any(String),
    });
    expect(names).toEqual([as]);
    await new Promise((done) => tls.close(done));
  });

  test('a machine that is not there is a fault, and no exception', async () => {
    const gone = at();
    await new Promise((done) => server.close(done));
    expect(await askFallback({ at: gone, as })).toMatchObject({ fault: 'ECONNREFUSED' });
    server.listen(0, '127.0.0.1');
  });
});

describe('its report', () => {
  const reports = () => reportsFile(publishedFiles(new Map(), new Map()));

  test('is what a program found, and the later question stands', async () => {
    const deps = { reports: reports(), place: { at: at(), as }, ask: askFallback };
    expect(await reachFallback(deps, now)).toMatchObject({ ok: true, report: { good: true, happenedAt: now } });
    answers = { status: 503 };
    await reachFallback(deps, now + 1);
    answers = { status: 200 };
    await reachFallback(deps, now);
    expect(await deps.reports.read()).toEqual([
      { check: 'fallback', good: false, by: 'program', happenedAt: now + 1, says: expect.stringContaining('503') },
    ]);
  });

  test('leaves every other report as it is', async () => {
    const kept = reports();
    const drill = { check: 'drill', good: true, says: 'Ninety seconds', happenedAt: now, by: 'person' } as const;
    await kept.change(() => [drill]);
    await reachFallback({ reports: kept, place: { at: at(), as }, ask: askFallback }, now);
    expect(await kept.read()).toEqual([drill, expect.objectContaining({ check: 'fallback' })]);
  });
});

test('the stand-in answers to the name of the site, and to no other', async () => {
  const old = await startOldSite(as);
  expect(await askFallback({ at: old.url, as })).toMatchObject({ status: 200 });
  expect(await askFallback({ at: old.url, as: 'elsewhere.example.org' })).toMatchObject({ status: 421 });
  await old.stop();
});
