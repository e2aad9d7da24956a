import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { issueTickets } from '../../../../lambdas/ordering/ticket/ticket.ts';
import { ticketFonts } from '../../../../simulation/stage/ticket-fonts.ts';
import { keys, now } from '../small-stage.ts';

export const fonts = ticketFonts();

const day = 86_400_000;

/** A confirmed order with its tickets: two nights, three seats, one of them reduced. */
export function aTicketedOrder(more: Partial<OrderRecord> = {}): OrderRecord {
  const seat = (id: string, label: string) => ({ id, label, category: 'band1', price: 6500 });
  const night = { title: 'Y Storm', venue: 'Theatr y Môr', startsAt: now + 60 * day };
  const order: OrderRecord = {
    id: 'order000000000000001',
    version: 3,
    movedAt: now,
    onSale: 'friends',
    fan: 'ada',
    pass: '1',
    fingerprint: 'print-1',
    state: 'confirmed',
    items: [
      {
        hold: 'hold00000001',
        performance: 'storm-1',
        ...night,
        seats: [
          { ...seat('C-14', 'Stalls, row C, seat 14'), concession: 'Under 26', percentOff: 50 },
          seat('C-15', 'Stalls, row C, seat 15'),
        ],
      },
      {
        hold: 'hold00000002',
        performance: 'storm-2',
        ...night,
        startsAt: now + 61 * day,
        seats: [seat('P-1', 'Pit, standing')],
      },
    ],
    outcomes: { hold00000001: 'sold', hold00000002: 'sold' },
    changes: {},
    currency: 'GBP',
    timeZone: 'Europe/London',
    buyer: { name: 'Ada <b>Lovelace</b>', email: 'ada@example.org' },
    payment: { method: 'box-office', state: 'promised', deadline: now + 2 * day },
    tickets: [],
    history: [],
    placedAt: now,
    heldUntil: now + 600_000,
    ...more,
  };
  return { ...order, tickets: more.tickets ?? issueTickets(order, keys) };
}
