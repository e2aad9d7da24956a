import { createHash } from 'node:crypto';
import { slug } from '../../../contracts/ids.ts';
import { dateRequest, orderRequest } from '../../../contracts/order.ts';
import type { Slip } from '../../../contracts/pass.ts';
import { type Refusal, refusals, refuse } from '../../../contracts/refusals.ts';
import { moneyBack } from '../../../rules/date-choices.ts';
import type { Asked, Shown } from '../../foundation/page-route.ts';
import { fromElsewhere, saidIn } from '../../foundation/plain/plain-answers.ts';
import { languageOf } from '../../foundation/plain/plain-language.ts';
import { keptPlace } from '../../foundation/plain/plain-place.ts';
import { plainWordsIn } from '../../foundation/plain/plain-words.ts';
import { readPass } from '../../foundation/read-pass.ts';
import { ordersOf } from '../buy/find-orders.ts';
import { type PlaceOrderDeps, placeOrder } from '../buy/place-order.ts';
import { readSlips } from '../buy/slips.ts';
import { type ChoiceDeps, chooseFor, moneyFor } from '../change/choice.ts';
import { takeBackNews } from '../consent/take-back-news.ts';
import type { OrderRecord } from '../order/order.ts';
import { orderIdOf } from '../order/order-id.ts';
import { ownOrder } from '../order/own-order.ts';
import { offeredNow } from '../payment/methods-now.ts';
import { portFor } from '../payment/nothing-due.ts';
import { cardsOnlyPage, orderFormPage, ordersPage, ordersPath, type SeatsToOrder } from './order-pages.ts';
import { houseOf, type ShowPlainOrdersDeps, showPlainOrders, withForms } from './show-plain-orders.ts';

/*
 * A fan without JavaScript orders what they hold, and promises to pay at the box office. The form carries the slips, as the full
 * page does. The key of the order is made of its holds: whoever presses twice, or goes back and presses again, has one
 * order.
 */

export type ActPlainOrdersDeps = ShowPlainOrdersDeps & PlaceOrderDeps & ChoiceDeps;

/** `POST /plain/{onSale}/orders` */
export async function actPlainOrders(deps: ActPlainOrdersDeps, asked: Asked): Promise<Shown> {
  const onSale = slug.safeParse(asked.path.onSale);
  // The page that says so.
  if (!onSale.success) return showPlainOrders(deps, asked);
  const { form, now } = asked;
  const framed = { language: languageOf(asked), onSale: onSale.data, ...(await houseOf(deps.files, now)) };
  if (form.get('act') === 'choose') return choose(deps, asked, framed);
  if (form.get('act') === 'take-back-news') return noNews(deps, asked, framed);
  const offered = offeredNow(deps.payments, await deps.findMethods?.(onSale.data, now));
  if (!portFor(offered, 'box-office')) return { status: 200, html: cardsOnlyPage(framed) };
  const slips = form.getAll('slip').slice(0, 20);
  const news = form.get('news') ?? undefined;
  const buyer = { name: form.get('name') ?? '', email: form.get('email') ?? '' };
  const typed = { ...buyer, news: news !== undefined };
  const pass = keptPlace(asked.cookies, onSale.data)?.pass;
  const held = await heldOf(deps, { pass, texts: slips, isPressed: form.get('act') === 'order' }, now);
  const formPage = async (refusal?: Refusal, wrong: readonly (keyof typeof buyer)[] = []): Promise<Shown> => ({
    status: refusal ? refusals[refusal.refusal].status : 200,
    mayGoBack: true,
    html: orderFormPage({
      ...{ ...framed, typed, wrong },
      slips: held.ok ? held.open.map(({ text }) => text) : slips,
      held: held.ok ? await seatsToOrder(deps, slipsOf(held), now) : [],
      ...(refusal && wrong.length === 0 && { trouble: saidIn(plainWordsIn(framed.language), refusal) }),
    }),
  });
  const objection = fromElsewhere(asked) ?? (held.ok ? undefined : held);
  if (objection || !held.ok) return formPage(objection);
  // Pressed before, or on another page: these orders are what there is to see.
  if (held.open.length === 0) return { status: 303, location: ordersPath(onSale.data) };
  if (form.get('act') === 'begin') return formPage();
  const { language } = framed;
  const texts = held.open.map(({ text }) => text);
  const payment = { method: 'box-office' } as const;
  const request = orderRequest.safeParse({ slips: texts, buyer, payment, language, news });
  if (!request.success) {
    const wrong = (['name', 'email'] as const).filter((one) =>
      request.error.issues.some(({ path }) => path[0] === 'buyer' && path[1] === one),
    );
    return formPage(refuse('bad-request', 'Use the buttons on the page.'), wrong);
  }
  const idempotencyKey = keyOf(slipsOf(held));
  const placed = await placeOrder(deps, { pass, idempotencyKey, request: request.data }, now);
  // Ordered before, with another name say: that order stands, and is the one to show.
  if (placed.ok || placed.refusal === 'idempotency-key-reused')
    return { status: 303, location: ordersPath(onSale.data) };
  return formPage(placed);
}

