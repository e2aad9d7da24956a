import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Ledger, LedgerLine } from '../../../../contracts/ledger.ts';
import type { Board, LineFile } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import { turnDials } from '../../../../lambdas/waiting-room/line/turn-dials.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { Killed, killAt } from '../../../interrupted.ts';
import { faulty, onSale, opensAt, SmallStage } from '../small-stage.ts';

let stage: SmallStage;
beforeEach(async () => {
  stage = new SmallStage();
  await stage.open();
});

const ledger = (of = stage) => of.files.get(published.ledger(onSale)) as Ledger;
const board = (of = stage) => of.files.get(published.board(onSale)) as Board;
const said = (of = stage) => ledger(of).entries.map(({ text }) => JSON.parse(text) as LedgerLine);

/** As a stranger checks it: each hash over the one before and the text, from the anchor that was promised. */
function checkChain(of = stage): void {
  const { chain } = of.files.get(published.line(onSale)) as LineFile;
  let before = chain.anchor;
  for (const { text, hash } of ledger(of).entries) {
    expect(
      createHash('sha256')
        .update(before + text)
        .digest('hex'),
    ).toBe(hash);
    before = hash;
  }
  expect(board(of).ledger).toEqual({ n: ledger(of).entries.length, head: before });
}

test('before anything is entered the head is the anchor of the seeds', async () => {
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
