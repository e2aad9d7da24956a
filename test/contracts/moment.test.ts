import { expect, test } from '@jest/globals';
import { onSaleDraft, performanceDraft } from '../../contracts/catalogue.ts';
import { lineOpening } from '../../contracts/line-operation.ts';

test.each([
  ['an on-sale', onSaleDraft, 'opensAt'],
  ['an on-sale', onSaleDraft, 'closesAt'],
  ['a performance', performanceDraft, 'startsAt'],
  ['a line', lineOpening, 'opensAt'],
  ['a line', lineOpening, 'closesAt'],
] as const)('%s whose time is in microseconds is refused by its field', (_, shape, field) => {
  const said = (at: number) =>
    shape
      .safeParse({ [field]: at })
      .error?.issues.filter(({ path }) => path[0] === field)
      .map(({ message }) => message);
  expect(said(1_796_070_629_279)).toEqual([]);
  expect(said(1_796_070_629_279_000)).toEqual(['write a time before the year 2100, in milliseconds since 1970']);
});
