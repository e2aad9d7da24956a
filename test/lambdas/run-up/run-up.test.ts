import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FreezeAct } from '../../../contracts/freeze.ts';
import { published } from '../../../contracts/paths.ts';
import type { CheckReport, RunUpAct, RunUpShown } from '../../../contracts/run-up.ts';
import type { GrantScope, StaffRole } from '../../../contracts/staff.ts';
import { auditTwin } from '../../../lambdas/foundation/staff/audit.twin.ts';
import type { StaffMember } from '../../../lambdas/foundation/staff/who-asks.ts';
import { reportChecks } from '../../../lambdas/run-up/checks/report-checks.ts';
import { turnFreeze } from '../../../lambdas/run-up/freeze/turn-freeze.ts';
import { changeRunUp } from '../../../lambdas/run-up/plan/change-run-up.ts';
import { showRunUp } from '../../../lambdas/run-up/plan/show-run-up.ts';
import { publishedFacts, reportsFile, runUpFiles } from '../../../lambdas/run-up/run-up-files.ts';
import { frozenBy } from '../../../rules/freeze.ts';
import { may } from '../../../rules/permissions.ts';
import { type Files, publishedFiles, type StagePublisher } from '../../../simulation/stage/published-files.ts';

/* Long because one house serves the plan, its freeze and what was checked of it. */

const now = Date.UTC(2027, 1, 23, 12);
const hour = 3_600_000;
const season = { currency: 'GBP', onSales: [{ id: 'friends' }, { id: 'public' }] };

let kept: Files;
let publisher: StagePublisher;
let shelf: StagePublisher;
let audit: ReturnType<typeof auditTwin>;
beforeEach(() => {
  kept = new Map();
  publisher = publishedFiles(kept, new Map());
  shelf = publishedFiles(new Map<string, unknown>([[published.season(), season]]), new Map());
  audit = auditTwin();
});

const asker = (role: StaffRole, scope: GrantScope = { of: 'everything' }): StaffMember => ({
  email: `${role}@example.org`,
  may: (permission, places) => may([{ role, scope }], permission, places, now),
});
const deps = () => ({
  files: runUpFiles(publisher),
  facts: publishedFacts(shelf),
  audit,
  newId: () => `deed-number-${audit.entries.length}`,
});
const change = (act: RunUpAct, by = asker('marketing'), at = now) =>
  changeRunUp(deps(), by, { onSale: 'friends', act, now: at });
const freeze = (act: FreezeAct, by = asker('ops'), at = now) =>
  turnFreeze(deps(), by, { onSale: 'friends', act, now: at });
const bodyOf = (answer: { readonly ok: boolean; readonly body?: RunUpShown }): RunUpShown => {
  if (!answer.body) throw new Error(JSON.stringify(answer));
  return answer.body;
};
const csv = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const example = (name: string) => csv(readFileSync(join(import.meta.dirname, '..', '..', '..', 'examples', name)));
const plan = (version = 0): RunUpAct => ({ act: 'import', what: 'plan', file: example('run-up-plan.csv'), version });
const item = { weeksBefore: 0, day: 'mon', action: 'Ring the printer', owner: 'marketing', done: false } as const;

