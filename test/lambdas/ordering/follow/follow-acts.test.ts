import { describe, expect, test } from '@jest/globals';
import type { OrderRequest } from '../../../../contracts/order.ts';
import type { PerformanceAct } from '../../../../contracts/performance-acts.ts';
import type { Message } from '../../../../lambdas/foundation/mail.ts';
import { showOrder } from '../../../../lambdas/ordering/buy/show-order.ts';
import { cancelOrder } from '../../../../lambdas/ordering/change/cancel-order.ts';
import { followActs, settledMs } from '../../../../lambdas/ordering/follow/follow-acts.ts';
import { listFollowed } from '../../../../lambdas/ordering/follow/list-followed.ts';
import { Killed, killAt } from '../../../interrupted.ts';
import { now, performances } from '../small-stage.ts';
import { card, openStage } from './follow-stage.ts';

/*
 * Orders follow what became of their performances: whole orders and parts of them, told once, whoever dies where. Long because one
 * stage plays every kind of order.
 */

const minute = 60_000;
const day = 24 * 60 * minute;
const [first, second] = performances.map(({ startsAt }) => startsAt);

const cancelled = (performance: string, more: object = {}): PerformanceAct => ({
  act: 'cancel',
  performance,
  number: 1,
  actedAt: now,
  reason: 'The lead is ill.',
  ...more,
});
const moved = (performance: string, startsAt: number, number = 1, returnUntil = now + 14 * day): PerformanceAct => ({
  act: 'move',
  performance,
  number,
  actedAt: now,
  reason: 'The stage is flooded.',
  from: { startsAt: first ?? 0, venue: 'Festival Theatre' },
  to: { startsAt, venue: 'Town Hall' },
  returnUntil,
});

/** Two people: one has both performances, one the first alone; their letters with tickets have come. */
async function sold(stage: ReturnType<typeof openStage>, payment: OrderRequest['payment'] = card) {
  const both = await stage.buy('key-both', { hold00000001: 'storm-1', hold00000002: 'storm-2' }, payment);
  const one = await stage.buy('key-0002', { hold00000003: 'storm-1' }, payment);
  await stage.settle();
  await stage.post();
  expect(stage.letters.splice(0).map(({ subject }) => subject.split(':')[0])).toEqual(['Your tickets', 'Your tickets']);
  return { both, one };
}

