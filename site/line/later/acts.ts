import type { Claimed, Devices } from '../../../contracts/line-requests.ts';
import { header } from '../../../contracts/paths.ts';
import { language } from '../../../words/en/written.ts';
import { codeOf } from '../../api.ts';
import { browser, learnTime, theatreTime } from '../../browser.gateway.ts';
import { bringToNews } from '../../elements/news.ts';
import type { Signals } from '../../kept.store.ts';
import * as kept from '../../kept.store.ts';
import type { LaterDeps } from '../later-deps.ts';
import { act, leave } from '../line-api.ts';
import { allow } from './signals.gateway.ts';

/** A part of the page did not come. */
const unreachable = { kind: 'unreachable' } as const;

/** The acts of a fan besides taking a place and coming in, one at a time. */
export function actsOf(deps: LaterDeps) {
  const { page, onSale } = deps;
  const receiptOf = () => page.state().kept;
  /** The page fetches a pass by itself now and then. An act of the fan meanwhile comes after it, and is not lost. */
  const isBusy = async () => {
    while (page.state().busy === 'claim') await browser.wait(100);
    return page.state().busy !== undefined;
  };
  const withReceipt = (receipt: string) => ({ headers: { [header.receipt]: receipt } });

  return {
    /** Asks for the link that shows that the address answers. */
    async invite(email: string): Promise<void> {
      if (page.state().busy) return;
      page.turn({ busy: 'invite', joinTrouble: undefined });
      const answer = await act(browser, onSale, 'invite', { body: { email, language } });
      page.turn({ busy: undefined, ...(answer.ok ? { invited: email } : { joinTrouble: answer.trouble }) });
      if (!answer.ok) bringToNews();
    },

    inviteAgain: () => page.turn({ invited: '' }),

    /** Gives the place up; a fan with a pass gives that back, and keeps the place. */
    async leave(): Promise<void> {
      if (await isBusy()) return;
      const held = receiptOf();
      if (!held) return;
      const { pass, now } = page.state();
      page.turn({ busy: 'leave' });
      const answer = await leave(browser, onSale, held.receipt);
      page.turn({ busy: undefined, actTrouble: answer.ok ? undefined : answer.trouble });
      if (answer.ok && pass && now < pass.expiresAt) {
        kept.endPass(pass, now);
        page.turn({ pass: kept.pass(onSale) });
      } else if (answer.ok || codeOf(answer.trouble) === 'place-given-up') deps.forgetPlace();
      else if (codeOf(answer.trouble) === 'device-ended') deps.forgetPlace(answer.trouble);
    },

    stay: () => page.turn({ asksToLeave: false, actTrouble: undefined }),

    /** Tells the staff that the slower lane is wrong. */
    async appeal(message: string): Promise<void> {
      if (await isBusy()) return;
      const held = receiptOf();
      if (!held?.slowerLane) return;
      page.turn({ busy: 'appeal' });
      const answer = await act(browser, onSale, 'appeal', { ...withReceipt(held.receipt), body: { message } });
      page.turn({ busy: undefined, actTrouble: answer.ok ? undefined : answer.trouble });
      if (answer.ok) deps.keepPlace({ ...held, slowerLane: { ...held.slowerLane, appealedAt: theatreTime() } });
      else bringToNews();
    },

    async extend(): Promise<void> {
      if (await isBusy()) return;
      const held = receiptOf();
      if (!held) return;
      page.turn({ busy: 'extend' });
      const answer = await act<Claimed>(browser, onSale, 'extend', withReceipt(held.receipt));
      if (answer.ok) {
        learnTime(answer.seen);
        kept.keepPass({ onSale, ...answer.body });
      }
      page.turn({
        busy: undefined,
        pass: kept.pass(onSale),
        now: theatreTime(),
        actTrouble: answer.ok ? undefined : answer.trouble,
      });
    },

    /** Looks which devices hold the place, after it took one of them off. */
    async seeDevices(end?: string): Promise<void> {
      if (await isBusy()) return;
      const held = receiptOf();
      if (!held) return;
      page.turn({ busy: 'devices', opened: { ...page.state().opened, devices: true } });
      const asked = { ...withReceipt(held.receipt), body: end === undefined ? {} : { end } };
      const [answer, part] = await Promise.all([
        act<Devices>(browser, onSale, 'devices', asked),
        import('./device-list.tsx').catch(() => undefined),
      ]);
      const trouble = answer.ok ? (part ? undefined : unreachable) : answer.trouble;
      page.turn({ busy: undefined, actTrouble: trouble });
      if (!answer.ok && codeOf(answer.trouble) === 'device-ended') deps.forgetPlace(answer.trouble);
      if (!answer.ok) return;
      page.turn({ devices: answer.body.devices, ...part });
      const { devices: _devices, ...alone } = held;
      const { length } = answer.body.devices;
      deps.keepPlace({ ...alone, ...(length > 1 && { devices: length }) });
    },

    /** Turns one signal on or off; on only if the browser lets us, which it may ask about now. */
    async switchSignal(kind: keyof Signals): Promise<void> {
      const { signals } = page.state();
      const on = !signals[kind] && (await allow(kind));
      const turned = { ...signals, [kind]: on };
      kept.keepSignals(turned);
      page.turn({ signals: turned, refusedSignal: on || signals[kind] ? undefined : kind });
    },
  };
}

export type LaterActs = ReturnType<typeof actsOf>;
