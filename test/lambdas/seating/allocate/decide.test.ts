import { describe, expect, test } from '@jest/globals';
import type { HouseAsk } from '../../../../contracts/house.ts';
import { decide } from '../../../../lambdas/seating/allocate/decide.ts';
import { basketName } from '../../../../lambdas/seating/house/basket.ts';
import type { BasketEntry } from '../../../../lambdas/seating/house/basket-record.ts';
import { limitEver, rulesNow } from '../../../../lambdas/seating/house/sale-levers.ts';
import type { SaleRules } from '../../../../lambdas/seating/house/sale-rules.ts';
import { type HoldRecord, sold } from '../../../../lambdas/seating/house/section-codec.ts';
import { indexPlan } from '../../../../lambdas/seating/plan/plan-index.ts';
import { best, change, drawPlan, extend, hold, holdName, minute, noon, release, sell } from '../small-stage.ts';

/*
 * One batch, from what the sections and baskets say to what they become. Nothing is read or written here. Long because
 * every kind of ask meets every state of a basket.
 */

const plan = indexPlan(drawPlan({ left: { rows: ['oooow'] }, right: { rows: ['oooo'], x: 9 } }));
const left = (...numbers: readonly number[]) => numbers.map((number) => `left-A-${number}`);
const right = (...numbers: readonly number[]) => numbers.map((number) => `right-A-${number}`);
const lapses = noon + 10 * minute;

interface Known {
  readonly left?: readonly HoldRecord[];
  readonly right?: readonly HoldRecord[];
  /** By fan. */
  readonly baskets?: Readonly<Record<string, readonly BasketEntry[]>>;
  readonly rules?: SaleRules | undefined;
  readonly isCancelled?: boolean;
  readonly isStopped?: boolean;
  readonly now?: number;
}

function decided({ left = [], right = [], baskets = {}, now = noon, ...more }: Known, ...asks: readonly HouseAsk[]) {
  const rules = 'rules' in more ? more.rules : { seatsPerFan: 6, holdMinutes: 10 };
  const found = asks.map((ask) => ({
    onSale: ask.onSale,
    fan: ask.fan,
    version: 3,
    entries: baskets[ask.fan] ?? [],
  }));
  const done = decide(
    {
      plan,
      rules: new Map(rules ? [['friends', rules]] : []),
      sections: new Map([
        ['left', { seats: 5, blocked: [], records: left }],
        ['right', { seats: 4, blocked: [], records: right }],
      ]),
      baskets: new Map(found.map((basket) => [basketName(basket), basket])),
      isCancelled: more.isCancelled ?? false,
      stoppedIn: new Set(more.isStopped ? ['friends'] : []),
      now,
    },
    asks,
  );
  const written = new Map([...done.sections].map(([section, { records }]) => [section, records]));
  const entry = (id: number) =>
    done.baskets.flatMap(({ after }) => after.entries).find((one) => one.hold === holdName(id));
  return { ...done, written, entry };
}

/** A hold in a section, by the indexes of its seats. */
const record = (id: number, lapsesAt: number, seats: readonly number[], total = seats.length): HoldRecord => ({
  hold: holdName(id),
  lapsesAt,
  seats,
  total,
});
const held = (id: number, seats: number, sections: readonly string[], more: object = {}): BasketEntry => ({
  state: 'held',
  hold: holdName(id),
  performance: 'evening',
  decidedAt: noon,
  seats,
  sections,
  expiresAt: lapses,
  ...more,
});
const bought = (id: number, seats: number, sections: readonly string[], more: object = {}): BasketEntry => ({
  state: 'sold',
  hold: holdName(id),
  performance: 'evening',
  decidedAt: noon,
  seats,
  sections,
  expiresAt: lapses,
  order: 'order-1',
  ...more,
});
const settled = (id: number, state: 'released' | 'lapsed' | 'lost'): BasketEntry => ({
  state,
  hold: holdName(id),
  performance: 'evening',
  decidedAt: noon,
});
const adas = { order: 'order-1', hold: holdName(1), fan: 'ada', performance: 'evening' };
/** Ada's two seats, held or sold. */
const adaHolds = { left: [record(1, lapses, [0, 1])], baskets: { ada: [held(1, 2, ['left'])] } };
const adaBought = { left: [record(1, sold, [0, 1])], baskets: { ada: [bought(1, 2, ['left'])] } };

