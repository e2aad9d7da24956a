import type { FindingOf } from '../../contracts/findings.ts';
import type { HeadLog, logSegment } from '../../contracts/head-log.ts';
import type { SeenHead, SeenHeads } from '../../contracts/heads.ts';
import type { Ledger, ledgerSegment } from '../../contracts/ledger.ts';
import type { Board, LineFile } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import type { RollCommitment } from '../../contracts/roll.ts';
import { leafText, readLeaf } from '../../rules/log-leaf.ts';
import { collectCommitments, listed } from './commitments.ts';
import type { Disk } from './disk.gateway.ts';
import { checkHeads } from './heads.ts';
import { Keeper } from './keeper.ts';
import { readLedger } from './ledger.ts';
import { type FileKind, type Recognised, recognise } from './recognise.ts';
import type { PublishedSite } from './site.gateway.ts';

/**
 * Keeps the published files of a line, under the names they have there, and every head that its board showed. What comes
 * now is compared with what was kept before: files that never change, lists and ledgers that only grow, and the heads,
 * which must all come out of the ledger and the commitments as they are now.
 */
export interface Fetched {
  readonly kept: number;
  /** Names of files that are not there. Those that the line itself names, directly or not, are `listed`. */
  readonly missing: readonly { readonly name: string; readonly isListed: boolean }[];
  /** Names of files that were other ones when they were kept before. */
  readonly changed: readonly string[];
  /** Whether all heads that were seen, now or before, are those of the files as they are now. */
  readonly heads: FindingOf<'heads'> | undefined;
}

