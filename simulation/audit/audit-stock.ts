import type { Board } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import type { Stock } from '../../contracts/stock.ts';
import type { Written } from '../../lambdas/foundation/write-outcome.ts';
import type { LineRecord } from '../../lambdas/waiting-room/line/line-store.ts';
import type { Call, Progress } from '../../lambdas/waiting-room/line/progress.ts';
import type { CountedPass } from '../../lambdas/waiting-room/line/shoppers-store.ts';
import type { Effect } from '../stage/cloud.ts';
import { isOff } from './audit-acts.ts';
import type { SeatAudit } from './audit-seats.ts';
import { Breach } from './breach.ts';

/**
 * The count of the seats, and what the line makes of it. Each pacemaker calls no more than there are seats in the count
 * that it read, stops while that count is old, goes on by itself when all is well again, and says on the board just
 * what the count says. What it read is looked up where it is published, so a pacemaker that believes something else is
 * caught. And whatever was counted: nobody is called into a house that has long been full.
 *
 *     seats ──counted──▶ stock.json ──read──▶ called, halted, told on the board
 */

/** The rules of halt.ts and of showing.ts, a second time. */
const silenceMs = 30_000;
const haltAtLeastMs = 15_000;
const shortestWindowMs = 30_000;

/** Clocks are so far off at the most. */
const clocksDifferMs = 1000;

/**
 * A pulse may be lost with its allocator. Then a section is read again after a minute, by a read that is a second behind.
 * That count may be as old as silence is; a tick may take 12 s from its reading to its write, and clocks differ.
 */
const fullForMs = 60_000 + silenceMs + 15_000;

export class StockAudit {
  readonly #path: string;
  readonly #boardPath: string;
  readonly #files: () => ReadonlyMap<string, unknown>;
  readonly #seats: SeatAudit;
  readonly #open = new Set<string>();
  /** By process: the count that stood when it looked last. */
  readonly #read = new Map<string, Stock | undefined>();
  /** Positions that took a pass. */
  readonly #came = new Set<number>();
  #progress: Progress | undefined;
  /** Milliseconds since the epoch: when a seat was free last. */
  #freeAt = 0;
  /** The last board before the end of the on-sale. */
  #board: Board | undefined;

  constructor(of: {
    readonly onSale: string;
    readonly files: () => ReadonlyMap<string, unknown>;
    readonly seats: SeatAudit;
    readonly open: readonly string[];
  }) {
    this.#path = published.stock(of.onSale);
    this.#boardPath = published.board(of.onSale);
    this.#files = of.files;
    this.#seats = of.seats;
    for (const performance of of.open) this.#open.add(performance);
  }

  /** A house was opened. */
  wasOpened(performance: string, now: number): void {
    this.#open.add(performance);
    this.#look(now);
  }

