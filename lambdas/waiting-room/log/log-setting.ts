/** The log of heads of a stage's lines, as its functions get it in `WITNESSES`. */
export interface LogSetting {
  /** Of the site: the origins of logs begin with it. */
  readonly host: string;
  /** How many witnesses must have cosigned. */
  readonly quorum: number;
  readonly witnesses: readonly {
    /** A vkey. */
    readonly key: string;
    /** What `/add-checkpoint` comes behind. Left out, somebody else asks this witness. */
    readonly url?: string;
  }[];
}

/** The content of `WITNESSES`: JSON of a `LogSetting`, or `none`. */
export function readLogSetting(text: string): LogSetting | undefined {
  return text === 'none' ? undefined : (JSON.parse(text) as LogSetting);
}

/** The addresses of the witnesses that have one, by key. */
export function witnessUrls(setting: LogSetting | undefined): ReadonlyMap<string, string> {
  const all = setting?.witnesses ?? [];
  return new Map(all.flatMap(({ key, url }) => (url === undefined ? [] : [[key, url.replace(/\/+$/, '')] as const])));
}
