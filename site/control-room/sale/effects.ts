import type { PaymentMethod } from '../../../contracts/order.ts';
import type { SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { saleWords } from '../../../words/en/control-room-sale.ts';
import { shortMoment, timeOfDay } from '../../../words/en/written.ts';
import { isolated } from '../../../words/isolated.ts';

/*
 * What a lever of the sale will do, in sentences, by the present readings. It is worked out anew with each of them, so
 * that whoever hesitates decides by what is so now.
 */

/** A lever in somebody's hand: what it is to be turned to. */
export type SaleWish =
  | { readonly act: 'stop' | 'sell-on'; readonly performances: readonly string[] }
  | { readonly act: 'limit'; readonly seatsPerFan: number }
  | { readonly act: 'methods'; readonly methods: readonly PaymentMethod[] }
  | {
      readonly act: 'release';
      readonly partner: string;
      readonly performances: readonly string[];
      /** Milliseconds since the epoch; left out: at once. */
      readonly at?: number | undefined;
    }
  | { readonly act: 'withdraw'; readonly release: number };

/** The moment, and how it goes. */
export interface Outlook {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Tickets a minute, by the last five minutes; undefined while nothing can be said. */
  readonly pace?: number | undefined;
}

const { will } = saleWords;

export function effectsOf(sale: SaleLeversShown, wish: SaleWish, outlook: Outlook = { now: 0 }): readonly string[] {
  switch (wish.act) {
    case 'stop':
    case 'sell-on':
      return [...ofPerformances(sale, wish.act, new Set(wish.performances)), will.undo];
    case 'limit':
      return [...ofLimit(sale, wish.seatsPerFan), will.undo];
    case 'methods':
      return [...ofMethods(sale, wish.methods), will.undo];
    case 'release':
      return ofRelease(sale, wish, outlook);
    case 'withdraw': {
      const planned = sale.planned?.find(({ turn }) => turn === wish.release);
      return planned ? [will.stays(planned.seats, isolated(planned.partner))] : [saleWords.same];
    }
  }
}

/** Whether turning it would change nothing. */
export function isSame({ limit, methods, performances, planned }: SaleLeversShown, wish: SaleWish): boolean {
  if (wish.act === 'limit') return limit.now === wish.seatsPerFan;
  if (wish.act === 'methods') return [...methods.now].sort().join() === [...wish.methods].sort().join();
  if (wish.act === 'release') return keptSeats(performances, wish) === 0;
  if (wish.act === 'withdraw') return !planned?.some(({ turn }) => turn === wish.release);
  const stops = wish.act === 'stop';
  return performances.every(
    ({ performance, isStopped }) => !wish.performances.includes(performance) || isStopped === stops,
  );
}

type Performances = SaleLeversShown['performances'];
const sum = (all: Performances, of: 'free' | 'held' | 'holds') =>
  all.reduce((total, { count }) => total + (count?.[of] ?? 0), 0);

function ofPerformances(
  { performances }: SaleLeversShown,
  act: 'stop' | 'sell-on',
  chosen: ReadonlySet<string>,
): readonly string[] {
  const onOffer = performances.filter(({ isStopped, isCancelled }) => !isStopped && !isCancelled);
  const stops = act === 'stop';
  const turned = performances.filter(
    ({ performance, isStopped, isCancelled }) => chosen.has(performance) && isStopped !== stops && !isCancelled,
  );
  if (turned.length === 0) return [saleWords.same];
  const seen = stops ? [will.fansSee] : [];
  if (turned.some(({ count }) => count === undefined)) return [will.unknown, ...seen];
  const free = sum(turned, 'free');
  if (!stops) return [will.again(free), will.toldMore(free, sum(onOffer, 'free') + free)];
  const left = sum(onOffer, 'free') - free;
  const leftHeld = sum(
    onOffer.filter(({ performance }) => !chosen.has(performance)),
    'held',
  );
  const held = sum(turned, 'held');
  return [
    will.unsold(free),
    held === 0 ? will.noneHeld : will.mayBuy(sum(turned, 'holds'), held),
    will.told(free, left),
    ...(left === 0 && leftHeld === 0 ? [will.halts] : []),
    ...seen,
  ];
}

function ofLimit({ limit, holdSizes }: SaleLeversShown, most: number): readonly string[] {
  if (most === limit.now) return [saleWords.same];
  if (most > limit.now) return [will.more(most)];
  const sizes = Object.entries(holdSizes).map(([size, many]) => [Number(size), many] as const);
  const all = sizes.reduce((total, [, many]) => total + many, 0);
  const over = sizes.filter(([size]) => size > most).reduce((total, [, many]) => total + many, 0);
  return [will.less(most), over === 0 ? will.noneOver(most) : will.keep(over, all, most)];
}

function ofMethods({ methods }: SaleLeversShown, wanted: readonly PaymentMethod[]): readonly string[] {
  const named = (some: readonly PaymentMethod[]) => some.map((one) => saleWords.method[one]).join(', ');
  const away = methods.now.filter((one) => !wanted.includes(one));
  const come = wanted.filter((one) => !methods.now.includes(one));
  if (away.length === 0 && come.length === 0) return [saleWords.same];
  return [
    ...(away.length > 0 ? [will.away(named(away))] : []),
    ...(come.length > 0 ? [will.come(named(come))] : []),
    ...(come.includes('box-office') ? [will.promises] : []),
    ...(away.includes('box-office') ? [will.noPlain] : []),
  ];
}

type ReleaseWish = Extract<SaleWish, { act: 'release' }>;

/** Seats that are set aside for a partner, and not released. */
export function keptSeats(
  performances: Performances,
  { partner, performances: chosen }: Pick<ReleaseWish, 'partner' | 'performances'>,
): number {
  return performances
    .filter(({ performance }) => chosen.includes(performance))
    .flatMap(({ allocations = [] }) => allocations)
    .filter((one) => one.partner === partner && one.state === 'kept')
    .reduce((total, one) => total + one.seats, 0);
}

/** Sales that would take longer are on no pace at all. */
const longestMs = 6 * 60 * 60_000;

function ofRelease({ performances }: SaleLeversShown, wish: ReleaseWish, outlook: Outlook): readonly string[] {
  const { partner, at } = wish;
  const seats = keptSeats(performances, wish);
  if (seats === 0) return [saleWords.same];
  const zone = performances[0]?.timeZone ?? 'UTC';
  const onOffer = performances.filter(({ isStopped, isCancelled }) => !isStopped && !isCancelled);
  const selling = keptSeats(onOffer, wish);
  const isCounted = onOffer.every(({ count }) => count !== undefined);
  const whole = isolated(partner);
  const from = Math.max(outlook.now, at ?? outlook.now);
  return [
    at === undefined ? will.free(seats, whole) : will.freeAt(seats, whole, shortMoment(at, zone)),
    ...(isCounted && at === undefined ? [will.toldMore(selling, sum(onOffer, 'free') + selling)] : []),
    ...(selling < seats ? [will.stopped] : []),
    ...(isCounted ? [soldBy({ free: sum(onOffer, 'free'), more: selling, from }, outlook, zone)] : []),
    will.notWhose,
    at === undefined ? will.final : will.until(shortMoment(at, zone)),
  ];
}

/** When all of it is sold at this pace. Until the release, at `from`, the free seats are sold at the same pace. */
function soldBy(
  { free, more, from }: { readonly free: number; readonly more: number; readonly from: number },
  { now, pace }: Outlook,
  zone: string,
): string {
  if (!pace) return will.noPace;
  const left = Math.max(0, free - (pace * (from - now)) / 60_000) + more;
  const lastsMs = (left / pace) * 60_000;
  return lastsMs > longestMs ? will.noPace : will.soldBy(timeOfDay(from + lastsMs, zone));
}
