import { describe, expect, test } from '@jest/globals';
import type { LineFile } from '../../../../contracts/line.ts';
import { lineOpening, rosterLoad } from '../../../../contracts/line-operation.ts';
import { published } from '../../../../contracts/paths.ts';
import { loadRoster } from '../../../../lambdas/waiting-room/entry/load-roster.ts';
import { isSeedOf } from '../../../../lambdas/waiting-room/line/seed-chain.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { killAt } from '../../../interrupted.ts';
import { anOpening, faulty, keys, onSale, opensAt, SmallStage } from '../small-stage.ts';

describe('opening a line', () => {
  test('publishes what it promises, and a board to wait before', async () => {
    const stage = new SmallStage();
    const opened = await stage.open();
    const file = stage.files.get(published.line(onSale)) as LineFile;
    expect(opened).toEqual({ ok: true, line: file, isNew: true });
    expect(file).toMatchObject({
      onSale,
      opensAt,
      entry: 'open',
      roundSeconds: 3,
      receiptKey: keys.receipts.publicKey,
    });
    expect(isSeedOf(file.chain.anchor, 3, keys.seeds(onSale).seedOf(3))).toBe(true);
    expect(stage.files.get(published.board(onSale))).toMatchObject({ phase: 'lobby', waiting: 0, round: 0 });
  });

  test('promises in how many seconds all joins come through, and keeps to it when the stage grows', async () => {
    const stage = new SmallStage();
    await stage.open(anOpening(), 100);
    const told = () => (stage.files.get(published.line(onSale)) as LineFile).joinSeconds;
    expect(told()).toBe(10);
    await stage.open(anOpening(), 1_000);
    expect(told()).toBe(10);
  });

  test('again changes nothing, also when dials were turned and fans have joined', async () => {
    const stage = new SmallStage();
    await stage.open();
    await stage.join(1);
    await stage.stores.lines.turn(onSale, { shopping: 77 }, []);
    await stage.run(opensAt + 1000);
    const [line, files] = [await stage.line(), JSON.stringify([...stage.files])];
    expect(await stage.open()).toMatchObject({ ok: true, isNew: false });
    expect(await stage.line()).toEqual(line);
    expect(JSON.stringify([...stage.files])).toBe(files);
  });

  test('with other facts is refused, field by field, and what was promised stands', async () => {
    const stage = new SmallStage();
    await stage.open();
    const files = JSON.stringify([...stage.files]);
    const later = await stage.open(anOpening({ opensAt: opensAt + 1, title: 'Other' }));
    expect(later).toMatchObject({ ok: false, errors: [{ field: 'title' }, { field: 'opensAt' }] });
    expect(JSON.stringify([...stage.files])).toBe(files);
  });

  describe('an on-sale of the published season', () => {
    const { title, closesAt, entry } = anOpening();
    const said = { id: onSale, title, opensAt, closesAt, entry };
    const publish = (stage: SmallStage, more: object = {}) =>
      stage.files.set(published.season(), { onSales: [{ ...said, ...more }] });

    test('is opened as the season says', async () => {
      const stage = new SmallStage();
      publish(stage);
      expect(await stage.open()).toMatchObject({ ok: true, isNew: true });
    });

    test.each([
      ['title', { title: 'Other' }],
      ['opensAt', { opensAt: opensAt + 1 }],
      ['closesAt', { closesAt: closesAt + 1 }],
      ['entry', { entry: 'email' }],
      ['tiers', { tiers: [{ id: 'a', name: 'A', entry, opensAt }] }],
    ])('is not opened with another %s, and nothing is promised', async (field, more) => {
      const stage = new SmallStage();
      publish(stage, more);
      expect(await stage.open()).toMatchObject({ ok: false, errors: [{ field }] });
      expect(stage.files.has(published.line(onSale))).toBe(false);
    });

    test('is not opened if another season is published at the same moment; opened as that says, it is', async () => {
      const stage = new SmallStage();
      const put = stage.files.set.bind(stage.files);
      stage.files.set = (path, file) => {
        if (path === published.line(onSale)) put(published.season(), { onSales: [{ ...said, opensAt: opensAt + 1 }] });
        return put(path, file);
      };
      expect(await stage.open()).toMatchObject({ ok: false, errors: [{ field: 'opensAt' }] });
      expect(await stage.stores.lines.read(onSale)).toBeUndefined();
      expect(await stage.open(anOpening({ opensAt: opensAt + 1 }))).toMatchObject({ ok: true, isNew: true });
      expect(stage.files.get(published.line(onSale))).toMatchObject({ opensAt: opensAt + 1 });
    });
  });

  test('two ways in the same moment: one stands, and its promise is what is published', async () => {
    const stage = new SmallStage();
    const both = await Promise.all([stage.open(), stage.open(anOpening({ title: 'Other' }))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { title } = (await stage.line()).facts;
    expect(stage.files.get(published.line(onSale))).toMatchObject({ title });
  });

  test('killed at any point and called again: open, listed and published', async () => {
    for (let nth = 1; nth <= 4; nth += 1) {
      const stores = twins();
      const dying = new SmallStage(faulty(stores, killAt(nth).fault));
      await expect(dying.open()).rejects.toThrow();
      const stage = new SmallStage(stores);
      expect(await stage.open()).toMatchObject({ ok: true });
      expect(await stores.lines.live(opensAt)).toHaveLength(1);
      expect(stage.files.has(published.line(onSale))).toBe(true);
    }
  });

  test('bad openings are named by field', () => {
    const bad = (more: object) =>
      lineOpening.safeParse({ ...anOpening(), ...more }).error?.issues.map(({ path }) => path.join('.'));
    expect(bad({ closesAt: opensAt })).toEqual(['closesAt']);
    expect(bad({ entry: 'members' })).toEqual(['roster']);
    expect(bad({ onSale: 'Friends!' })).toEqual(['onSale']);
    expect(bad({ dials: { ...anOpening().dials, shopping: -1 } })).toEqual(['dials.shopping']);
  });
});

describe('loading a roster', () => {
  const load = (members: { member: string; postcode: string }[], stage = new SmallStage()) =>
    loadRoster({ fans: stage.stores.fans, keys }, { roster: 'friends', members });
  const crowd = Array.from({ length: 5000 }, (_, at) => ({ member: `FR-${at}`, postcode: `N${at} 1AA` }));

  test('five thousand at a time; every one may join and no other', async () => {
    const stage = new SmallStage();
    expect(rosterLoad.safeParse({ roster: 'friends', members: crowd }).success).toBe(true);
    expect(await load(crowd, stage)).toEqual({ ok: true, roster: 'friends', loaded: 5000 });
    await stage.open(anOpening({ entry: 'members', roster: 'friends' }));
    for (const at of [0, 24, 25, 4999]) {
      const request = { entry: 'members', member: `fr ${at}`, postcode: `n${at}1aa` } as const;
      expect(await stage.joinAs(request)).toMatchObject({ ok: true });
    }
    expect(await stage.joinAs({ entry: 'members', member: 'fr5000', postcode: 'n50001aa' })).toMatchObject({
      ok: false,
    });
  });

  test('a number twice: once if it is the same, refused with another postcode', async () => {
    expect(
      await load([
        { member: 'A1', postcode: 'X' },
        { member: 'a-1', postcode: 'x' },
      ]),
    ).toMatchObject({ loaded: 1 });
    expect(
      await load([
        { member: 'A1', postcode: 'X' },
        { member: 'a-1', postcode: 'y' },
      ]),
    ).toMatchObject({
      ok: false,
      errors: [{ field: 'members.1.member', message: 'is also member 0, with another postcode' }],
    });
    expect(await load([{ member: '--', postcode: '  ' }])).toMatchObject({
      errors: [{ field: 'members.0.member' }, { field: 'members.0.postcode' }],
    });
  });
});
