import { type Behind, KeptItems, neverBehind } from '../../foundation/kept-items.ts';
import { moved, written } from '../../foundation/write-outcome.ts';
import type { LineRecord, LineStore, LiveLine } from './line-store.ts';

/** The line store in memory. */
export function lineTwin(behind: Behind = neverBehind): LineStore {
  const lines = new KeptItems<LineRecord>(behind);
  const live = new KeptItems<LiveLine>(behind);
  return {
    read: async (onSale) => structuredClone(lines.get(onSale)),
    glance: async (onSale) => structuredClone(lines.recent(onSale)),
    async open(line, listed) {
      const { onSale } = line.facts;
      live.set(onSale, listed);
      if (!lines.has(onSale)) lines.set(onSale, structuredClone(line));
      return structuredClone(lines.get(onSale) as LineRecord);
    },
    async write(line, changes) {
      const { onSale } = line.facts;
      const standing = lines.get(onSale);
      if (standing?.version !== line.version) return undefined;
      lines.set(onSale, structuredClone({ ...standing, ...changes, version: line.version + 1 }));
      return structuredClone(lines.get(onSale));
    },
    async turn(onSale, dials, acts) {
      const standing = lines.get(onSale);
      if (!standing) return undefined;
      const turned = { ...standing.dials, ...dials };
      const noted = structuredClone([...standing.acts, ...acts]);
      lines.set(onSale, { ...standing, dials: turned, acts: noted, version: standing.version + 1 });
      return { ...turned };
    },
    async goOn(onSale, unproved, act) {
      const standing = lines.get(onSale);
      if (standing?.progress.closing[0]?.round !== unproved.round) return moved;
      const acts = structuredClone([...standing.acts, act]);
      lines.set(onSale, { ...standing, acts, unproved: { ...unproved }, version: standing.version + 1 });
      return written;
    },
    async live(now) {
      return live.recents().filter(({ endsAt }) => endsAt > now);
    },
  };
}
