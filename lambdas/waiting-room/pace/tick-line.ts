import type { Board } from '../../../contracts/line.ts';
import { published } from '../../../contracts/paths.ts';
import type { Stock } from '../../../contracts/stock.ts';
import { beginClosing, type CloseDeps, dueRound, finishClosing } from '../draw/close-round.ts';
import type { RoundStore } from '../draw/round-store.ts';
import { enter } from '../line/ledger.ts';
import type { LedgerStore } from '../line/ledger-store.ts';
import { lobbyShards } from '../line/line-sizes.ts';
import type { LineRecord, LineStore } from '../line/line-store.ts';
import type { Round } from '../line/progress.ts';
import { publishBoard, publishLedger } from '../line/published-lines.ts';
import type { CountedShoppers, ShoppersStore } from '../line/shoppers-store.ts';
import { isLobby, tiersOf } from '../line/tiers.ts';
import { boardOf, heartbeatMs, isNews } from './board.ts';
import { callNext } from './call-next.ts';

/**
 * One tick of the pacemaker for one line. It enters new acts in the ledger, finishes a round that is closing, closes a
 * round that is due, calls as far as there is room, and says so on the board. Only the holder of the lease ticks. Every
 * write to the line is on condition of its version, so even two that both believe they hold it cannot both move it; the
 * one who finds it moved reads again.
 *
 *     nobody's ──tick──▶ held for 3 s ──tick──▶ held …      killed: free for the other within 3 s
 */
export interface TickDeps extends CloseDeps {
  readonly lines: Pick<LineStore, 'read' | 'write'>;
  readonly rounds: Pick<RoundStore, 'close' | 'draw' | 'counts'>;
  readonly shoppers: Pick<ShoppersStore, 'read'>;
  readonly ledger: LedgerStore;
  readonly files: CloseDeps['files'] & { read<File>(path: string): Promise<File | undefined> };
  /** Names this pacemaker. */
  readonly me: string;
  /** The pacemaker's last view and word of each line. Empty at its start. */
  readonly memory: Map<string, TickMemory>;
}

export interface TickMemory {
  readonly board?: Board;
  /** Fans in each round that is not drawn, and when they were counted. */
  readonly counts: ReadonlyMap<number, { readonly count: number; readonly countedAt: number }>;
}

export type Ticked =
  | { readonly did: 'unknown' | 'waited' | 'outrun' }
  | { readonly did: 'ticked'; readonly board: Board; readonly shoppers: CountedShoppers };

const leaseMs = 3000;

/** Two pacemakers and the operators write to a line; none writes often enough to outrun so many attempts. */
const mostAttempts = 5;

/** Before a tier's lobby the round of the tiers before is closed: two rounds are the most that close at once. */
const mostClosings = 2;

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
  const { onSale, opensAt } = read.facts;
  // A third of a second of hashing, once: on the first tick rather than at the doors.
  deps.keys.seeds(onSale);
  let line: LineRecord | undefined = await keepLease(deps, read, now);
  if (line) line = await keepLedger(deps, line);
  for (let closings = 0; line && closings < mostClosings; closings += 1) line = await closeNext(deps, line, now);
  if (!line) return undefined;

  const joined = await countJoined(deps, line, now);
  const shoppers = await deps.shoppers.read(onSale, now);
  const stock = now >= opensAt ? await deps.files.read<Stock>(published.stock(onSale)) : undefined;
  line = await callNext(deps.lines, line, { shoppers, stock, joined }, now);
  if (!line) return undefined;

  const board = await tell(deps, boardOf(line, { joined, shoppers, stock, now }));
  return { did: 'ticked', board, shoppers };
}

/** Takes the lease, or renews it in good time: two ticks of three write nothing when nothing happens. */
async function keepLease({ lines, me }: TickDeps, line: LineRecord, now: number): Promise<LineRecord | undefined> {
  if (line.lease?.owner === me && line.lease.endsAt - now > leaseMs / 2) return line;
  return lines.write(line, { lease: { owner: me, endsAt: now + leaseMs } });
}

/** Enters what was noted since the last tick. Published before the line, and so the board, tells of it. */
async function keepLedger({ lines, ledger, files }: TickDeps, line: LineRecord): Promise<LineRecord | undefined> {
  if (line.acts.length === 0) return line;
  const { onSale } = line.facts;
  let head = line.progress.ledger;
  for (const act of line.acts) {
    const next = enter(head, act);
    await ledger.put(onSale, next.head.n, next.entry);
    head = next.head;
  }
  await publishLedger(files, onSale, (await ledger.read(onSale)).slice(0, head.n));
  return lines.write(line, { acts: [], progress: { ...line.progress, ledger: head } });
}

/** Goes on with the round that is closing, or closes the one that is due. */
async function closeNext(deps: TickDeps, line: LineRecord, now: number): Promise<LineRecord | undefined> {
  const { open } = line.progress;
  const due = dueRound(line, isLobby(open.round) ? 0 : await countRound(deps, line, open, now), now);
  const begun = due ? await beginClosing(deps, line, due, now) : line;
  return begun?.progress.closing ? finishClosing(deps, begun, begun.progress.closing, now) : begun;
}

/** All who joined and are not drawn: in the open round, in one that waits for its beacon, in the lobbies. */
async function countJoined(deps: TickDeps, line: LineRecord, now: number): Promise<number> {
  const { facts, progress } = line;
  const lobbies = tiersOf(facts)
    .slice(progress.lobbies)
    .map(({ round }): Round => ({ round, shards: lobbyShards(facts.audience) }));
  const rounds = new Map<number, Round>();
  for (const round of [...lobbies, ...(progress.closing ? [progress.closing] : []), progress.open])
    rounds.set(round.round, round);
  let joined = 0;
  for (const round of rounds.values()) joined += await countRound(deps, line, round, now);
  const { memory } = deps;
  const last = memory.get(facts.onSale);
  const counts = new Map([...(last?.counts ?? [])].filter(([round]) => rounds.has(round)));
  memory.set(facts.onSale, { ...last, counts });
  return joined;
}

/** A lobby has many shards and nothing depends on its count but the board: every 5 s will do. */
async function countRound(
  { rounds, memory }: TickDeps,
  { facts: { onSale } }: LineRecord,
  { round, shards }: Round,
  now: number,
): Promise<number> {
  const last = memory.get(onSale);
  const known = last?.counts.get(round);
  if (known && now - known.countedAt < (isLobby(round) ? heartbeatMs : 1)) return known.count;
  const counts = await rounds.counts(onSale, round, shards);
  const count = counts.reduce((sum, one) => sum + one, 0);
  memory.set(onSale, { ...last, counts: new Map([...(last?.counts ?? []), [round, { count, countedAt: now }]]) });
  return count;
}

/** Publishes the board if it is news; it is remembered as said only once it was. */
async function tell({ files, memory }: TickDeps, board: Board): Promise<Board> {
  const last = memory.get(board.onSale);
  if (!isNews(board, last?.board)) return board;
  await publishBoard(files, board);
  memory.set(board.onSale, { counts: last?.counts ?? new Map(), board });
  return board;
}
