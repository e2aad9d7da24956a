import { describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../../contracts/staff.ts';
import { actInWords, findEntries, noteInWords, onInWords } from '../../../site/staff/audit-words.ts';
import type { Scopes } from '../../../site/staff/scopes.ts';

const scopes: Scopes = {
  timeZone: 'Europe/London',
  show: [{ id: 'lear', title: 'King Lear' }],
  'on-sale': [],
  performance: [{ id: 'lear-3', title: 'King Lear', when: 'Tue 8 Jun, 19:30' }],
};
const entry = (of: Partial<AuditEntry>): AuditEntry => ({
  id: 'entry0000001',
  happenedAt: Date.UTC(2027, 5, 4, 18, 30),
  person: 'ruth@example.org',
  act: 'cancel',
  on: 'Z7F-V6H',
  ...of,
});

describe('an entry of the record', () => {
  test('says a role by its name, what it is for, and until when by the clocks of the venue', () => {
    const granted = (note: string) => noteInWords(entry({ act: 'grant', note }), scopes);
    expect(granted('box-office for show lear until 2027-06-01T18:30:00.000Z')).toBe(
      'Box office, Show: King Lear, until Tue 1 Jun, 19:30',
    );
    expect(granted('owner for everything')).toBe('Owner, The whole house, for good');
    expect(granted('steward for performance storm-1')).toBe('Steward, Performance: storm-1, for good');
    expect(granted('a role of tomorrow for everything')).toBe('a role of tomorrow for everything');
  });

  test('leaves the words of people alone, also those that look like a role', () => {
    expect(noteInWords(entry({ note: 'owner for everything' }), scopes)).toBe('owner for everything');
    expect(actInWords('an-act-of-tomorrow')).toBe('an-act-of-tomorrow');
  });

  test('says a performance by its title, and no mark of a page', () => {
    expect(onInWords(entry({ act: 'offer-door-code', on: 'lear-3' }), scopes)).toBe(
      'Performance: King Lear, Tue 8 Jun, 19:30',
    );
    expect(onInWords(entry({ act: 'read-orders', on: 'eyJhdCI6MTgwNDMyODgwMDAwMH0' }), scopes)).toBe('');
    expect(onInWords(entry({}), scopes)).toBe('Z7F-V6H');
  });

  test('is found by what the platform wrote and by what the page says', () => {
    const entries = [
      entry({ note: 'The tour bus broke down.' }),
      entry({ act: 'grant', on: 'greta@example.org', note: 'box-office for show lear' }),
      entry({ act: 'end-door-device', on: 'lear-3' }),
    ];
    const found = (typed: string) => findEntries(entries, typed, scopes).map(({ act }) => act);
    expect(found('')).toHaveLength(3);
    expect(found('bus ruth')).toEqual(['cancel']);
    expect(found('z7fv6h')).toEqual(['cancel']);
    expect(found('king lear')).toEqual(['grant', 'end-door-device']);
    expect(found('gave a role greta')).toEqual(['grant']);
    expect(found('end-door-device')).toEqual(['end-door-device']);
    expect(found('nobody')).toEqual([]);
  });
});
