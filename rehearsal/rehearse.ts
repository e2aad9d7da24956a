import { type AudienceOptions, audienceOf, type Fan, paced } from './fans/audience.ts';
import { chanceOf } from './fans/chance.ts';
import { dayOut } from './fans/day-out.ts';
import type { Identity } from './fans/identity.ts';
import type { Programme } from './fans/programme.ts';
import type { RehearsalTerms, Visit } from './fans/visit.ts';
import { joinAgain } from './fans/way-in.ts';
import type { Notes } from './notes.ts';
import type { Clock, Site } from './site.ts';

/** A rehearsal to hold: its fans, its on-sales, and the way to the platform. */
export interface Rehearsal {
  readonly audience: AudienceOptions;
  readonly terms: RehearsalTerms;
  readonly programme: Programme;
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  readonly site: Site;
  readonly clock: Clock;
  readonly notes: Notes;
  readonly identityOf: (fan: Fan) => Identity;
}

/** How many joins are asked for at once when everyone comes back at the end. */
const comebacksAtOnce = 24;

/** Every fan's day from arrival to ending, then everyone who kept their place comes back once to see that it is still there. */
export async function rehearse(rehearsal: Rehearsal): Promise<void> {
  const { audience, terms, opensAt, clock, notes } = rehearsal;
  const visits = audienceOf(audience).map((fan) => visitOf(rehearsal, paced(fan, terms.pace)));
  await Promise.all(
    visits.map(async (visit) => {
      await clock.wait(Math.max(0, opensAt + visit.fan.arrives - clock.now()));
      notes.endings.set(visit.fan.number, await dayOut(visit));
    }),
  );
  await comeBack(visits, notes);
}

function visitOf({ audience, terms, programme, site, clock, notes, identityOf }: Rehearsal, fan: Fan): Visit {
  const chance = chanceOf(audience.seed, 3, fan.number);
  return { fan, identity: identityOf(fan), chance, site, clock, notes, programme, rehearsal: terms };
}

async function comeBack(visits: readonly Visit[], notes: Notes): Promise<void> {
  const receipts = new Map(notes.receipts.map((given) => [given.fan, given]));
  // A fan who gave the place up would be asking for it back.
  const back = visits.filter(({ fan }) => receipts.get(fan.number)?.gaveUp !== true);
  const waiting = back.values();
  const one = async () => {
    for (const visit of waiting) {
      const given = receipts.get(visit.fan.number);
      if (given) await joinAgain(visit, given);
    }
  };
  await Promise.all(Array.from({ length: comebacksAtOnce }, one));
}
