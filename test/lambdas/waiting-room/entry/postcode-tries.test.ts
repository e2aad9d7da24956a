import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { loadRoster } from '../../../../lambdas/waiting-room/entry/load-roster.ts';
import {
  mostOfAddress,
  mostOfNumber,
  mostTries,
  mostWhereGuessed,
  tryWindowMs,
} from '../../../../lambdas/waiting-room/entry/postcode-tries.ts';
import { anOpening, keys, opensAt, SmallStage } from '../small-stage.ts';

const minute = 60_000;
const windows = anOpening({
  entry: 'members',
  roster: 'benefactors',
  closesAt: opensAt + 7 * 24 * 60 * minute,
  tier: { id: 'benefactors', name: 'Benefactors' },
  later: [{ id: 'friends', name: 'Friends', entry: 'members', roster: 'friends', opensAt: opensAt + minute }],
});

let stage: SmallStage;
const load = (roster: string, members: readonly { readonly member: string; readonly postcode: string }[]) =>
  loadRoster({ fans: stage.stores.fans, keys }, { roster, members: [...members] });
const asMember = (member: string, postcode: string, address = '192.0.2.1') =>
  stage.joinAs({ entry: 'members', member, postcode }, undefined, { address, marks: true, script: false });

beforeEach(async () => {
  stage = new SmallStage();
  await stage.open(windows);
  await load('benefactors', [
    { member: 'B1', postcode: 'N1' },
    { member: 'BOTH', postcode: 'N2' },
  ]);
  await load('friends', [
    { member: 'F1', postcode: 'S1' },
    { member: 'BOTH', postcode: 'S2' },
  ]);
});

describe('guessing postcodes', () => {
  const guess = (member: string, at: number, address?: string) => asMember(member, `GUESS${at}`, address);
  const said = async (outcome: ReturnType<typeof asMember>) => {
    const answer = await outcome;
    return answer.ok ? 'in' : [answer.refusal, answer.detail, answer.retryAfterMs];
  };

  test('from anywhere else shuts nobody out: the right postcode of an address that did not guess is taken', async () => {
    for (let at = 0; at < 400; at += 1) await guess('B1', at, `198.51.100.${at % 200}`);
    expect(await asMember('B1', 'N1', '203.0.113.7')).toMatchObject({ ok: true });
  });

  test('one carrier’s address from which others guessed takes the right postcode of every other number', async () => {
    for (let at = 0; at < 60; at += 1) await guess(`X${at}`, at);
    expect(await asMember('B1', 'N1')).toMatchObject({ ok: true });
    expect(await guess('F1', 1)).toMatchObject({ refusal: 'member-unknown' });
    expect(await asMember('F1', 'S1')).toMatchObject({ ok: true });
  });

  test('from many addresses each has two a day, and a hit after them does not show', async () => {
    for (let at = 0; at < mostOfNumber; at += 1) await guess('B1', at, `198.51.100.${at}`);
    for (let at = 0; at < mostWhereGuessed; at += 1)
      expect(await guess('B1', at, '203.0.113.7')).toMatchObject({ refusal: 'member-unknown' });
    expect(await asMember('B1', 'N1', '203.0.113.7')).toMatchObject({ refusal: 'too-many-tries' });
    stage.now += tryWindowMs + 1000;
    expect(await asMember('B1', 'N1', '203.0.113.7')).toMatchObject({ refusal: 'too-many-tries' });
  });

  test('what a number was guessed at counts for as long as anybody guesses on', async () => {
    for (let at = 0; at < mostOfNumber; at += 1) await guess('B1', at, `198.51.100.${at}`);
    stage.now += 23 * 3_600_000;
    for (let at = 0; at < mostWhereGuessed; at += 1) await guess('B1', at, '203.0.113.7');
    stage.now += 2 * 3_600_000;
    expect(await asMember('B1', 'N1', '203.0.113.7')).toMatchObject({ refusal: 'too-many-tries' });
    expect(await asMember('B1', 'N1', '203.0.113.8')).toMatchObject({ ok: true });
  });

  test('cost the members at whose numbers nobody guessed no look at a counter', async () => {
    const looks = jest.spyOn(stage.stores.fans, 'look');
    expect(await asMember('B1', 'N1')).toMatchObject({ ok: true });
    expect(looks.mock.calls.map(([, , numbers]) => numbers?.length)).toEqual([2]);
    looks.mockClear();
    await guess('F1', 1);
    looks.mockClear();
    expect(await asMember('F1', 'S1')).toMatchObject({ ok: true });
    expect(looks).toHaveBeenCalledTimes(2);
  });

  test('of many numbers from one address: two of each number, once there were fifty', async () => {
    for (let at = 0; at < mostOfAddress; at += 1) await guess(`X${at}`, at);
    for (let at = 0; at < mostWhereGuessed; at += 1)
      expect(await guess('B1', at)).toMatchObject({ refusal: 'member-unknown' });
    expect(await asMember('B1', 'N1')).toMatchObject({ refusal: 'too-many-tries' });
    expect(await asMember('B1', 'N1', '203.0.113.7')).toMatchObject({ ok: true });
  });

  test('ten, then the number rests there, and nobody learns whether it exists', async () => {
    for (const member of ['B1', 'F1', 'NOBODY']) {
      const answers = [];
      for (let at = 0; at < mostTries; at += 1) answers.push(await said(guess(member, at)));
      expect(new Set(answers.map(String)).size).toBe(1);
      expect(answers[0]?.[0]).toBe('member-unknown');
    }
    const resting = await Promise.all(['B1', 'F1', 'NOBODY'].map((member) => said(guess(member, 99))));
    expect(resting[0]?.slice(0, 1)).toEqual(['too-many-tries']);
    expect(resting).toEqual([resting[0], resting[0], resting[0]]);
    expect(resting[0]?.[2]).toBe(tryWindowMs);
    // The right one as well: else a guess that hits would show.
    expect(await asMember('B1', 'N1')).toMatchObject({ refusal: 'too-many-tries' });
    expect(await asMember('BOTH', 'N2')).toMatchObject({ ok: true });
  });

  test('a quarter of an hour after the last guess the owner is let in', async () => {
    await stage.open({ ...windows, onSale: 'long', closesAt: opensAt + 600 * minute });
    for (let at = 0; at < 30; at += 1) {
      await guess('B1', at);
      stage.now += 1000;
    }
    // Guesses while it rests do not count, so they do not keep the owner out for longer.
    stage.now += tryWindowMs - 30_000 + 8000;
    expect(await asMember('B1', 'N1')).toMatchObject({ refusal: 'too-many-tries', retryAfterMs: 1000 });
    stage.now += 1000;
    expect(await asMember('B1', 'N1')).toMatchObject({ ok: true });
  });

  test('of a hundred guesses at once no more than ten are answered', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => guess('B1', at)));
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'member-unknown')).toHaveLength(mostTries);
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'too-many-tries')).toHaveLength(90);
  });

  test('right ones write nothing', async () => {
    let counted = 0;
    const { fans } = stage.stores;
    const watched = new SmallStage({
      ...stage.stores,
      fans: {
        ...fans,
        countTry: async (...given) => {
          counted += 1;
          return fans.countTry(...given);
        },
      },
    });
    await watched.joinAs({ entry: 'members', member: 'B1', postcode: 'N1' });
    expect(counted).toBe(0);
    await watched.joinAs({ entry: 'members', member: 'B1', postcode: 'N9' });
    expect(counted).toBe(3);
  });
});
