import { describe, expect, test } from '@jest/globals';
import type { SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { effectsOf, isSame } from '../../../site/control-room/sale/effects.ts';
import { saleWords } from '../../../words/en/control-room-sale.ts';

const { will } = saleWords;
type Performance = SaleLeversShown['performances'][number];

const night = (performance: string, more: Partial<Performance> = {}): Performance => ({
  performance,
  title: 'King Lear',
  startsAt: 0,
  timeZone: 'Europe/London',
  isStopped: false,
  isCancelled: false,
  count: { seats: 300, free: 182, held: 38, sold: 80, kept: 0, holds: 14 },
  ...more,
});
const sale = (performances: readonly Performance[], more: Partial<SaleLeversShown> = {}): SaleLeversShown => ({
  onSale: 'friends',
  version: 1,
  limit: { published: 6, now: 6 },
  methods: { now: ['stripe'], stage: ['stripe'], known: ['stripe', 'box-office'] },
  holdSizes: { 2: 9, 4: 3, 6: 2 },
  performances,
  turns: [],
  ...more,
});

describe('to stop selling a performance', () => {
  const stop = { act: 'stop', performances: ['one'] } as const;

  test('says what stays unsold, what may be bought, and what the line is told', () => {
    expect(effectsOf(sale([night('one'), night('two')]), stop)).toEqual([
      '182 seats stay unsold until somebody sells on.',
      '14 baskets with 38 seats may still be bought: what is held is not taken away.',
      'The line is told that 182 fewer are left: 182 now.',
      will.fansSee,
      will.undo,
    ]);
  });

  test('says that the line stands if nothing else is left, but not while baskets may come back', () => {
    const full = { seats: 9, free: 0, held: 0, sold: 9, kept: 0, holds: 0 };
    expect(effectsOf(sale([night('one'), night('two', { count: full })]), stop)).toContain(will.halts);
    const baskets = night('two', { count: { ...full, held: 2, sold: 7 } });
    expect(effectsOf(sale([night('one'), baskets]), stop)).not.toContain(will.halts);
    // What was stopped before is not left either.
    expect(effectsOf(sale([night('one'), night('two', { isStopped: true })]), stop)).toContain(will.halts);
  });

  test('that is stopped, or cancelled, changes nothing; not counted, nobody knows how many seats that is', () => {
    expect(effectsOf(sale([night('one', { isStopped: true })]), stop)).toEqual([saleWords.same, will.undo]);
    expect(isSame(sale([night('one', { isStopped: true })]), stop)).toBe(true);
    expect(isSame(sale([night('one')]), stop)).toBe(false);
    expect(effectsOf(sale([night('one', { isCancelled: true })]), stop)).toContain(saleWords.same);
    const { count: _, ...uncounted } = night('one');
    expect(effectsOf(sale([uncounted]), stop)).toContain(will.unknown);
  });
});

test('to sell on says what is on offer again', () => {
  const stopped = sale([night('one', { isStopped: true }), night('two')]);
  expect(effectsOf(stopped, { act: 'sell-on', performances: ['one'] })).toEqual([
    '182 seats are on offer again.',
    'The line is told that 182 more are left: 364 now.',
    will.undo,
  ]);
});

test('the limit says how many baskets are over it, and takes nothing from them', () => {
  const limit = (seatsPerFan: number) => effectsOf(sale([]), { act: 'limit', seatsPerFan });
  expect(limit(4)).toContain(
    'Of 14 baskets that stand now, 2 have more than 4 seats. They keep them, and get nothing more.',
  );
  expect(limit(1)).toContain(
    'Of 14 baskets that stand now, 14 have more than 1 seat. They keep them, and get nothing more.',
  );
  expect(effectsOf(sale([], { holdSizes: {} }), { act: 'limit', seatsPerFan: 4 })).toContain(will.noneOver(4));
  expect(limit(8)).toEqual(['Within five seconds a fan with a turn may have up to 8 seats in all.', will.undo]);
  expect(limit(6)).toContain(saleWords.same);
});

test('ways to pay say what goes and what comes, and who cannot order without a promise', () => {
  const methods = (now: SaleLeversShown['methods']['now'], wanted: SaleLeversShown['methods']['now']) =>
    effectsOf(sale([], { methods: { now, stage: ['stripe'], known: ['stripe', 'box-office'] } }), {
      act: 'methods',
      methods: wanted,
    });
  expect(methods(['stripe'], ['box-office'])).toEqual([
    'No new order is taken with: Card, with Stripe. Orders that were begun go on.',
    'Fans at the checkout are offered as well: Promise to pay at the box office.',
    will.promises,
    will.undo,
  ]);
  expect(methods(['stripe', 'box-office'], ['stripe'])).toContain(will.noPlain);
  expect(methods(['stripe', 'box-office'], ['box-office', 'stripe'])).toEqual([saleWords.same, will.undo]);
});

describe('to release seats that are set aside', () => {
  const kept = [{ partner: 'sponsors', seats: 142, state: 'kept' }] as const;
  const one = night('one', { allocations: kept });
  const release = { act: 'release', partner: 'sponsors', performances: ['one'] } as const;
  const now = Date.UTC(2027, 0, 5, 10, 30);

  test('says how many, by when they are sold on the pace, and that it cannot be undone', () => {
    // 182 + 142 + 182 free seats, 30 a minute: 17 minutes.
    expect(effectsOf(sale([one, night('two')]), release, { now, pace: 30 })).toEqual([
      '142 seats of sponsors become free for everybody within five seconds.',
      'The line is told that 142 more are left: 506 now.',
      'At the pace of the last five minutes, all that is free then is sold by 10:46.',
      will.notWhose,
      will.final,
    ]);
  });

  test('at a set time is by what is left then, and can be taken back until then', () => {
    const at = now + 6 * 60_000;
    // 182 free, 30 a minute for six minutes leave 2; with 142 more they last 4.8 minutes.
    const effects = effectsOf(sale([one]), { ...release, at }, { now, pace: 30 });
    expect(effects[1]).toBe('At the pace of the last five minutes, all that is free then is sold by 10:40.');
    expect(effects.at(-1)).toBe('You can take it back until Tue 5 Jan, 10:36, and not after that.');
  });

  test('says so if there is no pace, and if the performance is stopped', () => {
    expect(effectsOf(sale([one]), release, { now })).toContain(will.noPace);
    expect(effectsOf(sale([{ ...one, isStopped: true }]), release, { now })).toContain(will.stopped);
  });

  test('that are released or planned changes nothing', () => {
    const done = night('one', { allocations: [{ ...kept[0], state: 'released' }] });
    expect(isSame(sale([done]), release)).toBe(true);
    expect(isSame(sale([one]), release)).toBe(false);
    const planned = [
      { turn: 3, partner: 'sponsors', performances: ['one'], seats: 142, dueAt: now, by: 'ada', reason: 'why' },
    ];
    const back = { act: 'withdraw', release: 3 } as const;
    expect(effectsOf(sale([done], { planned }), back)).toEqual([will.stays(142, 'sponsors')]);
    expect(isSame(sale([done]), back)).toBe(true);
  });
});
