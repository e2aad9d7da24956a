import type { RollBank, RollCommitment } from '../../../contracts/roll.ts';
import { type Draw, type RoundStore, sheetOf } from './round-store.ts';

/** The round store in memory. */
export function roundTwin(): RoundStore {
  const banks = new Map<string, Map<number, RollBank>>();
  const commitments = new Map<string, RollCommitment>();
  const draws = new Map<string, Draw>();
  const nameOf = (onSale: string, round: number) => `${onSale}#${round}`;
  const banksOf = (onSale: string, round: number) => {
    const ofRound = banks.get(nameOf(onSale, round)) ?? new Map<number, RollBank>();
    banks.set(nameOf(onSale, round), ofRound);
    return ofRound;
  };
  const putNew = <Record extends { readonly onSale: string; readonly round: number }>(
    all: Map<string, Record>,
    record: Record,
  ): Record => {
    const name = nameOf(record.onSale, record.round);
    if (!all.has(name)) all.set(name, structuredClone(record));
    return structuredClone(all.get(name) as Record);
  };
  return {
    async keepBank(bank) {
      const ofRound = banksOf(bank.onSale, bank.round);
      if (!ofRound.has(bank.bank)) ofRound.set(bank.bank, structuredClone(bank));
    },
    async banks(onSale, round) {
      return [...banksOf(onSale, round).values()].sort((a, b) => a.bank - b.bank).map((bank) => structuredClone(bank));
    },
    commit: async (commitment) => putNew(commitments, commitment),
    committed: async (onSale, round) => structuredClone(commitments.get(nameOf(onSale, round))),
    draw: async (draw) => putNew(draws, draw),
    async sheet(onSale, round, bank) {
      const draw = draws.get(nameOf(onSale, round));
      const counted = banksOf(onSale, round).get(bank);
      return draw && counted && structuredClone(sheetOf(draw, counted));
    },
  };
}
