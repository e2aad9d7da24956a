import { createHash } from 'node:crypto';
import { api } from '../../../contracts/api.ts';
import type { LedgerEntry } from '../../../contracts/ledger.ts';
import type { DrawSheet, Place } from '../../../contracts/line.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { rollLayout } from '../../../contracts/roll.ts';
import { SigningKey } from '../../../lambdas/foundation/signing.ts';
import { enter } from '../../../lambdas/waiting-room/line/ledger.ts';
import type {
  Evidence,
  HouseEvidence,
  LineEvidence,
  OrderEvidence,
  Witness,
} from '../../../rehearsal/audit/evidence.ts';
import { Notes } from '../../../rehearsal/notes.ts';
import { positionOf } from '../../../rules/draw.ts';
import { bankText, boardHead, commitmentText, hashOfFile, rollHeadAfter, tileText } from '../../../rules/roll.ts';

/** A small rehearsal in which everything went well: eight fans, two rounds, one house, two orders. */

const at = 1_800_000_000_000;
const sha = (hex: string) => createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex');
const secret = '07'.repeat(32);
const key = new SigningKey(Buffer.alloc(32, 9));

/** The same value with every `readonly` gone, so that a test may plant a breach. */
export type Open<Value> = Value extends Notes | ReadonlyMap<unknown, unknown>
  ? Value
  : Value extends object
    ? { -readonly [Key in keyof Value]: Open<Value[Key]> }
    : Value;

const markAt = (round: number, shard: number, index: number) => `mark-${round}-${shard}-${index}`.padEnd(22, '_');

function line(): LineEvidence {
  const seeds = { 1: sha(secret), 0: sha(sha(secret)) };
  const rounds = [
    { round: 0, drawnAt: at - 60_000, counts: [3, 2], size: 5, offset: 0, seed: seeds[0] },
    { round: 1, drawnAt: at - 50_000, counts: [3], size: 3, offset: 5, seed: seeds[1] },
  ] as const;
  const sheets = rounds.map((round): DrawSheet => {
    return { v: 2, onSale: 'friends', bank: 0, before: 0, closedAt: round.drawnAt - 500, ...round };
  });
  const fans = sheets.flatMap(({ round, counts, drawnAt }) =>
    counts.flatMap((count, shard) =>
      Array.from({ length: count }, (_, index) => ({
        fan: `fan-${round}-${shard}-${index}`,
        mark: markAt(round, shard, index),
        round,
        shard,
        index,
        joinedAt: drawnAt - 1000,
      })),
    ),
  );
  let rollHead = sha(seeds[0]);
  const rolls = sheets.map(({ round, counts, size, closedAt }, at) => {
    const shards = counts.map((count, shard) => Array.from({ length: count }, (_, n) => markAt(round, shard, n)));
    const tile = tileText({ v: 2, onSale: 'friends', round, tile: 0, shards });
    const bank = bankText({ v: 2, onSale: 'friends', round, bank: 0, counts, tiles: [hashOfFile(tile)] });
    const commitment = commitmentText({
      ...{ v: 2, onSale: 'friends', round, n: at + 1, before: rollHead, shards: counts.length, size },
      ...{ banks: [hashOfFile(bank)], closedAt, committedAt: closedAt },
    });
    rollHead = rollHeadAfter(rollHead, commitment);
    return { round, commitment, banks: [bank], tiles: [tile] };
  });
  const entries: LedgerEntry[] = [];
  let head = { n: 0, head: sha(seeds[0]) };
  for (const act of ['opened', 'paused', 'resumed'] as const) {
    const entered = enter(head, { notedAt: at, act, role: 'ops', reason: 'a good day', detail: {} });
    entries.push(entered.entry);
    head = entered.head;
  }
  return {
    file: {
      v: 2,
      onSale: 'friends',
      title: 'Friends',
      roll: rollLayout,
      opensAt: at - 60_000,
      closesAt: at + 3_600_000,
      entry: 'members',
      roundSeconds: 3,
      chain: { anchor: sha(seeds[0]), length: 3 },
      receiptKey: key.publicKey,
    },
    board: {
      v: 1,
      onSale: 'friends',
      phase: 'open',
      writtenAt: at,
      opensAt: at - 60_000,
      round: 2,
      drawn: 8,
      calledUpTo: 8,
      waiting: 0,
      rate: 60,
      ledger: { n: head.n, rolls: rolls.length, head: boardHead(head.head, rollHead) },
    },
    dials: { shopping: 4, perMinute: 60, paused: false, passMinutes: 15, claimMinutes: 1 },
    sheets,
    ledger: { entries },
    rolls,
    rounds: sheets.map(({ round, size, offset }) => ({ round, sizes: [size], offset })),
    fans,
    passes: [
      { endsAt: at + 600_000, inUse: ['1.1', '2.1'], ended: [{ pass: '3.1', endedAt: at - 60_000 }], vouchers: [] },
    ],
  };
}

