import { describe, expect, test } from '@jest/globals';
import { showDraft } from '../../contracts/catalogue.ts';
import { orderRequest } from '../../contracts/order.ts';

const order = (name: string) =>
  orderRequest.safeParse({
    slips: ['s1.a.b'],
    buyer: { name, email: 'ada@example.org' },
    payment: { method: 'box-office' },
  });

describe('a name of invisible letters is no name', () => {
  test.each([
    '\u200b',
    ' \u200b\u200d ',
    '\ufeff',
    '\u00ad',
    '\u3164',
    '\u115f\uffa0',
    '\u2800',
    '\u202e',
    '\u034f\ufe0f',
    '\u{e0020}',
    '\u0000',
    '\ufffc',
    '\ue000',
    '\ud800',
    '\u{1d159}',
    '\u00a0\u2003',
    '',
  ])('%j', (name) => {
    expect(order(name).error?.issues).toMatchObject([
      { path: ['buyer', 'name'], message: 'type the name the tickets are for' },
    ]);
  });

  test.each(['Ada', 'Øyvind', '김', '李', 'O', 'أحمد', 'X Æ A-12', '\u200bAda', '?', '🙂'])('%j is one', (name) => {
    expect(order(name).success).toBe(true);
  });

  test.each([
    ['Ada\r\nBcc: evil@example.org', 'Ada Bcc: evil@example.org'],
    ['A\u0000da', 'A da'],
    ['Ada\ud800', 'Ada'],
    ['Ada\u202e', 'Ada'],
    ['Ada \t Byron', 'Ada Byron'],
  ])('%j stands on one line', (name, read) => {
    expect(order(name).data?.buyer.name).toBe(read);
  });

  test('a title of them is none either', () => {
    const issues = showDraft.safeParse({ title: '\u200b', venue: '\u3164' }).error?.issues ?? [];
    const fields = issues.filter(({ message }) => message === 'write something that can be seen');
    expect(fields.map(({ path }) => path.join('.'))).toEqual(['title', 'venue']);
  });
});
