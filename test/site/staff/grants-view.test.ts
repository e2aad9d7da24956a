import { expect, test } from '@jest/globals';
import { staffRoles } from '../../../contracts/staff.ts';
import { allowed } from '../../../rules/permissions.ts';
import { roleMay } from '../../../site/staff/grants-view.tsx';
import { staffWords } from '../../../words/en/staff.ts';

test('a role is said to do what the table of permissions lets it do, and no more', () => {
  for (const role of staffRoles) {
    const said = roleMay(role);
    for (const [permission, roles] of Object.entries(allowed))
      expect([role, said.includes(staffWords.permissions[permission as keyof typeof allowed])]).toEqual([
        role,
        roles.includes(role),
      ]);
  }
});
