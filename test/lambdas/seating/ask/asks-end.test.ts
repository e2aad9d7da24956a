import { describe, expect, test } from '@jest/globals';
import { type AskLimits, usualAskLimits } from '../../../../contracts/ask-limits.ts';
import { askTimes, type HoldRequest, type HouseAsk, holdRequest } from '../../../../contracts/house.ts';
import { fieldErrors } from '../../../../lambdas/foundation/fields.ts';
import { attemptName } from '../../../../lambdas/foundation/house-group.ts';
import { fixedKeys } from '../../../../lambdas/foundation/keys.ts';
import { makeSigned, type SharedKey } from '../../../../lambdas/foundation/signing.ts';
import { endLostAsk } from '../../../../lambdas/seating/allocate/end-lost-asks.ts';
import { holdSeats } from '../../../../lambdas/seating/ask/hold-seats.ts';
import { showBasket } from '../../../../lambdas/seating/ask/show-basket.ts';
import { showHold } from '../../../../lambdas/seating/ask/show-hold.ts';
import { holdId } from '../../../../lambdas/seating/house/hold-id.ts';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import type { HouseStore } from '../../../../lambdas/seating/house/house-store.ts';
import { Killed, through } from '../../../interrupted.ts';
import { best, drawPlan, extend, minute, noon, openStage, release, sell, stalls } from '../small-stage.ts';

/* Long because every way in which an ask can end is here, over one desk. */

const key: SharedKey = { id: 'a', secret: 'a secret' };
const keys = { passKeys: fixedKeys([key]), slipKeys: fixedKeys([{ id: 's', secret: 'of slips' }]) };
const passOf = (fan: string, endsAt = noon + 60 * minute) =>
  makeSigned('p1', key, { o: 'friends', f: fan, i: 'pass-1', x: endsAt / 1000 });

async function openDesk(asks?: AskLimits, plan = stalls('oooooooooo'), seatsPerFan = 6) {
  const store = houseTwin();
  if (asks) await store.openRules('friends', { seatsPerFan, holdMinutes: 10, asks });
  const stage = await openStage(plan, { performances: ['evening', 'matinee'], store, seatsPerFan });
  const queue: HouseAsk[] = [];
  let isDown = false;
  const desk = {
    findEnded: async () => new Set<string>(),
    store: stage.store,
    books: stage.books,
    ...keys,
    ask: async (ask: HouseAsk) => {
      if (isDown) throw new Error('The queue is down');
      queue.push(ask);
    },
  };
  return {
    stage,
    queue,
    down: (is: boolean) => {
      isDown = is;
    },
    hold: (wish: HoldRequest, idempotencyKey: string, now = noon, pass = passOf('ada'), performance = 'evening') =>
      holdSeats(desk, { performance, wish, pass, idempotencyKey }, now),
    show: (hold: string, now = noon, pass = passOf('ada')) =>
      showHold(desk, { performance: 'evening', hold, pass }, now),
    async basket(now: number) {
      const shown = await showBasket(desk, { pass: passOf('ada') }, now);
      return shown.ok ? shown.basket : shown.refusal;
    },
    work: (now = noon) => stage.ask(queue.splice(0), now),
    /** The function of the dead letters takes it. */
    end(ask: HouseAsk | undefined, now: number) {
      if (!ask) throw new Error('nothing was asked');
      return endLostAsk(stage.newAllocator(), ask, now);
    },
    /** An allocator takes what there is, and dies after so many writes. The messages stay. */
    async dieAfter(writes: number) {
      let left = writes;
      const dying = through(stage.store, async (call, name) => {
        if (name.startsWith('write') && left-- === 0) throw new Killed();
        return call();
      });
      await expect(stage.ask([...queue], noon, stage.newAllocator(dying))).rejects.toThrow();
    },
  };
}
type Desk = Awaited<ReturnType<typeof openDesk>>;

const held = async (desk: Desk, wish: HoldRequest, name: string, now = noon) => {
  const asked = await desk.hold(wish, name, now);
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.view.hold;
};
const stateAt = async (desk: Desk, hold: string, now: number) => {
  const shown = await desk.show(hold, now);
  if (!shown.ok) return shown.refusal;
  return shown.view.state === 'refused' ? shown.view.refusal : shown.view.state;
};

