/**
 * Published files as a warm handler remembers them, so that many who look cost a read a second. What was not
 * found is remembered for a second too: a draw sheet that is about to come is asked for by a crowd.
 */
export interface PlainFiles {
  read<File>(path: string, ageMs: number, now: number): Promise<File | undefined>;
}

interface Kept {
  readonly file: unknown;
  readonly at: number;
}

const absentAgeMs = 1000;

/** The draw sheets of an hour, and all else. */
const most = 2000;

export function rememberFiles(files: { read<File>(path: string): Promise<File | undefined> }): PlainFiles {
  const kept = new Map<string, Kept>();
  return {
    async read<File>(path: string, ageMs: number, now: number) {
      const known = kept.get(path);
      const age = known?.file === undefined ? Math.min(absentAgeMs, ageMs) : ageMs;
      if (known && now - known.at >= 0 && now - known.at < age) return known.file as File | undefined;
      const file = await files.read<File>(path);
      kept.delete(path);
      kept.set(path, { file, at: now });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return file;
    },
  };
}
