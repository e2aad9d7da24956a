/* How an on-sale goes twelve minutes after its doors. */

const nine = Date.UTC(2027, 3, 10, 8, 0);

export const readings = {
  onSale: 'friends-2027',
  line: {
    v: 1,
    onSale: 'friends-2027',
    title: 'Friends’ priority booking',
    writtenAt: nine + 12 * 60_000,
    opensAt: nine,
    closesAt: nine + 48 * 3_600_000,
    phase: 'open',
    joined: 31,
    drawn: 3143,
    waiting: 2154,
    calledUpTo: 1020,
    called: 48,
    rate: 92,
    shopping: 352,
    vouchers: 1,
    late: 4,
    lately: { called: 212, came: 187 },
    judged: { slowed: 17, removed: 2, appeals: 1 },
    dials: { shopping: 400, perMinute: 120, paused: false, passMinutes: 10, claimMinutes: 5 },
    ledger: { n: 24, head: '9f2c0d4b7a1e6f3358c1d20a4b7e95610cfa3de8b2476915ad03c8e7f1b26d40' },
  },
  house: {
    v: 1,
    onSale: 'friends-2027',
    countedAt: nine + 12 * 60_000,
    seats: 2566,
    free: 1214,
    held: 310,
    sold: 1042,
    asks: { decided: 214, refused: 19, slow: 0 },
    bands: [
      { id: 'a', name: 'Band A' },
      { id: 'access', name: 'access' },
    ],
    performances: [
      {
        id: 'the-tide-1',
        bands: [
          { band: 0, seats: 1271, free: 602, held: 152, sold: 517 },
          { band: 1, seats: 12, free: 5, held: 3, sold: 4 },
        ],
      },
    ],
  },
  orders: {
    v: 1,
    onSale: 'friends-2027',
    countedAt: nine + 12 * 60_000,
    currency: 'GBP',
    orders: 412,
    tickets: 1042,
    money: 4_891_500,
    underWay: 6,
    promised: 9,
    failedRefunds: 0,
    lately: { orders: 38, tickets: 97, money: 452_000 },
  },
} as const;

export const lineMinutes = {
  at: [nine - 60_000, nine],
  joined: [2980, 3112],
  waiting: [2980, 3112],
  calledUpTo: [0, 0],
  shopping: [0, 0],
  late: [0, 0],
};

export const orderMinutes = { at: [nine, nine + 60_000], orders: [4, 31], tickets: [9, 80], money: [40_500, 376_000] };
