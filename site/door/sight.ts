/**
 * A camera sees one ticket many times a second, and goes on seeing it while the answer is read. It counts again only
 * after it was out of sight for a while; else each ticket would be found used a moment after it was let in.
 */
export interface Sight {
  readonly code: string;
  /** The last time. */
  readonly seenAt: number;
}

const goneAfterMs = 2_500;

/** The code that was seen last, and whether this is a ticket to check. */
export function look(
  last: Sight | undefined,
  code: string,
  now: number,
): { readonly last: Sight; readonly fresh: boolean } {
  const still = last?.code === code && now - last.seenAt < goneAfterMs;
  return { last: { code, seenAt: now }, fresh: !still };
}
