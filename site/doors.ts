import type { PublishedOnSale, Season } from '../contracts/catalogue.ts';
import type { Board } from '../contracts/line.ts';
import { published } from '../contracts/paths.ts';
import { ask, type Browser } from './api.ts';
import { browser, isVisible, theatreTime, timers } from './browser.gateway.ts';
import { nextLook } from './next-look.ts';
import type { Page } from './page.tsx';
import { keepAsking, type Poll, spread } from './poll.ts';

/**
 * The on-sales as they stand now: staff may hold the doors of a line, hurry them, or end it before its time. Its board says
 * so. The season has what was promised, and so has an on-sale whose board cannot be read.
 */
export function withDoors(
  asks: Browser,
  live: string,
  onSales: readonly PublishedOnSale[],
  now: number,
): Promise<readonly PublishedOnSale[]> {
  return Promise.all(
    onSales.map(async (onSale) => {
      if (onSale.closesAt <= now) return onSale;
      const url = `${live}${published.board(encodeURIComponent(onSale.id))}`;
      const board = await ask<Board>(asks, { url, cache: 'no-cache', tries: 1, timeout: 3000 });
      if (!board.ok) return onSale;
      const { opensAt, phase } = board.body;
      return { ...onSale, opensAt, ...(phase === 'closed' && { closesAt: now }) };
    }),
  );
}

/**
 * Keeps the season of a page as it stands now. It is read from `live()`; `moved` is called after doors were moved, or a
 * line ended. A page that has no season yet begins when it has.
 */
export function followDoors(
  page: Page<{ readonly season?: Season; readonly now: number }>,
  live: () => string,
  moved: () => void = () => undefined,
): Poll {
  return keepAsking(timers, async () => {
    const { season } = page.state();
    if (!season) return undefined;
    const now = theatreTime();
    const coming = season.onSales.filter(({ closesAt }) => closesAt > now);
    const pause = nextLook(coming, now, { countsSeats: false });
    if (isVisible()) {
      const onSales = await withDoors(browser, live(), season.onSales, now);
      if (!isSame(onSales, season.onSales)) {
        page.turn({ season: { ...season, onSales }, now: theatreTime() });
        moved();
      }
    }
    return pause && spread(pause, browser.chance());
  });
}

function isSame(some: readonly PublishedOnSale[], others: readonly PublishedOnSale[]): boolean {
  return some.every(
    ({ opensAt, closesAt }, at) => opensAt === others[at]?.opensAt && closesAt === others[at]?.closesAt,
  );
}
