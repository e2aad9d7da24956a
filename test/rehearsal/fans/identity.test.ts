import { describe, expect, test } from '@jest/globals';
import { api } from '../../../contracts/api.ts';
import type { PublishedOnSale } from '../../../contracts/catalogue.ts';
import { joinRequest } from '../../../contracts/line-requests.ts';
import { generateRoster, memberAt } from '../../../examples/roster.ts';
import { challengeFor } from '../../../lambdas/waiting-room/entry/proof-of-work.ts';
import { challengePath, identities, visitorWith } from '../../../rehearsal/fans/identity.ts';
import { membersOf } from '../../../rehearsal/fans/members.gateway.ts';

const roster = generateRoster(1000, 1);
const onSale = (id: string, entry: PublishedOnSale['entry']) => ({ id, entry }) as PublishedOnSale;
const friends = onSale('friends', 'members');
const options = { seed: 1, run: 'abcd1234', fans: 100 };

/** The identity of every fan. */
function everyone(...given: Parameters<typeof identities>) {
  const identityOf = identities(...given);
  if (typeof identityOf === 'string') throw new Error(identityOf);
  return Array.from({ length: given[2].fans }, (_, fan) => identityOf(fan));
}

describe('who fans say they are', () => {
  test('members of the roster, each once, the first few left for people', () => {
    const all = everyone(friends, roster, options);
    const members = all.map((one) => (one.entry === 'members' ? one.member : ''));
    expect(new Set(members).size).toBe(100);
    expect(members).not.toContain(memberAt(0, 1).member);
    expect(all.every((one) => joinRequest.safeParse(one).success)).toBe(true);
  });

  test('other members for another seed, as far as the roster goes', () => {
    const of = (seed: number) => everyone(friends, roster, { ...options, seed });
    const first = new Set(of(1).map((one) => JSON.stringify(one)));
    expect(of(2).some((one) => first.has(JSON.stringify(one)))).toBe(false);
  });

  test('visitors where anyone may come: others in another rehearsal, the same in the same', () => {
    const of = (run: string) => everyone(onSale('public', 'open'), [], { ...options, run });
    expect(of('one')).toEqual(of('one'));
    expect(of('one')[0]).not.toEqual(of('two')[0]);
    const terms = { onSale: 'public', effort: 5, salt: '0'.repeat(24), fraction: 0.5 };
    for (const one of of('one')) {
      if (one.entry !== 'open') throw new Error('A visitor is no member');
      const request = visitorWith(one.visitor, challengeFor('key', { ...terms, ...one }, terms, 0));
      expect(joinRequest.safeParse(request).success).toBe(true);
      expect(challengePath('public', one.visitor)).toBe(
        `${api('GET lines/{onSale}/challenge', { onSale: 'public' }).url}?visitor=${one.visitor}`,
      );
    }
  });

  test('where an e-mail address is needed: a sentence', () => {
    expect(identities(onSale('general', 'email'), [], options)).toContain('general is entered by e-mail');
  });

  test('more fans than members: a sentence', () => {
    expect(identities(friends, roster, { ...options, fans: 20_000 })).toContain('20000 fans');
    expect(identities(friends, [], options)).toContain('the 0 members');
  });
});

test('the members of an on-sale are those of its world, also when it was loaded under a suffix', async () => {
  expect((await membersOf('festival', 'friends')).length).toBe(10_000);
  expect((await membersOf('festival', 'friends-spring')).length).toBe(10_000);
  expect(await membersOf('festival', 'public')).toEqual([]);
});
