import { countedIn, placeIdOf, sectionIdOf } from '../plan-faults.ts';
import type { LayoutZone, PlanLayout } from '../plan-layout.ts';
import { slugOf } from '../slug.ts';
import type { Remarks } from './remarks.ts';
import { placeOf } from './seats-in.ts';

/*
 * Every zone and every seat gets an id of its own. Ids are for programs: people know a seat by its section, row and
 * number. So an id that the file gives twice is made anew, and nobody has to number a hall again.
 */

export function withOwnIds(layout: PlanLayout, remarks: Remarks): PlanLayout {
  const zones = withZoneIds(layout.zones, remarks);
  const given = new Set<string>();
  const madeId = idMaker();
  for (const zone of zones) {
    const counted = countedIn(zone)?.places ?? 0;
    // As many as a section may have: more is a fault, and said elsewhere.
    for (let n = 1; n <= Math.min(counted, 1000); n++) given.add(placeIdOf(zone, n));
  }
  const wanted = new Set(
    zones.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ seat_guid }) => seat_guid))),
  );
  return {
    ...layout,
    zones: zones.map((zone, at) => ({
      ...zone,
      rows: zone.rows.map((row, r) => ({
        ...row,
        seats: row.seats.map((seat, s) => {
          const own = seat.seat_guid;
          if (own !== '' && !given.has(own)) {
            given.add(own);
            return seat;
          }
          if (own !== '')
            remarks.mention(placeOf(zone, at, r, s), `has the seat_guid of another seat: one was made`, 'guid');
          const made = madeId(
            [sectionIdOf(zone), slugOf(row.row_number, 'row'), slugOf(seat.seat_number, 'seat')],
            (id) => given.has(id) || wanted.has(id),
          );
          given.add(made);
          return { ...seat, seat_guid: made };
        }),
      })),
    })),
  };
}

function withZoneIds(zones: readonly LayoutZone[], remarks: Remarks): readonly LayoutZone[] {
  const seen = new Map<string, number>();
  const madeId = idMaker();
  return zones.map((zone, at) => {
    const id = sectionIdOf(zone);
    const hasPlaces = countedIn(zone) !== undefined || zone.rows.some(({ seats }) => seats.length > 0);
    if (!hasPlaces || id === '') return zone;
    const other = seen.get(id);
    if (other === undefined) {
      seen.set(id, at);
      return zone;
    }
    const made = madeId([id], (one) => seen.has(one));
    seen.set(made, at);
    remarks.mention({ field: `zones.${at}.zone_id` }, `is that of zones.${other} too: both are sections of their own`);
    return { ...zone, name: zone.name || zone.zone_id || '', zone_id: made };
  });
}

/** Counts on from the last number of a name, as a hall may have a thousand seats of one. */
function idMaker(): (parts: readonly string[], taken: (id: string) => boolean) => string {
  const counted = new Map<string, number>();
  return (parts, taken) => {
    const base = parts.filter(Boolean).join('-').slice(0, 56) || 'seat';
    let n = counted.get(base) ?? 1;
    const id = () => (n === 1 ? base : `${base}-${n}`);
    while (taken(id())) n++;
    counted.set(base, n);
    return id();
  };
}
