/*
 * The drawing of a letter as a font file has it (OpenType, table `glyf`, simple glyphs): points on and off the curve, each
 * as far from the one before. fontkit 2.0 writes one of a weight that it reckons out itself into a stream that restructure
 * 3 no longer has; so we write it. Every distance takes two bytes: the document is compressed anyway.
 */

/** As fontkit says it: `moveTo`, `lineTo`, `quadraticCurveTo`, `closePath`, in units of the font. */
export interface Outline {
  readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
}

interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/** Padded to four bytes, as the places of letters in a file must be even. Empty for a letter without a drawing. */
export function outlineBytes({ commands }: Outline): Uint8Array {
  const contours: OutlinePoint[][] = [];
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([]);
    const contour = contours.at(-1);
    for (let n = 0; n < args.length; n += 2)
      contour?.push({
        x: Math.round(args[n] ?? 0),
        y: Math.round(args[n + 1] ?? 0),
        onCurve: command !== 'quadraticCurveTo' || n === args.length - 2,
      });
  }
  const points = contours.flat();
  if (points.length === 0) return new Uint8Array(0);
  const size = 10 + 2 * contours.length + 2 + 5 * points.length;
  const view = new DataView(new ArrayBuffer(size + ((4 - (size % 4)) % 4)));
  let at = 0;
  const put = (number: number) => {
    view.setInt16(at, number);
    at += 2;
  };
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  for (const number of [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    put(number);
  let last = -1;
  for (const contour of contours) {
    last += contour.length;
    put(last);
  }
  // No instructions: they are for screens with few dots.
  put(0);
  for (const { onCurve } of points) view.setUint8(at++, onCurve ? 1 : 0);
  for (const line of [xs, ys]) for (const [n, number] of line.entries()) put(number - (line[n - 1] ?? 0));
  return new Uint8Array(view.buffer);
}
