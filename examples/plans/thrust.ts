import type { Point } from '../../contracts/plan.ts';
import { chances } from '../random.ts';
import { arc, seatsOn } from './bench.ts';
import { at, type DrawnRow, type Layout, origin, rowLetter, type Seat, type Zone } from './layout.ts';

/*
 * A festival theatre with a thrust stage: about 1,300 seats on three sides of it, nobody farther than 24 m away.
 * Stalls, circle and gallery are rows on circles around the middle of the stage. They go over 210 degrees and are cut
 * by radial aisles. Sections are left, centre and right of each tier, each with aisles inside. The seed moves the
 * aisles a little and picks the ends of the back row where wheelchair places are. A few seats have a pillar or the end
 * of the house in their view.
 */

const seatWidth = 22;
const rowDepth = 36;
const aisleWidth = 46;
const degrees = Math.PI / 180;
/** The audience ends 15 degrees behind the line of the stage's middle on both sides. */
const [start, end] = [195, -15];

const bands = [
  { name: 'Premium', color: '#b3262f' },
  { name: 'Band A', color: '#d9742b' },
  { name: 'Band B', color: '#c49a1a' },
  { name: 'Band C', color: '#2f8a6b' },
  { name: 'Band D', color: '#3d6db5' },
] as const;

type Part = 'left' | 'centre' | 'right';
const parts: readonly Part[] = ['left', 'centre', 'right'];

interface ThrustTier {
  readonly id: string;
  readonly name: string;
  /** Of the first row. */
  readonly radius: number;
  readonly rows: number;
  /** Degrees of the aisles inside each part, from left to right. */
  readonly aisles: Readonly<Record<Part, readonly number[]>>;
  /** Wheelchair places in the last row of each part. */
  readonly pairs: number;
}

/** The borders between left, centre and right: aisles too. */
const partings = { left: 128, right: 52 };
const besideAlone = { left: [165], centre: [], right: [15] };
const throughout = { left: [165], centre: [90], right: [15] };

const tiers: readonly ThrustTier[] = [
  { id: 'stalls', name: 'Stalls', radius: 318, rows: 9, aisles: besideAlone, pairs: 2 },
  { id: 'circle', name: 'Circle', radius: 702, rows: 4, aisles: throughout, pairs: 1 },
  { id: 'gallery', name: 'Gallery', radius: 886, rows: 2, aisles: throughout, pairs: 0 },
];

export function thrust(seed: number): Layout {
  const chance = chances(seed);
  const reach = 886 + rowDepth;
  const margin = 60;
  const centre = { x: reach + margin, y: Math.ceil(reach * Math.sin(-end * degrees)) + margin + 40 };
  const sway = (chance() - 0.5) * 4;
  return {
    name: 'Festival Theatre',
    size: { width: 2 * centre.x, height: centre.y + reach + margin },
    categories: bands,
    zones: [stageZone(centre), ...tiers.flatMap((tier) => tierZones(tier, centre, sway, chance))],
    stampede: { focalPoint: at(centre.x, centre.y + 60) },
  };
}

/** A thrust of 11 m, its front cut like half a hexagon, running back to the wall. */
function stageZone(centre: Point): Zone {
  const points = [
    at(-232, -centre.y + 30),
    at(232, -centre.y + 30),
    at(232, 60),
    at(128, 236),
    at(-128, 236),
    at(-232, 60),
  ];
  return {
    name: 'Stage',
    zone_id: 'stage',
    position: centre,
    rows: [],
    areas: [
      {
        shape: 'polygon',
        position: origin,
        color: '#e9dcc3',
        border_color: '#8a6d3b',
        polygon: { points },
        text: { text: 'Stage', position: at(0, 40), size: 44, color: '#5b4521' },
      },
    ],
  };
}

/** A stretch of a tier between two aisles, in degrees; `open` where the house ends instead of an aisle. */
interface Wedge {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
  readonly open: { readonly from: boolean; readonly to: boolean };
}

