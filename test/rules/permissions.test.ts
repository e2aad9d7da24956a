import { describe, expect, test } from '@jest/globals';
import { type GrantScope, type StaffRole, staffPermissions, staffRoles } from '../../contracts/staff.ts';
import {
  type ActPlace,
  allowed,
  everywhere,
  may,
  maySomewhere,
  permissionsOf,
  placeOf,
} from '../../rules/permissions.ts';

const now = 1_800_000_000_000;
const everything: GrantScope = { of: 'everything' };
const granted = (role: StaffRole, scope: GrantScope = everything, until?: number) => [
  { role, scope, ...(until !== undefined && { until }) },
];

describe('the table', () => {
  test.each(staffRoles.flatMap((role) => staffPermissions.map((permission) => [role, permission] as const)))(
    '%s, %s: as the table says, and nothing beside it',
    (role, permission) => {
      const says = allowed[permission].includes(role);
      expect(may(granted(role), permission, [everywhere], now)).toBe(says);
      expect(permissionsOf(granted(role), now).includes(permission)).toBe(says);
    },
  );

  test('who has no grant may nothing', () => {
    for (const permission of staffPermissions) expect(maySomewhere([], permission, now)).toBe(false);
  });

  test('an owner may everything, a steward and a partner nothing of the whole house', () => {
    expect(permissionsOf(granted('owner'), now)).toEqual(staffPermissions);
    expect(permissionsOf(granted('steward'), now)).toEqual([]);
    expect(permissionsOf(granted('partner'), now)).toEqual([]);
  });

  test('no act on nothing is allowed', () => {
    expect(may(granted('owner'), 'read-orders', [], now)).toBe(false);
  });
});

describe('a grant', () => {
  test('is good before its end, not at it', () => {
    const grants = granted('box-office', everything, now + 1);
    expect(may(grants, 'read-orders', [everywhere], now)).toBe(true);
    expect(may(grants, 'read-orders', [everywhere], now + 1)).toBe(false);
  });

  const places: readonly [GrantScope, ActPlace][] = [
    [
      { of: 'show', id: 'the-tide' },
      { show: 'the-tide', performance: 'the-tide-0601-1930', onSale: 'friends' },
    ],
    [
      { of: 'on-sale', id: 'friends' },
      { onSale: 'friends', performance: 'the-tide-0601-1930' },
    ],
    [{ of: 'performance', id: 'the-tide-0601-1930' }, { performance: 'the-tide-0601-1930' }],
    [{ of: 'allocation', id: 'sponsors' }, { allocation: 'sponsors' }],
  ];
  test.each(places)('for %j is for what lies in it', (scope, place) => {
    const grants = granted('box-office', scope);
    expect(may(grants, 'change-orders', [place], now)).toBe(true);
    expect(may(grants, 'change-orders', [placeOf(scope)], now)).toBe(true);
    expect(may(grants, 'change-orders', [everywhere], now)).toBe(false);
    expect(may(grants, 'change-orders', [place, { show: 'another', performance: 'another' }], now)).toBe(false);
    expect(maySomewhere(grants, 'change-orders', now)).toBe(true);
  });

  test('of one kind is none of another by the same name', () => {
    expect(may(granted('box-office', { of: 'show', id: 'friends' }), 'read-orders', [{ onSale: 'friends' }], now)).toBe(
      false,
    );
  });

  test('several cover together what none covers alone', () => {
    const grants = [
      ...granted('box-office', { of: 'performance', id: 'a' }),
      ...granted('box-office', { of: 'performance', id: 'b' }),
    ];
    expect(may(grants, 'read-orders', [{ performance: 'a' }, { performance: 'b' }], now)).toBe(true);
  });

  test('never lends another grant its role', () => {
    const grants = [...granted('auditor'), ...granted('box-office', { of: 'performance', id: 'a' })];
    expect(may(grants, 'change-orders', [{ performance: 'b' }], now)).toBe(false);
    expect(may(grants, 'read-orders', [{ performance: 'b' }], now)).toBe(true);
  });
});
