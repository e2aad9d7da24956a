import { inflateRawSync } from 'node:zlib';
import { Refused } from '../refused.ts';

/**
 * The files in a zip archive, by path. Reads the directory at the end, which alone is to be trusted
 * (APPNOTE 6.3, sections 4.3.12 and 4.3.16). Knows stored and deflated entries, which is what asset
 * packers write; anything else is an error that names the entry.
 */
export function zipEntries(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw new Refused('This is no zip archive: it has no end-of-central-directory record');
  const count = archive.readUInt16LE(end + 10);
  const entries = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) entries.set(name, entryAt(archive, at, name));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

function entryAt(archive: Buffer, at: number, name: string): Buffer {
  const method = archive.readUInt16LE(at + 10);
  const size = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + size);
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw new Refused(`The zip entry ${name} is packed with method ${method}; only stored and deflated ones are read`);
}
