import type { PerformanceDraft } from '../contracts/catalogue.ts';
import { type Day, momentOnTheWall, noSuchTime, typedOnTheWall } from '../rules/wall-clock.ts';
import { dayOf, daysBetween, weekdayOf } from './when.ts';
import { type PerformanceRule, type World, WorldProblem, type WorldShow } from './world.ts';

/*
 * A show's rules become its performances, in order of time. Ids say show, day and time, e.g.
 * `tidewrack-0614-1930`, so that the same world loaded twice names the same performances.
 */

/** `plan` is still the world's name for it. */
export function performancesOf(world: World, show: WorldShow, year: number): readonly PerformanceDraft[] {
  const inOrder = timesOf(world, show, year)
    .map((one) => ({ ...one, startsAt: startOf(one, world.timeZone) }))
    .sort((a, b) => a.startsAt - b.startsAt);
  const performances = inOrder.map(({ rule, day, time, startsAt, field }, n) => {
    const usual = pricesOf(world, rule.prices, `${field}.prices`);
    const preview = show.previews && n < show.previews.count ? show.previews : undefined;
    const note = show.notes?.[`${n + 1}`] ?? rule.note ?? (preview && 'Preview');
    const allocations = show.allocations?.[`${n + 1}`];
    const id = `${show.id}-${two(day.month)}${two(day.day)}-${time.replace(':', '')}`;
    return {
      id,
      startsAt,
      ...movedTo(world, show, id),
      plan: rule.plan,
      prices: preview
        ? pricesOf(world, preview.prices, `${field.replace(/\.performances.*/, '')}.previews.prices`)
        : usual,
      onSales: rule.onSales ?? world.onSales.map(({ id }) => id),
      ...(note && { note }),
      ...(allocations && { allocations }),
    };
  });
  const stranger = Object.keys(show.moved ?? {}).find((id) => performances.every((one) => one.id !== id));
  if (stranger !== undefined)
    throw new WorldProblem(`shows.${world.shows.indexOf(show)}.moved: there is no performance "${stranger}"`);
  return performances;
}

/** Of a performance that was moved after it was published. Its id says the first day and time. */
function movedTo(world: World, show: WorldShow, id: string): Partial<Pick<PerformanceDraft, 'startsAt' | 'venue'>> {
  const { startsAt, venue } = show.moved?.[id] ?? {};
  const at = startsAt === undefined ? undefined : movedAt(world, show, id, startsAt);
  return { ...(at !== undefined && { startsAt: at }), ...(venue !== undefined && { venue }) };
}

function movedAt(world: World, show: WorldShow, id: string, text: string): number {
  const [date = '', time = ''] = text.split('T');
  const found = typedOnTheWall(date, time, world.timeZone);
  const field = `shows.${world.shows.indexOf(show)}.moved.${id}.startsAt`;
  if (!found) throw new WorldProblem(`${field}: ${text} is no day and time of the calendar, such as 2027-06-24T19:30`);
  if (!found.ok) throw new WorldProblem(`${field}: ${noSuchTime(found, date, time, world.timeZone)}`);
  return found.at;
}

interface RuledTime {
  readonly rule: PerformanceRule;
  readonly day: Day;
  /** `HH:MM` on the venue's clock. */
  readonly time: string;
  /** Of the rule. */
  readonly field: string;
  /** Of the time. */
  readonly atField: string;
}

function timesOf(world: World, show: WorldShow, year: number): readonly RuledTime[] {
  return show.performances.flatMap((rule, n) => {
    const field = `shows.${world.shows.indexOf(show)}.performances.${n}`;
    return daysOf(rule, year, field).flatMap((day) =>
      rule.at.map((time, at) => ({ rule, day, time, field, atField: `${field}.at.${at}` })),
    );
  });
}

/** Milliseconds since the epoch. */
function startOf({ day, time, atField }: RuledTime, timeZone: string): number {
  const found = momentOnTheWall(day, time, timeZone);
  if (found.ok) return found.at;
  const date = `${day.year}-${two(day.month)}-${two(day.day)}`;
  throw new WorldProblem(`${atField}: ${noSuchTime(found, date, time, timeZone)}`);
}

/** The year of the world's performances. */
export function yearOf(world: World, loadedAt: number): number {
  if (world.year !== 'next') return world.year;
  const soonest = loadedAt + 21 * 86_400_000;
  const first = new Date(loadedAt).getUTCFullYear();
  for (let year = first; year < first + 3; year++) {
    const times = world.shows.flatMap((show) =>
      timesOf(world, show, year).map(({ day, time }) => {
        const found = momentOnTheWall(day, time, world.timeZone);
        // A time that one year lacks may be there in the next, and is refused only in the year that is found.
        return found.ok ? found.at : found.later;
      }),
    );
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
