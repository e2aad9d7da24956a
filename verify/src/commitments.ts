import type { Fault, FindingOf } from '../../contracts/findings.ts';
import type { LineFile, Rounds, tierStride } from '../../contracts/line.ts';
import type { RollCommitment } from '../../contracts/roll.ts';
import { beaconAfter, beaconOutAt } from '../../rules/beacon.ts';
import { commitmentText, rollHeadAfter, roundBeacon } from '../../rules/roll.ts';
import { found } from './findings.ts';

/**
 * The commitments of a line's rolls, as a chain from the anchor of the seeds to the head that the board shows. Each must
 * name the beacon that the rule names, and must have been written before that beacon came out. A commitment that was
 * replaced, left out or slipped in breaks the chain beside it.
 */
export interface Commitments {
  /** One a round, in the order of the rounds. */
  readonly inOrder: readonly RollCommitment[];
  /** `heads[n]` is the roll head after n commitments, as far as they were given without a gap; none without a line. */
  readonly heads: readonly string[];
  readonly faults: readonly Fault[];
  /** Commitments before one of these were not given. */
  readonly hasGap: boolean;
}

/** The contract's number, in a file that browsers load: it stops compiling should the two differ. */
export const stride: typeof tierStride = 65_536;

export function collectCommitments(given: readonly RollCommitment[], line: LineFile | undefined): Commitments {
  const byRound = new Map<number, RollCommitment>();
  const faults: Fault[] = [];
  for (const commitment of given) {
    const { round } = commitment;
    const known = byRound.get(round);
    if (known && commitmentText(known) !== commitmentText(commitment))
      faults.push({ fault: 'commitments-differ', round });
    byRound.set(round, known ?? commitment);
  }
  const inOrder = [...byRound.values()].sort((a, b) => a.round - b.round);
  const heads = line ? [line.chain.anchor] : [];
  let before: RollCommitment | undefined;
  let hasGap = false;
  for (const commitment of inOrder) {
    const { n, round } = commitment;
    const isNext = n === (before?.n ?? 0) + 1;
    const head = heads[n - 1];
    hasGap ||= !isNext;
    if (n <= (before?.n ?? 0) || (isNext && !mayFollow(line, round, before?.round))) {
      faults.push({ fault: 'commitment-chain', round });
    } else if (head !== undefined && !hasGap) {
      if (commitment.before !== head) faults.push({ fault: 'commitment-chain', round });
      heads.push(rollHeadAfter(head, commitmentText(commitment)));
    } else if (isNext && before && commitment.before !== rollHeadAfter(before.before, commitmentText(before))) {
      faults.push({ fault: 'commitment-chain', round });
    }
    before = commitment;
  }
  return { inOrder, heads, faults, hasGap };
}

/** Whether a round may be the next after another: it counts on, or is the lobby of a later tier. */
export function mayFollow(line: LineFile | undefined, round: number, before: number | undefined): boolean {
  if (before === undefined) return round === 0;
  return round === before + 1 ? round % stride !== 0 : round > before && isLobby(line, round);
}

/** Whether a round is the lobby of a tier that was promised. Without the promise every one that could be is taken for one. */
export function isLobby(line: LineFile | undefined, round: number): boolean {
  if (round === 0) return true;
  return line ? (line.tiers?.some((tier) => tier.round === round) ?? false) : round % stride === 0;
}

/** The round of the beacon that had to decide a draw; undefined if that cannot be told without the commitment. */
export function beaconDue(
  line: LineFile,
  round: number,
  commitment: Pick<RollCommitment, 'committedAt'> | undefined,
): number | undefined {
  if (!line.beacon) return undefined;
  if (round === 0) return line.beacon.lobby;
  if (isLobby(line, round)) return line.tiers?.find((tier) => tier.round === round)?.beacon;
  return commitment && roundBeacon(line.beacon, commitment.committedAt);
}

export interface CommitmentsBeside {
  readonly rounds: Rounds | undefined;
  readonly isWhole: boolean;
  /** The line's doors are those that its ledger moved them to. */
  readonly isMoved: boolean;
  /** A round whose commitment must be here if it is listed. */
  readonly own?: number | undefined;
}

