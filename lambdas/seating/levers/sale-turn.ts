import type { SaleAct, SaleTurnFile } from '../../../contracts/sale-levers.ts';
import type { LeverTurn, SaleLevers } from '../house/sale-levers.ts';

/*
 * A turn of a lever as everybody may read it: in which role, never who. It follows from what was written with the
 * levers alone, so whoever publishes it, and however often, it is the same.
 */

/** The turns after this version that can be told, the oldest first. */
export function turnsToTell({ onSale, version, turns }: SaleLevers, after: number): readonly SaleTurnFile[] {
  return turns.flatMap((turn, at) => {
    const number = version - (turns.length - 1 - at);
    const told = number > after ? saleTurnOf(onSale, number, turn) : undefined;
    return told ? [told] : [];
  });
}

function saleTurnOf(onSale: string, version: number, turn: LeverTurn): SaleTurnFile | undefined {
  const { role, asked, reason, turnedAt } = turn;
  if (!role) return undefined;
  const common = { v: 1, onSale, version, turnedAt } as const;
  const { act, ...detail } = told(Object.fromEntries(JSON.parse(asked)) as AskedOfSale);
  return { ...common, act, role, reason, detail: { ...detail, turn: version, turnedAt } };
}

type AskedOfSale = SaleAct extends infer Act ? (Act extends SaleAct ? Omit<Act, 'key' | 'seen'> : never) : never;

function told(asked: AskedOfSale): Pick<SaleTurnFile, 'act'> & SaleTurnFile['detail'] & { act: SaleTurnFile['act'] } {
  switch (asked.act) {
    case 'stop':
      return { act: 'selling-stopped', performances: asked.performances.join(', ') };
    case 'sell-on':
      return { act: 'selling-resumed', performances: asked.performances.join(', ') };
    case 'limit':
      return { act: 'seats-per-fan-turned', seatsPerFan: asked.seatsPerFan };
    case 'methods':
      return { act: 'ways-to-pay-turned', methods: asked.methods.join(', ') };
  }
}