const { decideMs, answerMs } = askTimes;

describe('every ask ends in an answer', () => {
  test('one that nobody decides is pending until its time is over, and then lost for good', async () => {
    const desk = await openDesk();
    const hold = await held(desk, best(2), 'key-lost-1');
    expect(await stateAt(desk, hold, noon + answerMs - 1)).toBe('pending');
    expect(await stateAt(desk, hold, noon + answerMs)).toBe('lost');
  });

  test.each([
    ['just in time', decideMs, 'held'],
    ['too late', decideMs + 1, 'lost'],
    ['ten minutes late', 10 * minute, 'lost'],
  ])('a message that comes %s never goes against what was shown', async (_, lateMs, end) => {
    const desk = await openDesk();
    const hold = await held(desk, best(2), 'key-late-1');
    await desk.work(noon + lateMs);
    expect(await stateAt(desk, hold, noon + Math.max(lateMs, answerMs))).toBe(end);
    expect((await desk.stage.held(noon + lateMs)).size).toBe(end === 'held' ? 1 : 0);
  });

  test('the end is told only by a basket that is not behind', async () => {
    const desk = await openDesk();
    const hold = await held(desk, best(2), 'key-behind-1');
    await desk.work(noon + decideMs);
    const behind = {
      ...desk.stage.store,
      basket: async () => ({ onSale: 'friends', fan: 'ada', version: 0, entries: [] }),
    };
    const reader = { store: behind, books: desk.stage.books, ...keys };
    const asked = { performance: 'evening', hold, pass: passOf('ada') };
    expect(await showHold(reader, asked, noon + answerMs)).toMatchObject({ ok: true, view: { state: 'held' } });
  });

  test('the queue fails after the ask was written down: a repeat sends it with the first time, and later is told', async () => {
    const desk = await openDesk();
    desk.down(true);
    await expect(desk.hold(best(2), 'key-down-1')).rejects.toThrow('down');
    desk.down(false);
    const again = await desk.hold(best(2), 'key-down-1', noon + minute);
    expect(again).toMatchObject({ ok: true, view: { state: 'pending' } });
    expect(desk.queue).toMatchObject([{ ask: 'hold', askedAt: noon }]);
    desk.queue.length = 0;
    const late = await desk.hold(best(2), 'key-down-1', noon + answerMs);
    expect(late).toMatchObject({ ok: true, view: { state: 'refused', refusal: 'lost' } });
    expect(desk.queue).toEqual([]);
  });

  describe('of which its allocator left only a part', () => {
    const two = drawPlan({ left: { rows: ['oo'] }, right: { rows: ['oo'], x: 4 } });
    const wish = { seats: ['left-A-1', 'right-A-1'] };

    test.each([
      ['the basket alone', 1],
      ['the basket and one of two sections', 2],
    ])('%s: it is pending until its time is over, and then lapsed for good', async (_, writes) => {
      const desk = await openDesk(undefined, two);
      const hold = await held(desk, wish, 'key-part-1');
      await desk.dieAfter(writes);
      expect(await stateAt(desk, hold, noon + answerMs - 1)).toBe('pending');
      expect(await stateAt(desk, hold, noon + answerMs)).toBe('lapsed');
      const again = await desk.hold(wish, 'key-part-1', noon + answerMs);
      expect(again).toMatchObject({ ok: true, view: { state: 'pending' } });
      // Also when its time in the basket is over, and when its message comes only then.
      for (const later of [5, 10, 11]) expect(await stateAt(desk, hold, noon + later * minute)).toBe('lapsed');
      await desk.work(noon + 12 * minute);
      expect(await stateAt(desk, hold, noon + 12 * minute)).toBe('lapsed');
    });

    test.each([1, 2])(
      'after %i writes: the basket has it no more once its fan is told that it is over',
      async (writes) => {
        const desk = await openDesk(undefined, two);
        const hold = await held(desk, wish, 'key-part-a');
        await desk.dieAfter(writes);
        expect(await desk.basket(noon + answerMs - 1)).toMatchObject({ holds: [{ hold, state: 'pending' }] });
        const after = await desk.basket(noon + answerMs);
        expect(after).toEqual({ holds: [], seatsLeft: 4 });
        expect(await stateAt(desk, hold, noon + answerMs)).toBe('lapsed');
      },
    );

    test.each([1, 2])(
      'after %i writes: a message that comes too late makes nothing of it, and sets its seats free',
      async (writes) => {
        const desk = await openDesk(undefined, two);
        const hold = await held(desk, wish, 'key-part-2');
        await desk.dieAfter(writes);
        expect(await desk.work(noon + decideMs + 1)).toEqual(['too-late']);
        expect(await stateAt(desk, hold, noon + decideMs + 1)).toBe('lapsed');
        expect((await desk.stage.held(noon + decideMs + 1)).size).toBe(0);
        const other = await held(desk, wish, 'key-part-3', noon + decideMs + 2);
        await desk.work(noon + decideMs + 2);
        expect(await stateAt(desk, other, noon + decideMs + 2)).toBe('held');
      },
    );

    test.each([1, 2])('after %i writes: its message is set aside, and its seats are free at once', async (writes) => {
      const desk = await openDesk(undefined, two, 2);
      const hold = await held(desk, wish, 'key-part-6');
      await desk.dieAfter(writes);
      const [ask] = desk.queue.splice(0);
      // Five receives of 30 s each.
      const setAside = noon + 2.5 * minute;
      expect(await stateAt(desk, hold, setAside)).toBe('lapsed');
      expect(await desk.end(ask, setAside)).toBe('refused');
      expect((await desk.stage.held(setAside)).size).toBe(0);
      // Neither the house nor the fan's limit counts what came to nothing.
      const other = await held(desk, wish, 'key-part-7', setAside);
      await desk.work(setAside);
      expect(await stateAt(desk, other, setAside)).toBe('held');
      expect(await stateAt(desk, hold, setAside)).toBe('lapsed');
    });

    test('the last write is missing, and its message is set aside: it is held for good', async () => {
      const desk = await openDesk(undefined, two);
      const hold = await held(desk, wish, 'key-part-8');
      await desk.dieAfter(3);
      expect(await desk.end(desk.queue[0], noon + 2.5 * minute)).toBe('was-answered');
      expect(await stateAt(desk, hold, noon + 2.5 * minute)).toBe('held');
      expect((await desk.stage.held(noon + 2.5 * minute)).get(hold)).toHaveLength(2);
    });

    test('a release that gave back one of its two seats: its message is set aside, and the other is free as well', async () => {
      const desk = await openDesk(undefined, two, 2);
      const hold = await held(desk, wish, 'key-part-9');
      await desk.work();
      const ask: HouseAsk = { ...release(1, 'ada'), id: hold, hold, askedAt: noon } as HouseAsk;
      desk.queue.push(ask);
      await desk.dieAfter(1);
      expect((await desk.stage.held()).get(hold)).toHaveLength(1);
      expect(await desk.end(ask, noon + 2.5 * minute)).toBe('refused');
      expect((await desk.stage.held(noon + 2.5 * minute)).size).toBe(0);
    });

    test('the last write is missing: all seats are there, and it is held', async () => {
      const desk = await openDesk(undefined, two);
      const hold = await held(desk, wish, 'key-part-4');
      await desk.dieAfter(3);
      expect(await stateAt(desk, hold, noon + answerMs - 1)).toBe('pending');
      expect(await stateAt(desk, hold, noon + answerMs)).toBe('held');
      expect(await desk.work(noon + decideMs + 1)).toEqual(['held']);
      expect(await stateAt(desk, hold, noon + decideMs + 1)).toBe('held');
      expect((await desk.stage.held()).get(hold)).toHaveLength(2);
    });

    test('a reader that is behind does not say that it is over', async () => {
      const desk = await openDesk();
      const hold = await held(desk, best(2), 'key-part-5');
      await desk.work(noon + decideMs);
      const behind: HouseStore = {
        ...desk.stage.store,
        sections: async (keys, age) => (age === 'latest' ? desk.stage.store.sections(keys) : []),
      };
      const reader = { store: behind, books: desk.stage.books, ...keys };
      const asked = { performance: 'evening', hold, pass: passOf('ada') };
      expect(await showHold(reader, asked, noon + answerMs - 1)).toMatchObject({ view: { state: 'pending' } });
      expect(await showHold(reader, asked, noon + answerMs)).toMatchObject({ view: { state: 'held' } });
    });
  });

  test('a message that was set aside is ended at once, and decided no more', async () => {
    const desk = await openDesk();
    const hold = await held(desk, best(2), 'key-dead-1');
    expect(await desk.end(desk.queue[0], noon + minute)).toBe('refused');
    expect(await stateAt(desk, hold, noon + minute)).toBe('lost');
    await desk.work(noon + minute);
    expect(await stateAt(desk, hold, noon + answerMs)).toBe('lost');
    expect((await desk.stage.held()).size).toBe(0);
  });

  test('unless it was decided after all; other asks are left to stand, or to ordering', async () => {
    const desk = await openDesk();
    const hold = await held(desk, best(2), 'key-dead-2');
    const [ask] = desk.queue;
    if (!ask) throw new Error('nothing was asked');
    await desk.work();
    expect(await desk.end(ask, noon + minute)).toBe('was-answered');
    expect(await stateAt(desk, hold, noon + minute)).toBe('held');
    const late: HouseAsk = { ...release(1, 'ada'), id: hold, hold, askedAt: noon } as HouseAsk;
    expect(await desk.end(late, noon + 2.5 * minute)).toBe('stands-as-it-is');
    expect(await stateAt(desk, hold, noon + 2.5 * minute)).toBe('held');
    expect(await desk.end(extend('ada', noon + 20 * minute), noon + minute)).toBe('stands-as-it-is');
    expect(await desk.end(sell(1, 'ada', []), noon)).toBe('is-asked-again');
  });

  test('a release or an extension that comes late does nothing: its fan went on from what was shown', async () => {
    const desk = await openDesk();
    const hold = await held(desk, best(2), 'key-back-1');
    await desk.work();
    const late = { performance: 'evening', onSale: 'friends', fan: 'ada', askedAt: noon };
    const release: HouseAsk = { ask: 'release', id: hold, hold, ...late };
    const extend: HouseAsk = { ask: 'extend', id: 'more', lapsesAt: noon + 20 * minute, ...late };
    expect(await desk.stage.ask([release, extend], noon + decideMs + 1)).toEqual(['too-late', 'too-late']);
    expect(await stateAt(desk, hold, noon + decideMs + 1)).toBe('held');
  });

  test('an id that was made up is nobody’s, though it looks right', async () => {
    const desk = await openDesk();
    const made = holdId({ onSale: 'friends', fan: 'ada', performance: 'evening' }, 'never asked');
    expect(await stateAt(desk, made, noon)).toBe('hold-unknown');
  });

  test('a repeat within the five minutes of the queue is another message, one within seconds is not', () => {
    const ask = { ask: 'hold', id: 'hold00000001' } as const;
    const name = (now: number) => attemptName(ask, now);
    const start = Math.ceil(noon / 15_000) * 15_000;
    expect(name(start + 14_999)).toBe(name(start));
    expect(name(start + 15_000)).not.toBe(name(start));
  });
});

