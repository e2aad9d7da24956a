import type { Admission, DoorList } from '../../contracts/door.ts';
import type { ReadCode } from './ticket-code.ts';

/*
 * This device can judge a ticket by itself. A mark never changes once it is made, so a mark in the list is final,
 * however old the list is. Only a ticket's absence from the list may be old news. So:
 *
 *   not ours, of another night, used, void   said at once, with or without a network
 *   anything else                            `open`: the platform is asked, and only without a network let in
 *
 * Money is no mark: it may be paid by now. So whether a ticket is unpaid is `open` too (door-work.ts).
 */

/** Somebody let in at this device. */
export interface LetIn {
  readonly ticket: string;
  readonly seat: string;
  readonly usedAt: number;
  readonly door: string;
}

export type DoorJudgement = Exclude<Admission, { state: 'admitted' | 'unpaid' }> | { readonly state: 'open' };

export function judge(
  code: Pick<ReadCode, 'ticket' | 'seat' | 'performance'> | undefined,
  {
    performance,
    list,
    letIn,
  }: {
    readonly performance: string;
    readonly list: Pick<DoorList, 'used' | 'void' | 'cancelled'>;
    readonly letIn: (ticket: string) => LetIn | undefined;
  },
): DoorJudgement {
  if (!code) return { state: 'forged' };
  const { ticket, seat } = code;
  if (code.performance !== performance) return { state: 'elsewhere', performance: code.performance };
  if (list.cancelled) return { state: 'void', ticket, seat, why: 'performance-cancelled' };
  if (list.void.includes(ticket)) return { state: 'void', ticket, seat };
  // Own first: it has the time by this very door.
  const before = letIn(ticket) ?? list.used[ticket];
  if (before) return { state: 'used', ticket, seat, usedAt: before.usedAt, door: before.door };
  return { state: 'open' };
}

/** Without a network a door works on, but not for ever: other doors let people in meanwhile. */
export const soundForMs = 10 * 60_000;
/** The list is read every 20 s; two that failed are no accident. */
const connectedForMs = 45_000;

export type Contact = 'never' | 'connected' | 'away' | 'too-long';

/**
 * The relation of this door to the platform. Milliseconds since the epoch, `heardAt` of the last answer; `failing`
 * since.
 */
export function contactOf(heardAt: number | undefined, failing: boolean, now: number): Contact {
  if (heardAt === undefined) return 'never';
  // The clock of a phone may be put right while the door is open, by an hour and in either direction.
  const silent = Math.abs(now - heardAt);
  if (silent > soundForMs) return 'too-long';
  return failing || silent > connectedForMs ? 'away' : 'connected';
}
