import { beforeEach, expect, test } from '@jest/globals';
import type { PlaceAct } from '../../../../contracts/levers.ts';
import type { Board } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import { fanInAudit } from '../../../../lambdas/foundation/staff/audit-entries.ts';
import { actOnPlace } from '../../../../lambdas/waiting-room/levers/act-on-place.ts';
import { rememberMarks } from '../../../../lambdas/waiting-room/line/marks.ts';
import { isAdmitted } from '../../../../rules/admitted.ts';
import { anOpening, claimed, joined, onSale, opensAt } from '../small-stage.ts';
import { LeverStage, member } from './lever-stage.ts';

let stage: LeverStage;
const supervisor = member('box-office-supervisor');

beforeEach(async () => {
  stage = new LeverStage();
  const { dials } = anOpening();
  await stage.open(anOpening({ dials: { ...dials, shopping: 2 } }));
});

const act = (act: PlaceAct['act'], fan: string, asker = supervisor) => {
  const { stores, audit } = stage;
  const deps = { ...stores, marks: rememberMarks(stores.marks), audit, newId: () => stage.key() };
  return actOnPlace(deps, asker, { onSale, act: { act, key: stage.key(), fan, reason: 'a test' } }, stage.now);
};

/** Six who joined before the doors, in the order of their positions. */
async function six() {
  const all = [];
  for (let fan = 1; fan <= 6; fan += 1) all.push(joined(await stage.join(fan)));
  await stage.run(opensAt + 2000);
  return all.sort((a, b) => (stage.position(a.place) ?? 0) - (stage.position(b.place) ?? 0));
}

test('a fan who is let in takes the next free slot, before those ahead of them, and no other', async () => {
  const [first, , third, , , last] = await six();
  if (!first || !third || !last) throw new Error('Six joined');
  claimed(await stage.claim(first.receipt));
  expect(await stage.claim(last.receipt)).toMatchObject({ refusal: 'not-your-turn' });
  expect(await act('admit', last.place.fan)).toMatchObject({ ok: true, acted: { place: 'admitted' } });
  expect(await act('admit', last.place.fan)).toMatchObject({ ok: true });
  expect((await stage.acts()).filter((one) => one.act === 'place-admitted')).toEqual([
    {
      act: 'place-admitted',
      role: 'box-office-supervisor',
      reason: 'a test',
      detail: { round: 0, mark: last.place.mark },
    },
  ]);
  // No slot is free: the fan waits, as one who is late does.
  expect(await stage.claim(last.receipt)).toMatchObject({
    refusal: 'late-next',
    detail: expect.stringContaining('let you in'),
  });
  await stage.run(stage.now + 1000);
  const board = stage.files.get(published.board(onSale)) as Board;
  expect(isAdmitted(board, last.place)).toBe(true);
  expect(isAdmitted(board, third.place)).toBe(false);
  await stage.leave(first.receipt);
  for (let tries = 0; tries < 60; tries += 1) {
    await stage.run(stage.now + 3000);
    const came = await stage.claim(last.receipt);
    if (came.ok) break;
  }
  expect(claimed(await stage.claim(last.receipt))).toMatchObject({ how: 'again' });
  expect(await stage.claim(third.receipt)).toMatchObject({ ok: false });
  expect((await stage.shoppers()).inUse).toBeLessThanOrEqual(2);
});

test('nobody is let in before the draw, nor one whom nobody knows, nor by a role that may not', async () => {
  const { place } = joined(await stage.join(1));
  expect(await act('admit', place.fan)).toMatchObject({ refusal: 'lever-not-now' });
  expect(await act('admit', 'q'.repeat(43))).toMatchObject({ refusal: 'fan-unknown' });
  expect(await act('admit', place.fan, member('marketing'))).toMatchObject({ refusal: 'not-allowed' });
});

test('a place is slowed and put back, by role in the ledger and by person in the audit', async () => {
  const { place } = joined(await stage.join(1));
  expect(await act('slow', place.fan)).toMatchObject({ acted: { place: 'slower' } });
  expect(await act('restore', place.fan)).toMatchObject({ acted: { place: 'ordinary' } });
  expect((await stage.acts()).slice(-2)).toMatchObject([
    { act: 'place-slowed', role: 'box-office-supervisor' },
    { act: 'place-restored' },
  ]);
  const on = fanInAudit(onSale, place.fan);
  expect(stage.audit.entries.map((entry) => [entry.person, entry.act, entry.on])).toEqual([
    ['box-office-supervisor@example.org', 'slow-place', on],
    ['box-office-supervisor@example.org', 'restore-place', on],
  ]);
});
