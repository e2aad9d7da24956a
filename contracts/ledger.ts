import { z } from 'zod';

/** The kinds of acts on a line. */
export const ledgerActs = [
  'opened',
  'paused',
  'resumed',
  'dials-turned',
  'message-set',
  'go-said',
  'no-go-said',
  'tier-drawn',
  'halted',
  'revived',
  'commitment-late',
  'drawn-unproved',
  'place-slowed',
  'place-removed',
  'place-restored',
  'place-readmitted',
  'place-admitted',
  'turns-given-again',
  'doors-moved',
  'closed-early',
  'ended',
  'selling-stopped',
  'selling-resumed',
  'seats-per-fan-turned',
  'ways-to-pay-turned',
  'allocation-released',
  'release-planned',
  'release-withdrawn',
] as const;
export type LedgerAct = (typeof ledgerActs)[number];

/** The roles that act on a line. `pacemaker` and `gatekeeper` are ours: pacing, and what looks at joins. */
export const actorRole = z.enum(['owner', 'ops', 'box-office-supervisor', 'marketing', 'pacemaker', 'gatekeeper']);
export type ActorRole = z.infer<typeof actorRole>;

/** Those of people. */
export const personRole = actorRole.exclude(['pacemaker', 'gatekeeper']);
export type PersonRole = z.infer<typeof personRole>;

/**
 * Acts on the sale of a line: each has the number of its `turn` in its `detail`, and when it was turned (`turnedAt`, in
 * milliseconds since the epoch): it is entered some seconds later.
 */
export type SaleLedgerAct = Extract<
  LedgerAct,
  | 'selling-stopped'
  | 'selling-resumed'
  | 'seats-per-fan-turned'
  | 'ways-to-pay-turned'
  | 'allocation-released'
  | 'release-planned'
  | 'release-withdrawn'
>;

/** The content of an entry's `text`, as JSON in this order of fields. */
export interface LedgerLine {
  /** Counted from 1. */
  readonly n: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly act: LedgerAct;
  readonly role: ActorRole;
  readonly reason: string;
  /** The dial that was turned and its new value, or the place: nothing personal. */
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/**
 * One entry as published: `hash` is hex of SHA-256 over the UTF-8 bytes of the hash before (64 hex digits)
 * followed by `text`. Before the first entry stands the anchor of the line's seed chain.
 */
export interface LedgerEntry {
  readonly text: string;
  readonly hash: string;
}

/** Entries of one segment. Segment 0 begins with entry 1, segment 1 with entry 101, and so on. */
export const ledgerSegment = 100;

/** `published.ledger()`: the acts of one segment, in order. A segment only grows, and never after the next one began. */
export interface Ledger {
  readonly v: 2;
  readonly onSale: string;
  /** Counted from 0. */
  readonly segment: number;
  readonly entries: readonly LedgerEntry[];
}
