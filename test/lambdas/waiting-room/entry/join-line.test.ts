import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Place } from '../../../../contracts/line.ts';
import { loadRoster } from '../../../../lambdas/waiting-room/entry/load-roster.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { Killed, killAt } from '../../../interrupted.ts';
import { anOpening, asVisitor, faulty, joined, keys, onSale, opensAt, SmallStage } from '../small-stage.ts';

let stage: SmallStage;
beforeEach(async () => {
  stage = new SmallStage();
  await stage.open();
});

/** Runs acts so many at a time. */
async function all<Result>(count: number, act: (index: number) => Promise<Result>, atOnce = 100): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < count; from += atOnce) {
    const wave = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => act(from + index));
    results.push(...(await Promise.all(wave)));
  }
  return results;
}

test('ten thousand join before the doors: every position from 1 to 10,000 is held once', async () => {
  const places = (await all(10_000, (fan) => stage.join(fan))).map((outcome) => joined(outcome).place);
  stage.now = opensAt;
  await stage.tick();
  const positions = places.map((place) => stage.position(place) as number);
  expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 10_000 }, (_, index) => index + 1));
  expect((await stage.line()).progress).toMatchObject({ drawn: 10_000, calledUpTo: 5 });
});

describe('one fan, one place', () => {
  test('from a phone and a laptop, at the same time: the same receipt', async () => {
    const receipts = (await all(20, () => stage.join(1))).map((outcome) => joined(outcome).receipt);
    expect(new Set(receipts).size).toBe(1);
  });

  test('again, much later, from a cold handler: the same receipt', async () => {
    const first = await stage.join(1);
    expect(first).toMatchObject({ ok: true, isNew: true });
    stage.now = opensAt + 30_000;
    await stage.tick();
    stage.forget();
    const again = await stage.join(1);
    expect(again).toMatchObject({ ok: true, isNew: false });
    expect(joined(again)).toEqual(joined(first));
  });

  test('two fans have two places', async () => {
    const [one, two] = [joined(await stage.join(1)).place, joined(await stage.join(2)).place];
    expect(one.fan).not.toBe(two.fan);
    expect([one.shard, one.index]).not.toEqual([two.shard, two.index]);
  });

  test('a place that was given up is the same place when joined again', async () => {
    const { receipt } = joined(await stage.join(1));
    await stage.leave(receipt);
    expect((await stage.stores.fans.read(onSale, joined(await stage.join(1)).place.fan))?.leftAt).toBeUndefined();
    expect(joined(await stage.join(1)).receipt).toBe(receipt);
  });

  test('it is theirs again also if the look at the fan is a second old, and does not know yet that it was given up', async () => {
    let behindMs = 0;
    const stores = twins({ clock: () => behind.now, ofItem: () => behindMs, ofIndex: () => 0 });
    const behind: SmallStage = new SmallStage(stores);
    await behind.open();
    const { receipt, place } = joined(await behind.join(1));
    behind.now += 60_000;
    await behind.leave(receipt);
    behindMs = 1000;
    behind.now += 500;
    expect(joined(await behind.join(1)).receipt).toBe(receipt);
    expect((await stores.fans.read(onSale, place.fan))?.leftAt).toBeUndefined();
  });
});

test('a join killed at any point and retried leaves one place, and nothing else', async () => {
  for (let nth = 1; nth <= 10; nth += 1) {
    const stores = twins();
    const kill = killAt(nth);
    const dying = new SmallStage(faulty(stores, () => (opened ? kill.fault() : undefined)));
    let opened = false;
    await dying.open(
      anOpening({ dials: { shopping: 1, perMinute: 600, paused: false, passMinutes: 3, claimMinutes: 2 } }),
    );
    opened = true;
    const first = await dying.join(1).catch((error: unknown) => error);
    expect(kill.chances() < nth || first instanceof Killed).toBe(true);

    const calm = new SmallStage(stores);
    const retried = joined(await calm.join(1));
    expect(joined(await calm.join(1)).receipt).toBe(retried.receipt);
    calm.now = opensAt - 1000;
    await calm.run(opensAt + 300_000);
    const { drawn, calledUpTo } = (await calm.line()).progress;
    expect(drawn).toBe(1);
    expect(calledUpTo).toBe(drawn);
    // Called five minutes ago: late, so the first claim asks for the next slot, and the second takes it.
    expect(await calm.claim(retried.receipt)).toMatchObject({ refusal: 'late-next' });
    await calm.run(calm.now + 2000);
    expect(await calm.claim(retried.receipt)).toMatchObject({ ok: true });
  }
});

