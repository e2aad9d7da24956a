import { describe, expect, test } from '@jest/globals';
import { type Plan, seatLabel } from '../../../contracts/plan.ts';
import { standsOut } from '../../../lambdas/catalogue/layout/colour.ts';
import type { LayoutRow, LayoutZone } from '../../../lambdas/catalogue/plan-layout.ts';
import { readPlan } from '../../../lambdas/catalogue/read-plan.ts';
import fc from '../../properties.ts';
import { layoutOf, rowOf, zoneOf } from './layouts.ts';

/*
 * Traits of files of other programs, and what they are read as. Each trait was found in a plan of somebody's, or in what an
 * editor or a script of a public repository writes.
 * Long because it is the list of all that is mended.
 */

const stage = {
  name: 'Stage',
  position: { x: 400, y: 0 },
  rows: [],
  areas: [{ shape: 'rectangle', rectangle: { width: 200, height: 60 } }],
} satisfies LayoutZone;

interface Found {
  readonly plan: Plan;
  readonly mentions: readonly string[];
}

function read(layout: unknown): Found {
  const found = readPlan(JSON.parse(JSON.stringify(layout)));
  if (!found.ok) throw new Error(JSON.stringify(found.errors));
  return { plan: found.plan, mentions: found.mentions.map(({ field, message }) => `${field}: ${message}`) };
}

const withStage = (zones: readonly unknown[], more: object = {}) => ({
  ...layoutOf([stage]),
  zones: [stage, ...zones],
  ...more,
});

/** The names of all seats, as they stand on tickets. */
const labels = ({ sections }: Plan) =>
  sections.flatMap((section) =>
    section.rows.flatMap(({ label, seats }) => seats.map((one) => seatLabel(section, label, one))),
  );

const numbers = (row: Plan['sections'][number]['rows'][number] | undefined) => row?.seats.map(({ number }) => number);

describe('a plan that needs no mending', () => {
  test('has no mention', () => {
    expect(read(withStage([zoneOf('Stalls')])).mentions).toEqual([]);
  });
});

describe('texts and numbers', () => {
  test('numbers without quotes are read as they are written, and said once', () => {
    const row = {
      row_number: 7,
      position: { x: 0, y: 0 },
      seats: [1, 2].map((n) => ({ ...rowOf('a', '7', 2, 0).seats[n - 1], seat_number: n })),
    };
    const { plan, mentions } = read(withStage([{ ...zoneOf('Stalls'), rows: [row] }]));
    expect(labels(plan)).toEqual(['Stalls, row 7, seat 1', 'Stalls, row 7, seat 2']);
    expect(mentions).toEqual([
      'zones.1.rows.0: Stalls, row 7, 2 seats from 1 to 2: numbers without quotes, read as they are written'.replace(
        '2 seats from 1 to 2',
        'seats 1 and 2',
      ),
    ]);
  });

  test('positions in quotes are read as numbers', () => {
    const seats = rowOf('a', 'A', 2, 0).seats.map((one, n) => ({ ...one, position: { x: `${n * 25},5`, y: ' 3 ' } }));
    const { plan, mentions } = read(withStage([{ ...zoneOf('Stalls'), rows: [{ row_number: 'A', seats }] }]));
    expect(plan.sections[0]?.rows[0]?.seats.map(({ x, y }) => [x, y])).toEqual([
      [100.5, 203],
      [125.5, 203],
    ]);
    expect(mentions).toEqual([
      'zones.1.rows.0.seats.0: Stalls, row A, seats 1 and 2: positions in quotes, read as numbers',
    ]);
  });

  test('spaces and signs that nobody sees are left out', () => {
    const seats = rowOf('a', 'A', 2, 0).seats.map((one) => ({
      ...one,
      seat_number: `\u200b${one.seat_number}\u00a0`,
      category: 'stalls ',
    }));
    const { plan, mentions } = read(
      withStage([{ ...zoneOf('Stalls'), name: ' Stalls\ufeff', rows: [{ row_number: 'A ', seats }] }]),
    );
    expect(labels(plan)).toEqual(['Stalls, row A, seat 1', 'Stalls, row A, seat 2']);
    expect(mentions).toHaveLength(2);
    expect(mentions[1]).toMatch(/category "stalls" is read as "Stalls"/);
  });
});

