import { holdRequest } from '../../../contracts/house.ts';
import { slug } from '../../../contracts/ids.ts';
import { type Refusal, refusals, refuse } from '../../../contracts/refusals.ts';
import type { Asked, Shown } from '../../foundation/page-route.ts';
import { fromElsewhere } from '../../foundation/plain/plain-answers.ts';
import { keptPlace } from '../../foundation/plain/plain-place.ts';
import { type HoldSeatsDeps, holdSeats } from '../ask/hold-seats.ts';
import { type ReleaseHoldDeps, releaseHold } from '../ask/release-hold.ts';
import { pathOf } from './seats-page.ts';
import { type ShowPlainSeatsDeps, showPlainSeats } from './show-plain-seats.ts';

/*
 * A fan without JavaScript asks for the best seats, or gives some back. After each act the browser is sent back to the
 * page, so that a reload repeats nothing. The key of a form makes two presses of its button one ask.
 */

export type ActPlainSeatsDeps = ShowPlainSeatsDeps & HoldSeatsDeps & ReleaseHoldDeps;

/** `POST /plain/{onSale}/seats` */
export async function actPlainSeats(deps: ActPlainSeatsDeps, asked: Asked): Promise<Shown> {
  const onSale = slug.safeParse(asked.path.onSale);
  // The page that says so.
  if (!onSale.success) return showPlainSeats(deps, asked);
  const elsewhere = fromElsewhere(asked);
  if (elsewhere) return refused(deps, asked, elsewhere);
  const { form } = asked;
  const performance = slug.safeParse(form.get('performance'));
  const pass = keptPlace(asked.cookies, onSale.data)?.pass;
  if (performance.success && form.get('act') === 'hold') return hold(deps, asked, onSale.data, performance.data, pass);
  if (performance.success && form.get('act') === 'release') {
    const gone = form.get('hold') ?? '';
    const released = await releaseHold(deps, { performance: performance.data, hold: gone, pass }, asked.now);
    return released.ok ? backTo(onSale.data, { gone }) : refused(deps, asked, released);
  }
  return refused(deps, asked, refuse('bad-request', 'Use the buttons on the page.'));
}

async function hold(
  deps: ActPlainSeatsDeps,
  asked: Asked,
  onSale: string,
  performance: string,
  pass: string | undefined,
): Promise<Shown> {
  const { form, now } = asked;
  const category = form.get('category') ?? '';
  const wish = holdRequest.safeParse({
    best: { count: Number(form.get('count')), ...(category !== '' && { category }) },
  });
  if (!wish.success) return refused(deps, asked, refuse('bad-request', 'Use the buttons on the page.'));
  const idempotencyKey = form.get('key') ?? undefined;
  const answer = await holdSeats(deps, { performance, wish: wish.data, pass, idempotencyKey }, now);
  return answer.ok ? backTo(onSale, { performance, hold: answer.view.hold }) : refused(deps, asked, answer);
}

/** The page, with what is wrong at its top. */
async function refused(deps: ActPlainSeatsDeps, asked: Asked, refusal: Refusal): Promise<Shown> {
  const shown = await showPlainSeats(deps, asked, refusal);
  return { ...shown, status: shown.status === 200 ? refusals[refusal.refusal].status : shown.status };
}

function backTo(onSale: string, query: Readonly<Record<string, string>>): Shown {
  return { status: 303, location: `${pathOf(onSale)}?${new URLSearchParams(query)}` };
}
