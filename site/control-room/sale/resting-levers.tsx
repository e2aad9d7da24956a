import type { SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { saleWords as words } from '../../../words/en/control-room-sale.ts';
import { shortMoment } from '../../../words/en/written.ts';
import { isolated } from '../../../words/isolated.ts';
import { keptSeats } from './effects.ts';
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
      {sale && <ReleaseLevers sale={sale} chosen={[...chosen]} desk={desk} />}
    </div>
  );
}

/** For each partner who has seats set aside in what is chosen. */
function ReleaseLevers({
  sale: { performances },
  chosen,
  desk,
}: {
  readonly sale: SaleLeversShown;
  readonly chosen: readonly string[];
  readonly desk: SaleDesk;
}) {
  const partners = new Set(performances.flatMap(({ allocations = [] }) => allocations.map(({ partner }) => partner)));
  return (
    <>
      {[...partners].sort().map((partner) => {
        const own = chosen.filter((one) => keptSeats(performances, { partner, performances: [one] }) > 0);
        if (own.length === 0) return null;
        const wish = { act: 'release', partner, performances: own } as const;
        return (
          <button key={partner} type="button" class="button button-quiet" onClick={() => desk.onTake(wish)}>
            {words.release(keptSeats(performances, wish), isolated(partner))}
          </button>
        );
      })}
    </>
  );
}

/** Releases at a set time that have not begun. */
export function PlannedReleases({ sale, desk }: LeverProps & { readonly sale: SaleLeversShown }) {
  const { planned = [], performances } = sale;
  if (planned.length === 0) return null;
  const timeZone = performances[0]?.timeZone ?? 'UTC';
  return (
    <section class="card sale-lever" aria-labelledby="sale-planned">
      <h2 id="sale-planned">{words.planned}</h2>
      {planned.map(({ turn, seats, partner, dueAt }) => (
        <p key={turn}>
          {words.plannedOne(seats, isolated(partner), shortMoment(dueAt, timeZone))}{' '}
          <button
            type="button"
            class="button button-quiet"
            onClick={() => desk.onTake({ act: 'withdraw', release: turn })}
          >
            {words.withdraw}
          </button>
        </p>
      ))}
    </section>
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
