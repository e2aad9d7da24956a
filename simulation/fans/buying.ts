import type { Held } from '../../contracts/house.ts';
import type { OrderRequest, OrderView, Ticket } from '../../contracts/order.ts';
import { seatsInOrder } from '../../contracts/plan.ts';
import { admitTickets } from '../../lambdas/ordering/door/admit-tickets.ts';
import { isGeneral } from '../../rules/access-seats.ts';
import { Breach } from '../audit/breach.ts';
import { actAsStaff, cancel, exchange, giveBack, place, type ShownOrder, show } from '../ordering.ts';
import type { Api } from '../stage/platform.ts';
import type { FanLife } from './fan.ts';
import { paired, rightOf } from './steward.ts';

/** From held seats to an order, and its fate: paid, lost, exchanged, given back, taken to the door. */
export async function goOrdering(life: FanLife, pass: string, held: readonly Held[]): Promise<void> {
  const { morning, fan, name } = life;
  const { chance } = morning.of;
  const request: OrderRequest = {
    slips: held.map(({ slip }) => slip),
    buyer: { name: `Buyer ${fan.number}`, email: `buyer-${fan.number}@example.org` },
    payment: paymentOf(life),
  };
  const times = morning.of.ordersAreLeft ? 1 : Number.POSITIVE_INFINITY;
  const order = (key: string, body = request) =>
    morning.askAtMost(
      times,
      name,
      `order ${held.map(({ hold }) => hold).join(' ')} ${body.payment.method}`,
      (api, now) => place(api, { pass, idempotencyKey: key, request: body }, now),
    );
  const sent = [order('order-key-1')];
  if (fan.doubleClicks) sent.push(order('order-key-1'));
  // A second device with the same slips.
  if (chance.happens(0.06)) sent.push(order('order-key-2'));
  const answers = await Promise.all(sent);
  const first = answers[0];
  if (first?.ok && (fan.reusesKey || chance.happens(0.1))) await reuseKey(life, first.order, order, request);
  await Promise.all(answers.map((answer) => (answer?.ok ? new Purchase(life, answer.order).follow() : undefined)));
}

/** O2: the same key again is the same order; with another body it is refused. */
async function reuseKey(
  { name }: FanLife,
  { order }: OrderView,
  send: (key: string, body?: OrderRequest) => Promise<Awaited<ReturnType<typeof place>> | undefined>,
  request: OrderRequest,
): Promise<void> {
  const again = await send('order-key-1');
  if (again?.ok && again.order.order !== order)
    throw new Breach('O2', `${name} sent a key twice and has the orders ${order} and ${again.order.order}`, [
      name,
      order,
    ]);
  const other = await send('order-key-1', { ...request, buyer: { ...request.buyer, name: 'Somebody Else' } });
  if (other?.ok) throw new Breach('O2', `${name} sent a key with another body, and it was taken`, [name, order]);
}

function paymentOf({ fan, morning }: FanLife): OrderRequest['payment'] {
  const { chance } = morning.of;
  // Only money that was taken can be owed.
  if (morning.of.isRestless && chance.happens(0.7)) return { method: 'sandbox-card', card: 'approved' };
  if (fan.payment === 'box-office' && chance.happens(0.6)) return { method: 'box-office' };
  if (fan.payment === 'declined-card') return { method: 'sandbox-card', card: 'declined' };
  // A bank that took the money on, and whose answer nobody hears: see `ordersAreLeft`.
  if (morning.of.ordersAreLeft && chance.happens(0.4)) return { method: 'sandbox-card', card: 'no-answer' };
  const cards = ['approved', 'no-answer', 'late', 'twice', 'declined', 'withdrawn', 'asks'] as const;
  return { method: 'sandbox-card', card: cards[chance.weighted([10, 2, 2, 2, 1, 1, 2])] ?? 'approved' };
}

class Purchase {
  readonly #life: FanLife;
  readonly #placed: OrderView;
  /** All that this order ever had: the old ones are still in a drawer, or were given to somebody. */
  readonly #tickets = new Map<string, Ticket>();

  constructor(life: FanLife, placed: OrderView) {
    this.#life = life;
    this.#placed = placed;
  }

