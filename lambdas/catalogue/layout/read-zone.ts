import { seatId } from '../../../contracts/ids.ts';
import { type LayoutRow, type LayoutSeat, type LayoutZone, seatFacts, zoneFacts } from '../plan-layout.ts';
import { readArea } from './read-area.ts';
import type { LayoutReading } from './reading.ts';
import type { FilePlace } from './remarks.ts';
import { isForPrograms, isObject, textIn } from './written.ts';

const zoneKeys = ['name', 'zone_id', 'uuid', 'position', 'rows', 'areas', 'stampede', 'displayed'];
const rowKeys = ['row_number', 'row_number_position', 'position', 'seats', 'uuid', 'row_label', 'seat_label'];
const rowsOfOldEditors = ['number_of_seats', 'seats_spacing', 'seat_spacing', 'start_at'];
/** Other programs mark a seat so, in its own keys. Unread, its place would be sold to anyone. */
const accessKeys = ['wheelchair', 'companion'] as const;
const seatKeys = [
  'seat_guid',
  'seat_number',
  'position',
  'category',
  'uuid',
  'radius',
  'stampede',
  'start_direction',
  ...accessKeys,
];
const origin = { x: 0, y: 0 };

export function readZone(raw: unknown, at: number, reading: LayoutReading): LayoutZone {
  const field = `zones.${at}`;
  if (!isObject(raw)) {
    reading.remarks.fault({ field }, 'is no zone: write an object with name, position and rows');
    return { position: origin, rows: [] };
  }
  reading.unknownKeys(field, raw, zoneKeys);
  const id = reading.text({ field: `${field}.zone_id` }, raw.zone_id, { name: true, atMost: 64 });
  const name =
    reading.text({ field: `${field}.name` }, raw.name, { name: true, atMost: 64 }) ||
    inPlaceOfName(id, raw, at, reading);
  const place: FilePlace = { field, zone: name || id || `the zone at zones.${at}` };
  if (raw.position === undefined) reading.remarks.mention(place, 'has no position: read as 0, 0');
  const position = raw.position === undefined ? origin : (reading.point(place, raw.position) ?? origin);
  const areas = listIn(raw.areas, place, '.areas', reading).map((area, n) =>
    readArea(area, { ...place, field: `${field}.areas.${n}` }, reading),
  );
  const stampede = reading.facts(place, raw.stampede, zoneFacts, '.stampede');
  return {
    ...(name !== '' && { name }),
    ...(id !== '' && { zone_id: id }),
    position,
    rows: listIn(raw.rows, place, '.rows', reading).map((row, n) =>
      readRow(row, { ...place, field: `${field}.rows.${n}` }, reading),
    ),
    areas: areas.flatMap((area) => area ?? []),
    ...(stampede && { stampede }),
  };
}

/** A zone without a name is called by its zone_id, unless only a program could read that out: then by its place in the file. */
function inPlaceOfName(
  id: string,
  { rows }: Readonly<Record<string, unknown>>,
  at: number,
  reading: LayoutReading,
): string {
  if (!isForPrograms(id)) return '';
  const name = `Section ${at + 1}`;
  if (Array.isArray(rows) && rows.length > 0)
    reading.remarks.mention(
      { field: `zones.${at}.name` },
      `is missing, and nobody can say the zone_id ${id} to a fan: it is called "${name}". Write what people call it`,
    );
  return name;
}

function readRow(raw: unknown, place: FilePlace, reading: LayoutReading): LayoutRow {
  if (!isObject(raw)) {
    reading.remarks.fault(place, 'is no row: write an object with row_number and seats');
    return { row_number: '', seats: [] };
  }
  reading.unknownKeys(place.field, raw, [...rowKeys, ...rowsOfOldEditors]);
  const label = textIn(raw.row_number)?.text ?? '';
  const named: FilePlace = { ...place, row: label };
  const row = reading.text(named, raw.row_number, { atMost: 16, at: '.row_number' });
  const given = raw.position === undefined || raw.position === null ? undefined : raw.position;
  const position = given === undefined ? undefined : reading.point(named, given);
  return {
    row_number: row,
    ...(position && { position }),
    seats: listIn(raw.seats, named, '.seats', reading).flatMap(
      (seat, n) => readSeat(seat, { ...named, field: `${place.field}.seats.${n}` }, reading) ?? [],
    ),
  };
}

function readSeat(raw: unknown, place: FilePlace, reading: LayoutReading): LayoutSeat {
  const facts = isObject(raw) ? raw : {};
  if (!isObject(raw))
    reading.remarks.fault(place, 'is no seat: write an object with seat_number, position and category');
  else reading.unknownKeys(place.field, raw, seatKeys);
  const named: FilePlace = { ...place, seat: textIn(facts.seat_number)?.text ?? '' };
  const number = reading.text(named, facts.seat_number, { atMost: 16, at: '.seat_number' });
  if (number === '') reading.remarks.fault(named, 'number the seat', '.seat_number');
  const position = reading.point(named, facts.position);
  const stampede = withAccess(reading.facts(named, facts.stampede, seatFacts, '.stampede'), facts, named, reading);
  return {
    seat_guid: idIn(facts.seat_guid, named, reading),
    seat_number: number,
    position: position ?? unknownPosition,
    category: reading.text(named, facts.category, { atMost: 40, at: '.category' }),
    ...(stampede && { stampede }),
  };
}

type SeatFacts = LayoutSeat['stampede'];

/** What `stampede` says of the seat stands before what its other keys say. */
function withAccess(
  said: SeatFacts,
  facts: Readonly<Record<string, unknown>>,
  place: FilePlace,
  reading: LayoutReading,
): SeatFacts {
  const unread = accessKeys.find((key) => yesOrNo(facts[key]) === undefined);
  if (unread) {
    const found = JSON.stringify(facts[unread]).slice(0, 40);
    reading.remarks.fault(place, `is ${found}, neither yes nor no: write true or false`, `.${unread}`);
  }
  const access = accessKeys.find((key) => yesOrNo(facts[key]));
  if (!access || said?.access) return said;
  reading.remarks.mention(
    place,
    `"${access}": ${JSON.stringify(facts[access])}, read as "stampede": { "access": "${access}" }`,
  );
  return { ...said, access };
}

/** As editors and spreadsheets write it. Undefined: nobody can tell. */
function yesOrNo(value: unknown): boolean | undefined {
  const text = String(value ?? '')
    .trim()
    .toLowerCase();
  if (/^(?:true|yes|y|1|x|ja|oui|si|sí|ie)$/.test(text)) return true;
  return /^(?:|false|no|n|0|nein|non|na)$/.test(text) ? false : undefined;
}

/** Stands for a position that could not be read, which is a fault. Nothing more is said of it. */
export const unknownPosition = { x: Number.NaN, y: Number.NaN };

/** An id is for programs. One that does not fit is made anew, since the seat is known by its row and number. */
function idIn(value: unknown, place: FilePlace, reading: LayoutReading): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (seatId.safeParse(text).success) return text as string;
  const absent = text === undefined || text === null || text === '';
  reading.remarks.mention(
    place,
    absent
      ? 'has no seat_guid: one was made of zone, row and seat'
      : 'has a seat_guid that is not of 1 to 64 Latin letters, digits, dots, hyphens and underscores: one was made of zone, row and seat',
  );
  return '';
}

function listIn(value: unknown, place: FilePlace, at: string, reading: LayoutReading): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  reading.remarks.fault(place, 'write a list, in [ and ]', at);
  return [];
}
