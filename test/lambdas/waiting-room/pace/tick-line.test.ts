import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../../contracts/line.ts';
import type { Joined } from '../../../../contracts/line-requests.ts';
import { published } from '../../../../contracts/paths.ts';
import type { LineStore } from '../../../../lambdas/waiting-room/line/line-store.ts';
import { turnDials } from '../../../../lambdas/waiting-room/line/turn-dials.ts';
import { tickLine } from '../../../../lambdas/waiting-room/pace/tick-line.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { Killed, killAt } from '../../../interrupted.ts';
import { anOpening, faulty, joined, keys, onSale, opensAt, SmallStage } from '../small-stage.ts';

let stage: SmallStage;
beforeEach(async () => {
  stage = new SmallStage();
  await stage.open();
});

const board = (of = stage) => of.files.get(published.board(onSale)) as Board;

describe('rounds', () => {
  test('the lobby closes at the doors, to the millisecond, however few came', async () => {
    stage.now = opensAt - 1;
    await stage.tick();
    expect(board()).toMatchObject({ phase: 'lobby', round: 0, drawn: 0 });
    expect(stage.sheet(0)).toBeUndefined();
    stage.now = opensAt;
    await stage.tick();
    expect(board()).toMatchObject({ phase: 'open', round: 1, drawn: 0, writtenAt: opensAt });
    expect(stage.sheet(0)).toMatchObject({ size: 0, offset: 0, drawnAt: opensAt });
  });

  test('later rounds close every 3 s, if anyone joined; who joined later stands behind', async () => {
    const lobby = joined(await stage.join(1)).place;
    await stage.run(opensAt + 10_000);
    expect(board().round).toBe(1);
    const second = joined(await stage.join(2)).place;
    await stage.run(opensAt + 11_000);
    expect(board().round).toBe(2);
    const third = joined(await stage.join(3)).place;
    await stage.run(opensAt + 13_000);
    expect(board()).toMatchObject({ round: 2, drawn: 2, waiting: 1 });
    await stage.run(opensAt + 14_000);
    expect(board()).toMatchObject({ round: 3, drawn: 3, waiting: 0, calledUpTo: 3 });
    expect([lobby, second, third].map((place) => stage.position(place))).toEqual([1, 2, 3]);
  });

  test('whoever joined just before the end is drawn after it', async () => {
    const { closesAt } = anOpening();
    stage.now = closesAt - 1000;
    await stage.tick();
    const { place } = joined(await stage.join(1));
    await stage.run(closesAt + 5000);
    expect(board().phase).toBe('closed');
    expect(stage.position(place)).toBe(1);
  });

  test('the sheets chain: counts, offsets, seeds', async () => {
    for (let fan = 0; fan < 5; fan += 1) await stage.join(fan);
    await stage.run(opensAt);
    await stage.join(5);
    await stage.run(opensAt + 4000);
    const [lobby, first] = stage.sheets();
    expect(lobby?.counts).toHaveLength(64);
    expect(first?.counts).toHaveLength(4);
    expect([lobby?.size, first?.size, first?.offset]).toEqual([5, 1, 5]);
    expect([lobby?.seed, first?.seed]).toEqual([0, 1].map((round) => keys.seeds(onSale).seedOf(round)));
  });

  test('a pacemaker killed at any point of a round: the next tick finishes it, the same', async () => {
    for (let nth = 1; nth <= 144; nth += 3) {
      const stores = twins();
      const calm = new SmallStage(stores);
      await calm.open();
      for (let fan = 0; fan < 30; fan += 1) await calm.join(fan);
      const dying = new SmallStage(faulty(stores, killAt(nth).fault), calm.files);
      dying.now = opensAt;
      await expect(dying.tick('dying')).rejects.toThrow(Killed);
      const seen = calm.sheet(0);
      // A fan who joins between the two ticks.
      calm.now = opensAt + 1000;
      const late = joined(await calm.join(99)).place;
      calm.now = opensAt + 3000;
      await calm.tick('other');
      expect(calm.sheet(0)?.size).toBe(late.round === 0 ? 31 : 30);
      if (seen) expect(calm.sheet(0)).toEqual(seen);
      await calm.run(opensAt + 10_000, 'other');
      expect(calm.sheets().reduce((sum, { size }) => sum + size, 0)).toBe(31);
      expect((await calm.line()).progress).toMatchObject({ drawn: 31, drawnRounds: calm.sheets().length });
    }
  });
});

