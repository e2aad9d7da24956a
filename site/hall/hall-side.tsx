import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Held } from '../../contracts/house.ts';
import { wayIn } from '../../rules/way-in.ts';
import { hallWords } from '../../words/en/hall.ts';
import { money } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { codeOf } from '../api.ts';
import { freeAgain, lapsedOf } from '../basket/known-basket.ts';
import { BasketClock } from '../elements/basket-clock.tsx';
import { Crowd } from '../elements/crowd.tsx';
import { Forgetful } from '../elements/forgetful.tsx';
import { HeldSeats, totalOf } from '../elements/held-seats.tsx';
import { Notice } from '../elements/notice.tsx';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import { isForgetful } from '../kept.store.ts';
import { seatsInWords } from '../seat-name.ts';
import { type HallState, limitsOf, passIsOver, seatsLeft, standingHolds } from './hall-state.ts';
import { limitedPrices } from './limited-prices.ts';

/** Without a running pass: where to get one. */
export function WayIn({ state, performance }: { readonly state: HallState; readonly performance: PerformanceFile }) {
  const { pass, onSales, now } = state;
  if (pass && !passIsOver(state)) return null;
  const sells = performance.onSales.map(({ id }) => id);
  const way = wayIn(sells, onSales, [], now);
  const first = way.way === 'line' || way.way === 'lobby' ? way.onSale : undefined;
  const others = onSales.filter(({ id, closesAt }) => sells.includes(id) && closesAt > now && id !== first?.id);
  const address = (onSale: string) => `/line?on-sale=${onSale}&performance=${performance.id}`;
  if (!pass && isForgetful()) return <Forgetful onSale={first?.id} />;
  return (
    <Notice title={pass ? hallWords.passOver : hallWords.noPass} {...(pass && { role: 'alert', tone: 'trouble' })}>
      <p>{pass ? hallWords.passOverDetail : hallWords.noPassDetail}</p>
      {first && (
        <a class="button" href={address(first.id)}>
          {hallWords.toLine(isolated(first.title))}
        </a>
      )}
      {others.length > 0 && (
        <p class="hint">
          {hallWords.otherLines}{' '}
          {others.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 && ' · '}
              <a href={address(id)}>{title}</a>
            </span>
          ))}
        </p>
      )}
    </Notice>
  );
}

/** The fan's holds, one clock over all of them, and the way to pay. */
export function Holds(props: {
  readonly state: HallState;
  readonly onRelease: (held: Held) => void;
  readonly onMore: () => void;
  readonly onTake: (seats: readonly string[]) => void;
}) {
  const { state, onRelease, onMore, onTake } = props;
  const { files, now, performance, basket, extending, extendTrouble, pass } = state;
  const holds = standingHolds(state);
  if (holds.length === 0) {
    const isNews = lapsedOf(basket, now) && !state.asking && !state.refused;
    return isNews ? <Lapsed state={state} onTake={onTake} /> : null;
  }
  const isOver = passIsOver(state);
  const total = totalOf(holds, files);
  const reduced = limitedPrices(performance?.concessions ?? []);
  return (
    <section class="card holds" aria-labelledby="held">
      <h2 id="held" tabIndex={-1}>
        {hallWords.heldTitle}
      </h2>
      {basket?.timer && (
        <BasketClock
          timer={basket.timer}
          isLast={isOver}
          now={now}
          extending={extending}
          trouble={extendTrouble}
          onMore={onMore}
        />
      )}
      {holds.map((held, at) => (
        <HeldSeats
          key={held.hold}
          held={held}
          isMore={holds[at - 1]?.performance === held.performance}
          file={files.get(held.performance)}
          {...(!basket?.timer && { now })}
          onRelease={() => onRelease(held)}
        />
      ))}
      {total !== undefined && performance && (
        <p class="holds-total">
          {hallWords.total} <b>{money(total, performance.currency)}</b>
        </p>
      )}
      {!isOver && (
        <a class="button button-grand" href="/checkout">
          {hallWords.checkout}
        </a>
      )}
      <p class="holds-more">
        {pass && <span class="hint">{hallWords.limit(seatsLeft(state))}</span>}
        <a href="/">{hallWords.another}</a>
      </p>
      {reduced !== '' && <p class="hint">{hallWords.reduced(reduced)}</p>}
    </section>
  );
}

/** The time of what the fan held ran out. As long as nobody was quicker they take the very same seats again. */
function Lapsed(props: { readonly state: HallState; readonly onTake: (seats: readonly string[]) => void }) {
  const { basket, performance, now, taken, pass } = props.state;
  const seats = performance ? freeAgain(basket, performance.id, now) : [];
  const isOffered = seats.length > 0 && pass && !passIsOver(props.state) && !seats.some(({ id }) => taken.has(id));
  return (
    <Notice title={hallWords.lapsed} tone="trouble" role="alert">
      {isOffered && (
        <>
          <p>{hallWords.stillFree(seatsInWords(seats))}</p>
          <button type="button" class="button" onClick={() => props.onTake(seats.map(({ id }) => id))}>
            {hallWords.takeAgain}
          </button>
        </>
      )}
    </Notice>
  );
}

/** The outcome of the last request. */
export function HoldNews({ state, onAskAgain }: { readonly state: HallState; readonly onAskAgain: () => void }) {
  const { asking, holdTrouble, unheard } = state;
  const again = (
    <button type="button" class="button" onClick={onAskAgain}>
      {hallWords.askAgain}
    </button>
  );
  return (
    <>
      {asking?.crowded && <Crowd />}
      {asking?.slow && <Notice title={hallWords.slow} role="status" />}
      {unheard && (
        <Notice title={hallWords.noAnswer} tone="trouble" role="alert">
          {again}
        </Notice>
      )}
      {holdTrouble && (
        <ShopTrouble trouble={holdTrouble}>
          {codeOf(holdTrouble) === 'too-many-asks' && (
            <p>{hallWords.askAgainIn(Math.ceil(60 / limitsOf(state).asks.perMinute))}</p>
          )}
          {holdTrouble.kind !== 'refused' && again}
        </ShopTrouble>
      )}
    </>
  );
}
