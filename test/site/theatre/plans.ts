import type { Plan, PlanRow, PlanSeat, PlanSection } from '../../../contracts/plan.ts';

/** Plans for the theatre of the tests: a theatre in arcs around a stage, and an arena with a field to stand in. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const spacing = 10;

interface Arc {
  readonly section: string;
  readonly rows: number;
  readonly radius: number;
  /** Degrees; 90 is straight away from the stage. */
  readonly from: number;
  readonly to: number;
  readonly category: (row: number) => string;
  readonly firstRow?: number;
}

function arcRows(arc: Arc, centre: { x: number; y: number }): PlanRow[] {
  return Array.from({ length: arc.rows }, (_, row) => {
    const radius = arc.radius + row * 12;
    const span = ((arc.to - arc.from) * Math.PI) / 180;
    const seats = Math.floor((span * radius) / spacing);
    const label = letters[(arc.firstRow ?? 0) + row] ?? `${row + 1}`;
    return {
      label,
      seats: Array.from({ length: seats }, (_, index): PlanSeat => {
        const angle = (arc.to * Math.PI) / 180 - (span * (index + 0.5)) / seats;
        return {
          id: `${arc.section}-${label}-${index + 1}`,
          number: `${index + 1}`,
          x: round(centre.x + radius * Math.cos(angle)),
          y: round(centre.y + radius * Math.sin(angle)),
          category: arc.category(row),
        };
      }),
    };
  });
}

const round = (n: number) => Math.round(n * 10) / 10;

function withAccess(rows: PlanRow[]): PlanRow[] {
  return rows.map((row, index) =>
    index < rows.length - 1
      ? row
      : {
          ...row,
          seats: row.seats.map((seat, place) =>
            place === 0 ? { ...seat, access: 'wheelchair' } : place === 1 ? { ...seat, access: 'companion' } : seat,
          ),
        },
  );
}

/** Behind the pillars at both ends of the last row. */
function withViews(rows: PlanRow[]): PlanRow[] {
  return rows.map((row, index) =>
    index < rows.length - 1
      ? row
      : {
          ...row,
          seats: row.seats.map((seat, place) =>
            place < 3 || place >= row.seats.length - 3 ? { ...seat, view: 'Pillar towards the stage' } : seat,
          ),
        },
  );
}

const categories = [
  { id: 'a', name: 'Premium', color: '#8e2157' },
  { id: 'b', name: 'Best', color: '#c2571a' },
  { id: 'c', name: 'Good', color: '#2a7f86' },
  { id: 'd', name: 'Restricted view', color: '#5a62a8' },
];

function planOf(name: string, id: string, size: readonly [number, number], sections: PlanSection[]): Plan {
  const [width, height] = size;
  return {
    v: 1,
    id,
    name,
    width,
    height,
    focalPoint: { x: width / 2, y: 60 },
    categories,
    sections,
    scenery: [],
    seats: sections.reduce((sum, section) => sum + section.rows.reduce((row, { seats }) => row + seats.length, 0), 0),
  };
}

/** About 750 seats. */
export function theatrePlan(): Plan {
  const centre = { x: 330, y: 60 };
  const stalls = (row: number) => (row < 4 ? 'a' : row < 9 ? 'b' : 'c');
  const block = (section: string, name: string, from: number, to: number, neighbours: string[]): PlanSection => ({
    id: section,
    name,
    kind: 'seated',
    neighbours,
    rows: withAccess(arcRows({ section, rows: 13, radius: 90, from, to, category: stalls }, centre)),
  });
  const circle: PlanSection = {
    id: 'circle',
    name: 'Circle',
    kind: 'seated',
    neighbours: [],
    rows: withViews(
      arcRows(
        { section: 'circle', rows: 4, radius: 272, from: 18, to: 162, category: (row) => (row < 2 ? 'c' : 'd') },
        centre,
      ),
    ),
  };
  const plan = planOf(
    'Festival Theatre',
    'festival-theatre-0123456789ab',
    [660, 400],
    [
      block('stalls-left', 'Stalls left', 126, 172, ['stalls-centre']),
      block('stalls-centre', 'Stalls', 57, 123, ['stalls-left', 'stalls-right']),
      block('stalls-right', 'Stalls right', 8, 54, ['stalls-centre']),
      circle,
    ],
  );
  return {
    ...plan,
    scenery: [
      {
        kind: 'stage',
        label: 'Stage',
        points: [
          [270, 10],
          [390, 10],
          [390, 60],
          [365, 100],
          [330, 112],
          [295, 100],
          [270, 60],
        ],
      },
    ],
  };
}

/** About 19,000 places: a bowl in two tiers around a field. */
export function arenaPlan(): Plan {
  const centre = { x: 900, y: 620 };
  const tiers = [
    { tier: 'lower', name: 'Block', radius: 330, rows: 16, category: 'b', first: 101 },
    { tier: 'upper', name: 'Block', radius: 550, rows: 18, category: 'd', first: 201 },
  ];
  const bowl = tiers.flatMap(({ tier, name, radius, rows, category, first }) =>
    Array.from({ length: 24 }, (_, index): PlanSection => {
      const from = -60 + index * 12.5;
      const section = `${tier}-${first + index}`;
      return {
        id: section,
        name: `${name} ${first + index}`,
        kind: 'seated',
        neighbours: [],
        rows: arcRows({ section, rows, radius, from: from + 0.6, to: from + 11.9, category: () => category }, centre),
      };
    }),
  );
  const field = ['left', 'right'].map(
    (side, index): PlanSection => ({
      id: `field-${side}`,
      name: `Field ${side}`,
      kind: 'standing',
      neighbours: [],
      rows: [
        {
          label: 'Standing',
          seats: Array.from({ length: 900 }, (_, place) => ({
            id: `field-${side}-${place + 1}`,
            number: `${place + 1}`,
            x: 690 + index * 220 + (place % 30) * 7,
            y: 520 + Math.floor(place / 30) * 7,
            category: 'a',
          })),
        },
      ],
    }),
  );
  const plan = planOf('The Arena', 'the-arena-0123456789ab', [1800, 1400], [...field, ...bowl]);
  return {
    ...plan,
    focalPoint: { x: 900, y: 480 },
    scenery: [
      {
        kind: 'stage',
        label: 'Stage',
        points: [
          [760, 400],
          [1040, 400],
          [1040, 490],
          [760, 490],
        ],
      },
    ],
  };
}
