import { beforeEach, describe, expect, test } from '@jest/globals';
import { loadRoster } from '../../../../lambdas/waiting-room/entry/load-roster.ts';
import { mostTries, tryWindowMs } from '../../../../lambdas/waiting-room/entry/postcode-tries.ts';
import { anOpening, keys, opensAt, SmallStage } from '../small-stage.ts';

const minute = 60_000;
const windows = anOpening({
  entry: 'members',
  roster: 'benefactors',
  tier: { id: 'benefactors', name: 'Benefactors' },
  later: [{ id: 'friends', name: 'Friends', entry: 'members', roster: 'friends', opensAt: opensAt + minute }],
});

let stage: SmallStage;
const load = (roster: string, members: readonly { readonly member: string; readonly postcode: string }[]) =>
  loadRoster({ fans: stage.stores.fans, keys }, { roster, members: [...members] });
const asMember = (member: string, postcode: string) => stage.joinAs({ entry: 'members', member, postcode });

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
  const guess = (member: string, at: number) => asMember(member, `GUESS${at}`);
  const said = async (outcome: ReturnType<typeof asMember>) => {
    const answer = await outcome;
    return answer.ok ? 'in' : [answer.refusal, answer.detail, answer.retryAfterMs];
  };

  test('ten, then the number rests, and nobody learns whether it exists', async () => {
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
    expect(counted).toBe(1);
  });
});
