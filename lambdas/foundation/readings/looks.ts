import { type Looks, readingsPath } from '../../../contracts/readings.ts';
import type { FilesByPath } from '../aws.gateway.ts';
import { Memory } from '../memory.ts';

/*
 * Whether somebody looks at the readings. Whoever shows them notes that, and those who write them read the note: while
 * nobody looks they write once a minute.
 */

/** A page asks every five seconds; the note of it is written again after this. */
export const noteAgeMs = 60_000;

/** Nobody has looked for so long: nobody looks. */
const forgottenMs = 3 * noteAgeMs;

/** A writer reads the note so often while nobody looks. */
const readAgeMs = 10_000;

/** A writer reads it so often while somebody looks: the note that it knows is good for longer. */
const readAgainMs = 30_000;

export function isLookedAt(looks: Looks | undefined, now: number): boolean {
  return looks !== undefined && now - looks.lookedAt < forgottenMs;
}

export type IsLookedAt = (now: number) => Promise<boolean>;

export function watchLooks(read: <File>(path: string) => Promise<File | undefined>): IsLookedAt {
  const memory = new Memory<Looks>(1);
  let isWatched = false;
  return async (now) => {
    const freshness = { now, ageMs: isWatched ? readAgainMs : readAgeMs, absentMs: readAgeMs };
    isWatched = isLookedAt(await memory.recall('looks', () => read<Looks>(readingsPath.looks), freshness), now);
    return isWatched;
  };
}

/** Notes a look, if the last note is old. Many processes show readings, and a read costs a twelfth of a write. */
export function noteLooks({ read, write }: Pick<FilesByPath, 'read' | 'write'>): (now: number) => Promise<void> {
  let notedAt = Number.NEGATIVE_INFINITY;
  const isOld = (now: number) => now - notedAt >= noteAgeMs;
  return async (now) => {
    if (!isOld(now)) return;
    notedAt = Math.min(now, (await read<Looks>(readingsPath.looks))?.lookedAt ?? Number.NEGATIVE_INFINITY);
    if (!isOld(now)) return;
    notedAt = now;
    await write(readingsPath.looks, { v: 1, lookedAt: now } satisfies Looks, 'no-store');
  };
}