/** Another date in place of a cancelled performance, or the money. A refusal is said over the order as it stands. */
async function choose(
  deps: ActPlainOrdersDeps,
  asked: Asked,
  framed: Omit<Parameters<typeof ordersPage>[0], 'orders' | 'now'>,
): Promise<Shown> {
  const { form, now } = asked;
  const trouble = (refusal: Refusal) => saidIn(plainWordsIn(framed.language), refusal);
  const page = async (refusal: Refusal, order?: OrderRecord): Promise<Shown> => ({
    status: refusals[refusal.refusal].status,
    html: ordersPage({
      ...{ ...framed, now, trouble: trouble(refusal) },
      orders: order ? [await withForms(deps, order, now)] : [],
    }),
  });
  const own = await ownOrder(deps, { id: form.get('order') ?? '', key: form.get('key') ?? undefined });
  if (!own.ok) return page(own);
  const elsewhere = fromElsewhere(asked);
  if (elsewhere) return page(elsewhere, own.order);
  const [performance, instead] = [form.get('performance') ?? '', form.get('instead') ?? undefined];
  const request = dateRequest.safeParse({ performance, instead });
  if (instead !== moneyBack && !request.success)
    return page(refuse('bad-request', 'Choose a date or the money.'), own.order);
  const chosen = request.success
    ? await chooseFor(deps, own.order, request.data, 'fan', now)
    : await moneyFor(deps, own.order, performance, 'fan', now);
  if (chosen.ok) return { status: 303, location: ordersPath(framed.onSale) };
  return page(chosen, (await deps.store.get(own.order.id)) ?? own.order);
}

/** The venue writes about other shows no more. */
async function noNews(
  deps: ActPlainOrdersDeps,
  asked: Asked,
  framed: Omit<Parameters<typeof ordersPage>[0], 'orders' | 'now'>,
): Promise<Shown> {
  const { form, now } = asked;
  const key = { id: form.get('order') ?? '', key: form.get('key') ?? undefined };
  const taken = fromElsewhere(asked) ?? (await takeBackNews(deps, key, now));
  if (taken.ok) return { status: 303, location: ordersPath(framed.onSale) };
  const trouble = saidIn(plainWordsIn(framed.language), taken);
  return { status: refusals[taken.refusal].status, html: ordersPage({ ...framed, now, trouble, orders: [] }) };
}

interface SlipsToOrder {
  readonly ok: true;
  /** Those that no order of the fan has yet. */
  readonly open: readonly { readonly text: string; readonly slip: Slip }[];
}

const slipsOf = ({ open }: SlipsToOrder): readonly Slip[] => open.map(({ slip }) => slip);

async function heldOf(
  { passKeys, slipKeys, store, keys }: ActPlainOrdersDeps,
  {
    pass,
    texts,
    isPressed,
  }: { readonly pass: string | undefined; readonly texts: readonly string[]; readonly isPressed: boolean },
  now: number,
): Promise<SlipsToOrder | Refusal> {
  const read = await readPass(pass, passKeys, now);
  if (!read.ok) return read;
  if (texts.length === 0) return refuse('bad-request', 'Hold seats first.');
  const slips = await readSlips(texts, read.pass, slipKeys, now);
  if (!slips.ok) return slips;
  const all = slips.slips.map((slip, at) => ({ text: texts[at] as string, slip }));
  // An order that came to nothing leaves its holds to be ordered again. One of this very form is carried on.
  const again = isPressed && orderIdOf(keys.orderId, read.pass.o, read.pass.f, keyOf(slips.slips));
  const standing = (await ordersOf(store, read.pass.f, read.pass.o)).filter(({ state }) => state !== 'refused');
  const ordered = new Set(
    standing.filter(({ id }) => id !== again).flatMap(({ items }) => items.map(({ hold }) => hold)),
  );
  return { ok: true, open: all.filter(({ slip }) => !ordered.has(slip.hold)) };
}

async function seatsToOrder(
  { findPerformance, findSeats }: ActPlainOrdersDeps,
  slips: readonly Slip[],
  now: number,
): Promise<readonly SeatsToOrder[]> {
  const all = await Promise.all(
    slips.map(async ({ performance, seats, expiresAt }): Promise<readonly SeatsToOrder[]> => {
      const file = await findPerformance(performance, now);
      const known = file && (await findSeats(file.plan));
      if (!file || !known) return [];
      const { title, startsAt, timeZone, currency, prices } = file;
      const own = seats.flatMap((id) => known.get(id) ?? []);
      const amount = own.reduce((sum, { category }) => sum + (prices[category] ?? 0), 0);
      return [{ title, startsAt, timeZone, currency, seats: own.map(({ label }) => label), amount, expiresAt }];
    }),
  );
  return all.flat();
}

function keyOf(slips: readonly Slip[]): string {
  const holds = slips.map(({ hold }) => hold).toSorted();
  return `plain-${createHash('sha256').update(holds.join(' ')).digest('base64url')}`;
}
