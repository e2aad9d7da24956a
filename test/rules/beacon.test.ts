import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../contracts/ledger.ts';
import type { Beacon, BeaconChain, Board, LineFile } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import { openLine } from '../../lambdas/waiting-room/opening/open-line.ts';
import { tickLine } from '../../lambdas/waiting-room/pace/tick-line.ts';
import { type BeaconSource, beaconAfter } from '../../rules/beacon.ts';
import { drawSeed } from '../../rules/draw.ts';
import { Killed, killAt } from '../interrupted.ts';
import { anOpening, faulty, joined, keys, onSale, opensAt, SmallStage } from '../lambdas/waiting-room/small-stage.ts';

const chain: BeaconChain = {
  chainHash: 'c0ffee',
  publicKey: 'abcd',
  scheme: 'bls-unchained-g1-rfc9380',
  genesis: opensAt / 1000 - 3000 + 1,
  period: 3,
};
const hex = (text: string) => createHash('sha256').update(text).digest('hex');
const beaconOf = (round: number): Beacon => ({ round, signature: hex(`s${round}`), randomness: hex(`r${round}`) });

let stage: SmallStage;
let outage: boolean;
let asked: number[];
const source: BeaconSource = {
  chain,
  async at(round) {
    asked.push(round);
    return outage ? undefined : beaconOf(round);
  },
};
const tick = (of = stage, me = 'pacemaker') => tickLine({ ...of.tickDeps(me), beacon: source }, onSale, of.now);
const board = () => stage.files.get(published.board(onSale)) as Board;

beforeEach(async () => {
  outage = false;
  asked = [];
  stage = new SmallStage();
  const { lines } = stage.stores;
  await openLine({ lines, files: stage.publisher, keys, beacon: chain }, anOpening(), stage.now);
  for (let fan = 0; fan < 20; fan += 1) joined(await stage.join(fan));
  stage.now = opensAt;
});

describe('which beacon', () => {
  test.each([
    [opensAt, 1001, opensAt + 1000],
    [opensAt + 1000, 1001, opensAt + 1000],
    [opensAt + 1001, 1002, opensAt + 4000],
    [0, 1, chain.genesis * 1000],
  ])('after %d it is round %d', (at, round, outAt) => {
    expect(beaconAfter(chain, at)).toEqual({ round, outAt });
  });
});

test('the line promises it, and one opened without it goes without', async () => {
  expect((stage.files.get(published.line(onSale)) as LineFile).beacon).toEqual(chain);
  const plain = new SmallStage();
  await openLine(
    { lines: plain.stores.lines, files: plain.publisher, keys, beacon: chain },
    anOpening({ beacon: false }),
    plain.now,
  );
  expect((plain.files.get(published.line(onSale)) as LineFile).beacon).toBeUndefined();
});

test('the draw waits for the first beacon after the round closed, and uses it', async () => {
  await tick();
  expect(stage.sheet(0)).toBeUndefined();
  expect(asked).toEqual([]);
  expect(board()).toMatchObject({ drawn: 0, waiting: 20, round: 1 });
  stage.now = opensAt + 1000;
  await tick();
  const sheet = stage.sheet(0);
  expect(sheet).toMatchObject({ size: 20, closedAt: opensAt, beacon: beaconOf(1001) });
  expect(Buffer.from(drawSeed(sheet as never)).toString('hex')).toBe(
    createHash('sha256')
      .update(Buffer.from(`${keys.seeds(onSale).seedOf(0)}${beaconOf(1001).randomness}`, 'hex'))
      .digest('hex'),
  );
  expect(board()).toMatchObject({ drawn: 20, calledUpTo: 5 });
});

test('when it cannot be had the line goes on without it, and the sheet and the ledger say so', async () => {
  outage = true;
  for (; stage.now < opensAt + 1000 + 6000; stage.now += 1000) {
    await tick();
    expect(stage.sheet(0)).toBeUndefined();
  }
  await tick();
  expect(stage.sheet(0)).toMatchObject({ closedAt: opensAt, beacon: { missed: expect.stringContaining('1001') } });
  expect(drawSeed(stage.sheet(0) as never)).toEqual(new Uint8Array(Buffer.from(keys.seeds(onSale).seedOf(0), 'hex')));
  stage.now += 1000;
  await tick();
  const entries = (stage.files.get(published.ledger(onSale)) as Ledger).entries.map(({ text }) => JSON.parse(text));
  expect(entries.at(-1)).toMatchObject({ act: 'beacon-missed', role: 'pacemaker', detail: { round: 0 } });
});

test('a stage that reads another beacon, or none, does not stop the line', async () => {
  await tickLine({ ...stage.tickDeps(), beacon: undefined }, onSale, stage.now);
  expect(stage.sheet(0)).toMatchObject({ beacon: { missed: expect.any(String) } });
});

test('killed at any point: the other uses the same moment, hence the same beacon', async () => {
  for (let nth = 1; nth < 400; nth += 9) {
    const calm = new SmallStage();
    await openLine({ lines: calm.stores.lines, files: calm.publisher, keys, beacon: chain }, anOpening(), calm.now);
    const { place } = joined(await calm.join(1));
    const dying = new SmallStage(faulty(calm.stores, killAt(nth).fault), calm.files);
    dying.now = opensAt;
    const died = await tick(dying, 'dying').then(
      () => false,
      (error: unknown) => error instanceof Killed,
    );
    const closedAt = (await calm.line()).progress.closing?.closedAt;
    for (calm.now = opensAt + 4000; calm.now < opensAt + 20_000; calm.now += 1000) await tick(calm, 'other');
    const sheet = calm.sheet(0);
    expect(calm.position(place)).toBe(1);
    if (closedAt !== undefined) expect(sheet).toMatchObject({ closedAt });
    expect(sheet?.beacon).toEqual(beaconOf(beaconAfter(chain, sheet?.closedAt ?? 0).round));
    if (!died) break;
  }
});
