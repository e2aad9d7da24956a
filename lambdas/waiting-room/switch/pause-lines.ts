import type { PersonRole } from '../../../contracts/ledger.ts';
import type { Away } from '../../../contracts/line-operation.ts';
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
  /** Everybody comes back: it is noted on every line whose doors are open, paused or not. */
  readonly away?: Away;
}

/** Pauses every line that calls people or soon will. Each by itself: one that cannot be paused keeps none of the others. */
export async function pauseLines(
  { lines }: { readonly lines: Pick<LineStore, 'live' | 'glance' | 'turn'> },
  { reason, role, elsewhere, away }: WhyPaused,
  now: number,
): Promise<LinesPaused> {
  const live = (await lines.live(now)).filter((line) => firstDoors(line) - beforeDoorsMs <= now);
  const dials = { paused: true, ...(elsewhere && ({ prepared: 'sold-elsewhere' } as const)) };
  const outcomes = await Promise.allSettled(
    live.map(async (listed) => {
      const { onSale } = listed;
      const line = await lines.glance(onSale);
      if (!line || now >= line.facts.closesAt) return undefined;
      const isPaused = !isToPause(line, elsewhere);
      const back = away && firstDoors(listed) <= now ? { away } : {};
      if (isPaused && !back.away) return undefined;
      const turn = { onSale, dials: isPaused ? {} : dials, role, reason, ...back };
      const turned = await turnDials({ lines }, turn, now);
      if (!turned.ok) throw new Error(turned.detail);
      return isPaused ? undefined : onSale;
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

function isToPause({ dials }: LineRecord, elsewhere: boolean): boolean {
  return !dials.paused || (elsewhere && dials.prepared !== 'sold-elsewhere');
}
