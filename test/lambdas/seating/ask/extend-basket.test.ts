import { describe, expect, test } from '@jest/globals';
import type { HouseAsk } from '../../../../contracts/house.ts';
import type { Need } from '../../../../contracts/line-requests.ts';
import { fixedKeys } from '../../../../lambdas/foundation/keys.ts';
import { makeSigned, type SharedKey } from '../../../../lambdas/foundation/signing.ts';
import { extendBasket } from '../../../../lambdas/seating/ask/extend-basket.ts';
import { showBasket } from '../../../../lambdas/seating/ask/show-basket.ts';
import { awaitBank, hold, minute, noon, openStage, sell, stalls } from '../small-stage.ts';

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
    show: (pass: string, now: number) => showBasket(desk, { pass }, now),
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

describe('seats that wait for a bank', () => {
  const asked = noon + 9 * minute;

  test('outlast their own time, and nobody else is given them; all else keeps its clock', async () => {
    const desk = await openDesk();
    expect(await desk.stage.ask([awaitBank(1, 'ada', asked)], asked)).toEqual(['extended']);
    expect((await desk.basket(asked))?.timer).toEqual({ lapsesAt: noon + 10 * minute, extendable: true });
    const later = noon + 20 * minute;
    expect((await desk.basket(later))?.holds).toMatchObject([{ state: 'held', expiresAt: asked + 15 * minute }]);
    expect((await desk.basket(later))?.timer).toEqual({ lapsesAt: asked + 15 * minute, extendable: false });
    const eve = hold(3, 'eve', { seats: ['stalls-A-1'] }, { askedAt: later });
    expect(await desk.stage.ask([eve], later)).toEqual(['seat-taken']);
    const sale = sell(1, 'ada', ['stalls-A-1', 'stalls-A-2'], { askedAt: later });
    expect(await desk.stage.ask([sale], later)).toEqual(['sold']);
  });

  test('wait once: neither the same order nor another one makes it longer, and the end frees them', async () => {
    const desk = await openDesk();
    const again = asked + minute;
    await desk.stage.ask([awaitBank(1, 'ada', asked)], asked);
    const more = [awaitBank(1, 'ada', asked), awaitBank(1, 'ada', again), awaitBank(1, 'ada', again, 'order-2')];
    expect(await desk.stage.ask(more, again)).toEqual(['again', 'again', 'again']);
    const over = asked + 15 * minute;
    const eve = hold(3, 'eve', { seats: ['stalls-A-1'] }, { askedAt: over });
    expect(await desk.stage.ask([eve], over)).toEqual(['held']);
  });

  test('lend their time to nothing else: not to seats held later, and not to an extension', async () => {
    const desk = await openDesk();
    await desk.stage.ask([awaitBank(1, 'ada', asked)], asked);
    await desk.stage.ask([hold(4, 'ada', { seats: ['stalls-A-7'] }, { askedAt: asked })], asked);
    expect(await desk.extend(asked)).toMatchObject({ ok: true, basket: { timer: { lapsesAt: noon + 20 * minute } } });
    await desk.work(asked);
    const ends = (await desk.basket(asked))?.holds.map((one) => 'expiresAt' in one && (one.expiresAt - noon) / minute);
    expect(ends).toEqual(expect.arrayContaining([24]));
    expect(ends?.filter((end) => end === 24)).toHaveLength(1);
  });

  test('that lapsed already are not revived', async () => {
    const desk = await openDesk();
    const late = noon + 10 * minute;
    expect(await desk.stage.ask([awaitBank(1, 'ada', late)], late)).toEqual(['again']);
    expect((await desk.basket(late))?.holds).toMatchObject([{ state: 'lapsed' }, { state: 'lapsed' }]);
  });

  test('are not offered to their fan anew when they lapse: their order may still buy them', async () => {
    const desk = await openDesk();
    await desk.stage.ask([awaitBank(1, 'ada', asked)], asked);
    const [lapsed, ...others] = (await desk.basket(asked + 15 * minute))?.holds ?? [];
    expect([lapsed?.state, lapsed && 'seats' in lapsed, others]).toEqual(['lapsed', false, []]);
  });
});

test('the basket of a pass that is over shows what is still held', async () => {
  const desk = await openDesk();
  const short = makeSigned('p1', key, { o: 'friends', f: 'ada', i: 'pass-1', x: noon / 1000 + 60 });
  expect(await desk.show(short, noon + 5 * minute)).toMatchObject({ ok: true, basket: { holds: [{}, {}] } });
});
