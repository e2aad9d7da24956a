import { create } from 'qrcode';

/**
 * A ticket's code as a picture: dark modules as one path on a white square with the quiet zone of four
 * modules that readers at the door need, whatever the colours of the page. Level M mends 15 % of dirt.
 */
export interface DrawnCode {
  /** Modules a side, quiet zone included. */
  readonly size: number;
  readonly path: string;
}

const quietZone = 4;

export function drawCode(text: string): DrawnCode | 'failed' {
  try {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const { size, data } = modules;
    let path = '';
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        if (!data[y * size + x]) continue;
        let run = 1;
        while (x + run < size && data[y * size + x + run]) run += 1;
        path += `M${x + quietZone} ${y + quietZone}h${run}v1h-${run}z`;
        x += run;
      }
    }
    return { size: size + 2 * quietZone, path };
  } catch {
    // A text too long for any code; the page then says how to get in without one.
    return 'failed';
  }
}
