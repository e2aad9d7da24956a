import { chanceOf } from './chance.ts';

/**
 * The people who come on the day. Every fan's whole character is drawn before the doors open, from the seed and the
 * fan's number alone. It says when they arrive, how long they wait, how many they are, and what they do when called.
 * The platform decides the rest. Times are those of a theatre's real on-sale (eight minutes of shopping); `paced`
 * compresses them, so that a thousand fans fit into three minutes of a laptop.
 *
 *   arrives ─▶ joins ─▶ waits ─▶ called ─▶ claims ─▶ looks ─▶ holds ─▶ orders ─▶ finishes
 *                        └▶ gives up   └▶ never comes        └▶ releases, or walks away     └▶ regrets: gives all back
 */
export interface Fan {
  /** 0, 1, 2, …: the number of the member, or of the visitor. */
  readonly number: number;
  /** Milliseconds from the opening of the doors; negative is before. Never compressed. */
  readonly arrives: number;
  /** Milliseconds in the line after which they give up. Never compressed. */
  readonly patience: number;
  /** Clicks twice: sends a join, a hold and an order two times at once. */
  readonly doubleClicks: boolean;
  /** Opens the line on a telephone as well. */
  readonly secondDevice: boolean;
  /** Reloads the page while waiting: joins again. */
  readonly refreshes: number;
  readonly whenCalled: 'comes' | 'comes-late' | 'never-comes';
  /** Milliseconds from seeing that it is their turn to pressing the button. */
  readonly noticing: number;
  readonly party: number;
  /** In [0, 1): chooses a performance by popularity, one number a try. */
  readonly choices: readonly number[];
  readonly picks: 'best-available' | 'named-seats';
  /** Asks for more seats than anyone may have, first. */
  readonly greedy: boolean;
  /** Milliseconds of looking around before the first choice, and before each other one. */
  readonly looking: number;
  readonly withSeats: 'orders' | 'releases' | 'walks-away';
  /** Milliseconds from having seats to sending the order. */
  readonly paying: number;
  readonly payment: 'box-office' | 'card' | 'declined-card' | 'declined-then-box-office';
  /** Sends the same idempotency key with another body, as a broken client would. */
  readonly reusesKey: boolean;
  /** Presses "finish shopping"; the others just close the page. */
  readonly finishes: boolean;
  /** Asks for more time while paying. */
  readonly slowPayer: boolean;
  /** Gives an order back that may be given back, twice at once. */
  readonly regrets: boolean;
}

export interface AudienceOptions {
  readonly seed: number;
  readonly fans: number;
  /** Milliseconds from now until the doors open; 0 or less if they are open. */
  readonly untilDoors: number;
}

/** Shares of the audience. The sources are the complaints and curves that ticketing operators publish. */
export const shares = {
  /** Arrive before the doors. */
  early: 0.7,
  /** Leave the line within a minute or two; the patience of the others is that of people who want to go. */
  impatient: 0.03,
  doubleClicks: 0.08,
  secondDevice: 0.05,
  refreshes: 0.1,
  comesLate: 0.03,
  neverComes: 0.05,
  namedSeats: 0.2,
  greedy: 0.02,
  releases: 0.04,
  walksAway: 0.04,
  card: 0.45,
  declinedCard: 0.03,
  declinedThenBoxOffice: 0.02,
  reusesKey: 0.01,
  finishes: 0.85,
  slowPayer: 0.05,
  regrets: 0.04,
} as const;

/** Parties of 1, 2, 3, … seats: most people come in twos. */
const partyWeights = [14, 52, 12, 16, 3, 3] as const;

/** Different wishes a fan tries before they give up. */
const tries = 5;

const second = 1000;
const minute = 60 * second;

/** The audience in order of arrival. */
export function audienceOf({ seed, fans, untilDoors }: AudienceOptions): readonly Fan[] {
  return Array.from({ length: fans }, (_, number) => fanOf(seed, number, untilDoors)).sort(
    (a, b) => a.arrives - b.arrives,
  );
}

function fanOf(seed: number, number: number, untilDoors: number): Fan {
  const chance = chanceOf(seed, 1, number);
  const one = <Choice extends string>(choices: readonly (readonly [Choice, number])[], rest: Choice): Choice => {
    let left = chance.next();
    for (const [choice, share] of choices) {
      left -= share;
      if (left < 0) return choice;
    }
    return rest;
  };
  return {
    number,
    arrives: arrival(chance.next(), chance.next(), chance.wait(12 * second), untilDoors),
    patience: chance.happens(shares.impatient) ? chance.wait(20 * second) : chance.around(45 * minute, 1.8),
    doubleClicks: chance.happens(shares.doubleClicks),
    secondDevice: chance.happens(shares.secondDevice),
    refreshes: chance.happens(shares.refreshes) ? chance.whole(1, 3) : 0,
    whenCalled: one(
      [
        ['comes-late', shares.comesLate],
        ['never-comes', shares.neverComes],
      ],
      'comes',
    ),
    noticing: chance.around(12 * second, 1.8),
    party: 1 + chance.weighted(partyWeights),
    choices: Array.from({ length: tries }, () => chance.next()),
    picks: one([['named-seats', shares.namedSeats]], 'best-available'),
    greedy: chance.happens(shares.greedy),
    looking: chance.around(2.5 * minute, 1.6),
    withSeats: one(
      [
        ['releases', shares.releases],
        ['walks-away', shares.walksAway],
      ],
      'orders',
    ),
    paying: chance.around(2.5 * minute, 1.5),
    payment: one(
      [
        ['card', shares.card],
        ['declined-card', shares.declinedCard],
        ['declined-then-box-office', shares.declinedThenBoxOffice],
      ],
      'box-office',
    ),
    reusesKey: chance.happens(shares.reusesKey),
    finishes: chance.happens(shares.finishes),
    slowPayer: chance.happens(shares.slowPayer),
    regrets: chance.happens(shares.regrets),
  };
}

/**
 * Before the doors the crowd grows towards the opening (the density rises in a straight line); after
 * them latecomers trickle in. With the doors open already, everyone is a latecomer.
 */
function arrival(which: number, where: number, later: number, untilDoors: number): number {
  if (untilDoors <= 0) return later;
  return which < shares.early ? -untilDoors * (1 - Math.sqrt(where)) : later;
}

/** The same fan, thinking and shopping `pace` times as fast. Arrivals stay: they are laid around the doors. */
export function paced(fan: Fan, pace: number): Fan {
  return {
    ...fan,
    noticing: fan.noticing / pace,
    looking: fan.looking / pace,
    paying: fan.paying / pace,
  };
}

/**
 * How many times as popular each performance is as the last: the seed puts them in an order, and the
 * k-th wanted weighs 1 / k^1.3. The first evenings sell out while others are half empty, as they do.
 */
export function popularity(seed: number, performances: readonly string[]): readonly number[] {
  const chance = chanceOf(seed, 2);
  const order = performances.map((_, index) => ({ index, at: chance.next() })).sort((a, b) => a.at - b.at);
  const weights: number[] = new Array<number>(performances.length).fill(0);
  for (const [rank, { index }] of order.entries()) weights[index] = 1 / (rank + 1) ** 1.3;
  return weights;
}

/** The index that a number in [0, 1) falls on, each index in proportion to its weight. */
export function chosen(choice: number, weights: readonly number[]): number {
  let left = choice * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return Math.max(0, weights.length - 1);
}
