import type { Dials } from '../../../contracts/line-operation.ts';
import type { Claimed, Need } from '../../../contracts/line-requests.ts';
import type { Pass } from '../../../contracts/pass.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { makeSigned, type SharedKey } from '../../foundation/signing.ts';
import { countIfSeveral } from '../place/devices.ts';
import type { FanRecord, GrantedPass } from '../place/fan-store.ts';

/**
 * How long a pass lasts. The time of the dial; twice that for a fan who needs more time. Anybody may extend it once, by
 * half of it. A fan who needs more time may do so ten times (WCAG 2.2, 2.2.1: at least ten times, and each by a simple
 * act), by a tenth of it each. All in whole minutes, and two at least.
 *
 * Everybody says for themselves what they need, so it is bounded for all alike: a pass of 10 minutes becomes 15 at most,
 * and 40 with more time. A fan who has gone away frees the slot within minutes, since each extension needs them. If all
 * of such a line said that they need more time, it would move at 15 / 40 of its pace, never slower.
 */
export function minutesOf({ passMinutes }: Pick<Dials, 'passMinutes'>, needs: readonly Need[] = []): number {
  return needs.includes('more-time') ? 2 * passMinutes : passMinutes;
}

export function extensionMinutes(dials: Pick<Dials, 'passMinutes'>, needs: readonly Need[] = []): number {
  return Math.max(2, Math.ceil(minutesOf(dials, needs) / (needs.includes('more-time') ? 10 : 2)));
}

export function extensionsLeft({ extended = 0 }: Pick<GrantedPass, 'extended'>, needs: readonly Need[] = []): number {
  return Math.max(0, (needs.includes('more-time') ? 10 : 1) - extended);
}

export function livePass(pass: GrantedPass | undefined, now: number): GrantedPass | undefined {
  return pass && pass.endedAt === undefined && now < pass.expiresAt ? pass : undefined;
}

/** The pass as one device of the fan is given it. */
export function handOver(
  passKey: SharedKey,
  record: Pick<FanRecord, 'pin' | 'needs' | 'devices'>,
  { position, device }: { readonly position: number; readonly device: string | undefined },
  pass: Pick<GrantedPass, 'number' | 'expiresAt' | 'extended'>,
): Claimed {
  const { number, expiresAt } = pass;
  const { pin, needs = [] } = record;
  const { onSale, fan } = pin;
  const signed: Pass = {
    o: onSale,
    f: fan,
    i: `${number}`,
    q: position,
    x: expiresAt / 1000,
    ...(needs.length > 0 && { n: needs }),
    ...(device && { d: device }),
  };
  return {
    pass: makeSigned('p1', passKey, signed),
    position,
    expiresAt,
    extensions: extensionsLeft(pass, needs),
    ...countIfSeveral(record),
  };
}

/** The answer while no key signs passes: for half a minute, after all keys were dropped at once. */
export function keysChange(): Refusal {
  return refuse('keys-change', 'Your place is safe, and you are let in within a minute. Try again in a few seconds.', {
    retryAfterMs: 5000,
  });
}
