import { describe, expect, test } from '@jest/globals';
import { HouseDraft } from '../../../../lambdas/seating/allocate/house-draft.ts';
import { type HoldRecord, type SectionState, sold } from '../../../../lambdas/seating/house/section-codec.ts';
import { indexPlan } from '../../../../lambdas/seating/plan/plan-index.ts';
import { drawPlan, holdName, minute, noon } from '../small-stage.ts';

const plan = indexPlan(drawPlan({ left: { rows: ['ooooo'] }, right: { rows: ['ooooo'], x: 9 } }));
const end = noon + 10 * minute;
const ada = holdName('ada');
const bob = holdName('bob');
const lapsesAt = end;

type Places = Readonly<Partial<Record<'left' | 'right', readonly number[]>>>;
const seating = (places: Places) => new Map(Object.entries(places));
const totalOf = ({ left = [], right = [] }: Places) => left.length + right.length;

/** Ada's seats, and bob's last one in either section. */
function draftOf(places: Places, how = lapsesAt) {
  const records = (seats: readonly number[] = []): HoldRecord[] => [
    ...(seats.length > 0 ? [{ hold: ada, lapsesAt: how, seats, total: totalOf(places) }] : []),
    { hold: bob, lapsesAt, seats: [4], total: 2 },
  ];
  const sections = new Map<string, SectionState>([
    ['left', { seats: 5, blocked: [3], records: records(places.left) }],
    ['right', { seats: 5, blocked: [], records: records(places.right) }],
  ]);
  return new HouseDraft(plan, sections, noon);
}

/** The seats of each hold in the sections to write. */
const written = (sections: ReturnType<HouseDraft['changes']>) =>
  Object.fromEntries(
    [...sections].map(([section, { records }]) => [
      section,
      Object.fromEntries(records.map(({ hold, seats }) => [hold === ada ? 'ada' : 'bob', seats])),
    ]),
  );

describe('a draft', () => {
  test('writes nothing of what was only looked at', () => {
    const draft = draftOf({ left: [0, 1] });
    expect([...draft.taken('left')]).toEqual([1, 1, 0, 1, 1]);
    expect(draft.seatsOf(ada, ['left', 'right'])).toEqual(['left-A-1', 'left-A-2']);
    expect([draft.changes().size, draft.fences().size]).toEqual([0, 0]);
  });

  test('of a section that the plan does not have has no seats, and writes none', () => {
    const draft = draftOf({ left: [0, 1] });
    draft.withdraw(ada, ['gods']);
    expect(draft.taken('gods')).toEqual(new Uint8Array());
    expect([draft.partsOf(ada, ['gods']).size, draft.changes().size]).toEqual([0, 0]);
    expect(() => draft.place(ada, new Map([['gods', [0]]]), lapsesAt)).toThrow('takes a taken seat');
  });

  test('never places a hold on a taken seat, be it one of two', () => {
    for (const seats of [[0, 1], [1, 0], [0], [2, 3], [4]])
      expect(() => draftOf({ left: [0] }).place(holdName('cy'), seating({ left: seats }), lapsesAt)).toThrow(
        'takes a taken seat',
      );
  });

  test('writes a section that a hold is taken out of, also if it was not in it', () => {
    const draft = draftOf({ left: [0, 1] });
    draft.withdraw(ada, ['left', 'right']);
    expect(written(draft.changes())).toEqual({ left: { bob: [4] }, right: { bob: [4] } });
    expect(draft.fences().size).toBe(0);
    expect([...draft.taken('left')]).toEqual([0, 0, 0, 1, 1]);
  });
});

describe('a hold that is decided anew', () => {
  test.each<[string, Places, Places, object]>([
    ['in the same seats', { left: [0, 1] }, { left: [0, 1] }, {}],
    ['in as many seats', { left: [0, 1] }, { left: [1, 2] }, {}],
    ['in more seats', { left: [0] }, { left: [0, 1] }, {}],
    ['in a section more', { left: [0] }, { left: [0], right: [0] }, {}],
    ['in fewer seats', { left: [0, 1] }, { left: [1] }, { left: { bob: [4] } }],
    ['in another section', { left: [0, 1] }, { right: [0, 1] }, { left: { bob: [4] } }],
    [
      'in fewer here and more there',
      { left: [0, 1], right: [0] },
      { left: [0], right: [0, 1] },
      { left: { bob: [4] } },
    ],
  ])('%s: the sections that it leaves are written first, without it', (_, from, to, fences) => {
    const draft = draftOf(from);
    draft.withdraw(ada, Object.keys(from));
    draft.place(ada, seating(to), lapsesAt);
    expect(written(draft.fences())).toEqual(fences);
    for (const section of ['left', 'right'] as const)
      if (to[section]) expect(written(draft.changes())[section]).toEqual({ ada: to[section], bob: [4] });
  });

  test('in a section in which it lay nowhere before: nothing is written first', () => {
    const draft = draftOf({});
    draft.place(ada, seating({ left: [0], right: [0] }), lapsesAt);
    expect(draft.fences().size).toBe(0);
    expect(draft.changes().get('left')).toEqual({
      seats: 5,
      blocked: [3],
      records: [
        { hold: bob, lapsesAt, seats: [4], total: 2 },
        { hold: ada, lapsesAt, seats: [0], total: 2 },
      ],
    });
  });

  test('leaves the others in the fence as they were read', () => {
    const draft = draftOf({ left: [0, 1] });
    draft.place(holdName('cy'), seating({ left: [2] }), lapsesAt);
    draft.withdraw(ada, ['left']);
    draft.place(ada, seating({ right: [0, 1] }), lapsesAt);
    expect([...draft.fences().values()]).toEqual([
      { seats: 5, blocked: [3], records: [{ hold: bob, lapsesAt, seats: [4], total: 2 }] },
    ]);
  });
});

describe('sold seats that become others', () => {
  test.each<[string, Places, Places, object]>([
    ['in one section', { left: [0, 1] }, { left: [1, 2] }, {}],
    ['that are fewer', { left: [0], right: [0] }, { left: [0] }, {}],
    ['in another section', { left: [0, 1] }, { right: [0, 1] }, { right: { ada: [0, 1], bob: [4] } }],
    ['one there, one here', { left: [0, 1] }, { left: [1], right: [0] }, { right: { ada: [0], bob: [4] } }],
    [
      'of which one section has some already',
      { left: [1, 2], right: [0] },
      { left: [0, 1], right: [0] },
      { left: { ada: [0, 1, 2], bob: [4] } },
    ],
    [
      'in both sections',
      { left: [1], right: [1] },
      { left: [0], right: [0] },
      { left: { ada: [0, 1], bob: [4] }, right: { ada: [0, 1], bob: [4] } },
    ],
  ])('%s: those that gain seats are written first, with the old and the new ones', (_, from, to, fences) => {
    const draft = draftOf(from, sold);
    draft.exchange(ada, Object.keys(from), seating(to));
    expect(written(draft.fences())).toEqual(fences);
    for (const section of ['left', 'right'] as const) {
      const seats = to[section];
      if (seats) expect(written(draft.changes())[section]).toEqual({ bob: [4], ada: seats });
      else if (from[section]) expect(written(draft.changes())[section]).toEqual({ bob: [4] });
    }
    for (const { records } of draft.fences().values())
      expect(records.find(({ hold }) => hold === ada)).toMatchObject({ lapsesAt: sold, total: totalOf(to) });
  });
});