describe('what writes no section is proven by none, so the house must be read for it', () => {
  const bobs = { left: [record(2, lapses, [0])] };
  const full = { left: [record(2, lapses, [0, 1, 2, 3])], right: [record(3, lapses, [0, 1, 2, 3])] };
  test.each<[string, Known, HouseAsk, string, boolean]>([
    ['a hold', {}, hold(1, 'ada', { seats: left(1) }), 'held', false],
    ['a hold that stands', adaHolds, hold(1, 'ada', { seats: left(1, 2) }), 'again', true],
    ['a taken seat', bobs, hold(1, 'ada', { seats: left(1) }), 'seat-taken', true],
    ['a full house', full, hold(1, 'ada', best(1)), 'not-enough-seats', true],
    ['too many seats', {}, hold(1, 'ada', best(7)), 'over-limit', false],
    ['an unknown seat', {}, hold(1, 'ada', { seats: ['gods-A-1'] }), 'seat-unknown', false],
    ['a wheelchair place by name', {}, hold(1, 'ada', { seats: left(5) }), 'access-only', false],
    ['a release', adaHolds, release(1, 'ada'), 'released', false],
    ['a release of seats that are not there', { baskets: adaHolds.baskets }, release(1, 'ada'), 'released', true],
    ['more time', adaHolds, extend('ada', lapses + minute), 'extended', false],
    ['a sale', adaHolds, sell(1, 'ada', left(1, 2)), 'sold', false],
    ['a sale of seats that are not there', { baskets: adaHolds.baskets }, sell(1, 'ada', left(1, 2)), 'sold', true],
    ['a sale of a lapsed hold', { ...adaHolds, now: lapses }, sell(1, 'ada', left(1, 2)), 'sold', false],
    ['a sale that stands', adaBought, sell(1, 'ada', left(1, 2)), 'again', true],
    ['a sale that comes too late', bobs, sell(1, 'ada', left(1)), 'lost', true],
    ['a change', adaBought, change(adas, 1, left(1, 2), left(2, 3)), 'changed', false],
    ['a change back to nothing', adaBought, change(adas, 1, left(1, 2), []), 'changed', false],
    ['a change by somebody else', adaBought, change({ ...adas, order: 'order-2' }, 1, left(1), []), 'again', true],
    [
      'a change to a taken seat',
      { ...adaBought, right: [record(2, lapses, [0])] },
      change(adas, 1, left(1, 2), right(1, 2)),
      'kept',
      true,
    ],
    [
      'a change that stands',
      { ...adaBought, baskets: { ada: [bought(1, 2, ['left'], { change: 1 })] } },
      change(adas, 1, left(3, 4), left(1, 2)),
      'again',
      true,
    ],
  ])('%s', (_, known, ask, answer, unproven) => {
    const { decisions, unproven: said, broken } = decided(known, ask);
    expect([decisions, said, broken]).toEqual([[answer], unproven, undefined]);
  });
});

describe('a batch ends', () => {
  test('before an ask of a fan who gave something back in it', () => {
    const batch = [hold(3, 'bob', best(1)), release(1, 'ada'), hold(2, 'ada', best(1)), hold(4, 'bob', best(1))];
    expect(decided(adaHolds, ...batch).decisions).toEqual(['held', 'released']);
  });

  test('for no ask of a fan who gave nothing back, also if one was refused', () => {
    const batch = [
      hold(2, 'ada', best(7)),
      hold(3, 'ada', best(1)),
      sell(1, 'ada', left(1, 2)),
      hold(4, 'ada', best(1)),
    ];
    expect(decided(adaHolds, ...batch).decisions).toEqual(['over-limit', 'held', 'sold', 'held']);
  });

  test('before and after a change that takes new seats in several sections: it is decided by itself', () => {
    const bob = hold(2, 'bob', { seats: left(4) });
    for (const to of [right(1, 2), [...left(2), ...right(1)]]) {
      const move = change(adas, 1, left(1, 2), to);
      expect(decided(adaBought, bob, move, bob).decisions).toEqual(['held']);
      expect(decided(adaBought, move, bob).decisions).toEqual(['changed']);
    }
  });

  test('for no other change', () => {
    const bob = hold(2, 'bob', { seats: left(4) });
    const across = {
      left: [record(1, sold, [0], 2)],
      right: [record(1, sold, [0], 2)],
      baskets: { ada: [bought(1, 2, ['left', 'right'])] },
    };
    const within = change(adas, 1, left(1, 2), left(2, 3));
    expect(decided(adaBought, bob, within, bob).decisions).toEqual(['held', 'changed', 'again']);
    for (const to of [left(1), []]) {
      const fewer = change(adas, 1, [...left(1), ...right(1)], to);
      expect(decided(across, bob, fewer, bob).decisions).toEqual(['held', 'changed', 'again']);
    }
  });
});

