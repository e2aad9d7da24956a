import { type CheckpointFile, type HeadLog, logSegment } from '../../../contracts/head-log.ts';
import { cacheControl, published } from '../../../contracts/paths.ts';
import {
  checkpointText,
  keyKinds,
  type NoteKey,
  noteKey,
  noteOf,
  readCheckpoint,
  readNote,
  signatureLine,
  toBase64,
  vkeyOf,
} from '../../../rules/checkpoint.ts';
import { isBeyond, type LogLeaf, leafText, readLeaf } from '../../../rules/log-leaf.ts';
import { boardHead } from '../../../rules/roll.ts';
import type { GrowingFiles } from '../line/growing-files.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { LineRecord, LogFacts } from '../line/line-store.ts';
import { askWitnesses, type Witnesses } from './ask-witnesses.ts';
import { keptNotes } from './kept-notes.ts';
import { KnownLog, type LogMemory, type SignedCheckpoint } from './log-memory.ts';

/**
 * The log of a line's heads. A head becomes a leaf before the board tells it, so no head that anybody saw is missing from
 * the log. The published segments are the log: each is written on condition of its tag, so two pacemakers can never give a
 * leaf two places. Only what stands there is signed, so no two checkpoints contradict one another.
 *
 *     leaf put ──▶ board told ──▶ checkpoint signed and published ──▶ witnesses asked (nobody waits for them)
 *                                        ▲                                   │ cosigned
 *                                        └──────────── next tick ────────────┘
 */
export interface LogDeps {
  readonly files: GrowingFiles;
  readonly keys: Pick<LineKeys, 'log'>;
  readonly witnesses?: Witnesses | undefined;
}

const mostAttempts = 3;

/**
 * Puts what the board is about to tell. False if the log is further: then this pacemaker is behind, and tells nothing.
 * Throws if others kept writing; the next tick tries again.
 */
export async function putLeaf(
  { files }: Pick<LogDeps, 'files'>,
  memory: LogMemory,
  { facts, progress }: LineRecord,
): Promise<boolean> {
  if (!facts.log) return true;
  const leaf = leafOf(progress);
  const log = await put(files, memory, facts.onSale, leaf);
  return log.last === leafText(leaf);
}

/** Signs and publishes the log as it stands, and asks witnesses. Does nothing for a line that keeps no log. */
export async function signLog(deps: LogDeps, memory: LogMemory, line: LineRecord, now: number): Promise<void> {
  const { facts, progress } = line;
  const log = memory.known;
  if (!facts.log || !log) return;
  const { size } = log.tree;
  const key = logKey(deps.keys, facts.log);
  // Most ticks find no new leaf, and sign nothing.
  const known = memory.signed?.size === size ? memory.signed : signed(deps.keys, key, log, size);
  memory.signed = known;
  const { text, note } = known;
  await publish(deps.files, memory, { facts, log: facts.log, key, note });
  askWitnesses(deps.witnesses, memory, {
    ...{ promised: facts.log.witnesses, tree: log.tree, size, text, note },
    ...{ lobbies: progress.lobbies, now },
  });
}

function signed(keys: LogDeps['keys'], key: NoteKey, { tree }: KnownLog, size: number): SignedCheckpoint {
  const text = checkpointText({ origin: key.name, size, root: toBase64(tree.root(size)) });
  return { size, text, note: noteOf(text, [signatureLine(key, keys.log.sign(text))]) };
}

/** The key that signs checkpoints of a log. */
export function logKey(keys: Pick<LineKeys, 'log'>, { origin }: Pick<LogFacts, 'origin'>): NoteKey {
  return noteKey(origin, keyKinds.log, Buffer.from(keys.log.publicKey, 'base64url'));
}

/** What the board shows of them. */
function leafOf({ ledger, rolls }: LineRecord['progress']): LogLeaf {
  return { n: ledger.n, rolls: rolls.n, head: boardHead(ledger.head, rolls.head) };
}

/** Puts the leaf if it says more than the last one. A pacemaker that is behind puts nothing. */
async function put(files: GrowingFiles, memory: LogMemory, onSale: string, leaf: LogLeaf): Promise<KnownLog> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const log = memory.known ?? (await read(files, onSale));
    memory.known = log;
    const last = log.last === undefined ? undefined : readLeaf(log.last);
    if (last && !isBeyond(leaf, last)) return log;
    const { segment, leaves, tag } = log.with(leafText(leaf));
    const file: HeadLog = { v: 1, onSale, segment, leaves };
    // Until it is known what became of the write, nothing is known of the log.
    memory.known = undefined;
    const written = await files.writeIf(published.headLog(onSale, segment), file, cacheControl.board, tag);
    if (!written.ok) continue;
    log.accept(file, written.tag);
    memory.known = log;
    return log;
  }
  throw new Error(`The log of ${onSale} was written by somebody else ${mostAttempts} times in a row`);
}

async function read(files: GrowingFiles, onSale: string): Promise<KnownLog> {
  const log = new KnownLog();
  for (let segment = 0; ; segment += 1) {
    const standing = await files.readTagged<HeadLog>(published.headLog(onSale, segment));
    if (standing) log.accept(standing.file, standing.tag);
    if (!standing || standing.file.leaves.length < logSegment) return log;
  }
}

/** Publishes the checkpoint, and what witnesses cosigned: together with what stands there already. */
async function publish(
  files: GrowingFiles,
  memory: LogMemory,
  of: {
    readonly facts: Pick<LineRecord['facts'], 'onSale'>;
    readonly log: LogFacts;
    readonly key: NoteKey;
    readonly note: string;
  },
): Promise<void> {
  const { onSale } = of.facts;
  const path = published.checkpoint(onSale);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const standing = memory.checkpoint ?? (await look(files, path));
    memory.checkpoint = standing;
    const added = [...memory.cosigned];
    const cosigned = keptNotes([...(standing.file?.cosigned ?? []), ...added], vkeyOf(of.key), of.log);
    const note = standing.file && sizeOf(standing.file.note) > sizeOf(of.note) ? standing.file.note : of.note;
    const file: CheckpointFile = { v: 1, onSale, note, cosigned };
    const done = () => void memory.cosigned.splice(0, added.length);
    if (JSON.stringify(file) === JSON.stringify(standing.file)) return done();
    memory.checkpoint = undefined;
    const written = await files.writeIf(path, file, cacheControl.board, standing.tag);
    if (!written.ok) continue;
    memory.checkpoint = { file, tag: written.tag };
    return done();
  }
  throw new Error(`${path} was written by somebody else ${mostAttempts} times in a row`);
}

async function look(files: GrowingFiles, path: string) {
  const standing = await files.readTagged<CheckpointFile>(path);
  return { file: standing?.file, tag: standing?.tag };
}

const sizeOf = (note: string): number => readCheckpoint(readNote(note)?.text ?? '')?.size ?? -1;
