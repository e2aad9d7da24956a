import type { Place } from '../../../contracts/line.ts';
import type { Joined, JoinRequest } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { RollStore, RoundKey } from '../draw/roll-store.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { LineRecord } from '../line/line-store.ts';
import type { Marks } from '../line/marks.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import { roundToJoin } from '../line/tiers.ts';
import { countIfSeveral } from '../place/devices.ts';
import type { FanRecord, FanStore } from '../place/fan-store.ts';
import { receiptOf, shownPlace } from '../place/receipt.ts';
import { shownSlowerLane } from '../place/slower-lane.ts';
import { type AdmissionDeps, admit } from './admission.ts';
import { type ComingDevice, type TakeOnDeps, takeOn } from './coming-device.ts';
import type { OwnShards } from './own-shards.ts';
import type { Gate } from './slow-suspects.ts';
import type { Traits } from './suspicion.ts';

/**
 * A join gives one fan one place, however often they ask and from however many devices. Before the doors of a fan's tier
 * it goes to that tier's lobby, after them to the open round. It pins the fan to a shard of that round, then appends
 * the fan's mark to that shard; where the mark stands is the place.
 *
 *     look (1 read unit, half for visitors) ─▶ pin (1 write unit) ─▶ append (1 write unit) ─▶ receipt
 *                                               ▲                      │ sealed or full, and the mark not on it
 *                                               └── move the pin ◀─────┘
 *
 * All devices append to the shard of the one pin, on condition that the mark is not there. The pin moves, on condition
 * of where it was, only off a shard that will never take the mark. So a mark stands once, nothing is burnt, and a crash
 * between any two steps is mended by the next join of this fan. Nobody has a receipt before the append is known.
 *
 * The pin says which device took the place. Another that joins later is noted beside it, with one write unit more.
 */
export interface JoinDeps {
  readonly lines: RememberedLines;
  readonly rolls: Pick<RollStore, 'append' | 'read' | 'allocate'>;
  readonly fans: AdmissionDeps['fans'] &
    TakeOnDeps['fans'] &
    Pick<FanStore, 'read' | 'pin' | 'repin' | 'rejoin' | 'need'>;
  readonly keys: AdmissionDeps['keys'] & TakeOnDeps['keys'] & Pick<LineKeys, 'receipts'>;
  readonly marks: Marks;
  /** Which shards this handler fills alone. */
  readonly shards: OwnShards;
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
  /** Of a place that this browser holds. One that is not genuine, or of another line, is as none. */
  readonly receipt?: string | undefined;
}

/** `isNew` unless the fan had the place already. */
export type JoinOutcome = { readonly ok: true; readonly joined: Joined; readonly isNew: boolean };

/** A round is open for 3 s and finding the next takes milliseconds: missing so many in a row is a fault. */
const mostAttempts = 12;

export async function joinLine(
  deps: JoinDeps,
  { onSale, request, traits, receipt }: JoinInput,
  now: number,
): Promise<JoinOutcome | Refusal> {
  const line = await deps.lines.glance(onSale, now);
  if (!line) return refuse('line-unknown', 'Check the address, or start from the season page.');
  const shown = shownPlace(deps.keys.receipts, receipt, onSale);
  const admitted = await admit(deps, line, request, now, { traits, shown });
  if (!admitted.ok) return admitted;
  const { fan, tier, standing, device } = admitted;
  const coming = { request, device, now };
  const mark = await deps.marks(onSale, fan, now);
  if (!mark) return lineClosed();
  const index = standing && (await deps.rolls.read(standing.pin, 'recent')).marks.indexOf(mark);
  if (standing && index !== undefined && index >= 0) return stand(deps, standing, { mark, index }, coming);
  if (now >= line.facts.closesAt) return lineClosed();

  const rounds = roundsToJoin(deps, line, tier, now);
  const { needs } = request;
  let pinned = standing;
  if (!pinned) {
    const pin = { onSale, fan, ...(await rounds.next()), joinedAt: now };
    const slowerLane =
      request.entry === 'open' && traits ? await deps.gate?.({ onSale, mark }, traits, now) : undefined;
    const { key, kind } = device;
    const extras = { ...(needs && { needs }), ...(slowerLane && { slowerLane }) };
    const put = await deps.fans.pin(pin, { ...extras, device: { key, kind } });
    pinned = put.ok ? { pin, ...extras, devices: { [key]: { kind, joinedAt: now } } } : put.fan;
  }
  return append(deps, rounds, pinned, mark, coming);
}