describe('shards', () => {
  const unsealed = async (stage: SmallStage) => {
    const shards = await stage.stores.rolls.allocated({ onSale, round: 0, offered: 64 });
    const numbers = Array.from({ length: shards }, (_, shard) => shard);
    return (await stage.stores.rolls.readMany(onSale, 0, numbers)).map(({ marks }) => marks.length);
  };

  test('of a lobby for few are those that are offered to all', async () => {
    await all(200, (fan) => stage.join(fan), 20);
    const counts = await unsealed(stage);
    expect(counts).toHaveLength(64);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(50);
  });

  test('a handler that finds one full fills its own, each to the end, and meets no full one again', async () => {
    const stores = twins();
    let full = 0;
    const counting = {
      ...stores,
      rolls: {
        ...stores.rolls,
        append: async (...given: Parameters<typeof stores.rolls.append>) => {
          const appended = await stores.rolls.append(...given);
          if (appended.how === 'full') full += 1;
          return appended;
        },
      },
    };
    const busy = new SmallStage(counting);
    await busy.open();
    await all(5000, (fan) => busy.join(fan), 1);
    const counts = await unsealed(busy);
    expect(full).toBe(1);
    expect(counts.length).toBeGreaterThan(100);
    const own = counts.slice(64);
    expect(own.slice(0, -1).every((count) => count === 40)).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5000);
  });

  test('two handlers never fill the same one of their own', async () => {
    const stores = twins();
    const stages = [new SmallStage(stores), new SmallStage(stores)] as const;
    await stages[0].open();
    await all(6000, (fan) => (stages[fan % 2] as SmallStage).join(fan), 50);
    const counts = await unsealed(stages[0]);
    expect(Math.max(...counts)).toBe(40);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6000);
    expect(counts.length).toBeLessThan(64 + 6000 / 40 + 4);
  });
});

describe('a join that races the closing of a round', () => {
  test('lands in the next round, never in the closed one', async () => {
    const before = joined(await stage.join(1)).place;
    stage.now = opensAt;
    // The handler still remembers round 0 when the pacemaker closes it.
    await stage.join(1);
    await stage.tick();
    const after = joined(await stage.join(2)).place;
    expect([before.round, after.round]).toEqual([0, 1]);
    expect(stage.sheet(0)?.size).toBe(1);
  });

  test('at every point of the closing: counted and drawn with its round', async () => {
    // The pacemaker pauses before its nth step while a fan joins.
    for (let nth = 1; nth <= 300; nth += 7) {
      const stores = twins();
      const joins: Promise<Place>[] = [];
      const bystander = new SmallStage(stores);
      let step = -1_000_000;
      const pausing = new SmallStage(
        faulty(stores, async () => {
          step += 1;
          if (step === nth) joins.push(bystander.join(99).then((outcome) => joined(outcome).place));
          await joins[0];
        }),
      );
      await pausing.open();
      await bystander.join(1);
      pausing.now = opensAt;
      bystander.now = opensAt;
      step = 0;
      await pausing.tick();
      const place = await (joins[0] ?? bystander.join(99).then((outcome) => joined(outcome).place));
      pausing.now = opensAt + 4000;
      await pausing.tick();
      const sheet = pausing.sheet(place.round);
      expect(sheet?.counts[place.shard]).toBeGreaterThan(place.index);
      expect(pausing.sheets().reduce((sum, { size }) => sum + size, 0)).toBe(2);
    }
  });
});

describe('members', () => {
  const member = { entry: 'members', member: 'FR-12345', postcode: 'SW1A 1AA' } as const;
  beforeEach(async () => {
    stage = new SmallStage();
    await stage.open(anOpening({ entry: 'members', roster: 'friends' }));
    const members = [{ member: 'FR12345', postcode: 'sw1a1aa' }];
    const loaded = await loadRoster({ fans: stage.stores.fans, keys }, { roster: 'friends', members });
    expect(loaded).toEqual({ ok: true, roster: 'friends', loaded: 1 });
  });

  test('join with number and postcode, however typed: one place', async () => {
    const first = joined(await stage.joinAs(member));
    expect(joined(await stage.joinAs({ ...member, member: 'fr 12345', postcode: 'sw1a-1aa' })).receipt).toBe(
      first.receipt,
    );
  });

  test('an unknown number and a wrong postcode get the same answer, also once the member has joined', async () => {
    await stage.joinAs(member);
    const wrongPostcode = await stage.joinAs({ ...member, postcode: 'N1 1AA' });
    const unknown = await stage.joinAs({ ...member, member: 'FR-99999' });
    expect(wrongPostcode).toMatchObject({ ok: false, refusal: 'member-unknown' });
    expect(unknown).toEqual(wrongPostcode);
    expect(await stage.joinAs({ ...member, member: '---', postcode: '-' })).toEqual(wrongPostcode);
  });

  test('the wrong way in is refused and says the right one', async () => {
    expect(await stage.joinAs(asVisitor(1, stage.now))).toMatchObject({
      refusal: 'entry-wrong',
      errors: [{ field: 'body.entry', message: 'must be members here' }],
    });
    const open = new SmallStage();
    await open.open();
    expect(await open.joinAs(member)).toMatchObject({ refusal: 'entry-wrong' });
  });
});

test('no line, and a line that is over', async () => {
  expect(await stage.joinAs(asVisitor(1, stage.now), 'nowhere')).toMatchObject({
    refusal: 'line-unknown',
  });
  const { receipt } = joined(await stage.join(1));
  stage.now = anOpening().closesAt;
  expect(await stage.join(2)).toMatchObject({ refusal: 'line-closed' });
  expect(joined(await stage.join(1)).receipt).toBe(receipt);
});

test('a line that is remembered costs one read a second, not one a join', async () => {
  let glances = 0;
  const stores = twins();
  const counting = new SmallStage({
    ...stores,
    lines: {
      ...stores.lines,
      glance: (line) => {
        glances += 1;
        return stores.lines.glance(line);
      },
    },
  });
  await counting.open();
  await all(200, (fan) => counting.join(fan), 1);
  expect(glances).toBe(1);
  counting.now += 1000;
  await counting.join(500);
  expect(glances).toBe(2);
});
