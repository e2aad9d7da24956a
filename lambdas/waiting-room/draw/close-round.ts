import { type Beacon, tierStride } from '../../../contracts/line.ts';
import { published } from '../../../contracts/paths.ts';
import type { RollCommitment } from '../../../contracts/roll.ts';
import { type BeaconSource, beaconOutAt } from '../../../rules/beacon.ts';
import { commitmentText, rollHeadAfter, roundBeacon } from '../../../rules/roll.ts';
import type { GrowingFiles } from '../line/growing-files.ts';
import type { LineKeys } from '../line/line-keys.ts';
import { laterShards, lobbyShards, roundSecondsOf } from '../line/line-sizes.ts';
import type { LineFacts, LineRecord, LineStore, NotedAct } from '../line/line-store.ts';
import type { Closing, Progress, Round } from '../line/progress.ts';
import { type Publisher, publishCommitment, publishDrawSheet } from '../line/published-lines.ts';
import { nextTier, tiersOf } from '../line/tiers.ts';
import { inWaves, type ReadingDeps, type RollReading } from './roll-reading.ts';
import { type Draw, type RoundStore, sheetOf } from './round-store.ts';

/**
 * Closing a round. First the line says that the next round is open, so that a join which finds the round closed finds
 * the next one too. Then the round gives out no more shards, and its shards are sealed, each giving its final marks. So
 * the roll is exact without trusting any clock. Its files are published, then the commitment to all of them, which names
 * the beacon that will decide. Only then is the beacon waited for, and the draw put, published, and told.
 *
 *     open ──line: next round──▶ closing ──seal──▶ roll published ──put, publish──▶ committed ──line──▶ waits
 *                                                                                                         │ beacon
 *                                                 told ◀──line── sheets published ◀──put── drawn ◀────────┘
 *
 * Commitment and draw are put before they are published, if absent, so two pacemakers say the same. Each step can be
 * repeated and comes to the same. A crash between any two is finished by the next tick, which seals nothing again once
 * the commitment stands.
 */
export interface CloseDeps extends ReadingDeps {
  readonly lines: Pick<LineStore, 'write'>;
  readonly rounds: ReadingDeps['rounds'] & Pick<RoundStore, 'committed' | 'commit' | 'draw'>;
  readonly files: Publisher & Pick<GrowingFiles, 'readTagged'>;
  readonly keys: Pick<LineKeys, 'seeds'>;
  /** Only where the stage has one. */
  readonly beacon?: BeaconSource | undefined;
  /** Milliseconds since the epoch: when the last shard was sealed is read after it was. */
  readonly clock: () => number;
  /** Renews the lease while a large round is sealed; undefined if the line moved on. */
  readonly stay: (line: LineRecord) => Promise<LineRecord | undefined>;
  /** What this pacemaker has read of a round's roll. */
  readonly reading: (line: LineRecord, round: Round) => RollReading;
}

/**
 * Finds the rounds that close next, if it is time, and the round that joins go to from then on. A tier's lobby closes
 * at its doors, however few came, and whatever is still waited for. Before it the round of the earlier tiers is closed,
 * so that they stand in front. In between a round closes in its time if anyone joined and none is waited for; after the
 * end whoever was just joining is still drawn, so that every receipt has its position.
 */
export function dueRounds(
  { facts, progress }: LineRecord,
  joined: number,
  now: number,
): { readonly due: readonly Round[]; readonly open: Round; readonly lobbies: number } | undefined {
  const { open, closing, lobbies, lastClosedAt } = progress;
  const shards = laterShards(facts.audience);
  const tier = nextTier({ facts, progress });
  if (tier && now >= tier.opensAt) {
    const lobby: Round = { round: tier.round, shards: lobbyShards };
    const due = lobbies > 0 && open.round < tier.round ? [open, lobby] : [lobby];
    return { due, open: { round: tier.round + 1, shards }, lobbies: lobbies + 1 };
  }
  const isTime = now - lastClosedAt >= roundSecondsOf(facts) * 1000;
  if (closing.length > 0 || lobbies === 0 || joined === 0 || !isTime) return undefined;
  return { due: [open], open: { round: open.round + 1, shards }, lobbies };
}

/** Turns joins to the next round; undefined if the line moved on meanwhile. */
export function beginClosing(
  { lines }: CloseDeps,
  line: LineRecord,
  { due, open, lobbies }: NonNullable<ReturnType<typeof dueRounds>>,
  now: number,
): Promise<LineRecord | undefined> {
  const closing = [...line.progress.closing, ...due];
  return lines.write(line, { progress: { ...line.progress, closing, open, lobbies, lastClosedAt: now } });
}

/**
 * Commits to the rolls of all rounds that are closing, and draws those whose beacon is out, in their order; undefined if
 * the line moved on meanwhile. While a beacon is not out, the line is answered as it is, still closing.
 */
export async function goOnClosing(deps: CloseDeps, line: LineRecord, now: number): Promise<LineRecord | undefined> {
  let at: LineRecord | undefined = line;
  for (const closing of line.progress.closing) {
    if (at && !closing.committed) at = await commit(deps, at, closing);
  }
  while (at?.progress.closing[0]) {
    const decided: BeaconDecided = await decide(deps, at, at.progress.closing[0], now);
    if (decided === 'not-out-yet') break;
    at = await draw(deps, at, at.progress.closing[0], decided, now);
  }
  return at;
}

