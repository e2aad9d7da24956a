import { expect, test } from '@jest/globals';
import { refusedOf } from '../../../site/hall/refused-of.ts';
import { hallWords } from '../../../words/en/hall.ts';

const of = { hold: 'hold-1', performance: 'evening' };

test('a hold that lapsed before its fan saw it held is said to have taken too long', () => {
  const { lost } = hallWords.refusalDetail;
  expect(refusedOf({ state: 'lapsed', ...of })).toEqual({
    ...{ state: 'refused', ...of, refusal: 'lost', taken: [], detail: lost },
  });
});

test('a refusal stays what it is, and a hold that stands is none', () => {
  const refused = {
    state: 'refused',
    ...of,
    refusal: 'seat-taken',
    taken: ['stalls-A-1'],
    detail: 'Too late',
  } as const;
  expect(refusedOf(refused)).toBe(refused);
  expect(refusedOf({ state: 'released', ...of })).toBeUndefined();
  expect(refusedOf({ state: 'pending', ...of })).toBeUndefined();
});
