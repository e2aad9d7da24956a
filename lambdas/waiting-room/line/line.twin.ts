import { type Behind, KeptItems, neverBehind } from '../../foundation/kept-items.ts';
import { moved, written } from '../../foundation/write-outcome.ts';
import { type LineRecord, type LineStore, type LiveLine, withHand } from './line-store.ts';

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
    async turn(onSale, dials, acts, away) {
      const standing = lines.get(onSale);
      if (!standing) return undefined;
      const turned = { ...standing.dials, ...dials };
      const noted = structuredClone([...standing.acts, ...acts]);
      const turns = Object.keys(dials).length > 0 ? { turns: (standing.turns ?? 0) + 1 } : {};
      const aways = away && { aways: [...(standing.aways ?? []), { ...away }] };
      lines.set(onSale, { ...standing, dials: turned, acts: noted, version: standing.version + 1, ...turns, ...aways });
      return { ...turned };
    },
    async pull({ facts: { onSale }, hands }, { seen, hand, dials, facts, lobbies, acts, asked }) {
      const standing = lines.get(onSale);
      if (!standing || (standing.turns ?? 0) !== seen) return moved;
      if (lobbies !== undefined && standing.progress.lobbies !== lobbies) return moved;
      const { asked: _before, ...rest } = standing;
      const pulled: LineRecord = {
        ...rest,
        ...(asked && { asked }),
        dials: { ...standing.dials, ...dials },
        facts: { ...standing.facts, ...facts },
        acts: [...standing.acts, ...acts],
        version: standing.version + 1,
        turns: seen + 1,
        hands: withHand(hands, hand),
      };
      lines.set(onSale, structuredClone(pulled));
      return { ok: true, line: structuredClone(pulled) };
    },
    async admit(onSale, mark, act) {
      const standing = lines.get(onSale);
      if (!standing) return moved;
      const acts = structuredClone([...standing.acts, act]);
      const admits = [...(standing.admits ?? []), mark];
      lines.set(onSale, { ...standing, acts, admits, version: standing.version + 1 });
      return written;
    },
    async list({ onSale, opensAt, later }) {
      const listed = live.get(onSale);
      if (listed) live.set(onSale, { ...listed, opensAt, ...(later && { later }) });
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
