import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { Ledger, LedgerLine } from '../../contracts/ledger.ts';
import type { Beacon, BeaconChain, Board, DrawSheet, LineFile, Place, Rounds } from '../../contracts/line.ts';

/*
 * A line made for the tests by nothing of ours. Keys, seeds, beacon and ledger come from Node's own crypto and a
 * library, as docs/fairness.md has it.
 */

const sha = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

/** A beacon of our own: it signs any round with a key made from the name. */
export class SampleBeacon {
  readonly chain: BeaconChain;
  readonly #secret: Uint8Array;

  constructor(name: string, genesis = 1_799_990_000, period = 3) {
    const { publicKey, secretKey } = bls12_381.shortSignatures.keygen(
      Uint8Array.from([...sha(`beacon ${name}`), ...sha(`beacon's more ${name}`)]).subarray(0, 48),
    );
    this.#secret = secretKey;
    this.chain = {
      chainHash: sha(`chain ${name}`).toString('hex'),
      publicKey: Buffer.from(publicKey.toBytes()).toString('hex'),
      scheme: 'bls-unchained-g1-rfc9380',
      genesis,
      period,
    };
  }

  at(round: number): Beacon {
    const { shortSignatures } = bls12_381;
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(round));
    const message = shortSignatures.hash(sha(number), 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_');
    const signature = shortSignatures.sign(message, this.#secret).toBytes();
    return {
      round,
      randomness: sha(signature).toString('hex'),
      signature: Buffer.from(signature).toString('hex'),
    };
  }

  /** The first that is out at an instant (milliseconds since the epoch) or later. */
  after(closedAt: number): Beacon {
    const { genesis, period } = this.chain;
    let round = 1;
    while ((genesis + (round - 1) * period) * 1000 < closedAt) round += 1;
    return this.at(round);
  }
}

export interface Round {
  readonly round: number;
  readonly counts: readonly number[];
  /** Drawn without the beacon, though the line promised one. */
  readonly missed?: string;
}

export interface SampleLine {
  readonly line: LineFile;
  readonly sheets: readonly DrawSheet[];
  readonly rounds: Rounds;
  readonly ledger: Ledger;
  readonly board: Board;
  readonly beacon: SampleBeacon;
  readonly receiptOf: (place: Pick<Place, 'round' | 'shard' | 'index'>) => string;
}

export const opensAt = 1_800_000_000_000;
const hour = 3_600_000;

/** Lobby, two rounds of which one missed the beacon, the second tier's lobby, and a round of both. */
export const usualRounds: readonly Round[] = [
  { round: 0, counts: [40, 0, 31, 29] },
  { round: 1, counts: [3, 2] },
  { round: 2, counts: [0, 1], missed: 'round 3342 of the beacon could not be had' },
  { round: 65_536, counts: [12, 11, 9, 18] },
  { round: 65_537, counts: [1, 4] },
];

export function sampleLine(
  onSale = 'sample',
  { rounds = usualRounds, withBeacon = true }: { rounds?: readonly Round[]; withBeacon?: boolean } = {},
): SampleLine {
  const beacon = new SampleBeacon(onSale);
  const length = Math.max(0, ...rounds.map(({ round }) => round)) + 60;
  const seeds: Buffer[] = [sha(`secret of ${onSale}`)];
  for (let step = 1; step <= length; step += 1) seeds.push(sha(seeds[step - 1] as Buffer));
  const seedOf = (round: number) => (seeds[length - 1 - round] as Buffer).toString('hex');
  const keys = generateKeyPairSync('ed25519');
  const line: LineFile = {
    v: 1,
    onSale,
    title: 'A sample',
    opensAt,
    closesAt: opensAt + 24 * hour,
    entry: 'members',
    tiers: [
      { id: 'friends', name: 'Friends', entry: 'members', opensAt, round: 0 },
      { id: 'everyone', name: 'Everyone', entry: 'open', opensAt: opensAt + hour, round: 65_536 },
    ],
    ...(withBeacon && { beacon: beacon.chain }),
    roundSeconds: 3,
    chain: { anchor: (seeds[length] as Buffer).toString('hex'), length },
    receiptKey: rawKey(keys.publicKey),
  };
  let offset = 0;
  const sheets = rounds.map(({ round, counts, missed }): DrawSheet => {
    const size = counts.reduce((sum, count) => sum + count, 0);
    const closedAt = opensAt + (round >= 65_536 ? hour : 0) + (round % 65_536) * 3000 + 412;
    const mixed = missed === undefined ? beacon.after(closedAt) : { missed };
    const sheet: DrawSheet = {
      v: 1,
      onSale,
      round,
      drawnAt: closedAt + 1500,
      counts,
      size,
      offset,
      seed: seedOf(round),
      ...(withBeacon && { closedAt, beacon: mixed }),
    };
    offset += size;
    return sheet;
  });
  const ledger = ledgerOf(line, actsOf(sheets));
  return {
    line,
    sheets,
    beacon,
    rounds: { v: 1, onSale, spans: spansOf(rounds.map(({ round }) => round)) },
    ledger,
    board: {
      v: 1,
      onSale,
      phase: 'open',
      writtenAt: opensAt + 2 * hour,
      opensAt,
      round: 65_538,
      drawn: offset,
      calledUpTo: 20,
      waiting: offset - 20,
      rate: 60,
      ledger: { n: ledger.entries.length, head: ledger.entries.at(-1)?.hash ?? line.chain.anchor },
    },
    receiptOf: (place) =>
      receipt(keys.privateKey, { v: 1, onSale, fan: 'F'.repeat(43), ...place, joinedAt: opensAt - 5000 }),
  };
}

export function receipt(key: KeyObject, { onSale, fan, round, shard, index, joinedAt }: Place): string {
  const payload = Buffer.from(JSON.stringify({ v: 1, onSale, fan, round, shard, index, joinedAt })).toString(
    'base64url',
  );
  return `r1.${payload}.${sign(null, Buffer.from(`r1.${payload}`), key).toString('base64url')}`;
}

export function rawKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
}

