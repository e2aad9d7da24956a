import { describe, expect, test } from '@jest/globals';
import type { LedgerAct } from '../../../../contracts/ledger.ts';
import { rollLayout } from '../../../../contracts/roll.ts';
import type { LineRecord, LineStore, NotedAct } from '../../../../lambdas/waiting-room/line/line-store.ts';

let made = 0;

export function aLine(): LineRecord {
  made += 1;
  return {
    facts: {
      onSale: `line-${made}`,
      title: 'Friends',
      opensAt: 1_000_000,
      closesAt: 2_000_000,
      entry: 'members',
      roster: 'friends',
      audience: 100,
      roll: rollLayout,
    },
    dials: { shopping: 10, perMinute: 60, paused: false, passMinutes: 15, claimMinutes: 5 },
    progress: {
      open: { round: 0, shards: 64 },
      closing: [],
      lastClosedAt: 0,
      lobbies: 0,
      drawnRounds: 0,
      spans: [],
      drawn: 0,
      calledUpTo: 0,
      calls: [],
      ledger: { n: 0, head: '00' },
      rolls: { n: 0, head: '00' },
    },
    acts: [],
    version: 1,
  };
}

const anAct = (act: LedgerAct): NotedAct => ({ notedAt: 5, act, role: 'ops', reason: 'a test', detail: { to: 1 } });

const listed = (line: LineRecord) => ({ onSale: line.facts.onSale, opensAt: line.facts.opensAt, endsAt: 2_600_000 });