const plan: Plan = {
  v: 1,
  id: 'small-000000000000',
  name: 'Small',
  width: 10,
  height: 10,
  focalPoint: { x: 5, y: 0 },
  categories: [{ id: 'a', name: 'A', color: '#000000' }],
  scenery: [],
  seats: 6,
  sections: [
    {
      id: 'stalls',
      name: 'Stalls',
      kind: 'seated',
      neighbours: [],
      rows: ['A', 'B'].map((label, y) => ({
        label,
        seats: [1, 2, 3].map((number) => ({
          id: `stalls-${label}-${number}`,
          number: `${number}`,
          x: number,
          y,
          category: 'a',
        })),
      })),
    },
  ],
};

function house(): HouseEvidence {
  return {
    performance: 'opening-night',
    plan,
    seatsPerFan: { friends: 4 },
    sections: [
      {
        section: 'stalls',
        seats: 6,
        blocked: [5],
        records: [
          { hold: 'hold-sold-12', sold: true, lapsesAt: Number.POSITIVE_INFINITY, seats: [0, 1], total: 2 },
          { hold: 'hold-live-12', sold: false, lapsesAt: at + 300_000, seats: [2], total: 1 },
          { hold: 'hold-gone-12', sold: false, lapsesAt: at - 300_000, seats: [2, 3], total: 2 },
        ],
      },
    ],
  };
}

const seats = ['stalls-A-1', 'stalls-A-2'];

function order(): OrderEvidence {
  return {
    order: 'order-0000000000001',
    fan: 'fan-0-0-0',
    state: 'confirmed',
    method: 'sandbox-card',
    payment: 'captured',
    lines: [
      {
        hold: 'hold-sold-12',
        performance: 'opening-night',
        outcome: 'sold',
        seats: seats.map((id) => ({ id, price: 2500 })),
      },
    ],
    tickets: seats.map((seat) => ({ id: `t-${seat}`, performance: 'opening-night', seat })),
  };
}

/** Fresh each time: tests spoil it. */
export function goodDay(): { readonly evidence: Open<Evidence>; readonly witness: Open<Witness> } {
  const ofLine = line();
  const notes = new Notes();
  for (const [number, fan] of ofLine.fans.entries()) {
    const place: Place = { v: 2, onSale: 'friends', ...fan };
    const receipt = key.seal('r2', place);
    const sheet = ofLine.sheets.find(({ round }) => round === fan.round);
    const position = sheet ? positionOf(sheet, place, rollLayout) : 0;
    notes.receipts.push({ fan: number, receipt, place, position, again: receipt });
    if (number < 3)
      notes.passes.push({ fan: number, fanKey: fan.fan, position, givenAt: at - 40_000, endsAt: at + 600_000 });
    notes.endings.set(number, { how: number === 0 ? 'ordered' : 'no-seats' });
  }
  const last = { phase: 'open', waiting: 0, drawn: 8 } as const;
  for (const [seconds, calledUpTo] of [
    [0, 0],
    [1, 4],
    [2, 8],
  ] as const) {
    notes.boards.set(at - 40_000 + seconds, { ...last, writtenAt: at - 40_000 + seconds, calledUpTo });
  }
  notes.holds.push(
    { hold: 'hold-sold-12', performance: 'opening-night', asked: 2, seats, expiresAt: at, ended: 'ordered' },
    { hold: 'hold-live-12', performance: 'opening-night', asked: 1, seats: ['stalls-A-3'], expiresAt: at + 300_000 },
  );
  const kept = order();
  notes.orders.push({
    fan: 0,
    key: 'key',
    view: {
      order: kept.order,
      reference: 'K7M-4QX',
      state: 'confirmed',
      items: [],
      currency: 'GBP',
      timeZone: 'Europe/London',
      total: 5000,
      payment: { method: 'sandbox-card', state: 'captured' },
      tickets: [],
      placedAt: at,
    },
  });
  notes.paths.add(api('POST lines/{onSale}/join', { onSale: 'friends' }).url).add('/lines/friends/board.json');
  notes.personal.add('Quillfeather-0').add('FRIEND-0001');
  const evidence: Evidence = {
    readAt: at,
    lines: [ofLine],
    houses: [house()],
    baskets: [
      {
        onSale: 'friends',
        fan: 'fan-0-0-0',
        entries: ['hold-sold-12', 'hold-live-12', 'hold-gone-12'].map((hold) => ({
          hold,
          performance: 'opening-night',
          state: 'held',
        })),
      },
    ],
    orders: [kept],
    texts: [{ where: 'lines/friends/board.json', text: '{"v":1,"onSale":"friends"}' }],
  };
  const witness: Witness = {
    onSale: 'friends',
    fans: 8,
    notes,
    measures: [
      {
        step: 'join',
        requests: 8,
        p50: 1,
        p90: 1,
        p99: 1,
        slowest: 1,
        statuses: { 201: 8 },
        problems: {},
        originReads: 8,
      },
    ],
  };
  return structuredCopy({ evidence, witness });
}

/** Evidence is copied so that a planted breach stays in its test; notes are made anew above. */
function structuredCopy(day: { evidence: Evidence; witness: Witness }) {
  return {
    evidence: structuredClone(day.evidence) as Open<Evidence>,
    witness: { ...day.witness, measures: structuredClone(day.witness.measures) } as Open<Witness>,
  };
}
