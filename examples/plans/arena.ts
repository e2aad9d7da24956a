import type { Point } from '../../contracts/plan.ts';
import { chances } from '../random.ts';
import { arc, type Curve, line, seatsOn } from './bench.ts';
import { at, type DrawnRow, type Layout, origin, rowLetter, type Zone } from './layout.ts';

/*
 * An arena of about 20,000 for a concert at one end: six standing pens on the floor before the stage and two
 * tiers around them, on a rounded rectangle that is open behind the stage. Blocks are cut by radial aisles
 * and numbered from the stage's left hand round to its right. The seed picks the blocks that have wheelchair
 * platforms in their last row.
 */

const seatWidth = 20;
const rowDepth = 32;
const aisleWidth = 44;
const corner = 400;
/** Half the width of the innermost row, and how far down its straight sides run. */
const inner = { halfWidth: 760, from: 520, to: 2330 };

const bands = [
  { name: 'Standing', color: '#7a4fa3' },
  { name: 'Lower side', color: '#b3262f' },
  { name: 'Lower end', color: '#d9742b' },
  { name: 'Upper side', color: '#2f8a6b' },
  { name: 'Upper end', color: '#3d6db5' },
] as const;

interface ArenaTier {
  readonly name: 'Lower' | 'Upper';
  readonly firstBlock: number;
  /** Distance of the first row from the innermost one. */
  readonly setBack: number;
  readonly rows: number;
  /** Blocks of one side, one corner, the far end. */
  readonly blocks: { readonly side: number; readonly corner: number; readonly end: number };
}

const tiers: readonly ArenaTier[] = [
  { name: 'Lower', firstBlock: 101, setBack: 0, rows: 20, blocks: { side: 4, corner: 2, end: 2 } },
  { name: 'Upper', firstBlock: 201, setBack: 760, rows: 20, blocks: { side: 4, corner: 4, end: 2 } },
];

const margin = 80;
const outermost = 760 + 19 * rowDepth;
const middle = inner.halfWidth + outermost + margin;

export function arena(seed: number): Layout {
  const chance = chances(seed);
  return {
    name: 'Arena',
    size: { width: 2 * middle, height: inner.to + corner + outermost + margin },
    categories: bands,
    zones: [stageZone(), ...pens(), ...tiers.flatMap((tier) => tierZones(tier, chance))],
    stampede: { focalPoint: at(middle, 560) },
  };
}

function stageZone(): Zone {
  const points = [
    at(-560, 0),
    at(560, 0),
    at(560, 330),
    at(90, 330),
    at(90, 480),
    at(-90, 480),
    at(-90, 330),
    at(-560, 330),
  ];
  return {
    name: 'Stage',
    zone_id: 'stage',
    position: at(middle, margin),
    rows: [],
    areas: [
      {
        shape: 'polygon',
        position: origin,
        color: '#d9d6e3',
        border_color: '#4b4560',
        polygon: { points },
        text: { text: 'Stage', position: at(0, 180), size: 120, color: '#37324a' },
      },
    ],
  };
}

/** Three rows of two pens on a floor of 34 m by 47 m, with ways of 1.5 m between them: 3.6 people a square metre. */
function pens(): readonly Zone[] {
  const [width, depth, way] = [650, 585, 60];
  return ['A', 'B', 'C', 'D', 'E', 'F'].map((letter, n): Zone => {
    const left = middle + (n % 2 === 0 ? -width - way / 2 : way / 2);
    const top = 640 + Math.floor(n / 2) * (depth + way);
    return {
      name: `Pen ${letter}`,
      zone_id: `pen-${letter.toLowerCase()}`,
      position: at(left, top),
      rows: [],
      areas: [
        {
          shape: 'rectangle',
          position: origin,
          color: '#efe6f7',
          border_color: '#7a4fa3',
          rectangle: { width, height: depth },
          text: { text: `Pen ${letter}`, position: at(width / 2, depth / 2), size: 80, color: '#7a4fa3' },
        },
      ],
      stampede: { standing: { places: 950, category: 'Standing' } },
    };
  });
}

type ArenaPlace = 'side' | 'corner' | 'end';
interface Block {
  readonly place: ArenaPlace;
  /** The block's stretch of a row that is so far from the innermost one. */
  readonly stretch: (setBack: number) => { readonly length: number; readonly curve: Curve };
}

function tierZones(tier: ArenaTier, chance: () => number): readonly Zone[] {
  return blocksOf(tier).map((block, n, all): Zone => {
    const number = tier.firstBlock + n;
    const platform = tier.name === 'Lower' && chance() < 0.5 ? 3 : 0;
    const rows = Array.from({ length: tier.rows }, (_, r): DrawnRow => {
      const label = rowLetter(r);
      const whole = block.stretch(tier.setBack + r * rowDepth);
      const stretch = {
        length: whole.length - aisleWidth,
        curve: (along: number) => whole.curve(along + aisleWidth / 2),
      };
      const seats = seatsOn(
        { ...stretch, pairs: r === tier.rows - 1 ? platform : 0 },
        {
          prefix: `${number}-${label}`,
          first: 1,
          seatWidth,
          radius: 9,
          categoryOf: () => `${tier.name} ${block.place === 'side' ? 'side' : 'end'}`,
        },
      );
      return { row_number: label, row_number_position: 'start', position: origin, seats };
    });
    const neighbours = [n - 1, n + 1].filter((other) => all[other]).map((other) => `block-${tier.firstBlock + other}`);
    return {
      name: `Block ${number}`,
      zone_id: `block-${number}`,
      position: origin,
      rows,
      areas: [],
      stampede: { neighbours },
    };
  });
}

/** From the stage's end of the left side, round the far end, to the stage's end of the right side. */
function blocksOf({ blocks }: ArenaTier): readonly Block[] {
  const { halfWidth, from, to } = inner;
  const cut = (
    place: ArenaPlace,
    count: number,
    stretch: (setBack: number, from: number, to: number) => ReturnType<Block['stretch']>,
  ) =>
    Array.from(
      { length: count },
      (_, n): Block => ({
        place,
        stretch: (setBack) => stretch(setBack, n / count, (n + 1) / count),
      }),
    );
  const straight = (a: Point, b: Point) => (share: number) => at(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
  const wedge = (centre: Point, first: number) => (setBack: number, a: number, b: number) =>
    arc(centre, corner + setBack, first - (a * Math.PI) / 2, first - (b * Math.PI) / 2);
  return [
    ...cut('side', blocks.side, (setBack, a, b) => {
      const x = middle - halfWidth - setBack;
      const on = straight(at(x, from), at(x, to));
      return line(on(a), on(b));
    }),
    ...cut('corner', blocks.corner, wedge(at(middle - halfWidth + corner, to), Math.PI)),
    ...cut('end', blocks.end, (setBack, a, b) => {
      const y = to + corner + setBack;
      const on = straight(at(middle - halfWidth + corner, y), at(middle + halfWidth - corner, y));
      return line(on(a), on(b));
    }),
    ...cut('corner', blocks.corner, wedge(at(middle + halfWidth - corner, to), Math.PI / 2)),
    ...cut('side', blocks.side, (setBack, a, b) => {
      const x = middle + halfWidth + setBack;
      const on = straight(at(x, to), at(x, from));
      return line(on(a), on(b));
    }),
  ];
}
