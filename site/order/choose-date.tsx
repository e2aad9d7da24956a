import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { OrderView } from '../../contracts/order.ts';
import { datesFor, moneyBack, type ShownChoice } from '../../rules/date-choices.ts';
import { orderWords } from '../../words/en/order.ts';
import { longMoment, money, shortMoment } from '../../words/en/written.ts';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import type { OrderPageState } from './order.tsx';

export interface ChoiceActs {
  readonly onChoose: (performance: string, chosen: string) => void;
  readonly onConfirm: (performance: string) => void;
}

/** Another date in place of a performance that was cancelled, or the money: one list, and a button that does it. */
export function ChooseDate({
  choice,
  order,
  state,
  onChoose,
  onConfirm,
}: ChoiceActs & { readonly choice: ShownChoice; readonly order: OrderView; readonly state: OrderPageState }) {
  const { performance, until, amount } = choice;
  const { currency, timeZone } = order;
  const words = orderWords.choice;
  const dates = datesFor(choice, order, state.files ?? new Map(), state.now);
  const item = order.items.find((one) => one.performance === performance);
  const chosen = state.chosen?.[performance];
  const busy = state.choosing === performance;
  const when = longMoment(until, timeZone);
  const id = `choose-${performance}`;
  return (
    <section class="card choose" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      {item && (
        <p>
          <b dir="auto">{item.title}</b> {shortMoment(item.startsAt, timeZone)}
        </p>
      )}
      <p>
        <b>{amount > 0 ? words.until(when) : words.untilPromise(when)}</b>
      </p>
      <p>{dates.length > 0 ? words.seats : state.files && words.noDates}</p>
      <fieldset class="ways">
        <legend class="unseen">{words.dates}</legend>
        {dates.map((date) => (
          <Way key={date.id} name={id} value={date.id} chosen={chosen} onChoose={(one) => onChoose(performance, one)}>
            <b>{longMoment(date.startsAt, date.timeZone)}</b>
            <span dir="auto">{date.venue}</span>
          </Way>
        ))}
        <Way name={id} value={moneyBack} chosen={chosen} onChoose={(one) => onChoose(performance, one)}>
          <b>{amount > 0 ? words.money(money(amount, currency)) : words.nothing}</b>
        </Way>
      </fieldset>
      {state.chooseTrouble && <ShopTrouble trouble={state.chooseTrouble} />}
      <p>
        <button
          type="button"
          class="button"
          aria-disabled={busy || chosen === undefined}
          onClick={() => onConfirm(performance)}
        >
          {busy ? words.confirming : words.confirm}
        </button>
      </p>
    </section>
  );
}

function Way(props: {
  readonly name: string;
  readonly value: PerformanceFile['id'];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
  readonly children: preact.ComponentChildren;
}) {
  const { name, value, chosen, onChoose, children } = props;
  return (
    <label class="way">
      <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
      <span>{children}</span>
    </label>
  );
}