export interface FetchLineDeps {
  readonly site: PublishedSite;
  readonly disk: Disk;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface Wanted {
  readonly base: string;
  readonly onSale: string;
  readonly folder: string;
  /** The marks themselves are by far the most: 25 bytes a fan. */
  readonly withMarks: boolean;
}

const atOnce = 16;
/** A file that a cache may have from before is read so often again, three seconds apart. */
const mostReads = 3;

/** The contracts' numbers, in a file of the built command: it stops compiling should they differ. */
const segmentSize: typeof ledgerSegment = 100;
const leavesOfSegment: typeof logSegment = 256;

export async function fetchLine(
  fetching: FetchLineDeps,
  { base, onSale, folder, withMarks }: Wanted,
): Promise<Fetched> {
  const { site, disk, now } = fetching;
  const home = base.replace(/\/+$/, '');
  const live = liveOf(await site.read(`${home}/config.json`)) || home;
  const keeper = new Keeper(disk, folder);
  const missing: { name: string; isListed: boolean }[] = [];
  const nameOf = (path: string) => path.replace(`/lines/${onSale}/`, '');

  const keep = async <Kind extends FileKind>(kind: Kind, path: string, isListed = false) => {
    const text = await site.read(`${live}${path}`);
    const read = text === undefined ? undefined : recognise(text);
    if (text === undefined || read === undefined || read.kind === 'unknown') {
      const name = nameOf(path);
      if (!missing.some((one) => one.name === name)) missing.push({ name, isListed });
      return undefined;
    }
    await keeper.keep(nameOf(path), text, read);
    return fileOf(kind, read);
  };

  const line = await keep('line', published.line(onSale));
  // The board before the log, which has its head by then, and both before what they count: all of it may only have grown.
  const board = await keep('board', published.board(onSale));
  const seenAt = now();
  // Once a roll was committed to, there is a log, and it is signed.
  const isLogged = (board?.ledger.rolls ?? 0) > 0;
  const leaves = line?.log
    ? await readLeaves(board, site, async (segment) => {
        if (segment === 0) await keep('checkpoint', published.checkpoint(onSale), isLogged);
        return keep('log', published.headLog(onSale, segment), isLogged && segment === 0);
      })
    : [];
  const told = furthest(board, leaves);
  const rounds = listed(await keep('rounds', published.rounds(onSale)));
  const commitments: RollCommitment[] = [];
  await inTurns(rounds, async (round) => {
    const commitment = await keep('commitment', published.rollCommitment(onSale, round), true);
    if (commitment) commitments.push(commitment);
  });
  // Rolls that are committed to and not drawn yet stand in no list.
  let last = rounds.at(-1) ?? -1;
  for (let more = told.rolls - rounds.length; more > 0; more -= 1) {
    const next = await firstOf(roundsAfter(line, last), async (round) => {
      const text = await site.read(`${live}${published.rollCommitment(onSale, round)}`);
      return text === undefined ? undefined : keep('commitment', published.rollCommitment(onSale, round), true);
    });
    if (!next) {
      missing.push({ name: `a commitment after round ${last}`, isListed: true });
      break;
    }
    commitments.push(next);
    last = next.round;
  }
  for (const { round, banks } of commitments) {
    await inTurns(range(banks.length), async (bank) => {
      const file = await keep('bank', published.rollBank(onSale, round, bank), true);
      const perBank = (line?.roll.bank ?? 0) / (line?.roll.tile ?? 1);
      if (!withMarks || !file) return;
      await inTurns(range(file.tiles.length), async (at) => {
        await keep('tile', published.rollTile(onSale, round, bank * perBank + at), true);
      });
    });
  }
  const sheets = rounds.flatMap((round) => {
    const banks = commitments.find((one) => one.round === round)?.banks.length ?? 1;
    return range(banks).map((bank) => [round, bank] as const);
  });
  await inTurns(sheets, async ([round, bank]) => {
    await keep('sheet', published.drawSheet(onSale, round, bank), true);
  });
  const ledger = await readSegments(told.n, site, (segment) =>
    keep('ledger', published.ledger(onSale, segment), told.n > segment * segmentSize),
  );
  const heads = await keepHeads(disk, folder, onSale, board, seenAt);
  const chains = { line, ledger: readLedger(ledger, line), commitments: collectCommitments(commitments, line) };
  return {
    kept: keeper.kept,
    missing: missing.sort((a, b) => (a.name < b.name ? -1 : 1)),
    changed: keeper.changed,
    heads: checkHeads(heads, board, chains),
  };
}

/** The leaves of the log. A cache may have it from before the board, and then it is read again before it is believed. */
async function readLeaves(
  board: Board | undefined,
  site: PublishedSite,
  keep: (segment: number) => Promise<HeadLog | undefined>,
): Promise<readonly string[]> {
  for (let again = 0; ; again += 1) {
    const leaves: string[] = [];
    for (let segment = 0; ; segment += 1) {
      const log = await keep(segment);
      leaves.push(...(log?.leaves ?? []));
      if (!log || log.leaves.length < leavesOfSegment) break;
    }
    if (again === mostReads || leaves.length === 0 || !board || leaves.includes(leafText(board.ledger))) return leaves;
    await site.wait(3000);
  }
}

/** How many entries and commitments there must be by what board and log say. */
function furthest(board: Board | undefined, leaves: readonly string[]): { readonly n: number; readonly rolls: number } {
  const last = readLeaf(leaves.at(-1) ?? '');
  const { n = 0, rolls = 0 } = board?.ledger ?? {};
  return { n: Math.max(n, last?.n ?? 0), rolls: Math.max(rolls, last?.rolls ?? 0) };
}

/**
 * The ledger's segments. An act is on the board a moment before its entry is published, so a ledger that is shorter than
 * the board says is read again before it is believed.
 */
async function readSegments(
  entries: number,
  site: PublishedSite,
  keep: (segment: number) => Promise<Ledger | undefined>,
): Promise<readonly Ledger[]> {
  const all: Ledger[] = [];
  for (let segment = 0; ; segment += 1) {
    let read = await keep(segment);
    const expected = Math.min(segmentSize, entries - segment * segmentSize);
    for (let again = 0; again < mostReads && read && read.entries.length < expected; again += 1) {
      await site.wait(3000);
      read = await keep(segment);
    }
    if (read) all.push(read);
    const isMore = entries > (segment + 1) * segmentSize;
    if (!isMore || !read) return all;
  }
}

/** A head is kept with the time at which it was first seen, and the newest time at which a board still showed it. */
async function keepHeads(
  disk: Disk,
  folder: string,
  onSale: string,
  board: Board | undefined,
  seenAt: number,
): Promise<readonly SeenHead[]> {
  const at = `${folder}/heads.json`;
  const before = (await disk.list(at)) ? recognise(await disk.read(at)) : undefined;
  const known = before?.kind === 'heads' && before.file.onSale === onSale ? before.file.heads : [];
  if (!board) return known;
  const { n, rolls, head } = board.ledger;
  const same = known.find((one) => one.n === n && one.rolls === rolls && one.head === head);
  const seen: SeenHead = {
    n,
    rolls,
    head,
    seenAt: same?.seenAt ?? seenAt,
    at: Math.max(board.writtenAt, same?.at ?? 0),
  };
  const heads = [...known.filter((one) => one !== same), seen];
  await disk.write(at, JSON.stringify({ v: 1, onSale, heads } satisfies SeenHeads));
  return heads;
}

/** The rounds that may be the next one: the next number, or the lobby of a later tier. */
function roundsAfter(line: LineFile | undefined, last: number): readonly number[] {
  const lobbies = line?.tiers?.map(({ round }) => round).filter((round) => round > last) ?? [];
  return [...new Set([last + 1, ...lobbies])];
}

async function firstOf<In, Out>(all: readonly In[], find: (one: In) => Promise<Out | undefined>) {
  for (const one of all) {
    const out = await find(one);
    if (out !== undefined) return out;
  }
  return undefined;
}

async function inTurns<In>(all: readonly In[], act: (one: In) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce) await Promise.all(all.slice(from, from + atOnce).map(act));
}

const range = (length: number) => Array.from({ length }, (_, at) => at);

/** `/config.json` tells where boards and sheets lie, if not here. */
function liveOf(config: string | undefined): string {
  const live = config === undefined ? '' : /"live"\s*:\s*"(https?:\/\/[^"]+)"/.exec(config)?.[1];
  return (live ?? '').replace(/\/+$/, '');
}

export type FileOf<Kind extends Recognised['kind']> = Extract<Recognised, { kind: Kind; file: unknown }>['file'];

function fileOf<Kind extends FileKind>(kind: Kind, read: Recognised): FileOf<Kind> | undefined {
  return read.kind === kind && 'file' in read ? (read.file as FileOf<Kind> | undefined) : undefined;
}
