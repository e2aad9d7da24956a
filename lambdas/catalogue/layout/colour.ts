import { blend, formatHex, parse } from 'culori';

/**
 * A colour as CSS writes it becomes `#rrggbb`, which a plan has. A colour that shines through is laid on white, since a plan is
 * drawn on a light ground: `rgba(10, 20, 30, 0.5)` is `#858a8f`. Editors forget the sign before six digits. Undefined for what
 * CSS does not know.
 */
export function colourOf(text: string): string | undefined {
  const colour = parse(text.trim().toLowerCase());
  return colour && formatHex(blend(['white', colour]));
}
