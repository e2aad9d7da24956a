import type { OnSaleReadings, ReadingsHistory } from '../../../contracts/readings.ts';
import { isOld } from './ages.ts';
import { soldOutAbout } from './sold-out-about.ts';

/*
 * How it goes, as one sentence: the first of these that is true. Whether somebody is needed is said behind it.
 *
 *     nobody counts → figures are old        over → before the doors → doors open, not drawn yet → sold out
 *     staff paused → the house halted it → all in baskets → on pace, sold out about … → on sale
 */

export type HowItGoes =
  | { readonly kind: 'not-open-yet' }
  | { readonly kind: 'old'; readonly since: number }
  | { readonly kind: 'over'; readonly sold: number | undefined }
  | { readonly kind: 'asleep'; readonly opensAt: number }
  | { readonly kind: 'lobby'; readonly opensIn: number; readonly joined: number }
  | { readonly kind: 'drawing'; readonly joined: number }
  | { readonly kind: 'sold-out' | 'paused' | 'halted' | 'baskets'; readonly waiting: number }
  | { readonly kind: 'on-pace'; readonly soldOutAt: number; readonly waiting: number }
  | { readonly kind: 'open'; readonly waiting: number };

const wakesMs = 60 * 60_000;

/** `now` in milliseconds since the epoch, by the theatre's clock. */
export function howItGoes(readings: OnSaleReadings, history: ReadingsHistory | undefined, now: number): HowItGoes {
  const { line, house } = readings;
  if (!line) return { kind: 'not-open-yet' };
  const { opensAt, closesAt, writtenAt, joined, waiting, phase, halt } = line;
  if (now >= closesAt || phase === 'closed') return { kind: 'over', sold: house?.sold };
  if (now < opensAt - wakesMs) return { kind: 'asleep', opensAt };
  if (isOld(writtenAt, now)) return { kind: 'old', since: writtenAt };
  if (now < opensAt) return { kind: 'lobby', opensIn: opensAt - now, joined };
  if (phase === 'lobby') return { kind: 'drawing', joined };
  if (phase === 'sold-out') return { kind: 'sold-out', waiting };
  if (halt === 'staff') return { kind: 'paused', waiting };
  if (halt === 'house') return { kind: 'halted', waiting };
  if (halt === 'baskets') return { kind: 'baskets', waiting };
  const soldOutAt = soldOutAbout(readings, history?.orders, now);
  return soldOutAt === undefined ? { kind: 'open', waiting } : { kind: 'on-pace', soldOutAt, waiting };
}
