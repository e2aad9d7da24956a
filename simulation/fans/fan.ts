import type { Board, Place } from '../../contracts/line.ts';
import type { JoinRequest } from '../../contracts/line-requests.ts';
import { published } from '../../contracts/paths.ts';
import { endedAgeMs } from '../../lambdas/foundation/ended-passes.ts';
import { holdSeats } from '../../lambdas/seating/ask/hold-seats.ts';
import { joinLine } from '../../lambdas/waiting-room/entry/join-line.ts';
import { gatekeeper } from '../../lambdas/waiting-room/entry/slow-suspects.ts';
import { markOf } from '../../lambdas/waiting-room/line/marks.ts';
import { appealSlowerLane } from '../../lambdas/waiting-room/place/appeal-slower-lane.ts';
import { leaveLine } from '../../lambdas/waiting-room/place/leave-line.ts';
import { claimPass } from '../../lambdas/waiting-room/turn/claim-pass.ts';
import type { Fan } from '../../rehearsal/fans/audience.ts';
import { Breach } from '../audit/breach.ts';
import { type Morning, onSale, opensAt } from '../morning.ts';
import { keys, newMarkKey } from '../stage/platform.ts';
import { Entrant } from './entrant.ts';
import { handOver } from './handed-over.ts';
import { SecondDevice } from './second-device.ts';
import { goShopping } from './shopping.ts';

/**
 * A fan's whole way, by the character that the audience model drew. The fan joins, waits, claims, shops, leaves, and
 * comes back once in the end to ask for the same place. An unanswered act is sent again.
 */
export class FanLife {
  readonly morning: Morning;
  readonly fan: Fan;
  readonly name: string;
  /** As the platform names them. */
  readonly key: string;
  /** Milliseconds: how far off the clocks are that its claims meet. */
  readonly #skew: number;
  readonly #way: Entrant;
  #second: SecondDevice | undefined;
  #secondLife: Promise<void> | undefined;
  receipt: string | undefined;
  place: Place | undefined;

  constructor(morning: Morning, fan: Fan) {
    this.morning = morning;
    this.fan = fan;
    this.name = `fan ${fan.number}`;
    this.#way = new Entrant(fan, morning.of.later ?? [], morning.of.chance);
    this.key = keys.line.fanKey(onSale, this.#way.identity);
    morning.name(this.key, this.name);
    morning.name(markOf(newMarkKey(), this.key), this.name);
    this.#skew = morning.of.chance.whole(-1000, 1000);
  }

  async live(): Promise<void> {
    const { morning, fan } = this;
    await morning.wait(opensAt + fan.arrives - morning.time.now);
    const joins = [this.#join()];
    if (fan.doubleClicks || fan.secondDevice) joins.push(this.#join());
    await Promise.all(joins);
    if (fan.secondDevice || morning.of.chance.happens(0.12)) this.#second = await SecondDevice.join(this);
    if (morning.of.chance.happens(0.3)) await this.#changeMind();
    const wait = this.#waitForTurn();
    for (let times = fan.refreshes; times > 0; times -= 1) {
      await morning.wait(3000);
      await this.#join();
    }
    if (await wait) await this.#takeTurn();
    // A fan who comes back has the place they had.
    if (fan.refreshes > 0 || morning.of.chance.happens(0.2)) await this.#join();
    // The last thing that becomes of them, on whichever device: from then on the browser that they had is nobody’s.
    await this.#secondLife;
    if (morning.of.chance.happens(0.1)) await handOver(this);
  }

  /** Gives the place up, and asks for it again in the same breath. */
  async #changeMind(): Promise<void> {
    await this.#leave();
    await this.#join();
  }

  /** Undefined if there is no way in for them. */
  request(): Promise<JoinRequest | undefined> {
    return this.#way.request(this.morning, this.name);
  }

  /** W4: however often, one receipt. */
  async #join(): Promise<void> {
    const request = await this.request();
    if (!request) return;
    const { receipt, place } = await this.joinFrom(request);
    if (this.receipt !== undefined && this.receipt !== receipt)
      throw new Breach(
        'W4',
        `${this.name} has two receipts: ${JSON.stringify(this.place)} and ${JSON.stringify(place)}`,
        [this.name],
      );
    this.receipt = receipt;
    this.place = place;
  }

  /** W4: from whatever device, one place. */
  async joinFrom(request: JoinRequest): Promise<{ readonly receipt: string; readonly place: Place }> {
    const { morning, name } = this;
    const { traits } = this.#way;
    const left = morning.line.timesLeft(this.key);
    const answer = await morning.ask(name, 'join', (api, now) =>
      joinLine(
        {
          ...api,
          keys: keys.line,
          gate: gatekeeper({
            lines: api.turnLine,
            gate: api.gateBooks,
            keys: keys.line,
            onFault: morning.platform.report,
          }),
        },
        { onSale, request, traits },
        now,
      ),
    );
    if (!answer.ok) throw new Breach('W4', `${name} may not join: ${answer.refusal}`, [name]);
    morning.line.wasPromised(answer.joined.place, left);
    return answer.joined;
  }

  /** False if they gave up. */
  async #waitForTurn(): Promise<boolean> {
    const { morning, fan, place } = this;
    if (!place) return false;
    const endsAt = Math.max(this.#way.doorsAt, morning.time.now) + fan.patience;
    for (;;) {
      const board = morning.platform.published<Board>(published.board(onSale));
      const position = morning.positionOf(place);
      const ahead = position === undefined ? 10 : position - (board?.calledUpTo ?? 0);
      if (position !== undefined && ahead <= 0) break;
      // The page says that it is over: nobody waits on, however patient.
      if (board?.phase === 'closed') return false;
      if (morning.time.now > endsAt || this.#losesHope(board)) {
        await this.#leave();
        return false;
      }
      await morning.wait(Math.min(15_000, Math.max(1500, ahead * 250)));
    }
    if (fan.whenCalled === 'never-comes') return false;
    await morning.wait(fan.whenCalled === 'comes-late' ? 80_000 : fan.noticing);
    return true;
  }

  /** A fan who reads that the last seat is gone may go, or wait for one that comes back. */
  #losesHope(board: Board | undefined): boolean {
    const { of, cloud } = this.morning;
    return board?.phase === 'sold-out' && (cloud.calm || of.chance.happens(0.03));
  }