describe('two pacemakers', () => {
  test('one writes; the other waits', async () => {
    expect(await stage.tick('a')).toMatchObject({ did: 'ticked' });
    const { version } = await stage.line();
    expect(await stage.tick('b')).toEqual({ did: 'waited' });
    expect((await stage.line()).version).toBe(version);
  });

  test('the other takes over within 5 s when the first is killed', async () => {
    stage.now = opensAt - 30_000;
    for (let second = 0; second < 10; second += 1) {
      stage.now += 1000;
      expect(await stage.tick('a')).toMatchObject({ did: 'ticked' });
      expect(await stage.tick('b')).toEqual({ did: 'waited' });
    }
    const killedAt = stage.now;
    while ((await stage.tick('b')).did !== 'ticked') stage.now += 1000;
    expect(stage.now - killedAt).toBeLessThan(5000);
    expect((await stage.line()).lease?.owner).toBe('b');
  });

  test('that tick in the very same moment move the line once', async () => {
    for (let fan = 0; fan < 20; fan += 1) await stage.join(fan);
    stage.now = opensAt;
    const did = await Promise.all(['a', 'b', 'c'].map((me) => stage.tick(me)));
    expect(did.filter((ticked) => ticked.did === 'ticked')).toHaveLength(1);
    expect(board()).toMatchObject({ drawn: 20, calledUpTo: 5, round: 1 });
  });

  /** A pacemaker that hangs before it writes, while another takes over and goes on; how far the line is then. */
  async function afterAHang(write: (lines: LineStore) => LineStore['write']): Promise<number> {
    const stores = twins();
    const calm = new SmallStage(stores);
    await calm.open();
    const all: Joined[] = [];
    for (let fan = 0; fan < 30; fan += 1) all.push(joined(await calm.join(fan)));
    calm.now = opensAt;
    await calm.tick('hangs');
    const shopped = async () => {
      for (const { receipt } of all) if ((await calm.claim(receipt)).ok) await calm.leave(receipt);
    };
    await shopped();

    let wakeUp = () => {};
    const asleep = new Promise<void>((wake) => {
      wakeUp = wake;
    });
    const slow = write(stores.lines);
    const hanging = new SmallStage({
      ...stores,
      lines: { ...stores.lines, write: (line, changes) => asleep.then(() => slow(line, changes)) },
    });
    hanging.now = opensAt + 1000;
    const hung = hanging.tick('hangs');
    calm.now = opensAt + 5000;
    await calm.run(opensAt + 36_000, 'other');
    await shopped();
    await calm.run(opensAt + 67_000, 'other');
    expect((await calm.line()).progress.calledUpTo).toBe(15);
    hanging.now = opensAt + 67_000;
    wakeUp();
    await hung;
    return (await calm.line()).progress.calledUpTo;
  }

  test('that wake up late change nothing', async () => {
    expect(await afterAHang((lines) => lines.write)).toBe(15);
  });

  test('the harm when the version is not looked at: the line goes back', async () => {
    const blind =
      (lines: LineStore): LineStore['write'] =>
      async (line, changes) => {
        const standing = await lines.read(line.facts.onSale);
        return standing && lines.write(standing, changes);
      };
    expect(await afterAHang(blind)).toBeLessThan(15);
  });
});

describe('the board', () => {
  test('is written when it says something new, and every 5 s all the same', async () => {
    let written = 0;
    const publisher = {
      ...stage.publisher,
      writeIf: async (...given: Parameters<typeof stage.publisher.writeIf>) => {
        if (given[0] === published.board(onSale)) written += 1;
        return stage.publisher.writeIf(...given);
      },
    };
    stage.now = opensAt - 30_000;
    for (let second = 0; second < 20; second += 1) {
      await tickLine({ ...stage.tickDeps('a'), files: publisher }, onSale, stage.now + second * 1000);
    }
    expect(written).toBe(4);
  });

  test('shows dials and message on the next tick', async () => {
    await stage.run(opensAt);
    const turn = { onSale, dials: { paused: true, message: 'Back in five minutes' } };
    expect(await turnDials(stage.stores, turn, stage.now)).toMatchObject({
      ok: true,
      dials: { shopping: 5, paused: true },
    });
    await stage.run(opensAt + 1000);
    expect(board()).toMatchObject({ phase: 'paused', message: 'Back in five minutes' });
    await turnDials(stage.stores, { onSale, dials: { paused: false, message: '' } }, stage.now);
    await stage.run(opensAt + 2000);
    expect(board().phase).toBe('open');
    expect(board().message).toBeUndefined();
  });

  test('counts the lobby', async () => {
    await stage.tick();
    for (let fan = 0; fan < 12; fan += 1) await stage.join(fan);
    await stage.run(stage.now + 5000);
    expect(board().waiting).toBe(12);
  });

  test('is published again when publishing failed', async () => {
    const failing = {
      ...stage.tickDeps('a'),
      files: { ...stage.publisher, writeIf: async () => Promise.reject(new Error('S3 is away')) },
    };
    await expect(tickLine(failing, onSale, stage.now)).rejects.toThrow('S3 is away');
    stage.files.clear();
    await tickLine({ ...failing, files: stage.publisher }, onSale, stage.now + 1000);
    expect(board()).toBeDefined();
  });

  test('holds nothing that names a fan', async () => {
    const { place } = joined(await stage.join(1));
    await stage.run(opensAt + 5000);
    expect(JSON.stringify([...stage.files])).not.toContain(place.fan);
  });
});

test('a dial turned under a tick is obeyed by it', async () => {
  const stores = twins();
  await new SmallStage(stores).open();
  const fans = new SmallStage(stores);
  for (let fan = 0; fan < 20; fan += 1) await fans.join(fan);
  let reads = 0;
  const racing = new SmallStage({
    ...stores,
    shoppers: {
      ...stores.shoppers,
      read: async (line, now) => {
        reads += 1;
        if (reads === 1) await turnDials(stores, { onSale, dials: { paused: true } }, opensAt);
        return stores.shoppers.read(line, now);
      },
    },
  });
  racing.now = opensAt;
  await racing.tick();
  expect((await racing.line()).progress.calledUpTo).toBe(0);
  expect(board(racing).phase).toBe('paused');
});

test('a line that is not there', async () => {
  expect(await tickLine(stage.tickDeps(), 'nowhere', stage.now)).toEqual({ did: 'unknown' });
  expect(await turnDials(stage.stores, { onSale: 'nowhere', dials: { paused: true } }, stage.now)).toMatchObject({
    ok: false,
    errors: [{ field: 'onSale' }],
  });
});
