import type {
  Concession,
  PerformanceDraft,
  PerformanceFile,
  Season,
  SeasonDraft,
  ShowFile,
  ShowSummary,
} from '../../contracts/catalogue.ts';
import type { LineFile } from '../../contracts/line.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { inOneLine, isSeen } from '../../contracts/seen.ts';
import { sameJson } from '../foundation/same-json.ts';
import { performanceOf } from './season-files.ts';
import { seatNames } from './seat-names.ts';

/*
 * What a season may not say, because a house, a line or an order stands by what was said before. A house that is open
 * sells seats of its plan, at a time, in a place. A line that is open promised its doors. A fan who shops has seen the
 * prices. Each fault names the field, what stands, and what may be done instead. The table of all fields is in
 * docs/publishing.md. Long because every field that may not change has its sentence here.
 *
 * All that it knows are published files. A house is opened by its performance's file, and that was checked by these rules
 * whenever it was published since. So the file says what the house was opened with and what orders were sold by.
 */

/** What a season must not contradict. */
export interface OpenToFans {
  /** The season that is published now, and its shows. */
  readonly season?: Season | undefined;
  readonly shows: ReadonlyMap<string, ShowFile>;
  /** The performances of the draft that are published, by id. */
  readonly performances: ReadonlyMap<string, PerformanceFile>;
  /** Ids of performances whose houses are open, or about to be. */
  readonly open: ReadonlySet<string>;
  /** Ids of the on-sales that they were opened for. */
  readonly soldIn: ReadonlySet<string>;
  /** The rules that the first house of each of the draft's on-sales was opened with: all of its houses decide by them. */
  readonly rules?: ReadonlyMap<string, OnSaleRules>;
  /** The lines that were opened, of the on-sales of draft and season. */
  readonly lines: ReadonlyMap<string, LineFile>;
  /** By on-sale, in milliseconds since the epoch: when its doors open as its line stands. Staff may have hurried them. */
  readonly doors?: ReadonlyMap<string, number>;
  /** Plans by id, for the names of seats. */
  readonly plans?: ReadonlyMap<string, Plan>;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A page may show a price that is 75 s old: 15 s in caches and 60 s served stale. */
const seenBeforeMs = 2 * minuteMs;

/**
 * Who was called at the end may take an hour to claim, shop with a pass of two hours that is extended to eight, hold
 * seats for two hours with more time, and pay within half an hour.
 */
const shoppingMs = 12 * hourMs;

/** The longest evening, and the morning on which its doors are counted up. */
const eveningMs = 24 * hourMs;

/** At most one fault a field. `now` in milliseconds since the epoch. */
export function contradictionsOf(draft: SeasonDraft, standing: OpenToFans, now: number): readonly FieldError[] {
  const faults = new Map<string, FieldError>();
  for (const fault of [
    ...lineFaults(draft, standing),
    ...houseFaults(draft, standing, now),
    ...limitFaults(draft, standing),
    ...leftOut(draft, standing, now),
  ])
    if (!faults.has(fault.field)) faults.set(fault.field, fault);
  return [...faults.values()];
}

function* lineFaults({ onSales }: SeasonDraft, { lines }: OpenToFans): Generator<FieldError> {
  for (const [at, onSale] of onSales.entries()) {
    const line = lines.get(onSale.id);
    if (!line) continue;
    const field = `onSales.${at}`;
    const fault = (name: string, stands: string) => ({
      field: `${field}.${name}`,
      message: `the line "${onSale.id}" was opened with ${stands}, which it promised: leave it, or open another on-sale`,
    });
    if (onSale.title !== line.title) yield fault('title', `"${line.title}"`);
    if (onSale.opensAt !== line.opensAt) yield fault('opensAt', written(line.opensAt));
    if (onSale.closesAt !== line.closesAt) yield fault('closesAt', written(line.closesAt));
    if (onSale.entry !== line.entry) yield fault('entry', line.entry);
    const [first, ...later] = line.tiers ?? [];
    if (onSale.tier?.id !== first?.id || onSale.tier?.name !== first?.name)
      yield fault('tier', first ? `"${first.name}"` : 'none');
    const said = (onSale.later ?? []).map(({ id, name, entry, opensAt }) => ({ id, name, entry, opensAt }));
    const stand = later.map(({ id, name, entry, opensAt }) => ({ id, name, entry, opensAt }));
    if (!sameJson(said, stand))
      yield fault('later', stand.map(({ name, opensAt }) => `"${name}" at ${written(opensAt)}`).join(', ') || 'none');
  }
}

function* houseFaults(draft: SeasonDraft, standing: OpenToFans, now: number): Generator<FieldError> {
  for (const [s, show] of draft.shows.entries())
    for (const [p, performance] of show.performances.entries()) {
      const file = standing.performances.get(performance.id);
      if (!file) continue;
      const next = performanceOf(draft, show, performance);
      yield* movedFaults(file, next, `shows.${s}.performances.${p}`);
      if (!standing.open.has(file.id)) continue;
      yield* factFaults(file, next, {
        ofShow: show.venue,
        show: `shows.${s}`,
        field: `shows.${s}.performances.${p}`,
        now,
      });
      yield* setAsideFaults(file, next, standing.plans?.get(file.plan), `shows.${s}.performances.${p}`);
      yield* onSaleFaults(draft, file, next, performance, `shows.${s}.performances.${p}`);
      if (isSold(file, draft, standing, now)) yield* priceFaults(file, next, `shows.${s}.performances.${p}`);
    }
}

const another = 'publish another performance, under an id of its own';

/** An act stands, also if no house is open: its buyers, if there are any, were told. */
function* movedFaults(file: PerformanceFile, next: PerformanceFile, field: string): Generator<FieldError> {
  const { id, moved, startsAt, venue } = file;
  if (!moved) return;
  if (next.startsAt !== startsAt)
    yield { field: `${field}.startsAt`, message: `${id} was moved to ${written(startsAt)}: write that` };
  if (next.venue !== venue)
    yield {
      field: `${field}.venue`,
      message: `${id} was moved to "${venue}": write that as the venue of this performance`,
    };
}

function* factFaults(
  file: PerformanceFile,
  next: PerformanceFile,
  where: { readonly ofShow: string; readonly show: string; readonly field: string; readonly now: number },
): Generator<FieldError> {
  const { id } = file;
  const { ofShow, show, field, now } = where;
  // An id of last year's stands for last year's buyers.
  const instead = isOver(file, now)
    ? 'leave it, and use another id for another performance'
    : 'leave it, and move it by MovePerformanceFunction';
  const buyers = 'orders, tickets and calendars say so';
  if (next.plan !== file.plan)
    yield {
      field: `${field}.plan`,
      message: `the house of ${id} is open with ${file.plan}, and its seats are seats of that plan: leave it, or ${another}`,
    };
  if (next.startsAt !== file.startsAt && !file.moved)
    yield {
      field: `${field}.startsAt`,
      message: `the house of ${id} is open for ${written(file.startsAt)}, and ${buyers}: ${instead}`,
    };
  if (next.show !== file.show)
    yield {
      field: `${field}.id`,
      message: `${id} is a performance of ${file.show}, and ${buyers}: leave it there, or use another id`,
    };
  if (!sameText(next.title, file.title))
    yield {
      field: `${show}.title`,
      message: `the house of ${id} is open for "${file.title}", and ${buyers}: leave it, and correct it in the byline or the description`,
    };
  if (!sameText(next.venue, file.venue) && !file.moved)
    yield {
      field: next.venue === ofShow ? `${show}.venue` : `${field}.venue`,
      message: `the house of ${id} is open in "${file.venue}", and ${buyers}: ${instead}`,
    };
  if (next.currency !== file.currency)
    yield { field: 'currency', message: `the house of ${id} is open and sells in ${file.currency}: leave it` };
  if (next.timeZone !== file.timeZone)
    yield {
      field: 'timeZone',
      message: `the house of ${id} is open, and its times are those of ${file.timeZone}: leave it`,
    };
  if (file.note !== undefined && !sameText(next.note, file.note))
    yield {
      field: `${field}.note`,
      message: `the house of ${id} is open as "${file.note}", and fans may have bought for that: leave it`,
    };
}

/** A name that was published over two lines is the same, if it is read as one. */
function sameText(one = '', other = ''): boolean {
  return plainText(one) === plainText(other);
}

const plainText = (text: string): string => (isSeen(text) ? inOneLine(text).trim() : '');

function inWords({ name, note, ...rest }: Concession) {
  return { ...rest, name: plainText(name), note: plainText(note ?? '') };
}

function* setAsideFaults(
  file: PerformanceFile,
  next: PerformanceFile,
  plan: Plan | undefined,
  field: string,
): Generator<FieldError> {
  const stand = file.blocked ?? [];
  if (sameJson(next.blocked ?? [], stand)) return;
  const names = plan && seatNames(plan);
  const named = names ? stand.slice(0, seatsNamed).map(names.nameOf) : [];
  const left = stand.length - named.length;
  const more = left > 0 ? [`${named.length > 0 ? 'and ' : ''}${left} ${left === 1 ? 'seat' : 'seats'}`] : [];
  yield {
    field: `${field}.allocations`,
    message: `the house of ${file.id} is open, and what was set aside then is: ${[...named, ...more].join('; ') || 'nothing'}: leave it. A seat that is kept later is ordered at the box office`,
  };
}

const seatsNamed = 20;

function* onSaleFaults(
  { onSales }: SeasonDraft,
  file: PerformanceFile,
  next: PerformanceFile,
  performance: PerformanceDraft,
  field: string,
): Generator<FieldError> {
  const stand = file.onSales.map(({ id }) => id);
  if (!sameJson([...performance.onSales].sort(), [...stand].sort()))
    yield {
      field: `${field}.onSales`,
      message: `the house of ${file.id} was opened for ${stand.join(', ')} and sells in no other: leave it. Name every on-sale before a house is opened`,
    };
  for (const rules of file.onSales) {
    const at = onSales.findIndex(({ id }) => id === rules.id);
    const said = next.onSales.find(({ id }) => id === rules.id);
    if (said) yield* ruleFaults(said, rules, file.id, `onSales.${at}`);
  }
}

export type OnSaleRules = PerformanceFile['onSales'][number];

/** All that a house decides by stands, also a rule that is not there yet. */
function* ruleFaults(said: OnSaleRules, stand: OnSaleRules, performance: string, field: string): Generator<FieldError> {
  const { returnHours, ...rules } = said;
  const { returnHours: promised, ...standing } = stand;
  for (const name of Object.keys({ ...rules, ...standing }) as (keyof typeof rules)[])
    if (!sameJson(rules[name], standing[name]))
      yield {
        field: `${field}.${name}`,
        message: `the house of ${performance} is open with ${JSON.stringify(standing[name]) ?? 'none'}, and decides by it: leave it, or open another on-sale`,
      };
  // A longer right is a gift. A shorter one is taken from those who bought with it.
  if (promised !== undefined && (returnHours === undefined || returnHours > promised))
    yield {
      field: `${field}.returnHours`,
      message: `buyers of ${performance} may give seats back until ${promised} hours before: leave it, or give them longer`,
    };
}

/** An on-sale has its limits for all its houses, also for those of another season, and for those that are over. */
function* limitFaults({ onSales }: SeasonDraft, { season, soldIn, rules }: OpenToFans): Generator<FieldError> {
  for (const [at, onSale] of onSales.entries()) {
    if (!soldIn.has(onSale.id)) continue;
    const decides = rules?.get(onSale.id);
    const stands = decides ?? season?.onSales.find(({ id }) => id === onSale.id);
    if (!stands) continue;
    for (const limit of decides ? limits : limitsOfSeason) {
      const standing: unknown = (stands as OnSaleRules)[limit];
      if (!sameJson(onSale[limit], standing))
        yield {
          field: `onSales.${at}.${limit}`,
          message: `houses are open for "${onSale.id}" with ${JSON.stringify(standing) ?? 'none'}, and decide by it: leave it, or open another on-sale`,
        };
    }
  }
}

const limitsOfSeason = ['seatsPerFan', 'holdMinutes'] as const;
const limits = [...limitsOfSeason, 'wheelchairPerFan', 'asks'] as const;

function* priceFaults(file: PerformanceFile, next: PerformanceFile, field: string): Generator<FieldError> {
  const later = 'Change it before the doors open or after the sale';
  for (const [category, price] of Object.entries(file.prices))
    if (next.prices[category] !== price)
      yield {
        field: `${field}.prices.${category}`,
        message: `is sold at ${price} now, and fans have it in their baskets: leave it. ${later}`,
      };
  if (!sameJson((next.concessions ?? []).map(inWords), (file.concessions ?? []).map(inWords)))
    yield {
      field: `${field}.concessions`,
      message: `${file.id} is sold with ${(file.concessions ?? []).map(({ name }) => name).join(', ') || 'no reduced price'} now, and fans order by it: leave the season's concessions as they are. ${later}`,
    };
}

/** Whether somebody may look at its prices with a pass, hold its seats, or pay. */
function isSold(file: PerformanceFile, draft: SeasonDraft, { season, lines, doors }: OpenToFans, now: number): boolean {
  return file.onSales.some(({ id }) => {
    const times =
      lines.get(id) ?? season?.onSales.find((one) => one.id === id) ?? draft.onSales.find((one) => one.id === id);
    if (times === undefined) return false;
    const opensAt = Math.min(times.opensAt, doors?.get(id) ?? Number.POSITIVE_INFINITY);
    return now >= opensAt - seenBeforeMs && now < times.closesAt + shoppingMs;
  });
}

/** A season without what it has open: its line would have no page, its buyers no door. */
function* leftOut(draft: SeasonDraft, standing: OpenToFans, now: number): Generator<FieldError> {
  const { season, shows, open, lines } = standing;
  if (!season) return;
  const onSales = new Set(draft.onSales.map(({ id }) => id));
  for (const onSale of season.onSales) {
    const line = lines.get(onSale.id);
    if (!line || isLineOver(line, now) || onSales.has(onSale.id) || isOfAnother(season, onSale, draft)) continue;
    yield {
      field: 'onSales',
      message: `"${onSale.id}" is left out, and its line is open until ${written(line.closesAt)}: leave it in until twelve hours later, or publish the others as a season of their own`,
    };
  }
  const kept = new Set(draft.shows.flatMap((show) => show.performances.map(({ id }) => id)));
  for (const show of season.shows) {
    const of = show.season ?? season.id;
    const isAnothers = isOfAnother(season, show, draft);
    const at = draft.shows.findIndex(({ id }) => id === show.id);
    if (isAnothers && at < 0) continue;
    for (const one of shows.get(show.id)?.performances ?? []) {
      if (!open.has(one.id) || kept.has(one.id) || isOver(one, now)) continue;
      if (isAnothers)
        yield {
          field: `shows.${at}.id`,
          message: `"${show.id}" is a show of the season "${of}", and the house of its date ${one.id} is open: use another id, or list that date here as well`,
        };
      else
        yield {
          field: 'shows',
          message: `${one.id} is left out, and its house is open: leave it in until the day after ${written(one.startsAt)}, or publish the others as a season of their own`,
        };
    }
  }
}

/** Nobody can come, shop or pay in it any more. */
export function isLineOver({ closesAt }: Pick<LineFile, 'closesAt'>, now: number): boolean {
  return now >= closesAt + shoppingMs;
}

/** Its doors are counted up. */
export function isOver({ startsAt }: Pick<PerformanceFile, 'startsAt'>, now: number): boolean {
  return now >= startsAt + eveningMs;
}

/** Whether a part of the published season came from another season than the draft's. */
export function isOfAnother(
  season: Pick<Season, 'id'>,
  part: Pick<ShowSummary, 'season'>,
  draft: Pick<SeasonDraft, 'id'>,
): boolean {
  return (part.season ?? season.id) !== draft.id;
}

/** As operators write it in a season's file. */
function written(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
