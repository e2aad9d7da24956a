import { describe, expect, test } from '@jest/globals';
import { posterLetters } from '../../rules/poster-title.ts';

/** Measured in DejaVu Serif, bold and set tight by three hundredths: a word's width in sizes of its letters. */
const measured: Readonly<Record<string, number>> = {
  'Lanternmaker’s': 0.609 * 14,
  Hartsmoor: 0.644 * 9,
  Cartographer: 0.6 * 12,
  Company: 0.709 * 7,
  Midsummer: 0.721 * 9,
  Commedia: 0.713 * 8,
  Mammamia: 0.796 * 8,
  Wonderland: 0.645 * 10,
  Schwanensee: 0.651 * 11,
  Eisenbahnschwellen: 0.603 * 18,
  OEDIPUS: 0.729 * 7,
  Illinois: 0.463 * 8,
};

describe('the title of a poster', () => {
  test.each(Object.entries(measured))('%s fits between the edges, whole', (word, width) => {
    const taken = posterLetters(`The ${word} of it`) * width;
    expect(taken).toBeLessThanOrEqual(86);
    // And is no smaller than it need be.
    if (posterLetters(word) < 17.5) expect(taken).toBeGreaterThan(70);
  });

  test('is as large as it may be where its words are short, and is so by its widest word', () => {
    expect([posterLetters('King Lear'), posterLetters('I'), posterLetters('')]).toEqual([17.5, 17.5, 17.5]);
    expect(posterLetters('A Midsummer Night’s Dream')).toBe(posterLetters('Midsummer'));
  });
});
