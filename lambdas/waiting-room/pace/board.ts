import type { Board } from '../../../contracts/line.ts';
import type { Stock } from '../../../contracts/stock.ts';
import { admitLetters } from '../../../rules/admitted.ts';
import { oddsOf, paceOf } from '../../../rules/odds.ts';
import { boardHead } from '../../../rules/roll.ts';
import { waitAt } from '../../../rules/wait.ts';
import type { LineRecord } from '../line/line-store.ts';
import type { Shoppers } from '../line/shoppers-store.ts';
import { outstanding, ratePerMinute } from './how-far-to-call.ts';

/**
 * The board says what everyone may know of a line, and nothing that only one fan may. It is written when
 * it says something new, and every 5 s all the same, so that a reader can tell a quiet line from a dead
 * pacemaker. It stays within 600 bytes, since everyone who waits fetches it again and again.
 */
export const heartbeatMs = 5000;

export interface BoardReadings {
  /** Fans in rounds that are not drawn yet. */
  readonly joined: number;
  readonly shoppers: Shoppers;
  /** As the house last counted; undefined while nobody did. */
  readonly stock?: Stock | undefined;
  readonly now: number;
}

export function boardOf(line: LineRecord, { joined, shoppers, stock, now }: BoardReadings): Board {
  const { facts, dials, progress } = line;
  const { drawn, calledUpTo, calls, recalls, open, effort, ledger, rolls, closing } = progress;
  const awaits = closing[0]?.committed?.beacon;
  const since = (now - facts.opensAt) / 60_000;
  const slots = {
    calledUpTo,
    outstanding: outstanding({ calls, recalls, shoppers, now }),
    inUse: stillShopping(shoppers),
  };
  const rate = paceOf({ ...slots, since, lately: ratePerMinute({ calls, now, opensAt: facts.opensAt }) });
  const halt = haltOf(line, stock);
  const waiting = drawn - calledUpTo + joined;
  const wait = halt ? undefined : waitsOf(rate, waiting);
  const ahead = { since, waiting, rate };
  const board: Board = {
    v: 1,
    onSale: facts.onSale,
    phase: phaseOf(line, stock, now),
    ...(halt && { halt }),
    writtenAt: now,
    opensAt: facts.opensAt,
    round: open.round,
    drawn,
    calledUpTo,
    waiting,
    rate,
    ...(wait && { wait }),
    ...(stock && {
      odds: oddsOf({ ...slots, stock, claimed: shoppers.claimed.size, showing: progress.showing, line: ahead }),
    }),
    ...(effort !== undefined && { effort }),
    ledger: { n: ledger.n, rolls: rolls.n, head: boardHead(ledger.head, rolls.head) },
    ...(awaits !== undefined && { awaits }),
    ...(dials.message && { message: dials.message }),
    ...(dials.prepared && dials.prepared !== 'nothing' && { prepared: dials.prepared }),
  };
  return withAdmits(board, line.admits);
}

/** The board says who was let in last: as many as there is room for, and no more than this. */
const admitsShown = 8;
const largestBoard = 600;

function withAdmits(board: Board, admits: readonly string[] = []): Board {
  const begun = admits.slice(-admitsShown).map((mark) => mark.slice(0, admitLetters));
  for (let from = 0; from < begun.length; from += 1) {
    const whole = { ...board, admits: begun.slice(from).join('') };
    if (Buffer.byteLength(JSON.stringify(whole)) <= largestBoard) return whole;
  }
  return board;
}

/** Fans who may still take seats: a pass that has ended is counted for a while, and its fan takes no more. */
export function stillShopping({ inUse, ended }: Pick<Shoppers, 'inUse' | 'ended'>): number {
  return [...inUse].filter((name) => !ended.has(name)).length;
}

/**
 * The phase that wins is the first in this order: closed, lobby, sold out, paused, open. So a line that is sold out says
 * so while it is paused, and a paused line that was never drawn is still a lobby.
 */
function phaseOf({ facts, dials, progress }: LineRecord, stock: Stock | undefined, now: number): Board['phase'] {
  if (now >= facts.closesAt) return 'closed';
  if (progress.drawnRounds === 0) return 'lobby';
  if (isSoldOut(stock)) return 'sold-out';
  return dials.paused || progress.halted || isStopped(stock) ? 'paused' : 'open';
}

function haltOf({ dials, progress }: LineRecord, stock: Stock | undefined): Board['halt'] {
  if (dials.paused || isStopped(stock)) return 'staff';
  if (progress.halted) return 'house';
  return stock && stock.free === 0 && stock.held > 0 ? 'baskets' : undefined;
}

/** No seat is free, and no seat in a basket can become free: all are sold, or nothing takes place any more. */
export function isSoldOut(stock: Stock | undefined): boolean {
  if (stock?.off) return true;
  return stock !== undefined && !stock.stopped && stock.seats > 0 && stock.free === 0 && stock.held === 0;
}

/** All that would be left is of performances whose sale staff stopped: nobody is called for it, and it is not sold out. */
function isStopped(stock: Stock | undefined): boolean {
  return stock !== undefined && !!stock.stopped && stock.free === 0 && stock.held === 0;
}

/** Whole minutes, at the middle and at the far end. */
function waitsOf(rate: number, waiting: number): Board['wait'] {
  const at = (ahead: number) => waitAt({ rate }, ahead)?.map(Math.ceil) as [number, number] | undefined;
  const middle = at(Math.floor(waiting / 2));
  const end = at(waiting);
  return middle && end && { middle, end };
}

/** Whether this board must be published after that one. */
export function isNews(board: Board, last: Board | undefined): boolean {
  if (!last || board.writtenAt - last.writtenAt >= heartbeatMs) return true;
  return JSON.stringify({ ...board, writtenAt: 0 }) !== JSON.stringify({ ...last, writtenAt: 0 });
}
