import type { PersonRole } from '../../../contracts/ledger.ts';
import type { SaleAct } from '../../../contracts/sale-levers.ts';
import type { Release, SaleLevers } from '../house/sale-levers.ts';

/** So many turns are remembered: a repeat comes within seconds, and people see who turned what lately. */
const turnsKept = 20;

/** Who turns, and when. */
interface Turning {
  readonly by: string;
  readonly role: PersonRole;
  readonly now: number;
  readonly publishedLimit: number;
  /** Seats that a release is about. */
  readonly seats: number;
}

/** The levers after this act. Acts that change nothing are turns all the same: somebody meant it, and said why. */
export function turned(levers: SaleLevers, act: SaleAct, turning: Turning): SaleLevers {
  const { key, reason } = act;
  const { by, role, now } = turning;
  const turn = { key, asked: askedIn(act), act: act.act, by, role, reason, turnedAt: now };
  return {
    ...changed(levers, act, turning),
    version: levers.version + 1,
    turns: [...levers.turns, turn].slice(-turnsKept),
  };
}

function changed(levers: SaleLevers, act: SaleAct, turning: Turning): SaleLevers {
  const { releases = [] } = levers;
  switch (act.act) {
    case 'stop':
      return { ...levers, stopped: [...new Set([...levers.stopped, ...act.performances])].sort() };
    case 'sell-on':
      return { ...levers, stopped: levers.stopped.filter((one) => !act.performances.includes(one)) };
    case 'limit': {
      const { seatsPerFan: _, ...others } = levers;
      return act.seatsPerFan === turning.publishedLimit ? others : { ...others, seatsPerFan: act.seatsPerFan };
    }
    case 'methods':
      return { ...levers, methods: act.methods };
    case 'release':
      return { ...levers, releases: [...releases, releaseOf(levers, act, turning)] };
    case 'withdraw':
      return { ...levers, releases: releases.filter(({ turn, begun }) => begun || turn !== act.release) };
  }
}

function releaseOf(
  { version }: SaleLevers,
  { partner, performances, at, reason }: Extract<SaleAct, { act: 'release' }>,
  { by, role, now, seats }: Turning,
): Release {
  const dueAt = Math.max(at ?? now, now);
  const isNow = dueAt === now;
  return { turn: version + 1, partner, performances, seats, dueAt, ...(isNow && { begun: true }), by, role, reason };
}

/** A planned release, at its time: from this write on it cannot be taken back, and is in the ledger as done. */
export function begun(levers: SaleLevers, { turn, by, role, reason }: Release, now: number): SaleLevers {
  const asked = JSON.stringify([
    ['act', 'release-due'],
    ['release', turn],
  ] satisfies AskedEntries);
  const done = { key: `release-${turn}-due`, asked, act: 'release-due', by, role, reason, turnedAt: now };
  return {
    ...levers,
    version: levers.version + 1,
    releases: (levers.releases ?? []).map((one) => (one.turn === turn ? { ...one, begun: true } : one)),
    turns: [...levers.turns, done].slice(-turnsKept),
  };
}

type AskedEntries = readonly (readonly [string, unknown])[];

/** The act without what is its caller's alone, to tell a repeat from another act with the same key. */
export function askedIn({ key: _key, seen: _seen, ...asked }: SaleAct): string {
  return JSON.stringify(Object.entries(asked).sort(([one], [other]) => (one < other ? -1 : 1)));
}
