import { usualAskLimits } from '../../../contracts/ask-limits.ts';
import { askTimes, type HoldRequest, type HoldView, type HouseAsk } from '../../../contracts/house.ts';
import { idempotencyKey } from '../../../contracts/ids.ts';
import { header } from '../../../contracts/paths.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { type FindEnded, turnOver } from '../../foundation/ended-passes.ts';
import type { ReadingKeys } from '../../foundation/keys.ts';
import { passOver } from '../../foundation/read-pass.ts';
import { wishFor } from '../allocate/seat-wish.ts';
import { type AskBook, type AskedHold, askedFor, isOver, mayBeWaiting, withAsk } from '../house/ask-book.ts';
import { entryOf } from '../house/basket.ts';
import { holdId } from '../house/hold-id.ts';
import type { HouseBooks } from '../house/house-books.ts';
import type { HouseRecord, HouseStore } from '../house/house-store.ts';
import type { SaleRules } from '../house/sale-rules.ts';
import { shareOf } from '../house/share.ts';
import { lostView } from './hold-view.ts';
import { performanceCancelled, performanceStopped } from './performance-cancelled.ts';
import { recogniseShopper, type Shopper } from './shopper.ts';
import { fingerprintOfWish } from './wish-fingerprint.ts';
import { wrongWish } from './wrong-wish.ts';

/*
 * A fan asks for seats. Nothing is decided here. The ask is written into the fan's book of asks and goes into the
 * house's queue, and the fan learns under which name to look for the answer. A wish that is wrong without a look at the
 * seats is refused at once. The needs that the fan named at the join are asked for with it: a wheelchair place, unless
 * this wish says otherwise, and twice the time.
 *
 * The book makes a repeat what it is. It is answered as the first request was, also when the pass is over: with the name
 * to look under. While the house may still decide, the ask goes into the queue once more, with the time of the first.
 */

export interface HoldSeatsDeps {
  readonly store: Pick<HouseStore, 'basket' | 'baskets' | 'askBook' | 'writeAskBook'>;
  readonly books: HouseBooks;
  readonly passKeys: ReadingKeys;
  readonly findEnded: FindEnded;
  /** Puts an ask into the house's queue. */
  readonly ask: (ask: HouseAsk) => Promise<void>;
}

export interface HoldAsked {
  readonly performance: string;
  readonly wish: HoldRequest;
  readonly pass: string | undefined;
  readonly idempotencyKey: string | undefined;
}

export type HoldAnswer = { readonly ok: true; readonly view: HoldView };

export async function holdSeats(
  deps: HoldSeatsDeps,
  { performance, wish, pass, idempotencyKey: key }: HoldAsked,
  now: number,
): Promise<HoldAnswer | Refusal> {
  const shopper = await recogniseShopper(pass, deps.passKeys, now);
  if (!shopper.ok) return shopper;
  const parsedKey = idempotencyKey.safeParse(key);
  if (!parsedKey.success)
    return refuse('idempotency-key-missing', aboutKeys, keyErrors(parsedKey.error.issues[0]?.message ?? ''));
  const { onSale, fan } = shopper;
  const hold = holdId({ onSale, fan, performance }, parsedKey.data);
  const house = await deps.books.house(performance);
  if (!house) return refuse('performance-unknown', 'Check the address: no house of this name is open.');
  const rules = house.onSales.includes(onSale) ? await deps.books.rules(onSale, now) : undefined;
  if (!rules) return refuse('pass-elsewhere', 'This performance is not sold in the on-sale that your pass is for.');
  const asked = { hold, wish: fingerprintOfWish(wish), askedAt: now };
  const opened = await openAsk(deps, { shopper, house, rules, wish, asked });
  if (!opened.ok) return opened;
  if (opened.first.wish !== asked.wish)
    return refuse('idempotency-key-reused', aboutKeys, keyErrors('was used for another wish'));
  const { first, repeated } = opened;
  if (!repeated) await deps.ask(askOf(shopper, house, wish, first));
  else if (isOver(first, now) && !(await isDecided(deps, shopper, hold)))
    return { ok: true, view: lostView({ hold, performance }) };
  // A repeat is sent again only as long as the house would still decide it.
  else if (!shopper.isOver && now <= first.askedAt + askTimes.decideMs && !(await isDecided(deps, shopper, hold)))
    await deps.ask(askOf(shopper, house, wish, first));
  return { ok: true, view: { state: 'pending', hold, performance } };
}

