import { describe, expect, test } from '@jest/globals';
import {
  afterStepMs,
  type HouseReadings,
  type LineReadingsFile,
  type OrderReadingsFile,
  readingsPath,
  readingsStepMs,
  sharedReadings,
} from '../../../../contracts/readings.ts';
import { rememberKeys, renewed } from '../../../../lambdas/control-room/readings/kept-keys.ts';
import { rememberReadings } from '../../../../lambdas/control-room/readings/readings-memory.ts';
import { showSharedReadingsRoute } from '../../../../lambdas/control-room/readings/show-shared-readings.route.ts';
import { keptSeconds } from '../../../../lambdas/control-room/readings/show-shared-readings.ts';
import { untilNextLook } from '../../../../site/control-room/picture/next-look.ts';
import { lineMinutes, orderMinutes, readings } from '../../../../site/developers/readings-examples.ts';
import { filesIn } from '../../../files-in.ts';
import fc from '../../../properties.ts';

const key = 'Ab3_dE-9xYz0aBcDeFgHiJ';
const before = 'before3_dE-9xYz0aBcDeF';
/** A step that is not the first of its minute. */
const step = Date.UTC(2027, 3, 10, 9, 0, 25);
const at = step + 900;

function opened(countedAt = { line: step, house: step, orders: step }, shownAt = at) {
  const files = new Map<string, unknown>();
  const keys = renewed(renewed(undefined, before, shownAt - 6 * 60_000), key, shownAt - 60_000);
  files.set(readingsPath.keys('friends'), keys);
  files.set(readingsPath.keys('public'), renewed(undefined, 'p'.repeat(22), shownAt));
  const line: LineReadingsFile = { now: { ...readings.line, writtenAt: countedAt.line }, history: lineMinutes };
  files.set(readingsPath.line('friends'), line);
  const house: HouseReadings = { ...readings.house, countedAt: countedAt.house };
  files.set(readingsPath.house('friends'), house);
  const columns = { ...orderMinutes, underWay: [], promised: [], failedRefunds: [] };
  const orders: OrderReadingsFile = {
    now: { ...readings.orders, countedAt: countedAt.orders },
    history: columns,
    upTo: 0,
  };
  files.set(readingsPath.orders('friends'), orders);
  const { read } = filesIn(files);
  const looks: number[] = [];
  const route = showSharedReadingsRoute({
    readings: rememberReadings(read),
    noteLook: async (now) => void looks.push(now),
    isGoodKey: rememberKeys(read),
  });
  const ask = async (path: { readonly onSale: string; readonly key: string }, now = shownAt) => {
    const { status, headers, body } = await route.answer({ path, query: {}, headers: {}, cookies: [], body: '' }, now);
    return { status, headers, body: JSON.parse(`${body}`) as object };
  };
  return { ask, looks, files };
}

describe('the shared address', () => {
  test.each([key, before])('answers %s, the CDN alone keeps it, and the look is noted', async (one) => {
    const { ask, looks } = opened();
    const { status, headers, body } = await ask({ onSale: 'friends', key: one });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=4');
    expect(sharedReadings.parse(body)).toEqual(body);
    expect(Object.keys(body).sort()).toEqual(['house', 'line', 'onSale', 'orders']);
    expect(looks).toEqual([at]);
  });

  test.each([
    ['a wrong one', 'friends', 'x'.repeat(22)],
    ['one of another on-sale', 'friends', 'p'.repeat(22)],
    ['this one at another on-sale', 'public', key],
    ['any at an on-sale that is none', 'nowhere', key],
  ])('says of %s that the readings are elsewhere, and nobody keeps that', async (_, onSale, wrong) => {
    const { ask, looks } = opened();
    const { status, headers, body } = await ask({ onSale, key: wrong });
    expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
    expect(body).toMatchObject({ type: '/problems/readings-elsewhere', detail: expect.stringMatching(/staff/) });
    expect(looks).toEqual([]);
  });

  test('refuses what has not the form of a key', async () => {
    expect((await opened().ask({ onSale: 'friends', key: '../../looks' })).status).toBe(400);
  });

  test('opens nothing more when the key has ended, though the process remembers it', async () => {
    const { ask } = opened();
    expect((await ask({ onSale: 'friends', key })).status).toBe(200);
    expect((await ask({ onSale: 'friends', key }, at + 9 * 60_000)).status).toBe(404);
  });

  test.each(['line', 'house', 'orders'] as const)(
    'with a %s that is not of this step yet it is kept for a second',
    async (part) => {
      const { ask } = opened({ line: step, house: step, orders: step, [part]: step - 1 });
      const { headers } = await ask({ onSale: 'friends', key });
      expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=1');
    },
  );

  test('and likewise with one that nobody has written', async () => {
    const { ask, files } = opened();
    files.delete(readingsPath.orders('friends'));
    const { headers, body } = await ask({ onSale: 'friends', key });
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=1');
    expect(body).not.toHaveProperty('orders');
  });

  test('brings what was with the first step of each minute', async () => {
    const minute = Date.UTC(2027, 3, 10, 9, 1);
    const { ask } = opened({ line: minute, house: minute, orders: minute }, minute + 900);
    const { body } = await ask({ onSale: 'friends', key });
    expect(body).toMatchObject({ history: { onSale: 'friends', line: lineMinutes, orders: orderMinutes } });
    expect((await ask({ onSale: 'friends', key }, minute + 5900)).body).not.toHaveProperty('history');
  });
});

describe('how long it is kept', () => {
  const kept = fc.tuple(fc.integer({ min: 0, max: readingsStepMs - 1 }), fc.boolean());

  test('it is never there when pages look at the next step, also if it is half a second on its way', () => {
    fc.assert(
      fc.property(kept, fc.double({ min: 0, max: 0.999, noNaN: true }), ([ms, isWhole], chance) => {
        const now = step + ms;
        const goneAt = now + 500 + 1000 * keptSeconds(now, isWhole);
        const next = ms < afterStepMs ? step : step + readingsStepMs;
        expect(goneAt).toBeLessThanOrEqual(next + afterStepMs + (keptSeconds(now, isWhole) === 0 ? 500 : 0));
        // The first that looks at the next step comes after that.
        expect(next + untilNextLook(next, chance)).toBeGreaterThanOrEqual(next + afterStepMs);
      }),
    );
  });

  test('it is whole seconds, four at most, and one where a part is old', () => {
    fc.assert(
      fc.property(kept, ([ms, isWhole]) => {
        const seconds = keptSeconds(step + ms, isWhole);
        expect(Number.isInteger(seconds)).toBe(true);
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(seconds).toBeLessThanOrEqual(isWhole ? 4 : 1);
      }),
    );
  });

  test('of the first page that looks it serves all others of the step', () => {
    const first = step + untilNextLook(step, 0);
    const last = step + untilNextLook(step, 0.999);
    expect(last).toBeLessThan(first + 1000 * keptSeconds(first, true));
  });
});
