import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FanHelp, FoundFan } from '../../../../contracts/find-fan.ts';
import type { StaffRole } from '../../../../contracts/staff.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { ActingMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { findFan } from '../../../../lambdas/waiting-room/find/find-fan.ts';
import { helpFan } from '../../../../lambdas/waiting-room/find/help-fan.ts';
import { rememberMarks } from '../../../../lambdas/waiting-room/line/marks.ts';
import { turnDials } from '../../../../lambdas/waiting-room/line/turn-dials.ts';
import { may, roleFor } from '../../../../rules/permissions.ts';
import { anOpening, claimed, joined, keys, onSale, opensAt, SmallStage } from '../small-stage.ts';

const minute = 60_000;
let stage: SmallStage;
let audit: ReturnType<typeof auditTwin>;
/** By position, from 1. */
let receipts: string[];
let fans: string[];

/** Twenty fans, room for five. */
beforeEach(async () => {
  stage = new SmallStage();
  audit = auditTwin();
  await stage.open();
  receipts = [];
  fans = [];
  const all = [];
  for (let fan = 0; fan < 20; fan += 1) all.push(joined(await stage.join(fan)));
  stage.now = opensAt;
  await stage.tick();
  for (const { receipt, place } of all) {
    const position = stage.position(place) as number;
    receipts[position] = receipt;
    fans[position] = place.fan;
  }
});

const somebody = (role: StaffRole, id?: string): ActingMember => {
  const scope = id === undefined ? ({ of: 'everything' } as const) : ({ of: 'on-sale', id } as const);
  return {
    email: `${role}@example.org`,
    may: (permission, places) => may([{ role, scope }], permission, places, stage.now),
    roleFor: (permission, place) => roleFor([{ role, scope }], permission, place, stage.now),
  };
};
let ids = 0;
const deps = () => ({
  ...stage.stores,
  marks: rememberMarks(stage.stores.marks),
  keys,
  audit,
  newId: () => {
    ids += 1;
    return `deed-of-the-test-${ids}`;
  },
});
const find = (search: Parameters<typeof findFan>[2]['search'], asker = somebody('box-office')) =>
  findFan(deps(), asker, { onSale, search }, stage.now);
const found = async (position: number, asker?: ActingMember): Promise<FoundFan> => {
  const outcome = await find({ by: 'fan', fan: fans[position] as string }, asker);
  if (!outcome.ok || !outcome.found.fans[0]) throw new Error('Nobody is found');
  return outcome.found.fans[0];
};
const help = (act: Exclude<FanHelp['act'], 'hand-over'>, position = 1, asker = somebody('ops')) =>
  helpFan(deps(), asker, { onSale, help: { act, fan: fans[position] as string, reason: 'it froze' } }, stage.now);
const noted = async () => (await stage.line()).acts.map(({ act, role, reason }) => [act, role, reason]);