type AskBegun = { readonly ok: true; readonly first: AskedHold; readonly repeated: boolean } | Refusal;

/** Tabs of one fan that ask at the same instant meet in one book: each try lets one of them through. */
const tries = 8;

/** Writes the ask down, unless it is there: then the first one stands. */
async function openAsk(
  deps: HoldSeatsDeps,
  of: {
    readonly shopper: Shopper;
    readonly house: HouseRecord;
    readonly rules: SaleRules;
    readonly wish: HoldRequest;
    readonly asked: AskedHold;
  },
): Promise<AskBegun> {
  const { shopper, house, rules, wish, asked } = of;
  for (let attempt = 0; attempt < tries; attempt++) {
    const book = await deps.store.askBook(shopper);
    const first = askedFor(book, asked.hold);
    if (first) return { ok: true, first, repeated: true };
    const over = shopper.isOver ? passOver() : await turnOver(deps.findEnded, shopper.pass, asked.askedAt);
    if (over) return over;
    if (await deps.books.isCancelled(house.performance, asked.askedAt)) return performanceCancelled();
    if (await deps.books.isStopped(shopper.onSale, house.performance, asked.askedAt)) return performanceStopped();
    const wrong = wrongWish(wishFor(shopper.needs, wish), rules, await deps.books.plan(house.plan));
    if (wrong) return wrong;
    const limits = rules.asks ?? usualAskLimits;
    const next = withAsk(book, asked, limits, await countUndecided(deps, book, limits.undecided, asked.askedAt));
    if (!next.ok) return tooManyAsks(next.retryAfterMs);
    if ((await deps.store.writeAskBook(next.book)).ok) return { ok: true, first: asked, repeated: false };
  }
  return tooManyAsks(1000);
}

/** Looks at the basket only if the fan asked for so much lately that it matters. */
async function countUndecided({ store }: HoldSeatsDeps, book: AskBook, most: number, now: number): Promise<number> {
  const waiting = mayBeWaiting(book, now);
  if (waiting.length < most) return waiting.length;
  const basket = await store.basket(book);
  return waiting.filter(({ hold }) => !entryOf(basket, hold)).length;
}

async function isDecided({ store }: HoldSeatsDeps, shopper: Shopper, hold: string): Promise<boolean> {
  const [basket] = await store.baskets([{ onSale: shopper.onSale, fan: shopper.fan }]);
  return basket !== undefined && entryOf(basket, hold) !== undefined;
}

function askOf(
  { onSale, fan, needs }: Shopper,
  house: HouseRecord,
  wish: HoldRequest,
  { hold, askedAt }: AskedHold,
): HouseAsk {
  return {
    ask: 'hold',
    ...shareOf(house, fan),
    id: hold,
    performance: house.performance,
    onSale,
    fan,
    hold,
    wish: wishFor(needs, wish),
    ...(needs.includes('more-time') && { more: true as const }),
    askedAt,
  };
}

const aboutKeys = 'Send a new key with each act, and the same key when you repeat it.';

function keyErrors(message: string): Pick<Refusal, 'errors'> {
  return { errors: [{ field: `header.${header.idempotencyKey}`, message }] };
}

function tooManyAsks(retryAfterMs: number): Refusal {
  return refuse('too-many-asks', 'Wait a moment for the answers, then ask again.', { retryAfterMs });
}
