import type { LayoutPoint, LayoutRow, LayoutSeat, LayoutZone, PlanLayout } from '../plan-layout.ts';
import type { FilePlace } from './remarks.ts';

/** A seat where it is drawn, with its names. */
export interface DrawnSeat extends LayoutPoint {
  readonly seat: LayoutSeat;
  readonly place: () => FilePlace;
}

/** Of a zone; seats whose position could not be read are left out. */
export function seatsInZone(zone: LayoutZone, at: number): readonly DrawnSeat[] {
  return zone.rows.flatMap((row, r) =>
    row.seats.flatMap((seat, s) => {
      const point = pointOf(zone, row, seat);
      const place = () => placeOf(zone, at, r, s);
      return Number.isFinite(point.x) ? [{ seat, ...point, place }] : [];
    }),
  );
}

export function seatsInLayout({ zones }: Pick<PlanLayout, 'zones'>): readonly DrawnSeat[] {
  return zones.flatMap((zone, at) => seatsInZone(zone, at));
}

export function pointOf(zone: LayoutZone, row: LayoutRow, seat: LayoutSeat): LayoutPoint {
  return {
    x: zone.position.x + (row.position?.x ?? 0) + seat.position.x,
    y: zone.position.y + (row.position?.y ?? 0) + seat.position.y,
  };
}

export function placeOf(zone: LayoutZone, at: number, r: number, s: number): FilePlace {
  const row = zone.rows[r];
  return {
    field: `zones.${at}.rows.${r}.seats.${s}`,
    zone: zone.name ?? zone.zone_id ?? `the zone at zones.${at}`,
    row: row?.row_number ?? '',
    seat: row?.seats[s]?.seat_number ?? '',
  };
}
