import type { DrawnRound, RoundStore } from '../draw/round-store.ts';
import type { Line, LineStore } from './line-store.ts';

/**
 * What a warm handler remembers. A line is remembered for a second, so that a thousand joins a second
 * cost a line a thousandth of a read each; whoever is about to say no reads again first. A drawn round
 * never changes and is remembered for good. What was not found is not remembered.
 */
export interface RememberedLines {
  /** At most a second old. */
  glance(onSale: string, now: number): Promise<Line | undefined>;
  /** As of now. */
  read(onSale: string, now: number): Promise<Line | undefined>;
}

const lineAgeMs = 1000;

export function rememberLines(lines: Pick<LineStore, 'read' | 'glance'>): RememberedLines {
  const remembered = new Map<string, { readonly line: Line; readonly at: number }>();
  const keep = (onSale: string, line: Line | undefined, at: number) => {
    if (line) remembered.set(onSale, { line, at });
    return line;
  };
  return {
    async glance(onSale, now) {
      const known = remembered.get(onSale);
      if (known && now - known.at >= 0 && now - known.at < lineAgeMs) return known.line;
      return keep(onSale, await lines.glance(onSale), now);
    },
    read: async (onSale, now) => keep(onSale, await lines.read(onSale), now),
  };
}

export function rememberRounds(rounds: Pick<RoundStore, 'drawn'>): Pick<RoundStore, 'drawn'> {
  const remembered = new Map<string, DrawnRound>();
  return {
    async drawn(onSale, round) {
      const key = `${onSale}#${round}`;
      const drawn = remembered.get(key) ?? (await rounds.drawn(onSale, round));
      if (drawn) remembered.set(key, drawn);
      return drawn;
    },
  };
}
