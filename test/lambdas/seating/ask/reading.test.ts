import { describe, expect, test } from '@jest/globals';
import { type HoldRequest, type HoldView, type HouseAsk, houseAsk } from '../../../../contracts/house.ts';
import type { Need } from '../../../../contracts/line-requests.ts';
import type { Slip } from '../../../../contracts/pass.ts';
import { fixedKeys } from '../../../../lambdas/foundation/keys.ts';
import { makeSigned, readSigned, type SharedKey } from '../../../../lambdas/foundation/signing.ts';
import { holdSeats } from '../../../../lambdas/seating/ask/hold-seats.ts';
import { releaseHold } from '../../../../lambdas/seating/ask/release-hold.ts';
import { showAvailability } from '../../../../lambdas/seating/ask/show-availability.ts';
import { showBasket } from '../../../../lambdas/seating/ask/show-basket.ts';
import { showHold } from '../../../../lambdas/seating/ask/show-hold.ts';
import { holdId, mayBeHoldOf } from '../../../../lambdas/seating/house/hold-id.ts';
import { forged } from '../../../forged.ts';
import { best, drawPlan, minute, noon, openStage, sell } from '../small-stage.ts';

/* Long because a fan asks for all that the front of a house answers, over one queue that is a list. */

const key: SharedKey = { id: 'b', secret: 'the new secret' };
const keys = [key, { id: 'a', secret: 'the old secret' }] as const;
const passKeys = fixedKeys(keys);
const slipKey: SharedKey = { id: 's', secret: 'the secret of slips' };
const passOf = (
  fan: string,
  {
    onSale = 'friends',
    endsAt = noon + 60 * minute,
    by = key,
    needs,
  }: { onSale?: string; endsAt?: number; by?: SharedKey; needs?: readonly Need[] } = {},
) => makeSigned('p1', by, { o: onSale, f: fan, i: 'pass-1', x: endsAt / 1000, ...(needs && { n: needs }) });

/** A fan's whole way through the front of the house, the queue being a list. */
async function openFront(
  plan = drawPlan({ stalls: { rows: ['oooooo|oo', 'wcoooo'] }, circle: { rows: ['ooo'], x: 20 } }),
) {
  const stage = await openStage(plan, { seatsPerFan: 4, performances: ['evening', 'matinee'] });
  const queue: HouseAsk[] = [];
  const ask = async (message: HouseAsk) => {
    queue.push(message);
  };
  const findEnded = async () => new Set<string>();
  const reader = { store: stage.store, books: stage.books, passKeys, slipKeys: fixedKeys([slipKey]) };
  return {
    ...stage,
    queue,
    hold: (
      fan: string,
      wish: Parameters<typeof holdSeats>[1]['wish'],
      idempotencyKey = `key-of-${fan}`,
      performance = 'evening',
    ) => holdSeats({ ...reader, findEnded, ask }, { performance, wish, pass: passOf(fan), idempotencyKey }, noon),
    holdWith: (asked: Partial<Parameters<typeof holdSeats>[1]>, now = noon) =>
      holdSeats(
        { ...reader, findEnded, ask },
        { performance: 'evening', wish: best(1), pass: passOf('ada'), idempotencyKey: 'key-12345', ...asked },
        now,
      ),
    show: (fan: string, hold: string, { now = noon, performance = 'evening' } = {}) =>
      showHold(reader, { performance, hold, pass: passOf(fan) }, now),
    basket: (fan: string, now = noon) => showBasket(reader, { pass: passOf(fan) }, now),
    release: (fan: string, hold: string, now = noon) =>
      releaseHold(
        { store: stage.store, books: stage.books, passKeys, findEnded, ask },
        { performance: 'evening', hold, pass: passOf(fan) },
        now,
      ),
    work: () => stage.ask(queue.splice(0)),
  };
}
const nameOf = (asked: Awaited<ReturnType<typeof holdSeats>>): string => {
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.view.hold;
};
const viewOf = (shown: Awaited<ReturnType<typeof showHold>>): HoldView => {
  if (!shown.ok) throw new Error(shown.refusal);
  return shown.view;
};

