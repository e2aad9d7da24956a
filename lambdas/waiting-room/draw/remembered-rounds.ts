import { Memory } from '../../foundation/memory.ts';
import type { DrawnRound, RoundStore } from './round-store.ts';

/** The rounds of several hours, a draw sheet of some hundred bytes each. */
const roundsKept = 10_000;

/** A drawn round never changes, so a warm handler remembers it for good. */
export function rememberRounds(rounds: Pick<RoundStore, 'drawn'>): Pick<RoundStore, 'drawn'> {
  const memory = new Memory<DrawnRound>(roundsKept);
  return {
    drawn: (onSale, round) => memory.recall(`${onSale}#${round}`, () => rounds.drawn(onSale, round)),
  };
}
