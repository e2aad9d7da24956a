import { createHash } from 'node:crypto';
import type { Plan, PlanSection, Point } from '../../contracts/plan.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { colourOf } from './layout/colour.ts';
import { fitDrawing } from './layout/drawing.ts';
import { withPartedZones } from './layout/parted-zones.ts';
import { focalPointOf } from './layout/plan-front.ts';
import { readLayout } from './layout/read-layout.ts';
import { withOwnNames } from './layout/row-names.ts';
import { withOwnIds } from './layout/seat-ids.ts';
import { inferNeighbours } from './neighbours.ts';
import {
  categoryIdOf,
  countedIn,
  findFaults,
  placeIdOf,
  sectionIdOf,
  sectionNameOf,
  sectionSlug,
} from './plan-faults.ts';
import type { CountedPlaces, LayoutZone, PlanLayout } from './plan-layout.ts';
import { rowInOrder, usualSpacing } from './row-order.ts';
import { drawArea, extentOf, sceneryOf, tenth } from './scenery.ts';
import { plainSlug } from './slug.ts';

/*
 * A file becomes a plan, in steps. Every mend on the way is mentioned, and every fault has its place. The operator who
 * imports a plan reads both, and nothing is open before.
 *
 *   read the form → faults → ids → drawing → names of rows → front → zones of a thousand → plan
 *
 * One zone with seats is one section, positions are added up, and rows are ordered from the focal point outwards. The
 * plan's id ends in the hash of its content, so a corrected plan is another plan, and a house that was opened on the
 * first one keeps it.
 */

export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan; readonly mentions: readonly FieldError[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

type Section = Omit<PlanSection, 'neighbours'>;

export function readPlan(raw: unknown): ReadPlan {
  const { layout: read, reading } = readLayout(raw);
  const { remarks } = reading;
  if (!read) return { ok: false, errors: remarks.faults() };
  findFaults(read, remarks);
  // In this order: the first two speak of places in the file, and the third makes new rows of them.
  const named = withOwnNames(fitDrawing(withOwnIds(read, remarks), remarks), remarks);
  const errors = remarks.faults();
  if (errors.length > 0) return { ok: false, errors };
  const scenery = sceneryOf(named);
  const focalPoint = focalPointOf(named, scenery, remarks);
  const plan = planOf(withPartedZones(named, focalPoint, remarks), scenery, focalPoint);
  return { ok: true, plan, mentions: remarks.mentions() };
}

function planOf(layout: PlanLayout, scenery: Plan['scenery'], focalPoint: Point): Plan {
  const zones = layout.zones.filter((zone) => countedIn(zone) || zone.rows.some(({ seats }) => seats.length > 0));
  const sections = zones.map((zone) => sectionOf(zone, focalPoint));
  const inferred = inferNeighbours(sections, planSpacing(sections));
  const content: Omit<Plan, 'id'> = {
    v: 1,
    name: layout.name,
    width: layout.size.width,
    height: layout.size.height,
    focalPoint,
    categories: layout.categories.map(({ name, color }) => ({ id: categoryIdOf(name), name, color: longColor(color) })),
    sections: sections.map((section, at): PlanSection => {
      const said = zones[at]?.stampede?.neighbours?.map(sectionSlug);
      return { ...section, neighbours: said ?? inferred.get(section.id) ?? [] };
    }),
    scenery,
    seats: sections.reduce((sum, section) => sum + section.rows.reduce((n, { seats }) => n + seats.length, 0), 0),
  };
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
  // 64 characters in all: 51 of the name, a hyphen, 12 of the hash.
  return { ...content, id: `${plainSlug(layout.name).slice(0, 51) || 'plan'}-${hash}` };
}

function sectionOf(zone: LayoutZone, focalPoint: Point): Section {
  const id = sectionIdOf(zone);
  const name = sectionNameOf(zone);
  const counted = countedIn(zone);
  if (counted) return { id, name, kind: counted.kind, rows: [countedPlaces(zone, counted, focalPoint)] };
  const rows = zone.rows
    .filter(({ seats }) => seats.length > 0)
    .map((row) =>
      rowInOrder(
        row.row_number,
        row.seats.map(({ seat_guid, seat_number, position, category, stampede }) => ({
          id: seat_guid,
          number: seat_number,
          x: tenth(zone.position.x + (row.position?.x ?? 0) + position.x),
          y: tenth(zone.position.y + (row.position?.y ?? 0) + position.y),
          category: categoryIdOf(category),
          ...(stampede?.access && { access: stampede.access }),
          ...(stampede?.aisle !== undefined && { aisle: stampede.aisle }),
          ...(stampede?.view !== undefined && { view: stampede.view }),
        })),
      ),
    );
  const distance = (seats: readonly Point[]) =>
    seats.reduce((sum, { x, y }) => sum + Math.hypot(x - focalPoint.x, y - focalPoint.y), 0) / seats.length;
  return { id, name, kind: 'seated', rows: [...rows].sort((a, b) => distance(a.seats) - distance(b.seats)) };
}

/** Places on a grid within the zone's first area, nearest the focal point first, so numbers fill from the front. */
function countedPlaces(
  zone: LayoutZone,
  { places, category }: CountedPlaces,
  focalPoint: Point,
): PlanSection['rows'][number] {
  const [piece] = zone.areas?.[0] ? drawArea(zone, zone.areas[0]) : [];
  if (!piece || piece.kind === 'text') throw new Error(`${sectionIdOf(zone)} has no area to be in`);
  const [left, top, right, bottom] = extentOf(piece.points);
  const [width, height] = [right - left, bottom - top];
  const columns = Math.max(1, Math.round(Math.sqrt((places * width) / Math.max(height, 1))));
  const lines = Math.ceil(places / columns);
  const grid = Array.from({ length: places }, (_, n) => ({
    x: tenth(left + (((n % columns) + 0.5) * width) / columns),
    y: tenth(top + ((Math.floor(n / columns) + 0.5) * height) / lines),
  }));
  const away = ({ x, y }: Point) => Math.hypot(x - focalPoint.x, y - focalPoint.y);
  grid.sort((a, b) => away(a) - away(b));
  return {
    label: '',
    seats: grid.map((place, at) => ({
      id: placeIdOf(zone, at + 1),
      number: `${at + 1}`,
      ...place,
      category: categoryIdOf(category),
    })),
  };
}

/** The usual distance of two seats side by side, over the whole plan. */
function planSpacing(sections: readonly Section[]): number {
  const spacings = sections
    .flatMap(({ kind, rows }) => (kind === 'seated' ? rows.map(({ seats }) => usualSpacing(seats)) : []))
    .filter((spacing) => spacing > 0)
    .sort((a, b) => a - b);
  return spacings[spacings.length >> 1] ?? 0;
}

/** `#rrggbb`; slate if the file gives none. */
function longColor(color = '#64748b'): string {
  return colourOf(color) ?? '#64748b';
}
