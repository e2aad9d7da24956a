import type { Board } from '../../../contracts/line.ts';
import { published } from '../../../contracts/paths.ts';
import type { Stock } from '../../../contracts/stock.ts';
import { beginClosing, type CloseDeps, dueRounds, goOnClosing } from '../draw/close-round.ts';
import { RollReading } from '../draw/roll-reading.ts';
import { type GrowingFiles, publishGrown, type SeenFiles } from '../line/growing-files.ts';
import { keepLedger, publishLedger } from '../line/keep-ledger.ts';
import type { LedgerStore } from '../line/ledger-store.ts';
import type { LineKeys } from '../line/line-keys.ts';
import { lobbyShards } from '../line/line-sizes.ts';
import type { LineRecord, LineStore } from '../line/line-store.ts';
import { noteSale } from '../line/note-sale.ts';
import type { Round } from '../line/progress.ts';
import { boardFile, roundsFile } from '../line/published-lines.ts';
import type { Shoppers, ShoppersStore, Wishes } from '../line/shoppers-store.ts';
import { isLobby, tiersOf } from '../line/tiers.ts';
import type { Witnesses } from '../log/ask-witnesses.ts';
import { putLeaf, signLog } from '../log/keep-log.ts';
import { LogMemory } from '../log/log-memory.ts';
import { boardOf, heartbeatMs, isNews } from './board.ts';
import { callNext } from './call-next.ts';
import { endLine } from './end-line.ts';
import { listEnded } from './list-ended.ts';

/**
 * One tick of the pacemaker for one line. It enters new acts in the ledger, with what was turned of its sale. It closes a
 * round that is due, goes on with those that are closing, lists the passes that have ended, calls as far as there is room,
 * and says so on the board. Only the holder of the lease ticks. Every write to the line is on condition of its version, so
 * even two that both believe they hold it cannot both move it; the one who finds it moved reads again.
 *
 * Files that grow, the log of heads too, are published after the write that made them true, and before the board tells of
 * them; if that fails, by the next tick, of whichever pacemaker. The log is signed last, and witnesses are asked beside the
 * ticks.
 *
 *     nobody's ──tick──▶ held for 3 s ──tick──▶ held …      killed: free for the other within 3 s
 */
export interface TickDeps extends Omit<CloseDeps, 'stay' | 'reading' | 'keys'> {
  readonly keys: Pick<LineKeys, 'seeds' | 'log'>;
  readonly lines: Pick<LineStore, 'read' | 'write'>;
  readonly shoppers: Pick<ShoppersStore, 'read' | 'wishes'>;
  readonly ledger: LedgerStore;
  readonly files: GrowingFiles & { read<File>(path: string): Promise<File | undefined> };
  /** Names this pacemaker. */
  readonly me: string;
  /** How witnesses are asked; left out, none is. */
  readonly witnesses?: Witnesses;
  /** The pacemaker's last view and word of each line. Empty at its start. */
  readonly memory: Map<string, TickMemory>;
}

export interface TickMemory {
  readonly board?: Board;
  /** The rolls of the rounds that are not drawn, and when each was read. */
  readonly rolls: Map<number, { readonly reading: RollReading; readAt: number }>;
  /** The growing files as they were last seen. */
  readonly seen: SeenFiles;
  readonly log: LogMemory;
}

export type Ticked =
  | { readonly did: 'unknown' | 'waited' | 'outrun' }
  | {
      readonly did: 'ticked';
      readonly board: Board;
      readonly line: LineRecord;
      readonly shoppers: Shoppers;
      readonly wishes: Wishes;
    };

const leaseMs = 3000;

/** Two pacemakers and the operators write to a line; none writes often enough to outrun so many attempts. */
const mostAttempts = 5;

export async function tickLine(deps: TickDeps, onSale: string, now: number): Promise<Ticked> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const line = await deps.lines.read(onSale);
    if (!line) return { did: 'unknown' };
    if (line.lease && line.lease.owner !== deps.me && line.lease.endsAt > now) {
      // The other pacemaker knows the board now.
      deps.memory.delete(onSale);
      return { did: 'waited' };
    }
    const ticked = await tickOnce(deps, line, now);
    if (ticked) return ticked;
  }
  return { did: 'outrun' };
}

/** Gives the lease up before its time, when this pacemaker ends in good order. */
export async function releaseLine({ lines, me }: TickDeps, onSale: string, now: number): Promise<void> {
  const line = await lines.read(onSale);
  if (line?.lease?.owner === me && line.lease.endsAt > now)
    await lines.write(line, { lease: { owner: me, endsAt: now } });
}

