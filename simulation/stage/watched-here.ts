import type { Watched } from '../../contracts/platform.ts';

/** A stage in memory calls its functions and queues by the names that people know. */
export const watchedHere: Watched = {
  namespace: 'Stampede/memory',
  functions: {
    'waiting-room/entry/join-line': 'JoinLine',
    'waiting-room/turn/claim-pass': 'ClaimPass',
    'seating/ask/hold-seats': 'HoldSeats',
    'seating/allocate/allocate-seats': 'AllocateSeats',
    'ordering/buy/place-order': 'PlaceOrder',
    'ordering/buy/settle-order': 'SettleOrder',
  },
  queues: {
    asks: { work: 'Asks.fifo', dead: 'AsksDead.fifo' },
    outcomes: { work: 'Outcomes', dead: 'OutcomesDead' },
    announcements: { work: 'Announcements', dead: 'AnnouncementsDead' },
  },
  mailStage: 'memory',
};