test('a hold lasts whole seconds, and never shorter than it was promised', () => {
  const { entry, written } = decided({ now: noon + 1 }, hold(1, 'ada', { seats: left(1) }));
  expect(entry(1)).toMatchObject({ expiresAt: lapses + 1000 });
  expect(written.get('left')).toEqual([record(1, lapses + 1000, [0])]);
});

test('named seats are written down in the order of the plan, and one wheelchair place among them is one too many', () => {
  const { written } = decided({}, hold(1, 'ada', { seats: left(3, 1, 2) }));
  expect(written.get('left')).toEqual([record(1, lapses, [0, 1, 2])]);
  expect(decided({}, hold(1, 'ada', { seats: [...right(1), ...left(5)] })).decisions).toEqual(['access-only']);
});

test('an ask whose basket was not read cannot be decided', () => {
  const situation = {
    plan,
    rules: new Map(),
    sections: new Map(),
    baskets: new Map(),
    isCancelled: false,
    stoppedIn: new Set<string>(),
    now: noon,
  };
  expect(() => decide(situation, [release(1, 'ada')])).toThrow('was not read');
});

test('a fan who needs more time holds twice as long', () => {
  const { entry } = decided({}, { ...hold(1, 'ada', best(1)), more: true });
  expect(entry(1)).toMatchObject({ expiresAt: noon + 20 * minute });
});

describe('more time', () => {
  const until = lapses + 5 * minute;
  const ask = extend('ada', until);
  const inBoth = { sections: ['left', 'right'], seats: 2 };
  const extended = (more: object = {}) => held(1, 2, ['left', 'right'], { expiresAt: until, extended: true, ...more });

  test('is written into every section and the basket', () => {
    const known = { left: [record(1, lapses, [0], 2)], right: [record(1, lapses, [0], 2)] };
    const { decisions, written, entry } = decided({ ...known, baskets: { ada: [held(1, 2, inBoth.sections)] } }, ask);
    expect(decisions).toEqual(['extended']);
    expect([...written.values()]).toEqual([[record(1, until, [0], 2)], [record(1, until, [0], 2)]]);
    expect(entry(1)).toEqual(extended());
  });

  test('that a hold has already in full is given once', () => {
    const whole = [record(1, until, [0], 2)];
    const done = decided({ left: whole, right: whole, baskets: { ada: [extended()] } }, ask);
    expect([done.decisions, done.sections.size, done.baskets, done.unproven]).toEqual([['again'], 0, [], true]);
  });

  test.each<[string, Known]>([
    ['no section has it', { left: [record(1, lapses, [0], 2)], right: [record(1, lapses, [0], 2)] }],
    ['one section has it', { left: [record(1, until, [0], 2)], right: [record(1, lapses, [0], 2)] }],
    ['the other section has it', { left: [record(1, lapses, [0], 2)], right: [record(1, until, [0], 2)] }],
  ])('that the basket has and %s is written everywhere', (_, known) => {
    const { decisions, written, unproven } = decided({ ...known, baskets: { ada: [extended()] } }, ask);
    expect([decisions, unproven]).toEqual([['extended'], false]);
    expect([...written.values()]).toEqual([[record(1, until, [0], 2)], [record(1, until, [0], 2)]]);
  });

  test('that was still being written is written everywhere again, and then is not open any more', () => {
    const whole = [record(1, until, [0], 2)];
    const { decisions, written, entry } = decided(
      { left: whole, right: whole, baskets: { ada: [extended({ open: true })] } },
      ask,
    );
    expect([decisions, written.size]).toEqual([['extended'], 2]);
    expect(entry(1)).toEqual(extended());
  });

  test('that the basket has for seats that are gone ends the hold, in every section too', () => {
    const known = { left: [record(1, lapses, [0], 2)], baskets: { ada: [extended()] } };
    const { decisions, written, entry, unproven } = decided(known, ask);
    expect([decisions, unproven]).toEqual([['again'], true]);
    expect(entry(1)).toEqual(settled(1, 'lapsed'));
    expect([...written]).toEqual([
      ['left', []],
      ['right', []],
    ]);
  });

  test('is not begun for seats that are gone', () => {
    const done = decided({ baskets: { ada: [held(1, 2, inBoth.sections)] } }, ask);
    expect([done.decisions, done.sections.size, done.baskets, done.unproven]).toEqual([['again'], 0, [], true]);
  });

  test('is none if the hold lasts as long anyway, or was given another', () => {
    const known = { left: [record(1, lapses, [0])] };
    for (const [entry, to] of [
      [held(1, 1, ['left']), lapses],
      [held(1, 1, ['left'], { extended: true }), until],
    ] as const) {
      const { decisions, sections } = decided({ ...known, baskets: { ada: [entry] } }, extend('ada', to));
      expect([decisions, sections.size]).toEqual([['again'], 0]);
    }
  });

  test('revives nothing by a clock that stood still: what a later entry found lapsed stays so', () => {
    const known = { left: [record(1, lapses, [0])], now: lapses - minute };
    const later = { ...settled(2, 'released'), decidedAt: lapses };
    const { decisions } = decided({ ...known, baskets: { ada: [held(1, 1, ['left']), later] } }, ask);
    expect(decisions).toEqual(['again']);
  });
});

