import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Fault, Finding, FindingOf, Lack, Proofs } from '../../contracts/findings.ts';
import type { CheckpointFile, HeadLog, LogPromise, logSegment } from '../../contracts/head-log.ts';
import type { SeenHead } from '../../contracts/heads.ts';
import type { Board } from '../../contracts/line.ts';
import { beaconOutAt } from '../../rules/beacon.ts';
import {
  cosignatureOf,
  readCheckpoint,
  readNote,
  readVkey,
  type SignedNote,
  signaturesBy,
  toBase64,
} from '../../rules/checkpoint.ts';
import { isBeyond, leafText, readLeaf } from '../../rules/log-leaf.ts';
import { MerkleTree } from '../../rules/merkle.ts';
import { beaconDue } from './commitments.ts';
import { found, unchecked } from './findings.ts';
import { type Chains, headOf } from './heads.ts';
import { isSignedBy } from './signature.ts';

/**
 * The log of a line's heads. Every leaf must be the head of the ledger and the rolls as these files have them, and every
 * checkpoint must be signed by the promised key and be of the tree of these leaves. A cosignature of a witness then
 * says: at that time, by my clock, this was the log, and all that I cosigned before grew into it.
 */
export interface FilesOfLog {
  readonly board?: Board | undefined;
  readonly heads?: readonly SeenHead[] | undefined;
  readonly logs?: readonly HeadLog[] | undefined;
  readonly checkpoints?: readonly CheckpointFile[] | undefined;
}

/** The contract's number, in a file that browsers load: it stops compiling should the two differ. */
const segmentSize: typeof logSegment = 256;

/** None if nobody asks, or the line promised no log. `isWhole`: all commitments were asked for. */
export function checkLog(files: FilesOfLog, chains: Chains, isWhole: boolean): readonly Finding[] {
  const { logs, checkpoints } = files;
  const promise = chains.line?.log;
  if (!logs || !checkpoints || !promise) return [];
  const names = promise.witnesses.length > 0;
  if (logs.length === 0 || checkpoints.length === 0)
    return [unchecked('log', 'log'), ...(names ? [unchecked('witnesses', 'log')] : [])];
  const { leaves, faults } = joined(logs);
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leaf);
  const read = readAll(leaves, chains, isWhole);
  const notes = checkpoints.flatMap(({ note, cosigned }) => [note, ...cosigned.map((one) => one.note)]);
  const texts = new Map<string, SignedTree>();
  for (const note of notes) {
    const signed = signedTree(note, promise, tree);
    if ('fault' in signed) faults.push(signed);
    else texts.set(note, signed);
  }
  const facts = { leaves: leaves.length, root: toBase64(tree.root(tree.size)) };
  const log = found('log', { faults: [...faults, ...read.faults, ...unlogged(leaves, files)], lack: read.lack, facts });
  const rollsOf = (size: number) => Number(leaves[size - 1]?.split(' ')[1] ?? 0);
  return names ? [log, checkWitnesses([...texts.values()], promise, rollsOf, chains)] : [log];
}

interface SignedTree {
  readonly note: SignedNote;
  readonly size: number;
}

function joined(logs: readonly HeadLog[]): { readonly leaves: readonly string[]; readonly faults: Fault[] } {
  const leaves: string[] = [];
  const faults: Fault[] = [];
  for (const { segment, leaves: own } of [...logs].sort((a, b) => a.segment - b.segment)) {
    for (const [at, leaf] of own.entries()) {
      const nth = segment * segmentSize + at;
      if (nth > leaves.length || (leaves[nth] ?? leaf) !== leaf) {
        faults.push({ fault: 'log-rewritten', leaf: nth + 1 });
        break;
      }
      leaves[nth] = leaf;
    }
  }
  return { leaves, faults };
}

