import { type CheckpointFile, type CosignedNote, type HeadLog, logSegment } from '../../../contracts/head-log.ts';
import { MerkleTree } from '../../../rules/merkle.ts';

/** A pacemaker's knowledge of a line's log. All of it is in the published files; a new pacemaker reads them once. */
export class LogMemory {
  /** Undefined until the segments were read. */
  known: KnownLog | undefined;
  /** The checkpoint that was signed last. */
  signed: SignedCheckpoint | undefined;
  /** The checkpoint as it was last seen published. */
  checkpoint: { readonly file: CheckpointFile | undefined; readonly tag: string | undefined } | undefined;
  /** What witnesses cosigned since, and is not published yet. */
  readonly cosigned: CosignedNote[] = [];
  /** By vkey. */
  readonly witnesses = new Map<string, WitnessMemory>();
}

export interface SignedCheckpoint {
  readonly size: number;
  readonly text: string;
  readonly note: string;
}

export interface WitnessMemory {
  /** The size of the tree that it last cosigned, as far as it is known. */
  size: number;
  /** Milliseconds since the epoch: it is not asked before. */
  restsUntil: number;
  /** An asking that is under way. */
  asking?: Promise<void> | undefined;
}

/** The leaves, as the published segments have them. */
export class KnownLog {
  readonly tree = new MerkleTree();
  #segment = 0;
  #leaves: readonly string[] = [];
  /** Of the file of the last segment; undefined if there is none. */
  #tag: string | undefined;

  get last(): string | undefined {
    return this.#leaves.at(-1);
  }

  /** A further state of the last segment, or the first of the next. */
  accept({ segment, leaves }: Pick<HeadLog, 'segment' | 'leaves'>, tag: string): void {
    for (const leaf of leaves.slice(segment === this.#segment ? this.#leaves.length : 0)) this.tree.append(leaf);
    this.#segment = segment;
    this.#leaves = leaves;
    this.#tag = tag;
  }

  /** The file with one leaf more, and the tag of the one that it takes the place of. */
  with(leaf: string): Pick<HeadLog, 'segment' | 'leaves'> & { readonly tag: string | undefined } {
    return this.#leaves.length === logSegment
      ? { segment: this.#segment + 1, leaves: [leaf], tag: undefined }
      : { segment: this.#segment, leaves: [...this.#leaves, leaf], tag: this.#tag };
  }
}
