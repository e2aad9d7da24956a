import type { Written } from '../../lambdas/foundation/write-outcome.ts';
import type { DoorMark } from '../../lambdas/ordering/door/door-store.ts';
import { dueOf } from '../../lambdas/ordering/order/due.ts';
import { type OrderRecord, withheld } from '../../lambdas/ordering/order/order.ts';
import type { Account } from '../stage/bank.ts';
import type { Effect } from '../stage/cloud.ts';
import type { SeatAudit } from './audit-seats.ts';
import { Breach } from './breach.ts';

/**
 * The invariants of orders and money, checked at every effect. An order only goes forward. Its tickets are for seats
 * that are sold to it. Money is taken for just those. A ticket opens the door once. In the end nothing is owed to
 * anybody.
 */
const follows: Readonly<Record<OrderRecord['state'], readonly OrderRecord['state'][]>> = {
  unpaid: ['paying', 'placed', 'refused'],
  paying: ['placed', 'refused'],
  placed: ['confirmed', 'refused'],
  confirmed: ['cancelled'],
  refused: [],
  cancelled: [],
};

export class AuditOfOrders {
  readonly orders = new Map<string, OrderRecord>();
  readonly #seats: SeatAudit;
  readonly #accounts: ReadonlyMap<string, Account>;
  /** The valid ticket of each seat. */
  readonly #ticketed = new Map<string, string>();
  readonly #announced = new Set<string>();
  /** What buyers were written; undefined if nobody writes. */
  readonly #letters: Set<string> | undefined;
  readonly #opened = new Set<string>();
  /** The order that ever had each ticket. */
  readonly #orderOf = new Map<string, string>();

  constructor(of: {
    readonly seats: SeatAudit;
    readonly accounts: ReadonlyMap<string, Account>;
    readonly hasLetters: boolean;
  }) {
    this.#letters = of.hasLetters ? new Set() : undefined;
    this.#seats = of.seats;
    this.#accounts = of.accounts;
  }

  saw({ call, of, answer, failed }: Effect): void {
    if (failed) return;
    if ((call === 'orders.put' || call === 'orders.write') && (answer as Written).ok)
      this.#changed(of[0] as OrderRecord);
    else if (call === 'tickets.announce') this.#announced.add(newsOf(of[0] as OrderRecord));
    else if (call === 'mail.send') this.#wrote(of[0] as string, of[1] as string | undefined);
    else if (call === 'door.mark') {
      const [, ticket, mark] = of as readonly [string, string, DoorMark];
      if ((answer as Written).ok && mark.state === 'used') this.#open(ticket);
    }
  }

  /**
   * S5: the second person with a ticket does not come in, nor anybody with one that was given back or exchanged: the seat
   * may be somebody else's by then.
   */
  #open(ticket: string): void {
    if (this.#opened.has(ticket)) throw new Breach('S5', `Ticket ${ticket} opened the door twice`, [ticket]);
    this.#opened.add(ticket);
    const id = this.#orderOf.get(ticket);
    if (id !== undefined && !this.orders.get(id)?.tickets.some((one) => one.id === ticket))
      throw new Breach('S5', `Ticket ${ticket} opened the door, and order ${id} has it no more`, [ticket, id]);
  }

