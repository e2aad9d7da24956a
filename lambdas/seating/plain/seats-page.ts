import type { BoxOffice } from '../../../contracts/box-office.ts';
import type { Language } from '../../../contracts/languages.ts';
import type { Said } from '../../../words/en/refusals.ts';
import { seatNamed } from '../../../words/seat-name.ts';
import { type Markup, markup } from '../../foundation/plain/plain-markup.ts';
import { notice, plainPage } from '../../foundation/plain/plain-page.ts';
import { type PlainPageWords, plainWordsIn } from '../../foundation/plain/plain-words.ts';
import type { PricedCategory, SoldHere } from './sold-here.ts';

/** Choosing seats without JavaScript: what the fan holds, and a form that asks for the best of a performance. */
export interface SeatsView {
  readonly language: Language;
  readonly onSale: string;
  readonly venue: string | undefined;
  readonly boxOffice?: BoxOffice | undefined;
  readonly holds: readonly HeldHere[];
  /** An ask is on its way to the house. */
  readonly finding: boolean;
  readonly trouble?: Said | undefined;
  readonly chooser: Chooser;
}

export interface HeldHere {
  readonly hold: string;
  readonly performance: string;
  readonly title: string;
  readonly startsAt: number;
  readonly timeZone: string;
  readonly currency: string;
  /** As the ticket says them. */
  readonly seats: readonly string[];
  /** Minor units, full price. */
  readonly amount: number;
  readonly expiresAt: number;
  readonly slip: string;
  /** Being given back. */
  readonly going: boolean;
}

/** `isStopped`: staff stopped its sale for now. */
export type OfferedHere = SoldHere & { readonly isStopped: boolean };

export type Chooser =
  | { readonly choose: 'nothing-left' }
  | { readonly choose: 'performance'; readonly among: readonly OfferedHere[]; readonly stopped?: boolean }
  | {
      readonly choose: 'seats';
      readonly of: SoldHere;
      readonly categories: readonly PricedCategory[];
      /** Seats. */
      readonly most: number;
      /** The idempotency key of what the form asks for. */
      readonly key: string;
    };

export function seatsPage(view: SeatsView): string {
  const { language, onSale, venue, holds, finding, trouble } = view;
  const words = plainWordsIn(language);
  const { shop } = words;
  const path = pathOf(onSale);
  const kept = holds.filter(({ going }) => !going);
  const main = markup`<h1>${shop.title}</h1>
${trouble && notice(trouble.detail, { title: trouble.title, tone: 'trouble' })}
${finding && notice(shop.findingDetail, { title: shop.finding })}
${holds.map((hold) => heldCard(hold, path, words))}
${kept.length > 0 && orderButton(kept, onSale, words)}
${chooser(view, path, words)}
<p class="ways"><a href="/plain/${onSale}">${shop.toLine}</a> <a href="/plain/${onSale}/orders">${shop.toOrders}</a></p>`;
  return plainPage({
    language,
    path,
    venue,
    boxOffice: view.boxOffice,
    title: finding ? shop.finding : shop.title,
    main,
  });
}

const stopped = 'performance-stopped';

export const pathOf = (onSale: string): string => `/plain/${onSale}/seats`;

function heldCard(held: HeldHere, path: string, words: PlainPageWords): Markup {
  const { shop, written } = words;
  return markup`<section class="card"><h2><bdi>${held.title}</bdi></h2>
<p>${written.longMoment(held.startsAt, held.timeZone)}</p>
<ul>${held.seats.map((seat) => markup`<li>${seatNamed(seat, words.seat)}</li>`)}</ul>
<p>${shop.together(written.money(held.amount, held.currency))}. ${
    held.going ? shop.lettingGo : shop.heldUntil(written.timeOfDay(held.expiresAt, held.timeZone))
  }</p>
${
  !held.going &&
  markup`<form method="post" action="${path}"><input type="hidden" name="act" value="release"><input type="hidden" name="performance" value="${held.performance}"><input type="hidden" name="hold" value="${held.hold}"><button class="quiet">${shop.letGo}</button></form>
`
}</section>
`;
}

