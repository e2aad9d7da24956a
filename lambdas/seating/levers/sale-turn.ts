import type { SaleAct, SaleTurnFile } from '../../../contracts/sale-levers.ts';
import type { LeverTurn, Release, SaleLevers } from '../house/sale-levers.ts';

/*
 * A turn of a lever as everybody may read it: in which role, never who. It follows from what was written with the
 * levers alone, so whoever publishes it, and however often, it is the same.
 */

/** The turns after this version that can be told, the oldest first. */
export function turnsToTell(
  { onSale, version, turns, releases = [] }: SaleLevers,
  after: number,
): readonly SaleTurnFile[] {
  return turns.flatMap((turn, at) => {
    const number = version - (turns.length - 1 - at);
    const told = number > after ? saleTurnOf({ onSale, version: number, releases }, turn) : undefined;
    return told ? [told] : [];
  });
}

function saleTurnOf(
  { onSale, version, releases }: Pick<SaleTurnFile, 'onSale' | 'version'> & { readonly releases: readonly Release[] },
  { role, asked, reason, turnedAt }: LeverTurn,
): SaleTurnFile | undefined {
  if (!role) return undefined;
  const { act, detail } = told(Object.fromEntries(JSON.parse(asked)) as AskedOfSale, { version, turnedAt, releases });
  return { v: 1, onSale, version, turnedAt, act, role, reason, detail: { ...detail, turn: version, turnedAt } };
}

type AskedOfSale =
  | (SaleAct extends infer Act ? (Act extends SaleAct ? Omit<Act, 'key' | 'seen'> : never) : never)
  | { readonly act: 'release-due'; readonly release: number };

/** Whose the seats were is not told: nothing that is published says it. */
function told(
  asked: AskedOfSale,
  {
    version,
    turnedAt,
    releases,
  }: Pick<SaleTurnFile, 'version' | 'turnedAt'> & { readonly releases: readonly Release[] },
): Pick<SaleTurnFile, 'act' | 'detail'> {
  switch (asked.act) {
    case 'stop':
      return { act: 'selling-stopped', detail: { performances: asked.performances.join(', ') } };
    case 'sell-on':
      return { act: 'selling-resumed', detail: { performances: asked.performances.join(', ') } };
    case 'limit':
      return { act: 'seats-per-fan-turned', detail: { seatsPerFan: asked.seatsPerFan } };
    case 'methods':
      return { act: 'ways-to-pay-turned', detail: { methods: asked.methods.join(', ') } };
    case 'release': {
      const release = releases.find(({ turn }) => turn === version);
      const detail = { performances: asked.performances.join(', '), ...(release && { seats: release.seats }) };
      return asked.at !== undefined && asked.at > turnedAt
        ? { act: 'release-planned', detail: { ...detail, dueAt: asked.at } }
        : { act: 'allocation-released', detail };
    }
    case 'withdraw':
      return { act: 'release-withdrawn', detail: { planned: asked.release } };
    case 'release-due': {
      const release = releases.find(({ turn }) => turn === asked.release);
      const of = release && { performances: release.performances.join(', '), seats: release.seats };
      return { act: 'allocation-released', detail: { planned: asked.release, ...of } };
    }
  }
}
