/* The same morning, seen from the control room. */

const opensAt = Date.UTC(2027, 2, 6, 9);
const minuteMs = 60_000;

const leverStands = {
  turns: 5,
  dials: { shopping: 600, perMinute: 120, paused: false, passMinutes: 10, claimMinutes: 3 },
  opensAt,
  closesAt: opensAt + 600 * minuteMs,
} as const;
const morningNote = {
  kind: 'note',
  ...{ id: 't0Zr2vT9sLpKq7mB4xYd1A', at: opensAt + 12 * minuteMs },
  ...{ person: 'dafydd.pryce@example.org', text: 'The bank says that all is well again.' },
} as const;

const switchAsked = {
  key: 'u1Zr2vT9sLpKq7mB4xYd1A',
  to: 'fallback',
  role: 'ops',
  reason: 'every answer is an error',
  until: opensAt + 20 * minuteMs,
  own: false,
} as const;

export const leverExamples = {
  LineLevers: {
    onSale: 'friends-2027',
    title: 'Friends’ priority booking',
    doors: 'open',
    ended: false,
    ...leverStands,
    hands: [{ at: opensAt + 7 * minuteMs, act: 'turn', role: 'ops' }],
    twoPeople: ['end'],
    may: { turn: true, say: true, judge: true, note: true },
    readings: {
      ...{ at: opensAt + 9 * minuteMs, since: 9, waiting: 4200, calledUpTo: 1830, outstanding: 42 },
      ...{ inUse: 540, slots: 600, claimed: 560, lately: 88, calledThisMinute: 90, windowMinutes: 1.5 },
      showing: { called: 420, came: 381 },
      stock: { seats: 9400, free: 5210, held: 610, sold: 3580 },
      moving: true,
    },
  },
  LeverAct: {
    act: 'turn',
    key: 'q7Zr2vT9sLpKq7mB4xYd1A',
    seen: 4,
    dials: { perMinute: 120 },
    reason: 'the tills are quick this morning',
  },
  LeverPulled: { outcome: 'done', ...leverStands },
  MessageAct: { say: 'prepared', key: 'r8Zr2vT9sLpKq7mB4xYd1A', seen: 5, prepared: 'payments-slow' },
  PlaceAct: {
    act: 'admit',
    key: 's9Zr2vT9sLpKq7mB4xYd1A',
    fan: 'q'.repeat(43),
    reason: 'our mail with the link came an hour late',
  },
  PlaceActed: { fan: 'q'.repeat(43), place: 'admitted' },
  NoteAct: { key: 't0Zr2vT9sLpKq7mB4xYd1A', text: 'The bank says that all is well again.' },
  SwitchShown: {
    ...{ domainName: 'tickets.example.org', fallback: 'old.example.org', on: false, turns: 3 },
    last: { at: opensAt - 2000 * minuteMs, to: 'primary', role: 'ops' } as const,
    asked: switchAsked,
    needsTwo: true,
    may: { turn: true },
  },
  SwitchAct: {
    act: 'turn',
    key: 'u1Zr2vT9sLpKq7mB4xYd1A',
    seen: { turns: 2, on: false },
    to: 'fallback',
    reason: 'every answer is an error',
  },
  SwitchTurned: { outcome: 'done', on: true, paused: ['friends-2027'], notPaused: [] },
  LogEntry: morningNote,
  RunningLog: { onSale: 'friends-2027', entries: [morningNote] },
} as const;
