import type { PersonRole } from '../../../contracts/ledger.ts';
import type { SaleAct } from '../../../contracts/sale-levers.ts';
import type { SaleLevers } from '../house/sale-levers.ts';

/** So many turns are remembered: a repeat comes within seconds, and people see who turned what lately. */
const turnsKept = 20;

/** Who turns, and when. */
interface Turning {
  readonly by: string;
  readonly role: PersonRole;
  readonly now: number;
  readonly publishedLimit: number;
}

/** The levers after this act. Acts that change nothing are turns all the same: somebody meant it, and said why. */
export function turned(levers: SaleLevers, act: SaleAct, { by, role, now, publishedLimit }: Turning): SaleLevers {
  const { key, reason } = act;
  const turn = { key, asked: askedIn(act), act: act.act, by, role, reason, turnedAt: now };
  return {
    ...changed(levers, act, publishedLimit),
    version: levers.version + 1,
    turns: [...levers.turns, turn].slice(-turnsKept),
  };
}

function changed(levers: SaleLevers, act: SaleAct, publishedLimit: number): SaleLevers {
  switch (act.act) {
    case 'stop':
      return { ...levers, stopped: [...new Set([...levers.stopped, ...act.performances])].sort() };
    case 'sell-on':
      return { ...levers, stopped: levers.stopped.filter((one) => !act.performances.includes(one)) };
    case 'limit': {
      const { seatsPerFan: _, ...others } = levers;
      return act.seatsPerFan === publishedLimit ? others : { ...others, seatsPerFan: act.seatsPerFan };
    }
    case 'methods':
      return { ...levers, methods: act.methods };
  }
}

/** The act without what is its caller's alone, to tell a repeat from another act with the same key. */
export function askedIn({ key: _key, seen: _seen, ...asked }: SaleAct): string {
  return JSON.stringify(Object.entries(asked).sort(([one], [other]) => (one < other ? -1 : 1)));
}
