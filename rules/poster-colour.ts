/**
 * A poster comes with two colours, and nobody promised that one can be read on the other. Words on a
 * poster are set in its ink where the contrast allows, else in black or white, whichever reads better.
 * Contrast as WCAG 2.2 defines it, from 1 to 21.
 */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of `#rrggbb`, from 0 to 1. */
export function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

const readable = 4.5;

/** The colour for words on a poster's paper. */
export function lettering(poster: { readonly ink: string; readonly paper: string }): string {
  if (contrast(poster.ink, poster.paper) >= readable) return poster.ink;
  return contrast('#ffffff', poster.paper) >= contrast('#000000', poster.paper) ? '#ffffff' : '#000000';
}
