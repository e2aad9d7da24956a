import {
  cosignatureOf,
  readSignatures,
  readVkey,
  signatureLine,
  signaturesBy,
  toBase64,
} from '../../../rules/checkpoint.ts';
import type { MerkleTree } from '../../../rules/merkle.ts';
import { isSignedBy } from '../../foundation/signing.ts';
import type { LogMemory, WitnessMemory } from './log-memory.ts';

/**
 * Asks witnesses to cosign a checkpoint (C2SP's `tlog-witness`, `add-checkpoint`). Each is asked for the newest one as soon
 * as it has answered for the last. Nobody waits for the answers: one that does not answer holds up nothing and nobody.
 *
 *     at rest ──newer checkpoint──▶ asked ──200──▶ cosigned
 *        ▲                           │ 409: it says from which size, and is asked again, once
 *        └──── rests for a while ◀───┴─ no, or no answer
 */
export interface Witnesses {
  /** What `/add-checkpoint` comes behind, by vkey. */
  readonly urls: ReadonlyMap<string, string>;
  readonly ask: AskWitness;
}

/** Sends a body to an address. Undefined if no answer came in its time. */
export type AskWitness = (
  url: string,
  body: string,
) => Promise<{ readonly status: number; readonly body: string } | undefined>;

export interface AskedCheckpoint {
  /** The witnesses that the line promised, as vkeys. */
  readonly promised: readonly string[];
  readonly tree: MerkleTree;
  readonly size: number;
  readonly text: string;
  readonly note: string;
  readonly lobbies: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const restMs = 15_000;

export function askWitnesses(witnesses: Witnesses | undefined, memory: LogMemory, asked: AskedCheckpoint): void {
  if (!witnesses) return;
  for (const vkey of asked.promised) {
    const url = witnesses.urls.get(vkey);
    const witness = memory.witnesses.get(vkey) ?? { size: 0, restsUntil: 0 };
    memory.witnesses.set(vkey, witness);
    if (url === undefined || witness.asking || witness.size >= asked.size || asked.now < witness.restsUntil) continue;
    witness.asking = askOne(witnesses.ask, { vkey, url, witness }, memory, asked)
      .catch(() => false)
      .then((isCosigned) => {
        if (!isCosigned) witness.restsUntil = asked.now + restMs;
        witness.asking = undefined;
      });
  }
}

async function askOne(
  ask: AskWitness,
  { vkey, url, witness }: { readonly vkey: string; readonly url: string; readonly witness: WitnessMemory },
  memory: LogMemory,
  asked: AskedCheckpoint,
): Promise<boolean> {
  const { size, note, lobbies } = asked;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const answer = await ask(`${url}/add-checkpoint`, bodyFrom(witness.size, asked));
    const [, standing] = (answer?.status === 409 && /^(0|[1-9]\d{0,14})\n?$/.exec(answer.body)) || [];
    if (standing !== undefined && Number(standing) <= size) {
      witness.size = Number(standing);
      continue;
    }
    const line = answer?.status === 200 ? cosignatureIn(answer.body, vkey, asked) : undefined;
    if (line === undefined) return false;
    witness.size = size;
    memory.cosigned.push({ lobbies, note: `${note}${line}` });
    return true;
  }
  return false;
}

function bodyFrom(from: number, { tree, size, note }: AskedCheckpoint): string {
  const proof = tree.consistency(from, size).map((hash) => `${toBase64(hash)}\n`);
  return `old ${from}\n${proof.join('')}\n${note}`;
}

/** The line of the witness, if its signature is genuine. */
function cosignatureIn(body: string, vkey: string, { text }: AskedCheckpoint): string | undefined {
  const key = readVkey(vkey);
  const [signature] = key ? signaturesBy(key, readSignatures(body) ?? []) : [];
  const cosigned = signature && cosignatureOf(text, signature);
  if (!key || !signature || !cosigned || !isSignedBy(key.bytes, cosigned.message, cosigned.signature)) return undefined;
  return signatureLine(key, signature.bytes);
}
