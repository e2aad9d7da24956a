import { handlers } from '../../contracts/handlers.ts';

/* How the platform goes twelve minutes after the doors. */

const nine = Date.UTC(2027, 3, 10, 8, 0);
const upTo = nine + 12 * 60_000;
const lately = (calls: number, p50: number, p99: number) => ({ at: upTo, calls, p50, p99 });

export const platform = {
  v: 1,
  askedAt: upTo + 31_000,
  upTo,
  handlers: [
    { handler: 'waiting-room/entry/join-line', faults: 0, lately: lately(31, 14.2, 61) },
    { handler: 'waiting-room/turn/claim-pass', faults: 0, lately: lately(92, 17.9, 74.5) },
    { handler: 'seating/ask/hold-seats', faults: 1, lately: lately(214, 21.3, 88.1) },
    { handler: 'seating/allocate/allocate-seats', faults: 0, lately: lately(103, 38.6, 141) },
    { handler: 'ordering/buy/place-order', faults: 0, lately: lately(38, 44.7, 212) },
    { handler: 'ordering/buy/settle-order', faults: 0, lately: lately(33, 52, 188.4) },
    { handler: 'waiting-room/pace/keep-pace', faults: 0 },
    { handler: 'seating/stock/count-stock', faults: 0 },
  ],
  routes: [{ route: handlers['seating/ask/hold-seats'].route, faults: 1 }],
  queues: [
    { queue: 'asks', oldestSeconds: 1, dead: 0 },
    { queue: 'outcomes', oldestSeconds: 0, dead: 0 },
    { queue: 'announcements', oldestSeconds: 4, dead: 0 },
  ],
  throttled: { functions: 0, api: 0, tables: 0 },
  mails: { sent: 71, bounced: 0, complained: 0 },
} as const;