describe('the same key again', () => {
  test('with another wish is refused, whatever became of the first', async () => {
    const desk = await openDesk();
    const hold = await held(desk, { seats: ['stalls-A-1', 'stalls-A-2'] }, 'key-same-1');
    const other = () => desk.hold({ seats: ['stalls-A-1', 'stalls-A-3'] }, 'key-same-1');
    const refused = { ok: false, refusal: 'idempotency-key-reused', errors: [{ field: 'header.idempotency-key' }] };
    expect(await other()).toMatchObject(refused);
    await desk.work();
    expect(await other()).toMatchObject(refused);
    const same = await desk.hold({ seats: ['stalls-A-2', 'stalls-A-1'] }, 'key-same-1');
    expect(same).toMatchObject({ ok: true, view: { state: 'pending', hold } });
    expect(await stateAt(desk, hold, noon)).toBe('held');
  });

  test('after the pass is over it gets the first answer, and a new key gets none', async () => {
    const desk = await openDesk();
    const hold = await held(desk, best(2), 'key-over-1');
    const over = passOf('ada', noon - minute);
    expect(await desk.hold(best(2), 'key-over-1', noon + 1000, over)).toMatchObject({
      view: { state: 'pending', hold },
    });
    expect(desk.queue.length).toBe(1);
    await desk.work();
    expect(await desk.hold(best(2), 'key-over-1', noon, over)).toMatchObject({ view: { state: 'pending', hold } });
    expect(await desk.show(hold, noon, over)).toMatchObject({ ok: true, view: { state: 'held' } });
    expect(await desk.hold(best(2), 'key-over-2', noon, over)).toMatchObject({ ok: false, refusal: 'pass-expired' });
  });

  test('twice at the same instant it is one ask', async () => {
    const desk = await openDesk();
    const both = await Promise.all([desk.hold(best(2), 'key-twice-1'), desk.hold(best(2), 'key-twice-1')]);
    expect(new Set(both.map((one) => one.ok && one.view.hold)).size).toBe(1);
    const book = await desk.stage.store.askBook({ onSale: 'friends', fan: 'ada' });
    expect(book.asks.length).toBe(1);
  });
});

