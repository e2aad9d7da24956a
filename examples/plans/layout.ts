import type { Point } from '../../contracts/plan.ts';

/*
 * The part of the pretix seating-plan layout that the generators write, with the `stampede` objects for
 * what it cannot say. One unit is 2.5 cm: a seat of 55 cm is 22 units, the radius pretix draws by default fits.
 */

export interface Seat {
  readonly seat_guid: string;
  readonly seat_number: string;
  readonly position: Point;
  readonly category: string;
  readonly radius?: number;
  readonly stampede?: {
    readonly access?: 'wheelchair' | 'companion';
    readonly aisle?: boolean;
    readonly view?: string;
  };
}

export interface DrawnRow {
  readonly row_number: string;
  readonly row_number_position?: 'start' | 'end' | 'both';
  readonly position: Point;
  readonly seats: readonly Seat[];
}

export interface Area {
  readonly shape: 'polygon' | 'rectangle' | 'text';
  readonly position: Point;
  readonly color?: string;
  readonly border_color?: string;
  readonly rotation?: number;
  readonly polygon?: { readonly points: readonly Point[] };
  readonly rectangle?: { readonly width: number; readonly height: number };
  readonly text?: { readonly text: string; readonly position: Point; readonly size?: number; readonly color?: string };
}

export interface Zone {
  readonly name: string;
  readonly zone_id: string;
  readonly position: Point;
  readonly rows: readonly DrawnRow[];
  readonly areas: readonly Area[];
  readonly stampede?: {
    readonly standing?: { readonly places: number; readonly category: string };
    readonly unreserved?: { readonly places: number; readonly category: string };
    readonly neighbours?: readonly string[];
  };
}

export interface Layout {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly categories: readonly { readonly name: string; readonly color: string }[];
  readonly zones: readonly Zone[];
  readonly stampede?: { readonly focalPoint?: Point };
}

export const origin: Point = { x: 0, y: 0 };

/** To a tenth of a unit, 2.5 mm. */
export function at(x: number, y: number): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}

/** A, B, … H, J, … : no I and no O, which look like numbers on a seat. */
export function rowLetter(n: number): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  const letter = letters[n % letters.length] ?? '';
  return letter.repeat(1 + Math.floor(n / letters.length));
}
