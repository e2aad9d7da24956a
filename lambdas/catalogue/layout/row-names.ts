import { seatLabel } from '../../../contracts/plan.ts';
import { folded } from '../../../rules/folded.ts';
import { countedIn, sectionNameOf } from '../plan-faults.ts';
import type { LayoutPoint, LayoutRow, LayoutSeat, LayoutZone, PlanLayout } from '../plan-layout.ts';
import { usualSpacing } from '../row-order.ts';
import type { FilePlace, Remarks } from './remarks.ts';
import { pointOf } from './seats-in.ts';

/*
 * Every seat has a name of its own: section, row and number. Editors draw a row that an aisle parts as several, all of
 * one label. If their numbers run on they are one row again. If numbers begin anew they are parts, numbered from the left as
 * drawn: row A (1) and row A (2), or the next numbers that no other row has. Without a label there is nothing to number, and a
 * seat drawn twice at one place is one seat too many: these are faults. So are names that come out the same all the same. Long because
 * rows, zones and seats are named alike in many ways.
 *
 *   A  1 2 3   4 5 6      row A, with an aisle
 *   A  1 2 3   1 2 3      row A (1), row A (2)
 */

/** Two parts of one row are hardly farther apart than an aisle and a gangway: twelve seats' widths. */
const partsApart = 12;
const aisleGap = 1.6;

interface RowPart {
  readonly row: LayoutRow;
  /** In the zone. */
  readonly at: number;
  readonly from: number;
  readonly seats: readonly SeatAtPoint[];
}

interface SeatAtPoint extends LayoutPoint {
  readonly seat: LayoutSeat;
}

export function withOwnNames(layout: PlanLayout, remarks: Remarks): PlanLayout {
  const rows = layout.zones.map((zone, at) => nameRows(zone, at, remarks));
  const zones = nameZones(rows, remarks);
  sameNameFaults(zones, remarks);
  return { ...layout, zones };
}

/** A zone "Main, row A" with a row without a name, and a zone "Main" with a row A: nobody can tell their seats apart. */
function sameNameFaults(zones: readonly LayoutZone[], remarks: Remarks): void {
  const seen = new Map<string, { readonly zone: string; readonly row: string }>();
  for (const [at, { rows, ...rest }] of zones.entries()) {
    const zone = sectionNameOf({ rows, ...rest });
    for (const [r, { row_number: row, seats }] of rows.entries())
      for (const [n, { seat_number }] of seats.entries()) {
        const name = seatLabel({ name: zone, kind: 'seated' }, row, { number: seat_number });
        const first = seen.get(name);
        if (first === undefined) seen.set(name, { zone, row });
        else if (first.zone !== zone || first.row !== row)
          remarks.fault(
            { field: `zones.${at}.rows.${r}.seats.${n}`, zone, row, seat: seat_number },
            `called like seats of another row, ${rowOfZone(first)}: name the zone or the row otherwise`,
          );
      }
  }
}

const rowOfZone = ({ zone, row }: { readonly zone: string; readonly row: string }) =>
  row === '' ? `${zone}, a row without a name` : `${zone}, row ${row}`;

/** `A (1)`, `A (2)`, …: as many as are asked for, and none that is taken. */
function numbered(name: string, count: number, taken: ReadonlySet<string>): readonly string[] {
  const free: string[] = [];
  for (let n = 1; free.length < count; n++) if (!taken.has(`${name} (${n})`)) free.push(`${name} (${n})`);
  return free;
}

function nameRows(zone: LayoutZone, at: number, remarks: Remarks): LayoutZone {
  const parts = zone.rows.flatMap((row, r) => partsOf(zone, row, r));
  const named = Map.groupBy(parts, ({ row }) => row.row_number);
  const zoneName = zone.name ?? zone.zone_id ?? '';
  const place = ({ at: r, row }: RowPart): FilePlace => ({
    field: `zones.${at}.rows.${r}`,
    zone: zoneName,
    row: row.row_number,
  });
  sayAlike(named, place, remarks);
  const rows = [...named].flatMap(([label, own]): readonly LayoutRow[] => {
    const [first] = own;
    if (label === '' && first && own.some(({ seats }) => seats.length > 0)) {
      const nameless = own.filter(({ seats }) => seats.length > 0);
      if (twice(nameless))
        for (const part of nameless)
          remarks.fault(
            { ...place(part), field: `zones.${at}` },
            `${nameless.length} rows without a name have the same seat numbers, beginning at ${nameless.map(startOf).join(' and at ')}: write their row_number`,
          );
      else
        for (const part of nameless)
          remarks.mention(
            { ...place(part), row: `without a name at ${startOf(part)}` },
            'its seats are named by their numbers alone. Write its row_number if it has one',
          );
      return own.map(rowOf(zone, label));
    }
    if (!twice(own)) return oneRow(zone, own) ?? own.map(rowOf(zone, label));
    const doubled = drawnTwice(own);
    if (doubled.length > 0) {
      for (const { part, drawn } of doubled)
        remarks.fault(
          {
            ...place(part),
            field: `${place(part).field}.seats.${part.from + part.seats.indexOf(drawn)}`,
            seat: drawn.seat.seat_number,
          },
          'is there twice. Correct one of the numbers, or take a seat out',
          '.seat_number',
        );
      return own.map(rowOf(zone, label));
    }
    const names = numbered(label, own.length, new Set(named.keys()));
    if (first)
      remarks.mention(
        place(first),
        `is drawn in ${own.length} parts whose seat numbers begin anew: from the left they are row ${names[0]} to ${names.at(-1)}. ` +
          `Give them names of their own in row_number to have others`,
      );
    return fromTheLeft(own).map((part, n) => ({ ...rowOf(zone, label)(part), row_number: names[n] ?? label }));
  });
  return { ...zone, rows };
}

