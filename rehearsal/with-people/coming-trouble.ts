import type { Clock } from '../site.ts';

/** A trouble that comes over a rehearsal at a time which nobody in the room knows. */
export interface ComingTrouble<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  /** How it shows itself to those who look. */
  readonly seen: string;
  /** In docs/runbooks/. */
  readonly runbook: string;
  /** Milliseconds since the epoch. */
  readonly beginsAt: number;
  readonly endsAt: number;
}

/** Brings a trouble about. It resolves when the trouble is over, or has nothing more to do for it. */
export type TroubleHand = (trouble: ComingTrouble, clock: Clock) => Promise<void>;

/**
 * Brings each trouble at its time, unless all is over before. A hand that fails is told of: a rehearsal without its
 * trouble is none.
 */
export async function bringTroubles<Id extends string>(
  coming: readonly ComingTrouble<Id>[],
  hands: Readonly<Record<Id, TroubleHand>>,
  { clock, isOver }: { readonly clock: Clock; readonly isOver: () => boolean },
): Promise<readonly ComingTrouble<Id>[]> {
  const brought: ComingTrouble<Id>[] = [];
  for (const trouble of coming) {
    await clock.wait(Math.max(0, trouble.beginsAt - clock.now()));
    if (isOver()) break;
    brought.push(trouble);
    await hands[trouble.id](trouble, clock);
  }
  return brought;
}
