import type { LeverPulled } from '../../../contracts/levers.ts';
import type { LineRecord } from '../line/line-store.ts';
import { tiersOf } from '../line/tiers.ts';

/** The dials and times of a line as they stand, with the number of turns that made them so. */
export function standingOf({ dials, facts, progress, turns = 0 }: LineRecord): Omit<LeverPulled, 'outcome'> {
  const { shopping, perMinute, paused, passMinutes, claimMinutes, message, prepared } = dials;
  const tiers = tiersOf(facts);
  const doors = tiers[progress.lobbies] ?? tiers.at(-1) ?? facts;
  return {
    turns,
    dials: {
      ...{ shopping, perMinute, paused, passMinutes, claimMinutes },
      ...(message && { message }),
      ...(prepared && prepared !== 'nothing' && { prepared }),
    },
    opensAt: doors.opensAt,
    closesAt: facts.closesAt,
  };
}