describe('what a fan said they need', () => {
  const asking = async (needs: readonly Need[], wish: HoldRequest) => {
    const front = await openFront();
    const asked = await front.holdWith({ wish, pass: passOf('ada', { needs }) });
    const [ask] = front.queue;
    if (!asked.ok) return { refused: asked, ask };
    await front.work();
    const view = viewOf(await front.show('ada', asked.view.hold));
    return { view, ask };
  };

  test('a wheelchair place is asked for without being named, with the companion’s seat if for two', async () => {
    expect((await asking(['wheelchair'], best(1))).view).toMatchObject({ seats: [{ id: 'stalls-B-1' }] });
    const pair = [{ id: 'stalls-B-1' }, { id: 'stalls-B-2' }];
    expect((await asking(['wheelchair', 'companion'], best(2))).view).toMatchObject({ seats: pair });
  });

  test('unless this wish asks for other seats, or names them', async () => {
    const other = (await asking(['wheelchair'], best(1, { access: 'none' }))).view;
    expect(other).toMatchObject({ state: 'held', seats: [{ id: expect.stringMatching(/^stalls-A/) }] });
    const named = (await asking(['wheelchair'], { seats: ['stalls-A-1'] })).view;
    expect(named).toMatchObject({ state: 'held', seats: [{ id: 'stalls-A-1' }] });
    expect((await asking([], best(2, { access: 'none' }))).view).toMatchObject({ state: 'held' });
    const three = await asking(['wheelchair'], best(3));
    expect(three.refused).toMatchObject({ refusal: 'bad-request', detail: expect.stringContaining('access none') });
  });

  test('more time: the hold lasts twice as long, with every kind of wish', async () => {
    for (const wish of [best(1), { seats: ['stalls-A-1'] }]) {
      const { view: usual } = await asking([], wish);
      const { view: longer, ask } = await asking(['more-time'], wish);
      if (usual?.state !== 'held' || longer?.state !== 'held') throw new Error('both are held');
      expect(longer.expiresAt - noon).toBe(2 * (usual.expiresAt - noon));
      expect(houseAsk.parse(JSON.parse(JSON.stringify(ask)))).toEqual(ask);
    }
  });
});

describe('asking for seats', () => {
  test('is pending, then held with a slip that ordering can read', async () => {
    const front = await openFront();
    const hold = nameOf(await front.hold('ada', { seats: ['stalls-A-3', 'stalls-A-4'] }));
    expect(viewOf(await front.show('ada', hold))).toEqual({ state: 'pending', hold, performance: 'evening' });
    await front.work();
    const view = viewOf(await front.show('ada', hold));
    const seats = [
      { id: 'stalls-A-3', category: 'a', label: 'Stalls, row A, seat 3' },
      { id: 'stalls-A-4', category: 'a', label: 'Stalls, row A, seat 4' },
    ];
    expect(view).toMatchObject({ state: 'held', hold, performance: 'evening', seats, expiresAt: noon + 10 * minute });
    const slip = readSigned<Slip>('s1', [slipKey], 'slip' in view ? view.slip : '');
    expect(slip).toEqual({
      hold,
      performance: 'evening',
      onSale: 'friends',
      fan: 'ada',
      seats: ['stalls-A-3', 'stalls-A-4'],
      expiresAt: noon + 10 * minute,
    });
  });

  test('with the same key is the same hold, with another key another', async () => {
    const front = await openFront();
    const first = nameOf(await front.hold('ada', best(2)));
    expect(nameOf(await front.hold('ada', best(2)))).toBe(first);
    expect(nameOf(await front.hold('ada', best(2), 'another-key'))).not.toBe(first);
    expect(nameOf(await front.hold('bob', best(2), 'key-of-ada'))).not.toBe(first);
    await front.work();
    expect((await front.held()).get(first)).toHaveLength(2);
  });

  test('is refused without a good pass, with a word for each', async () => {
    const front = await openFront();
    const good = passOf('ada');
    const refusals = await Promise.all([
      front.holdWith({ pass: undefined }),
      front.holdWith({ pass: 'nonsense' }),
      front.holdWith({ pass: forged(good) }),
      front.holdWith({ pass: passOf('ada', { by: { id: 'b', secret: 'guessed' } }) }),
      front.holdWith({ pass: passOf('ada', { endsAt: noon }) }),
      front.holdWith({ pass: passOf('ada', { onSale: 'public' }) }),
      front.holdWith({ pass: passOf('ada', { by: keys[1] }) }),
    ]);
    expect(refusals.map((answer) => (answer.ok ? 'ok' : answer.refusal))).toEqual([
      'pass-missing',
      'pass-forged',
      'pass-forged',
      'pass-forged',
      'pass-expired',
      'pass-elsewhere',
      'ok',
    ]);
  });

  test('that nothing could make right is refused at once, and names the field', async () => {
    const front = await openFront();
    const wrong = await Promise.all([
      front.holdWith({ wish: best(5) }),
      front.holdWith({ wish: { seats: ['stalls-A-1', 'stalls-A-2', 'stalls-A-3', 'stalls-A-4', 'stalls-A-5'] } }),
      front.holdWith({ wish: { seats: ['stalls-A-1', 'gods-Z-9'] } }),
      front.holdWith({ wish: best(2, { category: 'z' }) }),
      front.holdWith({ wish: best(2, { section: 'gods' }) }),
      front.holdWith({ wish: best(3, { access: 'wheelchair' }) }),
      front.holdWith({ performance: 'never' }),
      front.holdWith({ idempotencyKey: undefined }),
      front.holdWith({ idempotencyKey: 'sh ort' }),
    ]);
    expect(wrong.map((answer) => (answer.ok ? 'ok' : [answer.refusal, answer.errors?.[0]?.field]))).toEqual([
      ['bad-request', 'body.best.count'],
      ['bad-request', 'body.seats'],
      ['bad-request', 'body.seats.1'],
      ['bad-request', 'body.best.category'],
      ['bad-request', 'body.best.section'],
      ['bad-request', 'body.best.count'],
      ['performance-unknown', undefined],
      ['idempotency-key-missing', 'header.idempotency-key'],
      ['idempotency-key-missing', 'header.idempotency-key'],
    ]);
    expect(front.queue).toEqual([]);
  });
});