describe('a run-up', () => {
  test('is imported from the files of a house, and shown to whoever sees readings', async () => {
    await change(plan());
    await change({ act: 'import', what: 'risks', file: example('risk-register.csv'), version: 1 });
    await change({ act: 'import', what: 'prices', file: csv('show,band,price\nLear,A,£65\n'), version: 2 });
    const body = bodyOf(await showRunUp(deps(), asker('auditor'), 'friends'));
    expect([body.runUp.plan.length, body.runUp.risks.length, body.runUp.prices]).toEqual([
      16,
      8,
      [{ show: 'Lear', category: 'A', price: 6500 }],
    ]);
    expect(audit.entries.map(({ person, act, on, note }) => [person, act, on, note])).toEqual([
      ['marketing@example.org', 'run-up-import', 'friends', 'plan'],
      ['marketing@example.org', 'run-up-import', 'friends', 'risks'],
      ['marketing@example.org', 'run-up-import', 'friends', 'prices'],
    ]);
  });

  test('says what the published files say: whether the line is open, and which houses', async () => {
    await shelf.write(published.line('friends'), {});
    await shelf.write(published.openHouses(), { v: 1, onSales: { friends: ['lear-1'], public: ['lear-2'] } });
    expect(bodyOf(await showRunUp(deps(), asker('ops'), 'friends')).facts).toEqual({
      lineOpened: true,
      openHouses: ['lear-1'],
    });
  });

  test('a file that cannot be read changes nothing and names its lines', async () => {
    const answer = await change({
      act: 'import',
      what: 'plan',
      file: csv('weeks,day,action\nsoon,Mon,a\n'),
      version: 0,
    });
    expect(answer).toMatchObject({
      refusal: 'bad-request',
      errors: [{ field: 'body.file', message: expect.stringMatching(/^Line 2/) }],
    });
    expect([kept.size, audit.entries]).toEqual([0, []]);
  });

  test('that is imported again changes nothing; an older page imports nothing over a newer plan', async () => {
    const first = bodyOf(await change(plan()));
    expect(bodyOf(await change(plan()))).toEqual(first);
    expect(audit.entries).toHaveLength(1);
    await change({ act: 'put-item', item: { id: 'a-row-of-mine', ...item } });
    expect(await change(plan())).toMatchObject({ refusal: 'run-up-moved' });
    expect(bodyOf(await change(plan(2))).runUp.plan).toHaveLength(16);
  });

  test('what was ticked off stays so when the file is imported anew', async () => {
    const { runUp } = bodyOf(await change(plan()));
    const { version, ...open } = runUp.plan.find(({ done }) => !done) ?? { id: '', ...item, version: 0 };
    const ticked = bodyOf(await change({ act: 'put-item', item: { ...open, done: true }, version }));
    const file = readFileSync(join(import.meta.dirname, '..', '..', '..', 'examples', 'run-up-plan.csv'), 'utf8');
    const longer = csv(`${file}0,Thu,Print the signs,front of house,no\n`);
    const again = bodyOf(await change({ act: 'import', what: 'plan', file: longer, version: ticked.runUp.version }))
      .runUp.plan;
    expect(again).toHaveLength(17);
    expect(again.find(({ action }) => action === open.action)?.done).toBe(true);
  });
});

describe('two people at one plan', () => {
  const row = 'a-row-of-mine';

  test('at two rows do not disturb each other, at one row the second is told', async () => {
    await change({ act: 'put-item', item: { id: row, ...item } });
    await change({ act: 'put-item', item: { id: 'another-row-1', ...item } });
    const done = { act: 'put-item', item: { id: row, ...item, done: true }, version: 1 } as const;
    expect(await change(done)).toMatchObject({ ok: true });
    // Both saw the row as it was first.
    const late = { act: 'put-item', item: { id: row, ...item, owner: 'web' }, version: 1 } as const;
    expect(await change(late)).toMatchObject({ refusal: 'run-up-moved' });
    const other = { act: 'put-item', item: { id: 'another-row-1', ...item, owner: 'web' }, version: 2 } as const;
    const { runUp } = bodyOf(await change(other));
    expect(runUp.plan).toMatchObject([{ done: true, owner: 'marketing' }, { owner: 'web' }]);
  });

  test('an answer that was lost is asked for again, and the act is done once', async () => {
    const put = { act: 'put-item', item: { id: row, ...item } } as const;
    const first = bodyOf(await change(put));
    expect(bodyOf(await change(put))).toEqual(first);
    const remove = { act: 'remove-item', id: row, version: 1 } as const;
    expect(bodyOf(await change(remove)).runUp.plan).toEqual([]);
    expect(await change(remove)).toMatchObject({ ok: true });
    expect(audit.entries.map(({ act }) => act)).toEqual(['run-up-put-item', 'run-up-remove-item']);
  });

  test('a row is not taken out from under somebody who changed it, and one that is gone does not come back', async () => {
    await change({ act: 'put-item', item: { id: row, ...item } });
    await change({ act: 'put-item', item: { id: row, ...item, done: true }, version: 1 });
    expect(await change({ act: 'remove-item', id: row, version: 1 })).toMatchObject({ refusal: 'run-up-moved' });
    await change({ act: 'remove-item', id: row, version: 2 });
    const late = { act: 'put-item', item: { id: row, ...item, owner: 'web' }, version: 2 } as const;
    expect(await change(late)).toMatchObject({ refusal: 'run-up-moved' });
  });

  test('both writes stand if they come at the very same moment', async () => {
    const puts = Array.from({ length: 5 }, (_, at) =>
      change({ act: 'put-item', item: { id: `row-number-${at}00`, ...item } }),
    );
    expect((await Promise.all(puts)).every(({ ok }) => ok)).toBe(true);
    const { runUp } = bodyOf(await showRunUp(deps(), asker('ops'), 'friends'));
    expect([runUp.plan.length, runUp.version]).toEqual([5, 5]);
  });

  test('without the version of a row the harm is plain: the second wins unseen', async () => {
    const files = runUpFiles(publisher).runUp('friends');
    await change({ act: 'put-item', item: { id: row, ...item } });
    const seen = await files.read();
    await change({ act: 'put-item', item: { id: row, ...item, done: true }, version: 1 });
    await publisher.write('/run-up/on-sales/friends.json', { ...seen, plan: [{ id: row, ...item, owner: 'web' }] });
    expect((await files.read()).plan[0]?.done).toBe(false);
  });
});

