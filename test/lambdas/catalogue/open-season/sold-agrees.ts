import { api } from '../../../../contracts/api.ts';
import type { DoorList, GuestList } from '../../../../contracts/door.ts';
import type { Basket } from '../../../../contracts/house.ts';
import type { OrderView } from '../../../../contracts/order.ts';
import { header, published } from '../../../../contracts/paths.ts';
import { type Plan, seatsInOrder } from '../../../../contracts/plan.ts';
import { fixedKeys } from '../../../../lambdas/foundation/keys.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { decodeSection, sold } from '../../../../lambdas/seating/house/section-codec.ts';
import { paired, rightOf } from '../../../../simulation/fans/steward.ts';
import { keys } from '../../../../simulation/stage/platform.ts';
import { type Books, type Same, type Say, seatsBy } from './books.ts';
import { keyOf, type SeasonOnSale } from './season-on-sale.ts';

/* Houses, orders, baskets and doors, compared with what is published. */

/** The longest evening, and the morning after it. */
const day = 86_400_000;

/** Seats by what became of them, of one house. */
async function seatsOf({ stage }: SeasonOnSale, plan: Plan, performance: string) {
  const whole = await stage.platform.stores.seats.wholeHouse(performance, 'latest');
  const bySeat = new Map<string, { readonly hold?: string; readonly isSold?: boolean; readonly isBlocked?: true }>();
  for (const { section, data } of whole?.sections ?? []) {
    const drawn = plan.sections.find(({ id }) => id === section);
    const names = drawn ? seatsInOrder(drawn).map(({ id }) => id) : [];
    const { records, blocked } = decodeSection(data);
    for (const at of blocked) bySeat.set(names[at] ?? `${section} ${at}`, { isBlocked: true });
    for (const { hold, lapsesAt, seats } of records)
      for (const at of seats) bySeat.set(names[at] ?? `${section} ${at}`, { hold, isSold: lapsesAt === sold });
  }
  return bySeat;
}

export async function housesAgree(open: SeasonOnSale, books: Books, same: Same, say: Say): Promise<void> {
  const { stores } = open.stage.platform;
  for (const id of books.open) {
    const house = await stores.seats.house(id);
    if (!house) continue;
    const one = books.performance(id);
    const plan = books.file<Plan>(published.plan(house.plan));
    if (!one || !plan) {
      say(`the house of ${id} is open, and ${one ? `its plan ${house.plan}` : 'it'} is not published`);
      continue;
    }
    same(`plan of ${id}, in its house and its file`, house.plan, one.plan);
    same(
      `on-sales of ${id}, in its house and its file`,
      [...house.onSales].sort(),
      one.onSales.map((of) => of.id).sort(),
    );
    const sections = Object.fromEntries(plan.sections.map((section) => [section.id, seatsInOrder(section).length]));
    same(`seats of ${id}, in its house and its plan`, house.sections, sections);
    for (const { returnHours: _, id: onSale, ...rules } of one.onSales)
      same(
        `rules of ${onSale}, by which the house of ${id} decides and in its file`,
        await stores.seats.rules(onSale),
        rules,
      );
    const isShown = books.shows.some(({ performances }) => performances.some((date) => date.id === id));
    if (!isShown && books.now < one.startsAt + day) say(`the house of ${id} is open, and no show has it`);
    const blocked = [...(await seatsOf(open, plan, id))].flatMap(([seat, { isBlocked }]) => (isBlocked ? [seat] : []));
    same(
      `seats of ${id} that are set aside, in its house and its file`,
      blocked.sort(),
      [...(one.blocked ?? [])].sort(),
    );
  }
}

export async function orderAgrees(
  open: SeasonOnSale,
  books: Books,
  order: OrderRecord,
  same: Same,
  say: Say,
): Promise<void> {
  const page = await open.seen(order.id);
  const calendar = await calendarOf(open, order.id);
  for (const { performance: id, title, startsAt, venue, seats, hold } of order.items) {
    const one = books.performance(id);
    const plan = one && books.file<Plan>(published.plan(one.plan));
    if (!one || !plan) {
      say(`order ${order.id} has seats of ${id}, which is not published`);
      continue;
    }
    const ordered = { title, startsAt, venue, currency: order.currency, timeZone: order.timeZone };
    for (const name of Object.keys(ordered) as (keyof typeof ordered)[])
      same(`${name} of ${id}, in order ${order.id} and its file`, ordered[name], one[name]);
    const labels = seatsBy(plan);
    if (books.cancelled.has(id) && page.tickets.some((ticket) => ticket.performance === id))
      say(`order ${order.id} has a ticket for ${id}, which is cancelled`);
    const standing = await seatsOf(open, plan, id);
    for (const seat of seats) {
      same(
        `seat ${seat.id} of order ${order.id}, and of the plan`,
        { label: seat.label, category: seat.category },
        labels.get(seat.id),
      );
      if (order.outcomes[hold] === 'sold') {
        same(`${seat.id} of ${id}, in its house and order ${order.id}`, standing.get(seat.id), { hold, isSold: true });
        const ticket = page.tickets.find((held) => held.performance === id && held.seat === seat.id);
        same(
          `ticket for ${seat.id} of order ${order.id}`,
          ticket && { title: ticket.title, startsAt: ticket.startsAt, venue: ticket.venue, label: ticket.label },
          { title: one.title, startsAt: one.startsAt, venue: one.venue, label: seat.label },
        );
      }
      // It may still be paid: at the price that is published.
      const percentOff = seat.percentOff ?? 0;
      const full = one.prices[seat.category] ?? Number.NaN;
      if (order.state === 'paying' && seat.price !== Math.round((full * (100 - percentOff)) / 100))
        say(`order ${order.id} is to be paid with ${seat.price} for ${seat.id}, and its price is ${full}`);
    }
    const entry = calendar.get(id);
    if (page.tickets.length > 0)
      same(`calendar entry of ${id} in order ${order.id}, and its file`, entry, {
        startsAt: Math.floor(one.startsAt / 60_000) * 60_000,
        title: one.title,
        venue: one.venue,
      });
  }
}

