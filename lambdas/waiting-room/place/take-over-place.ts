import type { Place } from '../../../contracts/line.ts';
import type { Joined } from '../../../contracts/line-requests.ts';
import { firstDeviceName } from '../../../contracts/pass.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { codeTyped } from '../../../rules/handover-code.ts';
import type { RollStore } from '../draw/roll-store.ts';
import { unprovedDevice } from '../entry/coming-device.ts';
import type { Traits } from '../entry/suspicion.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { Marks } from '../line/marks.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import type { ShoppersStore } from '../line/shoppers-store.ts';
import type { FanRecord, FanStore } from './fan-store.ts';
import type { HandoverStore } from './handover-store.ts';
import { receiptOf } from './receipt.ts';
import { placeRemoved, shownSlowerLane } from './slower-lane.ts';
import { liveCount } from './tries.ts';

/**
 * A fan whose device broke types the code that the box office said, on another device. That one has the place from then
 * on, and is the first of it. All that held the place before are ended, also the one that took it:
 *
 *     list the devices of before ──▶ write the record: this device, the code used ──▶ receipt
 *
 * They are listed first, so that their passes end, and the record is written on condition that nobody came, took a pass
 * or used the code since it was read. So no device of before is left out of the list. A call that died in between leaves
 * the code good, and is made again. The device that used a code asks again with it, and gets the same receipt.
 *
 * Wrong codes are counted by address, and nothing says of a code that is not the newest whose it was.
 */
export interface TakeOverDeps {
  readonly lines: Pick<RememberedLines, 'glance'>;
  readonly rolls: Pick<RollStore, 'read'>;
  readonly fans: Pick<FanStore, 'read' | 'handOver'>;
  readonly handovers: Pick<HandoverStore, 'look' | 'countTry'>;
  readonly shoppers: Pick<ShoppersStore, 'endDevice'>;
  readonly keys: Pick<LineKeys, 'handoverSeal' | 'addressKey' | 'deviceKey' | 'deviceName' | 'receipts'>;
  readonly marks: Marks;
}

export interface TakeOverInput {
  readonly onSale: string;
  readonly code: string;
  /** The secret of the browser. */
  readonly device?: string | undefined;
  readonly traits?: Traits | undefined;
}

/** Wrong codes from one address; then it rests. A carrier’s address has many fans behind it, and few of them have a code. */
export const mostWrongCodes = 20;
export const wrongCodesMs = 600_000;

/** A write that lost finds a device that came, a pass that was taken, or the code used: each happens once. */
const mostAttempts = 4;

export async function takeOverPlace(
  deps: TakeOverDeps,
  { onSale, code, device, traits }: TakeOverInput,
  now: number,
): Promise<{ readonly ok: true; readonly joined: Joined; readonly isNew: boolean } | Refusal> {
  const line = await deps.lines.glance(onSale, now);
  if (!line) return refuse('line-unknown', 'Check the address, or start from the season page.');
  if (now >= line.facts.closesAt)
    return refuse('line-closed', 'This on-sale has ended. See the season page for what is on sale.');
  const typed = codeTyped(code);
  const from = deps.keys.addressKey(onSale, traits?.address ?? 'unknown');
  const seal = deps.keys.handoverSeal(onSale, typed ?? '');
  const found = await deps.handovers.look(onSale, { code: seal, from });
  if (found.tries && liveCount(found.tries, now) >= mostWrongCodes) return tooMany(found.tries.endsAt, now);
  if (typed === undefined || found.fan === undefined) return wrong(deps, onSale, from, now);

  const { fan } = found;
  const mark = await deps.marks(onSale, fan, now);
  const coming = unprovedDevice(deps.keys, { onSale, fan }, device, traits);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const standing = await deps.fans.read(onSale, fan);
    if (!standing || mark === undefined) throw new Error(`A code of ${onSale} has no place: ${fan}`);
    const used = standing.handover?.usedAt !== undefined;
    const no = whyNot(standing, { seal, key: coming.key }, now);
    if (no) return no;
    if (used) return { ok: true, joined: await joinedOf(deps, standing, mark, coming.key), isNew: false };
    for (const name of namesOf(standing, mark)) await deps.shoppers.endDevice(onSale, name);
    const name = deps.keys.deviceName(onSale, fan, `${coming.key}|${now}|handed ${standing.handover?.number}`);
    const taken = {
      key: coming.key,
      device: { name, kind: coming.kind, joinedAt: now, first: true },
      usedAt: now,
    } as const;
    const written = await deps.fans.handOver(onSale, standing, taken);
    if (written.ok) return { ok: true, joined: await joinedOf(deps, written.fan, mark, coming.key), isNew: true };
  }
  throw new Error(`A place in ${onSale} could not be handed over in ${mostAttempts} attempts`);
}

/** Why the code brings nothing to this device. */
function whyNot(
  { handover, slowerLane, devices }: FanRecord,
  { seal, key }: { readonly seal: string; readonly key: string },
  now: number,
): Refusal | undefined {
  if (slowerLane?.state === 'removed') return placeRemoved(slowerLane);
  if (handover?.code !== seal)
    return refuse(
      'handover-old',
      'The box office has made a newer code for this place. Type that one, or ask for another.',
    );
  if (handover.usedAt !== undefined)
    return devices?.[key]?.first
      ? undefined
      : refuse(
          'handover-used',
          'A code is for one device, and another took it. If that was not you, tell the box office.',
        );
  if (now >= handover.until)
    return refuse('handover-old', 'A code is good for ten minutes. Ask the box office for another.');
  return undefined;
}

/** What the devices of before are listed by: see `EndedPasses`. */
function namesOf({ devices = {}, handedOver, pass }: FanRecord, mark: string): readonly string[] {
  const first = handedOver === undefined ? [mark, ...(pass ? [firstDeviceName({ q: pass.position })] : [])] : [];
  return [...first, ...Object.values(devices).flatMap(({ name }) => name ?? [])];
}

async function joinedOf(
  { rolls, keys }: TakeOverDeps,
  { pin, devices, slowerLane }: FanRecord,
  mark: string,
  key: string,
): Promise<Joined> {
  const index = (await rolls.read(pin, 'latest')).marks.indexOf(mark);
  if (index < 0) throw new Error(`A place of ${pin.onSale} was handed over, and its mark stands in no roll`);
  const name = devices?.[key]?.name;
  if (name === undefined) throw new Error(`A place of ${pin.onSale} was handed over to a device without a name`);
  const { onSale, fan, round, shard, joinedAt } = pin;
  const place: Place = { v: 2, onSale, fan, mark, round, shard, index, joinedAt, device: name };
  const receipt = receiptOf(keys.receipts, place);
  return { receipt, place, ...(slowerLane && { slowerLane: shownSlowerLane(slowerLane) }) };
}

async function wrong({ handovers }: TakeOverDeps, onSale: string, from: string, now: number): Promise<Refusal> {
  const limit = { now, endsAt: now + wrongCodesMs, most: mostWrongCodes };
  if (!(await handovers.countTry(onSale, from, limit)).ok) return tooMany(limit.endsAt, now);
  return refuse('handover-wrong', 'Type the eight letters as the box office said them, or have them said again.');
}

function tooMany(endsAt: number, now: number): Refusal {
  return refuse(
    'handover-tries',
    'Many wrong codes came from where you are. Try again later, or now from another connection, such as a phone’s.',
    { retryAfterMs: Math.max(1000, endsAt - now) },
  );
}
