import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { issueTickets } from '../../../../lambdas/ordering/ticket/ticket.ts';
import { readFonts } from '../../../../lambdas/ordering/ticket/ticket-pdf.ts';
import { keys, now } from '../world.ts';

const fileOf = (name: string) => readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/${name}`));

export const fonts = readFonts({
  bill: fileOf('source-serif-4/700Bold/SourceSerif4_700Bold.ttf'),
  text: fileOf('source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: fileOf('source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
});

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
    at: now,
    heldUntil: now + 600_000,
    ...more,
  };
  return { ...order, tickets: more.tickets ?? issueTickets(order, keys) };
}
