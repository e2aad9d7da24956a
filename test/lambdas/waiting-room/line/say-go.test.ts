import { beforeEach, describe, expect, test } from '@jest/globals';
import { goAct } from '../../../../contracts/line-go.ts';
import type { StaffRole } from '../../../../contracts/staff.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { ActingMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { lineTwin } from '../../../../lambdas/waiting-room/line/line.twin.ts';
import type { LineRecord } from '../../../../lambdas/waiting-room/line/line-store.ts';
import { sayGo } from '../../../../lambdas/waiting-room/line/say-go.ts';
import { may, roleFor } from '../../../../rules/permissions.ts';

const now = Date.UTC(2027, 1, 27, 8, 40);
const hour = 3_600_000;

let lines: ReturnType<typeof lineTwin>;
let audit: ReturnType<typeof auditTwin>;
beforeEach(async () => {
  lines = lineTwin();
  audit = auditTwin();
  const facts = { onSale: 'friends', opensAt: now + hour, closesAt: now + 8 * hour };
  const line = { facts, dials: {}, acts: [], version: 0 } as unknown as LineRecord;
  await lines.open(line, { onSale: 'friends', opensAt: now + hour, endsAt: now + 8 * hour });
});

const asker = (role: StaffRole): ActingMember => {
  const grants = [{ role, scope: { of: 'everything' as const } }];
  return {
    email: `${role}@example.org`,
    may: (permission, places) => may(grants, permission, places, now),
    roleFor: (permission, place) => roleFor(grants, permission, place, now),
  };
};
const say = (role: StaffRole, said = goAct.parse({ go: true, red: 0 }), at = now, onSale = 'friends') =>
  sayGo({ lines, audit, newId: () => `deed-number-${audit.entries.length}` }, asker(role), { onSale, said, now: at });
const acts = async () => (await lines.read('friends'))?.acts;

describe('go', () => {
  test('is noted for the ledger by role, and in the audit by person', async () => {
    expect(await say('ops')).toEqual({ ok: true, body: { go: true, saidAt: now, role: 'ops' } });
    expect(await acts()).toMatchObject([{ notedAt: now, act: 'go-said', role: 'ops', detail: { red: 0 } }]);
    expect(audit.entries).toMatchObject([{ person: 'ops@example.org', act: 'say-go', on: 'friends', note: '0 red' }]);
    expect(JSON.stringify(await acts())).not.toContain('@');
  });

  test('or no go, by an owner, has its reason in both', async () => {
    await say('owner', goAct.parse({ go: false, red: 2, reason: 'The bank is down' }));
    expect(await acts()).toMatchObject([{ act: 'no-go-said', role: 'owner', reason: 'The bank is down' }]);
    expect(audit.entries).toMatchObject([{ act: 'say-no-go', note: '2 red: The bank is down' }]);
  });

  test('turns no dial', async () => {
    const before = (await lines.read('friends'))?.dials;
    await say('ops');
    expect((await lines.read('friends'))?.dials).toEqual(before);
  });

  test.each(['marketing', 'box-office-supervisor', 'programmer', 'auditor', 'steward', 'partner'] as const)(
    'is not said by %s',
    async (role) => {
      expect(await say(role)).toMatchObject({ refusal: 'not-allowed' });
      expect([await acts(), audit.entries]).toEqual([[], []]);
    },
  );

  test('is said of a line that is open and not over', async () => {
    expect(await say('ops', undefined, now, 'nobody')).toMatchObject({ refusal: 'line-unknown' });
    expect(await say('ops', undefined, now + 8 * hour)).toMatchObject({ refusal: 'line-closed' });
  });

  test('needs a reason where something is red, and no go always', () => {
    expect(goAct.safeParse({ go: true, red: 1 }).success).toBe(false);
    expect(goAct.safeParse({ go: false, red: 0 }).success).toBe(false);
    expect(goAct.safeParse({ go: true, red: 1, reason: 'The clock is right by hand' }).success).toBe(true);
  });
});
