import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Checkpoints and cosignatures as text, after C2SP's `signed-note`, `tlog-checkpoint` and `tlog-cosignature` (v1, Ed25519
 * alone). A note is a text, an empty line, and a line for each signature:
 *
 *     tickets.example.org/lines/friends           the origin, which is the name of the log's key
 *     42                                          leaves
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=  root
 *
 *     — tickets.example.org/lines/friends Az3g…   the log's, over the three lines
 *     — witness.example.com/w1 jWbP…              a witness's, with a time, over a header, the time and the three lines
 *
 * Nothing here signs or verifies.
 */
export const keyKinds = { log: 1, witness: 4 } as const;

/** A key by which signatures are known: its name, and the id that follows from name, kind and bytes. */
export interface NoteKey {
  readonly name: string;
  /** Hex of 4 bytes. */
  readonly id: string;
  readonly kind: number;
  /** 32 bytes. */
  readonly bytes: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  readonly id: string;
  /** Behind the id. */
  readonly bytes: Uint8Array;
}

export interface SignedNote {
  /** With the newline at its end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

export function noteKey(name: string, kind: number, bytes: Uint8Array): NoteKey {
  const hash = sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(kind), bytes));
  return { name, kind, bytes, id: bytesToHex(hash.subarray(0, 4)) };
}

/** `<name>+<id>+base64(kind, bytes)` */
export function vkeyOf({ name, id, kind, bytes }: NoteKey): string {
  return `${name}+${id}+${toBase64(concatBytes(Uint8Array.of(kind), bytes))}`;
}

/** Undefined if it is none of an Ed25519 key, or its id is not the one that follows. */
export function readVkey(text: string): NoteKey | undefined {
  const [, name = '', id, encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text) ?? [];
  const [kind = 0, ...bytes] = fromBase64(encoded) ?? [];
  const key = noteKey(name, kind, Uint8Array.from(bytes));
  return bytes.length === 32 && key.id === id ? key : undefined;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root}\n`;
}

/** Undefined if the text is not of that form. Our log has no further lines. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [, origin = '', size, root = ''] = /^([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? [];
  return size === undefined ? undefined : { origin, size: Number(size), root };
}

export function signatureLine({ name, id }: NoteKey, bytes: Uint8Array): string {
  return `— ${name} ${toBase64(concatBytes(hexToBytes(id), bytes))}\n`;
}

export function noteOf(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.join('')}`;
}

/** Undefined if it is no signed note. */
export function readNote(note: string): SignedNote | undefined {
  const at = note.lastIndexOf('\n\n');
  if (at < 0 || !note.endsWith('\n') || note.length > mostLetters) return undefined;
  const signatures = readSignatures(note.slice(at + 2));
  return signatures && signatures.length > 0 ? { text: note.slice(0, at + 1), signatures } : undefined;
}

/** A log's, and those of more witnesses than anybody names. */
const mostLetters = 100_000;

/** Undefined if one of the lines is no signature. */
export function readSignatures(lines: string): readonly NoteSignature[] | undefined {
  const all: NoteSignature[] = [];
  for (const line of lines.split('\n').slice(0, -1)) {
    const [, name = '', encoded = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    if (!bytes || bytes.length < 5) return undefined;
    all.push({ name, id: bytesToHex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) });
  }
  return all;
}

export function signaturesBy({ name, id }: NoteKey, all: readonly NoteSignature[]): readonly NoteSignature[] {
  return all.filter((one) => one.name === name && one.id === id);
}

/** The time and the bytes under a witness's signature of a checkpoint. Undefined if it is none of that form. */
export function cosignatureOf(
  text: string,
  { bytes }: NoteSignature,
): { readonly atSeconds: number; readonly message: Uint8Array; readonly signature: Uint8Array } | undefined {
  if (bytes.length !== 8 + 64) return undefined;
  const atSeconds = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(atSeconds) || atSeconds === 0) return undefined;
  return { atSeconds, message: cosignedMessage(text, atSeconds), signature: bytes.subarray(8) };
}

export function cosignedMessage(text: string, atSeconds: number): Uint8Array {
  return utf8ToBytes(`cosignature/v1\ntime ${atSeconds}\n${text}`);
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Undefined if it is not base64, as only one text of the same bytes is. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : undefined;
}
