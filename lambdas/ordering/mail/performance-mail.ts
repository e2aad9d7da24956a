import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { OrderItem, OrderView } from '../../../contracts/order.ts';
import type { Message } from '../../foundation/mail.ts';
import { oneLine } from '../../foundation/mail-text.ts';
import { letterOf, type MailFoot, type Show, showsOf, titlesOf } from './letter.ts';
import { type MailWords, mailWordsOf } from './mail-words.ts';
import { payBy } from './ticket-mail.ts';

/**
 * The e-mail that says that a performance of an order was cancelled or moved: why, in the words of the house; what comes
 * back or may be chosen; what else is offered; and until when seats may be given back. The order goes on, with tickets that
 * are attached.
 *
 * @param news The items that it is about.
 */
export function performanceMessage(
  order: OrderView,
  news: readonly OrderItem[],
  {
    name,
    url,
    site,
    offers,
    foot,
  }: {
    readonly name: string;
    readonly url: string;
    readonly site: string;
    readonly offers: readonly PerformanceFile[];
    readonly foot?: MailFoot;
  },
): Omit<Message, 'attachments'> {
  const words = mailWordsOf(order);
  const off = news.filter(({ cancelled }) => cancelled);
  const moved = news.filter((item) => item.moved && !item.cancelled);
  const titles = titlesOf(showsOfItems(news, order, words));
  const choices = (order.choices ?? []).filter(({ performance }) =>
    off.some((item) => item.performance === performance),
  );
  const dates = new Set(choices.flatMap((choice) => choice.dates));
  const decided = off.filter(({ performance }) => !choices.some((choice) => choice.performance === performance));
  const subject = choices.length > 0 ? words.chooseSubject : words.cancelledSubject;
  const letter = {
    subject: (off.length > 0 ? subject : words.movedSubject)(titles, order.reference),
    name,
    opening: [
      ...(off.length > 0 ? [words.performanceCancelled(reasonsOf(off))] : []),
      ...(decided.length > 0 ? [moneyFor(decided, order, words)] : []),
      ...(moved.length > 0
        ? [(off.length > 0 ? words.performanceMovedToo : words.performanceMoved)(reasonsOf(moved))]
        : []),
    ].join(' '),
    shows: showsOfItems(news, order, words, (item) => (item.cancelled ? words.isCancelled : undefined)),
    mind: [
      ...moved.map((item) => wasBefore(item, order, words)),
      ...choices.flatMap((choice) => toChoose(choice, order, words)),
      ...datesIn(
        offers.filter(({ id }) => dates.has(id)),
        words,
      ),
      ...offersIn(
        offers.filter(({ id }) => !dates.has(id)),
        site,
        words,
      ),
      ...(order.tickets.length > 0 ? [words.ticketsStay] : []),
      ...payBy(order, words),
    ],
    look: choices.length > 0 ? words.lookToChoose : words.look,
    url,
    care: words.care,
    reference: order.reference,
    foot,
  };
  return letterOf(letter, words);
}

/** The reasons of the house, each once. */
export function reasonsOf(items: readonly OrderItem[]): string {
  return [...new Set(items.map(({ cancelled, moved }) => oneLine((cancelled ?? moved)?.reason ?? '')))].join(' ');
}

/** Other dates, each with the address where its seats are. */
export function offersIn(offers: readonly PerformanceFile[], site: string, words: MailWords): readonly string[] {
  if (offers.length === 0) return [];
  const each = offers.map(({ show, title, startsAt, timeZone, venue }) => {
    const when = words.written.longMoment(startsAt, timeZone);
    return `${oneLine(title)}, ${when}, ${oneLine(venue)}: ${site}/show?id=${encodeURIComponent(show)}`;
  });
  return [words.offered, ...each];
}

/** Until when, and what becomes of the money of a buyer who chooses nothing. */
function toChoose(
  { until, amount }: NonNullable<OrderView['choices']>[number],
  { currency, timeZone }: OrderView,
  words: MailWords,
): readonly string[] {
  const when = words.written.longMoment(until, timeZone);
  if (amount === 0) return [words.choosePromise(when)];
  return [words.choose(when), words.chooseSilent(words.written.money(amount, currency))];
}

function datesIn(dates: readonly PerformanceFile[], words: MailWords): readonly string[] {
  if (dates.length === 0) return [];
  const each = dates.map(
    ({ startsAt, timeZone, venue }) => `${words.written.longMoment(startsAt, timeZone)}, ${oneLine(venue)}`,
  );
  return [words.chooseDates, ...each];
}

function showsOfItems(
  items: readonly OrderItem[],
  order: OrderView,
  words: MailWords,
  say: (item: OrderItem) => string | undefined = () => undefined,
): readonly Show[] {
  return showsOf(
    items.flatMap((item) => item.seats.map(({ label }) => ({ ...item, label }))),
    order,
    words,
    (item, seat) => [seat, say(item)].filter(Boolean).join(': '),
  );
}

function moneyFor(off: readonly OrderItem[], { payment, currency }: OrderView, words: MailWords): string {
  const amount = off.reduce((sum, { cancelled }) => sum + (cancelled?.back ?? 0), 0);
  if (amount === 0) return words.owedNothing;
  const back = words.written.money(amount, currency);
  return payment.method === 'box-office' ? words.backAtBoxOffice(back) : words.order.givenBack(back);
}

function wasBefore({ moved }: OrderItem, { timeZone }: OrderView, words: MailWords): string {
  if (!moved) return '';
  const before = `${words.written.longMoment(moved.from.startsAt, timeZone)}, ${oneLine(moved.from.venue)}`;
  return `${words.wasBefore(before)} ${words.mayReturn(words.written.longMoment(moved.returnUntil, timeZone))}`;
}
