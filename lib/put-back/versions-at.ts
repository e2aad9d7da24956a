/*
 * Says what must be done so that files are as they were at a moment of the past. Buckets of published files keep every
 * version, so nothing that is done here is lost either: it is put back by a later moment.
 */

/** A version of a file, as S3 lists it. */
export interface FileVersion {
  readonly key: string;
  readonly id: string;
  /** Milliseconds since the epoch, in whole seconds: S3 says no more. */
  readonly at: number;
  /** It is what is there now. */
  readonly isLatest: boolean;
  /** The file was deleted. */
  readonly isDeletion: boolean;
  /** Of its bytes; two versions with the same tag are the same. */
  readonly etag?: string;
}

export type PutBack =
  /** The file is gone, and comes back. */
  | { readonly key: string; readonly does: 'comes-back'; readonly version: string }
  /** It was written since, and is again what it was. */
  | { readonly key: string; readonly does: 'goes-back'; readonly version: string }
  /** It was not there, or deleted. */
  | { readonly key: string; readonly does: 'goes-away' };

/**
 * Files that the platform writes by itself while a line or a sale is live. What is older than the line would contradict
 * it, so they only come back where they are gone.
 */
const writtenByItself = ['lines/', 'stock/'] as const;

export interface PutBackWish {
  /** Milliseconds since the epoch. What was there at the end of this second is what shall be there. */
  readonly moment: number;
  /** Only what is gone comes back, of every file. */
  readonly onlyGone: boolean;
  /** Only keys that begin so; then what is written by itself goes back as well. */
  readonly under?: string;
}

/** @param versions all of the keys that are meant; of each kind, files and deletions, the newest of a key first. */
export function putBacks(versions: readonly FileVersion[], wish: PutBackWish): readonly PutBack[] {
  const byKey = Map.groupBy(versions, ({ key }) => key);
  return [...byKey].flatMap(([key, all]) => {
    const now = all.find(({ isLatest }) => isLatest);
    const then = all.toSorted(newestFirst).find(({ at }) => at <= wish.moment);
    return now ? putBackOf(key, now, then, wish) : [];
  });
}

/**
 * S3 lists files and deletions apart. Of one second, what is there now is the newest. Else a file goes before its
 * deletion: too much comes back rather than too little.
 */
function newestFirst(one: FileVersion, other: FileVersion): number {
  return (
    other.at - one.at ||
    Number(other.isLatest) - Number(one.isLatest) ||
    Number(one.isDeletion) - Number(other.isDeletion)
  );
}

function putBackOf(
  key: string,
  now: FileVersion,
  then: FileVersion | undefined,
  { onlyGone, under }: PutBackWish,
): readonly PutBack[] {
  const wasThere = then !== undefined && !then.isDeletion;
  if (now.isDeletion) return wasThere ? [{ key, does: 'comes-back', version: then.id }] : [];
  const isByItself = under === undefined && writtenByItself.some((shelf) => key.startsWith(shelf));
  if (onlyGone || isByItself) return [];
  if (!wasThere) return [{ key, does: 'goes-away' }];
  return then.etag === now.etag ? [] : [{ key, does: 'goes-back', version: then.id }];
}
