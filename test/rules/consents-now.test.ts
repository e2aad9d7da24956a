import { describe, expect, test } from '@jest/globals';
import { consentSheet, consentsNow } from '../../rules/consents-now.ts';

const consent = (email: string, givenAt: number, takenBackAt?: number) => ({
  ...({ email, name: 'Ada', reference: 'K7M-4QX', text: '2026-12', language: 'en', givenAt } as const),
  ...(takenBackAt !== undefined && { takenBackAt }),
});
const mayWrite = (all: Parameters<typeof consentsNow>[0]) =>
  consentsNow(all).flatMap(({ email, takenBackAt }) => (takenBackAt === undefined ? [email] : []));

describe('whom the venue may write to', () => {
  test('is one row an address, whatever its letters', () => {
    expect(mayWrite([consent('ada@example.org', 1), consent('Ada@Example.org', 2)])).toEqual(['Ada@Example.org']);
  });

  test('not who took it back later, on whichever order', () => {
    expect(mayWrite([consent('ada@example.org', 1, 5), consent('ada@example.org', 3)])).toEqual([]);
    expect(mayWrite([consent('ada@example.org', 3), consent('ada@example.org', 1, 5)])).toEqual([]);
  });

  test('who said yes again after that', () => {
    expect(mayWrite([consent('ada@example.org', 1, 5), consent('ada@example.org', 6)])).toEqual(['ada@example.org']);
  });

  test('stands in the file with those who took it back, so that a list can be cleaned by it', () => {
    expect(consentSheet([consent('ada@example.org', 0), consent('bob@example.org', 0, 86_400_000)])).toEqual([
      ['email', 'name', 'may_be_written_to', 'given', 'taken_back', 'text', 'language', 'order'],
      ['ada@example.org', 'Ada', 'yes', '1970-01-01T00:00:00.000Z', '', '2026-12', 'en', 'K7M-4QX'],
      [
        'bob@example.org',
        'Ada',
        'no',
        '1970-01-01T00:00:00.000Z',
        '1970-01-02T00:00:00.000Z',
        '2026-12',
        'en',
        'K7M-4QX',
      ],
    ]);
  });
});
