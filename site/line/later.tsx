import { actsOf } from './later/acts.ts';
import { devices } from './later/devices.tsx';
import { forgetful, left, missing, over } from './later/elsewhere.tsx';
import { emailField, invited, inviteWords } from './later/email-form.tsx';
import { leaving } from './later/leaving.tsx';
import { moreTime } from './later/more-time.tsx';
import { needs } from './later/needs.tsx';
import { signalSwitches } from './later/signal-switches.tsx';
import { ring } from './later/signals.gateway.ts';
import type { LaterDeps } from './later-deps.ts';
import { lazily } from './lazily.ts';
import type { LineState } from './line-state.ts';
import { titleOf } from './title.ts';

const slower = lazily(() => import('./later/slower-lane-notice.tsx'));

/**
 * The parts that few fans need, or need once: they are not in the first load of the page that everybody loads at once.
 * Each part is a view of the state; its acts go through `LaterDeps`.
 */
export function openLater(deps: LaterDeps) {
  const acts = actsOf(deps);
  return {
    /** Puts the fan at the first thing to press of what was opened last. */
    focus() {
      const { opened, devices: found } = deps.page.state();
      if (opened?.devices && !found) void acts.seeDevices();
      document.querySelector<HTMLElement>('.leave-sure button, [role=switch], [name=needs]')?.focus();
    },
    invite: acts.invite,
    leave: acts.leave,
    signal: (state: LineState) => ring(state.signals, titleOf(state)),
    missing,
    over,
    /** The notices that a fan should see before they join. In one node: the forms below keep their places, and what is typed. */
    beforeJoin: (state: LineState) => (
      <div class="messages">
        {state.forgetful && forgetful(state)}
        {state.left && !state.joinTrouble && left(state)}
      </div>
    ),
    needs,
    email: emailField,
    inviteWords,
    invited: (state: LineState) => invited(state, acts),
    devices: (state: LineState) => devices(state, acts),
    leaving: (state: LineState) => leaving(state, acts),
    slowerLane: (state: LineState) => slower()?.slowerLane(state, acts) ?? null,
    signals: (state: LineState) => signalSwitches(state, acts),
    moreTime: (state: LineState) => moreTime(state, acts),
  };
}

export type Later = ReturnType<typeof openLater>;
