import type { HoldRefusal, HoldView } from '../../../contracts/house.ts';
import type { Slip } from '../../../contracts/pass.ts';
import { hallWords } from '../../../words/en/hall.ts';
import { makeSigned, type SharedKey } from '../../foundation/signing.ts';
import type { BasketEntry, BasketKey } from '../house/basket-record.ts';
import { hasAll, isLive, isWhole } from '../house/hold-lapses.ts';
import type { HouseRecord } from '../house/house-store.ts';
import { countedSeats } from '../house/limit-per-fan.ts';
import { type HoldRecord, sold } from '../house/section-codec.ts';
import { shareOf } from '../house/share.ts';
import { namedSeats, seatAt } from '../plan/named-seats.ts';
import type { PlanIndex } from '../plan/plan-index.ts';

/**
 * The fan's view of a hold. The basket's word that seats are held is believed only when the sections say the same, all
 * of them. Until then, and while a decision is between its writes, the hold is pending. An allocator that died between
 * its writes may leave it so. Once the time of the ask is over, the hold is what its sections say. If they do not have all
 * of it, it is over, and is called lapsed at once: when its time in the basket has run out nothing tells the two apart, and
 * a view must stay true. Lost is what no basket ever had.
 */
export interface Viewer extends BasketKey {
  readonly key: SharedKey;
  readonly plan: PlanIndex;
  readonly house: Pick<HouseRecord, 'sections'>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The time of the ask is over, and what was found is as of now. */
  readonly isOver?: boolean;
}

/** `found`: the hold's records in the entry's sections, by section. */
export function viewHold(entry: BasketEntry, found: ReadonlyMap<string, HoldRecord>, viewer: Viewer): HoldView {
  const { hold, performance } = entry;
  if (entry.state === 'refused') {
    const { refusal, taken } = entry;
    return { state: 'refused', hold, performance, refusal, taken, detail: detailOf(refusal, taken, viewer.plan) };
  }
  if (entry.state === 'released' || entry.state === 'returned') return { state: 'released', hold, performance };
  if (countedSeats(entry, viewer.now) === 0 || !('sections' in entry)) return { state: 'lapsed', hold, performance };
  const parts = new Map([...found].filter(([, record]) => isLive(record, viewer.now)));
  // While more time is on its way from section to section, the first end counts.
  const lapsesAt = Math.min(...[...parts.values()].map((record) => record.lapsesAt));
  const isFinal = viewer.isOver && entry.state === 'held';
  if (isFinal && !hasAll(parts)) return { state: 'lapsed', hold, performance };
  if (!isFinal && (entry.open || !isWhole(parts))) return { state: 'pending', hold, performance };
  const seats = namedSeats(viewer.plan, new Map([...parts].map(([section, part]) => [section, part.seats])));
  const expiresAt = lapsesAt === sold ? entry.expiresAt : lapsesAt;
  const { onSale, fan } = viewer;
  const { share } = shareOf(viewer.house, fan);
  const slip = makeSigned('s1', viewer.key, {
    hold,
    performance,
    onSale,
    fan,
    seats: seats.map(({ id }) => id),
    expiresAt,
    ...(share !== undefined && { share }),
  } satisfies Slip);
  return { state: lapsesAt === sold ? 'sold' : 'held', hold, performance, seats, expiresAt, slip };
}

/** Of an ask that the house never decides any more. */
export function lostView(which: { readonly hold: string; readonly performance: string }): HoldView {
  return { state: 'refused', ...which, refusal: 'lost', taken: [], detail: hallWords.refusalDetail.lost };
}

function detailOf(refusal: HoldRefusal, taken: readonly string[], plan: PlanIndex): string {
  const detail = hallWords.refusalDetail[refusal];
  if (refusal !== 'seat-taken') return detail;
  const labels = taken.flatMap((seat) => {
    const place = plan.places.get(seat);
    return place ? seatAt(plan, place.section, place.index).map(({ label }) => label) : [];
  });
  return `Somebody was quicker: ${labels.join('; ')}. ${detail}`;
}
