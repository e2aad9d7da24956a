import { type Chance, chanceOf } from '../rehearsal/fans/chance.ts';
import { opensAt } from './morning.ts';
import type { Weather } from './stage/weather.ts';

/**
 * What kind of morning a seed has, beside its weather. Each kind is a stretch of the platform that most mornings leave
 * alone, so a mutant may ask for the kind in which its guard matters.
 */
export interface MorningKind {
  /** Seats are counted, and the pacemaker calls by the count. Otherwise nobody knows how many are free. */
  readonly isCounted: boolean;
  /** A fan whose order was not answered closes the page for good: nobody but the clock carries the order on. */
  readonly ordersAreLeft: boolean;
  /** Buyers change their orders at once, and again. */
  readonly isRestless: boolean;
  /** Buyers give back some of their tickets. */
  readonly givesSome: boolean;
  /** Staff stop performances and turn the limit of seats while fans shop. */
  readonly turnsSale: boolean;
  /** One function fails far more often than the others. */
  readonly frail?: Role;
  /** Of a call of that function to meet a fault. */
  readonly frailPerCall?: number;
}

/** As the processes are named. */
const roles = ['api', 'settler', 'tender', 'allocator', 'pacemaker', 'counter'] as const;
type Role = (typeof roles)[number];

const usualFrailPerCall = 0.12;

/** `asked`: traits that it has whatever the seed says. */
export function kindOf(seed: number, asked: Partial<MorningKind> = {}): MorningKind {
  const draw = chanceOf(seed, 5);
  const isCounted = draw.happens(0.5);
  const ordersAreLeft = draw.happens(0.15);
  const isRestless = draw.happens(0.15);
  const frail = draw.happens(0.3) ? roles[draw.whole(0, roles.length - 1)] : undefined;
  // Of a chance of its own: mornings without it are as they were before there was such an act.
  const givesSome = chanceOf(seed, 32).happens(0.2);
  const turnsSale = chanceOf(seed, 41).happens(0.25);
  return { isCounted, ordersAreLeft, isRestless, givesSome, turnsSale, ...(frail && { frail }), ...asked };
}

export function withFrail(weather: Weather, { frail, frailPerCall = usualFrailPerCall }: MorningKind): Weather {
  return frail ? { ...weather, frail: { role: frail, perCall: frailPerCall } } : weather;
}

/** How the seats of a morning are counted. */
export interface Counting {
  /** Nobody counts meanwhile: the function is not started, or cannot be. Moments in milliseconds since the epoch. */
  readonly stopped?: { readonly beginsAt: number; readonly endsAt: number };
  /** A house that is opened when the others are sold out, or as time goes by: its performance. */
  readonly added?: string;
}

/** `last`: the last performance, which may be a date that is added. */
export function countingOf(draw: Chance, last: string | undefined): Counting {
  const beginsAt = opensAt + draw.whole(-10, 150) * 1000;
  const stopped = { beginsAt, endsAt: beginsAt + draw.whole(20, 120) * 1000 };
  return { ...(draw.happens(0.5) && { stopped }), ...(last !== undefined && { added: last }) };
}
