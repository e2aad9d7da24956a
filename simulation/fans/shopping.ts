import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Held, HoldRequest, HoldView } from '../../contracts/house.ts';
import { seatsInOrder } from '../../contracts/plan.ts';
import { extendBasket } from '../../lambdas/seating/ask/extend-basket.ts';
import { holdSeats } from '../../lambdas/seating/ask/hold-seats.ts';
import { releaseHold } from '../../lambdas/seating/ask/release-hold.ts';
import { showBasket } from '../../lambdas/seating/ask/show-basket.ts';
import { showHold } from '../../lambdas/seating/ask/show-hold.ts';
import { chosen, popularity } from '../../rehearsal/fans/audience.ts';
import { isGeneral } from '../../rules/access-seats.ts';
import { signers } from '../stage/platform.ts';
import { goOrdering } from './buying.ts';
import type { FanLife } from './fan.ts';

/** A fan with a pass asks for seats until some are theirs, and then buys, gives back, or walks away. */
export async function goShopping(life: FanLife, pass: string): Promise<void> {
  const { morning, fan } = life;
  const { chance, performances } = morning.of;
  const weights = popularity(
    1,
    performances.map(({ id }) => id),
  );
  const shop = new Shop(life, pass);
  const held: Held[] = [];
  let party = Math.min(fan.party, morning.of.seatsPerFan);
  for (const [attempt, choice] of fan.choices.entries()) {
    await morning.wait(fan.looking);
    const performance = performances[chosen(choice, weights)] as PerformanceFile;
    const size = fan.greedy && attempt === 0 ? morning.of.seatsPerFan + 1 : party;
    const view = await shop.hold(performance.id, shop.wish(performance.id, size), `hold-key-${attempt}`);
    if (view?.state === 'held') held.push(view);
    else party = Math.max(1, party - 1);
    if (held.length > 0 && !chance.happens(0.2)) break;
  }
  if (held.length === 0) return;
  if (chance.happens(0.25)) await shop.extend(chance.happens(0.3) ? 2 : 1);
  if (fan.withSeats === 'walks-away') return;
  if (fan.withSeats === 'releases' || chance.happens(0.08)) {
    for (const { hold, performance } of held) await shop.release(performance, hold);
    // Seats that were given back may be asked for again at once.
    const [first] = held;
    const again = first && (await shop.hold(first.performance, shop.wish(first.performance, party), 'hold-key-again'));
    if (again?.state !== 'held') return;
    held.splice(0, held.length, again);
  }
  // Some take longer than their seats are held.
  await morning.wait(chance.happens(0.12) ? morning.of.holdMinutes * 60_000 - 2000 : fan.paying);
  await goOrdering(life, pass, await shop.slips(held));
}

class Shop {
  readonly #life: FanLife;
  readonly #pass: string;

  constructor(life: FanLife, pass: string) {
    this.#life = life;
    this.#pass = pass;
  }

  wish(performance: string, count: number): HoldRequest {
    const { morning, fan } = this.#life;
    const { chance, plan } = morning.of;
    if (fan.picks === 'named-seats' || chance.happens(0.3)) {
      // As the page shows them; now and then one that is gone.
      const seats = plan.sections.flatMap((section) => seatsInOrder(section)).filter(isGeneral);
      const free = seats.filter(
        ({ id }) => chance.happens(0.1) || morning.seats.isFree(performance, id, morning.time.now),
      );
      const from = chance.happens(0.5) ? 0 : chance.whole(0, Math.max(0, free.length - count));
      const named = free.slice(from, from + count).map(({ id }) => id);
      if (named.length === count) return { seats: named };
    }
    const kind = chance.weighted([6, 1, 1, 1, 1]);
    if (kind === 1) return { best: { count, category: chance.happens(0.5) ? 'near' : 'far' } };
    if (kind === 2) return { best: { count, bands: ['near', 'far'] } };
    if (kind === 3) return { best: { count, together: true } };
    if (kind === 4 && count <= 2) return { best: { count, access: 'wheelchair' } };
    return { best: { count } };
  }

  /** Asks, and looks until there is an answer. Undefined if nothing was asked for. */
  async hold(performance: string, wish: HoldRequest, key: string): Promise<HoldView | undefined> {
    const { morning, fan, name } = this.#life;
    const asked = await Promise.all(
      (fan.doubleClicks ? [1, 2] : [1]).map(() =>
        morning.ask(name, `hold ${performance} ${JSON.stringify(wish)}`, (api, now) =>
          holdSeats(
            { store: api.seats, books: api.books, ...signers, findEnded: api.findEnded, ask: api.ask },
            { performance, wish, pass: this.#pass, idempotencyKey: key },
            now,
          ),
        ),
      ),
    );
    const [first] = asked;
    if (!first?.ok) return undefined;
    return this.#look(performance, first.view.hold, morning.time.now);
  }

  async #look(performance: string, hold: string, askedAt: number): Promise<HoldView | undefined> {
    const { morning, name, key } = this.#life;
    for (let pause = morning.of.weather.latency * 8 + 200; ; pause *= 1.5) {
      await morning.wait(Math.min(10_000, pause));
      let lookedAt = 0;
      const answer = await morning.ask(name, `look at ${hold}`, (api, now) => {
        lookedAt = now;
        return showHold(
          { store: api.seats, books: api.books, ...signers },
          { performance, hold, pass: this.#pass },
          now,
        );
      });
      if (!answer.ok) return undefined;
      morning.seats.shown(answer.view, key, morning.time.now);
      morning.seats.waitsSince(askedAt, answer.view, key, lookedAt);
      if (answer.view.state !== 'pending') return answer.view;
    }
  }

  async release(performance: string, hold: string): Promise<void> {
    const { morning, name } = this.#life;
    await morning.ask(name, `give ${hold} back`, (api, now) =>
      releaseHold(
        { store: api.seats, books: api.books, ...signers, findEnded: api.findEnded, ask: api.ask },
        { performance, hold, pass: this.#pass },
        now,
      ),
    );
  }

  async extend(times: number): Promise<void> {
    const { morning, name } = this.#life;
    await Promise.all(
      Array.from({ length: times }, () =>
        morning.ask(name, 'more time', (api, now) =>
          extendBasket(
            { store: api.seats, books: api.books, ...signers, findEnded: api.findEnded, ask: api.ask },
            { pass: this.#pass },
            now,
          ),
        ),
      ),
    );
  }

  /** The slips as the basket has them now, or those they first got, if the basket cannot be seen any more. */
  async slips(held: readonly Held[]): Promise<readonly Held[]> {
    const { morning, name, key } = this.#life;
    const answer = await morning.ask(name, 'look at the basket', (api, now) =>
      showBasket({ store: api.seats, books: api.books, ...signers }, { pass: this.#pass }, now),
    );
    if (!answer.ok) return held;
    for (const view of answer.basket.holds) morning.seats.shown(view, key, morning.time.now);
    const now = answer.basket.holds.filter((view): view is Held => view.state === 'held');
    return now.length > 0 ? now : held;
  }
}
