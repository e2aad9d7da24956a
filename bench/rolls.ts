import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { RollReading } from '../lambdas/waiting-room/draw/roll-reading.ts';
import type { RollStore } from '../lambdas/waiting-room/draw/roll-store.ts';
import { roundTwin } from '../lambdas/waiting-room/draw/round.twin.ts';
import type { GrowingFiles } from '../lambdas/waiting-room/line/growing-files.ts';
import { ledgerTwin } from '../lambdas/waiting-room/line/ledger.twin.ts';
import { lineTwin } from '../lambdas/waiting-room/line/line.twin.ts';
import { lineKeys } from '../lambdas/waiting-room/line/line-keys.ts';
import { layoutFor, lobbyShards } from '../lambdas/waiting-room/line/line-sizes.ts';
import { markTwin } from '../lambdas/waiting-room/line/mark.twin.ts';
import { shoppersTwin } from '../lambdas/waiting-room/line/shoppers.twin.ts';
import { openLine } from '../lambdas/waiting-room/opening/open-line.ts';
import { type TickDeps, tickLine } from '../lambdas/waiting-room/pace/tick-line.ts';
import type { Measure } from './measure.ts';
import { prices } from './waiting-cost.ts';

/*
 * Sealing, committing to and drawing a lobby, by the real pacemaker over stores in memory: what it computes, what it
 * asks of the database and of S3, and what that costs and takes on AWS. Nothing here was measured on AWS.
 */

const sizes = [10_000, 1_000_000, 10_000_000] as const;

/** Handlers at work at the doors: each leaves a shard of its own part filled. */
const handlers = 1000;

/** Of the shards before them, one in so many was left half empty by a handler that ended. */
const leftEvery = 100;

/** The pacemaker has a gigabyte. */
const mostMegabytes = 128;

/** Milliseconds a call, at 32 at a time: single-digit milliseconds are DynamoDB's word, S3's is some tens. */
const aws = { write: 10, put: 40, atOnce: 32 } as const;

const opensAt = 1_800_000_000_000;

export async function benchRolls(say: (line: string) => void): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const fans of sizes) measures.push(...(await benchRoll(fans, say)));
  return measures;
}

interface Calls {
  reads: number;
  seals: number;
  writes: number;
  puts: number;
  bytes: number;
}

async function benchRoll(fans: number, say: (line: string) => void): Promise<readonly Measure[]> {
  const onSale = 'bench';
  const many = fans.toLocaleString('en');
  const calls: Calls = { reads: 0, seals: 0, writes: 0, puts: 0, bytes: 0 };
  const spent = (): Calls => {
    const now = { ...calls };
    for (const name of Object.keys(calls) as (keyof Calls)[]) calls[name] = 0;
    return now;
  };
  const [lines, marks] = [lineTwin(), markTwin()];
  let now = opensAt - 50 * 60_000;
  const { rolls, shards } = fullLobby(fans, calls, () => now);
  const rounds = roundTwin();
  const files = countedFiles(calls);
  const keys = lineKeys('bench');
  const dials = { shopping: 600, perMinute: 600, paused: false, passMinutes: 15, claimMinutes: 5 };
  const opening = {
    ...{ onSale, title: 'Bench', opensAt, closesAt: opensAt + 3_600_000, entry: 'open' as const },
    ...{ audience: fans, dials },
  };
  await openLine({ lines, marks, keys, files, newMarkKey: () => new Uint8Array(32) }, opening, opensAt - 3_600_000);
  const keepBank: typeof rounds.keepBank = async (bank) => {
    // Some 9 kB each.
    calls.writes += 9;
    await rounds.keepBank(bank);
  };
  const deps: TickDeps = {
    ...{ lines, rolls, shoppers: shoppersTwin(), ledger: ledgerTwin(), files, keys, me: 'bench' },
    ...{ rounds: { ...rounds, keepBank }, memory: new Map(), clock: () => now },
  };
  const timed = async (act: () => Promise<unknown>) => {
    const from = performance.now();
    await act();
    return performance.now() - from;
  };
  // Long before the doors: the lease, and the chain of seeds.
  keys.seeds(onSale);
  spent();
  now = opensAt - 61_000;
  const ahead = await timed(async () => {
    // Until the shards that were left are sealed ahead; a real lobby fills over some minutes of looks.
    for (const until = now + 60_000; now < until; now += 5000) await tickLine(deps, onSale, now);
  });
  const before = spent();
  // The pacemaker before it ended just now, and this one knows nothing but what is kept.
  deps.memory.clear();
  now = opensAt - 1000;
  const takeover = await timed(() => tickLine(deps, onSale, now));
  const after = spent();
  now = opensAt;
  let committed = 0;
  const from = performance.now();
  files.onCommitment = () => {
    committed = performance.now() - from;
  };
  const drawn = await timed(async () => {
    const ticked = await tickLine(deps, onSale, now);
    if (ticked.did !== 'ticked' || ticked.board.drawn !== fans) throw new Error(`The draw came to ${ticked.did}`);
  });
  const at = spent();
  const wave = (count: number, each: number) => Math.ceil(count / aws.atOnce) * each;
  const onAws = (wave(at.seals, aws.write) + wave(at.puts, aws.put) + committed) / 1000;
  const held = await memoryOf(fans);
  const units = before.writes + before.seals + after.writes + at.writes + at.seals;
  const cost =
    (units * prices.writeUnits +
      ((before.reads + after.reads + at.reads) / 2) * prices.readUnits +
      (before.puts + at.puts) * prices.s3Puts) /
    1e6;
  const megabytes = (before.bytes + at.bytes) / 1e6;
  say(
    `a lobby of ${many}: ${shards.toLocaleString('en')} shards, ${(before.puts + at.puts).toLocaleString('en')} files of ` +
      `${megabytes.toFixed(1)} MB; read ahead in ${ahead.toFixed(0)} ms, with ${before.seals} seals; taken over in ` +
      `${takeover.toFixed(0)} ms, with ${after.reads} reads; at the doors ${at.seals} seals and ${at.puts} files, ` +
      `committed after ${committed.toFixed(0)} ms, drawn after ${drawn.toFixed(0)} ms; on AWS some ` +
      `${onAws.toFixed(1)} s and $${cost.toFixed(3)}`,
  );
  const how = `${shards.toLocaleString('en')} shards, ${before.seals} of them left half empty and sealed ahead; stores in memory`;
  return [
    { name: `the roll of ${many}: read ahead`, value: ahead, unit: 'ms', how },
    {
      name: `the roll of ${many}: taken over a second before the doors`,
      value: takeover,
      unit: 'ms',
      how: `${after.reads} shards read, ${after.puts} files`,
    },
    {
      name: `the roll of ${many}: held at most by a pacemaker that knows nothing of it`,
      value: held,
      unit: 'MB',
      aim: { atMost: mostMegabytes },
      how: 'it reads all of it, and seals the rest; what lives on its heap, without the buffers of the SDK',
    },
    { name: `the roll of ${many}: committed to after`, value: committed, unit: 'ms', how: `${at.seals} shards sealed` },
    { name: `the roll of ${many}: drawn after`, value: drawn, unit: 'ms', how: `${at.puts} files at the doors` },
    { name: `the roll of ${many}: published`, value: megabytes, unit: 'MB', how: `${before.puts + at.puts} files` },
    {
      name: `the roll of ${many}: doors to commitment on AWS, computed`,
      value: onAws,
      unit: 's',
      aim: { atMost: fans > 2_000_000 ? 10 : 4 },
      how: `${aws.write} ms a write and ${aws.put} ms a file, ${aws.atOnce} at a time, and the time above`,
    },
    {
      name: `the roll of ${many}: cost on AWS, computed`,
      value: cost,
      unit: '$',
      how: `${units} write units, S3 puts`,
    },
  ];
}