describe('a sale', () => {
  const heard = ({ outcomes }: ReturnType<typeof decided>) =>
    outcomes.map(({ outcome, order }) => `${order} ${outcome}`);

  test('that was told before is told again, and changes nothing', () => {
    const done = decided(adaBought, sell(1, 'ada', left(1, 2)));
    expect([heard(done), done.sections.size, done.baskets]).toEqual([['order-1 sold'], 0, []]);
  });

  test('that only the basket has is made', () => {
    const cutShort = { ...adaHolds, baskets: adaBought.baskets };
    const done = decided(cutShort, sell(1, 'ada', left(1, 2)));
    expect([done.decisions, heard(done)]).toEqual([['sold'], ['order-1 sold']]);
    expect(done.written.get('left')).toEqual([record(1, sold, [0, 1])]);
  });

  test('is told with its order, its fan and its seats', () => {
    const { outcomes } = decided(adaHolds, sell(1, 'ada', left(1, 2)));
    expect(outcomes).toStrictEqual([{ outcome: 'sold', ...adas, onSale: 'friends', seats: left(1, 2) }]);
  });

  test('that was lost before is lost again, and changes nothing', () => {
    const done = decided({ baskets: { ada: [settled(1, 'lost')] } }, sell(1, 'ada', left(1)));
    expect([done.decisions, heard(done), done.baskets]).toEqual([['again'], ['order-1 lost'], []]);
  });

  test.each<'released' | 'lapsed'>(['released', 'lapsed'])('of what was %s is lost, and says so', (state) => {
    const done = decided({ baskets: { ada: [settled(1, state)] } }, sell(1, 'ada', left(1)));
    expect([done.decisions, heard(done), done.entry(1)]).toEqual([
      ['lost'],
      ['order-1 lost'],
      { ...settled(1, 'lost'), why: `hold-${state}` },
    ]);
  });

  test('that was changed since is neither made nor told again; another order’s is lost', () => {
    const known = { ...adaBought, baskets: { ada: [bought(1, 2, ['left'], { change: 1 })] } };
    const same = decided(known, sell(1, 'ada', left(3, 4)));
    expect([same.decisions, heard(same), same.sections.size, same.baskets]).toEqual([['again'], [], 0, []]);
    const other = decided(known, sell(1, 'ada', left(3, 4), { order: 'order-2' }));
    expect([other.decisions, heard(other), other.sections.size]).toEqual([['again'], ['order-2 lost'], 0]);
  });

  test('without a hold that is known takes free seats, and has no time that runs out', () => {
    const done = decided({}, sell(1, 'ada', [...left(1), ...right(1)]));
    expect(done.decisions).toEqual(['sold']);
    expect(done.entry(1)).toEqual(bought(1, 2, ['left', 'right'], { expiresAt: noon }));
  });

  test('in an on-sale that the house is not in is lost, be it one seat', () => {
    expect(decided({ rules: undefined }, sell(1, 'ada', left(1))).decisions).toEqual(['lost']);
  });
});

