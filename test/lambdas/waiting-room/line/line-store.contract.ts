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
