import type { OrderView } from '../../../contracts/order.ts';
import type { Message } from '../../foundation/mail.ts';
import { momentOf } from '../ticket/ticket-face.ts';
import { letterOf, showsOf, titlesOf } from './letter.ts';

/**
 * The e-mail that brings the tickets: what was bought, and where to see it. It carries no code in its text, so that
 * what is quoted or forwarded opens no door.
 */
export function ticketMessage(order: OrderView, name: string, url: string): Omit<Message, 'attachments'> {
  const { reference, tickets } = order;
  const shows = showsOf(
    tickets.map(({ label, concession, ...ticket }) => ({
      ...ticket,
      label: concession === undefined ? label : `${label} (${concession}: bring proof)`,
    })),
    order,
  );
  const here = tickets.length === 1 ? 'here is your ticket' : `here are your ${tickets.length} tickets`;
  return letterOf({
    subject: `Your tickets: ${titlesOf(shows)} (${reference})`,
    name,
    opening: `${here}. ${showAtDoor(tickets.length)}`,
    shows,
    mind: [...lost(order), ...payBy(order)],
    look: 'See your order, give it back or exchange seats:',
    url,
    care: 'The link and the tickets are for you: whoever has them can use them.',
    reference,
  });
}

const showAtDoor = (count: number) =>
  `Show ${count === 1 ? 'its' : 'each'} code at the door, on a screen or on paper; it opens the door once.`;

function lost({ items }: OrderView): readonly string[] {
  const labels = items
    .filter(({ outcome }) => outcome === 'lost')
    .flatMap(({ seats }) => seats.map(({ label }) => label));
  return labels.length === 0 ? [] : [`These could not be had, and are not charged: ${labels.join('; ')}.`];
}

function payBy({ payment: { state, deadline }, timeZone }: OrderView): readonly string[] {
  if (state !== 'promised' || deadline === undefined) return [];
  const { date, time } = momentOf(deadline, timeZone);
  return [`Please pay the box office by ${date}, ${time}. After that the seats may be given to others.`];
}