describe('a change', () => {
  const told = ({ outcomes }: ReturnType<typeof decided>) =>
    outcomes.map(({ outcome, seats, change: number }) => [outcome, seats, number]);
  const changedOnce = (more: object = {}) => ({ ada: [bought(1, 2, ['left'], { change: 1, ...more })] });

  test('is told with the seats that the order has then', () => {
    expect(told(decided(adaBought, change(adas, 1, left(1, 2), left(2, 3))))).toEqual([['changed', left(2, 3), 1]]);
    const taken = { ...adaBought, right: [record(2, lapses, [0])] };
    expect(told(decided(taken, change(adas, 1, left(1, 2), right(1, 2))))).toEqual([['kept', left(1, 2), 1]]);
  });

  test('to the same seats is a change like any other, and counted', () => {
    const { decisions, entry } = decided(adaBought, change(adas, 1, left(1, 2), left(1, 2)));
    expect([decisions, entry(1)]).toEqual([['changed'], bought(1, 2, ['left'], { change: 1 })]);
  });

  test('that stands is told again, made or kept, and changes nothing', () => {
    for (const [more, ask, answer] of [
      [{}, change(adas, 1, left(3, 4), left(1, 2)), 'changed'],
      [{ kept: true }, change(adas, 1, left(1, 2), left(3, 4)), 'kept'],
    ] as const) {
      const done = decided({ ...adaBought, baskets: changedOnce(more) }, ask);
      expect(done.decisions).toEqual(['again']);
      expect(told(done)).toEqual([[answer, left(1, 2), 1]]);
      expect([done.sections.size, done.baskets]).toEqual([0, []]);
    }
  });

  test('that only the basket has is made', () => {
    const done = decided({ ...adaBought, baskets: changedOnce() }, change(adas, 1, left(1, 2), left(2, 3)));
    expect([done.decisions, told(done)]).toEqual([['changed'], [['changed', left(2, 3), 1]]]);
    expect(done.written.get('left')).toEqual([record(1, sold, [1, 2])]);
    // Of two sections the one is right already.
    const across = {
      left: [record(1, sold, [0], 2)],
      right: [record(1, sold, [0], 2)],
      baskets: { ada: [bought(1, 2, ['left', 'right'], { change: 1 })] },
    };
    const to = [...left(1), ...right(2)];
    const both = decided(across, change(adas, 1, [...left(1), ...right(1)], to));
    expect([both.decisions, told(both)]).toEqual([['changed'], [['changed', to, 1]]]);
    expect(both.written.get('right')).toEqual([record(1, sold, [1], 2)]);
  });

  test('that the basket has as kept, while the seats are the new ones, is made', () => {
    const known = { ...adaBought, baskets: changedOnce({ kept: true }) };
    const done = decided(known, change(adas, 1, left(3, 4), left(1, 2)));
    expect([done.decisions, told(done), done.entry(1)]).toEqual([
      ['changed'],
      [['changed', left(1, 2), 1]],
      bought(1, 2, ['left'], { change: 1 }),
    ]);
  });

  test('that comes late, after another, changes and says nothing', () => {
    const later = { ...adas, state: 'returned' as const, decidedAt: noon, change: 2 };
    const { fan: _, ...returned } = later;
    for (const entry of [bought(1, 2, ['left'], { change: 2 }), returned]) {
      const done = decided({ ...adaBought, baskets: { ada: [entry] } }, change(adas, 1, left(3, 4), left(1, 2)));
      expect([done.decisions, told(done), done.sections.size, done.baskets]).toEqual([['again'], [], 0, []]);
    }
  });

  test('by another order is kept, and changes nothing', () => {
    const done = decided(adaBought, change({ ...adas, order: 'order-2' }, 1, left(1, 2), []));
    expect([done.decisions, told(done), done.sections.size, done.baskets]).toEqual([
      ['again'],
      [['kept', left(1, 2), 1]],
      0,
      [],
    ]);
  });

  test('never writes over a hold of the same name in another section', () => {
    const done = decided({ ...adaBought, right: [record(1, lapses, [3])] }, change(adas, 1, left(1, 2), right(1, 2)));
    expect(done.decisions).toEqual(['kept']);
    expect(done.written.get('right')).toBeUndefined();
  });

  test('of seats that the plan does not have is a fault of ours', () => {
    expect(() => decided(adaBought, change(adas, 1, ['gods-A-1'], left(3)))).toThrow('does not have');
  });

  test('of seats that somebody else has is a contradiction, and is not told', () => {
    const known = { left: [record(2, lapses, [0, 1, 2])], baskets: { ada: [bought(1, 2, ['left'])] } };
    const done = decided(known, change(adas, 1, left(1, 2), left(3, 4)));
    expect(done.broken).toContain('order-1');
    expect([done.decisions, done.unproven, told(done), done.baskets]).toEqual([['again'], true, [], []]);
  });
});

