import { beforeEach, expect, test } from '@jest/globals';
import type { StaffGrant } from '../../../../contracts/staff.ts';
import type { StaffBook } from '../../../../lambdas/foundation/staff/staff-book.ts';
import { bookAgeMs, type WhoAsks, whoAsks } from '../../../../lambdas/foundation/staff/who-asks.ts';

const now = 1_800_000_000_000;
const boxOffice: StaffGrant = {
  id: 'grant-number-1',
  role: 'box-office',
  scope: { of: 'show', id: 'the-tide' },
  grantedAt: 0,
  grantedBy: 'olga@example.org',
};

let book: StaffBook | undefined;
let reads: number;
let who: WhoAsks;
beforeEach(() => {
  book = { people: [{ email: 'ben@example.org', subject: 'ben', grants: [boxOffice] }] };
  reads = 0;
  who = whoAsks({
    readBook: async () => {
      reads += 1;
      return book;
    },
    owners: ['olga@example.org'],
  });
});

test('whoever was granted it comes in, and is asked for what exactly', async () => {
  const found = await who({ sub: 'ben' }, 'read-orders', now);
  if (!found.ok) throw new Error(found.refusal);
  expect(found.asker.email).toBe('ben@example.org');
  expect(found.asker.may('read-orders', [{ show: 'the-tide' }])).toBe(true);
  expect(found.asker.may('read-orders', [{ show: 'another' }])).toBe(false);
});

test('who is not signed in, is not known, or may not, is told so apart', async () => {
  expect(await who(undefined, 'read-orders', now)).toMatchObject({ ok: false, refusal: 'sign-in-missing' });
  expect(await who({ sub: 'nobody' }, 'read-orders', now)).toMatchObject({ ok: false, refusal: 'staff-unknown' });
  expect(await who({ sub: 'ben' }, 'read-audit', now)).toMatchObject({ ok: false, refusal: 'not-allowed' });
  book = undefined;
  expect(await who({ sub: 'ben' }, 'read-orders', now + bookAgeMs)).toMatchObject({ refusal: 'staff-unknown' });
});

test('the address alone makes nobody: the sign-in must be known', async () => {
  book = { people: [{ email: 'olga@example.org', grants: [] }] };
  expect(await who({ sub: 'olga', email: 'olga@example.org' }, 'read-orders', now)).toMatchObject({ ok: false });
});

test('an owner by settings may everything once the sign-in is known', async () => {
  book = { people: [{ email: 'olga@example.org', subject: 'olga', grants: [] }] };
  expect(await who({ sub: 'olga' }, 'grant-roles', now)).toMatchObject({ ok: true });
});

test('the book is read once in five seconds, and what was taken away ends with them', async () => {
  await who({ sub: 'ben' }, 'read-orders', now);
  book = { people: [] };
  expect(await who({ sub: 'ben' }, 'read-orders', now + bookAgeMs - 1)).toMatchObject({ ok: true });
  expect(reads).toBe(1);
  expect(await who({ sub: 'ben' }, 'read-orders', now + bookAgeMs)).toMatchObject({ ok: false });
});

test('what was granted a second ago is seen at once', async () => {
  const before = book;
  book = { people: [] };
  expect(await who({ sub: 'ben' }, 'read-orders', now)).toMatchObject({ ok: false });
  book = before;
  expect(await who({ sub: 'ben' }, 'read-orders', now + 1)).toMatchObject({ ok: true });
});
