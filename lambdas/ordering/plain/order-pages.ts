import type { BoxOffice } from '../../../contracts/box-office.ts';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { Language } from '../../../contracts/languages.ts';
import { newsTextNow } from '../../../contracts/news-texts.ts';
import type { OrderView } from '../../../contracts/order.ts';
import type { Said } from '../../../words/en/refusals.ts';
import { isolated } from '../../../words/isolated.ts';
import { seatNamed } from '../../../words/seat-name.ts';
import { type Markup, markup } from '../../foundation/plain/plain-markup.ts';
import { notice, plainPage } from '../../foundation/plain/plain-page.ts';
import { type PlainPageWords, plainWordsIn } from '../../foundation/plain/plain-words.ts';
import { choiceForms } from './choice-form.ts';

/** Ordering without JavaScript: the form for what a fan holds, and the orders that they have in a line. */

interface Framed {
  readonly language: Language;
  readonly onSale: string;
  readonly venue: string | undefined;
  readonly boxOffice?: BoxOffice | undefined;
  readonly trouble?: Said | undefined;
}

export interface OrderFormView extends Framed {
  readonly held: readonly SeatsToOrder[];
  readonly slips: readonly string[];
  readonly typed: TypedBuyer;
  /** The fields that did not do. */
  readonly wrong: readonly BuyerField[];
}

export interface TypedBuyer {
  readonly name: string;
  readonly email: string;
  /** The tick at the consent to news. */
  readonly news?: boolean;
}

type BuyerField = 'name' | 'email';

export interface SeatsToOrder {
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly startsAt: number;
  readonly timeZone: string;
  readonly currency: string;
  /** As the ticket says them. */
  readonly seats: readonly string[];
  /** Minor units. */
  readonly amount: number;
  readonly expiresAt: number;
}

export const ordersPath = (onSale: string): string => `/plain/${onSale}/orders`;

export function orderFormPage({ held, slips, typed, wrong, ...framed }: OrderFormView): string {
  const words = plainWordsIn(framed.language);
  const [first] = held;
  return page(
    framed,
    words,
    words.shop.orderTitle,
    first && form(framed.onSale, { first, held, slips, typed, wrong }, words),
  );
}

function form(
  onSale: string,
  { first, held, slips, typed, wrong }: Omit<OrderFormView, keyof Framed> & { readonly first: SeatsToOrder },
  words: PlainPageWords,
): Markup {
  const { shop, written } = words;
  const amount = held.reduce((sum, one) => sum + one.amount, 0);
  const until = Math.min(...held.map(({ expiresAt }) => expiresAt));
  return markup`${held.map(
    (one) => markup`<section class="card"><h2><bdi>${one.title}</bdi></h2>
<p>${written.longMoment(one.startsAt, one.timeZone)}</p>
<ul>${one.seats.map((seat) => markup`<li>${seatNamed(seat, words.seat)}</li>`)}</ul></section>
`,
  )}<p class="lead">${shop.heldUntil(written.timeOfDay(until, first.timeZone))}</p>
<form method="post" action="${ordersPath(onSale)}" class="card">
<input type="hidden" name="act" value="order">${slips.map((slip) => markup`<input type="hidden" name="slip" value="${slip}">`)}
${(['name', 'email'] as const).map((name) => field(name, { typed, wrong }, shop))}<p><label><input type="checkbox" name="news" value="${newsTextNow}"${typed.news && markup` checked`}> <b>${words.news.label}</b></label>
<span class="hint">${words.news.detail}</span></p>
<p>${shop.payLater}</p>
<button>${shop.order(written.money(amount, first.currency))}</button>
</form>
`;
}

function field(
  name: BuyerField,
  { typed, wrong }: Pick<OrderFormView, 'typed' | 'wrong'>,
  shop: PlainPageWords['shop'],
): Markup {
  const isWrong = wrong.includes(name);
  const { kind, most, label, hint } = {
    name: { kind: 'text', most: 120, label: shop.name, hint: shop.nameHint },
    email: { kind: 'email', most: 254, label: shop.email, hint: shop.emailHint },
  }[name];
  return markup`<p class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${kind}" required maxlength="${most}" autocomplete="${name}" aria-describedby="${name}-hint"${
    isWrong && markup` aria-invalid="true"`
  } value="${typed[name]}">
<span class="hint" id="${name}-hint">${isWrong && markup`<b>${shop.fill[name]}</b> `}${hint}</span></p>
`;
}

/** An order, with what its forms must say. */
export interface OwnOrder {
  readonly view: OrderView;
  /** Shows whose it is. */
  readonly key: string;
  /** What is published of the performances that its choices are about. */
  readonly files: ReadonlyMap<string, PerformanceFile>;
}

