import { bookWords } from '../../words/en/order-book.ts';
import { shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { Field } from '../elements/field.tsx';
import { seatInWords } from '../seat-name.ts';
import { exchangeOf, type Open, type StaffExchange, wanted } from './open-order.ts';
import type { OpenActs } from './open-order-view.tsx';

/**
 * One item's seats for others of the same performance, seat for seat: the seats that go, and those that come for them.
 */
export function ExchangeForm({ open, onChange, onExchange, onAct }: OpenActs & { readonly open: Open }) {
  const { order, exchange, acting } = open;
  const lines = order.items.filter(({ outcome }) => outcome === 'sold');
  const act = exchange && exchangeOf(exchange);
  return (
    <form
      class="staff-act"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        // The missing part is named below the field.
        if (act) onAct(act);
        else document.getElementById('seats')?.focus();
      }}
    >
      <fieldset>
        <legend>{bookWords.whichLine}</legend>
        {lines.map((line) => (
          <label key={line.hold} class="way">
            <input
              type="radio"
              name="line"
              checked={exchange?.hold === line.hold}
              onChange={() => onExchange(line.hold)}
            />
            <span>
              {isolated(line.title)}, {shortMoment(line.startsAt, order.timeZone)}
            </span>
          </label>
        ))}
      </fieldset>
      {exchange && !exchange.plan && <p aria-busy="true">{bookWords.readingPlan}</p>}
      {exchange?.plan && (
        <>
          <Given open={open} exchange={exchange} onChange={onChange} />
          <Wanted exchange={exchange} onChange={onChange} />
          <button type="submit" class="button" aria-disabled={acting}>
            {bookWords.exchange}
          </button>
        </>
      )}
    </form>
  );
}

type PartProps = Pick<OpenActs, 'onChange'> & { readonly exchange: StaffExchange };

function Given({ open, exchange, onChange }: PartProps & { readonly open: Open }) {
  const { hold, from } = exchange;
  const seats = open.order.items.find((line) => line.hold === hold)?.seats ?? [];
  return (
    <fieldset>
      <legend>{bookWords.given}</legend>
      {seats.map(({ id, label }) => (
        <label key={id} class="way">
          <input
            type="checkbox"
            checked={from.includes(id)}
            onChange={() => {
              const others = from.filter((one) => one !== id);
              onChange({ exchange: { ...exchange, from: from.includes(id) ? others : [...from, id] } });
            }}
          />
          <span>{seatInWords(label)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Wanted({ exchange, onChange }: PartProps) {
  const { plan, section, typed, from } = exchange;
  const seats = wanted(exchange);
  const understood = seats.filter(({ ok }) => ok).length;
  return (
    <>
      <div class="fields">
        <div class="field">
          <label for="section">{bookWords.section}</label>
          <select
            id="section"
            value={section}
            onChange={(change) =>
              onChange({ exchange: { ...exchange, section: (change.currentTarget as HTMLSelectElement).value } })
            }
          >
            {plan?.sections
              .filter(({ kind }) => kind === 'seated')
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </div>
        <Field
          label={bookWords.newSeats}
          hint={bookWords.newSeatsHint}
          name="seats"
          autocomplete="off"
          autocapitalize="characters"
          defaultValue={typed}
          onInput={(input) =>
            onChange({ exchange: { ...exchange, typed: (input.currentTarget as HTMLInputElement).value } })
          }
        />
      </div>
      <div role="status">
        <ul class="typed-seats">
          {seats.map((seat) => (
            <li key={seat.typed} class={seat.ok ? 'typed-ok' : 'typed-wrong'}>
              {seat.ok
                ? bookWords.typedOk(seatInWords(seat.label))
                : bookWords.typedWrong[seat.why](isolated(seat.typed))}
            </li>
          ))}
        </ul>
        {understood !== from.length && <p class="hint">{bookWords.seatForSeat(from.length, understood)}</p>}
      </div>
    </>
  );
}
