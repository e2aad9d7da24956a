import type { Basket } from '../../contracts/house.ts';
import { hallWords } from '../../words/en/hall.ts';
import { type BasketDesk, openBasket } from '../basket/basket-desk.ts';
import { browser, theatreTime } from '../browser.gateway.ts';
import { bringToResult } from '../elements/presses.ts';
import type { Page } from '../page.tsx';
import { seatsInWords } from '../seat-name.ts';
import type { HallState } from './hall-state.ts';
import { readPerformance } from './seats-api.ts';

/* The acts on what is held, from the hall: each ends with the fan at what became of it. */

export function basketOf(page: Page<HallState>): BasketDesk {
  return openBasket(
    () => (page.state().exchange ? undefined : page.state().pass),
    (basket) => {
      page.turn({ basket, now: theatreTime() });
      void readFiles(page, basket);
    },
  );
}

async function readFiles(page: Page<HallState>, { holds }: Basket): Promise<void> {
  for (const { performance } of holds) {
    if (page.state().files.has(performance)) continue;
    const file = await readPerformance(browser, performance);
    if (file.ok) page.turn({ files: new Map([...page.state().files, [performance, file.body]]) });
  }
}

export async function moreTime(page: Page<HallState>, desk: BasketDesk): Promise<void> {
  if (page.state().extending) return;
  page.turn({ extending: true, extendTrouble: undefined });
  const extendTrouble = await desk.moreTime();
  page.turn({ extending: false, extendTrouble });
  bringToResult();
}

export async function release(
  page: Page<HallState>,
  desk: BasketDesk,
  held: Pick<Extract<Basket['holds'][number], { readonly seats: unknown }>, 'hold' | 'performance' | 'seats'>,
): Promise<void> {
  const without = () => new Set([...page.state().releasing].filter((hold) => hold !== held.hold));
  page.turn({ releasing: new Set([...page.state().releasing, held.hold]) });
  const trouble = await desk.release(held);
  page.turn({
    releasing: without(),
    holdTrouble: trouble,
    ...(!trouble && { announcement: hallWords.announceReleased(seatsInWords(held.seats)) }),
  });
  if (trouble) bringToResult();
  else document.querySelector<HTMLElement>('#held, #best')?.focus();
}
