import type { Basket, HoldView } from '../../contracts/house.ts';
import { browser, learnTime, theatreTime } from '../browser.gateway.ts';
import type { Page } from '../page.tsx';
import type { HallState } from './hall-state.ts';
import { extendBasket, readBasket, readPerformance, releaseHold } from './seats-api.ts';

/*
 * The basket's acts: it is read from the theatre, given back, and given more time. The houses act in their own turn, so
 * what they have said is believed before they have written it, and never forgotten for an older look.
 */

/** The basket as the theatre has it; `fresh` is a hold that a slow reader there might not show yet. */
export async function fillBasket(page: Page<HallState>, fresh?: HoldView): Promise<void> {
  const { pass } = page.state();
  if (!pass || pass.expiresAt <= theatreTime()) return;
  const answer = await readBasket(browser, pass.pass);
  if (!answer.ok) {
    if (fresh) page.turn({ basket: withFresh(page.state().basket ?? { holds: [], seatsLeft: 0 }, fresh) });
    return;
  }
  learnTime(answer.seen);
  const basket = settled(answer.body);
  page.turn({ basket: fresh ? withFresh(basket, fresh) : basket, now: theatreTime() });
  for (const { performance } of answer.body.holds) {
    if (page.state().files.has(performance)) continue;
    const file = await readPerformance(browser, performance);
    if (file.ok) page.turn({ files: new Map([...page.state().files, [performance, file.body]]) });
  }
}

function withFresh(basket: Basket, fresh: HoldView): Basket {
  const known = basket.holds.some(({ hold: one, state }) => one === fresh.hold && state === fresh.state);
  return known ? basket : { ...basket, holds: [...basket.holds.filter((one) => one.hold !== fresh.hold), fresh] };
}

/** The end that the platform has promised, until its houses have written it. Milliseconds since the epoch. */
let promised = 0;

/** The basket, its clock not put back by a look that came before the houses had extended it. */
function settled(basket: Basket): Basket {
  const { timer } = basket;
  if (!timer || timer.lapsesAt >= promised) {
    promised = 0;
    return basket;
  }
  return { ...basket, timer: { lapsesAt: promised, extendable: false } };
}

export async function moreTime(page: Page<HallState>): Promise<void> {
  const { pass, extending } = page.state();
  if (!pass || extending) return;
  page.turn({ extending: true, extendTrouble: undefined });
  const answer = await extendBasket(browser, pass.pass);
  page.turn({ extending: false, ...(!answer.ok && { extendTrouble: answer.trouble }) });
  if (answer.ok) {
    learnTime(answer.seen);
    promised = answer.body.timer?.lapsesAt ?? 0;
    page.turn({ basket: answer.body, now: theatreTime() });
  }
  // The houses write it in their own turn: about a second, and ten are plenty.
  for (let look = 0; look < 10 && promised > 0; look += 1) {
    await browser.wait(1_000);
    await fillBasket(page);
  }
  promised = 0;
  if (!answer.ok) await fillBasket(page);
}

export async function release(
  page: Page<HallState>,
  held: { readonly hold: string; readonly performance: string },
): Promise<void> {
  const { pass, releasing } = page.state();
  if (!pass) return;
  page.turn({ releasing: new Set([...releasing, held.hold]) });
  const answer = await releaseHold(browser, pass.pass, held.performance, held.hold);
  if (answer.ok) {
    // The house lets go in its own turn; a moment later the basket says how many seats are left.
    await browser.wait(1_200);
    await fillBasket(page);
    return;
  }
  const after = new Set(page.state().releasing);
  after.delete(held.hold);
  page.turn({ releasing: after, holdTrouble: answer.trouble });
}
