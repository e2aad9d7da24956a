import { folded } from '../../../rules/folded.ts';
import type { LayoutZone, PlanLayout } from '../plan-layout.ts';
import { colourOf, standsOut } from './colour.ts';
import type { LayoutReading } from './reading.ts';
import { isObject, textIn } from './written.ts';

/*
 * The price bands, and which of them each seat is of. A seat may name one in other letters, and in a plan of one band it
 * need not name it. A file that lists none has those that its seats name, since there is no list to mistype.
 */

type Categories = PlanLayout['categories'];

const atMost = 40;
/** For bands without a colour: far apart, and none of them the red and grey of taken seats. */
const palette = ['#3d6db5', '#2f8a6b', '#c49a1a', '#7a4fa3', '#b3262f', '#3a7d8c', '#d9742b', '#64748b'];

export function readCategories(
  raw: unknown,
  zones: readonly LayoutZone[],
  reading: LayoutReading,
): { readonly list: Categories; readonly inZones: readonly LayoutZone[] } {
  const listed = Array.isArray(raw) ? raw.map((one, at) => readCategory(one, at, reading)) : [];
  const list = listed.length > 0 ? listed : namedBySeats(zones, reading);
  if (list.length === 0) {
    const seats = zones.reduce((sum, { rows }) => sum + rows.reduce((n, row) => n + row.seats.length, 0), 0);
    reading.remarks.fault(
      { field: 'categories' },
      `list at least one category, as in [{ "name": "Stalls" }]: none of the ${seats} seats names one. If it is the only one, they are all of it`,
    );
  }
  if (list.length > atMost)
    reading.remarks.fault({ field: 'categories' }, `list at most ${atMost} categories: these are ${list.length}`);
  for (const [color, [first, ...others]] of Map.groupBy(list, (one) => one.color))
    if (color !== undefined && first && others.length > 0)
      reading.remarks.mention(
        { field: `categories.${list.indexOf(first)}.color` },
        `${namesOf([first, ...others])} have one colour: fans cannot tell them apart on the plan`,
      );
  const byName = new Map(list.map(({ name }) => [name, name]));
  const alike = Map.groupBy(list, ({ name }) => folded(name));
  return { list, inZones: zones.map((zone, at) => withCategories(zone, at)) };

  function withCategories(zone: LayoutZone, at: number): LayoutZone {
    const own = { field: `zones.${at}`, zone: zone.name ?? zone.zone_id ?? `the zone at zones.${at}` };
    return {
      ...zone,
      rows: zone.rows.map((row, r) => ({
        ...row,
        seats: row.seats.map((seat, s) => {
          const category = categoryOf(seat.category, () => ({
            ...own,
            field: `${own.field}.rows.${r}.seats.${s}`,
            row: row.row_number,
            seat: seat.seat_number,
          }));
          return category === seat.category ? seat : { ...seat, category };
        }),
      })),
    };
  }

  function categoryOf(said: string, place: () => Parameters<LayoutReading['remarks']['mention']>[0]): string {
    const known = byName.get(said);
    if (known !== undefined || list.length === 0) return known ?? said;
    if (said === '') {
      const [only] = list;
      if (only && list.length === 1) {
        reading.remarks.mention(place(), `names no category: it is "${only.name}", the only one`);
        return only.name;
      }
      reading.remarks.fault(place(), `name a category: ${namesOf(list)}`, '.category');
      return said;
    }
    const [one, other] = alike.get(folded(said)) ?? [];
    if (one && !other) {
      reading.remarks.mention(place(), `category "${said}" is read as "${one.name}"`);
      return one.name;
    }
    reading.remarks.fault(place(), unknownCategory(list, said), '.category');
    return said;
  }
}

export function unknownCategory(list: Categories, name: string): string {
  return `there is no category "${name}"; known: ${namesOf(list)}`;
}

function namesOf(list: Categories): string {
  return list.map(({ name }) => name).join(', ');
}

function readCategory(raw: unknown, at: number, reading: LayoutReading): Categories[number] {
  const field = `categories.${at}`;
  const part = isObject(raw) ? raw : { name: raw };
  reading.unknownKeys(field, part, ['name', 'color', 'colour', 'uuid', 'id']);
  const place = { field: `${field}.name` };
  const name = reading.text(place, part.name, { name: true, atMost: 40 });
  if (name === '') reading.remarks.fault(place, 'name the category');
  const written = textIn(part.color ?? part.colour)?.text ?? '';
  if (written === '') return { name };
  const color = colourOf(written);
  const said = { field: `${field}.color` };
  if (color === undefined) {
    const instead = palette[at % palette.length] ?? '#64748b';
    reading.remarks.mention(said, `"${written}" is no colour that can be seen: ${name} is drawn in ${instead}`);
    return { name, color: instead };
  }
  if (!/^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(written))
    reading.remarks.mention(said, `"${written}" is drawn as ${color}`);
  if (!standsOut(color))
    reading.remarks.mention(
      said,
      `${name} is nearly white, and its seats can hardly be seen: choose a darker one`,
      'pale',
    );
  return { name, color };
}

/** In the order of the file. */
function namedBySeats(zones: readonly LayoutZone[], reading: LayoutReading): Categories {
  const names = new Set<string>();
  for (const { rows, stampede } of zones) {
    for (const { seats } of rows) for (const { category } of seats) if (category !== '') names.add(category);
    const counted = stampede?.standing ?? stampede?.unreserved;
    if (counted) names.add(counted.category);
  }
  if (names.size > 0)
    reading.remarks.mention(
      { field: 'categories' },
      `the file lists none: these are of its seats: ${[...names].join(', ')}`,
    );
  return [...names].map((name, at) => ({ name, color: palette[at % palette.length] ?? '#64748b' }));
}