function startOf({ seats: [seat] }: RowPart): string {
  return `${Math.round(seat?.x ?? 0)}, ${Math.round(seat?.y ?? 0)}`;
}

/** A row that is drawn as one may have numbers that begin anew behind an aisle. */
function partsOf(zone: LayoutZone, row: LayoutRow, at: number): readonly RowPart[] {
  const seats = row.seats.map((seat): SeatAtPoint => ({ seat, ...pointOf(zone, row, seat) }));
  const whole: RowPart = { row, at, from: 0, seats };
  if (!repeats(seats) || seats.some(({ x }) => Number.isNaN(x))) return [whole];
  const usual = usualSpacing(seats);
  const parts: RowPart[] = [];
  let from = 0;
  for (let n = 1; n <= seats.length; n++) {
    const [before, seat] = [seats[n - 1], seats[n]];
    const gap = before && seat ? apart(seat, before) : Number.POSITIVE_INFINITY;
    if (gap <= usual * aisleGap) continue;
    const more = seats.slice(from, n);
    const last = parts.at(-1);
    if (last && !repeats([...last.seats, ...more]))
      parts[parts.length - 1] = { ...last, seats: [...last.seats, ...more] };
    else parts.push({ row, at, from, seats: more });
    from = n;
  }
  return parts.some((part) => repeats(part.seats)) ? [whole] : parts;
}

function repeats(seats: readonly SeatAtPoint[]): boolean {
  return new Set(seats.map(({ seat }) => seat.seat_number)).size < seats.length;
}

function twice(parts: readonly RowPart[]): boolean {
  return repeats(parts.flatMap(({ seats }) => seats));
}

/** Seats that no name of their part can tell apart: twice in one part, or twice at one place. */
function drawnTwice(parts: readonly RowPart[]): readonly { readonly part: RowPart; readonly drawn: SeatAtPoint }[] {
  const at = new Map<string, LayoutPoint[]>();
  return parts.flatMap((part) => {
    const inPart = new Set<string>();
    return part.seats.flatMap((drawn) => {
      const { seat_number } = drawn.seat;
      const others = at.get(seat_number) ?? [];
      const again = inPart.has(seat_number) || others.some(({ x, y }) => apart({ x, y }, drawn) < 1);
      inPart.add(seat_number);
      at.set(seat_number, [...others, drawn]);
      return again ? [{ part, drawn }] : [];
    });
  });
}

/** The parts as one row, if they lie one after the other. Undefined: they are rows of the same name. */
function oneRow(zone: LayoutZone, parts: readonly RowPart[]): readonly LayoutRow[] | undefined {
  const [first] = parts;
  if (!first) return undefined;
  if (parts.length === 1) return [rowOf(zone, first.row.row_number)(first)];
  const inOrder = fromTheLeft(parts.filter(({ seats }) => seats.length > 0));
  const usual = usualSpacing(inOrder.flatMap(({ seats }) => seats));
  for (const [n, part] of inOrder.entries()) {
    const next = inOrder[n + 1];
    if (next && !sideBySide(part, next, usual * partsApart)) return undefined;
  }
  return [rowOf(zone, first.row.row_number)({ ...first, seats: inOrder.flatMap(({ seats }) => seats) })];
}

/**
 * Whether one goes on where the other ends, at most so far away. From the first end to the last it is then about as far
 * as along both; a curve is seven tenths of that at least, and rows behind one another less.
 */
