import type { ForecastReadings } from '../../../contracts/levers.ts';
import type { Board } from '../../../contracts/line.ts';
import type { Stock } from '../../../contracts/stock.ts';
import type { LineRecord } from '../line/line-store.ts';
import type { Shoppers } from '../line/shoppers-store.ts';
import { isSoldOut, stillShopping } from '../pace/board.ts';
import { calledSince, minuteMs } from '../pace/calls.ts';
import { outstanding, ratePerMinute } from '../pace/how-far-to-call.ts';
import { recalledSince } from '../pace/recalls.ts';
import { nothingLearned, windowMs } from '../pace/showing.ts';

/** What the forecast of a lever is computed from, all of one moment. */
export function forecastReadingsOf(
  { facts, dials, progress }: LineRecord,
  read: { readonly shoppers: Shoppers; readonly stock: Stock | undefined; readonly board: Board | undefined },
  now: number,
): ForecastReadings {
  const { shoppers, stock, board } = read;
  const { drawn, calledUpTo, calls, recalls, showing, halted } = progress;
  const kept = outstanding({ calls, recalls, shoppers, now });
  const isOpen = progress.drawnRounds > 0 && now >= facts.opensAt && now < facts.closesAt;
  const undrawn = board ? Math.max(0, board.waiting - (board.drawn - board.calledUpTo)) : 0;
  return {
    at: now,
    since: (now - facts.opensAt) / 60_000,
    waiting: drawn - calledUpTo + undrawn,
    calledUpTo,
    outstanding: kept,
    inUse: stillShopping(shoppers),
    slots: shoppers.inUse.size + kept,
    claimed: shoppers.claimed.size,
    lately: ratePerMinute({ calls, now, opensAt: facts.opensAt }),
    calledThisMinute: calledSince(calls, now - minuteMs) + recalledSince(recalls, now - minuteMs),
    ...(showing && { showing: { called: showing.called, came: showing.came } }),
    windowMinutes: windowMs(showing ?? nothingLearned, dials) / 60_000,
    ...(stock && { stock: { seats: stock.seats, free: stock.free, held: stock.held, sold: stock.sold } }),
    moving: isOpen && !dials.paused && !halted && !isSoldOut(stock),
  };
}
