import type { PerformanceDraft } from '../contracts/catalogue.ts';
import { type Day, dayOf, daysBetween, instantOf, weekdayOf } from './when.ts';
import { type PerformanceRule, type World, WorldProblem, type WorldShow } from './world.ts';

/*
 * A show's rules become its performances, in order of time. Ids say show, day and time, e.g.
 * `tidewrack-0614-1930`, so that the same world loaded twice names the same performances.
 */

/** `plan` is still the world's name for it. */
export function performancesOf(world: World, show: WorldShow, year: number): readonly PerformanceDraft[] {
  const listed = show.performances.flatMap((rule, at) => {
    const field = `shows.${world.shows.indexOf(show)}.performances.${at}`;
    return daysOf(rule, year, field).flatMap((day) => rule.at.map((time) => ({ rule, day, time, field })));
  });
  const inOrder = listed
    .map((one) => ({ ...one, startsAt: instantOf(one.day, one.time, world.timeZone) }))
    .sort((a, b) => a.startsAt - b.startsAt);
  return inOrder.map(({ rule, day, time, startsAt, field }, n) => {
    const usual = pricesOf(world, rule.prices, `${field}.prices`);
    const preview = show.previews && n < show.previews.count ? show.previews : undefined;
    const note = show.notes?.[`${n + 1}`] ?? rule.note ?? (preview && 'Preview');
    const allocations = show.allocations?.[`${n + 1}`];
    return {
      id: `${show.id}-${two(day.month)}${two(day.day)}-${time.replace(':', '')}`,
      startsAt,
      plan: rule.plan,
      prices: preview
        ? pricesOf(world, preview.prices, `${field.replace(/\.performances.*/, '')}.previews.prices`)
        : usual,
      onSales: rule.onSales ?? world.onSales.map(({ id }) => id),
      ...(note && { note }),
      ...(allocations && { allocations }),
    };
  });
}

/** The year of the world's performances. */
export function yearOf(world: World, loadedAt: number): number {
  if (world.year !== 'next') return world.year;
  const soonest = loadedAt + 21 * 86_400_000;
  const first = new Date(loadedAt).getUTCFullYear();
  for (let year = first; year < first + 3; year++) {
    const times = world.shows.flatMap((show) => performancesOf(world, show, year).map(({ startsAt }) => startsAt));
    if (Math.min(...times) >= soonest) return year;
  }
  throw new WorldProblem('The world has no performances');
}

function daysOf(rule: PerformanceRule, year: number, field: string): readonly Day[] {
  const day = (text: string, name: string) => {
    const found = dayOf(text, year);
    if (!found) throw new WorldProblem(`${field}.${name}: ${year} has no day ${text}`);
    return found;
  };
  const except = new Set(rule.except);
  const days = rule.days
    ? rule.days.map((text, at) => day(text, `days.${at}`))
    : daysBetween(day(rule.from ?? '', 'from'), day(rule.to ?? '', 'to'));
  return days.filter(
    (one) =>
      (!rule.weekdays || rule.weekdays.includes(weekdayOf(one))) && !except.has(`${two(one.month)}-${two(one.day)}`),
  );
}

function pricesOf(world: World, name: string, field: string): Readonly<Record<string, number>> {
  const prices = Object.hasOwn(world.prices, name) ? world.prices[name] : undefined;
  if (!prices) throw new WorldProblem(`${field}: the world has no prices "${name}"`);
  return prices;
}

function two(n: number): string {
  return `${n}`.padStart(2, '0');
}
