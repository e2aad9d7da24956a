import type { LineKeys } from './line-keys.ts';
import { laterShards, roundSecondsOf } from './line-sizes.ts';
import type { Line, LineStore, Progress, Round } from './line-store.ts';
import { type Publisher, publishDrawSheet } from './published-lines.ts';
import type { DrawnRound, RoundStore } from './round-store.ts';

/**
 * Closing a round. First the line says that the next round is open, so that a join which finds a shard closed
 * finds the next round too. Then the shards close one by one, each giving its final count, and nothing can be
 * added to a closed shard: the counts are exact without trusting any clock. Then the draw is put, published,
 * and told. Each step can be repeated, by this pacemaker or another, and comes to the same; a crash between
 * any two is finished by the next tick.
 *
 *     open ──line: next round──▶ closing ──every shard──▶ counted ──put, publish──▶ drawn ──line──▶ told
 */
export interface CloseDeps {
  readonly lines: Pick<LineStore, 'write'>;
  readonly rounds: Pick<RoundStore, 'close' | 'draw'>;
  readonly files: Publisher;
  readonly keys: Pick<LineKeys, 'seeds'>;
}

/** Shards closed at a time: 256 are closed in eight waves, well within one tick. */
const atOnce = 32;

/**
 * Round 0 closes at the doors, however few came. Later rounds close in their time if anyone joined; after the
 * end whoever was just joining is still drawn, so that every receipt has its position.
 */
export function roundIsDue({ facts, progress }: Line, joined: number, now: number): boolean {
  if (progress.closing) return false;
  if (progress.open.round === 0) return now >= facts.opensAt;
  return joined > 0 && now - progress.lastClosedAt >= roundSecondsOf(facts) * 1000;
}

/** Turns joins to the next round; undefined if the line moved on meanwhile. */
export function beginClosing({ lines }: CloseDeps, line: Line, lobby: number, now: number): Promise<Line | undefined> {
  const { open } = line.progress;
  const next: Round = { round: open.round + 1, shards: laterShards(lobby) };
  return lines.write(line, { progress: { ...line.progress, open: next, closing: open, lastClosedAt: now } });
}

/** Draws the round that is closing; undefined if the line moved on meanwhile. */
export async function finishClosing(
  deps: CloseDeps,
  line: Line,
  closing: Round,
  now: number,
): Promise<Line | undefined> {
  const counts = await closeShards(deps, line.facts.onSale, closing);
  const drawn = await deps.rounds.draw({
    v: 1,
    onSale: line.facts.onSale,
    round: closing.round,
    drawnAt: now,
    counts,
    size: counts.reduce((sum, count) => sum + count, 0),
    offset: line.progress.drawn,
    seed: deps.keys.seeds(line.facts.onSale).seedOf(closing.round),
  });
  await publishDrawSheet(deps.files, drawn);
  return deps.lines.write(line, { progress: withDrawn(line.progress, drawn) });
}

function withDrawn({ closing: _closing, ...progress }: Progress, { round, offset, size }: DrawnRound): Progress {
  return { ...progress, drawnRounds: round + 1, drawn: offset + size };
}

async function closeShards({ rounds }: CloseDeps, onSale: string, { round, shards }: Round): Promise<number[]> {
  const counts: number[] = [];
  for (let from = 0; from < shards; from += atOnce) {
    const wave = Array.from({ length: Math.min(atOnce, shards - from) }, (_, index) => from + index);
    counts.push(...(await Promise.all(wave.map((shard) => rounds.close(onSale, round, shard)))));
  }
  return counts;
}