  async #takeTurn(): Promise<void> {
    const pass = await this.claim();
    if (pass === undefined) return;
    this.#secondLife = this.#second?.live();
    if (this.#secondLife) this.morning.spawn(`${this.name} on another device`, this.#secondLife);
    await goShopping(this, pass);
    if (!this.fan.finishes) return;
    await this.#leave();
    if (this.morning.of.chance.happens(0.2)) await this.#comeAgain(pass);
  }

  /** One who gave the pass back tries it once more, and then asks for another turn, and gives that back too. */
  async #comeAgain(over: string): Promise<void> {
    const { morning, name } = this;
    await morning.wait(morning.of.chance.whole(5, 60) * 1000);
    const listed = morning.isListed(over);
    const from = morning.time.now;
    const asked = await morning.ask(name, 'hold with a pass that was given back', (api, now) =>
      holdSeats(
        { store: api.seats, books: api.books, passKeys: api.passKeys, findEnded: api.findEnded, ask: async () => {} },
        {
          performance: morning.of.performances[0]?.id ?? '',
          wish: { best: { count: 1 } },
          pass: over,
          idempotencyKey: `over-of-${this.fan.number}`,
        },
        now,
      ),
    );
    // A handler that cannot read the list goes on with what it knew, or without: see ended-passes.ts. So does the first
    // of several tries, whose ask stands.
    const unread = morning.platform.listUnreadAt > from - 2 * endedAgeMs;
    if (asked.ok && listed && !unread)
      throw new Breach('W3', `${name} holds seats with a pass that is listed as ended`, [name, 'line']);
    if ((await this.claim(8)) !== undefined) await this.#leave();
  }

  /** A pass; undefined if there is none to be had any more. W5: at the position that a stranger computes. */
  async claim(most = 60): Promise<string | undefined> {
    const { morning, name, place } = this;
    for (let tries = most; tries > 0; tries -= 1) {
      const [answer] = await Promise.all(
        (this.fan.secondDevice ? [1, 2] : [1]).map((device) =>
          morning.ask(name, device === 1 ? 'claim' : 'claim on the second device', (api, now) =>
            claimPass({ ...api, receipts: keys.line.receipts }, { onSale, receipt: this.receipt }, now + this.#skew),
          ),
        ),
      );
      if (answer?.ok) {
        const { position, pass } = answer.claimed;
        const own = place && morning.positionOf(place);
        if (own !== position)
          throw new Breach('W5', `${name} is told position ${position}, and the files say ${own}`, [name]);
        return pass;
      }
      if (answer?.refusal === 'receipt-not-in-roll')
        throw new Breach('W4', `${name} is told that their place is not in the roll`, [name]);
      if (answer?.refusal === 'device-ended')
        throw new Breach('devices', `${name} is told on their first device that it was ended`, [name]);
      if (!answer || ['line-closed', 'place-given-up'].includes(answer.refusal)) return undefined;
      if (answer.refusal === 'place-removed' && !(await this.#appeal())) return undefined;
      await morning.wait(answer.retryAfterMs ?? 2000);
    }
    return undefined;
  }

  /** Tells staff that it is wrong, and waits for them. False if they give up. */
  async #appeal(): Promise<boolean> {
    const { morning, name, receipt } = this;
    await morning.ask(name, 'appeal', (api, now) =>
      appealSlowerLane(
        { lines: api.lines, fans: api.fans, appeals: api.appeals, receipts: keys.line.receipts },
        { onSale, receipt, message: 'I am no program' },
        now,
      ),
    );
    if (morning.of.chance.happens(0.3)) return false;
    await morning.wait(20_000);
    return true;
  }

  async #leave(): Promise<void> {
    const { morning, name, receipt } = this;
    await morning.ask(name, 'leave', (api, now) =>
      leaveLine({ ...api, receipts: keys.line.receipts }, { onSale, receipt }, now),
    );
  }
}
