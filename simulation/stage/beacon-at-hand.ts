import type { BeaconSource } from '../../rules/beacon.ts';
import { usualChain } from '../../stand-ins/beacon/chain.ts';
import { answerFor, type BeaconFaults } from '../../stand-ins/beacon/faults.ts';
import { isInjected, type Process } from './cloud.ts';

/**
 * The public beacon as a stage in memory has it: the chain of the stand-in, by the stage's own clock, without a server.
 * Its signatures are genuine, so verifiers believe them. One costs some milliseconds. All stages of a thread share what is
 * signed, and all runs of the simulation have the same hours.
 *
 * @param clock Milliseconds since the epoch.
 * @param faults Those of the moment; asked at each round.
 */
export function beaconAtHand(clock: () => number, faults: () => BeaconFaults = () => ({})): BeaconSource {
  const standIn = usualChain();
  return {
    chain: standIn.chain,
    async at(round) {
      const given = answerFor(standIn, round, clock(), faults());
      // A source gives only what it has verified.
      return given.answer === 'beacon' && given.isGenuine ? given.beacon : undefined;
    },
  };
}

/** The beacon as a process reads it. As `beacon.gateway.ts` has it, a relay that fails is one that has nothing yet. */
export function readBy(by: Process, { chain, at }: BeaconSource): BeaconSource {
  const asked = by.bind('beacon', { at });
  return {
    chain,
    at: (round) =>
      asked.at(round).catch((error: unknown) => {
        if (isInjected(error)) return undefined;
        throw error;
      }),
  };
}
