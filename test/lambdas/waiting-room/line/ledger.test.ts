import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Ledger, LedgerLine } from '../../../../contracts/ledger.ts';
import type { Board, LineFile } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import type { RollCommitment } from '../../../../contracts/roll.ts';
import { turnDials } from '../../../../lambdas/waiting-room/line/turn-dials.ts';
import { tickLine } from '../../../../lambdas/waiting-room/pace/tick-line.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { Killed, killAt } from '../../../interrupted.ts';
import { faulty, onSale, opensAt, SmallStage } from '../small-stage.ts';

let stage: SmallStage;
beforeEach(async () => {
  stage = new SmallStage();
  await stage.open();
});

const ledger = (of = stage) => of.files.get(published.ledger(onSale, 0)) as Ledger;
const board = (of = stage) => of.files.get(published.board(onSale)) as Board;
const said = (of = stage) => ledger(of).entries.map(({ text }) => JSON.parse(text) as LedgerLine);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** As a stranger checks it: each hash over the one before and the text, from the anchor that was promised. */
function checkChain(of = stage): void {
  const { chain } = of.files.get(published.line(onSale)) as LineFile;
  let before = chain.anchor;
  for (const { text, hash } of ledger(of).entries) {
    expect(sha256(before + text)).toBe(hash);
    before = hash;
  }
  const { rolls } = board(of).ledger;
  let roll = chain.anchor;
  for (let n = 1; n <= rolls; n += 1) {
    const commitment = of.files.get(published.rollCommitment(onSale, n - 1)) as RollCommitment;
    expect(commitment).toMatchObject({ n, before: roll });
    roll = sha256(roll + JSON.stringify(commitment));
  }
  expect(board(of).ledger).toEqual({ n: ledger(of).entries.length, rolls, head: sha256(before + roll) });
}

test('before anything is entered the head follows from the anchor of the seeds', async () => {
  expect(ledger().entries).toEqual([]);
  checkChain();
});

test('a pause, a rate and a message are three entries that chain, and the head is on the next board', async () => {
  await stage.run(opensAt);
  const before = said().length;
  const turn = (dials: object, reason: string) =>
    turnDials(stage.stores, { onSale, dials, role: 'box-office-supervisor', reason }, stage.now);
  await turn({ paused: true }, 'the lift is stuck');
  await turn({ perMinute: 40 }, 'two of us are ill');
  await turn({ message: 'Zurück in fünf Minuten ☕' }, 'so that they know');
  await stage.run(stage.now + 1000);
  expect(said().slice(before)).toEqual([
    {
      n: before + 1,
      at: opensAt,
      act: 'paused',
      role: 'box-office-supervisor',
      reason: 'the lift is stuck',
      detail: { paused: true },
    },
    {
      n: before + 2,
      at: opensAt,
      act: 'dials-turned',
      role: 'box-office-supervisor',
      reason: 'two of us are ill',
      detail: { perMinute: 40 },
    },
    {
      n: before + 3,
      at: opensAt,
      act: 'message-set',
      role: 'box-office-supervisor',
      reason: 'so that they know',
      detail: { message: 'Zurück in fünf Minuten ☕' },
    },
  ]);
  checkChain();
});

test('the opening of the line is the first entry; nothing personal is in any', async () => {
  await stage.tick();
  expect(said()).toMatchObject([{ n: 1, act: 'opened', role: 'ops', detail: { opensAt } }]);
  checkChain();
});

test('several turns in one call are entered in one order, whatever is noted meanwhile', async () => {
  await stage.run(opensAt);
  await Promise.all([
    turnDials(stage.stores, { onSale, dials: { paused: true, shopping: 3, message: 'a' } }, stage.now),
    turnDials(stage.stores, { onSale, dials: { paused: false } }, stage.now),
  ]);
  await stage.run(stage.now + 1000);
  expect(
    said()
      .map(({ act }) => act)
      .sort(),
  ).toEqual(['dials-turned', 'message-set', 'opened', 'paused', 'resumed']);
  checkChain();
});

