import type { PaymentMethod } from '../../../contracts/order.ts';
import type { SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { saleWords } from '../../../words/en/control-room-sale.ts';

/*
 * What a lever of the sale will do, in sentences, by the present readings. It is worked out anew with each of them, so
 * that whoever hesitates decides by what is so now.
 */

/** A lever in somebody's hand: what it is to be turned to. */
export type SaleWish =
  | { readonly act: 'stop' | 'sell-on'; readonly performances: readonly string[] }
  | { readonly act: 'limit'; readonly seatsPerFan: number }
  | { readonly act: 'methods'; readonly methods: readonly PaymentMethod[] };

const { will } = saleWords;

export function effectsOf(sale: SaleLeversShown, wish: SaleWish): readonly string[] {
  switch (wish.act) {
    case 'stop':
    case 'sell-on':
      return [...ofPerformances(sale, wish.act, new Set(wish.performances)), will.undo];
    case 'limit':
      return [...ofLimit(sale, wish.seatsPerFan), will.undo];
    case 'methods':
      return [...ofMethods(sale, wish.methods), will.undo];
  }
}

/** Whether turning it would change nothing. */
export function isSame({ limit, methods, performances }: SaleLeversShown, wish: SaleWish): boolean {
  if (wish.act === 'limit') return limit.now === wish.seatsPerFan;
  if (wish.act === 'methods') return [...methods.now].sort().join() === [...wish.methods].sort().join();
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
