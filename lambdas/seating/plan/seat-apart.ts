import { isByCapacity, type Point } from '../../../contracts/plan.ts';
import { isGeneral } from '../../../rules/access-seats.ts';
import { centreOf } from '../../../rules/row-picture.ts';
import type { Seating } from './best-available.ts';
import { distance, type IndexedSection, type Spot } from './plan-index.ts';

/**
 * Seats for a party that no row can take side by side. A *cluster* is a set of free general seats of one price band
 * that touch, beside each other or one right in front of the other. A person who shares a cluster with another of the
 * party is not alone. So a party is split over clusters, at least two in each, or not seated. From every cluster in
 * turn the party spreads to the nearest others; the seating whose people sit nearest to each other wins, the one nearer
 * to the focal point if two are alike. First within a section; if there is none, over a section and its neighbours. In
 * both, seats with a whole view alone come first.
 */
interface Cluster {
  readonly section: string;
  readonly category: string;
  readonly seats: readonly Spot[];
  readonly middle: Point;
  /** Whether two of its seats touch: any two do on places without rows. */
  readonly touching: readonly (readonly number[])[] | undefined;
}

interface SeatedApart {
  readonly seats: readonly { readonly section: string; readonly seat: Spot }[];
  /** Sum of the distances from the party's middle. */
  readonly spread: number;
  readonly quality: number;
}

/** `taken`: a byte a seat of the section, 0 is free. */
export function seatApart(
  allowed: readonly IndexedSection[],
  taken: (section: IndexedSection) => Uint8Array,
  count: number,
  band?: string,
): Seating | undefined {
  // One person is never apart, and would have been seated already.
  if (count < 2) return undefined;
  const clustersIn = (whole: boolean) =>
    new Map(allowed.map((section) => [section.plan.id, clustersOf(section, taken(section), band, whole)]));
  const all = clustersIn(false);
  const clusters = [...all.values()].flat();
  if (!canShare(clusters, count)) return undefined;
  const blurred = clusters.some(({ seats }) => seats.some(({ view }) => view !== undefined));
  const kinds = blurred ? [clustersIn(true), all] : [all];
  const within = (of: typeof all) => closest([...of.values()], count);
  const across = (of: typeof all) =>
    closest(
      allowed.map(({ plan }) => [plan.id, ...plan.neighbours].flatMap((id) => of.get(id) ?? [])),
      count,
    );
  const seated = firstOf(kinds, within) ?? firstOf(kinds, across);
  if (!seated) return undefined;
  const bySection = Map.groupBy(seated.seats, ({ section }) => section);
  return new Map(
    [...bySection].map(([section, seats]) => [section, seats.map(({ seat }) => seat.index).sort((a, b) => a - b)]),
  );
}

function firstOf<Kind, Found>(kinds: readonly Kind[], find: (kind: Kind) => Found | undefined): Found | undefined {
  for (const kind of kinds) {
    const found = find(kind);
    if (found) return found;
  }
  return undefined;
}

/** `whole`: of seats with a whole view only. */
function clustersOf(
  section: IndexedSection,
  taken: Uint8Array,
  band: string | undefined,
  whole: boolean,
): readonly Cluster[] {
  const { plan, spots } = section;
  const left = new Map<number, Spot>();
  for (let index = taken.indexOf(0); index >= 0; index = taken.indexOf(0, index + 1)) {
    const spot = spots[index];
    if (!spot || !isGeneral(spot) || (band !== undefined && spot.category !== band)) continue;
    if (!whole || spot.view === undefined) left.set(index, spot);
  }
  if (left.size < 2) return [];
  const clusterOf = (seats: readonly Spot[], touching: Cluster['touching']): Cluster => ({
    section: plan.id,
    category: seats[0]?.category ?? '',
    seats,
    middle: centreOf(seats),
    touching,
  });
  if (isByCapacity(plan)) {
    const bands = Map.groupBy(left.values(), ({ category }) => category);
    return [...bands.values()].filter(({ length }) => length > 1).map((seats) => clusterOf(seats, undefined));
  }
  const touching = section.touching();
  const clusters: Cluster[] = [];
  for (const [index, first] of left) {
    left.delete(index);
    const cluster = [first];
    // The list grows while it is walked: each seat brings those that touch it.
    for (const { index } of cluster)
      for (const other of touching[index] ?? []) {
        const seat = left.get(other);
        if (seat?.category !== first.category) continue;
        left.delete(other);
        cluster.push(seat);
      }
    if (cluster.length > 1) clusters.push(clusterOf(cluster, touching));
  }
  return clusters;
}

