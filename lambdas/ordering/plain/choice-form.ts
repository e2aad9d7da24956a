import { datesFor, moneyBack } from '../../../rules/date-choices.ts';
import { type Markup, markup } from '../../foundation/plain/plain-markup.ts';
import type { PlainPageWords } from '../../foundation/plain/plain-words.ts';
import type { OwnOrder } from './order-pages.ts';

/**
 * The choice after a cancelled performance, as a form: another date, or the money. It carries the key of the order, as
 * the link in the e-mail does. Pressed twice it is one choice.
 */
export function choiceForms(
  { view, key, files }: OwnOrder,
  action: string,
  words: PlainPageWords,
  now: number,
): Markup {
  const { written, order: own } = words;
  const { choices = [], currency, timeZone, items } = view;
  return markup`${choices.map((choice) => {
    const { performance, until, amount } = choice;
    const dates = datesFor(choice, view, files, now);
    const off = items.find((item) => item.performance === performance);
    const when = written.longMoment(until, timeZone);
    const way = (value: string, said: Markup) =>
      markup`<p class="choice"><input type="radio" id="${performance}-${value}" name="instead" value="${value}" required><label for="${performance}-${value}">${said}</label></p>
`;
    return markup`<form method="post" action="${action}"><h3>${own.choice.title}</h3>
${off && markup`<p><bdi>${off.title}</bdi>, ${written.longMoment(off.startsAt, timeZone)}</p>`}
<p><b>${amount > 0 ? own.choice.until(when) : own.choice.untilPromise(when)}</b></p>
<p>${dates.length > 0 ? own.choice.seats : own.choice.noDates}</p>
<input type="hidden" name="act" value="choose"><input type="hidden" name="order" value="${view.order}"><input type="hidden" name="key" value="${key}"><input type="hidden" name="performance" value="${performance}">
<fieldset><legend>${own.choice.dates}</legend>
${dates.map((date) => way(date.id, markup`${written.longMoment(date.startsAt, date.timeZone)}, <bdi>${date.venue}</bdi>`))}${way(
  moneyBack,
  markup`${amount > 0 ? own.choice.money(written.money(amount, currency)) : own.choice.nothing}`,
)}</fieldset>
<button>${own.choice.confirm}</button></form>
`;
  })}`;
}
