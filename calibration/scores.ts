import type { ShownChance, ShownWait } from './on-sale.ts';

/**
 * Scores how good the shown chances were. The Brier score is the mean squared distance between what was said (0 to 1)
 * and what came (0 or 1): 0 is prophecy, and whoever always says the base rate gets base × (1 − base). A forecast is
 * calibrated if it is right as often as it says: of all who saw "three in ten", three in ten find seats.
 */
export interface ChanceScore {
  readonly samples: number;
  readonly baseRate: number;
  readonly brier: number;
  /** Of one who always says the base rate. */
  readonly baseBrier: number;
  readonly bins: readonly Bin[];
}

/** All who saw a chance of this tenth. */
export interface Bin {
  readonly from: number;
  readonly samples: number;
  /** Mean of what was said, and share of those who found seats. */
  readonly said: number;
  readonly came: number;
}

export interface WaitScore {
  readonly samples: number;
  /** Called within the first number that was shown, ideally half; within the second, ideally nine of ten. */
  readonly withinHalf: number;
  readonly withinMost: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export function scoreChances(shown: readonly ShownChance[], bins = 10): ChanceScore {
  const baseRate = mean(shown.map(({ seats }) => (seats ? 1 : 0)));
  const byBin = Map.groupBy(shown, ({ chance }) => Math.min(bins - 1, Math.floor(chance * bins)));
  return {
    samples: shown.length,
    baseRate,
    brier: mean(shown.map(({ chance, seats }) => (chance - (seats ? 1 : 0)) ** 2)),
    baseBrier: baseRate * (1 - baseRate),
    bins: Array.from({ length: bins }, (_, at) => {
      const own = byBin.get(at) ?? [];
      return {
        from: at / bins,
        samples: own.length,
        said: mean(own.map(({ chance }) => chance)),
        came: mean(own.map(({ seats }) => (seats ? 1 : 0))),
      };
    }),
  };
}

export function scoreWaits(shown: readonly ShownWait[]): WaitScore {
  const share = (within: (wait: ShownWait) => boolean) => mean(shown.map((wait) => (within(wait) ? 1 : 0)));
  return {
    samples: shown.length,
    withinHalf: share(({ was, half }) => was <= half),
    withinMost: share(({ was, most }) => was <= most),
  };
}
