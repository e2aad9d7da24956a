/**
 * Chance that repeats. The same seed and labels give the same numbers, on every machine and in any order of use. So a
 * rehearsal can be held twice. Each fan has a chance of their own. The acts of one fan never shift the numbers of
 * another.
 */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** True with this probability. */
  happens(probability: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** Exponential with this mean, cut off at six means. */
  wait(mean: number): number;
  /** Log-normal with this median; `spread` is the factor of one standard deviation, e.g. 1.6. */
  around(median: number, spread: number): number;
  /** One of the weights' indexes, each in proportion to its weight. 0 if there is none. */
  weighted(weights: readonly number[]): number;
}

/** SplitMix32's finaliser: every bit of the input reaches every bit of the output. */
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

/** A chance for one purpose, named by numbers: the seed first, then e.g. the fan's number. */
export function chanceOf(seed: number, ...labels: readonly number[]): Chance {
  let state = labels.reduce((sum, label) => mix(sum ^ mix(label + 0x9e3779b9)), mix(seed));
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) / 2 ** 32;
  };
  return {
    next,
    happens: (probability) => next() < probability,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    wait: (mean) => mean * Math.min(6, -Math.log(1 - next())),
    around(median, spread) {
      const gauss = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * spread ** Math.max(-3, Math.min(3, gauss));
    },
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [index, weight] of weights.entries()) {
        left -= weight;
        if (left < 0) return index;
      }
      return Math.max(0, weights.length - 1);
    },
  };
}
