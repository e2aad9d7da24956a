import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../contracts/ledger.ts';
import { type Beacon, type BeaconChain, type Board, type LineFile, tierStride } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import type { RollCommitment } from '../../contracts/roll.ts';
import { drawUnproved } from '../../lambdas/waiting-room/line/draw-unproved.ts';
import { openLine } from '../../lambdas/waiting-room/opening/open-line.ts';
import { tickLine } from '../../lambdas/waiting-room/pace/tick-line.ts';
import { type BeaconSource, beaconAfter, beaconOutAt } from '../../rules/beacon.ts';
import { drawSeed } from '../../rules/draw.ts';
import { lobbyBeacon, roundBeacon } from '../../rules/roll.ts';
import { Killed, killAt } from '../interrupted.ts';
import {
  anOpening,
  faulty,
  joined,
  keys,
  newMarkKey,
  onSale,
  opensAt,
  SmallStage,
} from '../lambdas/waiting-room/small-stage.ts';

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

const acts = (of = stage) =>
  (of.files.get(published.ledger(onSale, 0)) as Ledger).entries.map(({ text }) => JSON.parse(text).act as string);
const openWith = (of: SmallStage, opening = anOpening()) =>
  openLine({ ...of.stores, files: of.publisher, keys, newMarkKey, beacon: chain }, opening, of.now);
/** The round that decides the lobby, and when it is out. */
const decides = lobbyBeacon(chain, opensAt, 1000);
const decidedAt = beaconOutAt(chain, decides);