function sideBySide(one: RowPart, other: RowPart, atMost: number): boolean {
  const ends = ({ seats }: RowPart) => [seats[0], seats.at(-1)].flatMap((seat) => seat ?? []);
  const [a, b, c, d] = [...ends(one), ...ends(other)];
  if (!a || !b || !c || !d) return false;
  const pairs = [
    [a, c, b, d],
    [a, d, b, c],
    [b, c, a, d],
    [b, d, a, c],
  ] as const;
  const [near, far] = pairs
    .map(([x, y, u, v]) => [apart(x, y), apart(u, v)] as const)
    .reduce((best, next) => (next[0] < best[0] ? next : best));
  return near <= atMost && far >= 0.7 * (apart(a, b) + near + apart(c, d));
}

function apart(a: LayoutPoint, b: LayoutPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function fromTheLeft(parts: readonly RowPart[]): readonly RowPart[] {
  const across = isAcross(parts);
  const middle = ({ seats }: RowPart) =>
    seats.reduce((sum, { x, y }) => sum + (across ? x : y), 0) / Math.max(1, seats.length);
  return [...parts].sort((a, b) => middle(a) - middle(b));
}

/** Whether they reach farther from left to right than from top to bottom. */
function isAcross(parts: readonly RowPart[]): boolean {
  const { low, high } = boxOf(parts);
  return high.x - low.x >= high.y - low.y;
}

function boxOf(parts: readonly RowPart[]): { readonly low: LayoutPoint; readonly high: LayoutPoint } {
  const seats = parts.flatMap((part) => part.seats);
  const [xs, ys] = [seats.map(({ x }) => x), seats.map(({ y }) => y)];
  return { low: { x: Math.min(...xs), y: Math.min(...ys) }, high: { x: Math.max(...xs), y: Math.max(...ys) } };
}

/** Its seats are placed within the zone, as they may come from several rows. */
function rowOf(zone: LayoutZone, label: string): (part: RowPart) => LayoutRow {
  return ({ seats }) => ({
    row_number: label,
    seats: seats.map(({ seat, x, y }) => ({
      ...seat,
      position: { x: x - zone.position.x, y: y - zone.position.y },
    })),
  });
}

/** Letters of Cyrillic and Greek that are drawn as these of Latin: А, В, Е and so on. Small, as `folded` makes them. */
const drawnAs: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', і: 'i', ј: 'j' },
  ...{ α: 'a', β: 'b', ε: 'e', ζ: 'z', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'n', ο: 'o', ρ: 'p', τ: 't', υ: 'y', χ: 'x' },
};

const lookOf = (label: string): string => [...folded(label)].map((letter) => drawnAs[letter] ?? letter).join('');

/** Row A and row a are two rows, and so are a Latin and a Cyrillic A: whoever reads or says a ticket takes one for the other. */
function sayAlike(
  named: ReadonlyMap<string, readonly RowPart[]>,
  place: (part: RowPart) => FilePlace,
  remarks: Remarks,
): void {
  const alike = Map.groupBy(named.keys(), lookOf);
  for (const labels of alike.values())
    for (const label of labels.length > 1 ? labels : [])
      for (const part of named.get(label)?.slice(0, 1) ?? [])
        remarks.mention(
          place(part),
          `rows ${labels.join(' and ')} of a zone ${new Set(labels.map(folded)).size > 1 ? 'look' : 'sound'} alike`,
          `alike ${labels.join(' ')}`,
        );
}

/** Zones of one name, in which rows and numbers come again, are numbered in the order of the file. */
function nameZones(zones: readonly LayoutZone[], remarks: Remarks): readonly LayoutZone[] {
  const named = Map.groupBy(zones.keys(), (at) => zones[at]?.name || zones[at]?.zone_id || '');
  const taken = new Set(named.keys());
  const names = new Map<number, string>();
  for (const [name, own] of named) {
    if (own.length < 2) continue;
    const seats = own.flatMap((at) => seatNames(zones[at]));
    if (new Set(seats).size === seats.length) continue;
    const seated = own.filter((at) => seatNames(zones[at]).length > 0);
    const given = numbered(name, seated.length, taken);
    for (const [n, at] of seated.entries()) {
      names.set(at, given[n] ?? name);
      remarks.mention(
        { field: `zones.${at}`, zone: name },
        `is the name of ${seated.length} zones, which have the same rows and numbers: they are ${given[0]} to ${given.at(-1)}. Name them apart to have others`,
        `zones ${name}`,
      );
    }
  }
  return zones.map((zone, at) => {
    const name = names.get(at);
    return name === undefined ? zone : { ...zone, name, zone_id: zone.zone_id || zone.name || '' };
  });
}

/** Of its seats within the zone. Places that are counted have one name for all of them. */
function seatNames(zone: LayoutZone | undefined): readonly string[] {
  const counted = zone && countedIn(zone);
  if (counted) return [counted.kind];
  return (zone?.rows ?? []).flatMap(({ row_number, seats }) =>
    seats.map(({ seat_number }) => `${row_number}|${seat_number}`),
  );
}