const subjects = (stage: { readonly letters: readonly Message[] }) =>
  stage.letters.map(({ subject }) => subject.replace(/ \(.*/, '')).sort();
const calendarOf = (message: Message | undefined) => {
  const file = message?.attachments?.find(({ type }) => type === 'text/calendar');
  return Buffer.from(file?.bytes ?? []).toString();
};

describe('a performance that was cancelled', () => {
  test('gives back its seats and the money for them alone, and each buyer has one letter', async () => {
    const stage = openStage();
    const { both, one } = await sold(stage);
    const tickets = [...(await stage.order(both.id)).tickets, ...(await stage.order(one.id)).tickets];
    stage.acts.push(cancelled('storm-1', { instead: ['storm-2'] }));
    await stage.minutes(3);
    expect(await stage.order(both.id)).toMatchObject({
      state: 'confirmed',
      outcomes: { hold00000001: 'returned', hold00000002: 'sold' },
      items: [{ cancelled: { reason: 'The lead is ill.', back: 13_000 } }, {}],
      payment: { state: 'captured', paid: 26_000, refunded: 13_000 },
      tickets: [{ performance: 'storm-2' }, { performance: 'storm-2' }],
    });
    expect(await stage.order(one.id)).toMatchObject({
      state: 'cancelled',
      payment: { state: 'refunded', refunded: 13_000 },
      tickets: [],
    });
    expect([...stage.house.returned].sort()).toEqual(['hold00000001', 'hold00000003']);
    const marks = await stage.door.marks('storm-1');
    const gone = tickets.filter(({ performance }) => performance === 'storm-1');
    expect(gone.map(({ id }) => marks.get(id)?.state)).toEqual(['void', 'void', 'void', 'void']);

    expect(subjects(stage)).toEqual(['Cancelled: The Storm', 'Cancelled: The Storm']);
    for (const { text } of stage.letters) {
      expect(text).toContain('“The lead is ill.”');
      expect(text).toContain('£130 was given back');
      expect(text).toContain('https://tickets.example.org/show?id=storm');
    }
    const [part, whole] = [...stage.letters].sort(
      (a, b) => (b.attachments?.length ?? 0) - (a.attachments?.length ?? 0),
    );
    expect(part?.attachments?.map(({ type }) => type)).toEqual(['application/pdf', 'text/calendar']);
    expect(
      calendarOf(part)
        .match(/^(?:STATUS:\w+|SEQUENCE:\d+)/gm)
        ?.sort(),
    ).toEqual(['SEQUENCE:0', 'SEQUENCE:1', 'STATUS:CANCELLED', 'STATUS:CONFIRMED']);
    expect(calendarOf(whole)).toContain('STATUS:CANCELLED');
    // Nothing more comes of it, until all who could have missed it are done.
    await stage.minutes(60);
    expect(stage.letters).toHaveLength(2);
    expect(await listFollowed({ follow: stage.follow, acts: stage.deps.acts })).toMatchObject({
      acts: [{ performance: 'storm-1', act: 'cancel', done: true }],
    });
    const { version } = await stage.follow.following();
    await stage.minutes(3);
    expect((await stage.follow.following()).version).toBe(version);
  });

  test('owes nothing of what was promised; the other seats stay promised', async () => {
    const stage = openStage();
    const { both, one } = await sold(stage, { method: 'box-office' });
    stage.acts.push(cancelled('storm-1'));
    await stage.minutes(3);
    expect(await stage.order(both.id)).toMatchObject({ state: 'confirmed', payment: { state: 'promised' } });
    expect(await stage.order(one.id)).toMatchObject({ state: 'cancelled', payment: { state: 'voided' } });
    expect(
      stage.letters.map(({ text }) => text.includes('Nothing was charged.') || text.includes('You owe nothing')),
    ).toEqual([true, true]);
    expect(stage.refunds.size).toBe(0);
  });

  test('broken off: a ticket that opened the door is paid back as well', async () => {
    const stage = openStage();
    const { one } = await sold(stage);
    const [ticket] = (await stage.order(one.id)).tickets;
    await stage.door.mark('storm-1', ticket?.id ?? '', { state: 'used', usedAt: now, door: 'x' });
    stage.acts.push(cancelled('storm-1'));
    await stage.minutes(2);
    expect(await stage.order(one.id)).toMatchObject({ state: 'cancelled', payment: { refunded: 13_000 } });
  });

  test('ends an order that is being paid, and one that the house has not answered, without a charge', async () => {
    const stage = openStage();
    const paying = await stage.buy('key-0001', { hold00000001: 'storm-1' }, { method: 'sandbox-card', card: 'late' });
    const mixed = await stage.buy('key-0002', { hold00000002: 'storm-1', hold00000003: 'storm-2' });
    stage.acts.push(cancelled('storm-1'));
    expect((await stage.order(mixed.id)).state).toBe('placed');
    await stage.minutes(3);
    expect(await stage.order(paying.id)).toMatchObject({
      state: 'refused',
      refusal: 'performance-cancelled',
      payment: { state: 'voided' },
    });
    expect(await stage.order(mixed.id)).toMatchObject({
      state: 'confirmed',
      outcomes: { hold00000002: 'lost', hold00000003: 'sold' },
      payment: { paid: 13_000 },
    });
    expect(subjects(stage)).toEqual(['Not ordered: The Storm', 'Your tickets: The Storm']);
  });

  test('is found in orders that come into the book after the first pass, and is not done before they can', async () => {
    const stage = openStage();
    stage.acts.push(cancelled('storm-1'));
    await stage.minutes(5);
    const late = await stage.buy('key-0001', { hold00000001: 'storm-1' });
    // The house sold it before it knew.
    stage.house.seatsOf.set('before hold00000001', []);
    await stage.settle();
    expect((await stage.order(late.id)).state).toBe('confirmed');
    await stage.minutes(settledMs / minute);
    expect(await stage.order(late.id)).toMatchObject({ state: 'cancelled', payment: { refunded: 13_000 } });
  });

  test('is followed by two at once, and whoever dies anywhere, once for each', async () => {
    for (let nth = 1; ; nth++) {
      const kill = killAt(nth);
      let peace = true;
      const stage = openStage(async (call) => {
        if (!peace) kill.fault();
        const done = await call();
        if (!peace) kill.fault();
        return done;
      });
      const { both, one } = await sold(stage);
      stage.acts.push(cancelled('storm-1'));
      peace = false;
      await Promise.all([
        stage.minutes(1),
        followActs(stage.deps, stage.now, stage.now() + minute).catch((error) => {
          if (!(error instanceof Killed)) throw error;
        }),
      ]);
      await stage.minutes(8);
      expect([nth, await stage.order(both.id)]).toMatchObject([
        nth,
        { state: 'confirmed', payment: { paid: 26_000, refunded: 13_000 }, tickets: [{}, {}] },
      ]);
      expect(await stage.order(one.id)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } });
      expect([...stage.refunds.values()]).toEqual([13_000, 13_000]);
      expect([...stage.house.returned].sort()).toEqual(['hold00000001', 'hold00000003']);
      expect([nth, subjects(stage)]).toEqual([nth, ['Cancelled: The Storm', 'Cancelled: The Storm']]);
      if (kill.chances() < nth) {
        expect(nth).toBeGreaterThan(60);
        break;
      }
    }
  });
});

