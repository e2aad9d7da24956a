import type { PersonRole } from '../../../contracts/ledger.ts';
import type { LineRecord, LineStore, LiveLine } from '../line/line-store.ts';
import { turnDials } from '../line/turn-dials.ts';

/** In the hour before its doors a line is as good as open: fans come to it. */
const beforeDoorsMs = 3_600_000;

export interface LinesPaused {
  /** On-sales. */
  readonly paused: readonly string[];
  readonly notPaused: readonly string[];
}

interface WhyPaused {
  readonly reason: string;
  readonly role: PersonRole;
  /** Boards say that tickets are sold elsewhere. */
  readonly elsewhere: boolean;
}

/** Pauses every line that calls people or soon will. Each by itself: one that cannot be paused keeps none of the others. */
export async function pauseLines(
  { lines }: { readonly lines: Pick<LineStore, 'live' | 'glance' | 'turn'> },
  { reason, role, elsewhere }: WhyPaused,
  now: number,
): Promise<LinesPaused> {
  const live = (await lines.live(now)).filter((line) => firstDoors(line) - beforeDoorsMs <= now);
  const dials = { paused: true, ...(elsewhere && ({ prepared: 'sold-elsewhere' } as const)) };
  const outcomes = await Promise.allSettled(
    live.map(async ({ onSale }) => {
      const line = await lines.glance(onSale);
      if (!line || !isToPause(line, elsewhere, now)) return undefined;
      const turned = await turnDials({ lines }, { onSale, dials, role, reason }, now);
      if (!turned.ok) throw new Error(turned.detail);
      return onSale;
    }),
  );
  const names = (status: 'fulfilled' | 'rejected') =>
    live.flatMap(({ onSale }, at) => {
      const outcome = outcomes[at];
      if (outcome?.status !== status) return [];
      return outcome.status === 'fulfilled' && outcome.value === undefined ? [] : [onSale];
    });
  return { paused: names('fulfilled'), notPaused: names('rejected') };
}

const firstDoors = ({ opensAt, later = [] }: LiveLine) => Math.min(opensAt, ...later);

function isToPause({ facts, dials }: LineRecord, elsewhere: boolean, now: number): boolean {
  if (now >= facts.closesAt) return false;
  return !dials.paused || (elsewhere && dials.prepared !== 'sold-elsewhere');
}
