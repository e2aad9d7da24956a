import type { Away, Dials } from '../../../contracts/line-operation.ts';
import type { FanRecord } from '../place/fan-store.ts';
import { minutesOf } from './pass-time.ts';

/**
 * While the name of the site leads elsewhere, nobody can shop, and the time of passes runs all the same. So a turn that ran
 * into such a time is given once more, in full, when its own time is over. It comes on top of the dial as a voucher does, and
 * is counted with them.
 *
 *        pass 1 ├──────────────┤            its end lies before everybody is back, or less than a whole pass after it:
 *     away            ├──────────────┤      it began before, and lost time
 *                                     ├── pass 2 ──┤
 *
 * No pass is given while nobody can come, and one that is given afterwards ends a whole pass later. So a turn is given once
 * more once. It must be claimed within half an hour after everybody could come back: lines go on slowly then.
 */
export const givenAgainMs = 1_800_000;

export function isCutShort(
  { pass, needs }: Pick<FanRecord, 'pass' | 'needs'>,
  { aways = [], dials }: { readonly aways?: readonly Away[]; readonly dials: Pick<Dials, 'passMinutes'> },
  now: number,
): boolean {
  if (!pass || pass.endedAt !== undefined) return false;
  const wholeMs = 60_000 * minutesOf(dials, needs);
  return aways.some(
    ({ from, to }) => from < pass.expiresAt && pass.expiresAt < to + wholeMs && now < to + givenAgainMs,
  );
}
