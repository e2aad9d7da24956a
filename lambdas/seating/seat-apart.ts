import type { Seating, Taken } from './best-available.ts';
import { centreOf, distance, type IndexedSection, type Spot } from './plan-index.ts';

/**
 * Seats for a party that no row can take side by side. A *cluster* is a set of free general seats of one
 * price band that touch, beside each other or one right in front of the other; whoever shares a cluster
 * with another of the party is not alone. So a party is split over clusters, at least two in each, or
 * not seated. From every cluster in turn the party spreads to the nearest others; the seating whose
 * people sit nearest to each other wins, the one nearer to the focal point if two are alike. First
 * within a section; if there is none, over a section and its neighbours.
 */
interface Cluster {
  readonly section: string;
  readonly category: string;
  readonly seats: readonly FreeSeat[];
  /** Those that touch a seat; undefined on places without rows, where any two are together. */
  readonly touching: readonly (readonly number[])[] | undefined;
}

interface FreeSeat {
  readonly index: number;
  readonly spot: Spot;
}

interface Seated {
  readonly seats: readonly { readonly section: string; readonly seat: FreeSeat }[];
  /** Sum of the distances from the party's middle. */
  readonly spread: number;
  readonly quality: number;
}

export function seatApart(
  allowed: readonly IndexedSection[],
  taken: Taken,
  { count, category }: { readonly count: number; readonly category?: string | undefined },
): Seating | undefined {
  // One person is never apart, and would have been seated already.
  if (count < 2) return undefined;
  const clusters = new Map(allowed.map((section) => [section.plan.id, clustersOf(section, taken, category)]));
  const within = [...clusters.values()];
  const across = allowed.map(({ plan }) => [plan.id, ...plan.neighbours].flatMap((id) => clusters.get(id) ?? []));
  const seated = closest(within, count) ?? closest(across, count);
  if (!seated) return undefined;
  const bySection = Map.groupBy(seated.seats, ({ section }) => section);
  return new Map(
    [...bySection].map(([section, seats]) => [section, seats.map(({ seat }) => seat.index).sort((a, b) => a - b)]),
  );
}

function clustersOf(section: IndexedSection, taken: Taken, wanted: string | undefined): readonly Cluster[] {
  const { plan, spots } = section;
  const here = taken(plan.id);
  const free = spots.flatMap((spot, index): FreeSeat[] =>
    here[index] === 0 && !spot.access && (wanted === undefined || spot.category === wanted) ? [{ index, spot }] : [],
  );
  const byBand = [...Map.groupBy(free, ({ spot }) => spot.category)];
  if (plan.kind === 'standing') {
    return byBand
      .filter(([, seats]) => seats.length > 1)
      .map(([category, seats]) => ({ section: plan.id, category, seats, touching: undefined }));
  }
  const touching = section.touching();
  return byBand.flatMap(([category, seats]) => {
    const left = new Map(seats.map((seat) => [seat.index, seat]));
    const clusters: Cluster[] = [];
    for (const first of seats) {
      if (!left.delete(first.index)) continue;
      const cluster = [first];
      // The list grows while it is walked: each seat brings those that touch it.
      for (const { index } of cluster)
        for (const other of touching[index] ?? []) {
          const seat = left.get(other);
          if (seat && left.delete(other)) cluster.push(seat);
        }
      if (cluster.length > 1) clusters.push({ section: plan.id, category, seats: cluster, touching });
    }
    return clusters;
  });
}

/** Of every group of clusters, band and starting point: the party that sits closest. */
function closest(groups: readonly (readonly Cluster[])[], count: number): Seated | undefined {
  let best: Seated | undefined;
  for (const group of groups)
    for (const clusters of Map.groupBy(group, ({ category }) => category).values())
      for (const start of clusters) {
        const seated = spreadFrom(start, clusters, count);
        if (seated && (!best || (seated.spread - best.spread || seated.quality - best.quality) < 0)) best = seated;
      }
  return best;
}

function spreadFrom(start: Cluster, clusters: readonly Cluster[], count: number): Seated | undefined {
  const middle = centreOf(start.seats.map(({ spot }) => spot));
  const farFrom = new Map(
    clusters.map((cluster) => [cluster, distance(middle, centreOf(cluster.seats.map(({ spot }) => spot)))]),
  );
  const others = clusters.filter((cluster) => cluster !== start);
  const inOrder = [start, ...others.sort((a, b) => (farFrom.get(a) ?? 0) - (farFrom.get(b) ?? 0))];
  const shares = shareOut(
    inOrder.map(({ seats }) => seats.length),
    count,
  );
  if (!shares) return undefined;
  const seats: Seated['seats'][number][] = [];
  for (const [at, share] of shares.entries()) {
    const cluster = inOrder[at];
    if (!cluster || share === 0) continue;
    const towards = seats.length > 0 ? centreOf(seats.map(({ seat }) => seat.spot)) : undefined;
    seats.push(...growIn(cluster, share, towards).map((seat) => ({ section: cluster.section, seat })));
  }
  const spots = seats.map(({ seat }) => seat.spot);
  const centre = centreOf(spots);
  const spread = spots.reduce((sum, spot) => sum + distance(centre, spot), 0);
  const quality = spots.reduce((sum, spot) => sum + spot.quality, 0);
  return { seats, spread: Math.round(spread * 1e6) / 1e6, quality };
}

/**
 * How many sit in each cluster, nearest first: as many as can, and never one alone. A rest can be seated in
 * clusters of at least two if they are large enough together and, when it is odd, one of them takes three.
 */
export function shareOut(sizes: readonly number[], count: number): readonly number[] | undefined {
  const fits = (from: number, rest: number) => {
    if (rest === 0) return true;
    const later = sizes.slice(from);
    const room = later.reduce((sum, size) => sum + size, 0);
    return rest >= 2 && room >= rest && (rest % 2 === 0 || later.some((size) => size >= 3));
  };
  if (!fits(0, count)) return undefined;
  let rest = count;
  return sizes.map((size, at) => {
    const most = Math.min(size, rest);
    const share = [most, most - 1].find((some) => some >= 2 && fits(at + 1, rest - some)) ?? 0;
    rest -= share;
    return share;
  });
}

/** Seats of a cluster that touch one another, from the one nearest to a point (else the best) outwards. */
function growIn({ seats, touching }: Cluster, share: number, towards: { x: number; y: number } | undefined) {
  if (!touching) return seats.slice(0, share);
  const far = (a: FreeSeat) => (towards ? distance(a.spot, towards) : a.spot.quality);
  const [first, ...rest] = [...seats].sort((a, b) => far(a) - far(b));
  if (!first) return [];
  const grown = [first];
  const left = rest.sort((a, b) => distance(a.spot, first.spot) - distance(b.spot, first.spot));
  while (grown.length < share) {
    const next = left.findIndex(({ index }) => grown.some((seat) => touching[seat.index]?.includes(index)));
    const [seat] = next < 0 ? [] : left.splice(next, 1);
    if (!seat) break;
    grown.push(seat);
  }
  return grown;
}