describe('a performance that was cancelled', () => {
  const isCancelled = true;

  test('holds, extends and sells nothing any more', () => {
    const refused = decided({ isCancelled }, hold(1, 'ada', best(2)));
    expect(refused.decisions).toEqual(['performance-cancelled']);
    expect(refused.sections.size).toBe(0);
    expect(decided({ ...adaHolds, isCancelled }, extend('ada', lapses + minute)).sections.size).toBe(0);
    const { decisions, outcomes, sections } = decided({ ...adaHolds, isCancelled }, sell(1, 'ada', left(1, 2)));
    expect([decisions, outcomes]).toMatchObject([['lost'], [{ outcome: 'lost', why: 'performance-cancelled' }]]);
    expect(sections.get('left')?.records).toEqual([]);
  });

  test('sells what it had sold; takes back what is given back', () => {
    expect(decided({ ...adaBought, isCancelled }, sell(1, 'ada', left(1, 2))).outcomes).toMatchObject([
      { outcome: 'sold' },
    ]);
    const of = { order: 'order-1', hold: holdName(1), fan: 'ada', performance: 'evening' };
    expect(decided({ ...adaBought, isCancelled }, change(of, 1, left(1, 2), [])).decisions).toEqual(['changed']);
    expect(decided({ ...adaHolds, isCancelled }, release(1, 'ada')).decisions).toEqual(['released']);
  });
});

describe('a performance whose sale was stopped', () => {
  const isStopped = true;

  test('holds nothing new, and sells, prolongs and takes back what is held', () => {
    const refused = decided({ isStopped }, hold(1, 'ada', best(2)));
    expect(refused.decisions).toEqual(['performance-stopped']);
    expect(refused.sections.size).toBe(0);
    expect(decided({ ...adaHolds, isStopped }, sell(1, 'ada', left(1, 2))).decisions).toEqual(['sold']);
    expect(decided({ ...adaHolds, isStopped }, extend('ada', lapses + minute)).decisions).toEqual(['extended']);
    expect(decided({ ...adaHolds, isStopped }, release(1, 'ada')).decisions).toEqual(['released']);
  });

  test('answers a hold that came twice as before', () => {
    expect(decided({ ...adaHolds, isStopped }, hold(1, 'ada', best(2))).decisions).toEqual(['again']);
  });
});

describe('a limit that was turned down', () => {
  const rules = rulesNow({ seatsPerFan: 6, holdMinutes: 10 }, { seatsPerFan: 1 });

  test('takes nothing from a fan who has more, and gives them nothing more', () => {
    expect(decided({ ...adaHolds, rules }, sell(1, 'ada', left(1, 2))).decisions).toEqual(['sold']);
    expect(decided({ ...adaHolds, rules }, hold(2, 'ada', best(1))).decisions).toEqual(['over-limit']);
    expect(decided({ rules }, hold(2, 'bob', best(1))).decisions).toEqual(['held']);
  });

  test('binds a lapsed hold that would be taken anew', () => {
    const known = { ...adaHolds, now: lapses + minute, rules };
    expect(decided(known, sell(1, 'ada', left(1, 2))).outcomes).toMatchObject([{ outcome: 'lost' }]);
    expect(decided({ ...known, rules: undefined }, sell(1, 'ada', left(1, 2))).outcomes).toMatchObject([
      { outcome: 'lost' },
    ]);
  });

  test('is gone where it is turned up again', () => {
    const up = rulesNow({ seatsPerFan: 2, holdMinutes: 10 }, { seatsPerFan: 4 });
    expect(decided({ ...adaHolds, rules: up }, hold(2, 'ada', best(2))).decisions).toEqual(['held']);
    expect(limitEver(up)).toBe(4);
    expect(limitEver(rules)).toBe(6);
  });
});