export interface OrdersView extends Framed {
  readonly orders: readonly OwnOrder[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export function ordersPage({ orders, now, ...framed }: OrdersView): string {
  const words = plainWordsIn(framed.language);
  const main =
    orders.length > 0
      ? markup`${orders.map((own) => orderCard(own, words, (shown) => choiceForms(shown, ordersPath(framed.onSale), words, now), ordersPath(framed.onSale)))}`
      : notice(words.shop.noOrders);
  return page(framed, words, words.shop.ordersTitle, main);
}

function orderCard(
  shown: OwnOrder,
  words: PlainPageWords,
  choose: (shown: OwnOrder) => Markup,
  action: string,
): Markup {
  const order = shown.view;
  const { written, order: own, shop } = words;
  const { title, detail } = stateOf(order, words);
  const isOwed = order.payment.state === 'promised' && order.payment.deadline !== undefined;
  const kept = order.items.filter(({ outcome }) => outcome !== 'lost' && outcome !== 'returned');
  return markup`<section class="card"><h2>${title}</h2>
${detail !== '' && markup`<p>${detail}</p>`}
${order.unchanged?.change === 'choice' && markup`<p><b>${own.choice.noSeats}</b> ${own.choice.noSeatsDetail}</p>`}
<p>${own.reference}: <b class="reference">${order.reference}</b></p>
${kept.map(
  (
    item,
  ) => markup`<p><bdi>${item.title}</bdi>, ${written.longMoment(item.startsAt, order.timeZone)}, <bdi>${item.venue}</bdi></p>
<ul>${item.seats.map(({ label, price }) => markup`<li>${seatNamed(label, words.seat)}, ${written.money(price, order.currency)}</li>`)}</ul>
${item.moved && markup`<p>${own.movedFrom(`${written.longMoment(item.moved.from.startsAt, order.timeZone)}, ${isolated(item.moved.from.venue)}`)} ${own.houseSays(isolated(item.moved.reason))}</p>`}`,
)}${order.items.map(
  ({ cancelled, title, startsAt }) =>
    cancelled &&
    markup`<p><b>${own.performanceOff}</b>: <bdi>${title}</bdi>, ${written.longMoment(startsAt, order.timeZone)}. ${own.houseSays(isolated(cancelled.reason))}</p>`,
)}<p>${own.total}: ${written.money(order.total, order.currency)}</p>
${isOwed && markup`<p><b>${own.payBy(written.longMoment(order.payment.deadline ?? 0, order.timeZone))}</b></p>`}
${order.tickets.length > 0 && !isOwed && markup`<p>${shop.ticketsByMail}</p>`}
${!order.changing && choose(shown)}${newsPart(shown, words, action)}</section>
`;
}

/** What the buyer allowed, and how they take it back. */
function newsPart({ view, key }: OwnOrder, { news, written }: PlainPageWords, action: string): Markup | undefined {
  if (!view.news) return undefined;
  const { givenAt, takenBackAt } = view.news;
  const when = (at: number) => written.longMoment(at, view.timeZone);
  if (takenBackAt !== undefined) return markup`<p>${news.takenBack(when(takenBackAt))}</p>`;
  return markup`<form method="post" action="${action}"><p>${news.given(when(givenAt))}</p>
<input type="hidden" name="act" value="take-back-news"><input type="hidden" name="order" value="${view.order}"><input type="hidden" name="key" value="${key}">
<button>${news.takeBack}</button> <span class="hint">${news.still}</span></form>
`;
}

/** What the full page says of such an order, in its order of importance. */
function stateOf(order: OrderView, { order: own, shop }: PlainPageWords): Said {
  const { state, refusal, payment, items, choices, changing } = order;
  if (changing === 'choice') return { title: own.choice.finding, detail: own.choice.findingDetail };
  switch (state) {
    case 'paying':
      return { title: own.payingTitle, detail: shop.payOnFullPage };
    case 'placed':
      return { title: own.placedTitle, detail: own.placedDetail };
    case 'confirmed':
      if (choices && !items.some(({ outcome }) => outcome === 'sold'))
        return { title: own.choice.headline, detail: own.choice.headlineDetail };
      return { title: own.confirmedTitle, detail: payment.state === 'promised' ? own.promised : '' };
    case 'refused':
      return { title: own.refusedTitle, detail: refusal ? own[refusal] : '' };
    case 'cancelled':
      if (items.some(({ cancelled }) => cancelled))
        return { title: own.performanceOff, detail: own.performanceOffDetail };
      return payment.state === 'expired'
        ? { title: own.expiredTitle, detail: own.expiredDetail }
        : { title: own.cancelledTitle, detail: own.cancelledDetail };
  }
}

/** For a stage whose box office takes no promises. */
export function cardsOnlyPage(framed: Framed): string {
  const words = plainWordsIn(framed.language);
  return page(framed, words, words.shop.cardsOnly, markup`<p>${words.shop.cardsOnlyDetail}</p>`);
}

function page(
  { language, onSale, venue, boxOffice, trouble }: Framed,
  words: PlainPageWords,
  title: string,
  inner?: Markup,
): string {
  const { shop } = words;
  const main = markup`<h1>${title}</h1>
${trouble && notice(trouble.detail, { title: trouble.title, tone: 'trouble' })}
${inner}
<p class="ways"><a href="/plain/${onSale}/seats">${shop.title}</a> <a href="/plain/${onSale}">${shop.toLine}</a> <a href="/line?on-sale=${onSale}">${words.fullPage}</a></p>`;
  return plainPage({ language, path: ordersPath(onSale), venue, boxOffice, title, main });
}
