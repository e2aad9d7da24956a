import type { LineLevers, RunningLog } from '../../../contracts/levers.ts';
import { leverWords as words } from '../../../words/en/control-room-levers.ts';
import { type Answer, codeOf, fieldMessage, type Trouble } from '../../api.ts';
import { isVisible, learnTime, newKey } from '../../browser.gateway.ts';
import { bringToNews } from '../../elements/news.ts';
import { signInOver } from '../../sign-in/me-api.ts';
import type { SignedInPage } from '../../sign-in/signed-in.ts';
import { formOf, type LeverForm, type LeverName, type LeverWrong, reverseOf, type Wish, wishOf } from './lever-form.ts';
import { actOnPlace, pullLever, readLevers, readLog, sayMessage, writeNote } from './levers-api.ts';

/** The levers of the line that the page is about. */
export interface LeversState {
  readonly onSale: string;
  readonly read?: LineLevers | undefined;
  readonly log?: RunningLog | undefined;
  readonly busy: boolean;
  readonly trouble?: Trouble | undefined;
  /** The lever whose form is open. */
  readonly open?: LeverName | undefined;
  readonly form?: LeverForm | undefined;
  readonly wrong: LeverWrong;
  /** Somebody else turned first; what was wished still stands in the form. */
  readonly meanwhile?: boolean | undefined;
  /** The last act, in words, and what takes it back. */
  readonly done?: { readonly title: string; readonly detail?: string; readonly undo?: Wish | undefined } | undefined;
  readonly note: string;
  readonly noteWrong?: boolean | undefined;
}

export interface LeversDeps {
  readonly ask: SignedInPage['ask'];
  readonly state: () => LeversState | undefined;
  readonly turn: (levers: LeversState) => void;
  readonly timeZone: () => string;
}

/** Twenty people who look cost cents an hour. */
const lookEveryMs = 10_000;

export function tendLevers({ ask, state, turn, timeZone }: LeversDeps) {
  const change = (changed: Partial<LeversState>) => {
    const before = state();
    if (before) turn({ ...before, ...changed });
  };
  const quiet = { trouble: undefined, done: undefined, meanwhile: undefined, wrong: {} };
  /** Of the act that is under way: the same when it is sent again. */
  let key = newKey();

  const about = () => state()?.onSale ?? '';

  async function read(): Promise<void> {
    const onSale = about();
    const [levers, log] = await Promise.all([ask(readLevers(onSale)), ask(readLog(onSale))]);
    if (about() !== onSale) return;
    if (levers.ok) learnTime(levers.seen);
    change({
      ...(levers.ok ? { read: levers.body } : levers.trouble !== signInOver && { trouble: levers.trouble }),
      ...(log.ok && { log: log.body }),
    });
  }

  function send(wish: Wish, seen: number): Promise<Answer<unknown>> {
    const onSale = about();
    const keyed = { key, seen };
    if (wish.to === 'message') return ask(sayMessage(onSale, { ...wish.act, ...keyed }));
    if (wish.to === 'place') return ask(actOnPlace(onSale, { ...wish.act, key }));
    return ask(pullLever(onSale, { ...wish.act, ...keyed }));
  }

  async function perform(wish: Wish): Promise<void> {
    const { busy, read: before } = state() ?? {};
    if (busy || !before) return;
    change({ ...quiet, busy: true });
    const answer = await send(wish, before.turns);
    let ended: Partial<LeversState> = {};
    if (answer.ok) {
      key = newKey();
      const undo = isAsked(answer.body) ? undefined : reverseOf(wish, before, words.undone);
      // It is said once what stands was read: whoever presses Undo at once is heard, and takes back what stands.
      await read();
      ended = { open: undefined, form: undefined, done: { ...saidOf(wish, answer.body), undo } };
    } else if (codeOf(answer.trouble) === 'turned-meanwhile') {
      key = newKey();
      await read();
      ended = { meanwhile: true };
    } else if (answer.trouble !== signInOver) {
      const opensAt = fieldMessage(answer.trouble, 'body.opensAt') !== undefined;
      const fan = fieldMessage(answer.trouble, 'body.fan') !== undefined;
      const wrong = { ...(opensAt && { opensAt: true as const }), ...(fan && { fan: true as const }) };
      ended = opensAt || fan ? { wrong } : { trouble: answer.trouble };
    }
    change({ ...ended, busy: false });
    bringToNews();
  }

  window.setInterval(() => {
    if (isVisible() && state() && !state()?.busy) void read();
  }, lookEveryMs);

  return {
    read: () => void read(),
    open: (open: LeverName | undefined) => {
      const { read: levers } = state() ?? {};
      if (!levers) return;
      key = newKey();
      change({ ...quiet, open, form: open && formOf(levers, timeZone()) });
      document
        .querySelector<HTMLElement>(open ? '.lever-form input, .lever-form select' : '.lever-ways button')
        ?.focus();
    },
    fill: (filled: Partial<LeverForm>) => {
      const { form } = state() ?? {};
      if (form) change({ form: { ...form, ...filled } });
    },
    pull: () => {
      const { open, form } = state() ?? {};
      if (!open || !form) return;
      const wished = wishOf(open, form, timeZone());
      if (wished.ok) return void perform(wished.wish);
      change({ ...quiet, wrong: wished.wrong });
      bringToNews();
    },
    undo: (wish: Wish) => {
      key = newKey();
      void perform(wish);
    },
    confirm: async (asked: string) => {
      const { busy, read: before } = state() ?? {};
      if (busy || !before) return;
      change({ ...quiet, busy: true });
      const act = { act: 'confirm', key: newKey(), seen: before.turns, asked } as const;
      const answer = await ask(pullLever(about(), act));
      await read();
      change({
        busy: false,
        ...(answer.ok
          ? { done: { title: words.done.confirm } }
          : answer.trouble !== signInOver && { trouble: answer.trouble }),
      });
      bringToNews();
    },
    type: (note: string) => change({ note }),
    write: async () => {
      const { note = '', busy } = state() ?? {};
      if (busy) return;
      if (note.trim() === '') {
        change({ ...quiet, noteWrong: true });
        return bringToNews();
      }
      change({ ...quiet, busy: true, noteWrong: undefined });
      const answer = await ask(writeNote(about(), { key, text: note.trim() }));
      if (answer.ok) {
        key = newKey();
        change({ log: answer.body, note: '', done: { title: words.done.note } });
      } else if (answer.trouble !== signInOver) change({ trouble: answer.trouble });
      change({ busy: false });
      bringToNews();
    },
  };
}

export type LeverActs = ReturnType<typeof tendLevers>;

const outcomeOf = (body: unknown) => (body as { readonly outcome?: string }).outcome;
const isAsked = (body: unknown) => outcomeOf(body) === 'asked';

function saidOf(wish: Wish, body: unknown): { readonly title: string; readonly detail?: string } {
  if (isAsked(body)) return { title: words.asked, detail: words.askedDetail };
  if (outcomeOf(body) === 'stood') return { title: words.stood };
  if (wish.to === 'place')
    return { title: words.placeDone[(body as { readonly place: keyof typeof words.placeDone }).place] };
  if (wish.to === 'message') return { title: words.done.message };
  return { title: words.done[wish.act.act === 'move-doors' ? 'doors' : wish.act.act] };
}
