import { blend, formatHex, parse, wcagContrast } from 'culori';

/**
 * A colour as CSS writes it becomes `#rrggbb`, which a plan has. A colour that shines through is laid on white, since a plan is
 * drawn on a light ground: `rgba(10, 20, 30, 0.5)` is `#858a8f`. Editors forget the sign before six digits. Undefined for what
 * CSS does not know, and for what nobody would see at all.
 */
export function colourOf(text: string): string | undefined {
  const colour = parse(text.trim().toLowerCase());
  return colour && colour.alpha !== 0 ? formatHex(blend(['white', colour])) : undefined;
}

/** Whether seats of a colour stand out from white paper at all. Half of what is asked of a sign: a seat has an outline, too. */
export function standsOut(color: string): boolean {
  return wcagContrast(color, 'white') >= 1.5;
}
