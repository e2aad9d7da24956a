import { describe, expect, test } from '@jest/globals';
import { boxOffice } from '../../contracts/box-office.ts';
import { dialled } from '../../rules/dialled.ts';

describe('the number of a box office', () => {
  test.each([
    ['020 7946 0000', 'tel:02079460000'],
    ['+44 20 7946 0000', 'tel:+442079460000'],
    ['+44 (0)20 7946-0000', 'tel:+442079460000'],
    ['(020) 7946 0000', 'tel:02079460000'],
    ['030/90 18 20', 'tel:030901820'],
    ['01.23.45.67.89', 'tel:0123456789'],
  ])('printed as %s is dialled as %s', (telephone, address) => {
    expect(boxOffice.safeParse({ telephone }).success).toBe(true);
    expect(dialled({ telephone })).toBe(address);
  });

  test.each(['', 'call us', '12', '+44 20 7946 0000 ext. 4', 'tel:02079460000', '0'.repeat(40)])(
    'is none: %s',
    (telephone) => {
      expect(boxOffice.safeParse({ telephone }).error?.issues[0]?.message).toMatch(/^write a telephone number/);
    },
  );
});