describe('a performance that was moved', () => {
  const later = (second ?? 0) + 5 * day;

  test('is where it is now in every order, ticket and calendar, and each buyer has one letter', async () => {
    const stage = openStage();
    const { both, one } = await sold(stage);
    const over = await stage.buy('key-0003', { hold00000004: 'storm-1' });
    await stage.settle();
    await cancelOrder(stage.deps, over, now);
    await stage.settle();
    await stage.post();
    stage.letters.splice(0);
    const before = (await stage.order(both.id)).tickets;
    stage.acts.push(moved('storm-1', later));
    await stage.minutes(3);
    for (const { id } of [both, one, over]) {
      const { items } = await stage.order(id);
      for (const { performance, startsAt, venue } of items)
        expect([startsAt, venue]).toEqual(
          performance === 'storm-1' ? [later, 'Town Hall'] : [second, 'Festival Theatre'],
        );
    }
    // The same codes open the door.
    expect((await stage.order(both.id)).tickets).toEqual(before);
    expect(subjects(stage)).toEqual(['Moved: The Storm', 'Moved: The Storm']);
    const [letter] = stage.letters;
    expect(letter?.text).toContain('“The stage is flooded.”');
    expect(letter?.text).toContain('Town Hall');
    expect(letter?.text).toMatch(/It was to be: .*Festival Theatre\./);
    expect(calendarOf(letter)).toContain('SEQUENCE:1');
    expect(calendarOf(letter)).not.toContain('STATUS:CANCELLED');
    await stage.minutes(60);
    expect(stage.letters).toHaveLength(2);
    expect((await followActs(stage.deps, stage.now, stage.now() + minute)).left).toBe(0);
  });

  test('may be given back until the day that the move names, alone or with all else', async () => {
    const stage = openStage();
    const { both, one } = await sold(stage);
    stage.acts.push(moved('storm-1', later, 1, now + day));
    await stage.minutes(2);
    const lateInTime = later - 3_600_000;
    expect(await showOrder(stage.deps, one, now + 1)).toMatchObject({ order: { may: { cancel: true } } });
    expect(await showOrder(stage.deps, both, now + 1)).toMatchObject({ order: { may: { giveBack: ['storm-1'] } } });
    expect(await showOrder(stage.deps, both, lateInTime)).toMatchObject({ order: { may: { cancel: false } } });
    expect(await showOrder(stage.deps, both, lateInTime)).not.toHaveProperty('order.may.giveBack');
    expect(await cancelOrder(stage.deps, { ...both, performance: 'storm-2' }, now)).toMatchObject({ ok: false });
    expect(await cancelOrder(stage.deps, { ...both, performance: 'storm-1' }, now)).toMatchObject({ ok: true });
    expect(await cancelOrder(stage.deps, both, now)).toMatchObject({ refusal: 'order-not-changeable' });
    await stage.settle();
    expect(await stage.order(both.id)).toMatchObject({
      state: 'confirmed',
      payment: { paid: 26_000, refunded: 13_000 },
      tickets: [{ performance: 'storm-2' }, { performance: 'storm-2' }],
    });
    expect(await cancelOrder(stage.deps, { ...both, performance: 'storm-1' }, now)).toMatchObject({ ok: true });
    await stage.post();
    expect(subjects(stage)).toContain('Your tickets: The Storm');
  });

  test('to an earlier day takes the time to pay with it', async () => {
    const stage = openStage();
    const { one } = await sold(stage, { method: 'box-office' });
    stage.acts.push(moved('storm-1', now + 25 * 60 * minute));
    await stage.minutes(2);
    expect((await stage.order(one.id)).payment.deadline).toBe(now + day);
  });

  test('twice at once is told of once; and again, if it moves again', async () => {
    const stage = openStage();
    await sold(stage);
    stage.acts.push(moved('storm-1', later), moved('storm-1', later + day, 2));
    await stage.minutes(3);
    expect(subjects(stage)).toEqual(['Moved: The Storm', 'Moved: The Storm']);
    expect(stage.letters.every(({ text }) => text.includes('Festival Theatre'))).toBe(true);
    stage.acts.push(moved('storm-1', later, 3));
    await stage.minutes(3);
    expect(stage.letters).toHaveLength(4);
    expect(calendarOf(stage.letters[3])).toContain('SEQUENCE:3');
    stage.acts.push(cancelled('storm-1', { number: 4 }));
    await stage.minutes(3);
    expect(subjects(stage).slice(0, 2)).toEqual(['Cancelled: The Storm', 'Cancelled: The Storm']);
  });

  test('is followed whoever dies anywhere, and told once', async () => {
    for (let nth = 1; ; nth++) {
      const kill = killAt(nth);
      let peace = true;
      const stage = openStage(async (call) => {
        if (!peace) kill.fault();
        const done = await call();
        if (!peace) kill.fault();
        return done;
      });
      const { both } = await sold(stage);
      stage.acts.push(moved('storm-1', later));
      peace = false;
      await stage.minutes(6);
      expect((await stage.order(both.id)).items[0]).toMatchObject({ startsAt: later, venue: 'Town Hall' });
      expect([nth, subjects(stage)]).toEqual([nth, ['Moved: The Storm', 'Moved: The Storm']]);
      if (kill.chances() < nth) break;
    }
  });
});
