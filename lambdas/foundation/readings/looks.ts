import { type Looks, readingsPath } from '../../../contracts/readings.ts';
import { Memory } from '../memory.ts';

/*
 * Whether somebody looks at the readings. Whoever shows them notes that, and those who write them read the note: while
 * nobody looks they write once a minute.
 */

/** A page asks every five seconds; the note of it is written again after this. */
export const noteAgeMs = 30_000;

/** Nobody has looked for so long: nobody looks. */
const forgottenMs = 3 * noteAgeMs;

/** A writer reads the note so often. */
const readAgeMs = 10_000;

export function isLookedAt(looks: Looks | undefined, now: number): boolean {
  return looks !== undefined && now - looks.lookedAt < forgottenMs;
}

export type IsLookedAt = (now: number) => Promise<boolean>;

export function watchLooks(read: <File>(path: string) => Promise<File | undefined>): IsLookedAt {
  const memory = new Memory<Looks>(1);
  return async (now) => {
    const freshness = { now, ageMs: readAgeMs, absentMs: readAgeMs };
    return isLookedAt(await memory.recall('looks', () => read<Looks>(readingsPath.looks), freshness), now);
  };
}

/** Notes a look, if the last note that this process wrote is old. */
export function noteLooks(
  write: (path: string, file: unknown, cacheControl: string) => Promise<void>,
): (now: number) => Promise<void> {
  let notedAt = Number.NEGATIVE_INFINITY;
  return async (now) => {
    if (now - notedAt < noteAgeMs) return;
    notedAt = now;
    await write(readingsPath.looks, { v: 1, lookedAt: now } satisfies Looks, 'no-store');
  };
}
