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

/**
 * The versions of each key that count: what is there now, and what was there at the moment. A board has one a second, so
 * the others are let go of as they come.
 */
export class Histories {
  readonly #wish: PutBackWish;
  /** What is there now. */
  readonly #latest = new Map<string, FileVersion>();
  /** What was there at the moment. */
  readonly #past = new Map<string, FileVersion>();

  constructor(wish: PutBackWish) {
    this.#wish = wish;
  }

  add(version: FileVersion): void {
    const { key, at, isLatest } = version;
    if (isLatest) this.#latest.set(key, version);
    const known = this.#past.get(key);
    if (at <= this.#wish.moment && (known === undefined || isNewer(version, known))) this.#past.set(key, version);
  }

  putBacks(): readonly PutBack[] {
    return [...this.#latest].flatMap(([key, latest]) => putBackOf(key, latest, this.#past.get(key), this.#wish));
  }
}

/**
 * Of one second, what is there now is the newest, and a file is newer than its deletion: too much comes back rather than
 * too little. Of two files of one second the first that is listed is newer.
 */
function isNewer(one: FileVersion, other: FileVersion): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if (one.isLatest !== other.isLatest) return one.isLatest;
  return !one.isDeletion && other.isDeletion;
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
