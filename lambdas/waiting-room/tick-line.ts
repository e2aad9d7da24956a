import type { Board } from '../../contracts/line.ts';
import { boardOf, heartbeatMs, isNews } from './board.ts';
import { beginClosing, type CloseDeps, finishClosing, roundIsDue } from './close-round.ts';
import { lobbyShards } from './line-sizes.ts';
import type { Line, LineStore } from './line-store.ts';
import { callFurther } from './pacing.ts';
import { publishBoard } from './published-lines.ts';
import type { CountedRoom, RoomStore } from './room-store.ts';
import type { RoundStore } from './round-store.ts';

/**
 * One tick of the pacemaker for one line: finish a round that is closing, close one that is due, call as far
 * as there is room, say so on the board. Only the holder of the lease ticks. Every write to the line is on
 * condition of its version, so even two that both believe they hold it cannot both move it; the one who finds
 * it moved reads again.
 *
 *     nobody's ──tick──▶ held for 3 s ──tick──▶ held …      killed: free for the other within 3 s
 */
export interface TickDeps extends CloseDeps {
  readonly lines: Pick<LineStore, 'read' | 'write'>;
  readonly rounds: Pick<RoundStore, 'close' | 'draw' | 'counts'>;
  readonly room: Pick<RoomStore, 'read'>;
  /** Names this pacemaker. */
  readonly me: string;
  /** What this pacemaker last saw and said of each line. Empty at its start. */
  readonly memory: Map<string, TickMemory>;
}

export interface TickMemory {
  readonly board?: Board;
  /** Fans in the open round, and when they were counted. */
  readonly joined: number;
  readonly countedAt: number;
}

export type Ticked =
  | { readonly did: 'unknown' | 'waited' | 'outrun' }
  | { readonly did: 'ticked'; readonly board: Board; readonly room: CountedRoom };

const leaseMs = 3000;

/** Two pacemakers and the operators write to a line; none writes often enough to outrun so many attempts. */
const mostAttempts = 5;

export async function tickLine(deps: TickDeps, onSale: string, now: number): Promise<Ticked> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const line = await deps.lines.read(onSale);
    if (!line) return { did: 'unknown' };
    if (line.lease && line.lease.owner !== deps.me && line.lease.until > now) {
      // What is on the board is the other's to know now.
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
  if (line?.lease?.owner === me && line.lease.until > now)
    await lines.write(line, { lease: { owner: me, until: now } });
}

/** Undefined if the line moved on under it. */
async function tickOnce(deps: TickDeps, read: Line, now: number): Promise<Ticked | undefined> {
  const { onSale, audience } = read.facts;
  // A third of a second of hashing, once: on the first tick rather than at the doors.
  deps.keys.seeds(onSale);
  let line: Line | undefined = await keepLease(deps, read, now);
  if (!line) return undefined;

  let joined = await countJoined(deps, line, now);
  if (roundIsDue(line, joined, now)) {
    line = await beginClosing(deps, line, lobbyShards(audience), now);
    joined = 0;
  }
  if (line?.progress.closing) line = await finishClosing(deps, line, line.progress.closing, now);
  if (!line) return undefined;

  const room = await deps.room.read(onSale, now);
  line = await callNext(deps, line, room, now);
  if (!line) return undefined;

  const board = await tell(deps, boardOf(line, joined, now), joined);
  return { did: 'ticked', board, room };
}

/** Takes the lease, or renews it in good time: two ticks of three write nothing when nothing happens. */
async function keepLease({ lines, me }: TickDeps, line: Line, now: number): Promise<Line | undefined> {
  if (line.lease?.owner === me && line.lease.until - now > leaseMs / 2) return line;
  return lines.write(line, { lease: { owner: me, until: now + leaseMs } });
}

/** The lobby has many shards and nothing depends on its count but the board: every 5 s will do. */
async function countJoined({ rounds, memory }: TickDeps, { facts, progress }: Line, now: number): Promise<number> {
  const last = memory.get(facts.onSale);
  const isLobby = progress.open.round === 0;
  if (isLobby && last && now - last.countedAt < heartbeatMs) return last.joined;
  const counts = await rounds.counts(facts.onSale, progress.open.round, progress.open.shards);
  const joined = counts.reduce((sum, count) => sum + count, 0);
  memory.set(facts.onSale, { ...last, joined, countedAt: now });
  return joined;
}

async function callNext({ lines }: TickDeps, line: Line, room: CountedRoom, now: number): Promise<Line | undefined> {
  const { facts, dials, progress } = line;
  const called = callFurther(dials, { ...facts, ...progress, now, room });
  if (called.calledUpTo === progress.calledUpTo) return line;
  return lines.write(line, { progress: { ...progress, ...called } });
}

/** Publishes the board if it is news; it is remembered as said only once it was. */
async function tell({ files, memory }: TickDeps, board: Board, joined: number): Promise<Board> {
  const last = memory.get(board.onSale);
  const said = last?.board;
  if (isNews(board, said)) await publishBoard(files, board);
  memory.set(board.onSale, {
    joined,
    countedAt: last?.countedAt ?? board.at,
    ...(isNews(board, said) ? { board } : said && { board: said }),
  });
  return board;
}
