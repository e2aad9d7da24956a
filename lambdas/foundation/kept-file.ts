import type { FilesByPath } from './aws.gateway.ts';

/** A file of which each write follows the one that was read. */
export interface KeptFile<File> {
  read(): Promise<File>;
  /**
   * Writes what the step makes of the file; the very same file, or undefined, writes nothing. Where somebody else wrote
   * meanwhile, the step is done again on theirs.
   * @returns the file as it stands after it.
   */
  change(step: (file: File) => File | undefined): Promise<File>;
}

/** People write by hand, and programs once in minutes: more than this many at once is a fault. */
const mostTries = 8;

export function keptFile<File>(
  files: Pick<FilesByPath, 'readTagged' | 'writeIf'>,
  path: string,
  empty: File,
  cacheControl = 'no-store',
): KeptFile<File> {
  const tagged = async () => {
    const found = await files.readTagged<File>(path);
    return { file: found?.file ?? empty, tag: found?.tag };
  };
  return {
    read: async () => (await tagged()).file,
    async change(step) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const { file, tag } = await tagged();
        const next = step(file);
        if (next === undefined || next === file) return file;
        if ((await files.writeIf(path, next, cacheControl, tag)).ok) return next;
      }
      throw new Error(`${path} moved ${mostTries} times while it was changed`);
    },
  };
}
