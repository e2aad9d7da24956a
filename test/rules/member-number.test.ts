import { expect, test } from '@jest/globals';
import { normalised } from '../../rules/member-number.ts';

test('digits of every script are those that a keyboard types', () => {
  for (const digits of ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९', '၀၁၂၃၄၅၆၇၈၉', '０１２３４５６７８９', '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡'])
    expect([digits, normalised(`a${digits}`)]).toEqual([digits, 'A0123456789']);
  expect(normalised('٠٠٤١٢')).toBe('412');
});

test('letters stay letters, and a number that is no digit stays itself', () => {
  expect(normalised('gx-12 345')).toBe('GX12345');
  expect(normalised('Ж-7')).toBe('Ж7');
  expect(normalised('Ⅳ')).toBe('IV');
});