function readAll(
  leaves: readonly string[],
  chains: Chains,
  isWhole: boolean,
): { readonly faults: readonly Fault[]; readonly lack: Lack | undefined } {
  const faults: Fault[] = [];
  let lack: Lack | undefined;
  let before: Pick<SeenHead, 'n' | 'rolls'> = { n: 0, rolls: 0 };
  for (const [at, leaf] of leaves.entries()) {
    const seen = readLeaf(leaf);
    if (!seen) {
      faults.push({ fault: 'log-leaf', leaf: at + 1 });
      continue;
    }
    const given = headOf(seen, chains);
    if (at > 0 && !isBeyond(seen, before)) faults.push({ fault: 'log-order', leaf: at + 1 });
    if ('lack' in given) lack = given.lack;
    else if ('fault' in given && given.fault.fault === 'rolls-short' && !isWhole) lack = 'some-rolls';
    else if ('fault' in given) faults.push(given.fault);
    else if (given.hash !== seen.head) faults.push({ fault: 'log-leaf', leaf: at + 1 });
    before = seen;
  }
  return { faults, lack };
}

/** A head becomes a leaf before the board tells it. The first one of a line, of before its first tick, is of no act. */
function unlogged(leaves: readonly string[], { board, heads = [] }: FilesOfLog): readonly Fault[] {
  const logged = new Set(leaves);
  const shown = new Map([...heads, ...(board ? [board.ledger] : [])].map((one) => [leafText(one), one]));
  return [...shown].flatMap(([leaf, { n, rolls }]): readonly Fault[] =>
    n + rolls === 0 || logged.has(leaf) ? [] : [{ fault: 'head-unlogged', n, rolls }],
  );
}

function signedTree(note: string, promise: LogPromise, tree: MerkleTree): SignedTree | Fault {
  const read = readNote(note);
  const checkpoint = read && readCheckpoint(read.text);
  const key = readVkey(promise.key);
  const size = checkpoint?.size ?? 0;
  const isSigned =
    read &&
    key?.name === checkpoint?.origin &&
    key &&
    signaturesBy(key, read.signatures).some(({ bytes }) => isSignedBy(key.bytes, utf8ToBytes(read.text), bytes));
  if (!isSigned) return { fault: 'checkpoint-unsigned', size };
  if (size > tree.size) return { fault: 'log-short', size, leaves: tree.size };
  if (toBase64(tree.root(size)) !== checkpoint?.root) return { fault: 'checkpoint-root', size };
  return { note: read, size };
}

interface Cosigned {
  readonly size: number;
  readonly by: readonly { readonly name: string; readonly at: number }[];
}

function checkWitnesses(
  trees: readonly SignedTree[],
  { witnesses, quorum }: LogPromise,
  rollsOf: (size: number) => number,
  chains: Chains,
): FindingOf<'witnesses'> {
  const faults: Fault[] = [];
  const all = trees.map(({ note, size }): Cosigned => {
    const by: { name: string; at: number }[] = [];
    for (const key of witnesses.flatMap((vkey) => readVkey(vkey) ?? [])) {
      const [signature] = signaturesBy(key, note.signatures);
      const cosigned = signature && cosignatureOf(note.text, signature);
      if (cosigned && isSignedBy(key.bytes, cosigned.message, cosigned.signature))
        by.push({ name: key.name, at: cosigned.atSeconds * 1000 });
      else if (signature) faults.push({ fault: 'cosignature', name: key.name, size });
    }
    return { size, by };
  });
  const inOrder = all.filter(({ by }) => by.length > 0).sort((a, b) => b.size - a.size);
  const whole = inOrder.find(({ by }) => by.length >= quorum);
  const { size = 0, by = [] } = whole ?? inOrder[0] ?? {};
  const facts: Proofs['witnesses'] = { size, by, quorum, early: earlyIn(inOrder, quorum, rollsOf, chains) };
  if (faults.length === 0 && !whole) return { check: 'witnesses', outcome: 'unchecked', lack: 'quorum', facts };
  return found('witnesses', { faults, facts });
}

/** A witness writes whole seconds, so its signature may be up to a second younger than it says. */
const secondMs = 1000;

function earlyIn(
  all: readonly Cosigned[],
  quorum: number,
  rollsOf: (size: number) => number,
  { line, commitments }: Chains,
): number {
  return commitments.inOrder.filter((commitment) => {
    const due = line?.beacon && beaconDue(line, commitment.round, commitment);
    if (!line?.beacon || due === undefined) return false;
    const outAt = beaconOutAt(line.beacon, due);
    return all.some(
      ({ size, by }) => rollsOf(size) >= commitment.n && by.filter(({ at }) => at + secondMs <= outAt).length >= quorum,
    );
  }).length;
}
