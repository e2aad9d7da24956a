import { describe, expect, test } from '@jest/globals';
import { HttpApi } from '../../http-api/http-api.ts';
import { readRouteKey } from '../../http-api/routes.ts';
import type { HostRequest } from '../../kind.ts';
import type { RunningFunction } from '../../lambda/running-function.ts';

const request = (path: string): HostRequest => ({
  method: 'GET',
  path,
  query: '',
  headers: {},
  body: Buffer.alloc(0),
  clientIp: '127.0.0.1',
});

/** An API of three functions, one of which has two routes, and what was loaded in which order. */
const api = () => {
  const loaded: string[] = [];
  const made = new HttpApi('abc', 'abc.execute-api.eu-west-2.amazonaws.com', '111122223333', undefined, () => true);
  made.addStage({ name: '$default', variables: undefined });
  const functionNamed = (name: string): RunningFunction => ({
    name,
    arn: name,
    caller: { is: 'operator' },
    invoke: async () => ({ outcome: 'throttled' }),
    invokeSoon: async () => ({ outcome: 'returned', payload: '{"statusCode":200,"body":"here"}' }),
    invokePatiently: async () => ({ outcome: 'throttled' }),
    invokeLater: () => undefined,
    standStill: () => undefined,
    warm: async () => {
      // Not before the next turn: the functions of one visit are loaded one after another.
      await Promise.resolve();
      loaded.push(name);
    },
  });
  const [join, claim, hold] = ['join', 'claim', 'hold'].map(functionNamed);
  for (const [key, running] of [
    ['GET /join', join],
    ['GET /again', join],
    ['GET /claim', claim],
    ['GET /hold', hold],
  ] as const) {
    const route = readRouteKey(key);
    if (route && running) made.addRoute({ ...route, integration: { running, timeoutMs: 1000 } });
  }
  return { made, loaded };
};

describe('functions behind an HTTP API', () => {
  test('are not loaded while nobody asks', async () => {
    const { loaded } = api();
    await new Promise((resolve) => setImmediate(resolve));
    expect(loaded).toEqual([]);
  });

  test('are all loaded, each once, for a rush that comes soon', async () => {
    const { made, loaded } = api();
    await made.warm();
    await made.answer(request('/join'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(loaded).toEqual(['join', 'claim', 'hold']);
  });

  test('are all loaded, each once, when a first visitor asks for one of them', async () => {
    const { made, loaded } = api();
    expect((await made.answer(request('/join'))).status).toBe(200);
    await made.answer(request('/join'));
    while (loaded.length < 3) await new Promise((resolve) => setImmediate(resolve));
    await made.answer(request('/claim'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(loaded.toSorted()).toEqual(['claim', 'hold', 'join']);
  });
});