describe('colours', () => {
  test.each([
    ['red', '#ff0000'],
    ['RebeccaPurple', '#663399'],
    ['rgba(10,20,30,0.5)', '#858a8f'],
    ['rgb(10 20 30 / 50%)', '#858a8f'],
    ['rgb(100%, 0%, 0%)', '#ff0000'],
    ['RGB(300, 0, 0)', '#ff0000'],
    ['hsl(120, 100%, 25%)', '#008000'],
    ['hsl(0.5turn 50% 50%)', '#40bfbf'],
    ['hwb(120 10% 20%)', '#1acc1a'],
    ['oklch(60% 0.2 30)', '#de3e2d'],
    ['#abcd', '#b5c4d3'],
  ])('%s is drawn as %s', (color, drawn) => {
    const { plan, mentions } = read(withStage([zoneOf('Stalls')], { categories: [{ name: 'Stalls', color }] }));
    expect(plan.categories).toEqual([{ id: 'stalls', name: 'Stalls', color: drawn }]);
    expect(mentions).toEqual([`categories.0.color: "${color}" is drawn as ${drawn}`]);
  });

  test('six digits without their sign are a colour, and nothing is said', () => {
    const { plan, mentions } = read(
      withStage([zoneOf('Stalls')], { categories: [{ name: 'Stalls', color: '336699' }] }),
    );
    expect(plan.categories[0]?.color).toBe('#336699');
    expect(mentions).toEqual([]);
  });

  test.each(['Saalrot', 'rgb(1 2)', 'currentcolor', 'red;', 'transparent', '#11223300', 'rgba(0,0,0,0)'])(
    '%s, which is none, is drawn all the same',
    (color) => {
      const { plan, mentions } = read(withStage([zoneOf('Stalls')], { categories: [{ name: 'Stalls', color }] }));
      expect(plan.categories[0]?.color).toMatch(/^#[0-9a-f]{6}$/);
      expect(standsOut(plan.categories[0]?.color ?? 'white')).toBe(true);
      expect(mentions[0]).toContain(`categories.0.color: "${color}" is no colour`);
    },
  );

  test.each(['#fff', '#fffff0', '#fefefe'])('%s on white paper is said', (color) => {
    const { mentions } = read(withStage([zoneOf('Stalls')], { categories: [{ name: 'Stalls', color }] }));
    expect(mentions).toEqual([
      'categories.0.color: Stalls is nearly white, and its seats can hardly be seen: choose a darker one',
    ]);
  });

  test('of two categories that are one colour are said', () => {
    const categories = [
      { name: 'Stalls', color: '#336699' },
      { name: 'Circle', color: '#aa3322' },
      { name: 'Gods', color: '369' },
    ];
    expect(read(withStage([zoneOf('Stalls')], { categories })).mentions).toEqual([
      'categories.0.color: Stalls, Gods have one colour: fans cannot tell them apart on the plan',
    ]);
  });
});

describe('the drawing', () => {
  test('grows to where seats lie, and says which', () => {
    const { plan, mentions } = read(withStage([zoneOf('Stalls', { rows: [rowOf('a', 'A', 40, 0)] })]));
    expect([plan.width, plan.height]).toEqual([1115, 800]);
    expect(mentions).toEqual([
      'zones.1.rows.0.seats.37: Stalls, row A, 3 seats from 38 to 40: beyond the drawing of 1000 by 800, which is 1115 by 800 now',
    ]);
  });

  test('moves to seats above and to the left of it, with everything else', () => {
    const zones = [zoneOf('Stalls', { position: { x: -30, y: -60 } })];
    const { plan } = read(withStage(zones, { stampede: { focalPoint: { x: 500, y: 10 } } }));
    expect([plan.width, plan.height]).toEqual([1070, 900]);
    const row = plan.sections[0]?.rows.find(({ label }) => label === 'A');
    expect(row?.seats[0]).toMatchObject({ x: 40, y: 40 });
    expect(plan.focalPoint).toEqual({ x: 570, y: 110 });
    expect(plan.scenery[0]).toMatchObject({
      points: [
        [470, 100],
        [670, 100],
        [670, 160],
        [470, 160],
      ],
    });
  });

  test.each([[undefined], [{ width: 0, height: 0 }], [{ width: -5, height: 'x' }], [null]])(
    'of size %j is as large as its seats need',
    (size) => {
      const { plan, mentions } = read(withStage([zoneOf('Stalls')], { size }));
      expect([plan.width, plan.height]).toEqual([215, 270]);
      expect(mentions[0]).toMatch(/^size: gives no width and height above 0/);
    },
  );

  test('an area that cannot be drawn is left out', () => {
    const areas = [
      { shape: 'heart' },
      { shape: 'rectangle', rectangle: { width: -3, height: 2 } },
      { shape: 'polygon', polygon: { points: [{ x: 1, y: 1 }] } },
      7,
    ];
    const { plan, mentions } = read(withStage([{ ...zoneOf('Stalls'), areas }]));
    expect(plan.scenery).toHaveLength(1);
    expect(mentions).toHaveLength(4);
  });

  test('areas and texts of old editors are drawn', () => {
    const areas = [{ position: { x: 10, y: 10 }, width: 50, height: 20, text: 'Bar' }];
    const { plan } = read(withStage([{ ...zoneOf('Stalls'), areas }]));
    expect(plan.scenery[1]).toMatchObject({ kind: 'area', label: 'Bar' });
  });

  test('two seats at one place are said', () => {
    const upper = zoneOf('Circle', { rows: [rowOf('c', 'A', 4, 0)] });
    expect(read(withStage([zoneOf('Stalls'), upper])).mentions).toEqual([
      'zones.2.rows.0.seats.0: Circle, row A, 4 seats from 1 to 4: drawn at the place of another seat: on the plan only one of them can be seen',
    ]);
  });
});

describe('rows', () => {
  test('of one name whose numbers run on are one row with an aisle', () => {
    const right: LayoutRow = { ...rowOf('r', 'A', 3, 0), position: { x: 150, y: 0 } };
    const renumbered = { ...right, seats: right.seats.map((one, n) => ({ ...one, seat_number: `${n + 4}` })) };
    const { plan, mentions } = read(withStage([zoneOf('Stalls', { rows: [renumbered, rowOf('l', 'A', 3, 0)] })]));
    expect(plan.sections[0]?.rows.map(numbers)).toEqual([['1', '2', '3', '4', '5', '6']]);
    expect(plan.sections[0]?.rows[0]?.seats.flatMap(({ number, aisle }) => (aisle ? [number] : []))).toEqual(['4']);
    expect(mentions).toEqual([]);
  });

  test('of one name whose numbers begin anew are parts of it, from the left', () => {
    const right: LayoutRow = { ...rowOf('r', 'A', 2, 0), position: { x: 150, y: 0 } };
    const { plan, mentions } = read(withStage([zoneOf('Stalls', { rows: [right, rowOf('l', 'A', 2, 0)] })]));
    expect(labels(plan).toSorted()).toEqual([
      'Stalls, row A (1), seat 1',
      'Stalls, row A (1), seat 2',
      'Stalls, row A (2), seat 1',
      'Stalls, row A (2), seat 2',
    ]);
    expect(plan.sections[0]?.rows.find(({ label }) => label === 'A (1)')?.seats[0]?.id).toBe('l-A-1');
    expect(mentions).toEqual([
      'zones.1.rows.0: Stalls, row A: is drawn in 2 parts whose seat numbers begin anew: from the left they are row A (1) to A (2). Give them names of their own in row_number to have others',
    ]);
  });

  test('of one name are never called as another row or zone is', () => {
    const right: LayoutRow = { ...rowOf('r', 'A', 2, 0), position: { x: 150, y: 0 } };
    const { plan, mentions } = read(
      withStage([
        zoneOf('Box', { rows: [right, rowOf('l', 'A', 2, 0), rowOf('m', 'A (1)', 2, 60)] }),
        zoneOf('Pit (2)', { zone_id: 'pit-2' }),
        zoneOf('Pit', { zone_id: 'pit-3' }),
        zoneOf('Pit', { zone_id: 'pit-4' }),
      ]),
    );
    expect(new Set(labels(plan)).size).toBe(labels(plan).length);
    expect(plan.sections[0]?.rows.map(({ label }) => label).toSorted()).toEqual(['A (1)', 'A (2)', 'A (3)']);
    expect(plan.sections.map(({ name }) => name)).toEqual(['Box', 'Pit (2)', 'Pit (1)', 'Pit (3)']);
    expect(mentions.join()).toContain('from the left they are row A (2) to A (3)');
    expect(mentions.join()).toContain('they are Pit (1) to Pit (3)');
  });

  test('and zones that make the same names of seats are faults', () => {
    const found = readPlan(
      withStage([
        zoneOf('Main', { rows: [rowOf('a', 'A', 2, 0)] }),
        zoneOf('Main, row A', { rows: [rowOf('b', '', 2, 0)] }),
      ]),
    );
    expect(found).toMatchObject({
      ok: false,
      errors: [
        {
          field: 'zones.2.rows.0.seats.0',
          message:
            'Main, row A, a row without a name, seats 1 and 2: called like seats of another row, Main, row A: name the zone or the row otherwise',
        },
      ],
    });
  });

  test('of standing places have one name each', () => {
    const pit = (zone_id: string, category: string) =>
      zoneOf('Pit', {
        zone_id,
        rows: [],
        areas: [{ shape: 'rectangle', rectangle: { width: 90, height: 90 } }],
        stampede: { standing: { places: 3, category } },
      });
    const categories = [{ name: 'Stalls' }, { name: 'Cheap' }];
    const { plan } = read(withStage([pit('front', 'Stalls'), pit('back', 'Cheap')], { categories }));
    expect(plan.sections.map(({ name }) => name)).toEqual(['Pit (1)', 'Pit (2)']);
  });

  test('drawn as one are parts where numbers begin anew behind an aisle', () => {
    const seats = [0, 25, 50, 150, 175, 200].map((x, n) => ({
      ...rowOf('a', 'A', 6, 0).seats[n],
      seat_number: `${(n % 3) + 1}`,
      position: { x, y: 0 },
    }));
    const { plan } = read(withStage([{ ...zoneOf('Stalls'), rows: [{ row_number: 'A', seats }] }]));
    expect(plan.sections[0]?.rows.map(({ label, seats }) => [label, seats.length]).toSorted()).toEqual([
      ['A (1)', 3],
      ['A (2)', 3],
    ]);
  });

  test('of one name on two floors stay two rows', () => {
    const upper = rowOf('u', 'A', 4, 100);
    const renumbered = { ...upper, seats: upper.seats.map((one, n) => ({ ...one, seat_number: `${n + 5}` })) };
    const { plan } = read(withStage([zoneOf('Stalls', { rows: [rowOf('l', 'A', 4, 0), renumbered] })]));
    expect(plan.sections[0]?.rows.map(({ label, seats }) => [label, seats.length])).toEqual([
      ['A', 4],
      ['A', 4],
    ]);
  });

  test('without a name are said with their places; their seats have numbers alone', () => {
    const { plan, mentions } = read(withStage([zoneOf('Box', { rows: [rowOf('b', '', 2, 0)] })]));
    expect(labels(plan)).toEqual(['Box, seat 1', 'Box, seat 2']);
    expect(mentions).toEqual([
      'zones.1.rows.0: Box, row without a name at 100, 200: its seats are named by their numbers alone. Write its row_number if it has one',
    ]);
  });

  test('that look alike in two alphabets are said', () => {
    const rows = [rowOf('a', 'B', 3, 0), rowOf('b', 'В', 3, 30), rowOf('c', 'Б', 3, 60)];
    const { mentions } = read(withStage([{ ...zoneOf('Stalls'), rows }]));
    expect(mentions.filter((said) => said.includes('alike'))).toEqual([
      'zones.1.rows.0: Stalls, row B; Stalls, row В: rows B and В of a zone look alike',
    ]);
  });

  test('that sound alike are said', () => {
    expect(
      read(withStage([zoneOf('Stalls', { rows: [rowOf('a', 'A', 2, 0), rowOf('b', 'a', 2, 30)] })])).mentions,
    ).toEqual(['zones.1.rows.0: Stalls, row A; Stalls, row a: rows A and a of a zone sound alike']);
  });

  test('with letters behind numbers, falling numbers, odd ones and single seats are as they are', () => {
    const named = (row: string, ...of: readonly string[]): LayoutRow => ({
      row_number: row,
      position: { x: 0, y: Number(row) * 30 },
      seats: of.map((seat_number, n) => ({
        seat_guid: `${row}-${seat_number}`,
        seat_number,
        position: { x: n * 25, y: 0 },
        category: 'Stalls',
      })),
    });
    const rows = [
      named('1', '12', '12A', '13'),
      named('2', '9', '8', '7'),
      named('3', '7', '5', '3', '1', '2', '4'),
      named('4', '1'),
    ];
    const { plan, mentions } = read(withStage([zoneOf('Stalls', { rows })]));
    expect(plan.sections[0]?.rows.toSorted((a, b) => a.label.localeCompare(b.label)).map(numbers)).toEqual([
      ['12', '12A', '13'],
      ['9', '8', '7'],
      ['7', '5', '3', '1', '2', '4'],
      ['1'],
    ]);
    expect(mentions).toEqual([]);
  });
});

describe('ids', () => {
  test.each(['8d7f0b34-5f1e-4a0c-9a0e-2b7c5f7b1a11', '64b7f9c2a1d3e4f5', '01ARZ3NDEKTSV4RRFFQ69G5FAV'])(
    'that only programs can say are the name of no section and of no price: %s',
    (id) => {
      const { name: _, ...nameless } = zoneOf('Stalls', { zone_id: id });
      const { plan, mentions } = read(withStage([nameless]));
      expect(labels(plan)[0]).toBe('Section 2, row A, seat 1');
      expect(plan.sections[0]?.id).toBe(id.toLowerCase());
      expect(mentions).toEqual([
        `zones.1.name: is missing, and nobody can say the zone_id ${id} to a fan: it is called "Section 2". Write what people call it`,
      ]);
      const found = readPlan(withStage([zoneOf('Stalls')], { categories: [{ name: 'Stalls' }, { name: id }] }));
      expect(found).toMatchObject({
        ok: false,
        errors: [
          {
            field: 'categories.1.name',
            message: `is an id for programs, "${id}": write what people call it`,
          },
        ],
      });
    },
  );

  test.each([
    ['', /has no seat_guid/],
    ['Row A / 3', /has a seat_guid that is not/],
    ['Stalls-A-1', /has the seat_guid of another seat/],
  ])('a seat of the id %j gets one of its own', (seat_guid, said) => {
    const row = rowOf('Stalls', 'A', 4, 0);
    const seats = row.seats.map((one, n) => (n === 2 ? { ...one, seat_guid } : one));
    const { plan, mentions } = read(withStage([zoneOf('Stalls', { rows: [{ ...row, seats }] })]));
    expect(plan.sections[0]?.rows[0]?.seats.map(({ id }) => id)).toEqual([
      'Stalls-A-1',
      'Stalls-A-2',
      'stalls-a-3',
      'Stalls-A-4',
    ]);
    expect(mentions).toEqual([expect.stringMatching(said)]);
  });

  test('a seat with the id of a standing place gets one of its own', () => {
    const pit = {
      ...zoneOf('pit', { rows: [] }),
      areas: [{ shape: 'rectangle', rectangle: { width: 100, height: 100 } }],
      stampede: { standing: { places: 10, category: 'Stalls' } },
    };
    const seats = rowOf('a', 'A', 1, 0).seats.map((one) => ({ ...one, seat_guid: 'pit-3' }));
    const { plan } = read(
      withStage([pit, { ...zoneOf('Stalls'), position: { x: 300, y: 300 }, rows: [{ row_number: 'A', seats }] }]),
    );
    expect(
      new Set(plan.sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ id }) => id)))).size,
    ).toBe(11);
  });

  test('zones of one name are sections of their own, numbered where their seats have the same names', () => {
    const twins = [zoneOf('Box'), zoneOf('Box', { position: { x: 500, y: 200 }, rows: [rowOf('z', 'A', 2, 0)] })];
    const { plan, mentions } = read(withStage(twins));
    expect(plan.sections.map(({ id, name }) => [id, name])).toEqual([
      ['box', 'Box (1)'],
      ['box-2', 'Box (2)'],
    ]);
    expect(mentions).toHaveLength(2);
    const others = [zoneOf('Box'), zoneOf('Box', { position: { x: 500, y: 200 }, rows: [rowOf('z', 'C', 2, 0)] })];
    expect(read(withStage(others)).plan.sections.map(({ id, name }) => [id, name])).toEqual([
      ['box', 'Box'],
      ['box-2', 'Box'],
    ]);
  });
});

