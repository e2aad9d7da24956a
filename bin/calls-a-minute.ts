/** How many are called a minute of a few simulated fans, so that somebody who looks on sees their line move: three minutes for all. */
export function callsAMinute(fans: number): number {
  return Math.max(20, Math.ceil(fans / 3));
}
