import { expect, test } from '@jest/globals';
import { limitedPrices } from '../../../site/hall/limited-prices.ts';
import { isolated } from '../../../words/isolated.ts';

test('a reduced price whose name ends in a number is told apart from how many seats may have it', () => {
  const said = limitedPrices([
    { id: 'under-26', name: 'Under 26', percentOff: 50, mostPerFan: 4 },
    { id: 'senior', name: 'Senior', percentOff: 10 },
  ]);
  expect(said).toContain(`${isolated('Under 26')}\u00a0×\u00a04`);
  expect(limitedPrices([])).toBe('');
});
