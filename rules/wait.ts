import { sayable, type Wait } from './sayable-wait.ts';

/** For `ahead` people at `rate` people a minute; undefined while nobody can say. */
export function estimate(ahead: number, rate: number): Wait | undefined {
  const wait = waitAt({ rate }, ahead + 1);
  return wait && sayable(wait);
}

/**
 * Minutes until a place with so many ahead is called: half are called by the first, nine of ten by the second. `rate`
 * is positions called a minute, as the board has it. `spread` is how far off it may be, as a share of itself. Undefined
 * while the rate is unknown or nobody is called. The further back a place is, the more of those ahead give up
 * meanwhile, and their turns are short. A line of half an hour takes 26 minutes, and one of an hour 47.
 */
export function waitAt(
  { rate, spread = 0.12 }: { readonly rate: number; readonly spread?: number },
  ahead: number,
): readonly [number, number] | undefined {
  if (rate <= 0) return undefined;
  const positions = Math.max(0, ahead);
  const half = 100 * Math.log1p(positions / rate / 100) + 0.1;
  // People are called as others finish, one by one, which spreads like the square root of their number; and in gusts.
  return [half, half + 1.2816 * Math.hypot(Math.sqrt(positions) / rate, spread * half, 0.5)];
}