describe('categories', () => {
  const bare = (category: unknown) =>
    withStage([
      zoneOf('Stalls', {
        rows: [
          {
            ...rowOf('a', 'A', 2, 0),
            seats: rowOf('a', 'A', 2, 0).seats.map((one) => ({ ...one, category: category as string })),
          },
        ],
      }),
    ]);

  test('that seats do not name are the only one there is', () => {
    const { plan, mentions } = read({ ...bare(undefined), categories: ['All'] });
    expect(plan.sections[0]?.rows[0]?.seats.map(({ category }) => category)).toEqual(['all', 'all']);
    expect(mentions).toEqual([
      'zones.1.rows.0.seats.0: Stalls, row A, seats 1 and 2: names no category: it is "All", the only one',
    ]);
  });

  test('that are not listed are those of the seats', () => {
    const { plan, mentions } = read({ ...bare('Parkett'), categories: [] });
    expect(plan.categories.map(({ name }) => name)).toEqual(['Parkett']);
    expect(mentions).toEqual(['categories: the file lists none: these are of its seats: Parkett']);
  });
});

describe('a zone of more than a thousand', () => {
  const rows = Array.from({ length: 40 }, (_, n) => rowOf('z', `${n + 1}`, 33, n * 10, 10));

  test('is sections of one name, parted between rows', () => {
    const { plan, mentions } = read(withStage([zoneOf('Ground floor', { rows })]));
    expect(plan.seats).toBe(1320);
    expect(plan.sections.map(({ id, name, neighbours, rows }) => [id, name, neighbours, rows.length])).toEqual([
      ['ground-floor', 'Ground floor', ['ground-floor-2'], 20],
      ['ground-floor-2', 'Ground floor', ['ground-floor'], 20],
    ]);
    expect(mentions).toEqual([
      'zones.1: Ground floor: has 1320 seats, more than the 1000 of a section: its rows are in 2 sections of this name, 1 to 20, 21 to 40',
    ]);
  });

  test('keeps neighbours that the file says', () => {
    const zones = [
      zoneOf('big', { rows, stampede: { neighbours: ['side'] } }),
      zoneOf('side', { position: { x: 600, y: 200 }, stampede: { neighbours: ['big'] } }),
    ];
    const found = new Map(read(withStage(zones)).plan.sections.map(({ id, neighbours }) => [id, neighbours]));
    expect(found.get('big')).toEqual(['side', 'big-2']);
    expect(found.get('side')).toEqual(['big', 'big-2']);
  });
});

