import { describe, expect, test } from '@jest/globals';
import { type BeaconChain, type Rounds, tierStride } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import {
  beginClosing,
  type CloseDeps,
  dueRound,
  finishClosing,
} from '../../../../lambdas/waiting-room/draw/close-round.ts';
import type { LineRecord } from '../../../../lambdas/waiting-room/line/line-store.ts';
import type { Progress } from '../../../../lambdas/waiting-room/line/progress.ts';
import { openLine } from '../../../../lambdas/waiting-room/opening/open-line.ts';
import { type BeaconSource, beaconAfter, giveUpMs } from '../../../../rules/beacon.ts';
import { anOpening, keys, onSale, opensAt, SmallStage } from '../small-stage.ts';

const friendsAt = opensAt + 60_000;
const tiered = anOpening({
  tier: { id: 'benefactors', name: 'Benefactors' },
  later: [{ id: 'friends', name: 'Friends', entry: 'open', opensAt: friendsAt }],
});

/** A line that has come so far, and has nothing noted. */
async function lineAt(progress: Partial<Progress> = {}, opening = anOpening(), beacon?: BeaconChain) {
  const stage = new SmallStage();
  const { lines } = stage.stores;
  await openLine({ lines, files: stage.publisher, keys, ...(beacon && { beacon }) }, opening, stage.now);
  const fresh = await stage.line();
  const line = await lines.write(fresh, { progress: { ...fresh.progress, ...progress }, acts: [] });
  if (!line) throw new Error('The line moved on');
  return { stage, line };
}

const depsOf = (stage: SmallStage): CloseDeps => ({
  lines: stage.stores.lines,
  rounds: stage.stores.rounds,
  files: stage.publisher,
  keys,
  clock: () => stage.now,
});

describe('which round closes', () => {
  const opened = { open: { round: 4, shards: 4 }, lobbies: 1, lastClosedAt: opensAt + 9000 };

  test('the lobby at the doors and not before, however few or many joined', async () => {
    const { line } = await lineAt();
    for (const joined of [0, 1, 1000]) {
      expect(dueRound(line, joined, opensAt - 1)).toBeUndefined();
      expect(dueRound(line, joined, opensAt)).toEqual({
        closing: { round: 0, shards: 64 },
        open: { round: 1, shards: 4 },
        lobbies: 1,
      });
    }
  });

  test('a later one 3 s after the last, if anyone joined', async () => {
    const { line } = await lineAt(opened);
    expect(dueRound(line, 1, opensAt + 11_999)).toBeUndefined();
    expect(dueRound(line, 0, opensAt + 12_000)).toBeUndefined();
    expect(dueRound(line, 1, opensAt + 12_000)).toEqual({
      closing: { round: 4, shards: 4 },
      open: { round: 5, shards: 4 },
      lobbies: 1,
    });
  });

  test('none while another still waits for its draw', async () => {
    const { line } = await lineAt({ ...opened, closing: { round: 3, shards: 4 } });
    expect(dueRound(line, 1, opensAt + 60_000)).toBeUndefined();
  });

  test('at the doors of a later tier first the round of the earlier ones, at once, then the lobby', async () => {
    const { line } = await lineAt({ ...opened, lastClosedAt: friendsAt - 1 }, tiered);
    expect(dueRound(line, 0, friendsAt - 1)).toBeUndefined();
    const open = { round: tierStride + 1, shards: 4 };
    const earlier = { closing: { round: 4, shards: 4 }, open, lobbies: 1 };
    expect(dueRound(line, 0, friendsAt)).toEqual(earlier);
    const { closing: _, ...drawn } = { ...line.progress, ...earlier, lastClosedAt: friendsAt };
    expect(dueRound({ ...line, progress: drawn }, 0, friendsAt)).toEqual({
      closing: { round: tierStride, shards: 64 },
      open,
      lobbies: 2,
    });
  });
});

