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

export interface Provided {
  /** As many as were asked for. */
  readonly instances: number;
  /** Why Lambda could not start them: it takes every wish, and says later that it failed. */
  readonly failed?: string;
}

export interface Instances {
  /** Undefined if none were asked for. */
  read(of: WarmFunction): Promise<Provided | undefined>;
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

/**
 * Brings what is provided to what should be. Once more changes nothing.
 * @throws Error if Lambda could not start what it was asked for, after it was asked again.
 */
export async function warmDoors(
  instances: Instances,
  functions: readonly WarmFunction[],
  lines: readonly LiveLine[],
  now: number,
): Promise<void> {
  const failures: string[] = [];
  for (const of of functions) {
    const wanted = provisionedFor(of, lines, now);
    const { instances: provided, failed } = (await instances.read(of)) ?? { instances: 0 };
    if (wanted === provided && failed === undefined) continue;
    if (wanted > 0) await instances.provide(of, wanted);
    else await instances.release(of);
    if (wanted > 0 && failed !== undefined) failures.push(`${of.name}: ${failed}`);
  }
  if (failures.length > 0) throw new Error(`Instances could not be started. ${failures.join('; ')}`);
}