  /** A buyer is written to: these are the tickets, or it is over, which it then is for good. */
  #wrote(id: string, tickets: string | undefined): void {
    const state = this.orders.get(id)?.state;
    if (tickets === undefined && state !== 'cancelled' && state !== 'refused')
      throw new Breach('answered', `The buyer of order ${id} is told that it is over, and it is ${state}`, [id]);
    this.#letters?.add(`${id} ${tickets === undefined ? 'over' : tickets}`);
  }

  #changed(now: OrderRecord): void {
    const { id, state } = now;
    const before = this.orders.get(id);
    if (before === now) return;
    if (before && before.fingerprint !== now.fingerprint)
      throw new Breach('O2', `Order ${id} was written over by another request`, [id]);
    if (before && before.state !== state && !follows[before.state].includes(state))
      throw new Breach('O2', `Order ${id} was ${before.state} and is ${state}`, [id]);
    if (before) this.#keepAnswers(before, now);
    this.orders.set(id, now);
    for (const ticket of now.tickets) this.#orderOf.set(ticket.id, id);
    this.#checkTickets(before, now);
    if ((state === 'cancelled' || state === 'refused') && !now.changing) this.#checkReturned(now);
    if (!now.changing) this.#checkGivenBack(now);
  }

  /** S5: the first answer of the house for a hold is its answer. */
  #keepAnswers(before: OrderRecord, { id, outcomes }: OrderRecord): void {
    for (const [hold, outcome] of Object.entries(before.outcomes))
      if (outcomes[hold] !== outcome && outcomes[hold] !== 'returned')
        throw new Breach('S5', `Order ${id} had ${outcome} for ${hold}, and has ${outcomes[hold]}`, [id, hold]);
  }

  /** S1, O1: one ticket a seat, over all orders, and only for seats that are sold to its order. */
  #checkTickets(before: OrderRecord | undefined, { id, state, tickets, items, outcomes, changing }: OrderRecord): void {
    for (const { performance, seat } of before?.tickets ?? [])
      if (this.#ticketed.get(`${performance} ${seat}`) === id) this.#ticketed.delete(`${performance} ${seat}`);
    // While seats are changed, the old tickets are those of whoever asked for it: they are no one else's yet.
    if (state !== 'confirmed' || changing) return;
    for (const { performance, seat } of tickets) {
      const name = `${performance} ${seat}`;
      const other = this.#ticketed.get(name);
      if (other !== undefined)
        throw new Breach('S1', `${name} has tickets of ${other} and of ${id}`, [name, other, id]);
      this.#ticketed.set(name, id);
      // An order may have lost a seat with one hold and have exchanged another for it since.
      const item = items.find(
        (one) =>
          one.performance === performance &&
          outcomes[one.hold] === 'sold' &&
          one.seats.some((known) => known.id === seat),
      );
      if (!item || !this.#seats.isSoldTo(id, performance, item.hold, [seat]))
        throw new Breach('O1', `Order ${id} has a ticket for ${name}, which is not sold to it`, [id, name]);
    }
  }

  /** S6: the seats of an order that is over are on sale again. */
  #checkReturned({ id, state, items }: OrderRecord): void {
    for (const { performance, hold, seats } of items)
      for (const seat of seats)
        if (this.#seats.isSoldTo(id, performance, hold, [seat.id]))
          throw new Breach('S6', `Order ${id} is ${state}, and ${performance} ${seat.id} still sold to it`, [
            id,
            hold,
            `${performance} ${seat.id}`,
          ]);
  }

  /** S5, S6: what was given back ticket by ticket is no ticket any more, and its seat is on sale again. */
  #checkGivenBack({ id, items, tickets }: OrderRecord): void {
    for (const { performance, hold, seats, givenBack = [] } of items)
      for (const { ticket, id: seat } of givenBack) {
        if (tickets.some((one) => one.id === ticket))
          throw new Breach('S5', `Ticket ${ticket} of order ${id} was given back, and is valid`, [id, ticket]);
        const isAgain = seats.some((one) => one.id === seat);
        if (!isAgain && this.#seats.isSoldTo(id, performance, hold, [seat]))
          throw new Breach('S6', `Order ${id} gave ${performance} ${seat} back, and it is still sold to it`, [
            id,
            hold,
          ]);
      }
  }

  /** O1: money is taken only for seats that are sold. */
  taken(id: string, amount: number): void {
    const worth = (this.orders.get(id)?.items ?? [])
      .flatMap(({ performance, hold, seats }) =>
        seats.filter((seat) => this.#seats.isSoldTo(id, performance, hold, [seat.id])).map(({ price }) => price),
      )
      .reduce((sum, price) => sum + price, 0);
    if (amount !== worth) throw new Breach('O1', `Order ${id} is charged ${amount}, and ${worth} are sold to it`, [id]);
  }

  /** The orders that somebody must still look after, before this time. */
  moving(before: number): readonly string[] {
    return [...this.orders.values()].filter((order) => (dueOf(order) ?? before) < before).map(({ id }) => id);
  }

  /** Once nothing is under way: money and tickets agree, no authorisation is forgotten, everybody has their tickets. */
  atEnd(): void {
    for (const order of this.orders.values()) this.#checkEnd(order);
    for (const [id, { card }] of this.#accounts) {
      if (!this.orders.has(id) && hasMoney(card))
        throw new Breach('O1', `Money is held for order ${id}, which was never written down`, [id]);
      // Every order is decided by now: its money is taken, or let go of.
      if (card.state === 'authorised' || card.state === 'pending')
        throw new Breach('O1', `The money of order ${id} is ${card.state} in the end, and nobody takes it`, [id]);
    }
  }

  #checkEnd(order: OrderRecord): void {
    const { id, state, refusal, tickets, items, payment, outcomes } = order;
    if (!['confirmed', 'refused', 'cancelled'].includes(state))
      throw new Breach('answered', `Order ${id} is still ${state}`, [id]);
    const soldSeats = items.filter(({ hold }) => outcomes[hold] === 'sold').flatMap(({ seats }) => seats);
    if (state === 'confirmed' && tickets.length !== soldSeats.length)
      throw new Breach('O1', `Order ${id} has ${soldSeats.length} seats and ${tickets.length} tickets`, [id]);
    // A buyer who is declined, or never came to pay, knows it from the page.
    const knows = refusal === 'card-declined' || refusal === 'not-paid';
    if (!knows && !this.#announced.has(newsOf(order)))
      throw new Breach('answered', `Nobody was told to write to the buyer of order ${id}, which is ${state}`, [id]);
    const letter = `${id} ${state === 'confirmed' ? tickets.map((ticket) => ticket.id).join(' ') : 'over'}`;
    const isDue = !knows && !(state === 'confirmed' && tickets.length === 0);
    if (this.#letters && isDue && !this.#letters.has(letter))
      throw new Breach('answered', `The buyer of order ${id}, which is ${state}, has no letter that says so`, [id]);
    if (payment.unvoided || payment.owed)
      throw new Breach('O1', `Order ${id} is ${state}, and what it owes is neither let go of nor given back`, [id]);
    const account = this.#accounts.get(id);
    if (!account) return;
    const kept = account.card.captured - account.card.refunded;
    // Money that waits for a choice of its buyer is neither spent nor given back.
    const worth = state === 'confirmed' ? soldSeats.reduce((sum, { price }) => sum + price, withheld(order)) : 0;
    if (kept + (payment.due ?? 0) !== worth)
      throw new Breach('O1', `Order ${id} is ${state} and worth ${worth}, and ${kept} is kept of the fan's money`, [
        id,
      ]);
    if (state === 'refused' && hasMoney(account.card))
      throw new Breach('O1', `Order ${id} is refused (${payment.state}), and the fan's money still held`, [id]);
  }
}

/** Held or taken. */
function hasMoney({ state }: Account['card']): boolean {
  return state === 'authorised' || state === 'captured';
}

/** The news for its buyer: these tickets, or that it is over. */
function newsOf({ id, state, tickets }: OrderRecord): string {
  return [id, state, ...tickets.map((ticket) => ticket.id)].join(' ');
}
