import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startCanary } from '../../../../lambdas/waiting-room/pace/trial-canary.gateway.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Starts the canary at a Synthetics that answers this; the call as it came there. */
async function started(status: number) {
  const calls: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    calls.push(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"Message":"so it is"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close());
  const env = {
    AWS_ENDPOINT_URL_SYNTHETICS: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'ASIAKEY', AWS_SECRET_ACCESS_KEY: 'secret' },
    AWS_SESSION_TOKEN: 'token',
  };
  const said = await startCanary('stampede-test-trial', env).then(
    () => 'started',
    ({ message }: Error) => message,
  );
  return { said, call: calls[0] };
}

describe('a start', () => {
  test('is one signed call', async () => {
    const { said, call } = await started(200);
    expect(said).toBe('started');
    expect([call?.method, call?.url]).toEqual(['POST', '/canary/stampede-test-trial/start']);
    expect(call?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=ASIAKEY\/\d{8}\/eu-west-2\/synthetics\//);
    expect(call?.headers['x-amz-security-token']).toBe('token');
  });

  test('of one that runs is none, and well', async () => {
    expect((await started(409)).said).toBe('started');
  });

  test('that is refused says so', async () => {
    expect((await started(403)).said).toBe('Synthetics answered 403: {"Message":"so it is"}');
  });
});
