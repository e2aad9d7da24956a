import type { Place } from '../../../contracts/line.ts';
import type { Joined, JoinRequest } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { RoundStore } from '../draw/round-store.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { LineRecord } from '../line/line-store.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import { roundToJoin } from '../line/tiers.ts';
import type { FanRecord, FanStore } from '../place/fan-store.ts';
import { receiptOf } from '../place/receipt.ts';
import { shownSlowerLane } from '../place/slower-lane.ts';
import { type AdmissionDeps, type Admitted, admit } from './admission.ts';
import type { Gate } from './slow-suspects.ts';
import type { Traits } from './suspicion.ts';

/**
 * A join gives one fan one place, however often they ask. Before the doors of a fan's tier it goes to that tier's
 * lobby, after them to the open round. It adds one to a tally shard of that round, on condition that the shard is not
 * closed. Then it puts the place if the fan has none:
 *
 *     look (1 read unit, half for visitors) ─▶ count (1 write unit) ─▶ place (1 write unit)
 *
 * If it dies between the two writes, the retry counts again: one position stays unheld, which holds nobody
 * up, since its slot is free when its claim window ends. If the shard is closed, the round moved on, and the
 * join goes to the round that the line says now.
 */
export interface JoinDeps {
  readonly lines: RememberedLines;
  readonly rounds: Pick<RoundStore, 'count'>;
  readonly fans: AdmissionDeps['fans'] & Pick<FanStore, 'place' | 'rejoin' | 'need'>;
  readonly keys: AdmissionDeps['keys'] & Pick<LineKeys, 'receipts'>;
  /** From 0 up to, not including, 1: spreads joins over the shards and decides nothing else. */
  readonly random: () => number;
  /** Asked of each new place of an open entry. */
  readonly gate?: Gate;
}

export interface JoinInput {
  readonly onSale: string;
  readonly request: JoinRequest;
  /** How the request looks, for the gate; and where it comes from, for the count of wrong postcodes. */
  readonly traits?: Traits;
}

/** `isNew` unless the fan had the place already. */
export type JoinOutcome = { readonly ok: true; readonly joined: Joined; readonly isNew: boolean };

/** A round is open for 3 s and finding the next takes milliseconds: missing so many in a row is a fault. */
const mostRounds = 10;

export async function joinLine(
  deps: JoinDeps,
  { onSale, request, traits }: JoinInput,
  now: number,
): Promise<JoinOutcome | Refusal> {
  const line = await deps.lines.glance(onSale, now);
  if (!line) return refuse('line-unknown', 'Check the address, or start from the season page.');
  const admitted = await admit(deps, line, request, now, traits?.address);
  if (!admitted.ok) return admitted;
  const { standing } = admitted;
  if (standing) return { ok: true, joined: await stand(deps, standing, request), isNew: false };
  if (now >= line.facts.closesAt)
    return refuse('line-closed', 'This on-sale has ended. See the season page for what is on sale.');

  const place = await takeIndex(deps, line, admitted, now);
  const { needs } = request;
  const slowerLane = request.entry === 'open' && traits ? await deps.gate?.(place, traits, now) : undefined;
  const put = await deps.fans.place(place, { ...(needs && { needs }), ...(slowerLane && { slowerLane }) });
  if (!put.ok) return { ok: true, joined: await stand(deps, put.fan, request), isNew: false };
  return { ok: true, joined: joinedOf(deps, { place, ...(slowerLane && { slowerLane }) }), isNew: true };
}

/** Counts the fan in the round that fans of their tier join now. */
async function takeIndex(
  { lines, rounds, random }: JoinDeps,
  seen: LineRecord,
  { fan, tier }: Admitted,
  now: number,
): Promise<Place> {
  const { onSale } = seen.facts;
  let line: LineRecord | undefined = seen;
  for (let attempt = 0; line && attempt < mostRounds; attempt += 1) {
    const { round, shards } = roundToJoin(line, tier);
    const shard = Math.min(shards - 1, Math.floor(random() * shards));
    const index = await rounds.count(onSale, round, shard);
    if (index !== 'closed') return { v: 1, onSale, fan, round, shard, index, joinedAt: now };
    line = await lines.read(onSale, now);
  }
  throw new Error(`No open round of ${onSale} was found in ${mostRounds} attempts`);
}

/** The receipt of a place the fan has; if they had given it up, it is theirs again. */
async function stand(deps: JoinDeps, standing: FanRecord, { needs }: JoinRequest): Promise<Joined> {
  const { fans } = deps;
  const { place, leftAt } = standing;
  if (leftAt !== undefined) await fans.rejoin(place.onSale, place.fan);
  if (needs) await fans.need(place.onSale, place.fan, needs);
  return joinedOf(deps, standing);
}

function joinedOf({ keys }: JoinDeps, { place, slowerLane }: Pick<FanRecord, 'place' | 'slowerLane'>): Joined {
  return {
    receipt: receiptOf(keys.receipts, place),
    place,
    ...(slowerLane && { slowerLane: shownSlowerLane(slowerLane) }),
  };
}
