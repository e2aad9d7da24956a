import type { FilesByPath } from '../aws.gateway.ts';

/**
 * The readings of one kind, a file for each on-sale. A writer reads the file once, goes on from the history in it, and
 * puts the next on condition that nobody else has put one since. Where somebody has, theirs is looked at: a younger one
 * stands, and from an older one the writer goes on.
 *
 *     unknown ──read──▶ known ──put──▶ known …
 *        ▲                │ somebody else wrote
 *        └────────────────┘
 */
export interface KeptReadings<File> {
  /** Puts what the step makes of the file that stands, if that is older than `now`; false if it is not. */
  write(onSale: string, now: number, step: (standing: File | undefined) => File): Promise<boolean>;
  /** The file as it was last seen, or as it stands. */
  read(onSale: string): Promise<File | undefined>;
}

/** Two writers meet for a moment when one takes over from the other. */
const mostTries = 4;

export function keptReadings<File>(
  files: Pick<FilesByPath, 'readTagged' | 'writeIf'>,
  pathOf: (onSale: string) => string,
  writtenAt: (file: File) => number,
): KeptReadings<File> {
  const seen = new Map<string, { readonly file: File | undefined; readonly tag: string | undefined }>();
  async function look(onSale: string) {
    const known = seen.get(onSale);
    if (known) return known;
    const found = await files.readTagged<File>(pathOf(onSale));
    const standing = { file: found?.file, tag: found?.tag };
    seen.set(onSale, standing);
    return standing;
  }
  return {
    read: async (onSale) => (await look(onSale)).file,
    async write(onSale, now, step) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const { file, tag } = await look(onSale);
        if (file && writtenAt(file) >= now) return false;
        const next = step(file);
        // Until it is known what became of the write, nothing is known of the file.
        seen.delete(onSale);
        const put = await files.writeIf(pathOf(onSale), next, 'no-store', tag);
        if (!put.ok) continue;
        seen.set(onSale, { file: next, tag: put.tag });
        return true;
      }
      throw new Error(`${pathOf(onSale)} was written by somebody else ${mostTries} times in a row`);
    },
  };
}
