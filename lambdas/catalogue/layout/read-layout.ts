import { type LayoutZone, type PlanLayout, planFacts } from '../plan-layout.ts';
import { readCategories } from './read-categories.ts';
import { readZone } from './read-zone.ts';
import { LayoutReading } from './reading.ts';
import { isObject, numberIn } from './written.ts';

/*
 * Reads a file into the form of a layout, whatever wrote it. A value with one meaning is read as that and mentioned; every
 * other one is a fault. A part that cannot be read is left out, so that what is wrong with the others is
 * found in the same go.
 */

export interface LayoutRead {
  /** Undefined: not a seating plan at all. Meant for use if there is no fault. */
  readonly layout?: PlanLayout;
  readonly reading: LayoutReading;
}

const zonesAtMost = 400;

export function readLayout(raw: unknown): LayoutRead {
  const reading = new LayoutReading();
  const file = isObject(raw) && isObject(raw.layout) && raw.zones === undefined ? raw.layout : raw;
  if (!isObject(file)) {
    reading.remarks.fault(
      { field: 'layout' },
      'is no seating plan: send a JSON object with name, size, categories and zones',
    );
    return { reading };
  }
  reading.unknownKeys('', file, ['name', 'size', 'categories', 'zones', 'stampede', 'version', 'id', 'uuid']);
  const name = reading.text({ field: 'name' }, file.name, { name: true, atMost: 60 });
  if (name === '') reading.remarks.fault({ field: 'name' }, 'name the plan');
  const zones = zonesOf(file.zones, reading);
  const categories = readCategories(file.categories, zones, reading);
  const stampede = reading.facts({ field: 'stampede' }, file.stampede, planFacts);
  const layout: PlanLayout = {
    name,
    size: sizeOf(file.size),
    categories: categories.list,
    zones: categories.inZones,
    ...(stampede && { stampede }),
  };
  return { layout, reading };
}

function zonesOf(value: unknown, reading: LayoutReading): readonly LayoutZone[] {
  if (!Array.isArray(value) || value.length === 0) {
    reading.remarks.fault({ field: 'zones' }, 'list at least one zone');
    return [];
  }
  if (value.length > zonesAtMost)
    reading.remarks.fault({ field: 'zones' }, `list at most ${zonesAtMost} zones: these are ${value.length}`);
  return value.map((zone, at) => readZone(zone, at, reading));
}

/** Without a size that can be used the drawing is as large as its seats need: layout/drawing.ts. */
function sizeOf(value: unknown): PlanLayout['size'] {
  const [width, height] = isObject(value) ? [value.width, value.height] : [];
  const length = (one: unknown) => {
    const number = numberIn(one)?.number ?? 0;
    return number > 0 && number <= 1_000_000 ? number : 0;
  };
  return { width: length(width), height: length(height) };
}
