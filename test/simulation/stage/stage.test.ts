import { beforeEach, describe, expect, test } from '@jest/globals';
import { api } from '../../../contracts/api.ts';
import type { SeasonDraft } from '../../../contracts/catalogue.ts';
import type { Board } from '../../../contracts/line.ts';
import type { Claimed, Joined } from '../../../contracts/line-requests.ts';
import { header, published } from '../../../contracts/paths.ts';
import type { Problem } from '../../../contracts/refusals.ts';
import { runUntilDone } from '../../../simulation/stage/run-virtual.ts';
import { Stage } from '../../../simulation/stage/stage.ts';
import { VirtualTime } from '../../../simulation/stage/virtual-time.ts';

const onSale = 'friends';
const opensAt = 1_800_000_000_000;
const hour = 3_600_000;
const friends = Array.from({ length: 20 }, (_, nth) => ({ member: `M${100 + nth}`, postcode: 'N1 1AA' }));
const opening: SeasonDraft['onSales'][number] = {
  id: onSale,
  title: 'Friends',
  audienceName: 'Friends',
  opensAt,
  closesAt: opensAt + hour,
  entry: 'members',
  roster: onSale,
  audience: friends.length,
  seatsPerFan: 4,
  holdMinutes: 8,
  dials: { shopping: 5, perMinute: 100, paused: false, passMinutes: 3, claimMinutes: 2 },
};

describe('a stage in virtual time', () => {
  let time: VirtualTime;
  let stage: Stage;

  const open = async (seed = 1) => {
    time = new VirtualTime(opensAt - 10_000);
    stage = new Stage({ time, seed });
    await stage.operators.enrol({ roster: onSale, members: friends });
    await stage.operators.openLinesOf({ onSales: [opening] });
  };
  const join = (nth: number) => {
    const { method, url } = api('POST lines/{onSale}/join', { onSale });
    return stage.ask<Joined>(method, url, { body: { entry: 'members', ...friends[nth] } });
  };
  const claim = (receipt: string) => {
    const { method, url } = api('POST lines/{onSale}/claim', { onSale });
    return stage.ask<Claimed & Problem>(method, url, { headers: { [header.receipt]: receipt } });
  };
  beforeEach(() => open());

  /** Everybody joins, the doors open, and a minute passes. */
  async function untilCalled() {
    const joined = await Promise.all(friends.map((_, nth) => join(nth)));
    void stage.tending.keepOn(opensAt + 5000);
    await time.wait(15_000);
    return joined.map(({ body }) => body);
  }

  test('schedules do their work by themselves: a round is drawn, and as many are called as the dial says', async () => {
    const joined = await runUntilDone(time, untilCalled());
    const board = stage.platform.published<Board>(published.board(onSale));
    expect(board).toMatchObject({ phase: 'open', drawn: friends.length, calledUpTo: 5 });
    const claims = await runUntilDone(time, Promise.all(joined.map(({ receipt }) => claim(receipt))));
    expect(claims.map(({ status }) => status).sort()).toEqual([...Array(5).fill(201), ...Array(15).fill(409)].sort());
    expect(stage.faults).toEqual([]);
  });

  test('the same seed gives the same places, another seed others', async () => {
    const places = async () => (await runUntilDone(time, untilCalled())).map(({ place }) => place);
    const first = await places();
    await open();
    expect(await places()).toEqual(first);
    await open(2);
    expect(await places()).not.toEqual(first);
  });

  test('a call that is spoilt is a fault of ours, told as one; the next one is well', async () => {
    stage.cloud.spoil('rolls.append', 'answer-lost');
    const first = await runUntilDone(time, join(0));
    expect(first.status).toBe(500);
    expect(first.body).toMatchObject({ type: '/problems/fault' });
    expect(stage.faults).toHaveLength(1);
    // The answer was lost, but the mark was put.
    const again = await runUntilDone(time, join(0));
    expect(again.status).toBe(200);
  });

  test('no address that the table does not have', async () => {
    const { status } = await runUntilDone(time, stage.ask('GET', '/nothing'));
    expect(status).toBe(404);
  });
});
