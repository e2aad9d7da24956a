import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * A screenshot again with at most 64 colours, an eighth of the size. Half of them are the commonest, counted to five bits a
 * channel; the others are those that are farthest from all before, so that a thin line in a colour of its own keeps it.
 * Every other colour becomes the nearest of them. Reads what a browser writes (8 bits a channel, not interlaced).
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, rows } = read(png);
  const key = (at: number) =>
    (((rows[at] ?? 0) >> 3) << 10) | (((rows[at + 1] ?? 0) >> 3) << 5) | ((rows[at + 2] ?? 0) >> 3);
  const seen = new Map<number, { count: number; colour: readonly number[] }>();
  for (let at = 0; at < rows.length; at += channels) {
    const known = seen.get(key(at));
    if (known) known.count += 1;
    else seen.set(key(at), { count: 1, colour: [...rows.subarray(at, at + 3)] });
  }
  const palette = paletteOf([...seen.values()]);
  const nearest = new Map<number, number>();
  for (const [name, { colour }] of seen) {
    const far = palette.map((one) => apart(one, colour));
    nearest.set(name, far.indexOf(Math.min(...far)));
  }
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      lines[y * (width + 1) + 1 + x] = nearest.get(key((y * width + x) * channels)) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const most = 64;

function paletteOf(seen: readonly Seen[]): readonly (readonly number[])[] {
  const byCount = seen.toSorted((a, b) => b.count - a.count);
  const palette = byCount.slice(0, most / 2).map(({ colour }) => colour);
  const others = byCount.slice(most / 2);
  const far = others.map(({ colour }) => Math.min(...palette.map((one) => apart(one, colour))));
  while (palette.length < most) {
    // A single pixel is no colour of the page.
    const worth = others.map(({ count }, at) => Math.sqrt(count) * (far[at] ?? 0));
    const best = others[worth.indexOf(Math.max(...worth))];
    if (!best || Math.max(...worth) === 0) break;
    palette.push(best.colour);
    for (const [at, { colour }] of others.entries()) far[at] = Math.min(far[at] ?? 0, apart(best.colour, colour));
  }
  return palette;
}

/** The square of how far two colours are apart. */
function apart(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0);
}

interface Seen {
  readonly count: number;
  readonly colour: readonly number[];
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly rows: Buffer;
}

function read(png: Buffer): Picture {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png[25] === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const rows = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (rows[y * stride + x - channels] ?? 0);
      const up = y === 0 ? 0 : (rows[(y - 1) * stride + x] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (rows[(y - 1) * stride + x - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      rows[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return { width, height, channels, rows };
}

/** The PNG standard's predictor: of three neighbours the one nearest to left + up − corner. */
function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
