import { slug } from '../../../contracts/ids.ts';
import {
  type Claimed,
  type Devices,
  type Joined,
  joinRequest,
  type SlowerLane,
  takeOverRequest,
} from '../../../contracts/line-requests.ts';
import { type Refusal, refusals, refuse } from '../../../contracts/refusals.ts';
import type { Said } from '../../../words/en/refusals.ts';
import type { Asked, Shown } from '../../foundation/page-route.ts';
import { fromElsewhere, saidIn } from '../../foundation/plain/plain-answers.ts';
import type { PlainFiles } from '../../foundation/plain/plain-files.ts';
import { forgetPlace, keptPlace, type PlainPlace, placeCookie } from '../../foundation/plain/plain-place.ts';
import type { PlainPageWords } from '../../foundation/plain/plain-words.ts';
import type { JoinInput } from '../entry/join-line.ts';
import { traitsOf } from '../entry/suspicion.ts';
import type { TakeOverInput } from '../place/take-over-place.ts';
import { showPlainLine } from './show-plain-line.ts';

/**
 * The acts of a fan on the page without JavaScript: join, type a code of the box office, take the pass, look at the
 * devices, leave. They are the very acts of the API, from a form. After each the browser is sent back to the page, so that
 * a reload repeats nothing. A refusal is shown on the page, with what was typed.
 *
 * A form of another site is refused. At worst one of a very old browser would join with a stranger's number, which gives
 * the stranger's place.
 */
export interface ActDeps {
  readonly files: PlainFiles;
  readonly join: (input: JoinInput, now: number) => Promise<{ readonly ok: true; readonly joined: Joined } | Refusal>;
  readonly claim: (
    input: { readonly onSale: string; readonly receipt: string | undefined },
    now: number,
  ) => Promise<{ readonly ok: true; readonly claimed: Claimed } | Refusal>;
  readonly devices: (
    input: { readonly onSale: string; readonly receipt: string | undefined; readonly end?: string },
    now: number,
  ) => Promise<{ readonly ok: true; readonly devices: Devices } | Refusal>;
  readonly takeOver: (
    input: TakeOverInput,
    now: number,
  ) => Promise<{ readonly ok: true; readonly joined: Joined } | Refusal>;
  readonly leave: (
    input: { readonly onSale: string; readonly receipt: string | undefined },
    now: number,
  ) => Promise<{ readonly ok: true; readonly gave: 'place' | 'pass' | 'device' | 'nothing' } | Refusal>;
}

/** As long as browsers keep any cookie. */
const keptSeconds = 30 * 24 * 3600;

/** `POST /plain/{onSale}` */
export async function actPlainLine(deps: ActDeps, asked: Asked): Promise<Shown> {
  const onSale = slug.safeParse(asked.path.onSale);
  // The page that says so.
  if (!onSale.success) return showPlainLine(deps.files, asked);
  const { cookies, form } = asked;
  const elsewhere = fromElsewhere(asked);
  if (elsewhere) return shown(deps, asked, elsewhere);
  const kept = keptPlace(cookies, onSale.data);
  switch (form.get('act')) {
    case 'join':
      return join(deps, asked, onSale.data);
    case 'take-over':
      return takeOver(deps, asked, onSale.data);
    case 'claim':
      return claim(deps, asked, onSale.data, kept);
    case 'devices':
      return devices(deps, asked, onSale.data, kept);
    case 'leave':
      return leave(deps, asked, onSale.data, kept);
    default:
      return shown(deps, asked, refuse('bad-request', 'Use the buttons on the page.'));
  }
}

async function join(deps: ActDeps, asked: Asked, onSale: string): Promise<Shown> {
  const { form } = asked;
  const text = (name: string) => form.get(name) ?? '';
  const needs = form.getAll('needs').slice(0, 3);
  const entry = text('entry');
  // A request has the fields of its own entry and no others.
  const filled =
    entry === 'email' ? { link: linkIn(text('link')) } : { member: text('member'), postcode: text('postcode') };
  const request = joinRequest.safeParse({ entry, ...filled, needs });
  if (!request.success) return shown(deps, asked, refuse('bad-request', 'Fill in every box.'));
  const outcome = await deps.join(
    {
      onSale,
      request: request.data,
      traits: traitsOf(asked.headers),
      receipt: keptPlace(asked.cookies, onSale)?.receipt,
    },
    asked.now,
  );
  return outcome.ok ? withPlace(onSale, outcome.joined) : shown(deps, asked, outcome);
}

