import type { OnSaleDraft, PerformanceDraft, SeasonDraft } from '../../contracts/catalogue.ts';
import { type Plan, seatLabel } from '../../contracts/plan.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { isTrial } from '../../contracts/trial.ts';
import { folded } from '../../rules/folded.ts';
import { isCurrency } from '../../rules/money.ts';
import { type PriceRules, priceFaults } from './price-faults.ts';
import { seatNames } from './seat-names.ts';

/*
 * Everything that can be wrong with a season that is of the right form: names used twice, names of nothing, times the
 * wrong way round, a category without a price, a seat set aside that the plan does not have. Each fault names its
 * field; a hundred are enough.
 */

/** `plans` holds those of the draft's plans that are published; `methods` are the ways to pay that the stage offers. */
export function faultsOfSeason(
  draft: SeasonDraft,
  plans: ReadonlyMap<string, Plan>,
  methods: readonly string[] = [],
): readonly FieldError[] {
  const rules = { ...draft, byStripe: methods.includes('stripe') && isCurrency(draft.currency) };
  return [
    ...placeFaults(draft),
    ...onSaleFaults(draft),
    ...trialFaults(draft),
    ...concessionFaults(draft),
    ...showFaults(draft, plans, rules),
  ].slice(0, 100);
}

function* placeFaults({ currency, timeZone }: SeasonDraft): Generator<FieldError> {
  if (!isCurrency(currency))
    yield { field: 'currency', message: `"${currency}" is no currency of ISO 4217; write for instance GBP` };
  if (!isTimeZone(timeZone))
    yield { field: 'timeZone', message: `"${timeZone}" is not a time zone; write for instance Europe/London` };
}

/** A zone has a name. Of an offset a browser may know nothing, and it knows nothing of summer. */
function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function* onSaleFaults({ onSales }: SeasonDraft): Generator<FieldError> {
  const seen = new Map<string, string>();
  for (const [at, onSale] of onSales.entries()) {
    const field = `onSales.${at}`;
    yield* twice(seen, onSale.id, `${field}.id`);
    if (onSale.closesAt <= onSale.opensAt) yield { field: `${field}.closesAt`, message: 'must be after opensAt' };
    yield* rosterFaults(onSale, field);
    yield* tierFaults(onSale, field);
  }
}

/** By their form everyone knows trials, and leaves them out of all that is counted and shown. */
function* trialFaults({ onSales, shows }: SeasonDraft): Generator<FieldError> {
  const named = [
    ...onSales.map(({ id }, at) => ({ id, field: `onSales.${at}.id` })),
    ...shows.flatMap(({ performances }, show) =>
      performances.map(({ id }, at) => ({ id, field: `shows.${show}.performances.${at}.id` })),
    ),
  ];
  for (const { id, field } of named)
    if (isTrial(id)) yield { field, message: `"${id}" is the name of a trial: choose another` };
}

function* rosterFaults({ entry, roster }: Pick<OnSaleDraft, 'entry' | 'roster'>, field: string): Generator<FieldError> {
  if (entry === 'members' && roster === undefined)
    yield { field: `${field}.roster`, message: 'name the roster of the members who may enter' };
  if (entry !== 'members' && roster !== undefined)
    yield { field: `${field}.roster`, message: 'leave it out: a roster lets members in, and nobody else' };
}

function* tierFaults({ opensAt, closesAt, tier, later = [] }: OnSaleDraft, field: string): Generator<FieldError> {
  if ((tier === undefined) !== (later.length === 0))
    yield { field: `${field}.tier`, message: 'name the first tier if, and only if, others come later' };
  const seen = new Map<string, string>(tier ? [[tier.id, `${field}.tier.id`]] : []);
  const names = new Map(tier ? [[folded(tier.name).trim(), `${field}.tier`]] : []);
  let before = opensAt;
  for (const [at, one] of later.entries()) {
    const where = `${field}.later.${at}`;
    yield* twice(seen, one.id, `${where}.id`);
    const name = folded(one.name).trim();
    const first = names.get(name);
    if (first)
      yield { field: `${where}.name`, message: `is the name of ${first} too, and fans know a tier by its name` };
    else names.set(name, where);
    yield* rosterFaults(one, where);
    if (one.opensAt <= before) yield { field: `${where}.opensAt`, message: 'must be after the tier before' };
    if (one.opensAt >= closesAt) yield { field: `${where}.opensAt`, message: 'must be before closesAt' };
    before = one.opensAt;
  }
}

