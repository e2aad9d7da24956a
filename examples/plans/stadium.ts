import type { Point } from '../../contracts/plan.ts';
import { chances } from '../random.ts';
import { arc, type Curve, line, seatsOn } from './bench.ts';
import { at, type DrawnRow, type Layout, origin, type Zone } from './layout.ts';

/*
 * A stadium of 100,000, as many as a plan may have: three tiers all round a pitch of 105 by 68 m, on a rounded rectangle.
 * Sides and corners of a tier are cut into blocks of some 900 by radial aisles, numbered clockwise from the middle of
 * the west side. As a file it has 20 MB, more than a function may be handed, so it is imported from the bucket. The seed
 * picks the blocks that have wheelchair platforms in their last row.
 */

const seats = 100_000;
const seatWidth = 20;
const rowDepth = 32;
const aisleWidth = 44;
const corner = 500;
const inBlock = 900;
/** Half of the innermost row's width and height, and of the pitch. */
const inner = { across: 1660, along: 2420 };
const pitch = { across: 1360, along: 2100 };

const bands = [
  { name: 'Lower side', color: '#b3262f' },
  { name: 'Lower end', color: '#d9742b' },
  { name: 'Club', color: '#c49a1a' },
  { name: 'Upper side', color: '#2f8a6b' },
  { name: 'Upper end', color: '#3d6db5' },
] as const;

interface StadiumTier {
  readonly name: 'Lower' | 'Club' | 'Upper';
  readonly firstBlock: number;
  /** Distance of the first row from the innermost one. */
  readonly setBack: number;
  readonly rows: number;
}

const tiers: readonly StadiumTier[] = [
  { name: 'Lower', firstBlock: 101, setBack: 0, rows: 34 },
  { name: 'Club', firstBlock: 201, setBack: 1200, rows: 16 },
  { name: 'Upper', firstBlock: 301, setBack: 1840, rows: 40 },
];

const margin = 80;
const outermost = 1840 + 39 * rowDepth;
const middle: Point = { x: inner.across + outermost + margin, y: inner.along + outermost + margin };

export function stadium(seed: number): Layout {
  const chance = chances(seed);
  const zones = tiers.flatMap((tier) => tierZones(tier, chance));
  return {
    name: 'Stadium',
    size: { width: 2 * middle.x, height: 2 * middle.y },
    categories: bands,
    zones: [pitchZone(), ...ofSize(zones)],
    stampede: { focalPoint: middle },
  };
}

function pitchZone(): Zone {
  const { across, along } = pitch;
  return {
    name: 'Pitch',
    zone_id: 'pitch',
    position: at(middle.x - across, middle.y - along),
    rows: [],
    areas: [
      {
        shape: 'rectangle',
        position: origin,
        color: '#dfeadd',
        border_color: '#4d7a4a',
        rectangle: { width: 2 * across, height: 2 * along },
        text: { text: 'Pitch', position: at(across, along), size: 240, color: '#3a5f38' },
      },
    ],
  };
}

/** A piece of the ring, so far from its innermost row. */
interface RingPiece {
  readonly place: 'side' | 'end';
  readonly stretch: (setBack: number, from: number, to: number) => { readonly length: number; readonly curve: Curve };
}

/** Clockwise from the south-west: the west side, a corner, the north end, … */
const ring: readonly RingPiece[] = [
  straight('side', (away) => [
    at(-inner.across - away, inner.along - corner),
    at(-inner.across - away, corner - inner.along),
  ]),
  bend(-1, -1, 180),
  straight('end', (away) => [
    at(corner - inner.across, -inner.along - away),
    at(inner.across - corner, -inner.along - away),
  ]),
  bend(1, -1, 270),
  straight('side', (away) => [
    at(inner.across + away, corner - inner.along),
    at(inner.across + away, inner.along - corner),
  ]),
  bend(1, 1, 0),
  straight('end', (away) => [
    at(inner.across - corner, inner.along + away),
    at(corner - inner.across, inner.along + away),
  ]),
  bend(-1, 1, 90),
];

function straight(place: RingPiece['place'], ends: (setBack: number) => readonly [Point, Point]): RingPiece {
  return {
    place,
    stretch: (setBack, from, to) => {
      const [a, b] = ends(setBack);
      const on = (share: number) => at(middle.x + a.x + (b.x - a.x) * share, middle.y + a.y + (b.y - a.y) * share);
      return line(on(from), on(to));
    },
  };
}

function bend(right: 1 | -1, down: 1 | -1, degrees: number): RingPiece {
  const centre = at(middle.x + right * (inner.across - corner), middle.y + down * (inner.along - corner));
  const angle = (share: number) => ((degrees + 90 * share) / 180) * Math.PI;
  return { place: 'end', stretch: (setBack, from, to) => arc(centre, corner + setBack, angle(from), angle(to)) };
}

function tierZones(tier: StadiumTier, chance: () => number): readonly Zone[] {
  const backs = Array.from({ length: tier.rows }, (_, r) => tier.setBack + r * rowDepth);
  const blocks = ring.flatMap(({ place, stretch }) => {
    const room = backs.reduce((sum, back) => sum + stretch(back, 0, 1).length / seatWidth, 0);
    const count = Math.ceil(room / inBlock);
    return Array.from({ length: count }, (_, n) => ({
      place,
      stretch: (back: number) => stretch(back, n / count, (n + 1) / count),
    }));
  });
  return blocks.map(({ place, stretch }, n): Zone => {
    const number = tier.firstBlock + n;
    const platform = tier.name !== 'Upper' && chance() < 0.3 ? 4 : 0;
    const category = tier.name === 'Club' ? 'Club' : `${tier.name} ${place}`;
    const rows = backs.map((back, r): DrawnRow => {
      const { length, curve } = stretch(back);
      const own = { length: length - aisleWidth, curve: (along: number) => curve(along + aisleWidth / 2) };
      return {
        row_number: `${r + 1}`,
        row_number_position: 'start',
        position: origin,
        seats: seatsOn(
          { ...own, pairs: r === tier.rows - 1 ? platform : 0 },
          { prefix: `${number}-${r + 1}`, first: 1, seatWidth, radius: 9, categoryOf: () => category },
        ),
      };
    });
    const beside = [n - 1, n + 1].map((other) => tier.firstBlock + ((other + blocks.length) % blocks.length));
    return {
      name: `Block ${number}`,
      zone_id: `block-${number}`,
      position: origin,
      rows,
      areas: [],
      stampede: { neighbours: beside.map((other) => `block-${other}`) },
    };
  });
}

/** Without the last seats of the last rows, so that there are as many as a plan may have. */
function ofSize(zones: readonly Zone[]): readonly Zone[] {
  let over = zones.reduce((sum, { rows }) => sum + rows.reduce((n, row) => n + row.seats.length, 0), 0) - seats;
  if (over < 0) throw new Error(`The stadium has ${-over} seats too few`);
  return zones
    .toReversed()
    .map((zone) => {
      const last = zone.rows.at(-1);
      const cut = Math.min(over, last?.seats.length ?? 0);
      over -= cut;
      if (cut === 0 || !last) return zone;
      return {
        ...zone,
        rows: [...zone.rows.slice(0, -1), { ...last, seats: last.seats.slice(0, last.seats.length - cut) }],
      };
    })
    .toReversed();
}