describe('looking for an answer', () => {
  test('a refusal says what was taken, in words', async () => {
    const front = await openFront();
    await front.hold('ada', { seats: ['stalls-A-3'] });
    const second = nameOf(await front.hold('bob', { seats: ['stalls-A-2', 'stalls-A-3'] }));
    await front.work();
    expect(viewOf(await front.show('bob', second))).toMatchObject({
      state: 'refused',
      refusal: 'seat-taken',
      taken: ['stalls-A-3'],
      detail: expect.stringContaining('Stalls, row A, seat 3'),
    });
  });

  test('after the pass the fan still learns what became of it, and may give it back', async () => {
    const front = await openFront();
    const hold = nameOf(await front.hold('ada', { seats: ['stalls-A-3'] }));
    await front.work();
    const later = noon + 61 * minute;
    expect(viewOf(await front.show('ada', hold, { now: later })).state).toBe('lapsed');
    expect(await front.release('ada', hold, later)).toMatchObject({ ok: true, view: { state: 'lapsed' } });
    expect(await front.show('eve', hold, { now: later })).toMatchObject({ refusal: 'hold-unknown' });
  });

  test('another fan’s hold, another performance’s and one that never was look the same', async () => {
    const front = await openFront();
    const hold = nameOf(await front.hold('ada', best(2)));
    await front.work();
    for (const shown of [
      await front.show('eve', hold),
      await front.show('ada', hold, { performance: 'matinee' }),
      await front.show('ada', 'AAAAAAAAAAAA'),
      await front.show('ada', 'A'.repeat(32)),
    ])
      expect(shown).toMatchObject({ ok: false, refusal: 'hold-unknown' });
  });

  test('a hold past its time is lapsed, one that was bought stays sold', async () => {
    const front = await openFront();
    const [one, two] = [
      nameOf(await front.hold('ada', { seats: ['stalls-A-1'] }, 'key-one-1')),
      nameOf(await front.hold('ada', { seats: ['stalls-A-2'] }, 'key-two-2')),
    ];
    await front.work();
    await front.ask([{ ...sell(1, 'ada', ['stalls-A-2']), hold: two, id: `order-1-${two}` } as HouseAsk]);
    const later = noon + 10 * minute;
    expect(viewOf(await front.show('ada', one, { now: later }))).toEqual({
      state: 'lapsed',
      hold: one,
      performance: 'evening',
    });
    expect(viewOf(await front.show('ada', two, { now: later }))).toMatchObject({
      state: 'sold',
      seats: [{ id: 'stalls-A-2' }],
    });
  });

  test('a basket that says held is not believed until the sections say so too', async () => {
    const front = await openFront();
    const hold = nameOf(await front.hold('ada', { seats: ['stalls-A-1', 'circle-A-1'] }));
    const counted = {
      state: 'held',
      hold,
      performance: 'evening',
      decidedAt: noon,
      seats: 2,
      expiresAt: noon + minute,
    } as const;
    const key = { onSale: 'friends', fan: 'ada' };
    await front.store.writeBasket({ ...key, version: 1, entries: [{ ...counted, sections: ['circle', 'stalls'] }] });
    expect(viewOf(await front.show('ada', hold)).state).toBe('pending');
    await front.work();
    expect(viewOf(await front.show('ada', hold)).state).toBe('held');
    // One part gone: the other alone is not shown.
    await front.store.writeSection({
      performance: 'evening',
      section: 'circle',
      version: 3,
      data: Uint8Array.of(1, 0, 3, 0),
    });
    const moved = await front.store.sections([{ performance: 'evening', section: 'circle' }]);
    const version = (moved[0]?.version ?? 0) + 1;
    await front.store.writeSection({
      performance: 'evening',
      section: 'circle',
      version,
      data: Uint8Array.of(1, 0, 3, 0),
    });
    expect(viewOf(await front.show('ada', hold)).state).toBe('pending');
  });
});

