import encodeQR from 'qr';

/**
 * A ticket's code as a drawing: dark modules, a run of them at a time, in a square with the quiet zone of four
 * modules that readers need. Level M mends 15 % of dirt.
 */
export interface CodeDrawing {
  /** Modules a side, quiet zone included. */
  readonly size: number;
  readonly quiet: number;
  readonly runs: readonly { readonly x: number; readonly y: number; readonly length: number }[];
}

const quiet = 4;

export function drawTicketCode(text: string): CodeDrawing {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const runs = modules.flatMap((row, y) => {
    const found: { x: number; y: number; length: number }[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const last = found.at(-1);
      if (last && last.x + last.length === x) last.length += 1;
      else found.push({ x, y, length: 1 });
    }
    return found;
  });
  return { size: modules.length, quiet, runs };
}
