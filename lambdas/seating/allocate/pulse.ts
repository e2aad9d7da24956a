import type { HouseAsk } from '../../../contracts/house.ts';
import { type BeatKey, beatAt, beatShardOf, type Pulse, sumOf } from '../house/beat.ts';
import type { Decision } from './situation.ts';

const slowMs = 10_000;

/**
 * The work of a batch of one house, as it is added to the beats of its on-sales. `decisions` are those of the first
 * asks.
 */
export function pulsesOf(
  performance: string,
  asks: readonly HouseAsk[],
  decisions: readonly Decision[],
  now: number,
): readonly { readonly key: BeatKey; readonly pulse: Pulse }[] {
  const done = decisions.flatMap((decision, at) => {
    const ask = asks[at];
    return ask ? [{ ask, decision }] : [];
  });
  return [...Map.groupBy(done, ({ ask }) => ask.onSale)].map(([onSale, own]) => ({
    key: { onSale, beginsAt: beatAt(now), shard: beatShardOf(performance) },
    pulse: sumOf(own.map((one) => pulseOf(one, now))),
  }));
}

function pulseOf({ ask, decision }: { readonly ask: HouseAsk; readonly decision: Decision }, now: number): Pulse {
  if (ask.ask !== 'hold' || decision === 'again') return { asks: 1, decided: 0, refused: 0, slow: 0 };
  return {
    asks: 1,
    decided: 1,
    refused: ourRefusals.has(decision) ? 1 : 0,
    slow: now - ask.askedAt > slowMs ? 1 : 0,
  };
}

/**
 * Too many seats or wheelchair places, seats that do not exist and wheelchair places without need are the fan's own mistakes. If two click
 * on one seat, one is refused on the best of days.
 */
const ourRefusals: ReadonlySet<Decision> = new Set(['not-enough-seats', 'not-in-this-on-sale', 'too-late']);