/** Entries by performance. */
async function calendarOf({ stage, run }: SeasonOnSale, order: string) {
  const { url } = api('GET orders/{order}/calendar.ics', { order });
  const answer = await run(stage.answer({ method: 'GET', path: url, headers: { [header.orderKey]: keyOf(order) } }));
  const text = Buffer.from(answer.body ?? '')
    .toString('utf8')
    .replace(/\r\n[\t ]/g, '');
  const entries = text.split('BEGIN:VEVENT').slice(1);
  const field = (entry: string, name: string) =>
    (new RegExp(`^${name}[^:\\r\\n]*:(.*)$`, 'm').exec(entry)?.[1] ?? '').trim().replace(/\\(.)/g, '$1');
  return new Map(
    entries.map((entry) => {
      const [, id = ''] = /^[^.]+\.(.+)@/.exec(field(entry, 'UID')) ?? [];
      const at = field(entry, 'DTSTART').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
      return [id, { startsAt: Date.parse(at), title: field(entry, 'SUMMARY'), venue: field(entry, 'LOCATION') }];
    }),
  );
}

export async function basketAgrees(
  { others, run }: SeasonOnSale,
  books: Books,
  pass: string,
  same: Same,
): Promise<void> {
  const basket: Basket = await run(others.basketOf(pass));
  for (const held of basket.holds) {
    if (held.state !== 'held') continue;
    const one = books.performance(held.performance);
    const plan = one && books.file<Plan>(published.plan(one.plan));
    const drawn = plan && seatsBy(plan);
    for (const { id, label, category } of held.seats)
      same(`seat ${id} in a basket, and in the plan of ${held.performance}`, { label, category }, drawn?.get(id));
  }
}

/** What a device sends that was paired with this performance, whatever became of it since. */
async function atDoor({ platform, time }: SeasonOnSale['stage'], performance: string): Promise<string> {
  const device = await paired(performance, time.now).get(performance, '');
  if (device) await platform.stores.devices.put(device);
  return rightOf({ stewardKeys: fixedKeys(keys.stewards) }, performance, time.now);
}

/** The owner of a ticket stands on the list of its door, under the seat that the ticket says. */
export async function doorsAgree(
  { stage, run, seen }: SeasonOnSale,
  books: Books,
  same: Same,
  say: Say,
): Promise<void> {
  const sold = books.orders.filter(({ tickets }) => tickets.length > 0);
  const views: readonly OrderView[] = await Promise.all(sold.map(({ id }) => seen(id)));
  for (const id of new Set(sold.flatMap(({ tickets }) => tickets.map(({ performance }) => performance)))) {
    const performance = { performance: id };
    const headers = { authorization: await atDoor(stage, id) };
    const ask = <Body>(url: string) => run(stage.ask<Body>('GET', url, { headers }));
    const list = (await ask<DoorList>(api('GET staff/door/{performance}', performance).url)).body;
    const { guests = [] } = (await ask<GuestList>(api('GET staff/door/{performance}/guests', performance).url)).body;
    same(
      `whether ${id} is off, at its door and in the list of acts`,
      list.cancelled !== undefined,
      books.cancelled.has(id),
    );
    const named = (tickets: readonly { readonly ticket: string; readonly label: string }[]) =>
      tickets.map(({ ticket, label }) => `${ticket} ${label}`).sort();
    const held = views.flatMap(({ tickets }) => tickets.filter((one) => one.performance === id));
    if (!books.cancelled.has(id))
      same(
        `tickets of ${id}, at its door and on orders' pages`,
        named(guests.flatMap(({ tickets }) => tickets)),
        named(held.map((one) => ({ ...one, ticket: one.id }))),
      );
    for (const ticket of held)
      if (list.void.includes(ticket.id)) say(`ticket ${ticket.id} of ${id} is void at its door`);
  }
}