function* concessionFaults({ concessions = [] }: SeasonDraft): Generator<FieldError> {
  const seen = new Map<string, string>();
  for (const [at, { id }] of concessions.entries()) yield* twice(seen, id, `concessions.${at}.id`);
}

function* showFaults(
  { onSales, shows, concessions = [] }: SeasonDraft,
  plans: ReadonlyMap<string, Plan>,
  prices: PriceRules,
): Generator<FieldError> {
  const known = new Set(onSales.map(({ id }) => id));
  const seenShows = new Map<string, string>();
  const seenPerformances = new Map<string, string>();
  for (const [s, show] of shows.entries()) {
    yield* twice(seenShows, show.id, `shows.${s}.id`);
    for (const [p, performance] of show.performances.entries()) {
      const field = `shows.${s}.performances.${p}`;
      yield* twice(seenPerformances, performance.id, `${field}.id`);
      const seenOnSales = new Map<string, string>();
      for (const [n, onSale] of performance.onSales.entries()) {
        yield* twice(seenOnSales, onSale, `${field}.onSales.${n}`);
        if (!known.has(onSale))
          yield { field: `${field}.onSales.${n}`, message: `there is no on-sale "${onSale}" in this season` };
      }
      const seenConcessions = new Map<string, string>();
      for (const [n, concession] of (performance.concessions ?? []).entries()) {
        const where = `${field}.concessions.${n}`;
        if (!concessions.some(({ id }) => id === concession))
          yield { field: where, message: `there is no concession "${concession}" in this season` };
        yield* twice(seenConcessions, concession, where);
      }
      const plan = plans.get(performance.plan);
      if (plan) {
        yield* priceFaults(plan, performance, prices, field);
        yield* allocationFaults(plan, performance.allocations, field);
      } else yield { field: `${field}.plan`, message: `there is no plan "${performance.plan}": import it first` };
    }
  }
}

function* allocationFaults(
  plan: Plan,
  allocations: PerformanceDraft['allocations'] = [],
  field: string,
): Generator<FieldError> {
  if (allocations.length === 0) return;
  const { idOf, nameOf, meantBy } = seatNames(plan);
  const partners = new Map<string, string>();
  const seen = new Map<string, string>();
  for (const [a, { partner, seats }] of allocations.entries()) {
    yield* twice(partners, partner, `${field}.allocations.${a}.partner`);
    for (const [n, seat] of seats.entries()) {
      const where = `${field}.allocations.${a}.seats.${n}`;
      const meant = idOf(seat) === undefined ? meantBy(seat) : [];
      if (meant.length > 0)
        yield { field: where, message: `"${seat}" may be ${meant.join(' or ')}: write the name of one of them` };
      else if (idOf(seat) === undefined)
        yield { field: where, message: `${plan.name} has no seat "${seat}": write it as in "${exampleOf(plan)}"` };
      const first = seen.get(seat);
      if (first) yield { field: where, message: `${nameOf(seat)} is set aside by ${first} already` };
      else seen.set(seat, where);
    }
  }
}

function exampleOf({ sections }: Plan): string {
  const section = sections.find(({ kind }) => kind === 'seated') ?? sections[0];
  const [row] = section?.rows ?? [];
  const [seat] = row?.seats ?? [];
  return section && row && seat ? seatLabel(section, row.label, seat) : '';
}

function* twice(seen: Map<string, string>, id: string, field: string): Generator<FieldError> {
  const first = seen.get(id);
  if (first) yield { field, message: `"${id}" is the id of ${first} too` };
  else seen.set(id, field);
}
