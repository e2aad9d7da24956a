import { describe, expect, test } from '@jest/globals';
import type { StaffAct } from '../../../../contracts/order.ts';
import type { PerformanceAct } from '../../../../contracts/performance-acts.ts';
import { changeOrder } from '../../../../lambdas/ordering/book/change-order.ts';
import { showOrder } from '../../../../lambdas/ordering/buy/show-order.ts';
import { cancelOrder } from '../../../../lambdas/ordering/change/cancel-order.ts';
import { chooseDate } from '../../../../lambdas/ordering/change/choose-date.ts';
import { followActs } from '../../../../lambdas/ordering/follow/follow-acts.ts';
import { Killed, killAt, wasKilled } from '../../../interrupted.ts';
import { card, openStage } from '../follow/follow-stage.ts';
import { fakeHouse, nobody, now, staff } from '../small-stage.ts';

/*
 * A buyer whose performance was cancelled chooses another date, or the money. Played on the stage of the follower, since
 * the two meet: each choice ends once, however often it is asked for and whoever dies where. Long because each way out is played to its
 * end.
 */

const minute = 60_000;
const day = 24 * 60 * minute;
const until = now + 7 * day;
const cancelled: PerformanceAct = {
  act: 'cancel',
  performance: 'storm-1',
  number: 1,
  actedAt: now,
  reason: 'The lead is ill.',
  instead: ['storm-2'],
  choice: { dates: ['storm-2'], until },
};
const seats = (count: number, category = 'band1') =>
  Array.from({ length: count }, (_, n) => ({ id: `G-${n + 1}`, category, label: `Stalls, row G, seat ${n + 1}` }));

type Stage = ReturnType<typeof openStage>;

async function offered(
  free = seats(4),
  payment: Parameters<Stage['buy']>[2] = card,
  around?: Parameters<typeof openStage>[0],
) {
  const stage = openStage(around, fakeHouse([], [], { 'storm-2': free }));
  const one = await stage.buy('key-0001', { hold00000001: 'storm-1' }, payment);
  await stage.settle();
  await stage.post();
  stage.letters.splice(0);
  return { stage, one, old: (await stage.order(one.id)).tickets };
}

