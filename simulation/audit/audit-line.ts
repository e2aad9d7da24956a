import type { Board, Place } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import type { RollLayout } from '../../contracts/roll.ts';
import type { Written } from '../../lambdas/foundation/write-outcome.ts';
import type { Appended, ShardKey } from '../../lambdas/waiting-room/draw/roll-store.ts';
import type { Draw } from '../../lambdas/waiting-room/draw/round-store.ts';
import type { LineRecord, LineStore } from '../../lambdas/waiting-room/line/line-store.ts';
import type { Progress } from '../../lambdas/waiting-room/line/progress.ts';
import { roomItems } from '../../lambdas/waiting-room/line/room-parts.ts';
import { afterEndMs, type ShoppersStore } from '../../lambdas/waiting-room/line/shoppers-store.ts';
import type { FanSlowerLane, GrantedPass, Pin, PinExtras } from '../../lambdas/waiting-room/place/fan-store.ts';
import { isNextSeed } from '../seeds.ts';
import type { Effect } from '../stage/cloud.ts';
import { FilesAudit } from './audit-files.ts';
import { LaneAudit, longestCallMs } from './audit-lanes.ts';
import { Breach } from './breach.ts';

/** Where a mark stands. */
type Stands = Pick<Place, 'round' | 'shard' | 'index'>;

/**
 * The invariants of the line. They are checked at every effect on the things that a stranger and an auditor can see:
 * marks as they were appended, rolls and sheets as they were published, passes as they were granted. Positions are
 * computed from the published files, a second time, by other means than the platform's.
 */
export class LineAudit {
  /** By mark: everybody who stands in a roll. */
  readonly places = new Map<string, Stands>();
  /** By mark, of those whose sheet is published. */
  readonly positions = new Map<string, number>();
  readonly #owners = new Map<number, string>();
  readonly #draws = new Map<number, Draw & { readonly text: string }>();
  /** By fan and number. */
  readonly #passes = new Map<string, GrantedPass & { readonly grantedAt: number }>();
  readonly #onSale: string;
  readonly #files: FilesAudit;
  /** How many might shop at once, and from when on; the oldest first. */
  readonly #dials: { readonly turnedAt: number; readonly shopping: number }[];
  readonly #shoppers: Pick<ShoppersStore, 'read'>;
  readonly #lines: Pick<LineStore, 'read'>;
  readonly #named: (fan: string) => string;
  readonly #doors: (round: number) => number;
  /** By fan: how often the place was given up, and whether it is now. */
  readonly #left = new Map<string, { readonly times: number; readonly is: boolean }>();
  readonly #lanes: LaneAudit;
  #progress: Progress | undefined;
  /** Milliseconds since the epoch: when somebody was called last. */
  #calledAt = 0;
  #drawn = 0;

