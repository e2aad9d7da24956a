import { mostTextBytes, textBytes } from '../../../contracts/board-text.ts';
import type { LeverAct, LineLevers, MessageAct, PlaceAct } from '../../../contracts/levers.ts';
import { type PreparedMessage, preparedMessages } from '../../../contracts/prepared-messages.ts';
import { timeWithOffset, typedOnTheWall } from '../../../rules/wall-clock.ts';
import { fanOfReceipt } from '../../signed-payload.ts';

/* A lever that is about to be pulled, as it stands in its form. It becomes an act, or names the fields that are wrong. */

export type LeverName = 'pause' | 'resume' | 'turn' | 'message' | 'doors' | 'place' | 'end';

export interface LeverForm {
  readonly reason: string;
  readonly shopping: string;
  readonly perMinute: string;
  /** `nothing`, `text`, or a message that was written beforehand. */
  readonly say: 'nothing' | 'text' | PreparedMessage;
  readonly text: string;
  readonly now: boolean;
  /** `YYYY-MM-DD` and `HH:MM`, by the venue's clocks. */
  readonly day: string;
  readonly time: string;
  readonly fan: string;
  readonly placeAct: PlaceAct['act'];
}

export type LeverWrong = Partial<Record<'reason' | 'shopping' | 'perMinute' | 'text' | 'opensAt' | 'fan', true>>;

/** As things are now: who moves the doors begins from the time at which they open. */
export function formOf({ dials, opensAt }: LineLevers, timeZone: string): LeverForm {
  const doors = timeWithOffset(opensAt, timeZone);
  const say = dials.prepared ?? (dials.message === undefined ? 'nothing' : 'text');
  return {
    ...{ reason: '', shopping: `${dials.shopping}`, perMinute: `${dials.perMinute}`, say, text: dials.message ?? '' },
    ...{ now: false, day: doors.slice(0, 10), time: doors.slice(11, 16), fan: '', placeAct: 'admit' },
  };
}

/** An act without its key and without what was seen: those are the page's. */
export type Wish =
  | { readonly to: 'levers'; readonly act: Unkeyed<Exclude<LeverAct, { readonly act: 'confirm' }>> }
  | { readonly to: 'message'; readonly act: Unkeyed<MessageAct> }
  | { readonly to: 'place'; readonly act: Omit<PlaceAct, 'key'> };

type Unkeyed<Act> = Act extends unknown ? Omit<Act, 'key' | 'seen'> : never;

export type Wished = { readonly ok: true; readonly wish: Wish } | { readonly ok: false; readonly wrong: LeverWrong };

export function wishOf(lever: LeverName, form: LeverForm, timeZone: string): Wished {
  const reason = form.reason.trim();
  const wrong: LeverWrong = {
    ...(lever !== 'message' && reason === '' && { reason: true }),
    ...(lever === 'turn' && wrongDials(form)),
    ...(lever === 'message' && form.say === 'text' && !isText(form.text) && { text: true }),
    ...(lever === 'doors' && doorsAt(form, timeZone) === undefined && { opensAt: true }),
    ...(lever === 'place' && fanIn(form.fan) === undefined && { fan: true }),
  };
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };
  return { ok: true, wish: made(lever, form, reason, timeZone) };
}

function made(lever: LeverName, form: LeverForm, reason: string, timeZone: string): Wish {
  switch (lever) {
    case 'pause':
    case 'resume':
    case 'end':
      return { to: 'levers', act: { act: lever, reason } };
    case 'turn': {
      const dials = { shopping: Number(form.shopping), perMinute: Number(form.perMinute) };
      return { to: 'levers', act: { act: 'turn', dials, reason } };
    }
    case 'doors':
      return { to: 'levers', act: { act: 'move-doors', opensAt: doorsAt(form, timeZone) ?? 'now', reason } };
    case 'message':
      return { to: 'message', act: saidIn(form) };
    case 'place':
      return { to: 'place', act: { act: form.placeAct, fan: fanIn(form.fan) ?? '', reason } };
  }
}

function saidIn({ say, text }: LeverForm): Extract<Wish, { readonly to: 'message' }>['act'] {
  if (say === 'text') return { say, text: text.trim() };
  const prepared = preparedMessages.find((one) => one === say);
  return prepared ? { say: 'prepared', prepared } : { say: 'nothing' };
}

const isText = (text: string) => text.trim() !== '' && textBytes(text.trim()) <= mostTextBytes;

function wrongDials({ shopping, perMinute }: LeverForm): LeverWrong {
  const isWhole = (text: string, least: number) =>
    /^\d{1,7}$/.test(text.trim()) && Number(text) >= least && Number(text) <= 1_000_000;
  return {
    ...(!isWhole(shopping, 0) && { shopping: true }),
    ...(!isWhole(perMinute, 1) && { perMinute: true }),
  };
}

/** Undefined: no time that can be read. */
function doorsAt({ now, day, time }: LeverForm, timeZone: string): number | 'now' | undefined {
  if (now) return 'now';
  const moment = typedOnTheWall(day, time, timeZone);
  return moment?.ok ? moment.at : undefined;
}

/** The key itself, or that of a receipt. */
function fanIn(text: string): string | undefined {
  const given = text.trim();
  return /^[A-Za-z0-9_-]{43}$/.test(given) ? given : fanOfReceipt(given);
}

/** The wish that takes another one back, if anything does. */
export function reverseOf(wish: Wish, { dials, opensAt }: LineLevers, reason: string): Wish | undefined {
  if (wish.to === 'message') {
    const { prepared, message } = dials;
    if (prepared) return { to: 'message', act: { say: 'prepared', prepared } };
    return { to: 'message', act: message === undefined ? { say: 'nothing' } : { say: 'text', text: message } };
  }
  if (wish.to === 'place') {
    const { act, fan } = wish.act;
    return act === 'slow' || act === 'remove' ? { to: 'place', act: { act: 'restore', fan, reason } } : undefined;
  }
  switch (wish.act.act) {
    case 'pause':
      return { to: 'levers', act: { act: 'resume', reason } };
    case 'resume':
      return { to: 'levers', act: { act: 'pause', reason } };
    case 'turn': {
      const { shopping, perMinute } = dials;
      return { to: 'levers', act: { act: 'turn', dials: { shopping, perMinute }, reason } };
    }
    case 'move-doors':
      return { to: 'levers', act: { act: 'move-doors', opensAt, reason } };
    case 'end':
      return undefined;
  }
}