describe('a look', () => {
  test('finds a fan by the receipt and by the key, where the receipt says that they stand', async () => {
    const fan = await found(3);
    expect(await find({ by: 'receipt', receipt: receipts[3] as string })).toMatchObject({ found: { fans: [fan] } });
    const { place } = fan;
    expect(place && stage.position({ ...place, fan: '', mark: '', onSale, joinedAt: 0, v: 2 })).toBe(3);
    expect(fan).toMatchObject({ devices: [{ first: true }], readmissions: { used: 0, most: 2 }, devicesEnded: 0 });
  });

  test('says when they were called, what pass they have, and that they ask to come in', async () => {
    expect((await found(1)).call).toMatchObject({ calledAt: opensAt });
    expect((await found(20)).call).toBeUndefined();
    claimed(await stage.claim(receipts[1]));
    expect((await found(1)).pass).toMatchObject({ number: 1, extended: 0 });
    await stage.run(opensAt + 4 * minute);
    expect((await found(1)).asks).toBeUndefined();
    await stage.claim(receipts[1]);
    expect((await found(1)).asks).toBe(true);
  });

  test('is written down before it is answered, also one that finds nobody, and never names what was typed', async () => {
    expect(await find({ by: 'email', email: 'ada@example.org' })).toEqual({ ok: true, found: { fans: [] } });
    await found(2);
    expect(audit.entries).toHaveLength(2);
    expect(audit.entries.every(({ act, person }) => act === 'find-fan' && person === 'box-office@example.org')).toBe(
      true,
    );
    expect(JSON.stringify(audit.entries)).not.toContain('ada');
    const broken = { ...deps(), audit: { add: () => Promise.reject(new Error('away')) } };
    const look = findFan(broken, somebody('ops'), { onSale, search: { by: 'fan', fan: fans[1] as string } }, stage.now);
    await expect(look).rejects.toThrow('away');
  });

  test('is refused outside of the asker’s scope, with a forged receipt, and in a line that is not there', async () => {
    const search = { by: 'fan', fan: fans[1] as string } as const;
    expect(await find(search, somebody('ops', 'another'))).toMatchObject({ refusal: 'not-allowed' });
    expect(await find(search, somebody('steward'))).toMatchObject({ refusal: 'not-allowed' });
    expect(await find({ by: 'receipt', receipt: 'r2.e30.AA' })).toMatchObject({ refusal: 'receipt-forged' });
    const elsewhere = await findFan(deps(), somebody('ops'), { onSale: 'nowhere', search }, stage.now);
    expect(elsewhere).toMatchObject({ refusal: 'line-unknown' });
    expect(audit.entries).toEqual([]);
  });

  test('shows needs and appeals to those alone who may see them', async () => {
    await stage.stores.fans.need(onSale, fans[1] as string, ['wheelchair']);
    await stage.judge(fans[1] as string, 'slow');
    await stage.appeal(receipts[1], 'I am a person');
    expect(await found(1, somebody('box-office-supervisor'))).toMatchObject({
      needs: ['wheelchair'],
      appeal: 'I am a person',
      slowerLane: { state: 'slower' },
    });
    expect((await found(1, somebody('ops'))).needs).toBeUndefined();
    const seen = await found(1, somebody('auditor'));
    expect([seen.needs, seen.appeal]).toEqual([undefined, undefined]);
  });
});

describe('a member', () => {
  test('is found by the number however it is typed, and one who did not join is nobody', async () => {
    const members = new SmallStage();
    stage = members;
    await members.open(anOpening({ entry: 'members', roster: 'friends' }));
    const member = keys.memberKey('friends', 'A-1001');
    await members.stores.fans.enrol('friends', [{ member, postcode: keys.postcodeSeal(member, 'PO19 6AP') }]);
    joined(await members.joinAs({ entry: 'members', member: 'A-1001', postcode: 'PO19 6AP' }));
    expect(await find({ by: 'member', member: 'a 1001' })).toMatchObject({ found: { fans: [{ onSale }] } });
    expect(await find({ by: 'member', member: 'A1002' })).toMatchObject({ found: { fans: [] } });
  });
});

describe('help', () => {
  test('is for those whose role allows it there', async () => {
    for (const role of ['box-office', 'auditor', 'marketing'] as const)
      expect(await help('nudge', 1, somebody(role))).toMatchObject({ refusal: 'not-allowed' });
    expect(await help('nudge', 1, somebody('ops', 'another'))).toMatchObject({ refusal: 'not-allowed' });
    expect(audit.entries).toEqual([]);
  });

  test('brings nobody before others: a fan who is not called is neither nudged nor readmitted', async () => {
    expect(await help('nudge', 20)).toMatchObject({ refusal: 'help-not-now' });
    expect(await help('readmit', 20)).toMatchObject({ refusal: 'help-not-now' });
    expect(await noted()).toEqual([]);
  });

  test('does not help a fan who shops, who left, or whose place was removed', async () => {
    claimed(await stage.claim(receipts[1]));
    expect(await help('readmit')).toMatchObject({ refusal: 'help-not-now' });
    await stage.leave(receipts[2]);
    expect(await help('nudge', 2)).toMatchObject({ refusal: 'help-not-now' });
    await help('remove', 3);
    expect(await help('nudge', 3)).toMatchObject({ refusal: 'help-not-now' });
    stage.now = anOpening().closesAt;
    expect(await help('nudge', 4)).toMatchObject({ refusal: 'help-not-now' });
  });

  test('a nudge keeps the next free slot, as the fan’s own page would ask for it', async () => {
    await stage.run(opensAt + 4 * minute + 20_000);
    expect(await help('nudge')).toMatchObject({ helped: { fan: { asks: true } } });
    // Slots of those who were called and did not come are free within the minute.
    for (let n = 0; n < 55 && (await found(1)).slotUntil === undefined; n += 1) await stage.run(stage.now + 1000);
    expect((await found(1)).slotUntil).toBeGreaterThan(stage.now);
    expect(claimed(await stage.claim(receipts[1])).how).toBe('late');
    expect((await stage.shoppers()).vouchers).toBe(0);
    expect(audit.entries.map(({ act }) => act)).toContain('nudge-fan');
  });

  test('one whose slot is kept needs no nudge, and none is noted', async () => {
    expect(await help('nudge')).toMatchObject({ ok: true });
    expect((await stage.stores.shoppers.wishes(onSale, stage.now)).size).toBe(0);
  });
});

