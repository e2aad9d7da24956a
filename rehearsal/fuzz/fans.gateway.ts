import { randomUUID } from 'node:crypto';
import type { Season, ShowFile } from '../../contracts/catalogue.ts';
import type { HoldView } from '../../contracts/house.ts';
import type { Challenge, Claimed, Joined, JoinRequest } from '../../contracts/line-requests.ts';
import type { OrderView } from '../../contracts/order.ts';
import { header, published } from '../../contracts/paths.ts';
import { challengePath, type Identity, identities, visitorWith } from '../fans/identity.ts';
import { membersOf } from '../fans/members.gateway.ts';
import { type Clock, type Site, toApi } from '../site.ts';
import type { AskerProofs, KnownValues } from './requests.ts';

/*
 * Fans of a running cloud, who come by what fans have: a receipt, a pass, a hold and an order. With these, requests that are
 * nearly right get past the first look.
 */

export interface AskerThings {
  readonly proofs: AskerProofs;
  readonly known: KnownValues;
}

/** Each is another member; after so many the first one comes again. */
const fansKnown = 200;
/** From a join to an order, with the doors open. Whoever is not there by then goes on with what they have. */
const mostSteps = 60;
const stepMs = 500;

/** Each call brings the next fan. `run` makes a visitor of one run another than that of the next. A sentence if nobody can join. */
export async function fansAt(
  site: Site,
  { world, run, clock }: { readonly world: string; readonly run: string; readonly clock: Pick<Clock, 'wait'> },
): Promise<(() => Promise<AskerThings>) | string> {
  const get = async <File>(path: string) =>
    (await site.ask({ step: 'season', method: 'GET', path })).body as File | undefined;
  const season = await get<Season>(published.season());
  const first = season?.onSales.toSorted((a, b) => a.opensAt - b.opensAt).find(({ entry }) => entry !== 'email');
  if (!season || !first) return 'The site has no on-sale that lets a made-up fan in.';
  const shows = await Promise.all(season.shows.map(({ id }) => get<ShowFile>(published.show(id))));
  const sold = shows.flatMap((show) => show?.performances ?? []).filter(({ onSales }) => onSales.includes(first.id));
  const identityOf = identities(first, await membersOf(world, first.id), { seed: 1, run, fans: fansKnown });
  if (typeof identityOf === 'string') return identityOf;
  let nth = 0;
  return async () => {
    const fan = new FuzzFan(site, first.id, sold[nth % Math.max(1, sold.length)]?.id ?? '');
    await fan.join(identityOf(nth++ % fansKnown));
    for (let step = 0; step < mostSteps && !fan.hasAll; step++) {
      await fan.further();
      if (!fan.hasAll) await clock.wait(stepMs);
    }
    return {
      proofs: fan.proofs,
      known: { onSale: [first.id], performance: sold.map(({ id }) => id), ...fan.known },
    };
  };
}

class FuzzFan {
  readonly #site: Site;
  readonly #onSale: string;
  readonly #performance: string;
  #receipt: AskerProofs = {};
  #pass: AskerProofs = {};
  #hold: HoldView | undefined;
  #order: OrderView | undefined;

  constructor(site: Site, onSale: string, performance: string) {
    this.#site = site;
    this.#onSale = onSale;
    this.#performance = performance;
  }

  get hasAll(): boolean {
    return this.#order !== undefined;
  }

  get proofs(): AskerProofs {
    const key = this.#order?.key;
    return {
      ...{ ...this.#receipt, ...this.#pass, [header.idempotencyKey]: randomUUID() },
      ...(key !== undefined && { [header.orderKey]: key }),
    };
  }

  get known(): KnownValues {
    return {
      ...(this.#hold && { hold: [this.#hold.hold] }),
      ...(this.#order && { order: [this.#order.order] }),
    };
  }

  async join(identity: Identity): Promise<void> {
    let request: JoinRequest;
    if (identity.entry === 'members') request = identity;
    else {
      const path = challengePath(this.#onSale, identity.visitor);
      const { body } = await this.#site.ask({ step: 'challenge', method: 'GET', path });
      request = visitorWith(identity.visitor, body as Challenge);
    }
    const joined = await this.#send<Joined>(toApi('POST lines/{onSale}/join', { onSale: this.#onSale }), {}, request);
    if (joined) this.#receipt = { [header.receipt]: joined.receipt };
  }

  /** One step on the way, if it can be taken by now. */
  async further(): Promise<void> {
    const [onSale, performance, hold] = [this.#onSale, this.#performance, this.#hold];
    if (Object.keys(this.#pass).length === 0) {
      const claimed = await this.#send<Claimed>(toApi('POST lines/{onSale}/claim', { onSale }), this.#receipt, {});
      if (claimed) this.#pass = { [header.pass]: claimed.pass };
    } else if (!hold || hold.state === 'refused') {
      const wish = { best: { count: 2 } };
      this.#hold = await this.#send(toApi('POST performances/{performance}/holds', { performance }), this.#pass, wish);
    } else if (hold.state === 'pending')
      this.#hold = await this.#send(toApi('GET performances/{performance}/holds/{hold}', hold), this.#pass);
    else if (hold.state === 'held')
      this.#order = await this.#send<OrderView>(toApi('POST orders'), this.#pass, {
        slips: [hold.slip],
        buyer: { name: 'Ada Byron', email: 'ada@example.org' },
        payment: { method: 'box-office' },
      });
  }

  /** The body of an answer that is no refusal. */
  async #send<Body>(to: ReturnType<typeof toApi>, proofs: AskerProofs, body?: unknown): Promise<Body | undefined> {
    const headers = { [header.idempotencyKey]: randomUUID(), ...proofs };
    const answer = await this.#site.ask({ step: 'order', ...to, headers, ...(body !== undefined && { body }) });
    return answer.status >= 200 && answer.status < 300 ? (answer.body as Body) : undefined;
  }
}