  /** Before an effect is known to the auditor of the seats. */
  saw({ by, call, of, answer, failed }: Effect, now: number): void {
    if (failed) return;
    if (call === 'files.read' && of[0] === this.#path) this.#read.set(by, this.#stock);
    // Until it is written, seats only become free, as their time is over.
    else if (call === 'seats.writeSection') this.#look(now);
    else if (call === 'shoppers.count') this.#came.add((of[1] as CountedPass).position);
    else if (call === 'lines.write' && answer) this.#moved(by, (answer as LineRecord).progress, now);
    else if (call === 'files.writeIf' && of[0] === this.#boardPath && (answer as Written).ok)
      this.#wasTold(by, this.#files().get(this.#boardPath) as Board);
    else if (call === 'files.write' && of[0] === this.#path) this.#wasCounted();
  }

  get #stock(): Stock | undefined {
    return this.#files().get(this.#path) as Stock | undefined;
  }

  /** A hold is over for a counter whose clock is ahead before it is for others. */
  #look(now: number): void {
    if (this.#seats.countOf(this.#open, now + clocksDifferMs).free > 0) this.#freeAt = now;
  }

  #wasCounted(): void {
    const { seats = 0, free = 0, held = 0, sold = 0 } = this.#stock ?? {};
    if (free + held + sold !== seats || Math.min(free, held, sold) < 0)
      throw new Breach('stock', `Of ${seats} seats ${free} are free, ${held} held and ${sold} sold`, ['stock']);
  }

  #moved(by: string, progress: Progress, now: number): void {
    const before = this.#progress;
    this.#progress = progress;
    const newest = progress.calls.at(-1);
    if (!before || !newest || progress.calledUpTo === before.calledUpTo) return;
    const stock = this.#read.get(by);
    if (!stock) return;
    this.#look(now);
    const { calledAt } = newest;
    if (calledAt - this.#freeAt > fullForMs)
      throw new Breach('stock', `${newest.upTo} is called, and no seat is free since ${this.#freeAt}`, [
        'line',
        'stock',
      ]);
    if (calledAt - stock.countedAt > silenceMs)
      throw new Breach('stock', `${newest.upTo} is called by a count of ${stock.countedAt}`, ['line', 'stock']);
    const called = progress.calledUpTo - before.calledUpTo;
    const expected = before.calls.reduce((sum, call) => sum + this.#expectedOf(call, calledAt), 0);
    if (called + expected > stock.free)
      throw new Breach(
        'stock',
        `${called} are called, ${expected} called before may still come, and ${stock.free} seats were counted`,
        ['line', 'stock'],
      );
  }

  /** Those who were called lately and have not come: no window is shorter than half a minute. */
  #expectedOf({ calledAt, from, upTo, claimBy }: Call, now: number): number {
    if (now - calledAt >= shortestWindowMs || claimBy < now) return 0;
    let expected = 0;
    for (let position = from + 1; position <= upTo; position += 1) if (!this.#came.has(position)) expected += 1;
    return expected;
  }

  #wasTold(by: string, board: Board): void {
    const { phase, halt, writtenAt } = board;
    const stock = this.#read.get(by);
    if (phase !== 'closed') this.#board = board;
    // A counter that has met no house yet counts none.
    if (!stock || stock.seats === 0 || phase === 'closed' || phase === 'lobby') return;
    const isGone = stock.free === 0 && stock.held === 0 && !stock.stopped;
    if ((phase === 'sold-out') !== isGone)
      throw new Breach('stock', `The line is ${phase}, and ${stock.free} seats are free, ${stock.held} held`, [
        'line',
        'stock',
      ]);
    if (!halt && stock.free === 0 && !isGone)
      throw new Breach('stock', 'No seat is free, and the board does not say so', ['line', 'stock']);
    const isSilent = writtenAt - stock.countedAt > silenceMs;
    if (isSilent && halt !== 'house' && halt !== 'staff')
      throw new Breach('stock', `The line goes on by a count of ${stock.countedAt}`, ['line', 'stock']);
    const { since, why } = this.#progress?.halted ?? {};
    if (halt !== 'house' || since === undefined || why !== 'silent') return;
    if (!isSilent && writtenAt - since >= haltAtLeastMs && !isInTrouble(stock))
      throw new Breach('W6', `The line is halted since ${since} (${why}), and the house is well`, ['line', 'stock']);
  }

  /** The houses whose performance takes place. */
  get #standing(): readonly string[] {
    return [...this.#open].filter((performance) => !isOff(this.#files(), performance));
  }

  /** Whether the last seat is gone, everyone is told, and nobody need be called. */
  isSoldOut(now: number): boolean {
    const { free, held } = this.#seats.countOf(this.#standing, now);
    return free === 0 && held === 0 && this.#board?.phase === 'sold-out';
  }

  /** What keeps the count and the board from rest; undefined if they say what is so. */
  unrest(now: number): string | undefined {
    const stock = this.#stock;
    const so = this.#seats.countOf(this.#standing, now);
    if (!stock) return 'Nobody ever counted the seats';
    for (const name of ['free', 'held', 'sold'] as const)
      if (stock[name] !== so[name]) return `${stock[name]} seats are counted as ${name}, and ${so[name]} are`;
    const isGone = so.free === 0 && so.held === 0;
    if ((this.#board?.phase === 'sold-out') !== isGone) return `The board says ${this.#board?.phase} in the end`;
    return this.#board?.halt === 'house' ? 'The line is halted in the end' : undefined;
  }
}

/** Reasons to halt besides silence. */
function isInTrouble({ asks: { decided, slow, refused } }: Stock): boolean {
  return decided >= 20 && (slow > 0.1 * decided || refused > 0.5 * decided);
}
