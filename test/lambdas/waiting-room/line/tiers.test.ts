import { describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../../../contracts/ledger.ts';
import type { Board, LineFile, Place, Rounds } from '../../../../contracts/line.ts';
import { tierStride } from '../../../../contracts/line.ts';
import { lineOpening } from '../../../../contracts/line-operation.ts';
import { published } from '../../../../contracts/paths.ts';
import { laterShards, lobbyShards } from '../../../../lambdas/waiting-room/line/line-sizes.ts';
import { roundToJoin } from '../../../../lambdas/waiting-room/line/tiers.ts';
import { receiptOf } from '../../../../lambdas/waiting-room/place/receipt.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { Killed, killAt } from '../../../interrupted.ts';
import { aMark } from '../draw/roll-store.contract.ts';
import { anOpening, faulty, keys, onSale, opensAt, SmallStage } from '../small-stage.ts';

const friendsAt = opensAt + 60_000;
const publicAt = opensAt + 120_000;
const tiered = anOpening({
  tier: { id: 'benefactors', name: 'Benefactors' },
  later: [
    { id: 'friends', name: 'Friends', entry: 'members', roster: 'friends', opensAt: friendsAt },
    { id: 'public', name: 'Everyone', entry: 'open', opensAt: publicAt },
  ],
  dials: { ...anOpening().dials, shopping: 1000, perMinute: 100_000 },
});

let made = 0;

/** Counts a fan of a tier in, as a join does once it knows the tier. */
async function enter(stage: SmallStage, tier: number): Promise<Place> {
  made += 1;
  for (;;) {
    const { round, shards } = roundToJoin(await stage.line(), tier);
    const shard = made % shards;
    const mark = aMark(made);
    const appended = await stage.stores.rolls.append({ onSale, round, shard }, mark, 40);
    if ('index' in appended) {
      const { index } = appended;
      return { v: 2, onSale, fan: `fan-${made}`, mark, round, shard, index, joinedAt: stage.now };
    }
  }
}

const board = (stage: SmallStage) => stage.files.get(published.board(onSale)) as Board;
const spans = (stage: SmallStage) => (stage.files.get(published.rounds(onSale)) as Rounds).spans;

async function openTiered(stage = new SmallStage()): Promise<SmallStage> {
  expect(await stage.open(tiered)).toMatchObject({ ok: true });
  return stage;
}

describe('tiers of one line', () => {
  test('are promised with their doors and the rounds that are their lobbies; rosters stay ours', async () => {
    const stage = await openTiered();
    const line = stage.files.get(published.line(onSale)) as LineFile;
    expect(line.tiers).toEqual([
      { id: 'benefactors', name: 'Benefactors', entry: 'open', opensAt, round: 0 },
      { id: 'friends', name: 'Friends', entry: 'members', opensAt: friendsAt, round: tierStride },
      { id: 'public', name: 'Everyone', entry: 'open', opensAt: publicAt, round: 2 * tierStride },
    ]);
  });

  test('each lobby is drawn at its doors, behind everyone drawn before; a late benefactor pushes nobody back', async () => {
    const stage = await openTiered();
    const early = [await enter(stage, 0), await enter(stage, 0)];
    const friends = [await enter(stage, 1), await enter(stage, 1), await enter(stage, 1)];
    const everyone = await enter(stage, 2);
    expect([...friends, everyone].map(({ round }) => round)).toEqual([
      tierStride,
      tierStride,
      tierStride,
      2 * tierStride,
    ]);

    await stage.run(opensAt + 5000);
    expect(board(stage)).toMatchObject({ phase: 'open', drawn: 2, calledUpTo: 2, waiting: 4 });
    const late = await enter(stage, 0);
    expect(late.round).toBe(1);
    await stage.run(opensAt + 20_000);
    expect(board(stage).drawn).toBe(3);

    // A benefactor who joins in the very second before the Friends' doors still stands before them.
    stage.now = friendsAt - 500;
    const lastMoment = await enter(stage, 0);
    await stage.run(friendsAt);
    expect(board(stage)).toMatchObject({ drawn: 7, round: tierStride + 1 });
    const tooLate = await enter(stage, 0);
    expect(tooLate.round).toBe(tierStride + 1);
    const lateFriend = await enter(stage, 1);
    expect(lateFriend.round).toBe(tierStride + 1);
    await stage.run(publicAt + 10_000);

    const positions = (places: readonly Place[]) =>
      places.map((place) => stage.position(place) as number).sort((a, b) => a - b);
    expect(positions(early)).toEqual([1, 2]);
    expect(positions([late, lastMoment])).toEqual([3, 4]);
    expect(positions(friends)).toEqual([5, 6, 7]);
    expect(positions([tooLate, lateFriend])).toEqual([8, 9]);
    expect(positions([everyone])).toEqual([10]);
    expect(spans(stage)).toEqual(
      [
        [0, 2],
        [tierStride, tierStride + 2],
        [2 * tierStride, 2 * tierStride],
      ].map(([from, to]) => [from, from === 2 * tierStride ? from : (to as number)]),
    );
    const acts = (stage.files.get(published.ledger(onSale, 0)) as Ledger).entries.map(
      ({ text }) => JSON.parse(text).act,
    );
    expect(acts).toEqual(['opened', 'tier-drawn', 'tier-drawn']);
  });

  test('a claim before the doors of one’s own tier hears when they open, and after them it is a turn like any other', async () => {
    const stage = await openTiered();
    const place = await enter(stage, 1);
    await stage.stores.fans.pin(place);
    const receipt = receiptOf(keys.receipts, place);
    await stage.run(opensAt + 10_000);
    expect(await stage.claim(receipt)).toMatchObject({ refusal: 'line-not-open-yet', retryAfterMs: 50_000 });
    await stage.run(friendsAt + 1000);
    expect(await stage.claim(receipt)).toMatchObject({ ok: true, how: 'on-time' });
  });

  test('a pacemaker killed at any point of a tier’s opening: the next one finishes it, and nobody is lost', async () => {
    const chances = killAt(0);
    const rehearsal = await openTiered();
    await enter(rehearsal, 0);
    await rehearsal.run(opensAt + 1000);
    const counted = new SmallStage(faulty(rehearsal.stores, chances.fault), rehearsal.files);
    counted.now = friendsAt;
    await counted.tick('counts');
    for (let nth = 1; nth <= chances.chances(); nth += 7) {
      const stores = twins();
      const calm = await openTiered(new SmallStage(stores));
      const places = [await enter(calm, 0), await enter(calm, 1), await enter(calm, 1)];
      await calm.run(opensAt + 1000);
      places.push(await enter(calm, 0));
      const dying = new SmallStage(faulty(stores, killAt(nth).fault), calm.files);
      dying.now = friendsAt;
      await expect(dying.tick('dying')).rejects.toThrow(Killed);
      calm.now = friendsAt + 1000;
      places.push(await enter(calm, 0), await enter(calm, 1));
      await calm.run(friendsAt + 20_000, 'other');
      const positions = places.map((place) => calm.position(place) as number);
      expect([...positions].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
      // W2: a fan in a later round is behind everyone of an earlier one.
      for (const [at, place] of places.entries())
        for (const [other, than] of places.entries())
          if (place.round < than.round) expect(positions[at]).toBeLessThan(positions[other] as number);
    }
  });

  test('shards: a lobby has as many as the audience needs, what comes later fewer', async () => {
    const stage = await openTiered();
    expect(roundToJoin(await stage.line(), 1)).toEqual({ round: tierStride, shards: lobbyShards });
    await stage.run(opensAt);
    expect(roundToJoin(await stage.line(), 0)).toEqual({ round: 1, shards: laterShards(1000) });
    expect(roundToJoin(await stage.line(), 1).round).toBe(tierStride);
  });
});

test.each([
  ['out of order', { later: [{ id: 'a', name: 'A', entry: 'open', opensAt }] }, 'later.0.opensAt'],
  [
    'after the end',
    { later: [{ id: 'a', name: 'A', entry: 'open', opensAt: anOpening().closesAt }] },
    'later.0.opensAt',
  ],
  [
    'members without a roster',
    { later: [{ id: 'a', name: 'A', entry: 'members', opensAt: friendsAt }] },
    'later.0.roster',
  ],
  ['a first tier without others', { later: undefined }, 'tier'],
])('a line whose tiers are wrong is refused, field by field: %s', (_, more, field) => {
  const read = lineOpening.safeParse({ ...tiered, ...more });
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
});
