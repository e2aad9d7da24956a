import type { LayoutRow, LayoutSeat, LayoutZone, PlanLayout } from '../../../lambdas/catalogue/plan-layout.ts';

/** A row along x, `spacing` apart, numbered from 1. */
export function rowOf(prefix: string, row: string, count: number, y: number, spacing = 25): LayoutRow {
  const seats = Array.from(
    { length: count },
    (_, n): LayoutSeat => ({
      seat_guid: `${prefix}-${row}-${n + 1}`,
      seat_number: `${n + 1}`,
      position: { x: n * spacing, y: 0 },
      category: 'Stalls',
    }),
  );
  return { row_number: row, position: { x: 0, y }, seats };
}

export function zoneOf(id: string, more: Partial<LayoutZone> = {}): LayoutZone {
  return {
    name: id,
    zone_id: id,
    position: { x: 100, y: 200 },
    rows: [rowOf(id, 'A', 4, 0), rowOf(id, 'B', 4, 30)],
    ...more,
  };
}

export function layoutOf(
  zones: readonly LayoutZone[] = [zoneOf('Stalls')],
  more: Partial<PlanLayout> = {},
): PlanLayout {
  return {
    name: 'Old Playhouse',
    size: { width: 1000, height: 800 },
    categories: [
      { name: 'Stalls', color: '#B3262F' },
      { name: 'Circle (2)', color: '#39c' },
    ],
    zones: [...zones],
    ...more,
  };
}
