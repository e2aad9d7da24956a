import type { Board, DrawSheet, Place } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import { lobbyShards } from '../../lambdas/waiting-room/line/line-sizes.ts';
import { publishBoard } from '../../lambdas/waiting-room/line/published-lines.ts';
import { outstanding } from '../../lambdas/waiting-room/pace/pacing.ts';
import type { Fan } from '../../lambdas/waiting-room/place/fan-store.ts';
import { positionOf } from '../../rules/draw.ts';
import type { RealTime } from './real-time.ts';
import type { Stage } from './stage.ts';

/** A line as somebody steers it who wants it in a certain state: by its dials, its clock and its pacemaker. */
export class LineAtHand {
  readonly onSale: string;
  readonly #stage: Stage;
  readonly #time: RealTime;

  constructor(onSale: string, stage: Stage, time: RealTime) {
    this.onSale = onSale;
    this.#stage = stage;
    this.#time = time;
  }

  get board(): Board {
    return this.#file(published.board(this.onSale));
  }

  /** The draws so far, by their rounds. */
  sheet(round: number): DrawSheet {
    return this.#file(published.drawSheet(this.onSale, round));
  }

  /** So many more take a place in the open round, and are never seen again: a tally is all that is known of them. */
  async crowd(people: number): Promise<void> {
    const { rounds, lines } = this.#stage.platform.stores;
    const line = await lines.read(this.onSale);
    if (!line) throw new Error(`The line ${this.onSale} is not open`);
    const { round, shards } = line.progress.lobbies === 0 ? lobbyOf(line.facts.audience) : line.progress.open;
    for (let nth = 0; nth < people; nth += 1) await rounds.count(this.onSale, round, nth % shards);
  }

  /** One tick of the pacemaker, now. */
  async tick(): Promise<void> {
    const { did } = await this.#stage.tending.tick(this.onSale);
    if (did !== 'ticked') throw new Error(`The pacemaker ${did} at ${this.onSale}`);
  }

  /** The open round is closed and drawn: the doors open, or its seconds are over. Nobody is called. */
  async draw(): Promise<void> {
    const { drawn, opensAt } = this.board;
    await this.#stage.operators.turn(this.onSale, { shopping: 0 });
    this.#time.pass(Math.max(drawn === 0 ? opensAt - this.#time.now : 0, drawn > 0 ? 3000 : 0));
    await this.tick();
    if (this.board.drawn === drawn) throw new Error(`Nobody was drawn at ${this.onSale}`);
  }

  /** Calls on to this position, and no further. */
  async callUpTo(position: number): Promise<void> {
    const { stores } = this.#stage.platform;
    const { now } = this.#time;
    const { calls = [], calledUpTo = 0 } = (await stores.lines.read(this.onSale))?.progress ?? {};
    const shoppers = await stores.shoppers.read(this.onSale, now);
    // Room for those who come now, beside those who are in and those who were called and may still come.
    const shopping = position - calledUpTo + shoppers.inUse + outstanding({ calls, shoppers, now });
    await this.#stage.operators.turn(this.onSale, { shopping, perMinute: 1_000_000 });
    await this.tick();
    if (this.board.calledUpTo !== position)
      throw new Error(`Called up to ${this.board.calledUpTo} at ${this.onSale}, not to ${position}`);
  }

  /** Publishes the board with something else on it, as no pacemaker wrote it: for what a page does with a board alone. */
  async showBoard(change: Partial<Board>): Promise<void> {
    await publishBoard(this.#stage.platform.publisher, { ...this.board, ...change, at: this.#time.now });
  }

  async fan(fan: string): Promise<Fan | undefined> {
    return this.#stage.platform.stores.fans.read(this.onSale, fan);
  }

  async positionOf(fan: string): Promise<number> {
    const place = (await this.fan(fan))?.place as Place;
    const position = positionOf(this.sheet(place.round), place);
    if (position === undefined) throw new Error(`${fan} has no position`);
    return position;
  }

  #file<File>(path: string): File {
    const file = this.#stage.platform.published<File>(path);
    if (file === undefined) throw new Error(`${path} is not published`);
    return file;
  }
}

const lobbyOf = (audience: number) => ({ round: 0, shards: lobbyShards(audience) });