/** Ordering believes the slips, as it does those of the full page. */
function orderButton(kept: readonly HeldHere[], onSale: string, { shop }: PlainPageWords): Markup {
  return markup`<form method="post" action="/plain/${onSale}/orders"><input type="hidden" name="act" value="begin">${kept.map(
    ({ slip }) => markup`<input type="hidden" name="slip" value="${slip}">`,
  )}<button>${shop.goOn}</button></form>
`;
}

function chooser({ chooser, finding, trouble }: SeatsView, path: string, words: PlainPageWords): Markup | false {
  // One ask at a time: its answer may change what there is to ask for.
  if (finding) return false;
  const { shop, written, hall } = words;
  if (chooser.choose === 'nothing-left') return markup`<p>${shop.noneLeft}</p>`;
  if (chooser.choose === 'performance') {
    const items = chooser.among.map(
      ({
        id,
        title,
        startsAt,
        timeZone,
        venue,
        note,
        priceFrom,
        priceTo,
        currency,
        isStopped,
      }) => markup`<li>${isStopped ? markup`<b><bdi>${title}</bdi></b> (${hall.refusal[stopped]})` : markup`<a href="${path}?performance=${id}"><bdi>${title}</bdi></a>`}
<p>${written.longMoment(startsAt, timeZone)}, <bdi>${venue}</bdi>. ${written.priceRange(priceFrom, priceTo, currency)}${note && markup`. <bdi>${note}</bdi>`}</p></li>
`,
    );
    const isSaid = chooser.stopped && !trouble;
    const { [stopped]: title } = hall.refusal;
    return markup`${isSaid && notice(hall.refusalDetail[stopped], { title, tone: 'trouble' })}<h2>${shop.which}</h2>
${items.length > 0 ? markup`<ul class="lines">${items}</ul>` : notice(shop.none)}`;
  }
  const { of, categories, most, key } = chooser;
  return markup`<form method="post" action="${path}" class="card">
<h2><bdi>${of.title}</bdi></h2>
<p>${written.longMoment(of.startsAt, of.timeZone)}</p>
<input type="hidden" name="act" value="hold"><input type="hidden" name="performance" value="${of.id}"><input type="hidden" name="key" value="${key}">
<p class="field"><label for="count">${shop.howMany}</label>
<select id="count" name="count">${Array.from({ length: most }, (_, at) => markup`<option${at + 1 === Math.min(2, most) && markup` selected`}>${at + 1}</option>`)}</select></p>
<fieldset><legend>${shop.price}</legend>
${choice('', shop.anyPrice, true)}${categories.map(({ id, name, price }) => choice(id, shop.each(name, written.money(price, of.currency)), false))}</fieldset>
<p class="hint">${shop.fullPrice}</p>
<button>${shop.find}</button>
</form>
<p><a href="${path}">${shop.other}</a></p>`;
}

function choice(value: string, said: string, chosen: boolean): Markup {
  return markup`<p class="choice"><input type="radio" id="category-${value}" name="category" value="${value}"${
    chosen && markup` checked`
  }> <label for="category-${value}"><bdi>${said}</bdi></label></p>
`;
}

/** For a fan whose number was not called, or whose time is over. */
export function noPassPage(
  language: Language,
  onSale: string,
  { venue, boxOffice }: { readonly venue?: string; readonly boxOffice?: BoxOffice } = {},
): string {
  const words = plainWordsIn(language);
  const { shop } = words;
  const main = markup`<h1>${shop.noPass}</h1>
<p>${shop.noPassDetail}</p>
<p class="ways"><a class="button" href="/plain/${onSale}">${shop.toLine}</a> <a href="/plain/${onSale}/orders">${shop.toOrders}</a></p>`;
  return plainPage({ language, path: pathOf(onSale), venue, boxOffice, title: shop.noPass, main });
}
