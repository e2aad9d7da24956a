/** How long still, in whole minutes, as people say them: when half of those at a place are called, and nine of ten. */
export interface Wait {
  /** `half` ≤ `most`. */
  readonly half: number;
  readonly most: number;
}

/** Small numbers stay as they are, larger ones become numbers that people say. */
export function sayable([half, most]: readonly [number, number]): Wait {
  return { half: Math.max(1, round(half, Math.round)), most: Math.max(1, round(most, Math.ceil)) };
}

function round(minutes: number, towards: (n: number) => number): number {
  const step = minutes <= 10 ? 1 : minutes < 60 ? 5 : 15;
  return towards(minutes / step) * step;
}
