import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/*
 * A witness as C2SP's tlog-witness has it, in memory, by nothing of ours. It knows one log, remembers the newest checkpoint
 * that it cosigned, and cosigns only what grew out of it.
 */

const sha = (...parts: readonly Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const nodeOf = (left: Uint8Array, right: Uint8Array) => sha(Uint8Array.of(1), left, right);

/** RFC 9162, section 2.1.4.2, which reads the proofs of RFC 6962. */
export function isConsistent(
  from: number,
  size: number,
  first: Uint8Array,
  second: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (from === size) return proof.length === 0 && Buffer.compare(first, second) === 0;
  const path = Math.log2(from) % 1 === 0 ? [first, ...proof] : [...proof];
  let [fn, sn] = [from - 1, size - 1];
  while (fn % 2 === 1) [fn, sn] = [fn >> 1, sn >> 1];
  let [fr, sr] = [path[0] as Uint8Array, path[0] as Uint8Array];
  if (!fr) return false;
  for (const node of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeOf(node, fr);
      sr = nodeOf(node, sr);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else sr = nodeOf(sr, node);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return Buffer.compare(fr, first) === 0 && Buffer.compare(sr, second) === 0 && sn === 0;
}

export interface WitnessAnswer {
  readonly status: number;
  readonly body: string;
}

export class WitnessStandIn {
  readonly name: string;
  readonly vkey: string;
  size = 0;
  readonly asked: string[] = [];
  readonly #root: { bytes: Uint8Array } = { bytes: new Uint8Array() };
  readonly #private: KeyObject;
  readonly #id: Buffer;

  constructor(name: string) {
    this.name = name;
    const pair = generateKeyPairSync('ed25519');
    this.#private = pair.privateKey;
    const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    this.#id = sha(Buffer.from(`${name}\n`), Uint8Array.of(4), raw).subarray(0, 4);
    const key = Buffer.concat([Uint8Array.of(4), raw]).toString('base64');
    this.vkey = `${name}+${this.#id.toString('hex')}+${key}`;
  }

  /** `POST …/add-checkpoint`. `log`: the vkey of the one log that it knows. `now`: milliseconds since the epoch. */
  add(body: string, log: string, now: number): WitnessAnswer {
    this.asked.push(body);
    const [head = '', ...rest] = body.split('\n\n');
    const [old = '', ...lines] = head.split('\n');
    const text = `${rest[0] ?? ''}\n`;
    const [, from] = /^old (0|[1-9]\d*)$/.exec(old) ?? [];
    const [origin = '', count, encoded = ''] = text.split('\n');
    const [name, id, key = ''] = log.split(/\+(?=[0-9a-f]{8}\+)|(?<=\+[0-9a-f]{8})\+/);
    if (from === undefined || Number(count) < Number(from)) return { status: 400, body: '' };
    if (origin !== name) return { status: 404, body: '' };
    const signed = (rest[1] ?? '')
      .split('\n')
      .map((line) => /^— (\S+) (\S+)$/.exec(line))
      .filter((line) => line?.[1] === name)
      .map((line) => Buffer.from(line?.[2] ?? '', 'base64'))
      .find((bytes) => bytes.subarray(0, 4).toString('hex') === id);
    if (!signed || !verify(null, Buffer.from(text), publicKey(key), signed.subarray(4)))
      return { status: 403, body: '' };
    if (Number(from) !== this.size) return { status: 409, body: `${this.size}\n` };
    const [size, root] = [Number(count), Buffer.from(encoded, 'base64')];
    const proof = lines.map((line) => Buffer.from(line, 'base64'));
    const grew = this.size === 0 ? proof.length === 0 : isConsistent(this.size, size, this.#root.bytes, root, proof);
    if (!grew) return { status: 422, body: '' };
    this.size = size;
    this.#root.bytes = root;
    return { status: 200, body: this.cosign(text, now) };
  }

  cosign(text: string, now: number): string {
    const seconds = Math.floor(now / 1000);
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(seconds));
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), this.#private);
    return `— ${this.name} ${Buffer.concat([this.#id, time, signature]).toString('base64')}\n`;
  }
}

function publicKey(encoded: string): KeyObject {
  const spki = Buffer.from('302a300506032b6570032100', 'hex');
  const raw = Buffer.from(encoded, 'base64').subarray(1);
  return createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' });
}
