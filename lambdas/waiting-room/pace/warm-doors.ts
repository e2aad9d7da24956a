import type { LiveLine } from '../line/line-store.ts';

/**
 * Instances that are started before the doors open, so that the first second meets none that still starts. They are
 * provided from a quarter of an hour before the doors of a line, or of one of its tiers, and let go ten minutes after.
 * As many as the line's audience needs, several lines together, and never more than are set aside for the function.
 *
 *     ────────┤ 15 min ├── doors ──┤ 10 min ├────────
 *      none        provided           provided    none
 */
export interface WarmFunction {
  readonly name: string;
  readonly alias: string;
  /** Instances set aside for it. */
  readonly most: number;
  /** So many fans of an audience need one of them. */
  readonly fans: number;
}

export interface Instances {
  /** How many are provided, or asked for; undefined if none. */
  read(of: WarmFunction): Promise<number | undefined>;
  provide(of: WarmFunction, instances: number): Promise<void>;
  release(of: WarmFunction): Promise<void>;
}

/** Lambda takes minutes to start hundreds. */
const beforeMs = 15 * 60_000;
/** By then a line has its rhythm, and instances start one by one. */
const afterMs = 10 * 60_000;

/** Instances to be provided now; 0 is none. */
export function provisionedFor(
  { most, fans }: Pick<WarmFunction, 'most' | 'fans'>,
  lines: readonly Pick<LiveLine, 'opensAt' | 'later' | 'audience'>[],
  now: number,
): number {
  const opening = lines.filter(({ opensAt, later = [] }) =>
    [opensAt, ...later].some((doors) => now >= doors - beforeMs && now < doors + afterMs),
  );
  const needed = opening.map(({ audience = Number.POSITIVE_INFINITY }) => Math.ceil(audience / fans));
  return Math.min(
    most,
    needed.reduce((sum, one) => sum + one, 0),
  );
}

/** Brings what is provided to what should be. Once more changes nothing. */
export async function warmDoors(
  instances: Instances,
  functions: readonly WarmFunction[],
  lines: readonly LiveLine[],
  now: number,
): Promise<void> {
  for (const of of functions) {
    const wanted = provisionedFor(of, lines, now);
    const provided = (await instances.read(of)) ?? 0;
    if (wanted === provided) continue;
    if (wanted > 0) await instances.provide(of, wanted);
    else await instances.release(of);
  }
}
