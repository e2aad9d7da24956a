import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { Ledger, LedgerLine } from '../../contracts/ledger.ts';
import type { Beacon, BeaconChain, Board, DrawSheet, LineFile, Place, Rounds } from '../../contracts/line.ts';
import type { RollBank, RollCommitment, RollLayout, RollTile } from '../../contracts/roll.ts';
import { commit, factsOf, inPieces, markOf, rollOf } from './sample-roll.ts';

/*
 * A line made for the tests by nothing of ours. Keys, seeds, marks, rolls, beacon and ledger come from Node's own crypto and a
 * library, as docs/fairness.md has it. Long because each published file is made here.
 */

const sha = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

/** A beacon of our own: it signs any round with a key made from the name. */
export class SampleBeacon {
  readonly chain: BeaconChain;
  /** As a relay says of it. */
  readonly info: Readonly<Record<string, unknown>>;
  readonly #secret: Uint8Array;

  constructor(name: string, genesis = 1_799_990_000, period = 3) {
    const { publicKey, secretKey } = bls12_381.shortSignatures.keygen(
      Uint8Array.from([...sha(`beacon ${name}`), ...sha(`beacon's more ${name}`)]).subarray(0, 48),
    );
    this.#secret = secretKey;
    const group = sha(`group ${name}`);
    const numbers = Buffer.alloc(12);
    numbers.writeUInt32BE(period, 0);
    numbers.writeBigInt64BE(BigInt(genesis), 4);
    this.chain = {
      chainHash: sha(Buffer.concat([numbers, publicKey.toBytes(), group, Buffer.from(name)])).toString('hex'),
      publicKey: Buffer.from(publicKey.toBytes()).toString('hex'),
      scheme: 'bls-unchained-g1-rfc9380',
      genesis,
      period,
    };
    this.info = {
      ...{ public_key: this.chain.publicKey, period, genesis_time: genesis, hash: this.chain.chainHash },
      ...{ groupHash: group.toString('hex'), schemeID: this.chain.scheme, metadata: { beaconID: name } },
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
  /** Marks by shard. */
  readonly counts: readonly number[];
  /** Drawn without the beacon, though the line promised one. */
  readonly unproved?: string;
}

export interface SampleLine {
  readonly line: LineFile;
  readonly commitments: readonly RollCommitment[];
  readonly banks: readonly RollBank[];
  readonly tiles: readonly RollTile[];
  readonly sheets: readonly DrawSheet[];
  readonly rounds: readonly Rounds[];
  readonly ledger: readonly Ledger[];
  readonly board: Board;
  readonly beacon: Pick<SampleBeacon, 'chain' | 'at' | 'after'>;
  /** Whoever checks knows this beacon. */
  readonly accepted: readonly BeaconChain[];
  readonly receiptOf: (
    place: Pick<Place, 'round' | 'shard' | 'index'>,
    change?: Partial<Pick<Place, 'fan' | 'mark' | 'joinedAt'>>,
  ) => string;
}

export const opensAt = 1_800_000_000_000;
const hour = 3_600_000;
export const patienceMs = 600_000;

/** Small enough that a lobby has several banks and tiles. */
export const smallLayout: RollLayout = { cap: 40, tile: 2, bank: 4 };

/** Lobby, two rounds, the second tier's lobby, and a round of both. */
export const usualRounds: readonly Round[] = [
  { round: 0, counts: [40, 0, 31, 29, 5, 7] },
  { round: 1, counts: [3, 2] },
  { round: 2, counts: [0, 1] },
  { round: 65_536, counts: [12, 11, 9, 18] },
  { round: 65_537, counts: [1, 4] },
];

export interface Sampling {
  readonly rounds?: readonly Round[];
  readonly withBeacon?: boolean;
  readonly withTiers?: boolean;
  readonly layout?: RollLayout;
  /** One of its own, if left out. */
  readonly beacon?: Pick<SampleBeacon, 'chain' | 'at' | 'after'>;
}

export function sampleLine(
  onSale = 'sample',
  {
    rounds = usualRounds,
    withBeacon = true,
    withTiers = true,
    layout = smallLayout,
    beacon = new SampleBeacon(onSale),
  }: Sampling = {},
): SampleLine {
  const length = Math.max(0, ...rounds.map(({ round }) => round)) + 60;
  const seeds: Buffer[] = [sha(`secret of ${onSale}`)];
  for (let step = 1; step <= length; step += 1) seeds.push(sha(seeds[step - 1] as Buffer));
  const seedOf = (round: number) => (seeds[length - 1 - round] as Buffer).toString('hex');
  const keys = generateKeyPairSync('ed25519');
  const lobbyOf = (doors: number) => beacon.after(doors + 9000).round;
  const second = opensAt + hour;
  const line: LineFile = {
    v: 2,
    onSale,
    title: 'A sample',
    opensAt,
    closesAt: opensAt + 24 * hour,
    entry: 'members',
    ...(withTiers && {
      tiers: [
        {
          ...{ id: 'friends', name: 'Friends', entry: 'members', opensAt, round: 0 },
          ...(withBeacon && { beacon: lobbyOf(opensAt) }),
        },
        {
          ...{ id: 'everyone', name: 'Everyone', entry: 'open', opensAt: second, round: 65_536 },
          ...(withBeacon && { beacon: lobbyOf(second) }),
        },
      ],
    }),
    roll: layout,
    ...(withBeacon && { beacon: { ...beacon.chain, lobby: lobbyOf(opensAt), patienceMs } }),
    roundSeconds: 3,
    chain: { anchor: (seeds[length] as Buffer).toString('hex'), length },
    receiptKey: rawKey(keys.publicKey),
  };
  const rolls = rounds.map(({ round, counts }) => rollOf(line, round, counts));
  const commitments = commit(
    line,
    rolls.map((roll, at) => {
      const { round } = rounds[at] as Round;
      const doors = round >= 65_536 ? second : opensAt;
      const closedAt = doors + (round % 65_536 === 0 ? 412 : 12_000 + (round % 65_536) * 3000);
      const committedAt = closedAt + 1500;
      const due = round % 65_536 === 0 ? lobbyOf(doors) : beacon.after(committedAt + 3000).round;
      return { round, ...factsOf(roll), closedAt, committedAt, ...(withBeacon && { beacon: due }) };
    }),
  );
  let offset = 0;
  const sheets = rounds.flatMap(({ round, unproved }, at): readonly DrawSheet[] => {
    const { size, closedAt, committedAt, beacon: due } = commitments[at] as RollCommitment;
    const outAt = due === undefined ? committedAt : (beacon.chain.genesis + (due - 1) * beacon.chain.period) * 1000;
    const mixed = due === undefined ? undefined : unproved === undefined ? beacon.at(due) : { unproved };
    let before = 0;
    const all = (rolls[at]?.banks ?? []).map(({ bank, counts }): DrawSheet => {
      const sheet: DrawSheet = {
        ...{ v: 2, onSale, round, bank, closedAt },
        drawnAt: outAt + 1500 + (unproved === undefined ? 0 : patienceMs),
        ...{ counts, before, size, offset, seed: seedOf(round) },
        ...(mixed && { beacon: mixed }),
      };
      before += counts.reduce((sum, count) => sum + count, 0);
      return sheet;
    });
    offset += size;
    return all;
  });
  const ledger = ledgerOf(line, actsOf(sheets));
  const tiles = rolls.flatMap((roll) => roll.tiles);
  return {
    line,
    commitments,
    banks: rolls.flatMap((roll) => roll.banks),
    tiles,
    sheets,
    beacon,
    accepted: [beacon.chain],
    rounds: [{ v: 1, onSale, spans: spansOf(rounds.map(({ round }) => round)) }],
    ledger,
    board: {
      v: 1,
      onSale,
      phase: 'open',
      writtenAt: opensAt + 2 * hour,
      opensAt,
      round: 65_538,
      drawn: offset,
      calledUpTo: Math.min(offset, 20),
      waiting: Math.max(0, offset - 20),
      rate: 60,
      ledger: headOf(line, ledger, commitments),
    },
    receiptOf: ({ round, shard, index }, change) => {
      const tile = tiles.find((one) => one.round === round && one.tile === Math.floor(shard / layout.tile));
      const mark = tile?.shards[shard % layout.tile]?.[index] ?? markOf(onSale, round, shard, index);
      const joinedAt = opensAt - 5000;
      return receipt(keys.privateKey, {
        ...{ v: 2, onSale, fan: 'F'.repeat(43), mark, round, shard, index, joinedAt },
        ...change,
      });
    },
  };
}

/** What the board shows of a ledger and commitments. */
export function headOf(
  { chain }: Pick<LineFile, 'chain'>,
  ledger: readonly Ledger[],
  commitments: readonly RollCommitment[],
): Board['ledger'] {
  const entries = ledger.flatMap((segment) => segment.entries);
  const last = commitments.at(-1);
  const rollHead = last ? sha(last.before + JSON.stringify(last)).toString('hex') : chain.anchor;
  const head = sha((entries.at(-1)?.hash ?? chain.anchor) + rollHead).toString('hex');
  return { n: entries.length, rolls: commitments.length, head };
}

export function receipt(key: KeyObject, place: Place): string {
  const { onSale, fan, mark, round, shard, index, joinedAt } = place;
  const payload = Buffer.from(JSON.stringify({ v: 2, onSale, fan, mark, round, shard, index, joinedAt })).toString(
    'base64url',
  );
  return `r2.${payload}.${sign(null, Buffer.from(`r2.${payload}`), key).toString('base64url')}`;
}

export function rawKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
}

/** Chains acts into a ledger, segment by segment. */
export function ledgerOf({ onSale, chain }: LineFile, acts: readonly Omit<LedgerLine, 'n'>[]): readonly Ledger[] {
  let head = chain.anchor;
  const entries = acts.map(({ at, act, role, reason, detail }, index) => {
    const text = JSON.stringify({ n: index + 1, at, act, role, reason, detail });
    head = sha(head + text).toString('hex');
    return { text, hash: head };
  });
  return inPieces(entries, 100).map((some, segment) => ({ v: 2, onSale, segment, entries: some }));
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
  for (const { round, bank, drawnAt, size, beacon } of sheets) {
    if (bank > 0) continue;
    if (beacon && 'unproved' in beacon) {
      acts.push({ at: drawnAt, act: 'drawn-unproved', role: 'ops', reason: beacon.unproved, detail: { round } });
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