/** Chains acts into a ledger. */
export function ledgerOf({ onSale, chain }: LineFile, acts: readonly Omit<LedgerLine, 'n'>[]): Ledger {
  let head = chain.anchor;
  const entries = acts.map(({ at, act, role, reason, detail }, index) => {
    const text = JSON.stringify({ n: index + 1, at, act, role, reason, detail });
    head = sha(head + text).toString('hex');
    return { text, hash: head };
  });
  return { v: 1, onSale, entries };
}

function actsOf(sheets: readonly DrawSheet[]): readonly Omit<LedgerLine, 'n'>[] {
  const acts: Omit<LedgerLine, 'n'>[] = [
    {
      at: opensAt - hour,
      act: 'opened',
      role: 'owner',
      reason: 'season 2027',
      detail: { perMinute: 60, shopping: 200 },
    },
  ];
  for (const { round, drawnAt, size, beacon } of sheets) {
    if (beacon && 'missed' in beacon) {
      acts.push({ at: drawnAt, act: 'beacon-missed', role: 'pacemaker', reason: beacon.missed, detail: { round } });
    }
    if (round === 65_536) {
      const detail = { tier: 'everyone', round, size };
      acts.push({ at: drawnAt, act: 'tier-drawn', role: 'pacemaker', reason: 'the doors of this tier opened', detail });
    }
  }
  acts.push(
    {
      at: opensAt + hour + 60_000,
      act: 'paused',
      role: 'ops',
      reason: 'the payment provider is down',
      detail: { paused: true },
    },
    { at: opensAt + hour + 240_000, act: 'resumed', role: 'ops', reason: 'it is back', detail: { paused: false } },
  );
  return acts;
}

function spansOf(rounds: readonly number[]): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const round of rounds) {
    const last = spans.at(-1);
    if (last && last[1] === round - 1) last[1] = round;
    else spans.push([round, round]);
  }
  return spans;
}
