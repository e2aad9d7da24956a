import type { AllReadings, OnSaleReadings, ReadingsHistory } from '../../../contracts/readings.ts';
import { minuteMs } from '../../../rules/minute-history.ts';
import type { Answer, Trouble } from '../../api.ts';
import { browser, isVisible, learnTime, onReturn, theatreTime, timers } from '../../browser.gateway.ts';
import { keepAsking } from '../../poll.ts';
import type { SignedInPage } from '../../sign-in/signed-in.ts';
import { untilNextLook } from './next-look.ts';
import { readAllReadings, readHistory, readReadings, readShared } from './readings-api.ts';
import { openSharedLook } from './shared-look.ts';

/*
 * Reads how it goes just after each step of the clock, while the page is visible and its part is open. What was comes
 * along once a minute, and is asked for when the page has none. What stood there stays when a look fails, with its age.
 *
 *     hidden, or elsewhere ──shown──▶ look ──next step──▶ look …
 */

export interface PictureState {
  /** The on-sale that it is of; undefined for all at once. */
  readonly of?: string | undefined;
  readonly readings?: OnSaleReadings | undefined;
  readonly history?: ReadingsHistory | undefined;
  readonly all?: AllReadings | undefined;
  /** Why the last look failed. */
  readonly trouble?: Trouble | undefined;
}

export interface FollowDeps {
  readonly ask: SignedInPage['ask'];
  readonly state: () => PictureState | undefined;
  readonly turn: (picture: PictureState) => void;
  /** The chosen on-sale, or all; undefined while the part is not open to anybody here. */
  readonly wanted: () => { readonly onSale: string | undefined } | undefined;
}

/** A look that brings what was may be missed; the next one comes a minute later. */
const oldHistoryMs = 2 * minuteMs;

/** Answers what looks at once, e.g. when another on-sale was chosen. */
export function followReadings({ ask, state, turn, wanted }: FollowDeps): () => void {
  let historyAt = Number.NEGATIVE_INFINITY;
  const shared = openSharedLook({
    staff: (onSale) => ask((access) => readReadings(browser, access, onSale)),
    shared: (onSale, key) => readShared(browser, onSale, key),
    now: theatreTime,
  });

  async function look(): Promise<void> {
    const want = wanted();
    if (!want) return shared.forget();
    if (!isVisible()) return;
    const { onSale } = want;
    if (onSale === undefined)
      return show(undefined, await ask((access) => readAllReadings(browser, access)), (all) => ({ all }));
    const looked = await shared.look(onSale);
    await show(onSale, looked, ({ history, ...readings }) => ({ readings, ...(history && { history }) }));
    const now = theatreTime();
    if (looked.ok && looked.body.history) historyAt = now;
    const isOther = state()?.history?.onSale !== onSale;
    if (!isOther && now - historyAt < oldHistoryMs) return;
    historyAt = now;
    await show(onSale, await ask((access) => readHistory(browser, access, onSale)), (history) => ({ history }));
  }

  async function show<Body>(
    of: string | undefined,
    answer: Answer<Body>,
    part: (body: Body) => Partial<PictureState>,
  ): Promise<void> {
    // Another was chosen meanwhile.
    if (wanted()?.onSale !== of) return;
    const before = state();
    const kept = before && before.of === of ? before : { of };
    if (answer.ok) learnTime(answer.seen);
    turn(answer.ok ? { ...kept, ...part(answer.body), trouble: undefined } : { ...kept, trouble: answer.trouble });
  }

  const poll = keepAsking(timers, async () => {
    await look();
    return untilNextLook(theatreTime(), browser.chance());
  });
  onReturn(poll.wake);
  return poll.wake;
}
