import type { LineFile } from '../contracts/line.ts';
import { beaconAfter } from './beacon.ts';
import { openingAt } from './opening-at.ts';

/**
 * A line whose first doors open at another time than its file promised, since staff held or hurried them. The ledger
 * says when, and by which beacon the lobby is drawn then: the first one as long after the new doors as was promised after
 * the old ones.
 */
export function withDoors<Line extends Pick<LineFile, 'opensAt' | 'tiers' | 'beacon'>>(
  line: Line,
  opensAt: number,
): Line {
  if (line.opensAt === opensAt) return line;
  const { beacon } = line;
  const lobby = beacon && lobbyAfter(beacon, line.opensAt, opensAt);
  const moved = openingAt(line, opensAt);
  if (!beacon || lobby === undefined) return moved;
  const [first, ...later] = moved.tiers ?? [];
  return {
    ...moved,
    beacon: { ...beacon, lobby },
    ...(first && { tiers: [{ ...first, beacon: lobby }, ...later] }),
  };
}

/** As `rules/roll.ts` has it: after a lobby of up to two million, or a larger one. */
const awayMs = [9_000, 15_000] as const;

function lobbyAfter(beacon: NonNullable<LineFile['beacon']>, promisedAt: number, opensAt: number): number {
  const away = awayMs.find((ms) => beaconAfter(beacon, promisedAt + ms).round === beacon.lobby) ?? awayMs[1];
  return beaconAfter(beacon, opensAt + away).round;
}
