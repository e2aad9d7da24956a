import { beforeAll, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import { afterStepMs, type KeyedReadings, readingsStepMs, type SharedReadings } from '../../contracts/readings.ts';
import { until } from '../until.ts';
import { ask } from './fan.ts';
import type { Playhouse } from './running.ts';

/* How an on-sale goes, for those who may see it: by their right, and by the key that it gives them. */

export function readingsJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  beforeAll(() => {
    house = of();
  });

  const keyed = async (onSale: string) => {
    const headers = await house.staff('ops');
    const { url } = api('GET staff/readings/{onSale}', { onSale });
    return (await ask<KeyedReadings>(`${house.site}${url}`, { headers })).body;
  };
  const shared = (onSale: string, key: string) =>
    `${house.site}${api('GET readings/{onSale}/{key}', { onSale, key }).url}`;
  /** Between the looks at a step and the next step. */
  const midStep = () =>
    until('the middle of a step', async () => {
      const ms = (Date.now() - afterStepMs) % readingsStepMs;
      return (ms > 200 && ms < 1500) || undefined;
    });

  test('twenty who look at once, whatever they send along, are one look behind the CDN, until the next step', async () => {
    const { key, line } = await keyed('friends');
    expect(line?.onSale).toBe('friends');
    // Written for each step from now on, since somebody looks; else the CDN keeps it for a second.
    await midStep();
    const causes = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const answer = await fetch(`${shared('friends', key)}?${n}`, { headers: { 'x-page': `${n}` } });
        const body = (await answer.json()) as SharedReadings;
        expect([answer.status, body.onSale]).toEqual([200, 'friends']);
        expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=0, s-maxage=[1-4]$/);
        return answer.headers.get('x-cache');
      }),
    );
    expect(causes.filter((cause) => cause === 'Miss from cloudfront').length).toBeLessThanOrEqual(1);
    const again = await until('an answer of the next step', async () => {
      const answer = await fetch(shared('friends', key));
      await answer.body?.cancel();
      return answer.headers.get('x-cache') === 'Miss from cloudfront' ? answer : undefined;
    });
    expect(again.status).toBe(200);
  });

  test('a key of another on-sale opens nothing, and no is never kept', async () => {
    const { key } = await keyed('everyone');
    for (let tries = 0; tries < 2; tries += 1) {
      const answer = await fetch(shared('friends', key));
      expect([answer.status, answer.headers.get('x-cache')]).toEqual([404, 'Error from cloudfront']);
      expect(await answer.json()).toMatchObject({ type: '/problems/readings-elsewhere' });
    }
    expect((await fetch(shared('everyone', key))).status).toBe(200);
    expect((await fetch(shared('everyone', key), { method: 'POST' })).status).toBe(403);
  });
}