/** Undefined if the line moved on under it. */
async function tickOnce(deps: TickDeps, read: LineRecord, now: number): Promise<Ticked | undefined> {
  const { onSale, opensAt, roomParts } = read.facts;
  // A third of a second of hashing, once: on the first tick rather than at the doors.
  deps.keys.seeds(onSale);
  const memory = memoryOf(deps, onSale);
  let line: LineRecord | undefined = await keepLease(deps, read, now);
  if (line) line = await noteSale(deps, line, now);
  if (line) line = await keepLedger(deps, line);
  if (line) line = await closeRounds(deps, line, now);
  if (!line) return undefined;

  const joined = await countJoined(deps, line, now);
  const shoppers = await listEnded(deps, onSale, await deps.shoppers.read(onSale, now, roomParts), now);
  const wishes = await deps.shoppers.wishes(onSale, now);
  const stock = now >= opensAt ? await deps.files.read<Stock>(published.stock(onSale)) : undefined;
  line = await callNext(deps.lines, line, { shoppers, wishes, stock, joined }, now);
  if (line) line = await endLine(deps, line, joined, now);
  if (!line) return undefined;

  await publishLedger(deps, memory.seen, line);
  await publishGrown(deps.files, memory.seen, roundsFile(onSale, line.progress.spans));
  if (!(await putLeaf(deps, memory.log, line))) return undefined;
  const board = await tell(deps, boardOf(line, { joined, shoppers, stock, now }));
  // Last, since nothing waits for it.
  await signLog(deps, memory.log, line, now);
  return { did: 'ticked', board, line, shoppers, wishes };
}

function memoryOf({ memory }: TickDeps, onSale: string): TickMemory {
  const known = memory.get(onSale) ?? { rolls: new Map(), seen: new Map(), log: new LogMemory() };
  memory.set(onSale, known);
  return known;
}

/** Takes the lease, or renews it in good time: two ticks of three write nothing when nothing happens. */
async function keepLease({ lines, me }: TickDeps, line: LineRecord, now: number): Promise<LineRecord | undefined> {
  if (line.lease?.owner === me && line.lease.endsAt - now > leaseMs / 2) return line;
  return lines.write(line, { lease: { owner: me, endsAt: now + leaseMs } });
}

/** Closes the round that is due, and goes on with those that are closing. */
async function closeRounds(deps: TickDeps, line: LineRecord, now: number): Promise<LineRecord | undefined> {
  const { open } = line.progress;
  const joined = isLobby(open.round) ? 0 : await countRound(deps, line, open, now);
  const due = dueRounds(line, joined, now);
  const closeDeps: CloseDeps = {
    ...deps,
    stay: (at) => keepLease(deps, at, deps.clock()),
    reading: (at, round) => readingOf(deps, at, round).reading,
  };
  const begun = due ? await beginClosing(closeDeps, line, due, now) : line;
  return begun && goOnClosing(closeDeps, begun, now);
}

/** All who joined and are not drawn: in the open round, in those that wait for their beacon, in the lobbies. */
async function countJoined(deps: TickDeps, line: LineRecord, now: number): Promise<number> {
  const { facts, progress } = line;
  const lobbies = tiersOf(facts)
    .slice(progress.lobbies)
    .map(({ round }): Round => ({ round, shards: lobbyShards }));
  const rounds = new Map([...lobbies, progress.open].map((round) => [round.round, round] as const));
  let joined = progress.closing.reduce((sum, { committed }) => sum + (committed?.size ?? 0), 0);
  for (const round of rounds.values()) joined += await countRound(deps, line, round, now);
  const { rolls } = memoryOf(deps, facts.onSale);
  for (const round of rolls.keys()) if (!rounds.has(round)) rolls.delete(round);
  return joined;
}

/**
 * A lobby is long, and nothing depends on its count but the board and the readings: once in each 5 s of the clock will
 * do, which is when the readings are written.
 */
async function countRound(deps: TickDeps, line: LineRecord, round: Round, now: number): Promise<number> {
  const known = readingOf(deps, line, round);
  const beat = isLobby(round.round) ? heartbeatMs : 1;
  if (Math.floor(now / beat) > Math.floor(known.readAt / beat)) {
    await known.reading.read(deps, now);
    known.readAt = now;
  }
  return known.reading.count;
}

function readingOf(deps: TickDeps, { facts }: LineRecord, round: Round) {
  const { rolls } = memoryOf(deps, facts.onSale);
  const known = rolls.get(round.round) ?? {
    reading: new RollReading(facts, round),
    readAt: Number.NEGATIVE_INFINITY,
  };
  rolls.set(round.round, known);
  return known;
}

/** Publishes the board if it is news; it is remembered as said only once it was. */
async function tell(deps: TickDeps, board: Board): Promise<Board> {
  const last = memoryOf(deps, board.onSale);
  if (!isNews(board, last.board)) return board;
  await publishGrown(deps.files, last.seen, boardFile(board), true);
  deps.memory.set(board.onSale, { ...last, board });
  return board;
}
