import { cacheControl } from '../../../contracts/paths.ts';
import { sameJson } from '../../foundation/same-json.ts';
import type { Written } from '../../foundation/write-outcome.ts';
import type { GrowingFile, Publisher } from './published-lines.ts';

/**
 * Files that grow: the board, the list of rounds, the ledger. A pacemaker that was held up, and goes on after another took
 * its place, must not write an older one over a newer one. So each is put on condition that the file still is the one
 * that was seen, by its tag (an ETag), and that the file seen has not grown further.
 *
 *     seen (extent, tag) ──further than ours──▶ left alone
 *          │ not as far         ┌─ somebody else wrote ──▶ look again ──ours stands──▶ published
 *          └──put if tag stands─┴─▶ published
 *
 * A put that reached S3 twice is taken the first time and refused the second: what stands then is ours.
 */
export interface GrowingFiles extends Publisher {
  /** The file and its tag; undefined if there is none. */
  readTagged<File>(path: string): Promise<{ readonly file: File; readonly tag: string } | undefined>;
  /** Puts the file if the one that stands has this tag; `undefined`: if none stands. Answers the tag it has now. */
  writeIf(
    path: string,
    file: unknown,
    cacheControl: string,
    tag: string | undefined,
  ): Promise<Written<unknown, { readonly tag: string }>>;
}

/** What a pacemaker last saw of each growing file, by path. */
export type SeenFiles = Map<string, { readonly extent: number; readonly tag: string | undefined }>;

/**
 * Another pacemaker writes once a second at most. On a slow day an attempt takes as long, and the other may come between a
 * few times in a row.
 */
const mostAttempts = 6;

/**
 * Publishes the file unless one stands that has grown further, or as far. `again`: one that has grown as far is replaced.
 * Throws if others kept writing; the next tick tries again.
 */
export async function publishGrown<File>(
  files: GrowingFiles,
  seen: SeenFiles,
  { path, file, extent }: GrowingFile<File>,
  again = false,
): Promise<void> {
  const own = extent(file);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const known = seen.get(path);
    const standing = known ? undefined : await files.readTagged<File>(path);
    const last = known ?? (standing ? { extent: extent(standing.file), tag: standing.tag } : nothingYet);
    seen.set(path, last);
    if (standing && sameJson(standing.file, file)) return;
    if (again ? last.extent > own : last.extent >= own) return;
    // Until it is known what became of the write, nothing is known of the file.
    seen.delete(path);
    const put = await files.writeIf(path, file, cacheControl.board, last.tag);
    if (!put.ok) continue;
    seen.set(path, { extent: own, tag: put.tag });
    return;
  }
  throw new Error(`${path} was written by somebody else ${mostAttempts} times in a row`);
}

const nothingYet = { extent: -1, tag: undefined };
