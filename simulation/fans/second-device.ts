import type { Place } from '../../contracts/line.ts';
import type { JoinRequest } from '../../contracts/line-requests.ts';
import type { EndedPasses } from '../../contracts/pass.ts';
import { published } from '../../contracts/paths.ts';
import { endedAgeMs } from '../../lambdas/foundation/ended-passes.ts';
import { holdSeats } from '../../lambdas/seating/ask/hold-seats.ts';
import { afterEndMs } from '../../lambdas/waiting-room/line/shoppers-store.ts';
import { tendDevices } from '../../lambdas/waiting-room/place/tend-devices.ts';
import { claimPass } from '../../lambdas/waiting-room/turn/claim-pass.ts';
import { Breach } from '../audit/breach.ts';
import { onSale } from '../morning.ts';
import { keys } from '../stage/platform.ts';
import type { FanLife } from './fan.ts';

/**
 * Another device on a fan's place: their laptop, or somebody who read their card. It joins later, shops with them, tries
 * to end what was there before it, and is ended by the first. Then it begins nothing new, and may join again.
 */
export class SecondDevice {
  readonly #life: FanLife;
  readonly #request: JoinRequest;
  readonly #joined: { readonly receipt: string; readonly place: Place };
  readonly #about: readonly string[];

  private constructor(
    life: FanLife,
    request: JoinRequest,
    joined: { readonly receipt: string; readonly place: Place },
  ) {
    this.#life = life;
    this.#request = request;
    this.#joined = joined;
    this.#about = [life.name];
  }

  /** Undefined of a fan without a place yet, or whose browser is all that names them. */
  static async join(life: FanLife): Promise<SecondDevice | undefined> {
    const request = await requestOf(life, 'second');
    const joined = request && (await life.joinFrom(request));
    return joined && new SecondDevice(life, request, joined);
  }

  /** While the first shops with this pass. */
  async live(): Promise<void> {
    const { morning } = this.#life;
    const { chance } = morning.of;
    const pass = await this.#claim();
    if (chance.happens(0.4)) await this.#endUpwards();
    await morning.wait(chance.whole(0, 4) * 1000);
    const name = this.#joined.place.device;
    if (name === undefined) throw this.#breach('The second device has the receipt of the first');
    if (!(await this.#end(this.#life.receipt, name))) throw this.#breach('A device that was ended stays on its place');
    if ((await this.#claim()) !== undefined) throw this.#breach('A device that was ended claims a pass');
    if (pass !== undefined) await this.#shopOn(pass, name);
    if (chance.happens(0.5)) await this.#joinAgain(name);
  }

  async #claim(): Promise<string | undefined> {
    const { morning, name } = this.#life;
    const answer = await morning.ask(name, 'claim on another device', (api, now) =>
      claimPass({ ...api, receipts: keys.line.receipts }, { onSale, receipt: this.#joined.receipt }, now),
    );
    return answer.ok ? answer.claimed.pass : undefined;
  }

  /** One that joined third ends neither the second nor the first. */
  async #endUpwards(): Promise<void> {
    const life = this.#life;
    const request = await requestOf(life, 'third');
    const third = request && (await life.joinFrom(request));
    const second = this.#joined.place.device;
    if (!third || second === undefined) return;
    if (await this.#end(third.receipt, second)) throw this.#breach('A device ends one that joined before it');
    const all = await this.#tend(life.receipt);
    // The first may have given the place up meanwhile, and shows its devices all the same.
    if (!all.ok) throw this.#breach(`The first device may not see the others: ${all.refusal}`);
    const [first, ...later] = all.devices.devices;
    if (first?.device !== undefined || !first?.here || !later.some(({ device }) => device === second))
      throw this.#breach('The devices of the place are not those that joined');
  }

  /** Whether it is off the place now. */
  async #end(receipt: string | undefined, device: string): Promise<boolean> {
    const answer = await this.#tend(receipt, device);
    if (!answer.ok && receipt === this.#life.receipt)
      throw this.#breach(`The first device may not end a later one: ${answer.refusal}`);
    return answer.ok && answer.devices.devices.every((one) => one.device !== device);
  }

  #tend(receipt: string | undefined, end?: string) {
    const { morning, name } = this.#life;
    return morning.ask(name, end === undefined ? 'list devices' : `end device ${end}`, (api, now) =>
      tendDevices({ ...api, receipts: keys.line.receipts }, { onSale, receipt, end }, now),
    );
  }

  /** Half a minute after it was listed no handler takes its pass, though the fan's other device shops on. */
  async #shopOn(pass: string, device: string): Promise<void> {
    const { morning, name, fan } = this.#life;
    const isListed = () =>
      morning.platform.published<EndedPasses>(published.ended(onSale))?.devices?.includes(device) ?? false;
    // The pacemaker lists it, a second later; in the worst weather they all die over a lobby, until it calms down.
    for (let calm = 0; !isListed(); calm += morning.cloud.calm ? 1 : 0) {
      if (calm > 60) throw this.#breach('A device that was ended is never listed');
      await morning.wait(1000);
    }
    await morning.wait(afterEndMs);
    const from = morning.time.now;
    const asked = await morning.ask(name, 'hold on a device that was ended', (api, now) =>
      holdSeats(
        { store: api.seats, books: api.books, passKeys: api.passKeys, findEnded: api.findEnded, ask: async () => {} },
        {
          performance: morning.of.performances[0]?.id ?? '',
          wish: { best: { count: 1 } },
          pass,
          idempotencyKey: `ended-of-${fan.number}`,
        },
        now,
      ),
    );
    // Also by the first of several tries, whose ask stands.
    const unread = morning.platform.listUnreadAt > from - 2 * endedAgeMs;
    if (asked.ok && !unread) throw this.#breach('A device that was ended holds seats');
  }

  /** It has the place again, under another name, and stands behind. */
  async #joinAgain(before: string): Promise<void> {
    const joined = await this.#life.joinFrom(this.#request);
    if (joined?.place.device === undefined || joined.place.device === before)
      throw this.#breach('A device that was ended joins again as the one that it was');
    const all = await this.#tend(joined.receipt);
    if (all.ok && !all.devices.devices.find(({ here }) => here)?.behind)
      throw this.#breach('A device that was ended joins again, and does not stand behind');
  }

  #breach(sentence: string): Breach {
    return new Breach('devices', `${sentence}, of ${this.#life.name}`, this.#about);
  }
}

/** As the same fan, from a browser of another secret. */
async function requestOf(life: FanLife, which: string): Promise<JoinRequest | undefined> {
  const request = await life.request();
  if (!request || request.entry === 'open') return undefined;
  return { ...request, device: `${which}-${life.fan.number}`.padEnd(22, '_') };
}