/** Of every group of clusters, band and starting point: the party that sits closest. */
function closest(groups: readonly (readonly Cluster[])[], count: number): SeatedApart | undefined {
  let best: SeatedApart | undefined;
  for (const group of groups)
    for (const clusters of Map.groupBy(group, ({ category }) => category).values()) {
      if (!canShare(clusters, count)) continue;
      for (const start of clusters) {
        const seated = spreadFrom(start, clusters, count);
        if (seated && (!best || (seated.spread - best.spread || seated.quality - best.quality) < 0)) best = seated;
      }
    }
  return best;
}

function spreadFrom(start: Cluster, clusters: readonly Cluster[], count: number): SeatedApart | undefined {
  const inOrder = nearestFirst(start, clusters);
  const shares = shareOut(
    inOrder.map(({ seats }) => seats.length),
    count,
  );
  if (!shares) return undefined;
  const seats: SeatedApart['seats'][number][] = [];
  for (const [at, share] of shares.entries()) {
    const cluster = inOrder[at];
    if (!cluster || share === 0) continue;
    const towards = seats.length > 0 ? centreOf(seats.map(({ seat }) => seat)) : undefined;
    for (const seat of growIn(cluster, share, towards)) seats.push({ section: cluster.section, seat });
  }
  const spots = seats.map(({ seat }) => seat);
  const centre = centreOf(spots);
  const spread = spots.reduce((sum, spot) => sum + distance(centre, spot), 0);
  const quality = spots.reduce((sum, spot) => sum + spot.quality, 0);
  return { seats, spread: Math.round(spread * 1e6) / 1e6, quality };
}

function nearestFirst(start: Cluster, clusters: readonly Cluster[]): readonly Cluster[] {
  const far = clusters.map((cluster) => ({
    cluster,
    far: cluster === start ? -1 : distance(start.middle, cluster.middle),
  }));
  return far.sort((a, b) => a.far - b.far).map(({ cluster }) => cluster);
}

/**
 * Whether so many can be seated in clusters of these sizes: if those are large enough together and, when it is odd, one of
 * them takes three.
 */
function fits(sizes: readonly number[], count: number): boolean {
  if (count === 0) return true;
  const room = sizes.reduce((sum, size) => sum + size, 0);
  return count >= 2 && room >= count && (count % 2 === 0 || sizes.some((size) => size >= 3));
}

function canShare(clusters: readonly Cluster[], count: number): boolean {
  return fits(
    clusters.map(({ seats }) => seats.length),
    count,
  );
}

/** How many sit in each cluster, nearest first: as many as can, and never one alone. */
export function shareOut(sizes: readonly number[], count: number): readonly number[] | undefined {
  if (!fits(sizes, count)) return undefined;
  let rest = count;
  return sizes.map((size, at) => {
    const most = Math.min(size, rest);
    const share = [most, most - 1].find((some) => some >= 2 && fits(sizes.slice(at + 1), rest - some)) ?? 0;
    rest -= share;
    return share;
  });
}

/** Seats of a cluster that touch one another, from the one nearest to a point (else the best) outwards. */
function growIn({ seats, touching }: Cluster, share: number, towards: Point | undefined): readonly Spot[] {
  if (!touching) return seats.slice(0, share);
  const far = (spot: Spot) => (towards ? distance(spot, towards) : spot.quality);
  const first = leastOf(seats, far);
  const grown = first ? [first] : [];
  const left = new Map(seats.map((spot) => [spot.index, spot]));
  const edge = new Set<Spot>();
  while (first && grown.length < share) {
    const last = grown.at(-1) ?? first;
    left.delete(last.index);
    edge.delete(last);
    for (const index of touching[last.index] ?? []) {
      const spot = left.get(index);
      if (spot) edge.add(spot);
    }
    const next = leastOf([...edge], (spot) => distance(spot, first));
    if (!next) break;
    grown.push(next);
  }
  return grown;
}

function leastOf<Item>(items: readonly Item[], size: (item: Item) => number): Item | undefined {
  let [least, smallest]: [Item | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const item of items) {
    const one = size(item);
    if (one < smallest) [least, smallest] = [item, one];
  }
  return least;
}
