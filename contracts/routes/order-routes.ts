import { z } from 'zod';
import { opaqueId, slug } from '../ids.ts';
import {
  dateRequest,
  exchangeRequest,
  giveBackRequest,
  orderRequest,
  orderView,
  ownOrders,
  ticketKey,
} from '../order.ts';
import { header } from '../paths.ts';
import type { RouteShape } from './route-shape.ts';

/** The requests of fans and payment providers to ordering, and its answers. */

const path = z.object({ order: opaqueId.describe('The order’s id, exactly as it was given to you.') });
const headers = z.object({ [header.orderKey]: z.string().optional() });

const keyRefusals = ['order-key-wrong', 'order-unknown'] as const;

export const orderRoutes = {
  'ordering/buy/place-order': {
    title: 'Buy held seats',
    about:
      'The order is answered before it is paid and before the house has sold the seats: ask for it until its `state` is ' +
      '`confirmed` or `refused`. If a fault of ours spoils it, the problem document has a `voucher`.',
    headers: z.object({ [header.pass]: z.string().optional(), [header.idempotencyKey]: z.string().optional() }),
    body: orderRequest,
    answers: {
      202: { when: 'The order, with the key to see it by.', body: orderView },
      200: { when: 'The same order again, for a repeat of its request.', body: orderView },
    },
    refusals: [
      'idempotency-key-missing',
      'idempotency-key-reused',
      'pass-missing',
      'pass-forged',
      'pass-expired',
      'pass-over',
      'slip-forged',
      'slip-elsewhere',
      'slip-lapsed',
      'performance-unknown',
      'performance-cancelled',
      'concession-unknown',
      'concession-over-limit',
      'payment-method-unavailable',
    ],
  },
  'ordering/buy/find-orders': {
    title: 'Find your orders again',
    about:
      'For a fan who lost the page, or comes from another device: the receipt of the place fetches the orders of its fan ' +
      'in this on-sale, with their keys.',
    path: z.object({ onSale: slug.describe('The on-sale, as the season names it.') }),
    headers: z.object({ [header.receipt]: z.string().optional() }),
    answers: { 200: { when: 'The orders; none is an empty list.', body: ownOrders } },
    refusals: ['line-unknown', 'receipt-missing', 'receipt-forged', 'receipt-elsewhere', 'device-ended'],
  },
  'ordering/buy/show-order': {
    title: 'See an order',
    about:
      'What was bought, how it is paid, its tickets, and what its fan may do with it now. An order that is to be paid ends ' +
      'with the hold of its seats. A fan who was given more time shows the newer slips of all its seats, joined by commas; ' +
      'slips that are not of this order are not looked at.',
    path,
    headers: headers.extend({
      [header.slips]: z.string().max(8000, 'show fewer slips: those of this order').optional(),
    }),
    answers: { 200: { when: 'The order as it stands.', body: orderView } },
    refusals: keyRefusals,
  },
  'ordering/ticket/give-tickets': {
    title: 'Get the tickets',
    about: 'As a PDF, a page each.',
    path,
    headers,
    answers: { 200: { when: 'The tickets.', file: 'application/pdf' } },
    refusals: [...keyRefusals, 'tickets-not-ready'],
  },
  'ordering/ticket/show-ticket-key': {
    title: 'See the key of the tickets',
    about:
      'Whoever is shown a ticket can check with it that the house signed its code, and the price that the code says.',
    answers: { 200: { when: 'The key.', body: ticketKey } },
    refusals: [],
  },
  'ordering/ticket/give-calendar': {
    title: 'Get the performances for a calendar',
    about: 'An entry for each performance of the order.',
    path,
    headers,
    answers: { 200: { when: 'The calendar’s entries.', file: 'text/calendar; charset=utf-8' } },
    refusals: [...keyRefusals, 'tickets-not-ready'],
  },
  'ordering/change/cancel-order': {
    title: 'Give tickets back',
    about:
      'All of them, or those of one performance that was moved; or the money instead of another date for one that was ' +
      'cancelled. The order is `changing` until the seats are back and the ' +
      'money is on its way. A repeat is the same cancellation.',
    path,
    query: z.object({
      performance: slug
        .optional()
        .describe('Only the tickets of this performance, as `may.giveBack` or `choices` names it.'),
    }),
    headers,
    answers: { 202: { when: 'The order; again for a repeat.', body: orderView } },
    refusals: [...keyRefusals, 'order-not-changeable', 'ticket-used'],
  },
  'ordering/change/exchange-seats': {
    title: 'Exchange seats',
    about:
      'Seats of one performance for others of the same, seat for seat. The order is `changing` until it is done. A ' +
      'repeat is the same exchange.',
    path,
    headers,
    body: exchangeRequest,
    answers: { 202: { when: 'The order; again for a repeat.', body: orderView } },
    refusals: [...keyRefusals, 'order-not-changeable', 'ticket-used', 'seats-not-exchangeable', 'performance-unknown'],
  },
  'ordering/change/give-back-tickets': {
    title: 'Give some tickets back',
    about:
      'Of several; the others stay valid. The order is `changing` until the seats are back and the money for them is on ' +
      'its way. A companion’s seat is not left without its wheelchair place. A repeat is the same.',
    path,
    headers,
    body: giveBackRequest,
    answers: { 202: { when: 'The order; again for a repeat.', body: orderView } },
    refusals: [...keyRefusals, 'order-not-changeable', 'ticket-used', 'tickets-belong-together'],
  },
  'ordering/change/choose-date': {
    title: 'Choose another date',
    about:
      'In place of a performance that was cancelled, as `choices` of the order offers it: seats as good, at no more than ' +
      'was paid. The order is `changing` until the house has answered. A house without such seats leaves the choice as it ' +
      'was. To have the money instead, cancel with `?performance=`. A repeat is the same choice.',
    path,
    headers,
    body: dateRequest,
    answers: { 202: { when: 'The order; again for a repeat.', body: orderView } },
    refusals: [...keyRefusals, 'order-not-changeable', 'date-not-offered', 'performance-unknown'],
  },
  'ordering/consent/take-back-news': {
    title: 'Take back that the venue may write to you',
    about: 'About other shows; mails about the order itself still come. A repeat is the same.',
    path,
    headers,
    answers: { 200: { when: 'The order; again for a repeat.', body: orderView } },
    refusals: keyRefusals,
  },
  'ordering/payment/hear-stripe': {
    title: 'Hear what Stripe has to say',
    about: 'Stripe’s own messages, signed with the secret of this endpoint, letter for letter.',
    headers: z.object({ 'stripe-signature': z.string().optional() }),
    body: z.string(),
    bodyAs: 'text',
    answers: { 200: { when: 'Also for what is not ours.', body: z.object({}) } },
    refusals: ['webhook-forged', 'not-found'],
  },
} as const satisfies Readonly<Record<string, RouteShape>>;