  async follow(): Promise<void> {
    const { morning } = this.#life;
    const { chance } = morning.of;
    const view = await this.#untilDecided();
    if (view.state !== 'confirmed') return;
    if (morning.of.isRestless) return this.#changeAgain(view);
    await morning.wait(chance.wait(10_000));
    if (chance.happens(0.35)) await this.#exchange(view);
    // A fan who thinks it over may meet a first ask that is repeated late: see `sent-again`.
    if (chance.happens(0.15)) await morning.wait(chance.wait(8 * 60_000));
    if (chance.happens(0.25)) await this.#exchange(await this.#untilDecided());
    if (view.payment.state === 'promised' && chance.happens(0.4)) await this.#staff({ act: 'take-payment' });
    await this.#giveSome();
    if (chance.happens(0.15)) await this.#comeToTheDoor();
    if (chance.happens(0.25)) await this.#cancel();
    else if (chance.happens(0.06)) await this.#staff({ act: 'cancel', reason: 'the fan rang up' });
  }

  /** For cheaper seats if there are any, and then they give all back, before anybody can have paid the difference. */
  async #changeAgain(view: OrderView): Promise<void> {
    const { chance } = this.#life.morning.of;
    await this.#exchange(view);
    if (chance.happens(0.3)) await this.#exchange(await this.#untilDecided());
    if (chance.happens(0.7)) await this.#cancel();
  }

  /** Looks at the order until it is decided, and nothing about it is under way. */
  async #untilDecided(): Promise<OrderView> {
    for (let pause = 2000; ; pause *= 1.5) {
      const answer = await this.#ask('look at', (api, of, now) => show(api, of, now));
      const { name } = this.#life;
      if (!answer.ok)
        throw new Breach('O2', `${name} cannot see order ${this.#placed.order}: ${answer.refusal}`, [name]);
      const { state, changing, tickets } = answer.order;
      for (const ticket of tickets) this.#tickets.set(ticket.id, ticket);
      if (state !== 'paying' && state !== 'placed' && !changing) return answer.order;
      await this.#life.morning.wait(Math.min(30_000, pause));
    }
  }

  /** One seat for another that is free, or was a moment ago. */
  async #exchange(view: OrderView): Promise<void> {
    const { morning } = this.#life;
    const { of } = morning;
    const { chance, plan } = of;
    const [item] = view.items.filter(({ outcome }) => outcome === 'sold');
    const [given] = item?.seats ?? [];
    if (!item || !given) return;
    const others = plan.sections
      .flatMap((section) => seatsInOrder(section))
      .filter((seat) => isGeneral(seat) && (seat.category === given.category || of.isRestless || chance.happens(0.2)))
      .filter(({ id }) => chance.happens(0.1) || morning.seats.isFree(item.performance, id, morning.time.now));
    const wanted = others[chance.whole(0, Math.max(0, others.length - 1))];
    if (!wanted) return;
    const request = { hold: item.hold, from: [given.id], to: [wanted.id] };
    const asking: Promise<unknown>[] = [
      this.#ask(`exchange ${given.id} for ${wanted.id} in`, (api, of, now) => exchange(api, of, request, now)),
    ];
    if (chance.happens(0.3))
      asking.push(this.#ask('exchange again in', (api, of, now) => exchange(api, of, request, now)));
    // Somebody changes their mind in the same moment.
    if (chance.happens(0.15)) asking.push(this.#ask('cancel', (api, of, now) => cancel(api, of, now)));
    // Somebody comes in with the old ticket meanwhile.
    if (chance.happens(0.3)) asking.push(this.#comeSoon());
    await Promise.all(asking);
    await this.#untilDecided();
  }

  /** Some of the tickets, now and then twice, others at the same time, all in the same moment, or with somebody at the door. */
  async #giveSome(): Promise<void> {
    const { morning, name } = this.#life;
    const { giving } = morning.of;
    if (!giving?.happens(0.6)) return;
    const before = await this.#untilDecided();
    const ids = before.tickets.map(({ id }) => id);
    if (before.state !== 'confirmed' || ids.length < 2) return;
    const asked = () =>
      morning.orders.orders.get(before.order)?.history.filter(({ act }) => act.endsWith('-asked')).length ?? 0;
    const askedBefore = asked();
    const some = ids.slice(0, giving.whole(1, ids.length - 1));
    const give = (tickets: readonly string[]) =>
      this.#ask(`give back ${tickets.length} of ${ids.length} tickets of`, (api, of, now) =>
        giveBack(api, of, { tickets: [...tickets] }, now),
      );
    const way = giving.weighted([4, 3, 1, 1, 1]);
    const beside: Promise<unknown>[] = [];
    if (way === 1) beside.push(give(some));
    if (way === 2) beside.push(give(ids.slice(-1)));
    if (way === 3) beside.push(this.#ask('cancel', (api, of, now) => cancel(api, of, now)));
    if (way === 4) beside.push(this.#comeToTheDoor());
    const [answer] = await Promise.all([give(some), ...beside]);
    const after = await this.#untilDecided();
    // Somebody else with the same order, staff or the clock may have asked for more meanwhile.
    if (!answer.ok || after.unchanged || way > 1 || asked() !== askedBefore + 1) return;
    const left = after.tickets.map(({ id }) => id);
    if (left.some((id) => some.includes(id)))
      throw new Breach('S5', `${name} gave tickets of order ${after.order} back, and still has them`, [name]);
    const isOff = after.items.some(({ cancelled }) => cancelled);
    if (left.length + some.length !== ids.length && !isOff)
      throw new Breach('O1', `${name} gave ${some.length} of ${ids.length} tickets back, and has ${left.length}`, [
        name,
      ]);
    const again = await give(some);
    if (!again.ok && !isOff)
      throw new Breach('answered', `${name} is refused (${again.refusal}) what was given back before`, [name]);
  }

  async #cancel(): Promise<void> {
    const { chance } = this.#life.morning.of;
    const asking: Promise<unknown>[] = [this.#ask('cancel', (api, of, now) => cancel(api, of, now))];
    if (chance.happens(0.4)) asking.push(this.#ask('cancel again', (api, of, now) => cancel(api, of, now)));
    if (chance.happens(0.3)) asking.push(this.#comeSoon());
    await Promise.all(asking);
    await this.#untilDecided();
  }

  async #staff(act: Parameters<typeof actAsStaff>[2]): Promise<void> {
    const { morning } = this.#life;
    await morning.ask('staff', `${act.act} order ${this.#placed.order}`, (api, now) =>
      actAsStaff(api, this.#placed.order, act, now),
    );
    await this.#untilDecided();
  }

  /** While the order is being changed, at whatever point of it. */
  async #comeSoon(): Promise<void> {
    const { chance, weather } = this.#life.morning.of;
    await this.#life.morning.wait(chance.whole(0, 20) * weather.latency);
    await this.#comeToTheDoor();
  }

  /** Two doors scan the same tickets, and those of before an exchange: each seat lets one person in. */
  async #comeToTheDoor(): Promise<void> {
    const { morning, name } = this.#life;
    const answer = await this.#ask('look at', (api, of, now) => show(api, of, now));
    for (const ticket of answer.ok ? answer.order.tickets : []) this.#tickets.set(ticket.id, ticket);
    const tickets = [...this.#tickets.values()];
    if (tickets.length === 0) return;
    const [{ performance }] = tickets as [Ticket];
    const came = await Promise.all(
      ['left', 'right'].map((door) => {
        const scannedAt = morning.time.now;
        // One door lets in whoever has not paid; the other turns them away.
        const scans = tickets.map(({ code }) => ({
          code,
          scannedAt,
          ...(door === 'left' && { letIn: true as const }),
        }));
        return morning.ask(name, `show ${tickets.length} tickets at the ${door} door`, async (api, now) =>
          admitTickets(
            {
              ...api,
              doors: api.door,
              devices: paired(performance, now),
              ticketKey: api.keys.ordering.ticket,
              unpaidAtDoor: 'amber',
            },
            { authorization: await rightOf(api, performance, now), performance, door, scans },
            now,
          ),
        );
      }),
    );
    const admitted = came.flatMap((answered) =>
      answered.ok ? answered.body.admissions.flatMap((one) => (one.state === 'admitted' ? [one.seat] : [])) : [],
    );
    const [twice] = admitted.filter((seat, at) => admitted.indexOf(seat) !== at);
    if (twice !== undefined) throw new Breach('S5', `Two people came in for ${performance} ${twice}`, [name]);
  }

  #ask<Answer extends Awaited<ShownOrder>>(
    what: string,
    act: (api: Api, of: { readonly id: string; readonly key: string }, now: number) => Promise<Answer>,
  ): Promise<Answer> {
    const { morning, name } = this.#life;
    const { order: id, key = '' } = this.#placed;
    return morning.ask(name, `${what} order ${id}`, (api, now) => act(api, { id, key }, now));
  }
}
