import type { SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { saleWords as words } from '../../../words/en/control-room-sale.ts';
import type { SaleDesk, SaleState } from './sale.ts';

/* The levers as nobody has them in hand: what stands, and the way to take one. */

interface LeverProps {
  readonly state: SaleState;
  readonly desk: SaleDesk;
}

/** Of the performances that are chosen in the table. */
export function SellingLever({ state, desk }: LeverProps) {
  const { chosen, sale } = state;
  const stopped = (isStopped: boolean) =>
    (sale?.performances ?? []).filter((one) => chosen.has(one.performance) && one.isStopped === isStopped).length > 0;
  const take = (act: 'stop' | 'sell-on') => desk.onTake({ act, performances: [...chosen] });
  return (
    <div class="sale-selling">
      <p role="status">{chosen.size === 0 ? words.chooseFirst : words.choosing(chosen.size)}</p>
      <button type="button" class="button button-quiet" disabled={!stopped(false)} onClick={() => take('stop')}>
        {words.stop}
      </button>
      <button type="button" class="button button-quiet" disabled={!stopped(true)} onClick={() => take('sell-on')}>
        {words.sellOn}
      </button>
    </div>
  );
}

export function LimitLever({ sale, state, desk }: LeverProps & { readonly sale: SaleLeversShown }) {
  const { limit } = sale;
  return (
    <section class="card sale-lever" aria-labelledby="sale-limit">
      <h2 id="sale-limit">{words.limit}</h2>
      <p class="sale-stands">{words.limitNow(limit.now, limit.published)}</p>
      <button
        type="button"
        class="button button-quiet"
        aria-expanded={state.hand?.wish.act === 'limit'}
        onClick={() => desk.onTake({ act: 'limit', seatsPerFan: limit.now })}
      >
        {words.turnLimit}
      </button>
    </section>
  );
}

export function MethodsLever({ sale, state, desk }: LeverProps & { readonly sale: SaleLeversShown }) {
  const { methods } = sale;
  return (
    <section class="card sale-lever" aria-labelledby="sale-methods">
      <h2 id="sale-methods">{words.methods}</h2>
      <ul class="sale-methods">
        {methods.known.map((one) => (
          <li key={one} class={methods.now.includes(one) ? 'sale-offered' : undefined}>
            {words.method[one]}: {methods.now.includes(one) ? words.offered : words.notOffered}
            {!methods.stage.includes(one) && <small> ({words.notOfStage})</small>}
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button button-quiet"
        aria-expanded={state.hand?.wish.act === 'methods'}
        onClick={() => desk.onTake({ act: 'methods', methods: methods.now })}
      >
        {words.turnMethods}
      </button>
    </section>
  );
}
