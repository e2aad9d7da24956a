const hourMs = 3_600_000;
/** A performance of five hours, and three hours after it. */
const afterStartMs = 8 * hourMs;
const dayMs = 24 * hourMs;
/** From noon until the last guest of a late show has left. */
const eveningMs = 16 * hourMs;

/** A right that is given so long before the evening is for trying the device. Milliseconds since the epoch. */
export function isToPractise(startsAt: number, now: number): boolean {
  return startsAt + afterStartMs - now > dayMs;
}

/**
 * The end of a right that is given now: eight hours after the performance begins. A right that is given more than a day
 * before that end, to try the device, ends sixteen hours from now. Milliseconds since the epoch; not after `now` when
 * the evening is over.
 */
export function rightEndsAt(startsAt: number, now: number): number {
  return isToPractise(startsAt, now) ? now + eveningMs : startsAt + afterStartMs;
}
