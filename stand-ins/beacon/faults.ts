import { z } from 'zod';
import type { Beacon } from '../../contracts/line.ts';
import type { StandInChain } from './chain.ts';

/**
 * The answers of a stand-in by the clock, and its faults as somebody asks for them. A relay of drand can be silent or
 * late. It can lie, but nobody who verifies believes it.
 */
export interface BeaconFaults {
  /** Nothing is answered before this moment. Milliseconds since the epoch. */
  readonly silentUntil?: number;
  /** Every round comes out so many milliseconds after its time. */
  readonly lateMs?: number;
  /** Rounds are signed by somebody else. */
  readonly wrong?: boolean;
}

export type RoundAnswer =
  | { readonly answer: 'beacon'; readonly beacon: Beacon; readonly isGenuine: boolean }
  /** The round that comes next. */
  | { readonly answer: 'not-yet' }
  /** One later than that, or none. */
  | { readonly answer: 'too-early' }
  | { readonly answer: 'silence' };

/** @param round Its number; 0 is the newest, as drand has it. @param now Milliseconds since the epoch. */
export function answerFor(
  chain: StandInChain,
  round: number,
  now: number,
  { silentUntil = 0, lateMs = 0, wrong = false }: BeaconFaults,
): RoundAnswer {
  if (now < silentUntil) return { answer: 'silence' };
  const newest = chain.newest(now - lateMs);
  const wanted = round === 0 ? newest : round;
  if (wanted > newest + 1) return { answer: 'too-early' };
  if (wanted > newest || wanted < 1) return { answer: 'not-yet' };
  const beacon = chain.at(wanted);
  return { answer: 'beacon', beacon: wrong ? forged(chain, beacon) : beacon, isGenuine: !wrong };
}

/** A signature that is one, of the same key, of another round: nothing but the mathematics finds it out. */
function forged(chain: StandInChain, { round }: Beacon): Beacon {
  return { ...chain.at(round + 1_000_000), round };
}

/** The faults as they are asked for over HTTP. What is left out is not so. */
const asked = z.strictObject({
  silentMs: z.number().int().min(0).optional(),
  lateMs: z.number().int().min(0).optional(),
  wrong: z.boolean().optional(),
});

/** The faults in the body of a request, from now on; undefined if it cannot be read. */
export function readFaults(body: string, now: number): BeaconFaults | undefined {
  const read = asked.safeParse(jsonIn(body));
  if (!read.success) return undefined;
  const { silentMs, lateMs, wrong } = read.data;
  return {
    ...(silentMs !== undefined && { silentUntil: now + silentMs }),
    ...(lateMs !== undefined && { lateMs }),
    ...(wrong !== undefined && { wrong }),
  };
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
