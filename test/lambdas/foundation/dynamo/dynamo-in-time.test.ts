import { afterEach, describe, expect, test } from '@jest/globals';
import { callTimes } from '../../../../contracts/call-times.ts';
import { droppingPort, silentServer } from '../silent-server.ts';
import { bothClients, type Env, type Limits, thrownBy } from './both-clients.ts';
import { fault, type Script, type ServedCall, scriptedServer } from './scripted-server.ts';

/* Services that fall silent, and clocks that are wrong. Both clients end each call alike. */

const get = { TableName: 'things', Key: { pk: 'a', sk: 'THING' } };
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
const serving = async (script: Script) => {
  const server = await scriptedServer(script);
  stops.push(server.stop);
  return server;
};

/** Of the clock that signed. The time is written in whole seconds. */
const minutesAhead = ({ signedAt }: ServedCall) => Math.floor((signedAt - Date.now() + 30_000) / 60_000);

describe.each(bothClients)('$name', ({ open }) => {
  const opened = (env: Env, limits: Limits = {}) => {
    const dynamo = open(env, limits);
    stops.push(() => dynamo.stop());
    return dynamo;
  };

  describe('when a service is silent', () => {
    const times = { ...callTimes(100), tries: 2 };
    const at = (endpoint: string): Env => ({
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
    const silent = async (says?: string) => {
      const server = await silentServer(says);
      stops.push(server.stop);
      return server;
    };

    test('ends its tries in time', async () => {
      const { endpoint, requests } = await silent();
      const dynamo = opened(at(endpoint), { times: { ...times, callMs: 5000 } });
      expect((await thrownBy(dynamo.call('GetItem', get))).name).toBe('TimeoutError');
      expect(requests()).toBe(2);
    });

    test('does not wait for the rest of an answer', async () => {
      const half = 'HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: 100\r\n\r\n{"Item"';
      const { endpoint, requests } = await silent(half);
      const dynamo = opened(at(endpoint), { times: { ...times, callMs: 5000 } });
      expect((await thrownBy(dynamo.call('GetItem', get))).name).toBe('TimeoutError');
      expect(requests()).toBe(2);
    });

    test('ends the call, whatever comes a letter at a time', async () => {
      const { endpoint, say } = await silent('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{');
      const trickle = setInterval(() => say(' '), 20);
      stops.push(() => clearInterval(trickle));
      const dynamo = opened(at(endpoint), { times: { ...times, tryMs: 2000, callMs: 350 } });
      const error = await thrownBy(dynamo.call('GetItem', get));
      expect(error).toMatchObject({ name: 'OutOfTime', message: 'A call was not answered within 350 ms' });
    });

    test('begins nothing when the invocation is over', async () => {
      const { endpoint, requests } = await silent();
      const dynamo = opened(at(endpoint), { endsAt: () => Date.now() - 1 });
      expect((await thrownBy(dynamo.call('GetItem', get))).message).toBe('No time was left for a call');
      expect(requests()).toBe(0);
    });

    test('does not wait for a connection that nobody takes', async () => {
      const port = await droppingPort();
      stops.push(port.stop);
      const dynamo = opened(at(port.endpoint), { times: { ...times, tryMs: 2000, callMs: 10_000 } });
      expect((await thrownBy(dynamo.call('GetItem', get))).message).toMatch(/did not establish a connection.*100 ms/);
    });
  });

  describe('when its clock is wrong', () => {
    const hour = 3_600_000;
    /** A DynamoDB whose clock is an hour ahead of ours, and which refuses what was not signed by it. */
    const ahead: Script = ({ signedAt }) => {
      const now = Date.now() + hour;
      const date = { date: new Date(now).toUTCString() };
      if (Math.abs(signedAt - now) < 300_000) return [200, {}, date];
      return [400, fault('InvalidSignatureException', 'Signature not yet current'), date];
    };

    test('signs anew by the clock of the answer, and goes on by it', async () => {
      const { env, served } = await serving(ahead);
      const dynamo = opened(env);
      await dynamo.call('GetItem', get);
      await dynamo.call('GetItem', get);
      expect(served.map(minutesAhead)).toEqual([0, 60, 60]);
    });

    test('learns it also from what is answered well', async () => {
      const { env, served } = await serving(() => [200, {}, { date: new Date(Date.now() - hour).toUTCString() }]);
      const dynamo = opened(env);
      await dynamo.call('GetItem', get);
      await dynamo.call('GetItem', get);
      expect(served.map(minutesAhead)).toEqual([0, -60]);
    });

    test('does not believe what a cache kept', async () => {
      const date = new Date(Date.now() - hour).toUTCString();
      const { env, served } = await serving(() => [200, {}, { date, age: '3600' }]);
      const dynamo = opened(env);
      await dynamo.call('GetItem', get);
      await dynamo.call('GetItem', get);
      expect(served.map(minutesAhead)).toEqual([0, 0]);
    });
  });
});
