import type { Point } from '../../../contracts/plan.ts';
import { placesOf, seatsInSection, sectionIdOf, sectionNameOf } from '../plan-faults.ts';
import type { LayoutRow, LayoutZone, PlanLayout } from '../plan-layout.ts';
import type { Remarks } from './remarks.ts';
import { pointOf } from './seats-in.ts';

/*
 * A section is decided on as a whole and has at most a thousand seats. A larger zone becomes several sections of one
 * name, parted between two rows, so that nobody has to draw it anew. A party may still be spread over them.
 */

export function withPartedZones(layout: PlanLayout, focalPoint: Point, remarks: Remarks): PlanLayout {
  const ids = new Set(layout.zones.map(sectionIdOf));
  const parts = new Map<string, readonly string[]>();
  const zones = layout.zones.flatMap((zone, at) => {
    const places = placesOf(zone);
    if (places <= seatsInSection || zone.rows.length < 2) return [zone];
    const rows = [...zone.rows].sort((a, b) => awayFrom(focalPoint, zone, a) - awayFrom(focalPoint, zone, b));
    const groups = inParts(
      rows.filter(({ seats }) => seats.length > 0),
      places,
    );
    const said = groups.map((group) => `${group[0]?.row_number} to ${group.at(-1)?.row_number}`);
    remarks.mention(
      { field: `zones.${at}`, zone: sectionNameOf(zone) },
      `has ${places} seats, more than the ${seatsInSection} of a section: its rows are in ${groups.length} sections of this name, ${said.join(', ')}`,
    );
    const own = groups.map((_, n) => (n === 0 ? sectionIdOf(zone) : freeId(`${sectionIdOf(zone)}-${n + 1}`, ids)));
    parts.set(sectionIdOf(zone), own);
    return groups.map((group, n): LayoutZone => {
      const { areas, ...rest } = zone;
      return {
        ...rest,
        name: sectionNameOf(zone),
        zone_id: own[n] ?? '',
        rows: group,
        ...(n === 0 && areas && { areas }),
      };
    });
  });
  if (parts.size === 0) return layout;
  // A zone that has a parted one beside it has all its parts beside it, and they each other.
  return {
    ...layout,
    zones: zones.map((zone) => {
      const said = zone.stampede?.neighbours;
      if (!said) return zone;
      const siblings = [...parts.values()].find((own) => own.includes(sectionIdOf(zone))) ?? [];
      const all = [
        ...said.flatMap((one) => parts.get(one) ?? [one]),
        ...siblings.filter((one) => one !== sectionIdOf(zone)),
      ];
      return { ...zone, stampede: { ...zone.stampede, neighbours: [...new Set(all)] } };
    }),
  };
}

/** As few as will do, and as even as rows allow. */
function inParts(rows: readonly LayoutRow[], places: number): readonly (readonly LayoutRow[])[] {
  const aim = places / Math.ceil(places / seatsInSection);
  const parts: LayoutRow[][] = [];
  let inPart = 0;
  let before = 0;
  for (const row of rows) {
    const size = row.seats.length;
    const last = parts.at(-1);
    const isDue = before + size / 2 >= aim * parts.length;
    if (!last || inPart + size > seatsInSection || isDue) {
      parts.push([row]);
      inPart = size;
    } else {
      last.push(row);
      inPart += size;
    }
    before += size;
  }
  return parts;
}

function freeId(wanted: string, ids: Set<string>): string {
  let id = wanted.slice(0, 60);
  for (let n = 2; ids.has(id); n++) id = `${wanted.slice(0, 56)}-${n}`;
  ids.add(id);
  return id;
}

function awayFrom(focalPoint: Point, zone: LayoutZone, row: LayoutRow): number {
  const away = row.seats.map((seat) => {
    const { x, y } = pointOf(zone, row, seat);
    return Math.hypot(x - focalPoint.x, y - focalPoint.y);
  });
  return away.reduce((sum, one) => sum + one, 0) / Math.max(1, away.length);
}