describe('the basket', () => {
  test('shows what the fan has over all performances, and how much more they may have', async () => {
    const front = await openFront();
    await front.hold('ada', { seats: ['stalls-A-1'] });
    await front.hold('ada', best(2), 'another-key', 'matinee');
    await front.hold('ada', { seats: ['stalls-A-1'] }, 'refused-key');
    const asks = front.queue.splice(0);
    for (const performance of ['evening', 'matinee'])
      await front.ask(asks.filter((one) => one.performance === performance));
    const shown = await front.basket('ada');
    expect(shown).toMatchObject({ ok: true, basket: { seatsLeft: 1 } });
    expect(shown.ok && shown.basket.holds.map(({ state, performance }) => [state, performance]).sort()).toEqual([
      ['held', 'evening'],
      ['held', 'matinee'],
    ]);
    expect(await front.basket('bob')).toMatchObject({ ok: true, basket: { holds: [], seatsLeft: 4 } });
    expect(await front.basket('ada', noon + 3 * 60 * minute)).toMatchObject({
      ok: true,
      basket: { holds: [], seatsLeft: 4 },
    });
  });

  test('says for half an hour that the time of what the fan held last ran out, and no more once they have something', async () => {
    const front = await openFront();
    const one = nameOf(await front.hold('ada', { seats: ['stalls-A-1'] }, 'key-one-1'));
    const two = nameOf(await front.hold('ada', { seats: ['stalls-A-2'] }, 'key-two-2'));
    await front.work();
    const holdsAt = async (minutes: number) => {
      const shown = await front.basket('ada', noon + minutes * minute);
      return shown.ok && shown.basket.holds.map(({ hold, state }) => [hold, state]);
    };
    const both = [
      [one, 'lapsed'],
      [two, 'lapsed'],
    ];
    expect(await holdsAt(10)).toEqual(both);
    expect(await holdsAt(39)).toEqual(both);
    expect(await holdsAt(40)).toEqual([]);
    await front.ask([{ ...sell(1, 'ada', ['stalls-A-2']), hold: two, id: `order-1-${two}` } as HouseAsk]);
    expect(await holdsAt(9)).toEqual([
      [one, 'held'],
      [two, 'sold'],
    ]);
    expect(await holdsAt(10)).toEqual([
      [two, 'sold'],
      [one, 'lapsed'],
    ]);
  });

  describe('of seats whose time ran out', () => {
    const lapsed = noon + 11 * minute;
    const again = async (front: Awaited<ReturnType<typeof openFront>>, now = lapsed) => {
      const shown = await front.basket('ada', now);
      if (!shown.ok) throw new Error(shown.detail);
      return shown.basket.holds.map((hold) => (hold.state === 'lapsed' ? hold.seats?.map(({ id }) => id) : hold.state));
    };
    const aLapsed = async (wish: HoldRequest) => {
      const front = await openFront();
      await front.hold('ada', wish, 'key-one-1');
      await front.work();
      expect(await again(front, noon + minute)).toEqual(['held']);
      return front;
    };

    test('names those that are still free, and they are held anew', async () => {
      const front = await aLapsed({ seats: ['stalls-A-1', 'stalls-A-2'] });
      expect(await again(front)).toEqual([['stalls-A-1', 'stalls-A-2']]);
      const wish = { seats: ['stalls-A-1', 'stalls-A-2'] };
      const asked = await front.holdWith({ wish, idempotencyKey: 'key-two-2' }, lapsed);
      await front.ask(front.queue.splice(0), lapsed);
      expect(viewOf(await front.show('ada', nameOf(asked), { now: lapsed })).state).toBe('held');
      expect(await again(front)).toEqual(['held']);
    });

    test('names none of a hold of which somebody else has one', async () => {
      const front = await aLapsed({ seats: ['stalls-A-1', 'stalls-A-2'] });
      await front.holdWith({ pass: passOf('bob'), wish: { seats: ['stalls-A-2'] } }, lapsed);
      await front.ask(front.queue.splice(0), lapsed);
      expect(await again(front)).toEqual([undefined]);
    });

    test('names no place for a wheelchair: those are asked for in another way', async () => {
      const front = await aLapsed({ best: { count: 2, access: 'wheelchair' } });
      expect(await again(front)).toEqual([undefined]);
    });
  });

  test('is silent about the lapse of what the fan gave back, and of what came after it', async () => {
    const front = await openFront();
    await front.hold('ada', { seats: ['stalls-A-1'] }, 'key-one-1');
    await front.work();
    const later = noon + 20 * minute;
    const asked = await front.holdWith({ wish: { seats: ['stalls-A-2'] }, idempotencyKey: 'key-two-2' }, later);
    await front.ask(front.queue.splice(0), later);
    const hold = nameOf(asked);
    await front.release('ada', hold, later);
    await front.ask(front.queue.splice(0), later);
    expect(await front.basket('ada', later + minute)).toMatchObject({ ok: true, basket: { holds: [] } });
  });
});

