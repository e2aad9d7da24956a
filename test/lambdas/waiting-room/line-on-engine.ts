import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Place } from '../../../contracts/line.ts';
import type { Dynamo } from '../../../lambdas/foundation/dynamo/dynamo.ts';
import { rollStore } from '../../../lambdas/waiting-room/draw/roll.store.ts';
import { roundStore } from '../../../lambdas/waiting-room/draw/round.store.ts';
import { gateStore } from '../../../lambdas/waiting-room/entry/gate.store.ts';
import { loadRoster } from '../../../lambdas/waiting-room/entry/load-roster.ts';
import { ledgerStore } from '../../../lambdas/waiting-room/line/ledger.store.ts';
import { lineStore } from '../../../lambdas/waiting-room/line/line.store.ts';
import { markStore } from '../../../lambdas/waiting-room/line/mark.store.ts';
import { shoppersStore } from '../../../lambdas/waiting-room/line/shoppers.store.ts';
import { appealStore } from '../../../lambdas/waiting-room/place/appeal.store.ts';
import { fanStore } from '../../../lambdas/waiting-room/place/fan.store.ts';
import { handoverStore } from '../../../lambdas/waiting-room/place/handover.store.ts';
import type { Engine, RunningEngine } from '../../engines.ts';
import { killAt } from '../../interrupted.ts';
import { anOpening, claimed, faulty, joined, keys, type LineStores, opensAt, SmallStage } from './small-stage.ts';

/* The same behaviours as over the twins, on real engines: that the conditions are written right, not only meant right. */

const storesOf = (dynamo: Dynamo, table: string): LineStores => ({
  lines: lineStore(dynamo, table),
  rolls: rollStore(dynamo, table),
  rounds: roundStore(dynamo, table),
  marks: markStore(dynamo, table),
  fans: fanStore(dynamo, table),
  shoppers: shoppersStore(dynamo, table),
  ledger: ledgerStore(dynamo, table),
  gate: gateStore(dynamo, table),
  appeals: appealStore(dynamo, table),
  handovers: handoverStore(dynamo, table),
});

async function inWaves<Result>(count: number, act: (index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const worker = async (from: number) => {
    for (let index = from; index < count; index += 32) results[index] = await act(index);
  };
  await Promise.all(Array.from({ length: 32 }, (_, from) => worker(from)));
  return results;
}

export function lineOn(engine: Engine): void {
  describe(engine.name, () => {
    let running: RunningEngine;
    let stage: SmallStage;
    let tables = 0;
    beforeAll(async () => {
      running = await engine.start();
    });
    afterAll(() => running.stop());
    beforeEach(async () => {
      tables += 1;
      await running.createTable(`Lines-${tables}`);
      stage = new SmallStage(storesOf(running.dynamo, `Lines-${tables}`));
    });

    // Ten thousand join over the twins (join-line.test.ts); here fewer do, in a fraction of the time.
    const crowd = 200;
    test(`${crowd} join before the doors: every position is held once`, async () => {
      await stage.open();
      const places = (await inWaves(crowd, (fan) => stage.join(fan))).map((outcome) => joined(outcome).place);
      stage.now = opensAt;
      await stage.tick();
      const positions = places.map((place) => stage.position(place) as number).sort((a, b) => a - b);
      expect(positions).toEqual(Array.from({ length: crowd }, (_, index) => index + 1));
    });

    test('the same member from a phone and a laptop: one place, the same receipt', async () => {
      await stage.open(anOpening({ entry: 'members', roster: 'friends' }));
      const members = Array.from({ length: 60 }, (_, at) => ({ member: `M${at}`, postcode: 'N1 1AA' }));
      await loadRoster({ fans: stage.stores.fans, keys }, { roster: 'friends', members });
      const request = { entry: 'members', member: 'm-7', postcode: 'n11aa' } as const;
      const receipts = await inWaves(12, async () => joined(await stage.joinAs(request)).receipt);
      expect(new Set(receipts).size).toBe(1);
      expect(await stage.joinAs({ ...request, postcode: 'N2' })).toMatchObject({ refusal: 'member-unknown' });
    });

    test('a join killed between its two writes and retried: one place, and nothing burnt', async () => {
      await stage.open();
      // Before and after each of: glance, look, key, pin. Then it is killed: pinned, and its mark nowhere.
      const dying = new SmallStage(faulty(stage.stores, killAt(8).fault));
      await expect(dying.join(1)).rejects.toThrow();
      const { receipt, place } = joined(await stage.join(1));
      stage.now = opensAt;
      await stage.tick();
      expect((await stage.line()).progress.drawn).toBe(1);
      expect(joined(await stage.join(1)).receipt).toBe(receipt);
      expect(stage.position(place)).toBe(1);
    });

    test('joins that race the closing land in the next round', async () => {
      await stage.open(anOpening({ audience: 1 }));
      stage.now = opensAt;
      const [places] = await Promise.all([
        inWaves(200, async (fan): Promise<Place> => joined(await stage.join(fan)).place),
        stage.tick(),
      ]);
      await stage.run(opensAt + 8000);
      const positions = places.map((place) => stage.position(place) as number);
      expect(new Set(positions).size).toBe(200);
      expect((await stage.line()).progress.drawn).toBe(200);
      expect(places.every(({ round, shard, index }) => (stage.sheet(round)?.counts[shard] ?? 0) > index)).toBe(true);
    });

    test('two pacemakers, claims, no-shows, a pass given back', async () => {
      await stage.open();
      const all = await inWaves(20, async (fan) => joined(await stage.join(fan)));
      stage.now = opensAt;
      const did = await Promise.all([stage.tick('a'), stage.tick('b')]);
      expect(did.map((ticked) => ticked.did).sort()).toEqual(['ticked', 'waited']);
      const receipt = (position: number) => all.find(({ place }) => stage.position(place) === position)?.receipt;

      const passes = await Promise.all(
        [1, 1, 1, 2].map(async (position) => claimed(await stage.claim(receipt(position))).pass),
      );
      expect(new Set(passes).size).toBe(2);
      expect(await stage.shoppers()).toMatchObject({ inUse: 2, vouchers: 0 });
      expect(await stage.leave(receipt(1))).toEqual({ ok: true, gave: 'pass' });
      // Five were called. Two claimed, and one of those is back. So one more is called, and after the window three
      // more.
      stage.now += 5000;
      await stage.tick('b');
      expect((await stage.line()).progress.calledUpTo).toBe(5);
      stage.now += 30_000;
      await stage.tick('b');
      expect((await stage.line()).progress.calledUpTo).toBe(6);
      stage.now = opensAt + 145_000;
      await stage.tick('b');
      expect((await stage.line()).progress.calledUpTo).toBe(9);
      expect(await stage.claim(receipt(3))).toMatchObject({ refusal: 'late-next' });
      // Those who were called in its place do not come either.
      stage.now += 150_000;
      expect(await stage.claim(receipt(3))).toMatchObject({ refusal: 'late-next' });
      await stage.tick('b');
      expect(claimed(await stage.claim(receipt(3))).how).toBe('late');
      expect(await stage.shoppers()).toMatchObject({ inUse: 1, vouchers: 0 });
    });
  });
}
