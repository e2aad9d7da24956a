/** The sources of a cloud assembly, as its folder remembers them in `built-from.json`. */
export interface BuiltFrom {
  /** Digest of everything that can change what the assembly contains. */
  readonly sources: string;
  /** Digest of the assembly itself, so that another one written over it, of another stage for example, is noticed. */
  readonly assembly: string;
  /** Whether the templates were checked against AWS's rules. */
  readonly validated: boolean;
}

/** Whether what stands there may be used as it is. One that was checked serves where none needs to be. */
export function isStillGood(stamp: BuiltFrom | undefined, wanted: BuiltFrom): boolean {
  return (
    stamp !== undefined &&
    stamp.sources === wanted.sources &&
    stamp.assembly === wanted.assembly &&
    (stamp.validated || !wanted.validated)
  );
}

/** The stamp as it is written; undefined for none, and for what an earlier version or a crash left there. */
export function readStamp(text: string | undefined): BuiltFrom | undefined {
  if (text === undefined) return undefined;
  try {
    const stamp = (JSON.parse(text) ?? {}) as Partial<BuiltFrom>;
    const whole = typeof stamp.sources === 'string' && typeof stamp.assembly === 'string';
    return whole
      ? { sources: `${stamp.sources}`, assembly: `${stamp.assembly}`, validated: stamp.validated === true }
      : undefined;
  } catch {
    // Cut short by a crash while it was written: the build is done again.
    return undefined;
  }
}