export function checkCommitments(
  commitments: Commitments,
  line: LineFile | undefined,
  { rounds, isWhole, isMoved, own }: CommitmentsBeside,
): FindingOf<'commitments'> {
  const { inOrder, heads, hasGap } = commitments;
  const missing = missingOf(rounds, commitments);
  const faults: Fault[] = [
    ...commitments.faults,
    ...(line ? promiseFaults(line) : []),
    ...inOrder.flatMap((commitment) => faultsOf(commitment, line)),
    ...timeFaults(inOrder, line, isMoved),
    ...(inOrder.length > 0 ? missing : [])
      .filter((round) => isWhole || round === own)
      .map((round): Fault => ({ fault: 'commitment-missing', round })),
  ];
  const isOpen = inOrder.length === 0 || hasGap || missing.length > 0;
  const marks = inOrder.reduce((sum, { size }) => sum + size, 0);
  const lack = isOpen ? 'some-rolls' : line ? undefined : 'line';
  return found('commitments', { faults, lack, facts: { rolls: inOrder.length, marks, head: heads.at(-1) ?? '' } });
}

/** Pacemakers take turns, and their clocks differ a little. */
const skewMs = 60_000;

/** A lobby closes at its doors, and each round is closed and committed to after the ones that it follows. */
function timeFaults(
  inOrder: readonly RollCommitment[],
  line: LineFile | undefined,
  isMoved: boolean,
): readonly Fault[] {
  const faults: Fault[] = [];
  let latest = { closedAt: 0, committedAt: 0 };
  for (const { round, closedAt, committedAt } of inOrder) {
    const doors = round === 0 ? line?.opensAt : line?.tiers?.find((tier) => tier.round === round)?.opensAt;
    if (isMoved && doors !== undefined && closedAt < doors) faults.push({ fault: 'closed-early', round });
    if (committedAt < latest.committedAt - skewMs || closedAt < latest.closedAt - skewMs)
      faults.push({ fault: 'commitment-times', round });
    latest = {
      closedAt: Math.max(latest.closedAt, closedAt),
      committedAt: Math.max(latest.committedAt, committedAt),
    };
  }
  return faults;
}

/** The rounds that a list of spans names. */
export function listed(rounds: Rounds | undefined): readonly number[] {
  return (rounds?.spans ?? []).flatMap(([first, last]) =>
    Array.from({ length: Math.min(last - first, stride) + 1 }, (_, at) => first + at),
  );
}

/** Rounds that are listed, and whose commitment is not here. */
export function missingOf(rounds: Rounds | undefined, { inOrder }: Pick<Commitments, 'inOrder'>): readonly number[] {
  const here = new Set(inOrder.map(({ round }) => round));
  return listed(rounds).filter((round) => !here.has(round));
}

/** As `rules/roll.ts` has it: a lobby of up to two million, or a larger one. Which of the two it is, is not published. */
const lobbyMs = [9_000, 15_000];

/** The lobbies' beacons stand in the promise: each is the first that is far enough behind its doors. */
function promiseFaults(line: LineFile): readonly Fault[] {
  const { beacon, tiers = [], opensAt } = line;
  if (!beacon) return [];
  const lobbies = [{ round: 0, beacon: beacon.lobby, opensAt }, ...tiers.filter(({ round }) => round !== 0)];
  return lobbies
    .filter((lobby) => !lobbyMs.some((away) => beaconAfter(beacon, lobby.opensAt + away).round === lobby.beacon))
    .map(({ round }): Fault => ({ fault: 'lobby-beacon', round }));
}

function faultsOf(commitment: RollCommitment, line: LineFile | undefined): readonly Fault[] {
  const { round, beacon, closedAt, committedAt } = commitment;
  const faults: Fault[] = committedAt < closedAt ? [{ fault: 'commitment-times', round }] : [];
  if (!line) return faults;
  if (round % stride === 0 && !isLobby(line, round)) faults.push({ fault: 'lobby-unpromised', round });
  if (!line.beacon) return beacon === undefined ? faults : [...faults, { fault: 'beacon-unpromised', round }];
  const due = beaconDue(line, round, commitment);
  if (due !== undefined && beacon !== due) faults.push({ fault: 'commitment-beacon', round, taken: beacon ?? 0, due });
  const outAt = beaconOutAt(line.beacon, due ?? beacon ?? 0);
  if (committedAt >= outAt) faults.push({ fault: 'commitment-late', round, committedAt, outAt });
  return faults;
}
