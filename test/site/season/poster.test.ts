import { describe, expect, test } from '@jest/globals';
import { contrast, lettering } from '../../../rules/poster-colour.ts';
import { motifOf } from '../../../rules/poster-motif.ts';
import fc from '../../properties.ts';

const colour = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((rgb) => `#${rgb.map((one) => one.toString(16).padStart(2, '0')).join('')}`);

describe('posters', () => {
  test('contrast is WCAG’s', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  test('words can be read on any paper', () => {
    fc.assert(
      fc.property(colour, colour, (ink, paper) => {
        const words = lettering({ ink, paper });
        expect(contrast(words, paper)).toBeGreaterThanOrEqual(4.5);
        if (contrast(ink, paper) >= 4.5) expect(words).toBe(ink);
      }),
    );
  });

  test('the same show has the same picture, and every name has one that can be drawn', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 64 }), (name) => {
        const shapes = motifOf(name);
        expect(shapes).toEqual(motifOf(name));
        expect(shapes.length).toBeGreaterThan(2);
        expect(JSON.stringify(shapes)).not.toMatch(/null|NaN|Infinity/);
      }),
    );
  });

  test('a season has many pictures', () => {
    const kinds = new Set(Array.from({ length: 40 }, (_, n) => JSON.stringify(motifOf(`show-${n}`))));
    expect(kinds.size).toBeGreaterThan(20);
  });
});
