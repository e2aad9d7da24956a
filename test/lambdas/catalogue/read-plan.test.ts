import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../../../contracts/plan.ts';
import { readPlan } from '../../../lambdas/catalogue/read-plan.ts';
import fc from '../../properties.ts';
import { layoutOf, rowOf, zoneOf } from './layouts.ts';

function planOf(...given: Parameters<typeof layoutOf>): Plan {
  const read = readPlan(layoutOf(...given));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.plan;
}

const section = (plan: Plan, id: string) => {
  const found = plan.sections.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('a layout as pretix saves it', () => {
  const saved = {
    name: 'Stadthalle',
    size: { width: 600, height: 400 },
    categories: [{ name: 'Parkett', color: '#abc' }],
    zones: [
      {
        name: 'Parkett Mitte',
        zone_id: 'pm',
        uuid: 'b8a9c1d2-0000-4000-8000-000000000000',
        position: { x: 50, y: 100 },
        rows: [
          {
            row_number: '1',
            row_label: null,
            seat_label: 'Platz %s',
            uuid: 'r1',
            row_number_position: 'both',
            position: { x: 10, y: 20 },
            seats: [
              {
                seat_guid: 'pm-1-1',
                seat_number: '1',
                uuid: 's1',
                start_direction: null,
                radius: 10,
                position: { x: 0.26, y: 0 },
                category: 'Parkett',
              },
              { seat_guid: 'pm-1-2', seat_number: '2', position: { x: 25, y: 0 }, category: 'Parkett' },
            ],
          },
          {
            row_number: 'without position',
            seats: [{ seat_guid: 'x', seat_number: '1', position: { x: 5, y: 90 }, category: 'Parkett' }],
          },
          { row_number: 'empty', seats: [] },
        ],
        areas: [
          {
            shape: 'rectangle',
            uuid: 'a1',
            color: '#eee',
            border_color: '#000',
            rotation: 0,
            position: { x: 0, y: -90 },
            rectangle: { width: 300, height: 40 },
            text: { text: 'Bühne', color: '#000', size: 16, position: { x: 150, y: 20 } },
          },
          { shape: 'text', position: { x: 300, y: 250 }, text: { text: 'Ausgang', position: { x: 1, y: 2 } } },
          { shape: 'circle', position: { x: 400, y: 0 }, circle: { radius: 30 } },
          { shape: 'rectangle', rotation: 90, position: { x: 10, y: 10 }, rectangle: { width: 20, height: 10 } },
        ],
      },
      { name: 'nur Deko', position: { x: 0, y: 0 }, rows: [], areas: [] },
    ],
  };
  const read = readPlan(saved);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const { plan } = read;

  test('positions of zone, row and seat add up', () => {
    expect(plan).toMatchObject({ v: 1, name: 'Stadthalle', width: 600, height: 400, seats: 3 });
    expect(plan.sections).toEqual([
      {
        id: 'pm',
        name: 'Parkett Mitte',
        kind: 'seated',
        neighbours: [],
        rows: [
          {
            label: '1',
            seats: [
              { id: 'pm-1-1', number: '1', x: 60.3, y: 120, category: 'parkett' },
              { id: 'pm-1-2', number: '2', x: 85, y: 120, category: 'parkett' },
            ],
          },
          { label: 'without position', seats: [{ id: 'x', number: '1', x: 55, y: 190, category: 'parkett' }] },
        ],
      },
    ]);
    expect(plan.categories).toEqual([{ id: 'parkett', name: 'Parkett', color: '#aabbcc' }]);
  });

  test('areas are drawn; the stage is where everyone looks', () => {
    const [stage, exit, circle, turned] = plan.scenery;
    expect(stage).toEqual({
      kind: 'stage',
      points: [
        [50, 10],
        [350, 10],
        [350, 50],
        [50, 50],
      ],
      label: 'Bühne',
    });
    expect(exit).toEqual({ kind: 'text', x: 351, y: 352, text: 'Ausgang' });
    expect(plan.focalPoint).toEqual({ x: 200, y: 30 });
    if (circle?.kind !== 'area' || turned?.kind !== 'area') throw new Error('not areas');
    for (const [x, y] of circle.points) expect(Math.hypot(x - 450, y - 100)).toBeCloseTo(30, 0);
    expect(turned.points).toEqual([
      [60, 110],
      [60, 130],
      [50, 130],
      [50, 110],
    ]);
  });
});

describe('rows', () => {
  test('run from left to right, whatever way the file goes', () => {
    const row = rowOf('Z', 'A', 5, 0);
    const jumbled = { ...row, seats: [4, 2, 0, 1, 3].flatMap((n) => row.seats[n] ?? []) };
    for (const seats of [row.seats.toReversed(), jumbled.seats]) {
      const plan = planOf([zoneOf('Z', { rows: [{ ...row, seats: [...seats] }] })]);
      expect(section(plan, 'z').rows[0]?.seats.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5']);
    }
  });

  test('a horseshoe keeps the way the file walks it', () => {
    const seats = Array.from({ length: 21 }, (_, n) => {
      const angle = ((n - 2) / 16) * Math.PI;
      const position = { x: 300 - 200 * Math.cos(angle), y: 200 + 200 * Math.sin(angle) };
      return { seat_guid: `h-${n}`, seat_number: `${n}`, position, category: 'Stalls' };
    });
    const plan = planOf([zoneOf('H', { rows: [{ row_number: 'A', seats }] })]);
    expect(section(plan, 'h').rows[0]?.seats.map(({ id }) => id)).toEqual(seats.map(({ seat_guid }) => seat_guid));
    expect(section(plan, 'h').rows[0]?.seats.some(({ aisle }) => aisle)).toBe(false);
  });

  test('stand in order from the focal point', () => {
    const rows = [rowOf('Z', 'far', 4, 300), rowOf('Z', 'near', 4, 0), rowOf('Z', 'middle', 4, 100)];
    expect(section(planOf([zoneOf('Z', { rows })]), 'z').rows.map(({ label }) => label)).toEqual([
      'near',
      'middle',
      'far',
    ]);
  });

  test('a gap of more than 1.6 spacings is an aisle; the file may say otherwise', () => {
    const row = rowOf('Z', 'A', 8, 0);
    const moved = row.seats.map((seat, n) => ({
      ...seat,
      position: { x: n * 25 + (n >= 3 ? 20 : 0) + (n >= 6 ? 10 : 0), y: 0 },
    }));
    const aisles = (seats: typeof moved) =>
      section(planOf([zoneOf('Z', { rows: [{ ...row, seats }] })]), 'z').rows[0]?.seats.flatMap(({ number, aisle }) =>
        aisle ? [number] : [],
      );
    expect(aisles(moved)).toEqual(['4']);
    const said = moved.map((seat, n) =>
      n === 3 ? { ...seat, stampede: { aisle: false } } : n === 5 ? { ...seat, stampede: { aisle: true } } : seat,
    );
    expect(aisles(said)).toEqual(['6']);
    // From the other end the same gaps are before the seats on their other sides.
    const fromTheRight = said.toReversed().map((seat) => {
      const { stampede: _stampede, ...bare } = { stampede: undefined, ...seat };
      const aisle = { '3': false, '5': true }[seat.seat_number];
      return aisle === undefined ? bare : { ...bare, stampede: { aisle } };
    });
    expect(aisles(fromTheRight)).toEqual(['6']);
  });

  test('wheelchair places and companions are marked', () => {
    const row = rowOf('Z', 'A', 3, 0);
    const seats = row.seats.map((seat, n) =>
      n < 2 ? { ...seat, stampede: { access: n === 0 ? ('wheelchair' as const) : ('companion' as const) } } : seat,
    );
    const plan = planOf([zoneOf('Z', { rows: [{ ...row, seats }] })]);
    expect(section(plan, 'z').rows[0]?.seats.map(({ access }) => access)).toEqual([
      'wheelchair',
      'companion',
      undefined,
    ]);
  });
});

describe('sections', () => {
  test('are neighbours if near, both ways; unless the file says which', () => {
    const zones = [
      zoneOf('left'),
      zoneOf('right', { position: { x: 100 + 75 + 70, y: 200 } }),
      zoneOf('balcony', { position: { x: 100, y: 400 } }),
    ];
    const near = planOf(zones).sections.map(({ id, neighbours }) => [id, neighbours]);
    expect(near).toEqual([
      ['left', ['right']],
      ['right', ['left']],
      ['balcony', []],
    ]);
    const said = planOf([zones[0] ?? zoneOf('left'), { ...zoneOf('balcony'), stampede: { neighbours: ['left'] } }]);
    expect(section(said, 'balcony').neighbours).toEqual(['left']);
  });

  test('to stand in: places within the first area, from the front', () => {
    const pen = {
      name: 'Pit',
      position: { x: 100, y: 200 },
      rows: [],
      areas: [
        {
          shape: 'rectangle' as const,
          position: { x: 10, y: 10 },
          rectangle: { width: 200, height: 100 },
          text: { text: 'Pit', position: { x: 0, y: 0 } },
        },
      ],
      stampede: { standing: { places: 333, category: 'Stalls' } },
    };
    const plan = planOf([pen]);
    const { kind, rows } = section(plan, 'pit');
    expect([kind, rows.length, plan.seats, rows[0]?.label]).toEqual(['standing', 1, 333, '']);
    const places = rows[0]?.seats ?? [];
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(333);
    for (const { x, y } of places) {
      expect(x).toBeGreaterThan(110);
      expect(x).toBeLessThan(310);
      expect(y).toBeGreaterThan(210);
      expect(y).toBeLessThan(310);
    }
    const away = places.map(({ x, y }) => Math.hypot(x - plan.focalPoint.x, y - plan.focalPoint.y));
    expect(away).toEqual([...away].sort((a, b) => a - b));
    // The same to sit on.
    const bench = planOf([{ ...pen, stampede: { unreserved: { places: 333, category: 'Stalls' } } }]);
    expect(section(bench, 'pit')).toEqual({ ...section(plan, 'pit'), kind: 'unreserved' });
  });

  test('keep what is said of a view', () => {
    const row = rowOf('stalls', 'A', 3, 0);
    const seats = row.seats.map((seat, n) => (n === 1 ? { ...seat, stampede: { view: 'Pillar to the left' } } : seat));
    const [read] = section(planOf([zoneOf('stalls', { rows: [{ ...row, seats }] })]), 'stalls').rows;
    expect(read?.seats.map(({ view }) => view)).toEqual([undefined, 'Pillar to the left', undefined]);
  });
});

describe('the plan as a whole', () => {
  test('has an id of name and content: the same for the same, another for a changed seat', () => {
    const [one, same, moved] = [planOf(), planOf(), planOf([zoneOf('Stalls', { position: { x: 101, y: 200 } })])];
    expect(one.id).toMatch(/^old-playhouse-[0-9a-f]{12}$/);
    expect(same.id).toBe(one.id);
    expect(moved.id).not.toBe(one.id);
  });

  test('looks at the top of the drawing if nothing says stage', () => {
    expect(planOf().focalPoint).toEqual({ x: 500, y: 0 });
    expect(planOf(undefined, { stampede: { focalPoint: { x: 3, y: 4 } } }).focalPoint).toEqual({ x: 3, y: 4 });
  });

  test('keeps every seat once, in its row, side by side', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 5, max: 25 }),
        (shape, spacing) => {
          const zones = shape.map((rows, z) =>
            zoneOf(`z${z}`, {
              position: { x: 20, y: z * 120 },
              rows: rows.map((count, r) => rowOf(`z${z}`, `r${r}`, count, r * 12, spacing)),
            }),
          );
          const plan = planOf(zones);
          const seats = plan.sections.flatMap(({ rows }) => rows.flatMap((row) => row.seats));
          expect(plan.seats).toBe(shape.flat().reduce((sum, count) => sum + count, 0));
          expect(new Set(seats.map(({ id }) => id)).size).toBe(plan.seats);
          expect(seats.length).toBe(plan.seats);
          expect(seats.some(({ aisle }) => aisle)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});
