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
import { type PlaceOrderDeps, placeOrder } from '../buy/place-order.ts';
import { readSlips } from '../buy/slips.ts';
import { type ChoiceDeps, chooseFor, moneyFor } from '../change/choice.ts';
import { takeBackNews } from '../consent/take-back-news.ts';
import type { OrderRecord } from '../order/order.ts';
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
  const held = await heldOf(deps, pass, slips, now);
  const formPage = async (refusal?: Refusal, wrong: readonly (keyof typeof buyer)[] = []): Promise<Shown> => ({
    status: refusal ? refusals[refusal.refusal].status : 200,
    mayGoBack: true,
    html: orderFormPage({
      ...{ ...framed, slips, typed, wrong },
      held: held.ok ? await seatsToOrder(deps, held.slips, now) : [],
      ...(refusal && wrong.length === 0 && { trouble: saidIn(plainWordsIn(framed.language), refusal) }),
    }),
  });
  const objection = fromElsewhere(asked) ?? (held.ok ? undefined : held);
  if (objection || !held.ok) return formPage(objection);
  if (form.get('act') === 'begin') return formPage();
  const { language } = framed;
  const request = orderRequest.safeParse({ slips, buyer, payment: { method: 'box-office' }, language, news });
  if (!request.success) {
    const wrong = (['name', 'email'] as const).filter((one) =>
      request.error.issues.some(({ path }) => path[0] === 'buyer' && path[1] === one),
    );
    return formPage(refuse('bad-request', 'Use the buttons on the page.'), wrong);
  }
  const idempotencyKey = keyOf(held.slips);
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

async function heldOf(
  { passKeys, slipKeys }: ActPlainOrdersDeps,
  pass: string | undefined,
  texts: readonly string[],
  now: number,
): Promise<{ readonly ok: true; readonly slips: readonly Slip[] } | Refusal> {
  const read = await readPass(pass, passKeys, now);
  if (!read.ok) return read;
  if (texts.length === 0) return refuse('bad-request', 'Hold seats first.');
  return readSlips(texts, read.pass, slipKeys, now);
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
