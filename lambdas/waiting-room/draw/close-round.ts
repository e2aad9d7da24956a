import { type Beacon, type BeaconChain, type DrawSheet, tierStride } from '../../../contracts/line.ts';
import { type BeaconSource, beaconAfter, giveUpMs } from '../../../rules/beacon.ts';
import type { LineKeys } from '../line/line-keys.ts';
import { laterShards, lobbyShards, roundSecondsOf } from '../line/line-sizes.ts';
import type { LineRecord, LineStore, NotedAct } from '../line/line-store.ts';
import type { Progress, Round } from '../line/progress.ts';
import { type Publisher, publishDrawSheet, publishRounds } from '../line/published-lines.ts';
import { nextTier, tiersOf } from '../line/tiers.ts';
import type { RoundStore } from './round-store.ts';

/**
 * Closing a round. First the line says that the next round is open, so that a join which finds a shard closed finds the
 * next round too. Then the shards close one by one, each giving its final count, and nothing can be added to a closed
 * shard. So the counts are exact without trusting any clock. With a beacon, the line then says when that was, and waits
 * for the first beacon after it. Then the draw is put, published, and told. Each step can be repeated, by this
 * pacemaker or another, and comes to the same. A crash between any two is finished by the next tick.
 *
 *     open ──line: next round──▶ closing ──every shard──▶ counted ──put, publish──▶ drawn ──line──▶ told
 *                                                            └─line: closed at, beacon─┘
 */
export interface CloseDeps {
  readonly lines: Pick<LineStore, 'write'>;
  readonly rounds: Pick<RoundStore, 'close' | 'draw'>;
  readonly files: Publisher;
  readonly keys: Pick<LineKeys, 'seeds'>;
  /** Only where the stage has one. */
  readonly beacon?: BeaconSource | undefined;
  /** Milliseconds since the epoch: when the last shard was closed is read after it was. */
  readonly clock: () => number;
}

/** Shards closed at a time: 256 are closed in eight waves, well within one tick. */
const atOnce = 32;

/**
 * Finds the round that closes next, if it is time, and the round that joins go to from then on. A tier's lobby closes
 * at its doors, however few came. Before it the round of the earlier tiers is drawn, so that they stand in front. In
 * between a round closes in its time if anyone joined; after the end whoever was just joining is still drawn, so that
 * every receipt has its position.
 */
export function dueRound(
  { facts, progress }: LineRecord,
  joined: number,
  now: number,
): { readonly closing: Round; readonly open: Round; readonly lobbies: number } | undefined {
  const { open, closing, lobbies, lastClosedAt } = progress;
  if (closing) return undefined;
  const lobby = lobbyShards(facts.audience);
  const shards = laterShards(lobby);
  const tier = nextTier({ facts, progress });
  if (tier && now >= tier.opensAt) {
    const behind: Round = { round: tier.round + 1, shards };
    if (open.round < tier.round) return { closing: open, open: behind, lobbies };
    return { closing: { round: tier.round, shards: lobby }, open: behind, lobbies: lobbies + 1 };
  }
  if (lobbies === 0 || joined === 0 || now - lastClosedAt < roundSecondsOf(facts) * 1000) return undefined;
  return { closing: open, open: { round: open.round + 1, shards }, lobbies };
}

/** Turns joins to the next round; undefined if the line moved on meanwhile. */
export function beginClosing(
  { lines }: CloseDeps,
  line: LineRecord,
  due: NonNullable<ReturnType<typeof dueRound>>,
  now: number,
): Promise<LineRecord | undefined> {
  return lines.write(line, { progress: { ...line.progress, ...due, lastClosedAt: now } });
}

/**
 * Draws the round that is closing; undefined if the line moved on meanwhile. While the beacon is not out, the
 * line is answered as it is, still closing.
 */
export async function finishClosing(
  deps: CloseDeps,
  line: LineRecord,
  closing: NonNullable<Progress['closing']>,
  now: number,
): Promise<LineRecord | undefined> {
  const { onSale, beacon: chain } = line.facts;
  const counts = await closeShards(deps, onSale, closing);
  if (chain && closing.closedAt === undefined) {
    const timed = { ...closing, closedAt: deps.clock() };
    const closed = await deps.lines.write(line, { progress: { ...line.progress, closing: timed } });
    return closed && finishClosing(deps, closed, timed, now);
  }
  const mixed = chain && (await mixIn(deps, chain, closing.closedAt ?? now, now));
  if (mixed === 'not-out-yet') return line;
  const drawn = await deps.rounds.draw({
    v: 1,
    onSale,
    round: closing.round,
    drawnAt: now,
    counts,
    size: counts.reduce((sum, count) => sum + count, 0),
    offset: line.progress.drawn,
    seed: deps.keys.seeds(onSale).seedOf(closing.round),
    ...(mixed && { closedAt: closing.closedAt ?? now, beacon: mixed }),
  });
  await publishDrawSheet(deps.files, drawn);
  const progress = withDrawn(line.progress, drawn);
  await publishRounds(deps.files, onSale, progress.spans);
  return deps.lines.write(line, { progress, acts: [...line.acts, ...actsOf(line, drawn)] });
}

async function mixIn(
  { beacon: source }: CloseDeps,
  chain: BeaconChain,
  closedAt: number,
  now: number,
): Promise<Beacon | { readonly missed: string } | 'not-out-yet'> {
  if (source?.chain.chainHash !== chain.chainHash) return { missed: 'this stage reads no such beacon' };
  const { round, outAt } = beaconAfter(chain, closedAt);
  const found = now >= outAt ? await source.at(round) : undefined;
  if (found) return found;
  return now < outAt + giveUpMs ? 'not-out-yet' : { missed: `round ${round} of the beacon could not be had` };
}

function withDrawn({ closing: _closing, ...progress }: Progress, { round, offset, size }: DrawSheet): Progress {
  const last = progress.spans.at(-1);
  const spans: Progress['spans'] =
    last && last[1] === round - 1
      ? [...progress.spans.slice(0, -1), [last[0], round]]
      : [...progress.spans, [round, round]];
  return { ...progress, spans, drawnRounds: round + 1, drawn: offset + size };
}

/** The events of a draw that are worth an entry in the ledger: a later tier's doors, and a beacon that failed. */
function actsOf({ facts }: LineRecord, { round, drawnAt, size, beacon }: DrawSheet): readonly NotedAct[] {
  const said = { notedAt: drawnAt, role: 'pacemaker' } as const;
  const acts: NotedAct[] = [];
  const tier = round >= tierStride ? tiersOf(facts).find((one) => one.round === round) : undefined;
  if (tier) {
    const reason = 'the doors of this tier opened';
    acts.push({ ...said, act: 'tier-drawn', reason, detail: { tier: tier.id, round, size } });
  }
  if (beacon && 'missed' in beacon)
    acts.push({ ...said, act: 'beacon-missed', reason: beacon.missed, detail: { round } });
  return acts;
}

async function closeShards({ rounds }: CloseDeps, onSale: string, { round, shards }: Round): Promise<number[]> {
  const counts: number[] = [];
  for (let from = 0; from < shards; from += atOnce) {
    const wave = Array.from({ length: Math.min(atOnce, shards - from) }, (_, index) => from + index);
    counts.push(...(await Promise.all(wave.map((shard) => rounds.close(onSale, round, shard)))));
  }
  return counts;
}
