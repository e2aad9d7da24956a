import type { Basket, Held, HoldView } from '../../contracts/house.ts';
import type { HeldSeat } from '../../contracts/pass.ts';

/**
 * What a fan holds, as all pages of this browser know it: one value, whichever page or tab it came from. The platform is
 * the truth. A newer look replaces an older one, and never the other way round. But the houses act in their own turn, so
 * what was asked of them and answered is believed until they have written it: a hold that was made or given back, and an
 * end that was put off.
 *
 *     look ──▶ known ──an act that was answered──▶ known, and believed ──a look that shows it, or some seconds──▶ known
 */
export interface KnownBasket {
  readonly basket: Basket;
  /** Milliseconds since the epoch, by the theatre's clock: when the look was asked for. */
  readonly askedAt: number;
  readonly believed: readonly Believed[];
}

type Believed =
  | { readonly what: 'held'; readonly hold: HoldView; readonly until: number }
  | { readonly what: 'released'; readonly hold: string; readonly until: number }
  | { readonly what: 'extended'; readonly lapsesAt: number; readonly until: number };

/** The houses write within a second or two. */
const believedMs = 12_000;

const nothing: KnownBasket = { basket: { holds: [], seatsLeft: 0 }, askedAt: 0, believed: [] };

export function withLook(known: KnownBasket | undefined, basket: Basket, askedAt: number): KnownBasket {
  if (known && askedAt < known.askedAt) return known;
  const believed = (known?.believed ?? []).filter((one) => askedAt < one.until && !isWritten(one, basket));
  return { basket, askedAt, believed };
}

/** Whether a look shows what was believed. */
function isWritten(one: Believed, { holds, timer }: Basket): boolean {
  if (one.what === 'extended') return timer === undefined || timer.lapsesAt >= one.lapsesAt;
  const id = one.what === 'held' ? one.hold.hold : one.hold;
  const found = holds.find(({ hold }) => hold === id);
  return one.what === 'held' ? found !== undefined && found.state !== 'pending' : found === undefined;
}

export function withHeld(known: KnownBasket | undefined, hold: HoldView, now: number): KnownBasket {
  return believing(known, { what: 'held', hold, until: now + believedMs });
}

export function withReleased(known: KnownBasket | undefined, hold: string, now: number): KnownBasket {
  return believing(known, { what: 'released', hold, until: now + believedMs });
}

/** `basket`: the answer to the request for more time, its clock as it will be. */
export function withMoreTime(known: KnownBasket | undefined, basket: Basket, now: number): KnownBasket {
  const looked = withLook(known, basket, now);
  if (!basket.timer) return looked;
  return believing(looked, { what: 'extended', lapsesAt: basket.timer.lapsesAt, until: now + believedMs });
}

function believing(known: KnownBasket = nothing, one: Believed): KnownBasket {
  return { ...known, believed: [...known.believed, one] };
}

/** Whether a look soon would show what is still only believed. */
export function isUnwritten({ believed }: KnownBasket, now: number): boolean {
  return believed.some(({ until }) => now < until);
}

/** The basket to show. */
export function shownBasket({ basket, believed }: KnownBasket): Basket {
  let { holds, timer } = basket;
  for (const one of believed) {
    if (one.what === 'held') holds = [...holds.filter(({ hold }) => hold !== one.hold.hold), one.hold];
    else if (one.what === 'released') holds = holds.filter(({ hold }) => hold !== one.hold);
    else if (timer && timer.lapsesAt < one.lapsesAt) timer = { lapsesAt: one.lapsesAt, extendable: false };
  }
  return { ...basket, holds, ...(timer && { timer }) };
}

/** Until when a hold lasts, as one clock says it for all: the later of its own end and the clock's, which it follows. */
export function endOf({ expiresAt }: Held, { timer }: Pick<Basket, 'timer'>): number {
  return Math.max(expiresAt, timer?.lapsesAt ?? 0);
}

/** The holds that still have their seats. `now` in milliseconds since the epoch. */
export function standing(basket: Basket | undefined, now: number): readonly Held[] {
  return (basket?.holds ?? []).filter(
    (hold): hold is Held => hold.state === 'held' && basket !== undefined && endOf(hold, basket) > now,
  );
}

/** The hold whose time ran out, once nothing is held and nothing is on its way. */
export function lapsedOf(basket: Basket | undefined, now: number): HoldView | undefined {
  const holds = basket?.holds ?? [];
  if (standing(basket, now).length > 0 || holds.some(({ state }) => state === 'pending')) return undefined;
  return holds.findLast(({ state }) => state === 'lapsed' || state === 'held');
}

/** Seats of this performance whose time ran out, and which are still free, as the last look shows them. */
export function freeAgain(basket: Basket | undefined, performance: string, now: number): readonly HeldSeat[] {
  if (!lapsedOf(basket, now)) return [];
  return (basket?.holds ?? []).flatMap((hold) =>
    hold.state === 'lapsed' && hold.performance === performance ? (hold.seats ?? []) : [],
  );
}

/** The next moment at which seats lapse: then the platform is asked what became of them. */
export function nextEnd(basket: Basket, now: number): number | undefined {
  const ends = standing(basket, now).map((hold) => endOf(hold, basket));
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
