import { describe, expect, test } from '@jest/globals';
import type { PublishedOnSale } from '../../contracts/catalogue.ts';
import { joinRequest } from '../../contracts/line.ts';
import { memberAt } from '../../examples/roster.ts';
import { identities } from '../../rehearsal/identity.ts';
import { readWorld } from '../../rehearsal/world.gateway.ts';

const [festival] = readWorld('festival');
const noFile = (file: string): string => {
  throw new Error(`${file} was read`);
};
const onSale = (id: string, entry: 'members' | 'open') => ({ id, entry }) as PublishedOnSale;
const options = { seed: 1, run: 'abcd1234', fans: 100 };

/** The identity of every fan, or the refusal. */
function everyone(...given: Parameters<typeof identities>) {
  const identityOf = identities(...given);
  if (typeof identityOf === 'string') throw new Error(identityOf);
  return Array.from({ length: given[3].fans }, (_, fan) => identityOf(fan));
}

describe('who fans say they are', () => {
  test('members of the world’s roster, each once, the first few left for people', () => {
    const all = everyone(onSale('friends', 'members'), festival, noFile, options);
    const members = all.map((one) => (one.entry === 'members' ? one.member : ''));
    expect(new Set(members).size).toBe(100);
    expect(members).not.toContain(memberAt(0, 1).member);
    expect(all.every((one) => joinRequest.safeParse(one).success)).toBe(true);
    expect(all[0]).toEqual({ entry: 'members', ...memberAt(10, 1) });
  });

  test('other members for another seed, as far as the roster goes', () => {
    const of = (seed: number) => everyone(onSale('friends', 'members'), festival, noFile, { ...options, seed });
    const first = new Set(of(1).map((one) => JSON.stringify(one)));
    expect(of(2).some((one) => first.has(JSON.stringify(one)))).toBe(false);
  });

  test('members of a file, when the roster is one', () => {
    const rows = Array.from({ length: 30 }, (_, n) => `M${n},AB1 ${n}`).join('\n');
    const world = { ...festival, rosters: { friends: { file: 'mine.csv' } } };
    const all = everyone(
      onSale('friends', 'members'),
      world,
      (file) => (file === 'mine.csv' ? `member,postcode\n${rows}` : ''),
      {
        ...options,
        fans: 5,
      },
    );
    expect(all[0]).toEqual({ entry: 'members', member: 'M10', postcode: 'AB1 10' });
  });

  test('visitors where anyone may come: others in another rehearsal, the same in the same', () => {
    const of = (run: string) => everyone(onSale('public', 'open'), festival, noFile, { ...options, run });
    expect(of('one')).toEqual(of('one'));
    expect(of('one')[0]).not.toEqual(of('two')[0]);
    expect(of('one').every((one) => joinRequest.safeParse(one).success)).toBe(true);
  });

  test.each([
    ['too many fans', onSale('friends', 'members'), 20_000, '20000 fans'],
    ['a roster the world does not have', onSale('patrons', 'members'), 1, 'patrons'],
  ])('%s: a sentence', (_, sale, fans, said) => {
    expect(identities(sale, festival, noFile, { ...options, fans })).toContain(said);
  });

  test('the on-sale of a world that was loaded under a suffix', () => {
    expect(everyone(onSale('friends-spring', 'members'), festival, noFile, options)[0]).toMatchObject(memberAt(10, 1));
  });
});
