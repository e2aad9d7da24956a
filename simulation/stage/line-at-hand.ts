import type { Board, DrawSheet, Place } from '../../contracts/line.ts';
import { cacheControl, published } from '../../contracts/paths.ts';
import { lobbyShards } from '../../lambdas/waiting-room/line/line-sizes.ts';
import type { LineRecord } from '../../lambdas/waiting-room/line/line-store.ts';
import { markOf } from '../../lambdas/waiting-room/line/marks.ts';
import { roomItems } from '../../lambdas/waiting-room/line/room-parts.ts';
import { outstanding } from '../../lambdas/waiting-room/pace/how-far-to-call.ts';
import type { FanRecord } from '../../lambdas/waiting-room/place/fan-store.ts';
import { positionOf } from '../../rules/draw.ts';
import { keys, newMarkKey } from './platform.ts';
import type { RealTime } from './real-time.ts';
import type { Stage } from './stage.ts';

/** A round is open for so long at the least. */
const roundMs = 3000;

/** A line as somebody steers it who wants it in a certain state: by its dials, its clock and its pacemaker. */
export class LineAtHand {
  readonly onSale: string;
  readonly #stage: Stage;
  readonly #time: RealTime;
  #crowd = 0;

  constructor(onSale: string, stage: Stage, time: RealTime) {
    this.onSale = onSale;
    this.#stage = stage;
    this.#time = time;
  }

  get board(): Board {
    return this.#file(published.board(this.onSale));
  }

  /** The draws so far, by their rounds and banks. */
  sheet(round: number, bank = 0): DrawSheet {
    return this.#file(published.drawSheet(this.onSale, round, bank));
  }

  /** So many more take a place in the round that is joined now, and are never seen again: a mark is all that is known of them. */
  async crowd(people: number): Promise<void> {
    const { rolls } = this.#stage.platform.stores;
    const { facts, progress } = await this.#line();
    const { round, shards: offered } = progress.open;
    let shard = 0;
    for (let left = people; left > 0; ) {
      const mark = `crowd-${this.#crowd}`.padEnd(22, '_');
      const appended = await rolls.append({ onSale: this.onSale, round, shard }, mark, facts.roll.cap);
      if (appended.how === 'appended') {
        this.#crowd += 1;
        left -= 1;
      }
      if (shard < offered - 1) shard += 1;
      else if (appended.how === 'full') shard = Number(await rolls.allocate({ onSale: this.onSale, round, offered }));
      else if (shard < offered) shard = 0;
    }
  }

  /** People take places in the lobby until so many at the least will be drawn before this fan of it. */
  async crowdAhead(fan: string, ahead: number): Promise<void> {
    const place = await this.#place(fan);
    const { roll } = (await this.#line()).facts;
    const seed = keys.line.seeds(this.onSale).seedOf(place.round);
    for (let people = ahead; ; people = Math.ceil(ahead / 3) + 1) {
      await this.crowd(people);
      const counts = await this.#counts(place.round);
      const size = counts.reduce((sum, count) => sum + count, 0);
      if (positionOf({ bank: 0, before: 0, counts, size, offset: 0, seed }, place, roll) > ahead) return;
    }
  }

  /** How many took a place in the lobby of the first doors. */
  async inLobby(): Promise<number> {
    return (await this.#counts(0)).reduce((sum, count) => sum + count, 0);
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
    const { calls, recalls, calledUpTo } = (await this.#line()).progress;
    const shoppers = await stores.shoppers.read(this.onSale, now, roomItems);
    // Room for those who come now, beside those who are in and those who were called and may still come.
    const shopping = position - calledUpTo + shoppers.inUse.size + outstanding({ calls, recalls, shoppers, now });
    await this.#stage.operators.turn(this.onSale, { shopping, perMinute: 1_000_000 });
    await this.tick();
    if (this.board.calledUpTo !== position)
      throw new Error(`Called up to ${this.board.calledUpTo} at ${this.onSale}, not to ${position}`);
  }

  /** Publishes the board with something else on it, as no pacemaker wrote it: for what a page does with a board alone. */
  async showBoard(change: Partial<Board>): Promise<void> {
    const board: Board = { ...this.board, ...change, writtenAt: this.#time.now };
    await this.#stage.platform.publisher.write(published.board(this.onSale), board, cacheControl.board);
  }

  async fan(fan: string): Promise<FanRecord | undefined> {
    return this.#stage.platform.stores.fans.read(this.onSale, fan);
  }

  async positionOf(fan: string): Promise<number> {
    const place = await this.#place(fan);
    const { roll } = (await this.#line()).facts;
    return positionOf(this.sheet(place.round), place, roll);
  }

  /** Where the fan's mark stands. */
  async #place(fan: string): Promise<Pick<Place, 'round' | 'shard' | 'index'>> {
    const pin = (await this.fan(fan))?.pin;
    if (!pin) throw new Error(`${fan} has no place at ${this.onSale}`);
    const { marks } = await this.#stage.platform.stores.rolls.read(pin, 'latest');
    return { ...pin, index: marks.indexOf(markOf(newMarkKey(), fan)) };
  }

  async #counts(round: number): Promise<readonly number[]> {
    const { rolls } = this.#stage.platform.stores;
    const shards = await rolls.allocated({ onSale: this.onSale, round, offered: lobbyShards });
    const numbers = Array.from({ length: shards }, (_, shard) => shard);
    return (await rolls.readMany(this.onSale, round, numbers)).map(({ marks }) => marks.length);
  }

  async #line(): Promise<LineRecord> {
    const line = await this.#stage.platform.stores.lines.read(this.onSale);
    if (!line) throw new Error(`The line ${this.onSale} is not open`);
    return line;
  }

  #file<File>(path: string): File {
    const file = this.#stage.platform.published<File>(path);
    if (file === undefined) throw new Error(`${path} is not published`);
    return file;
  }
}
