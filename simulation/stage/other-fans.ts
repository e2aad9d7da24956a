import { api } from '../../contracts/api.ts';
import type { Availability, Basket, HoldRequest, HoldView } from '../../contracts/house.ts';
import { header, published } from '../../contracts/paths.ts';
import { type Plan, seatsInOrder } from '../../contracts/plan.ts';
import { makeSigned } from '../../lambdas/foundation/signing.ts';
import { keys } from './platform.ts';
import type { Stage } from './stage.ts';

/** Fans without a browser, who come with a pass and take seats: as any fan does, through the API. */
export class OtherFans {
  readonly #stage: Stage;
  #count = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** A pass as the waiting room signs it. */
  passOf(fan: string, onSale: string, minutes = 20): string {
    const expiresAt = Math.floor(this.#stage.time.now / 1000) + minutes * 60;
    return makeSigned('p1', keys.passes[0], { o: onSale, f: fan, i: '1', q: 1, x: expiresAt });
  }

  /** Holds for the fan of this pass; answers when the house has decided. */
  async hold(pass: string, performance: string, wish: HoldRequest, key = 'first'): Promise<HoldView> {
    const asked = await this.#stage.ask<HoldView>(
      'POST',
      api('POST performances/{performance}/holds', { performance }).url,
      {
        body: wish,
        headers: { [header.pass]: pass, [header.idempotencyKey]: `${key}-of-a-wish` },
      },
    );
    if (asked.status !== 202) throw new Error(`The hold was answered ${asked.status}: ${JSON.stringify(asked.body)}`);
    for (;;) {
      const path = api('GET performances/{performance}/holds/{hold}', { performance, hold: asked.body.hold }).url;
      const { body } = await this.#stage.ask<HoldView>('GET', path, { headers: { [header.pass]: pass } });
      if (body.state !== 'pending') return body;
      await this.#stage.time.wait(5);
    }
  }

  /** Takes these very seats, by as many fans as it needs, in this on-sale. */
  async take(performance: string, seats: readonly string[], onSale = 'public'): Promise<void> {
    const each = 6;
    const holds: Promise<HoldView>[] = [];
    for (let from = 0; from < seats.length; from += each) {
      this.#count += 1;
      const pass = this.passOf(`other-${this.#count}`, onSale);
      holds.push(this.hold(pass, performance, { seats: seats.slice(from, from + each) }));
    }
    for (const view of await Promise.all(holds))
      if (view.state !== 'held') throw new Error(`Somebody else's seats are ${JSON.stringify(view)}`);
  }

  async basketOf(pass: string): Promise<Basket> {
    const { body } = await this.#stage.ask<Basket>('GET', api('GET basket').url, { headers: { [header.pass]: pass } });
    return body;
  }

  /** Seats that nobody can have now, as everyone may see them. */
  async taken(performance: string): Promise<ReadonlySet<string>> {
    const { body } = await this.#stage.ask<Availability>(
      'GET',
      api('GET performances/{performance}/availability', { performance }).url,
    );
    const plan = this.#stage.platform.published<Plan>(published.plan(body.plan));
    const taken = new Set<string>();
    for (const section of plan?.sections ?? []) {
      const bits = Buffer.from(body.sections[section.id]?.taken ?? '', 'base64');
      for (const [at, { id }] of seatsInOrder(section).entries())
        if (((bits[at >> 3] ?? 0) << (at & 7)) & 0x80) taken.add(id);
    }
    return taken;
  }
}
