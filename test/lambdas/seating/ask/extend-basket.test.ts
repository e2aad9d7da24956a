import { describe, expect, test } from '@jest/globals';
import type { HouseAsk } from '../../../../contracts/house.ts';
import type { Need } from '../../../../contracts/line-requests.ts';
import { fixedKeys } from '../../../../lambdas/foundation/keys.ts';
import { makeSigned, type SharedKey } from '../../../../lambdas/foundation/signing.ts';
import { extendBasket } from '../../../../lambdas/seating/ask/extend-basket.ts';
import { showBasket } from '../../../../lambdas/seating/ask/show-basket.ts';
import { hold, minute, noon, openStage, sell, stalls } from '../small-stage.ts';

const key: SharedKey = { id: 'a', secret: 'a secret' };
const passOf = (fan: string, needs?: readonly Need[]) =>
  makeSigned('p1', key, { o: 'friends', f: fan, i: 'pass-1', x: noon / 1000 + 3600, ...(needs && { n: needs }) });

async function openDesk() {
  const stage = await openStage(stalls('oooooooooo'), { performances: ['evening', 'matinee'] });
  const queue: HouseAsk[] = [];
  const desk = {
    store: stage.store,
    books: stage.books,
    passKeys: fixedKeys([key]),
    slipKeys: fixedKeys([{ id: 's', secret: 'a secret of slips' }]),
    findEnded: async () => new Set<string>(),
    ask: async (ask: HouseAsk) => {
      queue.push(ask);
    },
  };
  await stage.ask([hold(1, 'ada', { seats: ['stalls-A-1', 'stalls-A-2'] })]);
  await stage.ask([hold(2, 'ada', { seats: ['stalls-A-5'] }, { performance: 'matinee' })]);
  return {
    stage,
    queue,
    extend: (now = noon, pass = passOf('ada')) => extendBasket(desk, { pass }, now),
    basket: async (now = noon) => {
      const shown = await showBasket(desk, { pass: passOf('ada') }, now);
      return shown.ok ? shown.basket : undefined;
    },
    async work(now = noon) {
      for (const performance of ['evening', 'matinee'])
        await stage.ask(
          queue.filter((ask) => ask.performance === performance),
          now,
        );
    },
  };
}

describe('more time for everything that is held', () => {
  test('every house is asked to hold to the same second, and the answer shows it at once', async () => {
    const desk = await openDesk();
    expect((await desk.basket())?.timer).toEqual({ lapsesAt: noon + 10 * minute, extendable: true });
    const timer = { lapsesAt: noon + 20 * minute, extendable: false };
    expect(await desk.extend()).toMatchObject({ ok: true, basket: { timer, holds: [{}, {}] } });
    expect(desk.queue.map(({ ask, performance }) => [ask, performance])).toEqual([
      ['extend', 'evening'],
      ['extend', 'matinee'],
    ]);
    await desk.work();
    const basket = await desk.basket(noon + 15 * minute);
    expect(basket?.timer).toEqual(timer);
    expect(basket?.holds.map((one) => 'expiresAt' in one && one.expiresAt)).toEqual([timer.lapsesAt, timer.lapsesAt]);
  });

  test('asked twice at once, from two devices, it is the same act under the same name', async () => {
    const desk = await openDesk();
    await desk.extend();
    await desk.extend(noon + minute);
    const ids = desk.queue.map(({ id, performance }) => `${performance} ${id}`);
    expect(ids.slice(2)).toEqual(ids.slice(0, 2));
    await desk.work(noon + minute);
    expect((await desk.basket())?.timer?.lapsesAt).toBe(noon + 20 * minute);
  });

  test('once: a repeat is shown the clock as it is, also after the pass, and asks for nothing', async () => {
    const desk = await openDesk();
    await desk.extend();
    await desk.work();
    const asked = desk.queue.length;
    const timer = { lapsesAt: noon + 20 * minute, extendable: false };
    expect(await desk.extend(noon + 19 * minute)).toMatchObject({ ok: true, basket: { timer } });
    const short = makeSigned('p1', key, { o: 'friends', f: 'ada', i: 'pass-1', x: noon / 1000 + 60 });
    expect(await desk.extend(noon + 19 * minute, short)).toMatchObject({ ok: true, basket: { timer } });
    expect(desk.queue).toHaveLength(asked);
  });

  test('with a pass that is over nothing is extended', async () => {
    const desk = await openDesk();
    const short = makeSigned('p1', key, { o: 'friends', f: 'ada', i: 'pass-1', x: noon / 1000 + 60 });
    expect(await desk.extend(noon + minute, short)).toMatchObject({ refusal: 'pass-expired' });
    expect(desk.queue).toEqual([]);
  });

  test('while one house has answered and the other has not, the clock shows what runs out first', async () => {
    const desk = await openDesk();
    await desk.extend();
    await desk.stage.ask(desk.queue.slice(0, 1));
    expect((await desk.basket())?.timer).toEqual({ lapsesAt: noon + 10 * minute, extendable: false });
  });

  test('who needs more time gets twice as much of it', async () => {
    const desk = await openDesk();
    const extended = await desk.extend(noon, passOf('ada', ['more-time']));
    expect(extended).toMatchObject({ basket: { timer: { lapsesAt: noon + 30 * minute } } });
  });

  test('a fan who holds nothing, or nothing any more, or has bought it all, hears so', async () => {
    const desk = await openDesk();
    expect(await desk.extend(noon, passOf('bob'))).toMatchObject({ refusal: 'nothing-held' });
    expect(await desk.extend(noon + 10 * minute)).toMatchObject({ refusal: 'nothing-held' });
    await desk.stage.ask([sell(1, 'ada', ['stalls-A-1', 'stalls-A-2'])]);
    await desk.stage.ask([sell(2, 'ada', ['stalls-A-5'], { performance: 'matinee' })]);
    expect(await desk.extend()).toMatchObject({ refusal: 'nothing-held' });
    expect((await desk.basket())?.timer).toBeUndefined();
  });

  test('nobody extends without a pass in time', async () => {
    const desk = await openDesk();
    expect(await desk.extend(noon, '')).toMatchObject({ refusal: 'pass-missing' });
    expect(await desk.extend(noon + 61 * minute)).toMatchObject({ refusal: 'pass-expired' });
    expect(desk.queue).toEqual([]);
  });
});