/** The duties of every line store. */
export function lineStoreContract(name: string, store: () => LineStore): void {
  describe(`line store: ${name}`, () => {
    test('knows no line that was not opened', async () => {
      expect(await store().read('nowhere')).toBeUndefined();
      expect(await store().glance('nowhere')).toBeUndefined();
    });

    test('opens a line once; the one that stands is returned', async () => {
      const lines = store();
      const line = aLine();
      expect(await lines.open(line, listed(line))).toEqual(line);
      const other = { ...line, facts: { ...line.facts, title: 'Other' } };
      expect(await lines.open(other, listed(line))).toEqual(line);
      expect(await lines.read(line.facts.onSale)).toEqual(line);
      expect(await lines.glance(line.facts.onSale)).toEqual(line);
    });

    test('says that the round which is drawn next goes without its beacon, once, and no other', async () => {
      const lines = store();
      const line = aLine();
      const { onSale } = line.facts;
      const act = anAct('drawn-unproved');
      expect(await lines.goOn(onSale, { round: 0, why: 'gone' }, act)).toMatchObject({ ok: false });
      await lines.open(line, listed(line));
      expect(await lines.goOn(onSale, { round: 0, why: 'gone' }, act)).toMatchObject({ ok: false });
      const closing = [
        { round: 3, shards: 4, committed: { size: 1, beacon: 9 } },
        { round: 4, shards: 4 },
      ];
      await lines.write(line, { progress: { ...line.progress, closing } });
      expect(await lines.goOn(onSale, { round: 4, why: 'gone' }, act)).toMatchObject({ ok: false });
      expect(await lines.goOn(onSale, { round: 3, why: 'gone' }, act)).toMatchObject({ ok: true });
      const after = await lines.read(onSale);
      expect(after).toMatchObject({ unproved: { round: 3, why: 'gone' }, acts: [act], version: 3 });
    });

    test('lists live lines until their time', async () => {
      const lines = store();
      const line = aLine();
      await lines.open(line, listed(line));
      expect(await lines.live(2_599_999)).toContainEqual(listed(line));
      expect(await lines.live(2_600_000)).not.toContainEqual(listed(line));
    });

    test('writes at the version read, and not once the line moved on', async () => {
      const lines = store();
      const line = aLine();
      await lines.open(line, listed(line));
      const progress = {
        ...line.progress,
        closing: [line.progress.open],
        open: { round: 1, shards: 4 },
        calledUpTo: 7,
        calls: [{ calledAt: 5, from: 0, upTo: 7, claimBy: 9 }],
      };
      const written = await lines.write(line, { progress });
      expect(written).toEqual({ ...line, progress, version: 2 });
      expect(await lines.read(line.facts.onSale)).toEqual(written);

      expect(await lines.write(line, { progress: { ...progress, calledUpTo: 8 } })).toBeUndefined();
      expect(await lines.read(line.facts.onSale)).toEqual(written);

      const drawn = { ...progress, closing: [] };
      const next = await lines.write(written as LineRecord, { progress: drawn, lease: { owner: 'a', endsAt: 9 } });
      expect(await lines.read(line.facts.onSale)).toEqual(next);
      expect(next?.progress.closing).toEqual([]);
      expect(next?.lease).toEqual({ owner: 'a', endsAt: 9 });
    });

    test('of twenty pacemakers who write at the version they read one does, and what it wrote stands', async () => {
      const lines = store();
      const line = aLine();
      const opened = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          lines.open({ ...line, facts: { ...line.facts, title: `Title ${n}` } }, listed(line)),
        ),
      );
      expect(new Set(opened.map(({ facts }) => facts.title)).size).toBe(1);
      const [standing = line] = opened;
      const written = await Promise.all(
        Array.from({ length: 20 }, (_, n) => lines.write(standing, { lease: { owner: `p-${n}`, endsAt: 9 } })),
      );
      const [winner, ...others] = written.filter((one) => one !== undefined);
      expect(others).toEqual([]);
      expect(await lines.read(line.facts.onSale)).toEqual(winner);
    });

    test('forty hands at the dials while pacemakers write: every act is noted, every write counted', async () => {
      const lines = store();
      const line = aLine();
      await lines.open(line, listed(line));
      const { onSale } = line.facts;
      const turns = Array.from({ length: 40 }, (_, n) =>
        lines.turn(onSale, { perMinute: n + 1 }, [anAct('dials-turned')]),
      );
      const writes = Array.from({ length: 10 }, async () => {
        const read = (await lines.read(onSale)) as LineRecord;
        return lines.write(read, { lease: { owner: 'a', endsAt: 9 } });
      });
      await Promise.all(turns);
      const taken = (await Promise.all(writes)).filter((one) => one !== undefined);
      const after = await lines.read(onSale);
      expect(after?.acts).toHaveLength(40);
      expect(after?.version).toBe(1 + 40 + taken.length);
    });

    test('turns only the dials given, and so that a writer who read before finds the line moved', async () => {
      const lines = store();
      const line = aLine();
      await lines.open(line, listed(line));
      const { onSale } = line.facts;
      const turned = await Promise.all([
        lines.turn(onSale, { paused: true }, [anAct('paused')]),
        lines.turn(onSale, { message: 'Back in five minutes' }, [anAct('message-set'), anAct('dials-turned')]),
      ]);
      expect(turned.every((dials) => dials !== undefined)).toBe(true);
      const dials = { ...line.dials, paused: true, message: 'Back in five minutes' };
      expect((await lines.read(onSale))?.dials).toEqual(dials);
      expect(await lines.write(line, { lease: { owner: 'a', endsAt: 9 } })).toBeUndefined();
      expect(await lines.turn(onSale, {}, [])).toEqual(dials);
      expect(await lines.turn('nowhere', { paused: true }, [])).toBeUndefined();
    });

    test('notes when everybody was away beside a turn, or without one, the newest last', async () => {
      const lines = store();
      const line = aLine();
      await lines.open(line, listed(line));
      const { onSale } = line.facts;
      await lines.turn(onSale, { paused: true }, [], { from: 5, to: 7 });
      expect(await lines.turn(onSale, {}, [], { from: 9, to: 11 })).toEqual({ ...line.dials, paused: true });
      const aways = [
        { from: 5, to: 7 },
        { from: 9, to: 11 },
      ];
      expect(await lines.read(onSale)).toMatchObject({ aways, turns: 1 });
    });

    test('notes every act once, those of one turn together, until they are taken off', async () => {
      const lines = store();
      const line = aLine();
      await lines.open(line, listed(line));
      const { onSale } = line.facts;
      await Promise.all([
        lines.turn(onSale, { paused: true }, [anAct('paused')]),
        lines.turn(onSale, {}, [anAct('message-set'), anAct('dials-turned')]),
      ]);
      const noted = (await lines.read(onSale))?.acts.map(({ act }) => act);
      expect([
        ['paused', 'message-set', 'dials-turned'],
        ['message-set', 'dials-turned', 'paused'],
      ]).toContainEqual(noted);
      const read = (await lines.read(onSale)) as LineRecord;
      await lines.write(read, { acts: [] });
      expect((await lines.read(onSale))?.acts).toEqual([]);
    });

    describe('a lever', () => {
      const hand = (key: string) => ({ key, at: 5, act: 'turn', role: 'ops' as const });
      const pullOf = (seen: number, key: string, more: object = {}) => ({
        ...{ seen, hand: hand(key), dials: { perMinute: 7 }, acts: [anAct('dials-turned')] },
        ...more,
      });

      test('is pulled by one of twenty who saw the same, and the others pull nothing', async () => {
        const lines = store();
        const line = aLine();
        await lines.open(line, listed(line));
        const pulls = await Promise.all(
          Array.from({ length: 20 }, (_, n) => lines.pull(line, pullOf(0, `k${n}`, { dials: { perMinute: n + 1 } }))),
        );
        const done = pulls.filter((one) => one.ok);
        expect(done).toHaveLength(1);
        const after = await lines.read(line.facts.onSale);
        expect(after).toMatchObject({ turns: 1, version: 2, acts: [anAct('dials-turned')] });
        expect(after?.hands).toHaveLength(1);
        expect(done[0]).toEqual({ ok: true, line: after });
        expect(await lines.pull(line, pullOf(0, 'late'))).toMatchObject({ ok: false });
        expect(await lines.read(line.facts.onSale)).toEqual(after);
      });

      test('is not pulled after an operator turned a dial, but after a place was judged', async () => {
        const lines = store();
        const line = aLine();
        await lines.open(line, listed(line));
        const { onSale } = line.facts;
        await lines.turn(onSale, {}, [anAct('place-slowed')]);
        expect(await lines.pull(line, pullOf(0, 'a'))).toMatchObject({ ok: true });
        await lines.turn(onSale, { paused: true }, [anAct('paused')]);
        expect(await lines.pull(line, pullOf(1, 'b'))).toMatchObject({ ok: false });
        expect(await lines.pull(line, pullOf(2, 'c'))).toMatchObject({ ok: true });
        expect((await lines.read(onSale))?.dials).toMatchObject({ paused: true, perMinute: 7 });
        const nowhere = { ...line, facts: { ...line.facts, onSale: 'nowhere' } };
        expect(await lines.pull(nowhere, pullOf(0, 'd'))).toMatchObject({ ok: false });
      });

      test('moves facts, not after a lobby has closed, and asks for a second person until the next pull', async () => {
        const lines = store();
        const line = aLine();
        await lines.open(line, listed(line));
        const { onSale } = line.facts;
        const act = { act: 'end', key: 'k-1', seen: 0, reason: 'a test' } as const;
        const asked = { act, role: 'ops', by: 'somebody', until: 9 } as const;
        const first = await lines.pull(line, pullOf(0, 'a', { acts: [], dials: {}, asked }));
        expect(first).toMatchObject({ ok: true, line: { asked, acts: [], turns: 1 } });
        const promised = { opensAt: line.facts.opensAt, closesAt: line.facts.closesAt };
        const doors = { facts: { opensAt: 1_100_000, promised }, dials: {} };
        expect(await lines.pull(line, pullOf(1, 'b', { ...doors, lobbies: 1 }))).toMatchObject({ ok: false });
        expect(await lines.pull(line, pullOf(1, 'b', { ...doors, lobbies: 0 }))).toMatchObject({ ok: true });
        const after = await lines.read(onSale);
        expect(after?.facts).toEqual({ ...line.facts, opensAt: 1_100_000, promised });
        expect(after?.asked).toBeUndefined();
      });

      test('a line is listed under other doors, and keeps the rest', async () => {
        const lines = store();
        const line = aLine();
        await lines.open(line, { ...listed(line), later: [7], audience: 100 });
        const { onSale } = line.facts;
        await lines.list({ onSale, opensAt: 900_000, later: [8] });
        await lines.list({ onSale: 'nowhere', opensAt: 1 });
        const live = await lines.live(1);
        expect(live).toContainEqual({ ...listed(line), opensAt: 900_000, later: [8], audience: 100 });
        expect(live.some((one) => one.onSale === 'nowhere')).toBe(false);
      });

      test('two who let fans in at once are both noted', async () => {
        const lines = store();
        const line = aLine();
        await lines.open(line, listed(line));
        const { onSale } = line.facts;
        await Promise.all(['a', 'b'].map((mark) => lines.admit(onSale, mark, anAct('place-admitted'))));
        const after = await lines.read(onSale);
        expect([...(after?.admits ?? [])].sort()).toEqual(['a', 'b']);
        expect(after?.acts).toHaveLength(2);
        expect(await lines.admit('nowhere', 'a', anAct('place-admitted'))).toMatchObject({ ok: false });
      });
    });

    test('what is returned is a copy', async () => {
      const lines = store();
      const line = aLine();
      await lines.open(line, listed(line));
      const read = await lines.read(line.facts.onSale);
      Object.assign(read?.dials as object, { shopping: 999 });
      expect((await lines.read(line.facts.onSale))?.dials.shopping).toBe(10);
    });
  });
}
