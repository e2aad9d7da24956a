import type { PerformanceFile } from '../../contracts/catalogue.ts';
import { mostOfFan } from '../../rules/concession-limits.ts';
import { isolated } from '../../words/isolated.ts';

/** The reduced prices that one fan may have for so many seats, each with how many. A name may end in a number: "Under 26 × 4". */
export function limitedPrices(concessions: PerformanceFile['concessions']): string {
  return (concessions ?? [])
    .filter((one) => Number.isFinite(mostOfFan(one)))
    .map((one) => `${isolated(one.name)}\u00a0×\u00a0${mostOfFan(one)}`)
    .join(', ');
}