describe('a readmission', () => {
  /** The first had a turn, and the room is full. */
  const spoilt = async () => {
    claimed(await stage.claim(receipts[1]));
    await turnDials(stage.stores, { onSale, dials: { paused: true } }, stage.now);
    await stage.run(opensAt + 4 * minute);
    expect(await stage.claim(receipts[1])).toMatchObject({ refusal: 'room-full' });
  };

  test('lets them in at once, on top of the dial; it is counted, and stands in the ledger by role', async () => {
    await spoilt();
    expect(await help('readmit')).toMatchObject({ helped: { fan: { readmissions: { used: 0 } } } });
    expect(await noted()).toEqual([['place-readmitted', 'ops', 'it froze']]);
    expect(claimed(await stage.claim(receipts[1])).how).toBe('voucher');
    expect((await stage.shoppers()).vouchers).toBe(1);
    expect(await found(1)).toMatchObject({ readmissions: { used: 1, most: 2 }, pass: { number: 2, onTop: true } });
  });

  test('asked for twice it is one; its pass uses it up', async () => {
    await spoilt();
    await Promise.all([help('readmit'), help('readmit')]);
    await help('readmit');
    const { expiresAt } = claimed(await stage.claim(receipts[1]));
    await stage.run(expiresAt + 20_000);
    expect(await stage.claim(receipts[1])).toMatchObject({ refusal: 'room-full' });
    expect((await found(1)).readmissions).toEqual({ used: 1, most: 2 });
  });

  test('is over after ten minutes, and bounded as vouchers are', async () => {
    await spoilt();
    await help('readmit');
    stage.now += 10 * minute;
    expect(await stage.claim(receipts[1])).toMatchObject({ refusal: 'room-full' });
    await turnDials(stage.stores, { onSale, dials: { vouchersPerFan: 0 } }, stage.now);
    expect(await help('readmit')).toMatchObject({ refusal: 'help-not-now' });
  });

  test('is not done if it cannot be noted, neither in the audit nor for the ledger', async () => {
    await spoilt();
    const away = () => Promise.reject(new Error('away'));
    const wish = { onSale, help: { act: 'readmit', fan: fans[1] as string, reason: 'it froze' } } as const;
    for (const broken of [
      { ...deps(), audit: { add: away } },
      { ...deps(), lines: { ...stage.stores.lines, turn: away } },
    ])
      await expect(helpFan(broken, somebody('ops'), wish, stage.now)).rejects.toThrow('away');
    expect(await stage.claim(receipts[1])).toMatchObject({ refusal: 'room-full' });
  });
});

test('a stolen place is void: its pass ends, no other is given, and it is said once in the ledger', async () => {
  claimed(await stage.claim(receipts[1]));
  expect(await help('remove', 1, somebody('box-office-supervisor'))).toMatchObject({
    helped: { fan: { slowerLane: { state: 'removed', why: 'staff' }, pass: { endedAt: stage.now } } },
  });
  await help('remove');
  expect(await noted()).toEqual([['place-removed', 'box-office-supervisor', 'it froze']]);
  expect(await stage.claim(receipts[1])).toMatchObject({ refusal: 'place-removed' });
  await help('restore');
  expect((await found(1)).slowerLane).toBeUndefined();
});
