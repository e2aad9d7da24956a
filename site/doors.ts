import type { PublishedOnSale, Season } from '../contracts/catalogue.ts';
import type { Board } from '../contracts/line.ts';
import { published } from '../contracts/paths.ts';
import { ask, type Browser } from './api.ts';
import { browser, isVisible, theatreTime, timers } from './browser.gateway.ts';
import { isSoon, longestMs, nextLook } from './next-look.ts';
import type { Page } from './page.tsx';
import { keepAsking, type Poll, spread } from './poll.ts';

/**
 * An on-sale as it stands now: staff may hold the doors of a line, hurry them, or end it before its time. Its board says so.
 * The season has what was promised, and so has an on-sale whose board cannot be read.
 */
export async function withDoors(
  asks: Browser,
  live: string,
  onSale: PublishedOnSale,
  now: number,
): Promise<PublishedOnSale> {
  if (onSale.closesAt <= now) return onSale;
  const url = `${live}${published.board(encodeURIComponent(onSale.id))}`;
  const board = await ask<Board>(asks, { url, cache: 'no-cache', tries: 1, timeout: 3000 });
  if (!board.ok) return onSale;
  const { opensAt, phase } = board.body;
  return { ...onSale, opensAt, ...(phase === 'closed' && { closesAt: now }) };
}

export interface FollowedDoors {
  readonly page: Page<{ readonly season?: Season; readonly now: number }>;
  /** The address of boards, e.g. `https://live.tickets.example.org`; empty is the site's own. */
  readonly live: () => string;
  /** The on-sales that the page shows, and that are not over. */
  readonly coming: (season: Season, now: number) => readonly PublishedOnSale[];
  /** Called after doors were moved, or a line ended. */
  readonly moved?: () => void;
}

/**
 * Keeps the season of a page as it stands now. All that it shows is looked at in ten minutes and whenever the page wakes
 * this, since somebody came back to it; what opens soon is looked at twice a minute. A page that has no season yet begins
 * when it has.
 */
export function followDoors({ page, live, coming, moved }: FollowedDoors): Poll {
  let allAt = Number.NEGATIVE_INFINITY;
  const poll = keepAsking(timers, async () => {
    const { season } = page.state();
    if (!season) return undefined;
    const now = theatreTime();
    const shown = coming(season, now);
    const pause = nextLook(shown, now, { countsSeats: false });
    if (isVisible()) {
      // A pause may be shorter by a fifth than it was to be.
      const isForAll = now - allAt >= longestMs / 2;
      if (isForAll) allAt = now;
      const due = isForAll ? shown : shown.filter((one) => isSoon(one, now));
      const seen = await Promise.all(due.map((one) => withDoors(browser, live(), one, now)));
      const news = seen.filter((one, at) => one.opensAt !== due[at]?.opensAt || one.closesAt !== due[at]?.closesAt);
      if (news.length > 0) {
        const onSales = season.onSales.map((one) => news.find(({ id }) => id === one.id) ?? one);
        page.turn({ season: { ...season, onSales }, now: theatreTime() });
        moved?.();
      }
    }
    return pause && spread(pause, browser.chance());
  });
  return {
    wake: () => {
      allAt = Number.NEGATIVE_INFINITY;
      poll.wake();
    },
  };
}
