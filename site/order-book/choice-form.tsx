import type { OrderBookEntry } from '../../contracts/order.ts';
import { datesFor, moneyBack, type ShownChoice } from '../../rules/date-choices.ts';
import { bookWords } from '../../words/en/order-book.ts';
import { longMoment, money, shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import type { Open, StaffChoice } from './open-order.ts';
import type { OpenActs } from './open-order-view.tsx';

/** Another date for a fan who telephones, or the money: what the fan could choose on their own page, and no more. */
export function ChoiceForm({ open, onChange, onAct }: OpenActs & { readonly open: Open }) {
  const { order, choice = {}, acting } = open;
  const { performance, chosen, missing, ...read } = choice;
  if (!read.files) return <p aria-busy="true">{bookWords.readingDates}</p>;
  return (
    <form
      class="staff-act"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        if (performance === undefined || chosen === undefined) onChange({ choice: { ...choice, missing: true } });
        else if (chosen === moneyBack) onAct({ act: 'money-back', performance });
        else onAct({ act: 'choose-date', performance, instead: chosen });
      }}
    >
      <p>{bookWords.choiceWhat}</p>
      {order.choices?.map((one) => (
        <Ways
          key={one.performance}
          order={order}
          one={one}
          choice={choice}
          onChoose={(way) => onChange({ choice: { ...read, performance: one.performance, chosen: way } })}
        />
      ))}
      {missing && (
        <p class="field-error" role="alert">
          {bookWords.choiceMissing}
        </p>
      )}
      <button type="submit" class="button" aria-disabled={acting}>
        {bookWords.choose}
      </button>
    </form>
  );
}

function Ways(props: {
  readonly order: OrderBookEntry;
  readonly one: ShownChoice;
  readonly choice: StaffChoice;
  readonly onChoose: (way: string) => void;
}) {
  const { order, one, choice, onChoose } = props;
  const dates = datesFor(one, order, choice.files ?? new Map(), choice.readAt ?? 0);
  const item = order.items.find(({ performance }) => performance === one.performance);
  const ways = [
    ...dates.map(({ id, startsAt, timeZone, venue }) => [id, `${longMoment(startsAt, timeZone)}, ${isolated(venue)}`]),
    [moneyBack, one.amount > 0 ? bookWords.choiceMoney(money(one.amount, order.currency)) : bookWords.choiceNothing],
  ] as const;
  return (
    <fieldset>
      {item && (
        <legend>{bookWords.choiceDates(isolated(item.title), shortMoment(item.startsAt, order.timeZone))}</legend>
      )}
      {dates.length === 0 && <p>{bookWords.choiceNone}</p>}
      {ways.map(([way = '', said]) => (
        <label key={way} class="way">
          <input
            type="radio"
            name="choice"
            checked={choice.performance === one.performance && choice.chosen === way}
            onChange={() => onChoose(way)}
          />
          <span>{said}</span>
        </label>
      ))}
    </fieldset>
  );
}
