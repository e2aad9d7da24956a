/**
 * A section's state as bytes. The bytes hold no seats, only holds. A seat is held or sold if a record names it, blocked
 * if its bit says so, free otherwise. An untouched section is four bytes, and 400 holds of one run each are 4 + 400 ×
 * 17 = 6.8 KB, seven write units.
 *
 *   header   u8 format = 1 · u16 seats · u8 flags (bit 0: a blocked bit a seat follows, msb first)
 *   record   9 bytes hold · u32 end · u8 runs (bit 7: parted) · [u8 seats in all, if parted] · runs
 *   run      u16 first seat · u8 seats
 *
 * All numbers big-endian. The end is in seconds since the epoch; 0xffffffff means sold. A hold is parted if some of its
 * seats lie in other sections, or are about to (`HouseDraft.exchange`). Then each part says how many seats there are in
 * all, so that a part alone is never taken for the whole.
 */

/** The `lapsesAt` of a sold record: it never lapses. */
export const sold = Number.POSITIVE_INFINITY;

export interface HoldRecord {
  /** Twelve characters of base64url. */
  readonly hold: string;
  /** Milliseconds since the epoch, whole seconds: live before, lapsed at and after; `sold` never lapses. */
  readonly lapsesAt: number;
  /** Indexes of seats in the section, ascending. */
  readonly seats: readonly number[];
  /** Seats of the hold in all sections. */
  readonly total: number;
}

export interface SectionState {
  readonly seats: number;
  /** Indexes of seats that are nobody's to give, ascending. */
  readonly blocked: readonly number[];
  readonly records: readonly HoldRecord[];
}

const format = 1;
const soldSeconds = 0xffff_ffff;
const partedFlag = 0x80;

/** The state of a section that nobody has touched. */
export const untouched = (seats: number): SectionState => ({ seats, blocked: [], records: [] });

export function encodeSection({ seats, blocked, records }: SectionState): Uint8Array {
  const parts = records.map((record) => ({ ...record, runs: runsOf(record.seats) }));
  const mask = blocked.length > 0 ? Math.ceil(seats / 8) : 0;
  const size = parts.reduce(
    (sum, { runs, seats: own, total }) => sum + 14 + (own.length !== total ? 1 : 0) + 3 * runs.length,
    4 + mask,
  );
  const bytes = Buffer.alloc(size);
  let at = bytes.writeUInt8(format, 0);
  at = bytes.writeUInt16BE(seats, at);
  at = bytes.writeUInt8(mask > 0 ? 1 : 0, at);
  for (const seat of blocked) {
    const byte = at + (seat >> 3);
    bytes.writeUInt8(bytes.readUInt8(byte) | (0x80 >> (seat & 7)), byte);
  }
  at += mask;
  for (const { hold, lapsesAt, seats: own, total, runs } of parts) {
    if (bytes.write(hold, at, 'base64url') !== 9) throw new Error(`${hold} is not the id of a hold`);
    const parted = own.length !== total;
    at = bytes.writeUInt32BE(lapsesAt === sold ? soldSeconds : lapsesAt / 1000, at + 9);
    at = bytes.writeUInt8(runs.length | (parted ? partedFlag : 0), at);
    if (parted) at = bytes.writeUInt8(total, at);
    for (const [first, length] of runs) at = bytes.writeUInt8(length, bytes.writeUInt16BE(first, at));
  }
  return bytes;
}

/** Throws if these bytes are not a section's: then the table is broken, and guessing would sell seats twice. */
export function decodeSection(data: Uint8Array): SectionState {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.length < 4 || bytes.readUInt8(0) !== format) throw new Error('These bytes are not the state of a section');
  const seats = bytes.readUInt16BE(1);
  const mask = bytes.readUInt8(3) & 1 ? Math.ceil(seats / 8) : 0;
  const blocked: number[] = [];
  for (let seat = 0; mask > 0 && seat < seats; seat++)
    if (bytes.readUInt8(4 + (seat >> 3)) & (0x80 >> (seat & 7))) blocked.push(seat);
  const records: HoldRecord[] = [];
  let at = 4 + mask;
  while (at < bytes.length) {
    const hold = bytes.toString('base64url', at, at + 9);
    const endSeconds = bytes.readUInt32BE(at + 9);
    const head = bytes.readUInt8(at + 13);
    at += 14;
    const parted = (head & partedFlag) !== 0;
    const total = parted ? bytes.readUInt8(at++) : 0;
    const own: number[] = [];
    for (let run = head & ~partedFlag; run > 0; run--, at += 3) {
      const first = bytes.readUInt16BE(at);
      for (let next = 0; next < bytes.readUInt8(at + 2); next++) own.push(first + next);
    }
    if (own.some((seat) => seat >= seats)) throw new Error(`Hold ${hold} names a seat that the section does not have`);
    const lapsesAt = endSeconds === soldSeconds ? sold : endSeconds * 1000;
    records.push({ hold, lapsesAt, seats: own, total: parted ? total : own.length });
  }
  return { seats, blocked, records };
}

/** Ascending seats as [first, length] runs of at most 255. */
function runsOf(seats: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const seat of seats) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === seat && last[1] < 255) last[1]++;
    else runs.push([seat, 1]);
  }
  return runs;
}
