import { afterMinuteMs, type PlatformReadings, platformStepMs } from '../../../contracts/platform.ts';
import type { Trouble } from '../../api.ts';
import { browser, isVisible, onReturn, theatreTime, timers } from '../../browser.gateway.ts';
import { keepAsking } from '../../poll.ts';
import type { SignedInPage } from '../../sign-in/signed-in.ts';
import { readPlatform } from './readings-api.ts';

/*
 * Reads how the platform goes once a minute, half a minute after each began: CloudWatch has the minute before by then.
 * It is read while the page is visible and its part is open. What stood there stays when a look fails, with its age.
 */

export interface PlatformState {
  readonly figures?: PlatformReadings | undefined;
  /** Why the last look failed. */
  readonly trouble?: Trouble | undefined;
}

export interface FollowPlatformDeps {
  readonly ask: SignedInPage['ask'];
  readonly state: () => PlatformState | undefined;
  readonly turn: (platform: PlatformState) => void;
  /** Whether its part is open to somebody here. */
  readonly isWanted: () => boolean;
}

/** Pages of one room do not all come at once: the first has it renewed, and the others find it. */
const spreadMs = 8000;

/** Milliseconds from now to the next look. */
export function untilPlatformLook(now: number, chance: number): number {
  const late = afterMinuteMs + Math.floor(chance * spreadMs);
  return platformStepMs - ((now - late) % platformStepMs);
}

/** Answers what looks at once, if this page has not looked yet. */
export function followPlatform({ ask, state, turn, isWanted }: FollowPlatformDeps): () => void {
  const chance = browser.chance();

  async function look(): Promise<void> {
    if (!isWanted() || !isVisible()) return;
    const answer = await ask((access) => readPlatform(browser, access));
    turn(answer.ok ? { figures: answer.body } : { ...state(), trouble: answer.trouble });
  }

  const poll = keepAsking(timers, async () => {
    await look();
    return untilPlatformLook(theatreTime(), chance);
  });
  onReturn(poll.wake);
  return () => {
    if (isWanted() && !state()) poll.wake();
  };
}