describe('the front of a plan without a stage', () => {
  const block = (id: string, y: number, ...names: readonly string[]) =>
    zoneOf(id, { position: { x: 300, y }, rows: names.map((name, n) => rowOf(id, name, 8, n * 30)) });
  const frontOf = (zones: readonly LayoutZone[], more: object = {}) => {
    const { plan, mentions } = read({ ...layoutOf(zones), ...more });
    return { at: plan.focalPoint, first: plan.sections[0]?.rows[0]?.label, mentions };
  };

  test('is where the names of rows begin', () => {
    expect(frontOf([block('north', 40, '14', '13', '12', '11')])).toMatchObject({
      at: { x: 500, y: 800 },
      first: '11',
    });
    expect(frontOf([block('stalls', 40, 'A', 'B', 'C')])).toMatchObject({ at: { x: 500, y: 0 }, first: 'A' });
    expect(frontOf([block('z', 40, 'Z', 'AA', 'BB')])).toMatchObject({ first: 'Z' });
  });

  test('is the middle where they begin on both sides of it', () => {
    const found = frontOf([block('north', 40, '4', '3', '2', '1'), block('south', 500, '1', '2', '3', '4')]);
    expect(found).toMatchObject({ at: { x: 500, y: 400 }, first: '1' });
    expect(found.mentions).toEqual([
      expect.stringMatching(
        /^stampede: there is no stage: the front is in the middle of the drawing, 500, 400, since row 1 is nearer to it than row 4/,
      ),
    ]);
  });

  test.each([
    ['Cyrillic', 'АБВГДЕ'],
    ['Greek', 'ΑΒΓΔΕΖ'],
    ['Hebrew', 'אבגדה'],
    ['Korean', '가나다라'],
    ['Chinese', '一二三四五'],
    ['full-width', '１２３４'],
    ['Arabic', '١٢٣٤'],
  ])('is where %s names begin', (_, names) => {
    const drawn = [...names].toReversed();
    expect(frontOf([block('north', 40, ...drawn)])).toMatchObject({ at: { x: 500, y: 800 }, first: names[0] });
  });

  test('is where Roman numerals begin, and letters that look like some are letters', () => {
    const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI'];
    expect(frontOf([block('north', 40, ...numerals.toReversed())])).toMatchObject({ first: 'I', at: { y: 800 } });
    expect(frontOf([block('north', 40, 'M', 'L', 'I', 'D', 'C')])).toMatchObject({ first: 'C', at: { y: 800 } });
  });

  test('is the top where names say nothing', () => {
    expect(frontOf([block('a', 40, 'left', 'right')])).toMatchObject({ at: { x: 500, y: 0 } });
  });

  test('is what the file says', () => {
    const found = frontOf([block('stalls', 40, 'A', 'B', 'C')], { stampede: { front: 'bottom' } });
    expect(found).toEqual({ at: { x: 500, y: 800 }, first: 'C', mentions: [] });
  });

  test.each(['Bühne', 'Hauptbühne', 'BÜHNE', 'STAGE', 'Scène', 'Llwyfan', 'Сцена', 'Spielfeld'])(
    'a text %s alone is a stage',
    (text) => {
      const zone = {
        ...block('stalls', 40, 'A', 'B'),
        areas: [{ shape: 'text', position: { x: 10, y: 700 }, text: { text, position: { x: 5, y: 5 } } }],
      };
      expect(frontOf([zone as LayoutZone])).toMatchObject({ at: { x: 315, y: 745 }, mentions: [] });
    },
  );

  test('is the first of two stages, and that is said', () => {
    const other = { ...stage, name: 'Stage 2', position: { x: 400, y: 700 } };
    const { plan, mentions } = read(withStage([zoneOf('Stalls'), other]));
    expect(plan.focalPoint).toEqual({ x: 500, y: 30 });
    expect(mentions).toEqual([
      expect.stringMatching(/^stampede: there are 2 stages: the front is the first of them, at 500, 30/),
    ]);
    const said = { stampede: { focalPoint: { x: 1, y: 2 } } };
    expect(read(withStage([zoneOf('Stalls'), other], said)).mentions).toEqual([]);
  });

  test.each(['Backstage', 'Bühneneingang', 'Palco 3', 'Stage door', 'Scenery'])('a text %s is none', (text) => {
    const zone = {
      ...block('stalls', 40, 'A', 'B'),
      areas: [{ shape: 'text', text: { text, position: { x: 5, y: 5 } } }],
    };
    expect(frontOf([zone as LayoutZone]).mentions).toHaveLength(1);
  });
});

