import { generators } from '../examples/plans/generate.ts';
import { chances } from '../examples/random.ts';
import { readPlan } from '../lambdas/catalogue/read-plan.ts';
import { bestAvailable } from '../lambdas/seating/plan/best-available.ts';
import { indexPlan, type PlanIndex } from '../lambdas/seating/plan/plan-index.ts';
import { type Measure, median } from './measure.ts';

/*
 * Measures how fast seats are chosen: the pure decision alone, without queue, memory or table, in time of one core, on
 * the festival's thrust stage. Parties are as a box office knows them, twos above all, and want the best there is. The
 * parties fill the house, each seated where those before left room. So its states are those that an on-sale goes
 * through: at half, and over the whole way from the first seat to the crumbs that nobody can sit on.
 */

/** The parties of 1, 2, 3, … people, of a hundred. */
const parties = [8, 48, 10, 20, 6, 8];
const sizes = parties.flatMap((many, at) => Array.from({ length: many }, () => at + 1));

const rounds = 7;
const decisions = 20_000;
/** In one round: houses filled one after the other, each with other parties. */
const houses = 30;
/** A house is over when so many parties one after the other were refused. */
const refusals = 20;

const aim = { atLeast: 100_000 };

export function benchDecisions(): readonly Measure[] {
  const plan = theatre();
  // Compiled and warm before anything counts.
  for (let seed = 0; seed < houses; seed++) fill(plan, seed, 1);
  const half = fill(plan, 1, 0.5);
  const over = fill(plan, 1, 1);
  const seats = seatsOf(plan);
  const free = seats - over.sold;
  const filling = speed(() => {
    let decided = 0;
    for (let seed = 0; seed < houses; seed++) decided += fill(plan, 100 + seed, 1).decided;
    return decided;
  });
  const of = `parties of 1 to ${parties.length}, best available, ${plural(seats)}`;
  return [
    { name: 'decisions a second, half sold', value: same(plan, half), unit: '/s', aim, how: `${of}, one core` },
    {
      name: 'decisions a second, first seat to last',
      value: filling,
      unit: '/s',
      aim,
      how: `${of} filled ${houses} times, to ${refusals} refusals in a row; one core`,
    },
    {
      name: 'decisions a second, nothing left but crumbs',
      value: same(plan, over),
      unit: '/s',
      how: `${plural(free)} free here and there, nearly all are refused; one core`,
    },
  ];
}

/** The same house decided on again and again. */
function same(plan: PlanIndex, { taken }: FilledHouse): number {
  const of = (section: string) => taken.get(section) ?? new Uint8Array();
  return speed(() => {
    const chance = chances(5);
    for (let n = 0; n < decisions; n++) bestAvailable(plan, of, { count: sizeBy(chance) });
    return decisions;
  });
}

/** Decisions in a second of one core's time, the middle of several rounds. */
function speed(round: () => number): number {
  return median(
    Array.from({ length: rounds }, () => {
      const before = process.cpuUsage();
      const decided = round();
      const { user, system } = process.cpuUsage(before);
      return decided / ((user + system) / 1e6);
    }),
  );
}

interface FilledHouse {
  readonly taken: ReadonlyMap<string, Uint8Array>;
  readonly decided: number;
  readonly sold: number;
}

/** A house with so large a share of it sold; 1: until nobody can be seated any more. */
function fill(plan: PlanIndex, seed: number, share: number): FilledHouse {
  const chance = chances(seed);
  const taken = new Map([...plan.sections].map(([id, { spots }]) => [id, new Uint8Array(spots.length)]));
  const of = (section: string) => taken.get(section) ?? new Uint8Array();
  const most = share * seatsOf(plan);
  let [decided, refused, sold] = [0, 0, 0];
  while (refused < refusals && sold < most) {
    const answer = bestAvailable(plan, of, { count: sizeBy(chance) });
    decided += 1;
    refused = answer.ok ? 0 : refused + 1;
    if (!answer.ok) continue;
    for (const [section, seats] of answer.seating) {
      for (const seat of seats) of(section)[seat] = 1;
      sold += seats.length;
    }
  }
  return { taken, decided, sold };
}

const sizeBy = (chance: () => number) => sizes[Math.floor(chance() * sizes.length)] ?? 2;

const seatsOf = ({ sections }: PlanIndex) => [...sections.values()].reduce((sum, { spots }) => sum + spots.length, 0);

const plural = (seats: number) => `${seats} seats`;

function theatre(): PlanIndex {
  const read = readPlan(generators.thrust(7));
  if (!read.ok) throw new Error(`The bench's own plan has faults: ${read.errors[0]?.message}`);
  return indexPlan(read.plan);
}
