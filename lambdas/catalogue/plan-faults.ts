import type { FieldError } from '../../contracts/refusals.ts';
import type { CountedPlaces, LayoutZone, PlanLayout } from './plan-layout.ts';
import { slugOf } from './slug.ts';
import { unprintablePlanFaults } from './unprintable-faults.ts';

/*
 * Everything that can be wrong with a plan that is of the right form. Each fault is named by its place in the file and
 * by the name a person in the box office would use. All faults are listed, not only the first, so that a plan is mended
 * in one go. A hundred are enough to see the trouble.
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

export function faultsOf(layout: PlanLayout): readonly FieldError[] {
  return [
    ...categoryFaults(layout),
    ...zoneFaults(layout),
    ...seatFaults(layout),
    ...unprintablePlanFaults(layout),
  ].slice(0, 100);
}

function* categoryFaults({ categories }: PlanLayout): Generator<FieldError> {
  const seen = new Map<string, number>();
  for (const [at, { name }] of categories.entries()) {
    const id = categoryIdOf(name);
    const field = `categories.${at}.name`;
    if (id === '') yield { field, message: 'needs a letter or a digit' };
    const other = seen.get(id);
    if (other !== undefined) yield { field, message: `is like categories.${other}.name: "${name}"` };
    else seen.set(id, at);
  }
}

function* zoneFaults(layout: PlanLayout): Generator<FieldError> {
  const seen = new Map<string, number>();
  const ids = new Set(layout.zones.map(sectionIdOf));
  let all = 0;
  for (const [at, zone] of layout.zones.entries()) {
    const id = sectionIdOf(zone);
    const places = placesOf(zone);
    const field = `zones.${at}`;
    all += places;
    if (places === 0) continue;
    const other = seen.get(id);
    if (id === '')
      yield { field: `${field}.name`, message: 'name the zone, or give it a zone_id, with a letter or a digit' };
    else if (other !== undefined)
      yield {
        field: `${field}.zone_id`,
        message: `is the zone_id of zones.${other} too: "${id}". Give each zone its own`,
      };
    else seen.set(id, at);
    if (places > seatsInSection)
      yield {
        field,
        message: `${sectionNameOf(zone)} has ${places} seats: at most ${seatsInSection} a zone. Split it, for instance at an aisle`,
      };
    yield* countedFaults(layout, zone, field);
    for (const [n, neighbour] of (zone.stampede?.neighbours ?? []).entries())
      if (!ids.has(sectionSlug(neighbour)))
        yield { field: `${field}.stampede.neighbours.${n}`, message: `there is no zone "${neighbour}"` };
  }
  if (all === 0) yield { field: 'zones', message: 'hold no seat at all' };
  if (all > seatsInPlan) yield { field: 'zones', message: `hold ${all} seats: at most ${seatsInPlan} a plan` };
}

function placesOf(zone: LayoutZone): number {
  return zone.rows.reduce((sum, { seats }) => sum + seats.length, countedIn(zone)?.places ?? 0);
}

function* countedFaults(layout: PlanLayout, zone: LayoutZone, field: string): Generator<FieldError> {
  const counted = countedIn(zone);
  if (!counted) return;
  const { kind, category } = counted;
  if (zone.stampede?.standing && zone.stampede.unreserved)
    yield { field: `${field}.stampede.unreserved`, message: 'the zone is for standing: use a zone for each' };
  if (zone.rows.some(({ seats }) => seats.length > 0))
    yield {
      field: `${field}.rows`,
      message: `has seats, but the zone is ${kind === 'standing' ? 'for standing' : 'unreserved'}: use a zone for each`,
    };
  if (!layout.categories.some(({ name }) => name === category))
    yield { field: `${field}.stampede.${kind}.category`, message: unknownCategory(layout, category) };
  // A seat's id has at most 64 characters, five of them for the place: `-1000`.
  if (sectionIdOf(zone).length > 59)
    yield { field: `${field}.zone_id`, message: 'use at most 59 characters for a zone without rows' };
  const shape = zone.areas?.[0]?.shape;
  if (shape === undefined || shape === 'text')
    yield {
      field: `${field}.areas`,
      message: `needs a first area that says where people ${kind === 'standing' ? 'stand' : 'sit'}`,
    };
}

function* seatFaults(layout: PlanLayout): Generator<FieldError> {
  const known = new Set(layout.categories.map(({ name }) => name));
  const guids = new Map<string, string>();
  for (const zone of layout.zones) {
    // Counted places get their ids from the section's: see read-plan.ts.
    const places = Math.min(countedIn(zone)?.places ?? 0, seatsInSection);
    for (let n = 1; n <= places; n++) guids.set(placeIdOf(zone, n), `${sectionNameOf(zone)}, place ${n}`);
  }
  for (const [z, zone] of layout.zones.entries()) {
    const labels = new Map<string, string>();
    for (const [r, row] of zone.rows.entries()) {
      for (const [s, seat] of row.seats.entries()) {
        const field = `zones.${z}.rows.${r}.seats.${s}`;
        const place = `${sectionNameOf(zone)}, row ${row.row_number}, seat ${seat.seat_number}`;
        const twin = guids.get(seat.seat_guid);
        if (twin) yield { field: `${field}.seat_guid`, message: `"${seat.seat_guid}" is ${twin}, and again ${place}` };
        else guids.set(seat.seat_guid, place);
        const label = `${row.row_number}|${seat.seat_number}`;
        const namesake = labels.get(label);
        if (namesake) yield { field: `${field}.seat_number`, message: `${place} is there twice: see ${namesake}` };
        else labels.set(label, field);
        if (!known.has(seat.category))
          yield { field: `${field}.category`, message: `${place}: ${unknownCategory(layout, seat.category)}` };
        const x = zone.position.x + (row.position?.x ?? 0) + seat.position.x;
        const y = zone.position.y + (row.position?.y ?? 0) + seat.position.y;
        const { width, height } = layout.size;
        if (x < 0 || y < 0 || x > width || y > height)
          yield {
            field: `${field}.position`,
            message: `${place} lies at ${Math.round(x)}, ${Math.round(y)}, outside the drawing of ${width} by ${height}`,
          };
      }
    }
  }
}

function unknownCategory(layout: PlanLayout, name: string): string {
  return `there is no category "${name}"; known: ${layout.categories.map((category) => category.name).join(', ')}`;
}