/** A join, and where it comes from. */
interface Coming {
  readonly request: JoinRequest;
  readonly device: ComingDevice;
  readonly now: number;
}

/** Puts the mark where the fan is pinned, and moves the pin for as long as it leads to a shard that takes no more. */
async function append(
  deps: JoinDeps,
  rounds: ReturnType<typeof roundsToJoin>,
  first: FanRecord,
  mark: string,
  coming: Coming,
): Promise<JoinOutcome> {
  let pinned = first;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { pin } = pinned;
    const appended = await deps.rolls.append(pin, mark, rounds.cap);
    if (appended.how === 'appended' && pinned.leftAt === undefined)
      return answer(deps, pinned, { mark, index: appended.index }, coming, true);
    if ('index' in appended) return stand(deps, pinned, { mark, index: appended.index }, coming);
    rounds.isOver(pin);
    const to = await rounds.next();
    const moved = await deps.fans.repin(pin, to);
    // Another device moved it meanwhile: then it is where that one put it.
    pinned = moved.ok ? { ...pinned, pin: { ...pin, ...to } } : moved.fan;
  }
  throw new Error(`No open shard of ${first.pin.onSale} was found in ${mostAttempts} attempts`);
}

/** The rounds that fans of a tier join, as the line says: the one that it remembers, and once that is over the next. */
function roundsToJoin({ lines, rolls, shards, random }: JoinDeps, seen: LineRecord, tier: number, now: number) {
  const { onSale, roll } = seen.facts;
  let line = seen;
  const open = (): RoundKey => {
    const { round, shards: offered } = roundToJoin(line, tier);
    return { onSale, round, offered };
  };
  return {
    cap: roll.cap,
    /** The shard to go to. */
    async next(): Promise<{ readonly round: number; readonly shard: number }> {
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const round = open();
        const shard = await shards.next(rolls, round, roll.cap, random);
        if (shard !== 'sealed') return { round: round.round, shard };
        line = (await lines.read(onSale, now)) ?? line;
      }
      throw new Error(`No open round of ${onSale} was found in ${mostAttempts} attempts`);
    },
    isOver({ round, shard }: { readonly round: number; readonly shard: number }): void {
      const now = open();
      if (now.round === round) shards.isOver(now, shard);
    },
  };
}

/** The receipt of a place the fan has; if they had given it up, it is theirs again. */
async function stand(
  deps: JoinDeps,
  standing: FanRecord,
  at: Pick<Place, 'mark' | 'index'>,
  coming: Coming,
): Promise<JoinOutcome> {
  const { fans } = deps;
  const { pin } = standing;
  // The look may be of a moment ago, and the place given up since. Whoever asks again pays a read unit more.
  const { leftAt } = (await fans.read(pin.onSale, pin.fan)) ?? standing;
  const { needs } = coming.request;
  if (leftAt !== undefined) await fans.rejoin(pin.onSale, pin.fan);
  if (needs) await fans.need(pin.onSale, pin.fan, needs);
  return answer(deps, standing, at, coming, false);
}

/** The place of this device, which is noted beside the others if it is new. */
async function answer(
  deps: JoinDeps,
  standing: FanRecord,
  { mark, index }: Pick<Place, 'mark' | 'index'>,
  { device, now }: Coming,
  isNew: boolean,
): Promise<JoinOutcome> {
  const { name, record } = await takeOn(deps, standing, device, now);
  const { pin, slowerLane } = record;
  const { onSale, fan, round, shard, joinedAt } = pin;
  const place: Place = { v: 2, onSale, fan, mark, round, shard, index, joinedAt, ...(name && { device: name }) };
  const joined: Joined = {
    receipt: receiptOf(deps.keys.receipts, place),
    place,
    ...(slowerLane && { slowerLane: shownSlowerLane(slowerLane) }),
    ...countIfSeveral(record),
  };
  return { ok: true, joined, isNew };
}

function lineClosed(): Refusal {
  return refuse('line-closed', 'This on-sale has ended. See the season page for what is on sale.');
}