const toStorm2 = { performance: 'storm-1', instead: 'storm-2' };
const subjects = ({ letters }: Stage) => letters.map(({ subject }) => subject.replace(/ \(.*/, ''));

describe('the choice of another date', () => {
  test('is offered before any money moves: seats back, tickets void, one letter, and staff see it', async () => {
    const { stage, one, old } = await offered();
    stage.acts.push(cancelled);
    await stage.minutes(5);
    expect(await stage.order(one.id)).toMatchObject({
      state: 'confirmed',
      outcomes: { hold00000001: 'returned' },
      tickets: [],
      payment: { state: 'captured', paid: 13_000 },
      choices: [{ performance: 'storm-1', dates: ['storm-2'], until, amount: 13_000 }],
    });
    expect(stage.refunds.size).toBe(0);
    expect(stage.house.returned).toEqual(['hold00000001']);
    const marks = await stage.door.marks('storm-1');
    expect(old.map(({ id }) => marks.get(id)?.state)).toEqual(['void', 'void']);
    expect(subjects(stage)).toEqual(['Cancelled, please choose: The Storm']);
    const [letter] = stage.letters;
    expect(letter?.text).toContain('another date at no extra cost, or your money back');
    expect(letter?.text).toContain('we give £130 back to you then');
    expect(letter?.attachments?.map(({ type }) => type)).toEqual(['text/calendar']);
    const shown = await showOrder({ ...stage.deps, voucherKeys: stage.deps.voucherKeys }, one, stage.now());
    expect(shown).toMatchObject({
      ok: true,
      order: {
        choices: [{ performance: 'storm-1', amount: 13_000 }],
        may: { cancel: false, exchange: false },
        total: 0,
      },
    });
    // Nothing more comes of it until somebody chooses.
    await stage.minutes(60);
    expect(stage.letters).toHaveLength(1);
    expect((await stage.follow.following()).done).toEqual({ 'storm-1': 1 });
  });

  test('moves to the best seats there; asked twice it is one choice', async () => {
    const { stage, one } = await offered();
    stage.acts.push(cancelled);
    await stage.minutes(3);
    stage.letters.splice(0);
    const [first, second] = await Promise.all([
      chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now()),
      chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now()),
    ]);
    expect([first, second]).toMatchObject([
      { ok: true, order: { changing: 'choice' } },
      { ok: true, order: { changing: 'choice' } },
    ]);
    await stage.settle();
    await stage.minutes(3);
    expect(await chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now())).toMatchObject({ ok: true });
    const order = await stage.order(one.id);
    expect(order).toMatchObject({
      state: 'confirmed',
      items: [
        { performance: 'storm-1' },
        {
          performance: 'storm-2',
          insteadOf: 'storm-1',
          seats: [
            { id: 'G-1', category: 'band1', price: 6500 },
            { id: 'G-2', category: 'band1', price: 6500 },
          ],
        },
      ],
      payment: { state: 'captured', paid: 13_000 },
      tickets: [
        { performance: 'storm-2', seat: 'G-1' },
        { performance: 'storm-2', seat: 'G-2' },
      ],
    });
    expect(order).not.toHaveProperty('choices');
    expect(order.payment).not.toHaveProperty('refunded');
    expect(stage.refunds.size).toBe(0);
    expect(subjects(stage)).toEqual(['Your tickets: The Storm']);
    // The way back is closed: the money was spent on the other date.
    await cancelOrder(stage.deps, { ...one, performance: 'storm-1' }, stage.now());
    stage.jump(8 * day);
    await stage.minutes(3);
    expect(await stage.order(one.id)).toMatchObject({ state: 'confirmed', tickets: [{}, {}] });
    expect(stage.refunds.size).toBe(0);
  });

  test('gives the difference back for cheaper seats, and charges nothing for dearer ones', async () => {
    for (const [price, back] of [
      [6000, 1000],
      [8000, 0],
    ] as const) {
      const { stage, one } = await offered();
      const read = async <File>(path: string) => {
        const file = await stage.deps.read<File & { id?: string }>(path);
        return file?.id === 'storm-2' ? { ...file, prices: { band1: price } } : file;
      };
      stage.acts.push(cancelled);
      await stage.minutes(3);
      await chooseDate({ ...stage.deps, read }, { ...one, request: toStorm2 }, stage.now());
      await stage.minutes(3);
      const { payment, items } = await stage.order(one.id);
      expect(items[1]?.seats.map((seat) => seat.price)).toEqual([Math.min(price, 6500), Math.min(price, 6500)]);
      expect([payment.paid, payment.refunded ?? 0, payment.due]).toEqual([13_000, back, undefined]);
      expect([...stage.refunds.values()]).toEqual(back > 0 ? [back] : []);
    }
  });

  test('stays open where the date has no such seats, and says so', async () => {
    const { stage, one } = await offered(seats(1));
    stage.acts.push(cancelled);
    await stage.minutes(3);
    await chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now());
    await stage.minutes(3);
    const kept = await stage.order(one.id);
    expect(kept).toMatchObject({
      unchanged: { change: 'choice', why: 'seats-taken' },
      choices: [{ amount: 13_000, tries: 1 }],
    });
    expect(stage.letters).toHaveLength(1);
    // Another try is another question to the house.
    await chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now());
    await stage.settle();
    const asked = stage.house.asked.filter(({ ask }) => ask === 'seat-anew');
    expect(new Set(asked.map((ask) => 'hold' in ask && ask.hold)).size).toBe(2);
  });

  test('is told to staff by title and time, and by no id, however it ends', async () => {
    const notes: string[] = [];
    for (const free of [seats(4), []]) {
      const { stage, one } = await offered(free);
      stage.acts.push(cancelled);
      await stage.minutes(3);
      await chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now());
      await stage.minutes(3);
      await cancelOrder(stage.deps, { ...one, performance: 'storm-1' }, stage.now());
      const { history } = await stage.order(one.id);
      notes.push(...history.flatMap(({ act, note }) => (note === undefined ? [] : [`${act}: ${note}`])));
    }
    const said = /^(?:performance-cancelled|choice-(?:asked|made|kept|ended)): The Storm, \d{4}-\d\d-\d\d \d\d:\d\d/;
    const acts = notes.filter((note) => said.test(note)).map((note) => note.replace(/:.*/, ''));
    expect(new Set(acts)).toEqual(
      new Set(['performance-cancelled', 'choice-asked', 'choice-made', 'choice-kept', 'choice-ended']),
    );
    expect(notes.filter((note) => /storm-\d/.test(note))).toEqual([]);
  });

  test('the money now: once, and all of it', async () => {
    const { stage, one } = await offered();
    stage.acts.push(cancelled);
    await stage.minutes(3);
    const money = () => cancelOrder(stage.deps, { ...one, performance: 'storm-1' }, stage.now());
    expect(await Promise.all([money(), money()])).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now())).toMatchObject({ ok: false });
    await stage.minutes(5);
    expect(await money()).toMatchObject({ ok: true });
    expect(await stage.order(one.id)).toMatchObject({
      state: 'cancelled',
      payment: { state: 'refunded', refunded: 13_000 },
    });
    expect([...stage.refunds.values()]).toEqual([13_000]);
    expect(subjects(stage)).toEqual(['Cancelled, please choose: The Storm', 'Cancelled: The Storm']);
  });

  test('a buyer who says nothing has the money back at the deadline, and others keep what they have', async () => {
    const { stage, one } = await offered();
    const both = await stage.buy('key-0002', { hold00000002: 'storm-1', hold00000003: 'storm-2' });
    await stage.settle();
    stage.acts.push(cancelled);
    await stage.minutes(3);
    stage.jump(until - stage.now() - 2 * minute);
    await stage.minutes(1);
    expect(stage.refunds.size).toBe(0);
    await stage.minutes(5);
    expect(await stage.order(one.id)).toMatchObject({ state: 'cancelled', payment: { refunded: 13_000 } });
    expect(await stage.order(both.id)).toMatchObject({
      state: 'confirmed',
      payment: { state: 'captured', paid: 26_000, refunded: 13_000 },
      items: [{ cancelled: { back: 13_000 } }, {}],
      tickets: [{ performance: 'storm-2' }, { performance: 'storm-2' }],
    });
    expect([...stage.refunds.values()]).toEqual([13_000, 13_000]);
    // Too late to choose.
    expect(await chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now())).toMatchObject({ ok: false });
  });

  test('a promise chooses as well: nothing is owed meanwhile, and it has its time again', async () => {
    const { stage, one } = await offered(seats(2), { method: 'box-office' });
    const other = await stage.buy('key-0002', { hold00000002: 'storm-1' }, { method: 'box-office' });
    await stage.settle();
    stage.acts.push(cancelled);
    await stage.minutes(3);
    expect((await stage.order(one.id)).payment).not.toHaveProperty('deadline');
    const take = (id: string) => changeOrder(stage.deps, staff, { id, act: { act: 'take-payment' } }, stage.now());
    expect(await take(one.id)).toMatchObject({ ok: false, refusal: 'order-not-changeable' });
    // Longer than a promise is kept.
    stage.jump(3 * day);
    await stage.minutes(3);
    await chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now());
    const chosenAt = stage.now();
    await stage.minutes(1);
    expect(await stage.order(one.id)).toMatchObject({
      state: 'confirmed',
      payment: { state: 'promised' },
      tickets: [{}, {}],
    });
    const { deadline = 0 } = (await stage.order(one.id)).payment;
    expect(deadline).toBeGreaterThan(chosenAt + 47 * 60 * minute);
    expect(await take(one.id)).toMatchObject({ ok: true, order: { payment: { state: 'captured' } } });
    expect((await stage.order(one.id)).payment.paid).toBe(13_000);
    stage.jump(5 * day);
    await stage.minutes(4);
    expect(await stage.order(other.id)).toMatchObject({ state: 'cancelled', payment: { state: 'voided' } });
    expect(stage.refunds.size).toBe(0);
  });

  test('a date that was not offered, or has nothing as good, is refused; so is a choice that is not open', async () => {
    const { stage, one } = await offered();
    const ask = (request = toStorm2) => chooseDate(stage.deps, { ...one, request }, stage.now());
    expect(await ask()).toMatchObject({ ok: false, refusal: 'order-not-changeable' });
    stage.acts.push(cancelled);
    await stage.minutes(3);
    expect(await ask({ performance: 'storm-1', instead: 'tonight' })).toMatchObject({ refusal: 'date-not-offered' });
    const read = async <File>(path: string) => {
      const file = await stage.deps.read<File & { id?: string }>(path);
      return file?.id === 'storm-2' ? { ...file, prices: { other: 1 } } : file;
    };
    expect(await chooseDate({ ...stage.deps, read }, { ...one, request: toStorm2 }, stage.now())).toMatchObject({
      refusal: 'date-not-offered',
    });
    expect(stage.house.asked.some(({ ask: kind }) => kind === 'seat-anew')).toBe(false);
  });

  test('the box office chooses on the telephone, by the same rules, and the history says that it did', async () => {
    const { stage, one } = await offered();
    const boxOffice = (act: StaffAct) => changeOrder(stage.deps, staff, { id: one.id, act }, stage.now());
    const choose = { act: 'choose-date', ...toStorm2 } as const;
    expect(await boxOffice(choose)).toMatchObject({ refusal: 'order-not-changeable' });
    stage.acts.push(cancelled);
    await stage.minutes(3);
    expect(await changeOrder(stage.deps, nobody, { id: one.id, act: choose }, stage.now())).toMatchObject({
      refusal: 'not-allowed',
    });
    expect(await boxOffice({ ...choose, instead: 'tonight' })).toMatchObject({ refusal: 'date-not-offered' });
    expect(await boxOffice(choose)).toMatchObject({ ok: true, order: { changing: 'choice' } });
    // The fan presses on their own page meanwhile: it is the same choice, and no money beside it.
    expect(await chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now())).toMatchObject({ ok: true });
    expect(await boxOffice({ act: 'money-back', performance: 'storm-1' })).toMatchObject({ ok: false });
    await stage.minutes(3);
    expect(await boxOffice(choose)).toMatchObject({ ok: true });
    const { items, history, tickets } = await stage.order(one.id);
    expect(items.map(({ performance }) => performance)).toEqual(['storm-1', 'storm-2']);
    expect(tickets).toHaveLength(2);
    expect(history.filter(({ act }) => act.startsWith('choice-')).map(({ act, by }) => [act, by])).toEqual([
      ['choice-offered', 'staff'],
      ['choice-asked', 'staff'],
      ['choice-made', 'staff'],
    ]);
    expect(await boxOffice({ act: 'money-back', performance: 'storm-1' })).toMatchObject({ ok: false });
  });

  test('the box office asks for the money: once, however often it is asked for', async () => {
    const { stage, one } = await offered();
    stage.acts.push(cancelled);
    await stage.minutes(3);
    const money = () =>
      changeOrder(stage.deps, staff, { id: one.id, act: { act: 'money-back', performance: 'storm-1' } }, stage.now());
    expect([await money(), await money()]).toMatchObject([{ ok: true }, { ok: true }]);
    await stage.minutes(6);
    expect(await money()).toMatchObject({ ok: true });
    const order = await stage.order(one.id);
    expect(order).toMatchObject({ state: 'cancelled', payment: { refunded: 13_000 } });
    expect([...stage.refunds.values()]).toEqual([13_000]);
    expect(order.history.find(({ act }) => act === 'choice-ended')).toMatchObject({ by: 'staff' });
    expect(await chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now())).toMatchObject({ ok: false });
  });

  test('the box office may still cancel the whole order: the money comes back once', async () => {
    const { stage, one } = await offered();
    stage.acts.push(cancelled);
    await stage.minutes(3);
    const act = { act: 'cancel', reason: 'asked on the telephone' } as const;
    expect(await changeOrder(stage.deps, staff, { id: one.id, act }, stage.now())).toMatchObject({ ok: true });
    await stage.minutes(6);
    expect(await stage.order(one.id)).toMatchObject({ state: 'cancelled', payment: { refunded: 13_000 } });
    stage.jump(8 * day);
    await stage.minutes(3);
    expect([...stage.refunds.values()]).toEqual([13_000]);
  });

  test('date and money asked for at once, and whoever dies anywhere: one of the two, once', async () => {
    const ends = new Set<string>();
    // Three is odd, so now before a call and now after it took effect.
    for (let nth = 1; ; nth += 3) {
      const kill = killAt(nth);
      let peace = true;
      const { stage, one } = await offered(seats(2), card, async (call) => {
        if (!peace) kill.fault();
        const done = await call();
        if (!peace) kill.fault();
        return done;
      });
      stage.acts.push(cancelled);
      peace = false;
      await Promise.all([
        stage.minutes(1),
        followActs(stage.deps, stage.now, stage.now() + minute).catch((error) => {
          if (!(error instanceof Killed)) throw error;
        }),
      ]);
      await stage.minutes(5);
      const attempt = async (act: () => Promise<unknown>) => {
        await act().catch((error: unknown) => {
          if (!wasKilled(error)) throw error;
        });
      };
      await Promise.all([
        attempt(() => chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now())),
        attempt(() => chooseDate(stage.deps, { ...one, request: toStorm2 }, stage.now())),
        ...(nth % 2 === 0
          ? [attempt(() => cancelOrder(stage.deps, { ...one, performance: 'storm-1' }, stage.now()))]
          : []),
      ]);
      await stage.minutes(6);
      stage.jump(8 * day);
      await stage.minutes(6);
      const order = await stage.order(one.id);
      const refunds = [...stage.refunds.values()];
      const end = order.state === 'confirmed' ? 'date' : 'money';
      ends.add(end);
      expect([nth, order.state, order.tickets.length, order.payment.refunded ?? 0, refunds, order.choices]).toEqual(
        end === 'date' ? [nth, 'confirmed', 2, 0, [], undefined] : [nth, 'cancelled', 0, 13_000, [13_000], undefined],
      );
      expect(stage.house.returned).toEqual(['hold00000001']);
      if (kill.chances() < nth) {
        expect(nth).toBeGreaterThan(60);
        break;
      }
    }
    expect(ends).toEqual(new Set(['date', 'money']));
  });
});