describe('a pacemaker killed at any point', () => {
  test('no entry is lost, none entered twice, and the chain holds', async () => {
    for (let nth = 1; nth <= 24; nth += 1) {
      const stores = twins();
      const calm = new SmallStage(stores);
      await calm.open();
      await calm.tick('first');
      await turnDials(stores, { onSale, dials: { paused: true, shopping: 9 } }, calm.now);
      const kill = killAt(nth);
      const dying = new SmallStage(faulty(stores, kill.fault), calm.files);
      dying.now = calm.now + 4000;
      const ended = await dying.tick('dying').then(
        () => 'lived',
        (error: unknown) => error,
      );
      expect(ended === 'lived' || ended instanceof Killed).toBe(true);
      await turnDials(stores, { onSale, dials: { message: 'meanwhile' } }, dying.now);
      calm.now = dying.now + 4000;
      await calm.tick('other');
      expect(said(calm).map(({ n, act }) => `${n} ${act}`)).toEqual([
        '1 opened',
        '2 paused',
        '3 dials-turned',
        '4 message-set',
      ]);
      checkChain(calm);
    }
  });
});

describe('segments', () => {
  const segment = (n: number) => stage.files.get(published.ledger(onSale, n)) as Ledger | undefined;
  const note = async (count: number) => {
    for (let n = 0; n < count; n += 1)
      await turnDials(stage.stores, { onSale, dials: { shopping: n }, reason: 'many' }, stage.now);
    await stage.run(stage.now + 1000);
  };

  test('of a hundred entries each: a full one never changes, and the next begins with its first entry', async () => {
    await note(99);
    const full = structuredClone(segment(0));
    expect(full?.entries).toHaveLength(100);
    expect(segment(1)).toBeUndefined();
    await note(150);
    expect(segment(0)).toEqual(full);
    expect([1, 2, 3].map((n) => segment(n)?.entries.length)).toEqual([100, 50, undefined]);
    expect(JSON.parse(segment(1)?.entries[0]?.text ?? '')).toMatchObject({ n: 101 });
    expect(segment(2)).toMatchObject({ v: 2, onSale, segment: 2 });
    expect(board().ledger.n).toBe(250);
  });

  test('what a pacemaker entered and did not publish, the next one publishes, across segments', async () => {
    for (let n = 0; n < 230; n += 1) await turnDials(stage.stores, { onSale, dials: { shopping: n } }, stage.now);
    const failing = { ...stage.publisher, writeIf: async () => Promise.reject(new Error('S3 is away')) };
    await expect(tickLine({ ...stage.tickDeps('a'), files: failing }, onSale, stage.now)).rejects.toThrow('S3 is away');
    expect((await stage.line()).progress.ledger.n).toBe(231);
    expect(segment(0)?.entries).toEqual([]);
    stage.now += 4000;
    await stage.tick('b');
    expect([0, 1, 2].map((n) => segment(n)?.entries.length)).toEqual([100, 100, 31]);
  });

  test('a pacemaker that was held up never writes an older one over a newer one', async () => {
    await stage.run(opensAt);
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let waits = () => {};
    const waiting = new Promise<void>((resolve) => {
      waits = resolve;
    });
    const { publisher } = stage;
    const slow = {
      ...publisher,
      writeIf: async (...given: Parameters<typeof publisher.writeIf>) => {
        if (given[0] === published.ledger(onSale, 0)) {
          waits();
          await held;
        }
        return publisher.writeIf(...given);
      },
    };
    await turnDials(stage.stores, { onSale, dials: { shopping: 8 } }, stage.now);
    const ticking = tickLine({ ...stage.tickDeps('slow'), files: slow }, onSale, stage.now + 4000);
    await waiting;
    await turnDials(stage.stores, { onSale, dials: { shopping: 9 } }, stage.now);
    stage.now += 8000;
    await stage.tick('quick');
    const newer = structuredClone(ledger());
    go();
    await ticking;
    expect(ledger()).toEqual(newer);
    expect(said().map(({ act }) => act)).toEqual(['opened', 'dials-turned', 'dials-turned']);
  });
});