  constructor(of: {
    readonly onSale: string;
    readonly layout: RollLayout;
    readonly shopping: number;
    readonly shoppers: Pick<ShoppersStore, 'read'>;
    readonly lines: Pick<LineStore, 'read'>;
    /** Milliseconds since the epoch: when the doors open for whoever waits in this round. */
    readonly doors: (round: number) => number;
    readonly files: () => ReadonlyMap<string, unknown>;
    /** Of a fan, by key or mark. */
    named(fan: string): string;
  }) {
    this.#onSale = of.onSale;
    this.#dials = [{ turnedAt: 0, shopping: of.shopping }];
    this.#shoppers = of.shoppers;
    this.#lines = of.lines;
    this.#named = of.named;
    this.#doors = of.doors;
    this.#lanes = new LaneAudit(of.named);
    this.#files = new FilesAudit({
      ...of,
      drawn: (round) => this.#draws.get(round),
      positioned: (mark, at, position) => this.#position(mark, at, position),
    });
  }

  get calledAt(): number {
    return this.#calledAt;
  }

  get progress(): Progress | undefined {
    return this.#progress;
  }

  /** Operations turned the dial. */
  dialTurned(turnedAt: number, shopping: number): void {
    this.#dials.push({ turnedAt, shopping });
  }

  async saw({ call, of, answer, failed }: Effect, now: number): Promise<void> {
    if (failed) return;
    if (call === 'rolls.append') this.#appended(of[0] as ShardKey, of[1] as string, answer as Appended);
    else if (call === 'rounds.draw') this.#wasDrawn(answer as Draw, now);
    else if (call === 'lines.write' && answer) this.#moved(answer as LineRecord, now);
    else if (call === 'files.write' || (call === 'files.writeIf' && (answer as Written).ok)) {
      this.#files.wasPublished(of[0] as string, of[1]);
      if (of[0] === published.board(this.#onSale)) await this.#checkBoard(of[1] as Board);
    } else if (call === 'fans.leave' && (answer as Written).ok)
      this.#left.set(of[1] as string, { times: this.timesLeft(of[1] as string) + 1, is: true });
    else if (call === 'fans.rejoin')
      this.#left.set(of[1] as string, { times: this.timesLeft(of[1] as string), is: false });
    else if (call === 'fans.setSlowerLane' && (answer as Written).ok)
      this.#lanes.judged(of[1] as string, of[2] as FanSlowerLane | undefined, now);
    else if (call === 'fans.pin' && (answer as Written).ok)
      this.#lanes.judged((of[0] as Pin).fan, (of[1] as PinExtras | undefined)?.slowerLane, now);
    else if (call === 'fans.slowUntil' && answer) this.#lanes.wasSlowed(of[1] as string, answer as FanSlowerLane, now);
    else if (call === 'fans.grant' && (answer as Written).ok) {
      const pass = of[2] as GrantedPass;
      this.#lanes.checkGrant(of[1] as string, now);
      this.#passes.set(`${of[1]} ${pass.number}`, { ...pass, grantedAt: now });
      await this.#checkRoom(now);
    } else if (call === 'fans.extend' && (answer as Written).ok) {
      this.#change(of[1] as string, (of[2] as GrantedPass).number, { expiresAt: of[3] as number });
      await this.#checkRoom(now);
    } else if (call === 'fans.endPass' && answer) {
      const { number, endedAt } = answer as GrantedPass;
      if (endedAt !== undefined) this.#change(of[1] as string, number, { endedAt });
    }
  }

  #appended({ round, shard }: ShardKey, mark: string, appended: Appended): void {
    if (appended.how !== 'appended') return;
    const name = this.#named(mark);
    if (this.places.has(mark)) throw new Breach('W1', `${name} was given a second place`, [name]);
    this.places.set(mark, { round, shard, index: appended.index });
    if (this.#draws.has(round))
      throw new Breach('W5', `${name} joins round ${round}, which is drawn`, [name, `round ${round}`]);
  }

  /** How often this fan gave their place up. */
  timesLeft(fan: string): number {
    return this.#left.get(fan)?.times ?? 0;
  }

  /**
   * A receipt was given for it: it stands where the receipt says, and is theirs again if they had given it up. They had
   * done so `left` times when they asked.
   */
  wasPromised({ fan, mark, round, shard, index }: Place, left: number): void {
    const given = this.#left.get(fan);
    if (given?.is && given.times === left)
      throw new Breach('W4', `${this.#named(fan)} joined again, and their place is still given up`, [this.#named(fan)]);
    const stands = this.places.get(mark);
    if (stands?.round === round && stands.shard === shard && stands.index === index) return;
    const name = this.#named(mark);
    throw new Breach('W4', `${name} has a receipt for a place that is not theirs`, [name, `round ${round}`]);
  }

  #wasDrawn(draw: Draw, now: number): void {
    const { round, offset, size, sizes, seed } = draw;
    const about = [`round ${round}`];
    const text = JSON.stringify(draw);
    const before = this.#draws.get(round);
    if (before) {
      if (before.text !== text) throw new Breach('W5', `Round ${round} was drawn again, and otherwise`, about);
      return;
    }
    if ([...this.#draws.keys()].some((other) => other > round))
      throw new Breach('W2', `Round ${round} is drawn behind a later one`, about);
    if (now < this.#doors(round)) throw new Breach('W2', `Round ${round} is drawn before its doors are open`, about);
    if (offset !== this.#drawn)
      throw new Breach('W2', `Round ${round} begins at ${offset}, and ${this.#drawn} are drawn before it`, about);
    if (sizes.reduce((sum, count) => sum + count, 0) !== size)
      throw new Breach('W5', `The banks of round ${round} do not come to its size`, about);
    if (!isNextSeed(round, seed)) throw new Breach('W5', `The seed of round ${round} is not of the chain`, about);
    this.#files.wasDecided(draw);
    this.#draws.set(round, { ...draw, text });
    this.#drawn += size;
  }

  #position(mark: string, at: Stands, position: number): void {
    const name = this.#named(mark);
    const stands = this.places.get(mark);
    if (stands?.round !== at.round || stands.shard !== at.shard || stands.index !== at.index)
      throw new Breach('W5', `${name} stands in the published roll of round ${at.round}, and not so in the line`, [
        name,
        `round ${at.round}`,
      ]);
    if ((this.positions.get(mark) ?? position) !== position)
      throw new Breach('W1', `${name} had position ${this.positions.get(mark)}, and has ${position}`, [name]);
    const owner = this.#owners.get(position);
    if (owner !== undefined && owner !== mark)
      throw new Breach('W1', `Position ${position} is held by ${this.#named(owner)} and by ${name}`, [
        name,
        this.#named(owner),
      ]);
    this.#owners.set(position, mark);
    this.positions.set(mark, position);
  }

  #moved({ progress }: LineRecord, now: number): void {
    const before = this.#progress;
    this.#lanes.moved(progress, now);
    for (const name of ['drawn', 'drawnRounds', 'calledUpTo'] as const)
      if (before && progress[name] < before[name])
        throw new Breach('W6', `The line went back: ${name} from ${before[name]} to ${progress[name]}`, ['line']);
    if (progress.calledUpTo > (before?.calledUpTo ?? 0))
      this.#calledAt = Math.max(...progress.calls.map(({ calledAt }) => calledAt));
    if (progress.calledUpTo > progress.drawn)
      throw new Breach('W6', `${progress.calledUpTo} are called, and ${progress.drawn} drawn`, ['line']);
    this.#progress = progress;
  }

  /** W5: the board says nothing that is not written in the line, whatever becomes of who wrote it. */
  async #checkBoard({ calledUpTo, drawn, ledger }: Board): Promise<void> {
    const { progress } = (await this.#lines.read(this.#onSale)) ?? {};
    if (!progress) return;
    const told = { calledUpTo, drawn, ledger: ledger.n, rolls: ledger.rolls };
    const so = { ...progress, ledger: progress.ledger.n, rolls: progress.rolls.n };
    for (const name of ['calledUpTo', 'drawn', 'ledger', 'rolls'] as const)
      if (told[name] > so[name])
        throw new Breach('W5', `The board says ${name} ${told[name]}, and the line has ${so[name]}`, ['line']);
  }

  #change(fan: string, number: number, change: Partial<GrantedPass>): void {
    const name = `${fan} ${number}`;
    const pass = this.#passes.get(name);
    if (pass) this.#passes.set(name, { ...pass, ...change });
  }

  /** W3, of passes with which something new can be begun: granted, not over, not ended half a minute ago. */
  async #checkRoom(now: number): Promise<void> {
    const living = [...this.#passes.values()].filter(
      ({ expiresAt, endedAt }) => now < expiresAt && (endedAt === undefined || now < endedAt + afterEndMs),
    );
    const shoppers = await this.#shoppers.read(this.#onSale, now, roomItems);
    if (living.length > shoppers.inUse.size)
      throw new Breach('W3', `${living.length} passes are in use, and ${shoppers.inUse.size} are counted`, ['line']);
    const vouchers = living.filter(({ voucher }) => voucher).length;
    const most = this.#highestDial(Math.min(...living.map(({ grantedAt }) => grantedAt)), now);
    if (living.length > most + vouchers)
      throw new Breach('W3', `${living.length} shop: ${most} may, and ${vouchers} have vouchers`, ['line']);
  }

  /** Since the oldest pass was granted, and a call before it: a dial that was turned down takes nothing away. */
  #highestDial(since: number, now: number): number {
    const inForce = this.#dials.filter(({ turnedAt }, at) => {
      const endsAt = this.#dials[at + 1]?.turnedAt ?? now;
      return turnedAt <= now && endsAt >= since - longestCallMs;
    });
    return Math.max(...inForce.map(({ shopping }) => shopping));
  }

  /** The position that a stranger computes from a receipt and the published files. */
  positionOf({ mark }: Pick<Place, 'mark'>): number | undefined {
    return this.positions.get(mark);
  }

  /** W6, once all is calm and long over: nobody is left uncalled, unless there is nothing to call them for. */
  atEnd(nobodyNeedBeCalled: boolean): void {
    const { drawn = 0, calledUpTo = 0 } = this.#progress ?? {};
    if (calledUpTo < drawn && !nobodyNeedBeCalled)
      throw new Breach('W6', `Of ${drawn} drawn, ${drawn - calledUpTo} were never called`, ['line']);
    const [uncalled] = [...this.places].filter(([mark]) => !this.positions.has(mark));
    if (uncalled) {
      const name = this.#named(uncalled[0]);
      throw new Breach('W6', `${name} joined round ${uncalled[1].round} and was never drawn`, [name]);
    }
  }
}