describe('giving seats back', () => {
  test('is pending, then released, and the seats are free', async () => {
    const front = await openFront();
    const hold = nameOf(await front.hold('ada', best(2)));
    // Also while the ask for them still lies in the queue.
    expect(await front.release('ada', hold)).toMatchObject({ ok: true, view: { state: 'pending' } });
    expect(await front.work()).toEqual(['held', 'released']);
    expect(viewOf(await front.show('ada', hold)).state).toBe('released');
    expect(await front.release('ada', hold)).toMatchObject({ ok: true, view: { state: 'released' } });
    expect(front.queue).toEqual([]);
    expect((await front.held()).size).toBe(0);
  });

  test('is refused for another’s hold and for bought seats', async () => {
    const front = await openFront();
    const hold = nameOf(await front.hold('ada', { seats: ['stalls-A-1'] }));
    await front.work();
    expect(await front.release('eve', hold)).toMatchObject({ refusal: 'hold-unknown' });
    await front.ask([{ ...sell(1, 'ada', ['stalls-A-1']), hold, id: `order-1-${hold}` } as HouseAsk]);
    expect(await front.release('ada', hold)).toMatchObject({ refusal: 'hold-sold' });
  });
});

describe('availability', () => {
  test('is a bit a seat, lapsed holds free, untouched sections all free', async () => {
    const front = await openFront();
    await front.hold('ada', { seats: ['stalls-A-1', 'stalls-A-3', 'stalls-B-4'] });
    await front.work();
    const shown = await showAvailability(front, 'evening', noon);
    // 14 seats: 1 and 3 of row A, and the twelfth in all.
    expect(shown).toMatchObject({
      ok: true,
      availability: {
        v: 1,
        performance: 'evening',
        plan: front.plan.id,
        readAt: noon,
        sections: {
          stalls: { free: 11, taken: Buffer.of(0b1010_0000, 0b0001_0000).toString('base64') },
          circle: { free: 3, taken: Buffer.of(0).toString('base64') },
        },
      },
    });
    const later = await showAvailability(front, 'evening', noon + 11 * minute);
    expect(later.ok && later.availability.sections.stalls?.free).toBe(14);
    expect(await showAvailability(front, 'never', noon)).toMatchObject({ refusal: 'performance-unknown' });
  });

  test('says what staff turned within seconds, and nothing where nothing is turned', async () => {
    const front = await openFront();
    const turnedAt = async (now: number) => {
      const shown = await showAvailability(front, 'evening', now);
      return shown.ok && shown.availability.turned;
    };
    expect(await turnedAt(noon)).toBeUndefined();
    await front.store.writeLevers({ onSale: 'friends', version: 1, stopped: ['evening'], seatsPerFan: 2, turns: [] });
    expect(await turnedAt(noon + 3000)).toEqual({ friends: { stopped: true, seatsPerFan: 2 } });
    expect(await front.hold('ada', { best: { count: 1 } })).toMatchObject({ refusal: 'performance-stopped' });
  });
});

test('the id of a hold is checked without a look at any table', () => {
  const asker = { onSale: 'friends', fan: 'ada', performance: 'evening' };
  const id = holdId(asker, 'key-12345');
  expect(id).toMatch(/^[A-Za-z0-9_-]{12}$/);
  expect(mayBeHoldOf(asker, id)).toBe(true);
  expect(mayBeHoldOf({ ...asker, fan: 'eve' }, id)).toBe(false);
  expect(mayBeHoldOf({ ...asker, performance: 'matinee' }, id)).toBe(false);
  expect(mayBeHoldOf(asker, id.slice(1))).toBe(false);
  expect(mayBeHoldOf(asker, `${id}AAAA`)).toBe(false);
});