beforeEach(async () => {
  outage = false;
  asked = [];
  stage = new SmallStage();
  await openWith(stage);
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

test('the line promises which beacon decides its lobby; one opened without it goes without, and is trusted', async () => {
  const { beacon } = stage.files.get(published.line(onSale)) as LineFile;
  expect(beacon).toEqual({ ...chain, lobby: decides, patienceMs: 600_000 });
  const plain = new SmallStage();
  await openWith(plain, anOpening({ beacon: false }));
  expect((plain.files.get(published.line(onSale)) as LineFile).beacon).toBeUndefined();
  joined(await plain.join(1));
  plain.now = opensAt;
  await tick(plain);
  expect(plain.files.get(published.rollCommitment(onSale, 0))).not.toHaveProperty('beacon');
  expect(plain.sheet(0)).not.toHaveProperty('beacon');
});

test('every tier’s lobby has the beacon of its own doors', async () => {
  const tiered = new SmallStage();
  const later = [{ id: 'all', name: 'All', entry: 'open' as const, opensAt: opensAt + 60_000 }];
  await openWith(tiered, anOpening({ tier: { id: 'first', name: 'First' }, later }));
  const { tiers } = tiered.files.get(published.line(onSale)) as LineFile;
  expect(tiers?.map(({ beacon }) => beacon)).toEqual([decides, lobbyBeacon(chain, opensAt + 60_000, 1000)]);
});

test('the roll is committed to at the doors; the draw waits for the promised beacon, and uses it', async () => {
  await tick();
  const commitment = stage.files.get(published.rollCommitment(onSale, 0));
  expect(commitment).toMatchObject({ n: 1, size: 20, closedAt: opensAt, committedAt: opensAt, beacon: decides });
  expect(stage.sheet(0)).toBeUndefined();
  expect(board()).toMatchObject({ drawn: 0, waiting: 20, round: 1, awaits: decides, ledger: { rolls: 1 } });
  stage.now = decidedAt - 1;
  await tick();
  expect(asked).toEqual([]);
  stage.now = decidedAt;
  await tick();
  const sheet = stage.sheet(0);
  expect(sheet).toMatchObject({ size: 20, closedAt: opensAt, drawnAt: decidedAt, beacon: beaconOf(decides) });
  expect(Buffer.from(drawSeed(sheet as never)).toString('hex')).toBe(
    createHash('sha256')
      .update(Buffer.from(`${keys.seeds(onSale).seedOf(0)}${beaconOf(decides).randomness}`, 'hex'))
      .digest('hex'),
  );
  expect(board()).toMatchObject({ drawn: 20, calledUpTo: 5 });
  expect(board().awaits).toBeUndefined();
});

test('while it waits nothing is sealed again, and a later round is not closed', async () => {
  outage = true;
  await tick();
  const before = JSON.stringify([...stage.files].filter(([path]) => path.includes('/rolls/')));
  let seals = 0;
  const { rolls } = stage.stores;
  const counting = new SmallStage(
    { ...stage.stores, rolls: { ...rolls, seal: (shard) => rolls.seal(shard).finally(() => (seals += 1)) } },
    stage.files,
  );
  for (counting.now = opensAt + 4000; counting.now < opensAt + 60_000; counting.now += 1000) {
    stage.now = counting.now;
    if (counting.now === opensAt + 10_000) joined(await stage.join(99));
    await tick(counting, 'other');
  }
  expect(seals).toBe(0);
  expect(JSON.stringify([...stage.files].filter(([path]) => path.includes('/rolls/')))).toBe(before);
  expect(board()).toMatchObject({ drawn: 0, waiting: 21, round: 1 });
  outage = false;
  await tick(counting, 'other');
  expect(stage.sheet(0)?.beacon).toEqual(beaconOf(decides));
});

test('a later tier’s lobby is committed to at its doors, though the round before still waits', async () => {
  const tiered = new SmallStage();
  const friendsAt = opensAt + 60_000;
  const later = [{ id: 'all', name: 'All', entry: 'email' as const, opensAt: friendsAt }];
  await openWith(tiered, anOpening({ tier: { id: 'first', name: 'First' }, later }));
  joined(await tiered.join(1));
  for (tiered.now = opensAt; tiered.now < friendsAt - 2000; tiered.now += 1000) await tick(tiered);
  joined(await tiered.join(2));
  for (; tiered.now <= friendsAt + 1000; tiered.now += 500) await tick(tiered);
  const lobby = tiered.files.get(published.rollCommitment(onSale, tierStride)) as RollCommitment;
  expect(lobby.committedAt).toBe(friendsAt);
  expect(lobby.beacon).toBe(lobbyBeacon(chain, friendsAt, 1000));
  expect(tiered.sheet(tierStride)).toBeUndefined();
  for (; tiered.now <= friendsAt + 15_000; tiered.now += 1000) await tick(tiered);
  expect(tiered.sheet(tierStride)).toMatchObject({ offset: 2 });
  expect(acts(tiered)).not.toContain('commitment-late');
});

test('a later round is decided by the first beacon 3 s after its commitment', async () => {
  for (; stage.now < opensAt + 15_000; stage.now += 1000) await tick();
  joined(await stage.join(50));
  for (; stage.now < opensAt + 30_000; stage.now += 1000) await tick();
  const { committedAt, beacon } = stage.files.get(published.rollCommitment(onSale, 1)) as RollCommitment;
  expect(beacon).toBe(roundBeacon(chain, committedAt));
  expect(stage.sheet(1)?.beacon).toEqual(beaconOf(beacon ?? 0));
});

test('a roll that is committed to after its beacon came out is drawn with it, and the ledger says so', async () => {
  stage.now = decidedAt;
  await tick();
  stage.now += 1000;
  await tick();
  expect(stage.sheet(0)?.beacon).toEqual(beaconOf(decides));
  expect(acts()).toContain('commitment-late');
});

test('a tick that is slow to seal draws after it committed, and not when it began', async () => {
  stage.now = decidedAt;
  const deps = { ...stage.tickDeps(), beacon: source, clock: () => stage.now + 700 };
  await tickLine(deps, onSale, stage.now);
  const { committedAt } = stage.files.get(published.rollCommitment(onSale, 0)) as RollCommitment;
  expect(committedAt).toBe(decidedAt + 700);
  expect(stage.sheet(0)).toMatchObject({ drawnAt: committedAt, beacon: beaconOf(decides) });
});

describe('a beacon that cannot be had', () => {
  const unproved = () => drawUnproved(stage.stores, { onSale, round: 0, reason: 'drand is away' }, stage.now);
  beforeEach(async () => {
    outage = true;
    for (; stage.now < decidedAt + 3000; stage.now += 1000) await tick();
  });

  test('is waited for; staff may not go on without it before the promised patience is over', async () => {
    expect(stage.sheet(0)).toBeUndefined();
    expect(await unproved()).toMatchObject({ ok: false, errors: [{ field: 'round' }] });
    stage.now = decidedAt + 599_999;
    expect(await unproved()).toMatchObject({ ok: false });
    const other = { onSale, round: 1, reason: 'why not' };
    expect(await drawUnproved(stage.stores, other, decidedAt + 600_000)).toMatchObject({ ok: false });
    expect(await drawUnproved(stage.stores, { ...other, onSale: 'nowhere' }, stage.now)).toMatchObject({
      errors: [{ field: 'onSale' }],
    });
  });

  test('after it they may, once: sheet and ledger call the draw unproved, also if the beacon comes back', async () => {
    stage.now = decidedAt + 600_000;
    expect(await unproved()).toEqual({ ok: true, onSale, round: 0 });
    expect(await unproved()).toEqual({ ok: true, onSale, round: 0 });
    outage = false;
    await tick();
    stage.now += 1000;
    await tick();
    expect(stage.sheet(0)?.beacon).toEqual({ unproved: 'drand is away' });
    expect(drawSeed(stage.sheet(0) as never)).toEqual(new Uint8Array(Buffer.from(keys.seeds(onSale).seedOf(0), 'hex')));
    expect(acts().filter((act) => act === 'drawn-unproved')).toHaveLength(1);
    expect(board().drawn).toBe(20);
    joined(await stage.join(77));
    for (let left = 20; left > 0; left -= 1) {
      stage.now += 1000;
      await tick();
    }
    expect(stage.sheet(1)?.beacon).toMatchObject({ round: expect.any(Number) });
  });
});

test('a stage that reads another beacon, or none, waits as well', async () => {
  stage.now = decidedAt + 60_000;
  await tickLine({ ...stage.tickDeps(), beacon: undefined }, onSale, stage.now);
  expect(stage.sheet(0)).toBeUndefined();
  expect(board()).toMatchObject({ awaits: decides });
});

test('killed at any point: the other commits to the same roll, and uses the same beacon', async () => {
  for (let nth = 1; nth < 400; nth += 13) {
    const calm = new SmallStage();
    await openWith(calm);
    const { place } = joined(await calm.join(1));
    const dying = new SmallStage(faulty(calm.stores, killAt(nth).fault), calm.files);
    dying.now = opensAt;
    const died = await tick(dying, 'dying').then(
      () => false,
      (error: unknown) => error instanceof Killed,
    );
    const told = structuredClone(calm.files.get(published.rollCommitment(onSale, 0)));
    for (calm.now = opensAt + 4000; calm.now < opensAt + 20_000; calm.now += 1000) await tick(calm, 'other');
    if (told) expect(calm.files.get(published.rollCommitment(onSale, 0))).toEqual(told);
    expect(calm.position(place)).toBe(1);
    expect(calm.sheet(0)?.beacon).toEqual(beaconOf(decides));
    if (!died) break;
  }
});
