import { Memory } from '../memory.ts';

/**
 * Published files as a warm handler remembers them, so that many who look cost a read a second. A file that was
 * not there is remembered for a second too: a draw sheet that is about to come is asked for by a crowd.
 */
export interface PlainFiles {
  read<File>(path: string, ageMs: number, now: number): Promise<File | undefined>;
}

const absentMs = 1000;

/** The draw sheets of an hour, and all else. */
const most = 2000;

export function rememberFiles(files: { read<File>(path: string): Promise<File | undefined> }): PlainFiles {
  const memory = new Memory<unknown>(most);
  return {
    read: <File>(path: string, ageMs: number, now: number) =>
      memory.recall(path, () => files.read<File>(path), { now, ageMs, absentMs }),
  };
}
