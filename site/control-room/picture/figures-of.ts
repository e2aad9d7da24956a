import type { HouseReadings, LineReadings, OrderReadings } from '../../../contracts/readings.ts';
import { pictureWords as words } from '../../../words/en/control-room-picture.ts';
import type { FigureOf } from './figure.tsx';

/** Which figures stand on the screen, in the order in which people look for them. */

const { figures: name, count } = words;

export function figuresOfLine(line: LineReadings, now: number): readonly FigureOf[] {
  const { dials, lately, judged } = line;
  const isBefore = now < line.opensAt;
  const absent = lately.called - lately.came;
  return [
    { name: isBefore ? name.joined : name.waiting, value: count(isBefore ? line.joined : line.waiting) },
    {
      name: name.shopping,
      value: count(line.shopping),
      of: [words.ofDial(count(dials.shopping)), ...(line.vouchers > 0 ? [words.onTop(count(line.vouchers))] : [])].join(
        ', ',
      ),
    },
    { name: name.called, value: count(line.calledUpTo), of: words.ofDial(count(line.drawn)) },
    { name: name.rate, value: count(line.rate), of: words.ofDial(count(dials.perMinute)) },
    { name: name.coming, value: count(line.called) },
    { name: name.late, value: count(line.late) },
    { name: name.noShows, value: count(Math.max(0, absent)), of: words.ofCalled(count(lately.called)) },
    ...(isBefore ? [] : [{ name: name.undrawn, value: count(line.joined) }]),
    { name: name.slowed, value: count(judged.slowed) },
    { name: name.removed, value: count(judged.removed) },
    { name: name.appeals, value: count(judged.appeals), isBad: judged.appeals > 0 },
    { name: name.entries, value: count(line.ledger.n) },
  ];
}

export function figuresOfHouse({ seats, free, held, sold, asks }: HouseReadings): readonly FigureOf[] {
  const ofAsks = words.ofAsks(count(asks.decided));
  return [
    { name: name.sold, value: count(sold), of: words.ofSeats(count(seats)) },
    { name: name.held, value: count(held) },
    { name: name.free, value: count(free) },
    { name: name.refused, value: count(asks.refused), of: ofAsks },
    { name: name.slow, value: count(asks.slow), of: ofAsks, isBad: asks.slow > 0 },
  ];
}

export function figuresOfOrders(orders: OrderReadings): readonly FigureOf[] {
  const { currency, lately } = orders;
  return [
    { name: name.orderCount, value: count(orders.orders) },
    { name: name.tickets, value: count(orders.tickets) },
    { name: name.money, value: words.money(orders.money, currency) },
    { name: name.ordersMinute, value: count(lately.orders) },
    { name: name.moneyMinute, value: words.money(lately.money, currency) },
    { name: name.underWay, value: count(orders.underWay) },
    { name: name.promised, value: count(orders.promised) },
    { name: name.failedRefunds, value: count(orders.failedRefunds), isBad: orders.failedRefunds > 0 },
  ];
}
