import { isByCapacity, type Plan, type PlanSection } from '../contracts/plan.ts';
import { isGeneral } from './access-seats.ts';
import { isFree } from './guidance.ts';
import { centreOf, equalGroups, groupsOf, type RowSeat, rowPicture, singlesLeft } from './row-picture.ts';

/**
 * Seats to offer to a fan who named some and was not quick enough. They are as many, in the same price bands, with no
 * worse a view, side by side where the named ones were, and nearest to those. Ways that leave a single come only where
 * every way does. If not all of the party can be seated so, nothing is offered. Places for wheelchairs are never
 * offered: they are asked for as a pair (see access-pair.ts). Groups of a party are placed one after the other, the
 * largest first.
 */

/** Ids in the order of the groups; `taken` must hold the seats that were lost. Undefined: there is no equal. */
export function equalSeats(
  plan: Pick<Plan, 'sections'>,
  taken: ReadonlySet<string>,
  wished: readonly string[],
): readonly string[] | undefined {
  const wanted = new Set(wished);
  const sections = plan.sections.filter(hasAny(bandsOf(plan, wanted))).map(pictured);
  const groups = sections.flatMap(({ section, row }) => {
    const seats = row.flatMap(({ id }, index) => (wanted.has(id) ? [index] : []));
    const own = isByCapacity(section) ? [seats] : groupsOf(row, seats);
    return own.map((group) => ({ section, like: group.flatMap((index) => row[index] ?? []) }));
  });
  if (groups.reduce((sum, { like }) => sum + like.length, 0) !== wanted.size) return undefined;
  if (!groups.every(({ like }) => like.every(isGeneral))) return undefined;
  const gone = new Set(taken);
  const given: string[] = [];
  for (const { section, like } of groups.sort((a, b) => b.like.length - a.like.length)) {
    const row = sections.find((one) => one.section === section)?.row ?? [];
    const found = isByCapacity(section) ? placesIn(row, gone, like) : nearestEqual(sections, gone, like);
    if (!found) return undefined;
    for (const id of found) gone.add(id);
    given.push(...found);
  }
  return given;
}

interface SectionRow {
  readonly section: PlanSection;
  readonly row: readonly RowSeat[];
}

const pictured = (section: PlanSection): SectionRow => ({ section, row: rowPicture(section) });

/** The price bands of some seats. */
function bandsOf({ sections }: Pick<Plan, 'sections'>, seats: ReadonlySet<string>): ReadonlySet<string> {
  const own = sections.flatMap(({ rows }) => rows.flatMap((row) => row.seats.filter(({ id }) => seats.has(id))));
  return new Set(own.map(({ category }) => category));
}

/** Only they are looked at: an arena has 20,000 seats, and a telephone has to. */
function hasAny(bands: ReadonlySet<string>): (section: PlanSection) => boolean {
  return ({ rows }) => rows.some(({ seats }) => seats.some(({ category }) => bands.has(category)));
}

function nearestEqual(
  sections: readonly SectionRow[],
  gone: ReadonlySet<string>,
  like: readonly RowSeat[],
): readonly string[] | undefined {
  const middle = centreOf(like);
  const ways = sections.flatMap(({ section, row }) => {
    if (isByCapacity(section)) return [];
    const free = (index: number) => isFree(row[index], gone);
    return equalGroups(row, free, like).map((group) => {
      const seats = group.flatMap((index) => row[index] ?? []);
      const there = centreOf(seats);
      return {
        ids: seats.map(({ id }) => id),
        singles: singlesLeft(row, free, new Set(group)).length > 0 ? 1 : 0,
        far: Math.hypot(there.x - middle.x, there.y - middle.y),
      };
    });
  });
  return ways.sort((a, b) => a.singles - b.singles || a.far - b.far)[0]?.ids;
}

/** In counting places, one is like another of its band. */
function placesIn(
  row: readonly RowSeat[],
  gone: ReadonlySet<string>,
  like: readonly RowSeat[],
): readonly string[] | undefined {
  const found: string[] = [];
  for (const { category } of like) {
    const next = row.find((seat) => seat.category === category && isFree(seat, gone) && !found.includes(seat.id));
    if (!next) return undefined;
    found.push(next.id);
  }
  return found;
}