/** Seals the round, and commits to its roll. */
async function commit(deps: CloseDeps, line: LineRecord, closing: Closing): Promise<LineRecord | undefined> {
  const { onSale } = line.facts;
  const standing = await deps.rounds.committed(onSale, closing.round);
  const made = standing ? { at: line, commitment: standing } : await sealed(deps, line, closing);
  if (!made) return undefined;
  const { at, commitment } = made;
  const text = commitmentText(commitment);
  const isThere = standing && (await isPublished(deps, commitment));
  if (!isThere) await publishCommitment(deps.files, commitment, text);
  const { n, before, size, beacon, round } = commitment;
  const committed: Closing['committed'] = { size, ...(beacon !== undefined && { beacon }) };
  // One that another pacemaker published is as late as it says; one that nobody had published is out only now.
  const isLate = isOut(line.facts, beacon, isThere ? commitment.committedAt : deps.clock());
  return deps.lines.write(at, {
    progress: {
      ...at.progress,
      closing: at.progress.closing.map((one) => (one.round === round ? { ...one, committed } : one)),
      rolls: { n, head: rollHeadAfter(before, text) },
    },
    ...(isLate && { acts: [...at.acts, lateAct(round, deps.clock())] }),
  });
}

async function isPublished({ files }: CloseDeps, { onSale, round }: RollCommitment): Promise<boolean> {
  return (await files.readTagged(published.rollCommitment(onSale, round))) !== undefined;
}

async function sealed(
  deps: CloseDeps,
  line: LineRecord,
  closing: Closing,
): Promise<{ readonly at: LineRecord; readonly commitment: RollCommitment } | undefined> {
  const { onSale, beacon } = line.facts;
  const { round } = closing;
  const reading = deps.reading(line, closing);
  let at: LineRecord | undefined = line;
  let roll = await reading.seal(deps);
  while (!roll) {
    at = await deps.stay(at);
    if (!at) return undefined;
    roll = await reading.seal(deps);
  }
  const closedAt = deps.clock();
  const { n, head } = at.progress.rolls;
  const promised = tiersOf(line.facts).find((tier) => tier.round === round)?.beacon;
  const commitment: RollCommitment = {
    v: 2,
    ...{ onSale, round, n: n + 1, before: head, ...roll, closedAt, committedAt: closedAt },
    ...(beacon && { beacon: promised ?? roundBeacon(beacon, closedAt) }),
  };
  return { at, commitment: await deps.rounds.commit(commitment) };
}

function isOut({ beacon: chain }: LineFacts, beacon: number | undefined, at: number): boolean {
  return chain !== undefined && beacon !== undefined && at >= beaconOutAt(chain, beacon);
}

type BeaconDecided = Beacon | { readonly unproved: string } | undefined | 'not-out-yet';

/** The beacon that decides, if one does. Staff may have said that the line goes on without it. */
async function decide(
  { beacon: source }: CloseDeps,
  { facts, unproved }: LineRecord,
  { round, committed }: Closing,
  now: number,
): Promise<BeaconDecided> {
  const { beacon: chain } = facts;
  const promised = committed?.beacon;
  if (!chain || promised === undefined) return undefined;
  if (unproved?.round === round) return { unproved: unproved.why };
  if (!isOut(facts, promised, now) || source?.chain.chainHash !== chain.chainHash) return 'not-out-yet';
  return (await source.at(promised)) ?? 'not-out-yet';
}

async function draw(
  deps: CloseDeps,
  line: LineRecord,
  { round }: Closing,
  decided: Exclude<BeaconDecided, string>,
  now: number,
): Promise<LineRecord | undefined> {
  const { onSale } = line.facts;
  const commitment = await deps.rounds.committed(onSale, round);
  if (!commitment) throw new Error(`Round ${round} of ${onSale} is to be drawn, and no roll is committed to`);
  const banks = await deps.rounds.banks(onSale, round);
  if (banks.length !== commitment.banks.length) throw new Error(`A bank of round ${round} of ${onSale} is not kept`);
  const drawn = await deps.rounds.draw({
    v: 2,
    // A tick that was slow to seal finds its beacon out, and committed later than it began.
    ...{ onSale, round, closedAt: commitment.closedAt, drawnAt: Math.max(now, commitment.committedAt) },
    sizes: banks.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)),
    size: commitment.size,
    offset: line.progress.drawn,
    seed: deps.keys.seeds(onSale).seedOf(round),
    ...(decided && { beacon: decided }),
  });
  await inWaves(banks, (bank) => publishDrawSheet(deps.files, sheetOf(drawn, bank)));
  return deps.lines.write(line, {
    progress: withDrawn(line.progress, drawn),
    acts: [...line.acts, ...actsOf(line, drawn)],
  });
}

function withDrawn({ closing, ...progress }: Progress, { round, offset, size }: Draw): Progress {
  const last = progress.spans.at(-1);
  const spans: Progress['spans'] =
    last && last[1] === round - 1
      ? [...progress.spans.slice(0, -1), [last[0], round]]
      : [...progress.spans, [round, round]];
  const rest = closing.filter((one) => one.round !== round);
  return { ...progress, closing: rest, spans, drawnRounds: round + 1, drawn: offset + size };
}

/** The draw of a later tier's lobby is worth an entry in the ledger. */
function actsOf({ facts }: LineRecord, { round, drawnAt, size }: Draw): readonly NotedAct[] {
  const tier = round >= tierStride ? tiersOf(facts).find((one) => one.round === round) : undefined;
  if (!tier) return [];
  const reason = 'the doors of this tier opened';
  return [{ notedAt: drawnAt, act: 'tier-drawn', role: 'pacemaker', reason, detail: { tier: tier.id, round, size } }];
}

function lateAct(round: number, notedAt: number): NotedAct {
  const reason = 'the roll was published when its beacon was out already';
  return { notedAt, act: 'commitment-late', role: 'pacemaker', reason, detail: { round } };
}
