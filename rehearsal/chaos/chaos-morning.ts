import type { BesideFans, HeldMorning } from '../hold.ts';
import type { Clock } from '../site.ts';
import type { ChaosAct, ChaosHand, ChaosRound } from './chaos-kind.ts';
import { FanReadings, type FaultTime } from './fan-readings.ts';
import { healLimitOf } from './verdict.ts';

/*
 * A rehearsal over which faults come:
 *
 *     doors ──settle──▶ faults begin ──▶ faults end ──▶ healed? ──▶ the rest of the line is called
 *
 * Fans are called so slowly that some are at every step until the end.
 */

/** Fans are at every step by then. */
const settleSeconds = 25;
/** After the time within which it must heal, fans go on looking for so long. */
const lookSeconds = 20;
/** An alarm looks at a minute when it is over. */
const alarmSeconds = 75;

/** What a morning of chaos does to a cloud. */
export interface ChaosHands {
  readonly putFaults: (round: ChaosRound, ms: number) => Promise<void>;
  readonly turnPerMinute: (onSale: string, perMinute: number) => Promise<void>;
  readonly act: (act: ChaosAct) => Promise<void>;
  /** What an act does back at the end of the fault; nothing, of one that is done once. */
  readonly undo: (act: ChaosAct, onSale: string) => Promise<void>;
}

export interface ChaosMorning {
  readonly company: BesideFans;
  readonly readings: FanReadings;
  /** Once everybody has gone home; undefined if all was over before the faults were. */
  readonly time: () => FaultTime | undefined;
}

/** The longest of the faults of a round, in seconds. */
export const lastsOf = ({ kinds }: ChaosRound): number => kinds.reduce((most, { lasts }) => Math.max(most, lasts), 0);

/** From the doors until everyone goes home, in seconds: ten minutes for those who are called at last. */
export const longestIn = (round: ChaosRound): number =>
  settleSeconds + lastsOf(round) + healLimitOf(round) + lookSeconds + 600;

/** So many are called a minute that the line lasts until fans have seen that it healed. */
export function callsAMinuteIn(round: ChaosRound, fans: number): number {
  const seconds = settleSeconds + lastsOf(round) + healLimitOf(round) + lookSeconds;
  return Math.max(1, Math.ceil((fans * 60) / (seconds * 1.25)));
}

type SpoiltCard = 'no-answer' | 'withdrawn';

/** What a bank in trouble makes of a good card. */
const cards: Readonly<Partial<Record<ChaosHand, SpoiltCard>>> = {
  'bank-is-silent': 'no-answer',
  'bank-takes-back': 'withdrawn',
};

const isAct = (hand: ChaosHand): hand is ChaosAct => cards[hand] === undefined;

/** Then the rest may come at once. */
const allAtOnce = 100_000;

export function chaosMorning(round: ChaosRound, fans: number, hands: ChaosHands, now: () => number): ChaosMorning {
  const readings = new FanReadings(now);
  let time: FaultTime | undefined;
  let card: SpoiltCard | undefined;
  const wait = async (clock: Clock, ms: number): Promise<void> => clock.wait(Math.max(0, ms));

  const go = async ({ onSale, opensAt, clock, isOver, expectOutage }: HeldMorning): Promise<void> => {
    await hands.turnPerMinute(onSale, callsAMinuteIn(round, fans));
    await wait(clock, opensAt - clock.now() + settleSeconds * 1000);
    const ms = lastsOf(round) * 1000;
    const beganAt = clock.now();
    const endsAt = beganAt + ms;
    expectOutage(beganAt, endsAt + healLimitOf(round) * 1000);
    await hands.putFaults(round, ms);
    const asked = round.kinds.flatMap(({ hand }) => hand ?? []);
    card = asked.map((hand) => cards[hand]).find((one) => one !== undefined);
    const toDo = asked.filter(isAct);
    for (const act of toDo) await hands.act(act);
    await wait(clock, endsAt - clock.now());
    card = undefined;
    for (const act of toDo) await hands.undo(act, onSale);
    const endedAt = clock.now();
    if (endedAt > endsAt) expectOutage(endsAt, endedAt + healLimitOf(round) * 1000);
    if (!isOver()) time = { beganAt, endedAt };
    await wait(clock, (healLimitOf(round) + lookSeconds) * 1000);
    await hands.turnPerMinute(onSale, allAtOnce);
    await wait(clock, endedAt + alarmSeconds * 1000 - clock.now());
  };
  return {
    readings,
    time: () => time,
    company: {
      bankIsSlow: () => false,
      cardNow: () => card,
      fansInsist: true,
      hear: (ask, answer) => readings.hear(ask, answer),
      go,
    },
  };
}
