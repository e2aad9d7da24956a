import type { DoorDevices, DoorDevicesAct } from '../../contracts/pairing.ts';
import type { Answer, Trouble } from '../api.ts';
import { browser, learnTime, theatreTime } from '../browser.gateway.ts';
import type { DrawnCode } from '../order/ticket-code.ts';
import { signInOver } from '../sign-in/me-api.ts';
import type { SignedInPage } from '../sign-in/signed-in.ts';
import { addressOf, changeDevices, readDevices } from './pairing-api.ts';

/** The code on the screen, for one device. */
export interface ShownOffer {
  readonly device: string;
  /** What the code says. */
  readonly address: string;
  readonly drawn: DrawnCode | 'failed';
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
  readonly taken: boolean;
}

export interface DevicesState {
  readonly performance: string;
  readonly list?: DoorDevices['devices'] | undefined;
  readonly offer?: ShownOffer | undefined;
  readonly busy: boolean;
  readonly trouble?: Trouble | undefined;
  /** Asked whether all are to be ended. */
  readonly sure: boolean;
}

export interface DevicesDeps {
  /** Asks with the sign-in of the supervisor. */
  readonly ask: SignedInPage['ask'];
  readonly state: () => DevicesState | undefined;
  readonly turn: (devices: DevicesState) => void;
}

const lookAgainMs = 2_500;

/** The supervisor's side of pairing: shows a code until a device took it, and ends devices. */
export function tendDevices({ ask, state, turn }: DevicesDeps) {
  const change = (changed: Partial<DevicesState>) => {
    const before = state();
    if (before) turn({ ...before, ...changed });
  };
  const isStill = (performance: string) => state()?.performance === performance;
  const failed = (trouble: Trouble) => {
    // The page says by itself that the sign-in has ended.
    if (trouble !== signInOver) change({ trouble });
  };

  const read = async (performance: string): Promise<void> => {
    const answer = await ask((access) => readDevices(browser, access, performance));
    if (!isStill(performance)) return;
    if (!answer.ok) return failed(answer.trouble);
    learnTime(answer.seen);
    const { offer } = state() ?? {};
    const taken = answer.body.devices.some((one) => one.device === offer?.device && one.state !== 'offered');
    change({
      list: answer.body.devices,
      trouble: undefined,
      ...(offer && taken && { offer: { ...offer, taken } }),
    });
  };

  /** A code for the device that asks, which no screen shows. */
  const forThisDevice = async (performance: string): Promise<Answer<DoorDevices>> => {
    const answer = await ask((access) => changeDevices(browser, access, performance, { act: 'offer' }));
    if (answer.ok && isStill(performance)) {
      learnTime(answer.seen);
      change({ list: answer.body.devices, trouble: undefined });
    }
    return answer;
  };

  const watch = async ({ performance, device }: { readonly performance: string; readonly device: string }) => {
    for (;;) {
      await browser.wait(lookAgainMs);
      const { offer } = isStill(performance) ? (state() ?? {}) : {};
      if (offer?.device !== device || offer.taken || theatreTime() >= offer.endsAt) return;
      await read(performance);
    }
  };

  const act = async (acted: DoorDevicesAct): Promise<void> => {
    const before = state();
    if (!before || before.busy) return;
    const { performance } = before;
    change({ busy: true, trouble: undefined, sure: false });
    const answer = await ask((access) => changeDevices(browser, access, performance, acted));
    if (!isStill(performance)) return;
    change({ busy: false });
    if (!answer.ok) return failed(answer.trouble);
    learnTime(answer.seen);
    change({ list: answer.body.devices });
    const { offer } = answer.body;
    if (!offer) return;
    const { drawCode } = await import('../order/ticket-code.ts');
    const { device, code, endsAt } = offer;
    const address = addressOf(location.origin, { performance, code });
    change({ offer: { device, address, drawn: drawCode(address), endsAt, taken: false } });
    void watch({ performance, device });
  };

  return {
    /** The devices of another performance. */
    turnTo: (performance: string) => {
      if (isStill(performance)) return;
      turn({ performance, busy: false, sure: false });
      void read(performance);
    },
    forThisDevice,
    /** As they are now. */
    again: () => {
      const { performance } = state() ?? {};
      if (performance !== undefined) void read(performance);
    },
    offer: () => void act({ act: 'offer' }),
    end: (device: string) => {
      if (state()?.offer?.device === device) change({ offer: undefined });
      void act({ act: 'end', device });
    },
    askEndAll: (sure: boolean) => change({ sure }),
    endAll: () => {
      change({ offer: undefined });
      void act({ act: 'end-all' });
    },
  };
}

export type DevicesActs = ReturnType<typeof tendDevices>;
