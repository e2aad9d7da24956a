import type { AllocationsFile, PerformanceFile } from '../contracts/catalogue.ts';
import type { Plan, PlanSeat, PlanSection } from '../contracts/plan.ts';
import type { Chance } from '../rehearsal/fans/chance.ts';

/**
 * Houses so small that everybody wants the same seats, parties must be split over sections, and the last seats go while
 * many still ask. There seats are lost or given twice, if they ever are.
 */
export interface SmallHouses {
  readonly plan: Plan;
  readonly performances: readonly PerformanceFile[];
}

export interface HouseWish {
  readonly onSale: string;
  readonly seats: number;
  readonly performances: number;
  readonly seatsPerFan: number;
  readonly holdMinutes: number;
  /** Milliseconds since the epoch: when the first performance begins. */
  readonly startsAt: number;
  /** @default - there are wheelchair places */
  readonly hasAccess?: boolean;
  /** Rows with the dearer seats. @default 2 */
  readonly nearRows?: number;
  /** So few seats that the last is gone soon. */
  readonly isTight?: boolean;
}

const names = ['stalls', 'circle', 'gallery', 'boxes'] as const;

/** Rows of a section at most; a larger house has wider rows. */
const rowsAtMost = 12;

export function smallHouses(chance: Chance, wish: HouseWish): SmallHouses {
  const drawnSections = chance.whole(1, wish.seats > 200 ? 4 : 3);
  const sections = wish.isTight && wish.seats <= 200 ? Math.min(2, drawnSections) : drawnSections;
  const each = Math.max(wish.isTight ? 3 : 4, Math.ceil(wish.seats / wish.performances / sections));
  const drawn = names.slice(0, sections).map((id, at) => section(chance, id, each, at, sections, wish));
  const seats = drawn.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.seats.length, 0), 0);
  const plan: Plan = {
    v: 1,
    id: `small-${sections}-${seats}`,
    name: 'Small house',
    width: 200,
    height: 100,
    focalPoint: { x: 0, y: -3 },
    categories: [
      { id: 'near', name: 'Near', color: '#aa0000' },
      { id: 'far', name: 'Far', color: '#00aa00' },
    ],
    sections: drawn,
    scenery: [],
    seats,
  };
  const performances = Array.from({ length: wish.performances }, (_, at) => performanceOf(plan, wish, at));
  return { plan, performances };
}

/** The same with some seats of some performances set aside for one or two partners. */
export function withSetAside(
  chance: Chance,
  { plan, performances }: SmallHouses,
): SmallHouses & { readonly setAside: readonly AllocationsFile[] } {
  const ids = plan.sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ id }) => id)));
  const setAside = performances.flatMap(({ id }) => {
    if (chance.happens(0.3)) return [];
    const first = ids.slice(0, chance.whole(1, Math.max(1, Math.floor(ids.length / 4))));
    const second = ids.slice(-chance.whole(0, Math.floor(ids.length / 6)) || ids.length);
    const allocations = [
      { partner: 'bank', seats: first },
      ...(second.length > 0 ? [{ partner: 'brewery', seats: second }] : []),
    ];
    return [{ v: 1 as const, performance: id, allocations }];
  });
  const blockedOf = (id: string) =>
    setAside.find((one) => one.performance === id)?.allocations.flatMap(({ seats }) => seats);
  return {
    plan,
    setAside,
    performances: performances.map((file) => {
      const blocked = blockedOf(file.id);
      return blocked ? { ...file, blocked } : file;
    }),
  };
}

function section(chance: Chance, id: string, seats: number, at: number, of: number, wish: HouseWish): PlanSection {
  const { hasAccess = true, nearRows = 2 } = wish;
  const width = Math.max(chance.whole(3, 7), Math.ceil(seats / rowsAtMost));
  const neighbours = [names[at - 1], at + 1 < of ? names[at + 1] : undefined].flatMap((name) => name ?? []);
  const standing = at > 0 && chance.happens(0.2);
  const rows = Array.from({ length: Math.ceil(seats / width) }, (_, row) => ({
    label: String.fromCharCode(65 + row),
    seats: Array.from({ length: Math.min(width, seats - row * width) }, (_, column): PlanSeat => {
      const access = row === 0 && at === 0 && column < 2 && width > 4 && hasAccess ? accessOf(column) : {};
      return {
        id: `${id}-${String.fromCharCode(65 + row)}-${column + 1}`,
        number: `${column + 1}`,
        x: at * 30 + column - width / 2,
        y: row * 2,
        category: row < nearRows ? 'near' : 'far',
        ...access,
      };
    }),
  }));
  return { id, name: id, kind: standing ? 'standing' : 'seated', neighbours, rows };
}

const accessOf = (column: number) => ({ access: column === 0 ? ('wheelchair' as const) : ('companion' as const) });

function performanceOf(plan: Plan, wish: HouseWish, at: number): PerformanceFile {
  const { onSale, seatsPerFan, holdMinutes, startsAt } = wish;
  return {
    v: 1,
    id: `evening-${at + 1}`,
    show: 'storm',
    title: 'The Storm',
    venue: 'Small house',
    startsAt: startsAt + at * 86_400_000,
    plan: plan.id,
    prices: { near: 4500, far: 2000 },
    currency: 'GBP',
    timeZone: 'Europe/London',
    onSales: [{ id: onSale, seatsPerFan, holdMinutes, returnHours: 24 }],
  };
}