describe('one fan asks without end', () => {
  /** Asks every `everyMs` for a while, each decided at once; how many were taken, and the last refusal. */
  const flood = async (desk: Desk, everyMs: number, forMs: number) => {
    let taken = 0;
    let refused: unknown;
    for (let ms = 0; ms < forMs; ms += everyMs) {
      const asked = await desk.hold({ seats: ['stalls-A-1'] }, `key-flood-${ms}`, noon + ms);
      if (asked.ok) taken += 1;
      else refused = asked;
      await desk.work(noon + ms);
    }
    return { taken, refused };
  };

  test('ten asks a second: a burst and the rate go through, the rest hear when to come again', async () => {
    const { taken, refused } = await flood(await openDesk(), 100, 70_000);
    expect(taken).toBeLessThanOrEqual(usualAskLimits.burst + (usualAskLimits.perMinute * 70) / 60 + 1);
    expect(taken).toBeGreaterThan(usualAskLimits.burst + 20);
    expect(refused).toMatchObject({ refusal: 'too-many-asks', retryAfterMs: expect.any(Number) });
    const { retryAfterMs } = refused as { readonly retryAfterMs: number };
    expect(retryAfterMs).toBeLessThanOrEqual(60_000 / usualAskLimits.perMinute);
  });

  test('a fan who changes their mind every three seconds for ten minutes never meets it', async () => {
    const { refused } = await flood(await openDesk(), 3000, 10 * minute);
    expect(refused).toBeUndefined();
  });

  test('while the house decides nothing, a few asks may wait, whatever the rate allows', async () => {
    const desk = await openDesk();
    const ask = (n: number, now = noon) => desk.hold(best(1), `key-wait-${n}`, now);
    for (let n = 0; n < usualAskLimits.undecided; n++) expect(await ask(n)).toMatchObject({ ok: true });
    expect(await ask(100)).toMatchObject({ ok: false, refusal: 'too-many-asks' });
    // A repeat of one of them is no further ask.
    expect(await ask(0)).toMatchObject({ ok: true });
    const later = noon + answerMs;
    expect(await ask(101, later)).toMatchObject({ ok: true });
    await desk.work(later);
    for (let n = 102; n < 102 + usualAskLimits.undecided; n++) expect(await ask(n, later)).toMatchObject({ ok: true });
  });

  test('the rules of an on-sale may say otherwise', async () => {
    const desk = await openDesk({ burst: 1, perMinute: 1, undecided: 1 });
    expect(await desk.hold(best(1), 'key-rule-1')).toMatchObject({ ok: true });
    const refused = { ok: false, refusal: 'too-many-asks', retryAfterMs: 60_000 };
    expect(await desk.hold(best(1), 'key-rule-2')).toMatchObject(refused);
  });
});

describe('nothing in a wish is silently ignored', () => {
  test.each([
    ['seats beside best', { seats: ['stalls-A-1'], best: { count: 2 } }, 'best'],
    ['a field that nobody knows', { seats: ['stalls-A-1'], together: true }, 'together'],
    ['a field of best that nobody knows', { best: { count: 2, colour: 'red' } }, 'best.colour'],
  ])('%s is named', (_, wish, field) => {
    const { error } = holdRequest.safeParse(wish);
    expect(fieldErrors(error?.issues ?? [])[0]).toMatchObject({ field });
  });
});
