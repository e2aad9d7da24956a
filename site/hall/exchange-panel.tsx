import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Plan } from '../../contracts/plan.ts';
import { hallWords } from '../../words/en/hall.ts';
import { money } from '../../words/en/written.ts';
import { Notice } from '../elements/notice.tsx';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import { seatInWords } from '../seat-name.ts';
import { sumAfter } from './exchange-sum.ts';
import { exchangedLine, type HallState, locate } from './hall-state.ts';

interface ExchangeProps {
  readonly state: HallState;
  readonly plan: Plan;
  readonly performance: PerformanceFile;
  readonly onGive: (seat: string) => void;
  readonly onExchange: () => void;
}

/** Seats of an order for others: the fan says which of them are given back. */
export function ExchangePanel({ state, onGive }: Pick<ExchangeProps, 'state' | 'onGive'>) {
  const { exchange } = state;
  const words = hallWords.exchange;
  if (!exchange) return null;
  const back = <a href={`/order?id=${encodeURIComponent(exchange.order)}`}>{words.toOrder}</a>;
  if (exchange.key === undefined) {
    return (
      <Notice title={words.elsewhere} tone="trouble" role="alert">
        <p>{words.elsewhereDetail}</p>
      </Notice>
    );
  }
  const line = exchangedLine(state);
  if (!exchange.view || !line || exchange.view.may?.exchange === false) {
    if (!exchange.view && !exchange.trouble) return <p class="waiting-for-data" aria-busy="true" />;
    if (exchange.trouble) return <ShopTrouble trouble={exchange.trouble}>{back}</ShopTrouble>;
    return (
      <Notice title={words.notNow} tone="trouble" role="alert">
        <p>{words.notNowDetail}</p>
        {back}
      </Notice>
    );
  }
  const { from, view } = exchange;
  return (
    <section class="card exchange" aria-labelledby="exchange">
      <h2 id="exchange">{words.title}</h2>
      <p>{words.detail(Math.max(1, from.length))}</p>
      <fieldset>
        <legend>{words.yours}</legend>
        {line.seats.map((seat) => (
          <label key={seat.id} class="tick">
            <input type="checkbox" checked={from.includes(seat.id)} onChange={() => onGive(seat.id)} />
            <span>
              {seatInWords(seat.label)} <b>{money(seat.price, view.currency)}</b>
            </span>
          </label>
        ))}
      </fieldset>
      <a href={`/order?id=${encodeURIComponent(exchange.order)}`}>{words.keep}</a>
    </section>
  );
}

/**
 * At the foot of the plan, where the seats are picked: the seats still to pick, the change of the price, and one
 * button.
 */
export function ExchangeBar(props: Omit<ExchangeProps, 'onGive'>) {
  const { state, plan, performance, onExchange } = props;
  const { exchange, picks } = state;
  const line = exchangedLine(state);
  if (!exchange?.view || !line) return null;
  const words = hallWords.exchange;
  const { from, asking, trouble, view } = exchange;
  const before = line.seats.reduce((sum, { id, price }) => sum + (from.includes(id) ? price : 0), 0);
  const priceOf = (id: string) => performance.prices[locate(plan, id)?.seat.category ?? ''] ?? 0;
  const after = sumAfter(line.seats, from, picks, priceOf);
  const missing = from.length - picks.length;
  const sum = (minor: number) => money(minor, view.currency);
  const isDearer = missing === 0 && after > before;
  // Nobody asks a fan for more money on a page: once an order is paid, its seats become no dearer.
  const isTooDear = isDearer && view.payment.state === 'captured';
  return (
    <>
      {trouble && <ShopTrouble trouble={trouble} />}
      <p class="picks-words" role="status">
        {missing > 0 && <b>{words.left(missing)}</b>}
        {missing === 0 && picks.length > 0 && (
          <b>
            {after === before && words.same}
            {after < before && words.less(sum(before - after))}
            {isDearer && (isTooDear ? words.more : words.dearer)(sum(after - before))}
          </b>
        )}
      </p>
      {missing === 0 && picks.length > 0 && !isTooDear && (
        <button type="button" class="button" onClick={onExchange} aria-disabled={asking}>
          {asking ? words.asking : words.confirm}
        </button>
      )}
    </>
  );
}
