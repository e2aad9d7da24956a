import type { Board, DrawSheet, Place } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import { lobbyShards } from '../../lambdas/waiting-room/line/line-sizes.ts';
import type { LineRecord } from '../../lambdas/waiting-room/line/line-store.ts';
import { publishBoard } from '../../lambdas/waiting-room/line/published-lines.ts';
import { outstanding } from '../../lambdas/waiting-room/pace/how-far-to-call.ts';
import type { FanRecord } from '../../lambdas/waiting-room/place/fan-store.ts';
import { positionOf } from '../../rules/draw.ts';
import { keys } from './platform.ts';
import type { RealTime } from './real-time.ts';
import type { Stage } from './stage.ts';

/** A round is open for so long at the least. */
const roundMs = 3000;

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

  /** So many more take a place in the round that is joined now, and are never seen again: a tally is all that is known of them. */
  async crowd(people: number): Promise<void> {
    const { rounds } = this.#stage.platform.stores;
    const { progress } = await this.#line();
    const { round, shards } = progress.open;
    for (let nth = 0; nth < people; nth += 1) await rounds.count(this.onSale, round, nth % shards);
  }

  /** People take places in the lobby until so many at the least will be drawn before this fan of it. */
  async crowdAhead(fan: string, ahead: number): Promise<void> {
    const { rounds } = this.#stage.platform.stores;
    const place = (await this.fan(fan))?.place;
    if (!place) throw new Error(`${fan} has no place at ${this.onSale}`);
    const seed = keys.line.seeds(this.onSale).seedOf(place.round);
    for (let people = ahead; ; people = Math.ceil(ahead / 3) + 1) {
      await this.crowd(people);
      const counts = await rounds.counts(this.onSale, place.round, await this.#lobbyShards());
      const size = counts.reduce((sum, count) => sum + count, 0);
      if (positionOf({ counts, size, offset: 0, seed }, place) > ahead) return;
    }
  }

  /** How many took a place in the lobby of the first doors. */
  async inLobby(): Promise<number> {
    const counts = await this.#stage.platform.stores.rounds.counts(this.onSale, 0, await this.#lobbyShards());
    return counts.reduce((sum, count) => sum + count, 0);
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
    this.#time.pass(drawn === 0 ? Math.max(0, opensAt - this.#time.now) : roundMs);
    await this.tick();
    if (this.board.drawn === drawn) throw new Error(`Nobody was drawn at ${this.onSale}`);
  }

  /** Calls on to this position, and no further. */
  async callUpTo(position: number): Promise<void> {
    const { stores } = this.#stage.platform;
    const { now } = this.#time;
    const { calls, calledUpTo } = (await this.#line()).progress;
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
    await publishBoard(this.#stage.platform.publisher, { ...this.board, ...change, writtenAt: this.#time.now });
  }

  async fan(fan: string): Promise<FanRecord | undefined> {
    return this.#stage.platform.stores.fans.read(this.onSale, fan);
  }

  async positionOf(fan: string): Promise<number> {
    const place = (await this.fan(fan))?.place as Place;
    return positionOf(this.sheet(place.round), place);
  }

  async #line(): Promise<LineRecord> {
    const line = await this.#stage.platform.stores.lines.read(this.onSale);
    if (!line) throw new Error(`The line ${this.onSale} is not open`);
    return line;
  }

  async #lobbyShards(): Promise<number> {
    return lobbyShards((await this.#line()).facts.audience);
  }

  #file<File>(path: string): File {
    const file = this.#stage.platform.published<File>(path);
    if (file === undefined) throw new Error(`${path} is not published`);
    return file;
  }
}