describe('who may', () => {
  test.each([
    ['steward', 'not-allowed'],
    ['partner', 'not-allowed'],
    ['auditor', 'not-allowed'],
    ['box-office', 'not-allowed'],
  ] as const)('%s may not keep the plan', async (role, refusal) => {
    expect(await change(plan(), asker(role))).toMatchObject({ refusal });
    expect(await freeze({ act: 'unschedule' }, asker(role))).toMatchObject({ refusal });
  });

  test('somebody of one on-sale keeps its plan and no other, and freezes nothing', async () => {
    const other = asker('programmer', { of: 'on-sale', id: 'public' });
    expect(await change(plan(), other)).toMatchObject({ refusal: 'not-allowed' });
    expect(await showRunUp(deps(), other, 'friends')).toMatchObject({ refusal: 'not-allowed' });
    const own = asker('programmer', { of: 'on-sale', id: 'friends' });
    expect(await change(plan(), own)).toMatchObject({ ok: true });
    expect(await freeze({ act: 'schedule', from: now, until: now + hour }, own)).toMatchObject({
      refusal: 'not-allowed',
    });
  });

  test('nobody has a run-up for an on-sale that is not in the season', async () => {
    await shelf.write(published.season(), { ...season, onSales: [] });
    expect(await change(plan())).toMatchObject({ refusal: 'line-unknown' });
    expect(await freeze({ act: 'end-lift' })).toMatchObject({ refusal: 'line-unknown' });
    expect(await showRunUp(deps(), asker('owner'), 'friends')).toMatchObject({ refusal: 'line-unknown' });
  });
});