/** Megabytes that live on the heap at most, over what lived there before: looked at after every so many files. */
async function memoryOf(fans: number): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const living = () => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const calls: Calls = { reads: 0, seals: 0, writes: 0, puts: 0, bytes: 0 };
  let now = opensAt - 60_000;
  const { rolls } = fullLobby(fans, calls, () => now);
  const from = living();
  let most = from;
  const write = async () => {
    calls.puts += 1;
    if (calls.puts % 97 === 0) most = Math.max(most, living());
  };
  const deps = { rolls, rounds: { banks: async () => [], keepBank: async () => {} }, files: { write } };
  const reading = new RollReading({ onSale: 'bench', roll: layoutFor(fans) }, { round: 0, shards: lobbyShards });
  for (; now < opensAt; now += 5000) await reading.read(deps, now);
  while (!(await reading.seal(deps)));
  return Math.max(most, living()) - from;
}

/**
 * A lobby that fills up: the offered shards and one a handler have room left until the doors, others are full but for
 * those that a handler left.
 */
function fullLobby(
  fans: number,
  calls: Calls,
  clock: () => number,
): { readonly rolls: RollStore; readonly shards: number } {
  const { cap } = layoutFor(fans);
  const open = lobbyShards + Math.min(handlers, Math.floor(fans / 100));
  const half = cap / 2;
  const given = Math.max(0, Math.floor((fans - open * half) / (cap - half / leftEvery)));
  const left = Math.floor(given / leftEvery);
  const rest = fans - given * cap + left * half;
  const shards = open + given;
  const isLeft = (nth: number) => nth % leftEvery === leftEvery - 1;
  const sizeOf = (shard: number) => {
    const nth = shard - lobbyShards;
    if (nth >= 0 && nth < given) return isLeft(nth) ? half : cap;
    const last = shard < lobbyShards ? shard : shard - given;
    const all = Math.floor(rest / open) + (last < rest % open ? 1 : 0);
    // One comes every five seconds, and the last at the doors.
    return Math.max(0, all - Math.max(0, Math.ceil((opensAt - clock()) / 5000)));
  };
  const sealed = new Set<number>();
  const marksOf = (shard: number) =>
    // Flat texts, as they come out of a database, and not ropes.
    Array.from({ length: sizeOf(shard) }, (_, index) =>
      Buffer.from(`${shard.toString(36)}.${index}`.padEnd(22, '0')).toString('latin1'),
    );
  const never = async (): Promise<never> => Promise.reject(new Error('Nobody joins here'));
  const rolls: RollStore = {
    append: never,
    allocate: never,
    read: never,
    async readMany(_onSale, round, numbers) {
      calls.reads += numbers.length;
      return numbers.map((shard) => ({ marks: round === 0 ? marksOf(shard) : [], sealed: sealed.has(shard) }));
    },
    async seal({ shard }) {
      calls.seals += 1;
      sealed.add(shard);
      return marksOf(shard);
    },
    allocated: async ({ round, offered }) => (round === 0 ? shards : offered),
    sealAllocation: async () => shards,
  };
  return { rolls, shards };
}

function countedFiles(calls: Calls) {
  const files: TickDeps['files'] & GrowingFiles & { onCommitment: () => void } = {
    onCommitment: () => {},
    read: async () => undefined,
    readTagged: async () => undefined,
    async write(path, file) {
      calls.puts += 1;
      calls.bytes += JSON.stringify(file).length;
      if (/\/rolls\/\d+\.json$/.test(path)) files.onCommitment();
    },
    async writeIf(path, file, cacheControl) {
      await files.write(path, file, cacheControl);
      return { ok: true, tag: '' };
    },
  };
  return files;
}
