import type { SwitchAct, SwitchShown, SwitchTurned, SwitchWay } from '../../../contracts/switch.ts';
import { codeOf, type Trouble } from '../../api.ts';
import { isVisible, learnTime, newKey } from '../../browser.gateway.ts';
import { bringToNews } from '../../elements/news.ts';
import { signInOver } from '../../sign-in/me-api.ts';
import type { SignedInPage } from '../../sign-in/signed-in.ts';
import { readSwitch, turnSwitch } from './switch-api.ts';

/** The failover switch, while somebody looks at it. */
export interface SwitchState {
  readonly read?: SwitchShown | undefined;
  readonly busy: boolean;
  readonly trouble?: Trouble | undefined;
  /** Where everyone shall go, while its form is open. */
  readonly open?: SwitchWay | undefined;
  readonly reason: string;
  /** The name of the site, as the person types it. */
  readonly name: string;
  readonly wrong: { readonly reason?: boolean; readonly name?: boolean };
  /** Somebody else turned first; what was wished still stands in the form. */
  readonly meanwhile?: boolean | undefined;
  /** What became of the last act. */
  readonly done?: { readonly to: SwitchWay; readonly turned: SwitchTurned } | undefined;
}

export interface SwitchDeps {
  readonly ask: SignedInPage['ask'];
  readonly state: () => SwitchState | undefined;
  readonly turn: (state: SwitchState) => void;
}

const lookEveryMs = 10_000;

export const switchUnread: SwitchState = { busy: false, reason: '', name: '', wrong: {} };

export function tendSwitch({ ask, state, turn }: SwitchDeps) {
  const change = (changed: Partial<SwitchState>) => {
    const before = state();
    if (before) turn({ ...before, ...changed });
  };
  const quiet = { trouble: undefined, done: undefined, meanwhile: undefined, wrong: {} };
  /** Of the act that is under way: the same when it is sent again. */
  let key = newKey();

  async function read(): Promise<void> {
    const answer = await ask(readSwitch);
    if (answer.ok) learnTime(answer.seen);
    if (answer.ok) change({ read: answer.body });
    else if (answer.trouble !== signInOver) change({ trouble: answer.trouble });
  }

  type Wish =
    | { readonly act: 'turn'; readonly to: SwitchWay; readonly reason: string }
    | { readonly act: 'confirm'; readonly to: SwitchWay; readonly asked: string };

  async function perform({ to, ...wish }: Wish): Promise<void> {
    const { busy, read: before } = state() ?? {};
    if (busy || !before) return;
    change({ ...quiet, busy: true });
    const turning = { key, seen: { turns: before.turns, on: before.on } };
    const act: SwitchAct = wish.act === 'turn' ? { ...wish, to, ...turning } : { ...wish, ...turning };
    const answer = await ask(turnSwitch(act));
    let ended: Partial<SwitchState> = {};
    if (answer.ok) {
      key = newKey();
      await read();
      ended = { open: undefined, reason: '', name: '', done: { to, turned: answer.body } };
    } else if (codeOf(answer.trouble) === 'turned-meanwhile') {
      key = newKey();
      await read();
      ended = { meanwhile: true };
    } else if (answer.trouble !== signInOver) ended = { trouble: answer.trouble };
    change({ ...ended, busy: false });
    bringToNews();
  }

  window.setInterval(() => {
    if (isVisible() && state() && !state()?.busy) void read();
  }, lookEveryMs);

  return {
    read: () => void read(),
    open: (open: SwitchWay | undefined) => {
      key = newKey();
      change({ ...quiet, open, reason: '', name: '' });
      document.querySelector<HTMLElement>(open ? '.switch-form input' : '.switch-ways button')?.focus();
    },
    fill: (filled: Partial<Pick<SwitchState, 'reason' | 'name'>>) => change(filled),
    turn: () => {
      const { open, reason = '', name = '', read: shown } = state() ?? {};
      if (!open || !shown) return;
      const isNamed = name.trim().toLowerCase() === shown.domainName;
      const wrong = { ...(reason.trim() === '' && { reason: true }), ...(!isNamed && { name: true }) };
      if (Object.keys(wrong).length === 0) return void perform({ act: 'turn', to: open, reason: reason.trim() });
      change({ ...quiet, wrong });
      bringToNews();
    },
    confirm: ({ key: asked, to }: NonNullable<SwitchShown['asked']>) => {
      key = newKey();
      void perform({ act: 'confirm', to, asked });
    },
  };
}

export type SwitchActs = ReturnType<typeof tendSwitch>;