test('a round begins to close once: who finds the line moved on writes nothing', async () => {
  const { stage, line } = await lineAt();
  const due = dueRound(line, 0, opensAt);
  if (!due) throw new Error('Nothing is due');
  const begun = await beginClosing(depsOf(stage), line, due, opensAt);
  expect(begun?.progress).toMatchObject({ ...due, lastClosedAt: opensAt });
  expect(await beginClosing(depsOf(stage), line, due, opensAt + 1)).toBeUndefined();
  expect(await stage.line()).toEqual(begun);
});

describe('a draw', () => {
  const closing = { round: 0, shards: 64 };

  /** Closes and draws one round after the other; the line as it is then. */
  async function drawAll(stage: SmallStage, line: LineRecord, rounds: readonly number[]): Promise<LineRecord> {
    let at = line;
    for (const round of rounds) {
      const drawn = await finishClosing(depsOf(stage), at, { round, shards: 4 }, opensAt);
      if (!drawn) throw new Error('The line moved on');
      at = drawn;
    }
    return at;
  }

  test('has the counts of all shards in their order, and goes on from the positions before', async () => {
    const { stage, line } = await lineAt({ closing, drawn: 7, drawnRounds: 0 });
    const { rounds } = stage.stores;
    for (const [shard, fans] of [
      [0, 2],
      [31, 1],
      [32, 3],
      [63, 4],
    ] as const)
      for (let fan = 0; fan < fans; fan += 1) await rounds.count(onSale, 0, shard);
    const drawn = await finishClosing(depsOf(stage), line, closing, opensAt + 5);
    const counts = Array.from({ length: 64 }, (_, shard) => ({ 0: 2, 31: 1, 32: 3, 63: 4 })[shard] ?? 0);
    const sheet = {
      v: 1,
      onSale,
      round: 0,
      drawnAt: opensAt + 5,
      counts,
      size: 10,
      offset: 7,
      seed: keys.seeds(onSale).seedOf(0),
    };
    expect(stage.sheet(0)).toEqual(sheet);
    expect(await rounds.drawn(onSale, 0)).toEqual(sheet);
    expect(drawn?.progress).toMatchObject({ drawn: 17, drawnRounds: 1, spans: [[0, 0]] });
    expect(drawn?.progress).not.toHaveProperty('closing');
    expect(await rounds.count(onSale, 0, 63)).toBe('closed');
  });

  test('closes at most 32 shards at a time', async () => {
    const { stage, line } = await lineAt({ closing });
    let now = 0;
    let most = 0;
    const close: CloseDeps['rounds']['close'] = async (...of) => {
      most = Math.max(most, ++now);
      await new Promise((done) => setImmediate(done));
      now -= 1;
      return stage.stores.rounds.close(...of);
    };
    await finishClosing({ ...depsOf(stage), rounds: { ...stage.stores.rounds, close } }, line, closing, opensAt);
    expect(most).toBe(32);
  });

  test('closes every shard once, also if the last wave is a small one', async () => {
    const { stage, line } = await lineAt();
    const closed: number[] = [];
    const close: CloseDeps['rounds']['close'] = async (_onSale, _round, shard) => closed.push(shard);
    const deps = { ...depsOf(stage), rounds: { ...stage.stores.rounds, close } };
    await finishClosing(deps, line, { round: 0, shards: 70 }, opensAt);
    expect(closed).toEqual(Array.from({ length: 70 }, (_, shard) => shard));
    expect(stage.sheet(0)?.counts).toHaveLength(70);
  });

  test('is listed in stretches of rounds that follow each other', async () => {
    const { stage, line } = await lineAt({}, tiered);
    const drawn = await drawAll(stage, line, [0, 1, 2, tierStride, tierStride + 1]);
    const spans = [
      [0, 2],
      [tierStride, tierStride + 1],
    ];
    expect(drawn.progress).toMatchObject({ spans, drawnRounds: tierStride + 2 });
    expect((stage.files.get(published.rounds(onSale)) as Rounds).spans).toEqual(spans);
  });

  test('of a later tier’s lobby is noted, behind what was noted before; other draws are not', async () => {
    const { stage, line } = await lineAt({}, tiered);
    const paused = { notedAt: opensAt, role: 'ops', act: 'paused', reason: 'a test', detail: {} } as const;
    const noted = await stage.stores.lines.write(line, { acts: [paused] });
    if (!noted) throw new Error('The line moved on');
    await stage.stores.rounds.count(onSale, tierStride, 3);
    const drawn = await drawAll(stage, noted, [0, 1, tierStride, tierStride + 1]);
    expect(drawn.acts).toEqual([
      paused,
      {
        notedAt: opensAt,
        role: 'pacemaker',
        act: 'tier-drawn',
        reason: 'the doors of this tier opened',
        detail: { tier: 'friends', round: tierStride, size: 1 },
      },
    ]);
  });
});

