import type { BesideFans, HeldMorning } from '../hold.ts';
import { bringTroubles, type ComingTrouble, type TroubleHand } from './coming-trouble.ts';

/** Nobody is troubled before the line is drawn, or when hardly anybody is there any more. */
const settleMs = 20_000;
const troubledMs = 12 * 60_000;

export interface PeopleMorning<Id extends string> {
  readonly company: BesideFans;
  /** The troubles that came, once everybody has gone home. */
  readonly brought: () => readonly ComingTrouble<Id>[];
  readonly morning: () => HeldMorning | undefined;
}

/** A morning with troubles for the people who run it. `slowBank` is the one that the fans' cards bring about. */
export function peopleMorning<Id extends string>(given: {
  readonly troublesOf: (window: { readonly from: number; readonly until: number }) => readonly ComingTrouble<Id>[];
  readonly handsOf: (morning: HeldMorning) => Readonly<Record<Exclude<Id, 'bank-is-slow'>, TroubleHand>>;
}): PeopleMorning<Id | 'bank-is-slow'> {
  let slow = false;
  let brought: readonly ComingTrouble<Id | 'bank-is-slow'>[] = [];
  let held: HeldMorning | undefined;
  const slowBank: TroubleHand = async ({ endsAt }, clock) => {
    slow = true;
    await clock.wait(Math.max(0, endsAt - clock.now()));
    slow = false;
  };
  return {
    brought: () => brought,
    morning: () => held,
    company: {
      bankIsSlow: () => slow,
      go: async (morning) => {
        held = morning;
        const { opensAt, endsAt, clock, isOver } = morning;
        const from = Math.max(opensAt, clock.now()) + settleMs;
        const coming = given.troublesOf({ from, until: Math.min(endsAt, from + troubledMs) });
        const hands = { ...given.handsOf(morning), 'bank-is-slow': slowBank } as Readonly<
          Record<Id | 'bank-is-slow', TroubleHand>
        >;
        brought = await bringTroubles(coming, hands, { clock, isOver });
      },
    },
  };
}
