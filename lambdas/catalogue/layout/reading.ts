import type { z } from 'zod';
import { fieldErrors, type Issue } from '../../foundation/fields.ts';
import type { LayoutPoint } from '../plan-layout.ts';
import { type FilePlace, Remarks } from './remarks.ts';
import { isObject, numberIn, textIn } from './written.ts';

const farthest = 1_000_000;

/** Reads the parts of a file one by one, and remembers what is to be said of them. */
export class LayoutReading {
  readonly remarks = new Remarks();

  /** Empty if there is none, or none that can be read. */
  text(
    place: FilePlace,
    value: unknown,
    { name = false, atMost, at = '' }: { readonly name?: boolean; readonly atMost: number; readonly at?: string },
  ): string {
    const written = textIn(value, name);
    if (!written) {
      this.remarks.fault(place, 'write a text in quotes', at);
      return '';
    }
    if (written.was === 'untidy') this.remarks.mention(place, 'read without spaces or signs that nobody sees');
    if (written.was === 'number' && !name)
      this.remarks.mention(place, 'numbers without quotes, read as they are written');
    if ([...written.text].length > atMost) this.remarks.fault(place, `use at most ${atMost} characters`, at);
    return written.text;
  }

  /** Undefined if it cannot be read, which is a fault. */
  point(place: FilePlace, value: unknown): LayoutPoint | undefined {
    if (!isObject(value)) {
      this.remarks.fault(place, 'say where it is, as in "position": { "x": 40, "y": 25 }', '.position');
      return undefined;
    }
    const [x, y] = [this.#coordinate(place, value.x, 'x'), this.#coordinate(place, value.y, 'y')];
    return x === undefined || y === undefined ? undefined : { x, y };
  }

  /** A strict part with a form of its own. */
  facts<Facts>(place: FilePlace, value: unknown, form: z.ZodType<Facts>, at = ''): Facts | undefined {
    if (value === undefined || value === null) return undefined;
    const parsed = form.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { field, message } of fieldErrors(parsed.error.issues as readonly Issue[], [place.field + at]))
      this.remarks.fault({ ...place, field: place.field }, message, field.slice(place.field.length));
    return undefined;
  }

  unknownKeys(field: string, part: Readonly<Record<string, unknown>>, known: readonly string[]): void {
    for (const key of Object.keys(part)) {
      if (known.includes(key)) continue;
      const kind = `${field.replace(/\d+/g, '*')}.${key}`.replace(/^\./, '');
      this.remarks.mention({ field: field === '' ? key : `${field}.${key}` }, `"${key}" is not read`, kind);
    }
  }

  #coordinate(place: FilePlace, value: unknown, axis: 'x' | 'y'): number | undefined {
    const read = numberIn(value);
    if (!read || Math.abs(read.number) > farthest) {
      const says =
        value === undefined || value === null
          ? `give ${axis} of its position`
          : `${axis} of its position is ${JSON.stringify(value)}: write a number of units, at most ${farthest}`;
      this.remarks.fault(place, says, `.position.${axis}`);
      return undefined;
    }
    if (read.wasText) this.remarks.mention(place, 'positions in quotes, read as numbers');
    return read.number;
  }
}
