import type { PersonRole } from '../../../contracts/ledger.ts';
import { type SwitchWay, switchHands } from '../../../contracts/switch.ts';
import { type KeptFile, keptFile } from '../../foundation/kept-file.ts';
import { askedForMs } from '../levers/pull-lever.ts';

/*
 * The people who turned the switch in the control room, and what waits for a second person. It lies beside the switch, in the other
 * region: after a morning without the home region it is still there.
 */

/** Somebody who turned the switch, or asks for it. */
export interface SwitchHand {
  /** Of the act: the page made it up, and repeats it when it asks again. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly to: SwitchWay;
  readonly role: PersonRole;
  readonly by: string;
  /** The one who confirmed it. */
  readonly and?: string;
  readonly reason: string;
  /** `turning`: it began, and may have died on the way. */
  readonly is: 'asked' | 'turning' | 'done';
}

export interface SwitchHands {
  /** Counts each act, so that of two at one switch the second is told. */
  readonly turns: number;
  /** The newest first; so many as one looks at. All of them are in the audit. */
  readonly hands: readonly SwitchHand[];
}

const noHands: SwitchHands = { turns: 0, hands: [] };

/** The switch itself, and who turned it. */
export interface KeptSwitch {
  /** When it was turned on, in milliseconds since the epoch; undefined while it is off. */
  readonly onSince: () => Promise<number | undefined>;
  readonly turn: (on: boolean) => Promise<void>;
  readonly hands: KeptFile<SwitchHands>;
}

const handsKept = 20;

/** Nothing else was done since, and it is not too late. */
export function askedIn({ hands: [last] }: SwitchHands, now: number): SwitchHand | undefined {
  return last?.is === 'asked' && now < last.at + askedForMs ? last : undefined;
}

/** The same act again takes its own place. */
export function withSwitchHand({ turns, hands }: SwitchHands, hand: SwitchHand): SwitchHands {
  const others = hands.filter(({ key }) => key !== hand.key);
  const isNew = others.length === hands.length;
  const kept = isNew ? [hand, ...hands] : hands.map((one) => (one.key === hand.key ? hand : one));
  return { turns: isNew ? turns + 1 : turns, hands: kept.slice(0, handsKept) };
}

export const handsFile = (files: Parameters<typeof keptFile>[0]): KeptSwitch['hands'] =>
  keptFile<SwitchHands>(files, `/${switchHands}`, noHands);
