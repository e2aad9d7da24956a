import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checks, generateRoster, memberAt } from '../../examples/roster.ts';

describe('a made-up roster', () => {
  const roster = generateRoster(40_000, 2);

  test('has unique members whose numbers check', () => {
    expect(new Set(roster.map(({ member }) => member)).size).toBe(40_000);
    expect(roster.every(({ member }) => checks(member))).toBe(true);
    expect(roster.every(({ postcode }) => /^[A-Z]{1,2}\d{1,2} \d[A-Z]{2}$/.test(postcode))).toBe(true);
    expect(new Set(roster.map(({ postcode }) => postcode)).size).toBeGreaterThan(30_000);
  });

  test('is the same every time, member by member; another seed is another roster', () => {
    expect(memberAt(1234, 2)).toEqual(roster[1234]);
    const other = new Set(generateRoster(1000, 3).map(({ member, postcode }) => `${member} ${postcode}`));
    expect(roster.some(({ member, postcode }) => other.has(`${member} ${postcode}`))).toBe(false);
  });

  test('a wrong or swapped digit does not check', () => {
    const { member } = memberAt(0, 1);
    for (let at = 0; at < 8; at++) {
      const wrong = `${member.slice(0, at)}${(Number(member[at]) + 1) % 10}${member.slice(at + 1)}`;
      expect(checks(wrong)).toBe(false);
    }
  });

  test('the README gives members for trying by hand who are in the rosters of the examples', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../examples/README.md'), 'utf8');
    for (const seed of [1, 2]) {
      const { member, postcode } = memberAt(0, seed);
      expect(readme).toContain(`member number \`${member}\`, postcode \`${postcode}\``);
    }
  });
});
