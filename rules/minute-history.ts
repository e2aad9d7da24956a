/*
 * What was, minute by minute, in columns: as charts take it, and a third of the letters of rows. A column holds what was
 * there when its minute was first counted, or what was added up in it. There are at most so many points: beyond that two
 * old neighbours become one, so that the last hours stay fine and a week still fits.
 *
 *     ·  ·  ·  ·  ·  · · · · · · · ·
 *     older: two minutes, four …   the younger half: each minute
 */

export const minuteMs = 60_000;

/** Four hours of minutes; a chart on a large screen is as wide. */
export const mostPoints = 240;

export type MinuteColumns<Name extends string> = Readonly<Record<Name | 'at', readonly number[]>>;

export type MinutePoint<Name extends string> = Readonly<Record<Name | 'at', number>>;

/** How two neighbours become one: what was there first, or both together. */
export type Merging = 'first' | 'sum';

/** The beginning of its minute. */
export const minuteOf = (now: number): number => Math.floor(now / minuteMs) * minuteMs;

/** With one point more; unchanged if there is one of its minute, or a later one. */
export function withPoint<Name extends string>(
  columns: MinuteColumns<Name>,
  point: MinutePoint<Name>,
  merging: Merging,
): MinuteColumns<Name> {
  if ((columns.at.at(-1) ?? Number.NEGATIVE_INFINITY) >= point.at) return columns;
  const names = Object.keys(columns) as (Name | 'at')[];
  const longer = mapColumns(names, (name) => [...columns[name], point[name]]);
  return longer.at.length > mostPoints ? thinned(longer, merging) : longer;
}

/** Two become one in the older half. */
function thinned<Name extends string>(columns: MinuteColumns<Name>, merging: Merging): MinuteColumns<Name> {
  const names = Object.keys(columns) as (Name | 'at')[];
  const old = Math.floor(columns.at.length / 4) * 2;
  return mapColumns(names, (name) => {
    const values = columns[name];
    const isSum = merging === 'sum' && name !== 'at';
    const merged = Array.from({ length: old / 2 }, (_, pair) => {
      const [one = 0, other = 0] = values.slice(2 * pair, 2 * pair + 2);
      return isSum ? one + other : one;
    });
    return [...merged, ...values.slice(old)];
  });
}

function mapColumns<Name extends string>(
  names: readonly (Name | 'at')[],
  make: (name: Name | 'at') => readonly number[],
): MinuteColumns<Name> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as MinuteColumns<Name>;
}