describe('whatever is sent', () => {
  test('is answered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (zone, row, seat) => {
        for (const zones of [
          zone,
          [zone],
          [{ ...zoneOf('a'), rows: row }],
          [{ ...zoneOf('a'), rows: [row] }],
          [{ ...zoneOf('a'), rows: [{ row_number: 'A', seats: [seat] }] }],
        ])
          expect(typeof readPlan({ ...layoutOf(), zones }).ok).toBe('boolean');
      }),
    );
  });

  test.each(['wheelchair', 'companion'] as const)(
    'a seat with "%s": true is such a place, though it stands outside of "stampede"; it is said',
    (access) => {
      const row = rowOf('A', '1', 4, 0);
      const seats = row.seats.map((seat, at) => (at > 1 ? { ...seat, [access]: true } : { ...seat, [access]: false }));
      const { plan, mentions } = read(withStage([zoneOf('A', { rows: [{ ...row, seats } as LayoutRow] })]));
      expect(plan.sections[0]?.rows[0]?.seats.map((seat) => seat.access)).toEqual([
        undefined,
        undefined,
        access,
        access,
      ]);
      expect(mentions).toEqual([
        `zones.1.rows.0.seats.2: A, row 1, seats 3 and 4: "${access}": true, read as "stampede": { "access": "${access}" }`,
      ]);
    },
  );

  test.each(['True', 'yes', 'Y', 1, '1', 'Ja'])('"wheelchair": %j is such a place as well', (wheelchair) => {
    const row = rowOf('A', '1', 2, 0);
    const seats = row.seats.map((seat, at) => (at > 0 ? { ...seat, wheelchair } : { ...seat, wheelchair: 'no' }));
    const { plan } = read(withStage([zoneOf('A', { rows: [{ ...row, seats } as LayoutRow] })]));
    expect(plan.sections[0]?.rows[0]?.seats.map((seat) => seat.access)).toEqual([undefined, 'wheelchair']);
  });

  test.each([2, 'perhaps', {}])('"wheelchair": %j is refused: its place would be sold to anyone', (wheelchair) => {
    const row = rowOf('A', '1', 2, 0);
    const seats = row.seats.map((seat) => ({ ...seat, wheelchair }));
    const answer = readPlan(layoutOf([zoneOf('A', { rows: [{ ...row, seats } as LayoutRow] })]));
    expect(answer).toMatchObject({
      ok: false,
      errors: [{ field: 'zones.0.rows.0.seats.0.wheelchair', message: expect.stringContaining('write true or false') }],
    });
  });

  test('what "stampede" says of a seat stands before what is said outside of it', () => {
    const row = rowOf('A', '1', 2, 0);
    const seats = row.seats.map((seat) => ({ ...seat, wheelchair: true, stampede: { access: 'companion' } }));
    const { plan } = read(withStage([zoneOf('A', { rows: [{ ...row, seats } as LayoutRow] })]));
    expect(plan.sections[0]?.rows[0]?.seats.map((seat) => seat.access)).toEqual(['companion', 'companion']);
  });

  test('keys that are not read are said once', () => {
    const row = rowOf('a', 'A', 3, 0);
    const seats = row.seats.map((one) => ({ ...one, x_units: 2 }));
    expect(read(withStage([{ ...zoneOf('Stalls'), rows: [{ ...row, rotation: 15, seats }] }])).mentions).toEqual([
      'zones.1.rows.0.rotation: "rotation" is not read',
      'zones.1.rows.0.seats.0.x_units: "x_units" is not read',
    ]);
  });

  test('a plan as the interface of pretix answers it is read', () => {
    expect(read({ id: 3, name: 'Hall', layout: withStage([zoneOf('Stalls')]) }).plan.seats).toBe(8);
  });
});
