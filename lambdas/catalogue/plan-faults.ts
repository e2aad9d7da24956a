import { unknownCategory } from './layout/read-categories.ts';
import type { Remarks } from './layout/remarks.ts';
import { isForPrograms } from './layout/written.ts';
import type { CountedPlaces, LayoutZone, PlanLayout } from './plan-layout.ts';
import { slugOf } from './slug.ts';
import { unprintablePlanFaults } from './unprintable-faults.ts';

/*
 * Everything that can be wrong with a plan that is of the right form, and that nothing can mend. Each fault is named by
 * its place in the file and by the name a person in the box office would use. All faults are listed, not only the first,
 * so that a plan is mended in one go.
 */

/** One section is one item of the house's table and is decided on as a whole. */
export const seatsInSection = 1_000;
export const seatsInPlan = 100_000;

/** The section's id. */
export function sectionIdOf(zone: LayoutZone): string {
  return sectionSlug(zone.zone_id || zone.name || '');
}

/** Of the `zone_id` or name that a file calls a section by. */
export function sectionSlug(name: string): string {
  return slugOf(name, 'section');
}

/** The id of a price category by its name. */
export function categoryIdOf(name: string): string {
  return slugOf(name, 'category');
}

/** The places of a zone that has no rows, and what the file calls them. */
export function countedIn({
  stampede,
}: LayoutZone): ({ readonly kind: 'standing' | 'unreserved' } & CountedPlaces) | undefined {
  if (stampede?.standing) return { kind: 'standing', ...stampede.standing };
  return stampede?.unreserved && { kind: 'unreserved', ...stampede.unreserved };
}

/** A counted place's id; `n` from 1. */
export function placeIdOf(zone: LayoutZone, n: number): string {
  return `${sectionIdOf(zone)}-${n}`;
}

export function sectionNameOf(zone: LayoutZone): string {
  return zone.name || zone.zone_id || '';
}

export function placesOf(zone: LayoutZone): number {
  return zone.rows.reduce((sum, { seats }) => sum + seats.length, countedIn(zone)?.places ?? 0);
}

export function findFaults(layout: PlanLayout, remarks: Remarks): void {
  categoryFaults(layout, remarks);
  zoneFaults(layout, remarks);
  for (const { field, message } of unprintablePlanFaults(layout)) remarks.fault({ field }, message);
}

function categoryFaults({ categories }: PlanLayout, remarks: Remarks): void {
  const seen = new Map<string, number>();
  for (const [at, { name }] of categories.entries()) {
    const id = categoryIdOf(name);
    const field = `categories.${at}.name`;
    const other = seen.get(id);
    if (name === '') continue;
    if (id === '') remarks.fault({ field }, 'needs a letter or a digit');
    else if (isForPrograms(name))
      remarks.fault({ field }, `is an id for programs, "${name}": write what people call it`);
    else if (other !== undefined) remarks.fault({ field }, `is like categories.${other}.name: "${name}"`);
    else seen.set(id, at);
  }
}

function zoneFaults(layout: PlanLayout, remarks: Remarks): void {
  const ids = new Set(layout.zones.map(sectionIdOf));
  let all = 0;
  for (const [at, zone] of layout.zones.entries()) {
    const places = placesOf(zone);
    const field = `zones.${at}`;
    all += places;
    if (places === 0) continue;
    if (sectionIdOf(zone) === '')
      remarks.fault({ field }, 'name the zone, or give it a zone_id, with a letter or a digit', '.name');
    largeFaults(zone, field, remarks);
    countedFaults(layout, zone, field, remarks);
    for (const [n, neighbour] of (zone.stampede?.neighbours ?? []).entries())
      if (!ids.has(sectionSlug(neighbour)))
        remarks.fault({ field }, `there is no zone "${neighbour}"`, `.stampede.neighbours.${n}`);
  }
  if (all === 0 && layout.zones.length > 0) remarks.fault({ field: 'zones' }, 'hold no seat at all');
  if (all > seatsInPlan) remarks.fault({ field: 'zones' }, `hold ${all} seats: at most ${seatsInPlan} a plan`);
}

/** A zone of many rows is parted between two of them (parted-zones.ts); a row is never parted. */
function largeFaults(zone: LayoutZone, field: string, remarks: Remarks): void {
  const places = countedIn(zone)?.places ?? 0;
  if (places > seatsInSection)
    remarks.fault(
      { field },
      `${sectionNameOf(zone)} has ${places} places: at most ${seatsInSection} a zone without rows. Split it into zones`,
    );
  for (const [r, { row_number, seats }] of zone.rows.entries())
    if (seats.length > seatsInSection)
      remarks.fault(
        { field: `${field}.rows.${r}`, zone: sectionNameOf(zone), row: row_number },
        `${seats.length} seats in one row: at most ${seatsInSection}. Split it, for instance at an aisle`,
      );
}

function countedFaults(layout: PlanLayout, zone: LayoutZone, field: string, remarks: Remarks): void {
  const counted = countedIn(zone);
  if (!counted) return;
  const { kind, category } = counted;
  if (zone.stampede?.standing && zone.stampede.unreserved)
    remarks.fault({ field }, 'the zone is for standing: use a zone for each', '.stampede.unreserved');
  if (zone.rows.some(({ seats }) => seats.length > 0))
    remarks.fault(
      { field },
      `has seats, but the zone is ${kind === 'standing' ? 'for standing' : 'unreserved'}: use a zone for each`,
      '.rows',
    );
  if (!layout.categories.some(({ name }) => name === category))
    remarks.fault({ field }, unknownCategory(layout.categories, category), `.stampede.${kind}.category`);
  // A seat's id has at most 64 characters, five of them for the place: `-1000`.
  if (sectionIdOf(zone).length > 59)
    remarks.fault({ field }, 'use at most 59 characters for a zone without rows', '.zone_id');
  const shape = zone.areas?.[0]?.shape;
  if (shape === undefined || shape === 'text')
    remarks.fault(
      { field },
      `needs a first area that says where people ${kind === 'standing' ? 'stand' : 'sit'}`,
      '.areas',
    );
}