describe('a draw with a beacon', () => {
  const chain = { chainHash: 'c0ffee', publicKey: 'abcd', scheme: 's', genesis: opensAt / 1000 - 3000 + 1, period: 3 };
  const closing = { round: 0, shards: 64, closedAt: opensAt };
  const { round, outAt } = beaconAfter(chain, opensAt);
  const beacon = { round, signature: 's', randomness: 'r' };
  const source: BeaconSource = { chain, at: async (of) => (of === round ? beacon : undefined) };

  async function finish(now: number, from?: BeaconSource) {
    const { stage, line } = await lineAt({ closing }, anOpening(), chain);
    const deps = { ...depsOf(stage), ...(from && { beacon: from }) };
    const end = await finishClosing(deps, line, closing, now);
    return { end, sheet: stage.sheet(0) };
  }

  test('waits until the beacon is out, also if somebody had it sooner', async () => {
    const { end, sheet } = await finish(outAt - 1, source);
    expect([end?.progress.closing, sheet]).toEqual([closing, undefined]);
    const out = await finish(outAt, source);
    expect(out.sheet).toMatchObject({ closedAt: opensAt, beacon });
    expect(out.end?.acts).toEqual([]);
  });

  test('goes on without one that cannot be had 6 s later, and says so', async () => {
    const silent: BeaconSource = { chain, at: async () => undefined };
    expect((await finish(outAt + giveUpMs - 1, silent)).sheet).toBeUndefined();
    const { end, sheet } = await finish(outAt + giveUpMs, silent);
    const reason = `round ${round} of the beacon could not be had`;
    expect(sheet).toMatchObject({ closedAt: opensAt, beacon: { missed: reason } });
    expect(end?.acts).toEqual([
      { notedAt: outAt + giveUpMs, role: 'pacemaker', act: 'beacon-missed', reason, detail: { round: 0 } },
    ]);
  });

  test('waits for nothing where the stage reads another beacon, or none', async () => {
    const other: BeaconSource = { ...source, chain: { ...chain, chainHash: 'decaf' } };
    for (const from of [other, undefined])
      expect((await finish(opensAt, from)).sheet).toMatchObject({
        beacon: { missed: 'this stage reads no such beacon' },
      });
    const fresh = await lineAt({ closing: { round: 0, shards: 64 } }, anOpening(), chain);
    await finishClosing(depsOf(fresh.stage), fresh.line, { round: 0, shards: 64 }, opensAt);
    expect(fresh.stage.sheet(0)).toMatchObject({ closedAt: fresh.stage.now });
  });

  test('is of the time at which the last shard was closed, read after it was', async () => {
    const { stage, line } = await lineAt({ closing: { round: 0, shards: 64 } }, anOpening(), chain);
    stage.now = opensAt;
    const close: CloseDeps['rounds']['close'] = async (...of) => {
      stage.now += 10;
      return stage.stores.rounds.close(...of);
    };
    const deps = { ...depsOf(stage), rounds: { ...stage.stores.rounds, close }, beacon: source };
    const waiting = await finishClosing(deps, line, { round: 0, shards: 64 }, opensAt);
    expect(waiting?.progress.closing).toEqual({ round: 0, shards: 64, closedAt: opensAt + 640 });
    expect((await stage.line()).progress.closing).toEqual({ round: 0, shards: 64, closedAt: opensAt + 640 });
  });
});
