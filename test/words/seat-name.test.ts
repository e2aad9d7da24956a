import { expect, test } from '@jest/globals';
import { languages } from '../../contracts/languages.ts';
import { seatWords } from '../../words/all/seats.ts';
import { seatsNamed } from '../../words/seat-name.ts';

const labels = [
  'Stalls, row C, seat 11',
  'Stalls, row C, seat 9',
  'Circle, row A, seat 1',
  'Pit, standing',
  'Pit, standing',
];

test('seats of one row are named together, in the order of their numbers', () => {
  expect(seatsNamed(labels, seatWords.en)).toBe('Stalls, row C, seats 9 and 11; Circle, row A, seat 1; Pit, standing');
  expect(
    seatsNamed(
      ['9', '10', '11'].map((n) => `Stalls, row C, seat ${n}`),
      seatWords.de,
    ),
  ).toBe('Stalls, Reihe C, Plätze 9, 10 und 11');
  for (const language of languages) expect(seatsNamed(labels.slice(0, 2), seatWords[language])).toMatch(/9 \S+ 11$/);
});
