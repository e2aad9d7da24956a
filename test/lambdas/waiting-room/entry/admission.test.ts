import { beforeEach, describe, expect, test } from '@jest/globals';
import { linkOf } from '../../../../lambdas/waiting-room/entry/invite-link.ts';
import { loadRoster } from '../../../../lambdas/waiting-room/entry/load-roster.ts';
import fc from '../../../properties.ts';
import { anOpening, asVisitor, joined, keys, onSale, opensAt, SmallStage } from '../small-stage.ts';

const minute = 60_000;
/** Benefactors, then Friends, then everyone with an address, then everyone. */
const windows = anOpening({
  entry: 'members',
  roster: 'benefactors',
  tier: { id: 'benefactors', name: 'Benefactors' },
  later: [
    { id: 'friends', name: 'Friends', entry: 'members', roster: 'friends', opensAt: opensAt + minute },
    { id: 'known', name: 'Known to us', entry: 'email', opensAt: opensAt + 2 * minute },
    { id: 'everyone', name: 'Everyone', entry: 'open', opensAt: opensAt + 3 * minute },
  ],
});
const stride = 65_536;

let stage: SmallStage;
const load = (roster: string, members: readonly { readonly member: string; readonly postcode: string }[]) =>
  loadRoster({ fans: stage.stores.fans, keys }, { roster, members: [...members] });
const asMember = (member: string, postcode: string) => stage.joinAs({ entry: 'members', member, postcode });
const asAddress = (address: string) => {
  const expiresAt = opensAt + 60 * minute;
  return stage.joinAs({ entry: 'email', link: linkOf(keys, { onSale, mailbox: keys.mailboxKey(address), expiresAt }) });
};

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

describe('a line of several windows', () => {
  test('before the doors everybody waits in the lobby of their own tier', async () => {
    const rounds = [];
    for (const outcome of [
      await asMember('B1', 'N1'),
      await asMember('F1', 'S1'),
      await asAddress('ada@example.org'),
      await stage.joinAs(asVisitor(1, stage.now)),
    ])
      rounds.push(joined(outcome).place.round);
    expect(rounds).toEqual([0, stride, 2 * stride, 3 * stride]);
  });

  test('who is in two rosters is one fan, in the earliest tier, by either postcode', async () => {
    const first = joined(await asMember('BOTH', 'S2'));
    expect(first.place.round).toBe(stride);
    expect(await asMember('both', 'N2')).toMatchObject({ isNew: false, joined: first });
    const other = new SmallStage();
    await other.open(windows);
    const swap = stage;
    stage = other;
    await load('benefactors', [{ member: 'BOTH', postcode: 'N2' }]);
    await load('friends', [{ member: 'BOTH', postcode: 'N2' }]);
    expect(joined(await asMember('BOTH', 'N2')).place.round).toBe(0);
    stage = swap;
  });

  test('once the doors of a tier are open, its fans join the round that all who are in join', async () => {
    stage.now = opensAt + 1000;
    await stage.tick();
    const benefactor = joined(await asMember('B1', 'N1')).place;
    const friend = joined(await asMember('F1', 'S1')).place;
    expect([benefactor.round, friend.round]).toEqual([1, stride]);
    stage.now = opensAt + minute;
    await stage.run(opensAt + minute + 10_000);
    const late = joined(await asMember('BOTH', 'N2')).place;
    expect(late.round).toBeGreaterThan(stride);
    expect(late.round).toBeLessThan(2 * stride);
    expect(joined(await stage.joinAs(asVisitor(9, stage.now))).place.round).toBe(3 * stride);
  });

  test('a join that remembers a lobby which has closed goes where the line says now', async () => {
    await stage.joinAs(asVisitor(1, stage.now));
    const other = new SmallStage(stage.stores, stage.files);
    other.now = opensAt + 3 * minute;
    for (const at of [0, 1, 2, 3]) await other.run(opensAt + at * minute + 5000);
    // This handler still remembers everybody's lobby.
    expect(joined(await stage.joinAs(asVisitor(2, stage.now))).place.round).toBeGreaterThan(3 * stride);
  });

  test('a way in that no tier has is refused and says which there are', async () => {
    await stage.open(
      anOpening({
        onSale: 'two',
        entry: 'email',
        tier: { id: 'a', name: 'A' },
        later: [{ id: 'b', name: 'B', entry: 'open', opensAt: opensAt + minute }],
      }),
    );
    expect(await stage.joinAs({ entry: 'members', member: 'B1', postcode: 'N1' }, 'two')).toMatchObject({
      refusal: 'entry-wrong',
      detail: expect.stringMatching(/e-mail.* or .*proof of work/),
      errors: [{ field: 'body.entry', message: 'must be email or open here' }],
    });
  });
});

test('one identity has one place, however and in whatever order it comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('B1', 'F1', 'BOTH', 'ada', 'visitor'), fc.boolean(), fc.nat(90)), {
        maxLength: 12,
      }),
      async (comers) => {
        const before = stage;
        stage = new SmallStage();
        await stage.open(windows);
        await load('benefactors', [
          { member: 'B1', postcode: 'P' },
          { member: 'BOTH', postcode: 'P' },
        ]);
        await load('friends', [
          { member: 'F1', postcode: 'P' },
          { member: 'BOTH', postcode: 'P' },
        ]);
        stage.now = opensAt - 5000;
        const receipts = new Map<string, string>();
        for (const [who, twice, seconds] of comers) {
          const come = () => {
            if (who === 'ada') return asAddress('ada@example.org');
            if (who === 'visitor') return stage.joinAs(asVisitor(1, stage.now));
            return asMember(who, 'P');
          };
          for (const outcome of await Promise.all(twice ? [come(), come()] : [come()])) {
            const { receipt } = joined(outcome);
            expect(receipts.get(who) ?? receipt).toBe(receipt);
            receipts.set(who, receipt);
          }
          stage.now += seconds * 1000;
          await stage.tick();
        }
        expect(new Set(receipts.values()).size).toBe(receipts.size);
        stage = before;
      },
    ),
    { numRuns: 30 },
  );
});