describe('the freeze', () => {
  const night = { act: 'schedule', from: now + 6 * hour, until: now + 96 * hour } as const;
  const began = now + 7 * hour;
  const isFrozen = async (at: number) => frozenBy(await deps().facts.freeze.read(), at) !== undefined;

  test('is set by schedule; an owner alone lifts it, and the plan has the reason', async () => {
    await freeze(night);
    expect([await isFrozen(now), await isFrozen(began)]).toEqual([false, true]);
    const lift = { act: 'lift', until: began + hour, reason: 'a wrong price' } as const;
    expect(await freeze(lift, asker('ops'), began)).toMatchObject({ refusal: 'not-allowed' });
    const { runUp } = bodyOf(await freeze(lift, asker('owner'), began));
    expect(runUp.lifts).toEqual([{ liftedAt: began, until: began + hour, reason: 'a wrong price' }]);
    expect([await isFrozen(began), await isFrozen(began + hour)]).toEqual([false, true]);
    expect(audit.entries.at(-1)).toMatchObject({
      person: 'owner@example.org',
      act: 'freeze-lift',
      on: 'friends',
      note: 'until 2027-02-23T20:00:00.000Z: a wrong price',
    });
    expect(JSON.stringify(await shelf.read(published.freeze()))).not.toMatch(/wrong price|owner|@/);
  });

  test('that has begun is not taken back', async () => {
    await freeze(night);
    expect(await freeze({ act: 'unschedule' }, asker('ops'), began)).toMatchObject({ refusal: 'freeze-begun' });
    expect(await freeze({ ...night, until: began + 1 }, asker('ops'), began)).toMatchObject({
      refusal: 'freeze-begun',
    });
  });

  test('refuses an end that makes no sense, by its field, and a lift of nothing', async () => {
    expect(await freeze({ ...night, until: night.from })).toMatchObject({ errors: [{ field: 'body.until' }] });
    const lift = { act: 'lift', until: now + hour, reason: 'a wrong price' } as const;
    expect(await freeze(lift, asker('owner'))).toMatchObject({ refusal: 'not-frozen' });
    expect(audit.entries).toEqual([]);
  });

  test('a machine that dies in the middle leaves words of a lift, and no lift without words', async () => {
    await freeze(night);
    const lift = { act: 'lift', until: began + hour, reason: 'a wrong price' } as const;
    const dying = {
      ...deps(),
      facts: {
        ...deps().facts,
        freeze: { read: deps().facts.freeze.read, change: () => Promise.reject(new Error('died')) },
      },
    };
    const asked = { onSale: 'friends', act: lift, now: began };
    await expect(turnFreeze(dying, asker('owner'), asked)).rejects.toThrow('died');
    expect([audit.entries.at(-1)?.act, await isFrozen(began)]).toEqual(['freeze-lift', true]);
    const { runUp } = bodyOf(await freeze(lift, asker('owner'), began));
    expect([runUp.lifts.length, await isFrozen(began)]).toEqual([1, false]);
  });
});

describe('what was checked', () => {
  const of = { happenedAt: now - hour };

  test('is said by a person or by a program, and the newest stands', async () => {
    await change({ act: 'report', check: 'drill', good: true, says: 'Ten minutes, all well', ...of });
    const older = {
      act: 'report',
      check: 'drill',
      good: false,
      says: 'Nobody came',
      happenedAt: now - 2 * hour,
    } as const;
    await change(older);
    await reportChecks(
      { reports: reportsFile(publisher) },
      { reports: [{ check: 'trial', good: true, says: 'Bought a seat in 4 s' }] },
      now,
    );
    const { reports } = bodyOf(await showRunUp(deps(), asker('ops'), 'friends'));
    expect(reports).toEqual([
      { check: 'drill', good: true, says: 'Ten minutes, all well', happenedAt: now - hour, by: 'person' },
      { check: 'trial', good: true, says: 'Bought a seat in 4 s', happenedAt: now, by: 'program' },
    ] satisfies CheckReport[]);
  });

  test('is not of the future', async () => {
    const act = { act: 'report', check: 'drill', good: true, says: 'Well', happenedAt: now + 1 } as const;
    expect(await change(act)).toMatchObject({ errors: [{ field: 'body.happenedAt' }] });
    expect(
      await reportChecks({ reports: reportsFile(publisher) }, { reports: [], happenedAt: now + 1 }, now),
    ).toMatchObject({ ok: false, errors: [{ field: 'happenedAt' }] });
    expect(await reportChecks({ reports: reportsFile(publisher) }, {}, now)).toMatchObject({ ok: false });
  });

  test('comes from preflight: one thing that is not ready makes its check red, and says which', async () => {
    const found = [
      { check: 'lambda', state: 'ready', says: 'Enough.' },
      { check: 'api-gateway', state: 'todo', says: 'The quota is too low.' },
      { check: 'dynamodb', state: 'ready', says: 'Enough.' },
      { check: 'certificate', state: 'ready', says: 'Issued.' },
    ] as const;
    const { reports } = bodyOf(await change({ act: 'report-preflight', preflight: { found: [...found] }, ...of }));
    expect(reports.map(({ check, good, says }) => [check, good, says])).toEqual([
      ['certificate', true, 'Issued.'],
      ['quotas', false, 'The quota is too low.'],
    ]);
    const nothing = [{ check: 'account', state: 'ready', says: 'Yes.' }] as const;
    expect(await change({ act: 'report-preflight', preflight: { found: [...nothing] } })).toMatchObject({
      errors: [{ field: 'body.preflight.found' }],
    });
  });
});
