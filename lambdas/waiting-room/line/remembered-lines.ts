import { Memory } from '../../foundation/memory.ts';
import type { LineRecord, LineStore } from './line-store.ts';

/**
 * The memory of a warm handler. A line is remembered for a second, so that a thousand joins a second cost a line a
 * thousandth of a read each; a handler that is about to say no reads again first. Missing things are not remembered.
 */
export interface RememberedLines {
  /** At most a second old. */
  glance(onSale: string, now: number): Promise<LineRecord | undefined>;
  /** As of now. */
  read(onSale: string, now: number): Promise<LineRecord | undefined>;
}

const lineAgeMs = 1000;
/** Far more than are ever open at once. */
const linesKept = 100;

export function rememberLines(lines: Pick<LineStore, 'read' | 'glance'>): RememberedLines {
  const memory = new Memory<LineRecord>(linesKept);
  return {
    glance: (onSale, now) => memory.recall(onSale, () => lines.glance(onSale), { now, ageMs: lineAgeMs }),
    async read(onSale, now) {
      const line = await lines.read(onSale);
      if (line) memory.keep(onSale, line, now);
      return line;
    },
  };
}