function wedgesOf({ aisles }: ThrustTier, sway: number): readonly Wedge[] {
  const edges: Record<Part, readonly [number, number]> = {
    left: [start, partings.left + sway],
    centre: [partings.left + sway, partings.right + sway],
    right: [partings.right + sway, end],
  };
  return parts.flatMap((part) => {
    const [first, last] = edges[part];
    const cuts = [first, ...aisles[part].map((angle) => angle + sway), last];
    return cuts.slice(1).map((to, at): Wedge => {
      const from = cuts[at] ?? first;
      return { part, from, to, open: { from: from === start, to: to === end } };
    });
  });
}

function tierZones(tier: ThrustTier, centre: Point, sway: number, chance: () => number): readonly Zone[] {
  const wedges = wedgesOf(tier, sway);
  const accessible = parts.map((part) => {
    const own = wedges.filter((wedge) => wedge.part === part);
    return own[Math.floor(chance() * own.length)];
  });
  const rows = Array.from({ length: tier.rows }, (_, n) => {
    const last = n === tier.rows - 1;
    return rowOf(tier, centre, wedges, n, (wedge) => (last && accessible.includes(wedge) ? tier.pairs : 0));
  });
  return parts.map((part) => ({
    name: `${tier.name} ${part}`,
    zone_id: `${tier.id}-${part}`,
    position: origin,
    rows: rows.map((seats, n): DrawnRow => {
      const own = seats.flatMap((seat) => (seat.wedge.part === part ? [seat.seat] : []));
      return { row_number: rowLetter(n), row_number_position: 'both', position: origin, seats: own };
    }),
    areas: [],
    stampede: { neighbours: part === 'centre' ? [`${tier.id}-left`, `${tier.id}-right`] : [`${tier.id}-centre`] },
  }));
}

/** The n-th row of a tier, numbered from left to right over all its parts. */
function rowOf(
  tier: ThrustTier,
  centre: Point,
  wedges: readonly Wedge[],
  n: number,
  pairsIn: (wedge: Wedge) => number,
): readonly { readonly wedge: Wedge; readonly seat: Seat }[] {
  const radius = tier.radius + n * rowDepth;
  const half = aisleWidth / 2 / radius / degrees;
  let first = 1;
  return wedges.flatMap((wedge) => {
    const from = wedge.from - (wedge.open.from ? 0 : half);
    const to = wedge.to + (wedge.open.to ? 0 : half);
    const bench = { ...arc(centre, radius, from * degrees, to * degrees), pairs: pairsIn(wedge) };
    const categoryOf = () => bandOf(tier.id, n, Math.abs(90 - (wedge.from + wedge.to) / 2));
    const viewOf = (seat: number, left: number) => viewFrom(tier.id, n, wedge, seat, left);
    const prefix = `${tier.id}-${rowLetter(n)}`;
    const seats = seatsOn(bench, { prefix, first, seatWidth, radius: 10, categoryOf, viewOf });
    first += seats.length;
    return seats.map((seat) => ({ wedge, seat }));
  });
}

/** Block by block: `off` is how many degrees its middle lies off the line straight out from the stage. */
function bandOf(tier: string, row: number, off: number): string {
  const worse = (off > 38 ? 1 : 0) + (off > 75 ? 1 : 0);
  const base = tier === 'stalls' ? (row < 5 ? 0 : 1) : tier === 'circle' ? (row < 2 ? 1 : 2) : 3;
  return bands[Math.min(base + worse, bands.length - 1)]?.name ?? 'Band D';
}

/** Pillars stand on the aisles in the middle of the circle, in its third row; the gallery's ends look behind the stage. */
function viewFrom(tier: string, row: number, { part, open }: Wedge, seat: number, left: number): string | undefined {
  if (tier === 'circle' && row === 2 && part === 'centre') {
    if (seat === 0) return 'Pillar to the left';
    if (left === 0) return 'Pillar to the right';
  }
  const atEnd = (open.from && seat < 3) || (open.to && left < 3);
  return tier === 'gallery' && atEnd ? 'The back of the stage is hidden' : undefined;
}
