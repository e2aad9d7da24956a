import type { Place } from '../../../contracts/line.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { LineStore } from '../line/line-store.ts';
import type { FanSlowerLane } from '../place/fan-store.ts';
import type { GateStore } from './gate-store.ts';
import { isCounted, suspicionOf, type Traits, windowMs } from './suspicion.ts';

/**
 * The gatekeeper looks at each new place of an open entry, just before it is put, and says whether it goes into the
 * slower lane. It notes that for the ledger first and does it second. So nothing is done that the ledger does not have,
 * and a join that dies in between leaves a note on a mark that stands nowhere. A failure here slows nobody: the join
 * goes on.
 *
 * An attack must not fill the ledger, which is noted in one item with the line. Of the places slowed in one minute the
 * first ten are noted one by one, then the 20th, 40th, 80th …. Each note says which of the minute it is.
 */
export interface GateDeps {
  readonly lines: Pick<LineStore, 'turn'>;
  readonly gate: Pick<GateStore, 'count'>;
  readonly keys: Pick<LineKeys, 'addressKey'>;
  /** Told of what failed here. */
  readonly onFault: (fault: unknown) => void;
}

/** Whether a place that is about to be put goes into the slower lane; undefined: an ordinary place. */
export type Gate = (
  place: Pick<Place, 'onSale' | 'mark'>,
  traits: Traits,
  now: number,
) => Promise<FanSlowerLane | undefined>;

/** Noted one by one in a minute. */
const notedSingly = 10;

const minuteMs = 60_000;

export function gatekeeper({ lines, gate, keys, onFault }: GateDeps): Gate {
  return async ({ onSale, mark }, traits, now) => {
    if (!isCounted(traits)) return undefined;
    try {
      const from = traits.address === undefined ? undefined : keys.addressKey(onSale, traits.address);
      const joins = from === undefined ? 0 : await gate.count(onSale, from, Math.floor(now / windowMs));
      const why = suspicionOf(traits, joins);
      if (!why) return undefined;
      const slowed = await gate.count(onSale, 'slowed', Math.floor(now / minuteMs));
      if (isNoted(slowed)) {
        const detail = { mark, why, ...(slowed > notedSingly && { inThisMinute: slowed }) };
        const act = { notedAt: now, act: 'place-slowed', role: 'gatekeeper', reason: why, detail } as const;
        await lines.turn(onSale, {}, [act]);
      }
      return { state: 'slower', why, at: now };
    } catch (fault) {
      onFault(fault);
      return undefined;
    }
  };
}

function isNoted(slowed: number): boolean {
  return slowed <= notedSingly || Number.isInteger(Math.log2(slowed / notedSingly));
}
