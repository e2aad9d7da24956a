import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { OrderAudit, OrderBookEntry, StaffAct } from '../../contracts/order.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { Trouble } from '../api.ts';
import { seatsTyped, type TypedSeat } from './seats-typed.ts';

/** An order that lies open in the book, and what staff are about to do with it. */
export interface Open {
  readonly order: OrderBookEntry;
  /** With its history, once it is read. */
  readonly audit?: OrderAudit;
  readonly trouble?: Trouble | undefined;
  readonly asked?: StaffAct['act'] | undefined;
  readonly acting: boolean;
  readonly actTrouble?: Trouble | undefined;
  /** The last act, in words. */
  readonly done?: string | undefined;
  readonly exchange?: StaffExchange | undefined;
  readonly choice?: StaffChoice | undefined;
}

/** What is chosen in place of a performance that was cancelled: the id of a date, or `moneyBack`. */
export interface StaffChoice {
  readonly performance?: string;
  readonly chosen?: string;
  /** Of the performances that the choices are about, once they are read. */
  readonly files?: ReadonlyMap<string, PerformanceFile>;
  /** Milliseconds since the epoch, by the theatre's clock: a date is offered while it may be chosen. */
  readonly readAt?: number;
  /** The button was pressed before anything was chosen. */
  readonly missing?: true;
}

export interface StaffExchange {
  readonly hold: string;
  /** Ids of the seats to be given up. */
  readonly from: readonly string[];
  readonly section: string;
  readonly typed: string;
  readonly plan?: Plan;
  readonly taken?: ReadonlySet<string>;
}

/** The acts that are open now; the platform decides in the end. */
export function actsOn(order: OrderBookEntry): readonly StaffAct['act'][] {
  const { news } = order;
  return [...changesOf(order), ...(news && news.takenBackAt === undefined ? (['take-back-news'] as const) : [])];
}

function changesOf({ state, changing, payment, items, choices }: OrderBookEntry): readonly StaffAct['act'][] {
  if (state !== 'confirmed' || changing) return [];
  const sold = items.some(({ outcome }) => outcome === 'sold');
  const owes = (payment.state === 'promised' && sold) || (payment.due ?? 0) > 0;
  return [
    ...(choices ? (['choose-date'] as const) : []),
    ...(owes ? (['take-payment'] as const) : []),
    ...(sold ? (['exchange'] as const) : []),
    'cancel',
  ];
}

/** Minor units that the counter is to take now. */
export function owed({ payment, total }: OrderBookEntry): number {
  return payment.state === 'promised' ? total : (payment.due ?? 0);
}

/** The typed seats, each understood or not. */
export function wanted({ plan, taken, section, typed }: StaffExchange): readonly TypedSeat[] {
  const where = plan?.sections.find(({ id }) => id === section);
  return where ? seatsTyped(typed, where, taken ?? new Set()) : [];
}

/** The exchange as it can be asked for; undefined until it is seat for seat. */
export function exchangeOf(exchange: StaffExchange): Extract<StaffAct, { act: 'exchange' }> | undefined {
  const seats = wanted(exchange);
  const to = seats.flatMap((seat) => (seat.ok ? [seat.id] : []));
  if (to.length !== seats.length || to.length === 0 || to.length !== exchange.from.length) return undefined;
  return { act: 'exchange', hold: exchange.hold, from: [...exchange.from], to };
}
