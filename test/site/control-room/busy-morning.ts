import {
  type HouseReadings,
  type LineReadingsFile,
  type OrderReadingsFile,
  readingsPath,
} from '../../../contracts/readings.ts';
import { minuteMs, minuteOf } from '../../../rules/minute-history.ts';
import type { Theatre } from '../theatre/theatre.ts';

/*
 * The readings of a morning that goes well: 37 minutes after the doors, with more people than a test plays. Its counts add up,
 * and pages read them where they read all others.
 */

const onSale = 'friends';
const lobbyMinutes = 60;
export const openMinutes = 37;
const people = 4180;
const room = 240;
const bands = [
  { id: 'a', name: 'Premium' },
  { id: 'b', name: 'Best' },
  { id: 'c', name: 'Good' },
  { id: 'd', name: 'Restricted view' },
];
const seatsOf = [116, 217, 362, 151] as const;

/** People in the lobby, so many minutes before the doors. */
const lobbyAt = (before: number) => Math.round(people * (1 - before / lobbyMinutes) ** 1.7);
/** Called, so many minutes after the doors. */
const calledAt = (after: number) => Math.round(room * Math.min(1, after) + 56 * Math.max(0, after - 1));
const shoppingAt = (after: number) => Math.round(room * (1 - Math.exp(-after / 1.6)));
/** Sold in one minute: slowly at first, since fans choose before they pay, and never quite evenly. */
const ticketsAt = (after: number) =>
  after < 2 ? 0 : Math.round(128 * (1 - Math.exp(-(after - 2) / 3)) * (1 + 0.09 * Math.sin(after * 1.9)));

export async function tellBusyMorning({ stage, season }: Pick<Theatre, 'stage' | 'season'>): Promise<void> {
  const { now } = stage.time;
  const opensAt = minuteOf(now) - openMinutes * minuteMs;
  const before = Array.from({ length: lobbyMinutes }, (_, nth) => lobbyMinutes - nth);
  const after = Array.from({ length: openMinutes + 1 }, (_, nth) => nth);
  const at = [...before.map((one) => opensAt - one * minuteMs), ...after.map((one) => opensAt + one * minuteMs)];
  const calledUpTo = calledAt(openMinutes);
  const sold = after.map(ticketsAt);
  const tickets = sold.reduce((sum, one) => sum + one, 0);
  const ordersOf = (count: number) => Math.round(count / 2.4);
  const moneyOf = (count: number) => count * 4870;
  const columns = (value: (count: number) => number) => sold.map(value);

  const line: LineReadingsFile = {
    now: {
      ...{
        v: 1,
        onSale,
        title: 'Friends’ priority booking',
        writtenAt: now,
        opensAt,
        closesAt: opensAt + 7 * 86_400_000,
      },
      ...{ phase: 'open', joined: 0, drawn: people, waiting: people - calledUpTo, calledUpTo, called: 22 },
      ...{ rate: 56, shopping: shoppingAt(openMinutes) - 4, vouchers: 0, late: 6 },
      lately: { called: 168, came: 151 },
      judged: { slowed: 3, removed: 1, appeals: 0 },
      dials: { shopping: room, perMinute: 60, paused: false, passMinutes: 15, claimMinutes: 5 },
      ledger: { n: 9, head: 'ab'.repeat(32) },
    },
    history: {
      at,
      joined: [...before.map(lobbyAt), ...after.map(() => 0)],
      waiting: [...before.map(lobbyAt), ...after.map((one) => people - calledAt(one))],
      calledUpTo: [...before.map(() => 0), ...after.map(calledAt)],
      shopping: [...before.map(() => 0), ...after.map(shoppingAt)],
      late: at.map(() => 0),
    },
  };
  const orders: OrderReadingsFile = {
    now: {
      ...{ v: 1, onSale, countedAt: now, currency: 'GBP', orders: ordersOf(tickets), tickets, money: moneyOf(tickets) },
      ...{ underWay: 31, promised: 118, failedRefunds: 2 },
      lately: { orders: 52, tickets: 124, money: moneyOf(124) },
    },
    history: {
      at: after.map((one) => opensAt + one * minuteMs),
      ...{ orders: columns(ordersOf), tickets: sold, money: columns(moneyOf) },
      ...{ underWay: columns(() => 0), promised: columns(() => 0), failedRefunds: columns(() => 0) },
    },
    upTo: opensAt + openMinutes * minuteMs,
  };
  const shown = season.shows[0]?.performances ?? [];
  const share = tickets / (shown.length * seatsOf.reduce((sum, one) => sum + one, 0));
  const performances = shown.map(({ id }, nth) => ({
    id,
    bands: seatsOf.map((seats, band) => {
      // The first nights and the best seats go first.
      const gone = Math.min(seats, Math.round(seats * share * (1.5 - nth / shown.length) * (1.35 - 0.23 * band)));
      const held = Math.min(seats - gone, Math.round(seats * 0.035));
      return { band, seats, free: seats - gone - held, held, sold: gone };
    }),
  }));
  const sum = (of: 'seats' | 'free' | 'held' | 'sold') =>
    performances.flatMap((one) => one.bands).reduce((all, band) => all + band[of], 0);
  const house: HouseReadings = {
    ...{ v: 1, onSale, countedAt: now, seats: sum('seats'), free: sum('free'), held: sum('held'), sold: sum('sold') },
    asks: { decided: 94, refused: 3, slow: 0 },
    bands,
    performances,
  };
  const files = stage.platform.readingsFiles;
  files.set(readingsPath.line(onSale), line);
  files.set(readingsPath.house(onSale), house);
  files.set(readingsPath.orders(onSale), orders);
}