async function takeOver(deps: ActDeps, asked: Asked, onSale: string): Promise<Shown> {
  const request = takeOverRequest.safeParse({ code: asked.form.get('code') ?? '' });
  if (!request.success) return shown(deps, asked, refuse('bad-request', 'Fill in every box.'));
  const input = { onSale, code: request.data.code, traits: traitsOf(asked.headers) };
  const outcome = await deps.takeOver(input, asked.now);
  return outcome.ok ? withPlace(onSale, outcome.joined) : shown(deps, asked, outcome);
}

function withPlace(onSale: string, { receipt, slowerLane }: Joined): Shown {
  return backTo(
    onSale,
    placeCookie(onSale, { receipt, ...(slowerLane && { slowerLane: keptOf(slowerLane) }) }, keptSeconds),
  );
}

/** The part that counts of what was copied out of the e-mail: the whole link, or only its end. */
function linkIn(copied: string): string {
  return /e1\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/.exec(copied)?.[0] ?? copied.trim();
}

async function claim(deps: ActDeps, asked: Asked, onSale: string, kept: PlainPlace | undefined): Promise<Shown> {
  const outcome = await deps.claim({ onSale, receipt: kept?.receipt }, asked.now);
  if (!outcome.ok) {
    if (!kept || !outcome.slowerLane) return refused(deps, asked, onSale, outcome);
    const now = { ...kept, slowerLane: keptOf(outcome.slowerLane) };
    return { ...(await shown(deps, asked, outcome, now)), cookies: [placeCookie(onSale, now, keptSeconds)] };
  }
  const { expiresAt, pass } = outcome.claimed;
  // The slower lane is passed, if there was one.
  return backTo(
    onSale,
    placeCookie(onSale, { receipt: kept?.receipt ?? '', passEndsAt: expiresAt, pass }, keptSeconds),
  );
}

async function leave(deps: ActDeps, asked: Asked, onSale: string, kept: PlainPlace | undefined): Promise<Shown> {
  const outcome = await deps.leave({ onSale, receipt: kept?.receipt }, asked.now);
  if (!outcome.ok) return refused(deps, asked, onSale, outcome);
  const { receipt = '', passEndsAt = 0 } = kept ?? {};
  // The button of a fan with a pass gives that back, and keeps the place: the pass is over now.
  if (passEndsAt > asked.now) {
    return backTo(onSale, placeCookie(onSale, { receipt, passEndsAt: asked.now }, keptSeconds));
  }
  return backTo(onSale, forgetPlace(onSale), '?left=1');
}

/** Not after a redirect: a look reads no database, and does not know the devices. */
async function devices(deps: ActDeps, asked: Asked, onSale: string, kept: PlainPlace | undefined): Promise<Shown> {
  const end = asked.form.get('device')?.slice(0, 64);
  const outcome = await deps.devices({ onSale, receipt: kept?.receipt, ...(end && { end }) }, asked.now);
  if (!outcome.ok) return refused(deps, asked, onSale, outcome);
  return showPlainLine(deps.files, asked, { status: 200, trouble: () => undefined, devices: outcome.devices });
}

/** A device that was ended has no place any more: the page says so, and has the form to join again. */
async function refused(deps: ActDeps, asked: Asked, onSale: string, refusal: Refusal): Promise<Shown> {
  if (refusal.refusal !== 'device-ended') return shown(deps, asked, refusal);
  return { ...(await shown(deps, asked, refusal, 'none')), cookies: [forgetPlace(onSale)] };
}

const keptOf = ({ state, why }: SlowerLane): Pick<SlowerLane, 'state' | 'why'> => ({ state, why });

function backTo(onSale: string, cookie: string, query = ''): Shown {
  return { status: 303, location: `/plain/${onSale}${query}`, cookies: [cookie] };
}

/** The page, with what is wrong at its top. */
function shown(deps: ActDeps, asked: Asked, refusal: Refusal, kept?: PlainPlace | 'none'): Promise<Shown> {
  const { form } = asked;
  const text = (name: string) => form.get(name)?.slice(0, 32);
  return showPlainLine(deps.files, asked, {
    status: refusals[refusal.refusal].status,
    trouble: (words) => inWords(refusal, words),
    typed: {
      entry: text('entry'),
      member: text('member'),
      postcode: text('postcode'),
      needs: form.getAll('needs').slice(0, 3),
      code: text('code'),
    },
    ...(kept && { kept: kept === 'none' ? undefined : kept }),
  });
}

/** The page itself says that a place was removed, with the reason. */
function inWords(refusal: Refusal, words: PlainPageWords): Said | undefined {
  return refusal.refusal === 'place-removed' ? undefined : saidIn(words, refusal);
}
