import type { ComponentChildren } from 'preact';
import type { Held } from '../../contracts/house.ts';
import type { OrderRequest } from '../../contracts/order.ts';
import { basketWords } from '../../words/en/basket.ts';
import { checkoutWords } from '../../words/en/checkout.ts';
import { siteWords } from '../../words/en/site.ts';
import { lapsedOf, standing } from '../basket/known-basket.ts';
import { BasketClock } from '../elements/basket-clock.tsx';
import { Foot } from '../elements/foot.tsx';
import { Forgetful } from '../elements/forgetful.tsx';
import { Frame } from '../elements/frame.tsx';
import { HeldSeats } from '../elements/held-seats.tsx';
import { Notice } from '../elements/notice.tsx';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import { WayBack } from '../elements/way-back.tsx';
import type { KeptPass } from '../kept.store.ts';
import * as kept from '../kept.store.ts';
import { byPerformance } from '../order/order-seats.ts';
import type { TypedAtCheckout } from '../shopping.store.ts';
import type { CheckoutState } from './checkout.tsx';
import { HeldBill } from './held-bill.tsx';
import { OrderForm } from './order-form.tsx';

export interface CheckoutActs {
  readonly onType: (typed: TypedAtCheckout) => void;
  readonly onMore: () => void;
  readonly onOrder: (request: OrderRequest) => void;
  readonly onFindOut: () => void;
  readonly onRetry: () => void;
}

export function CheckoutPage({ state, ...acts }: CheckoutActs & { readonly state: CheckoutState }) {
  const { pass, basket, trouble, now, files } = state;
  const holds = byPerformance(standing(basket, now)).flat();
  const isOver = pass !== undefined && pass.expiresAt <= now;
  const begun = pass && kept.ordered(pass.onSale).find((order) => holds.some(({ hold }) => order.holds.includes(hold)));
  const over = lapsedOf(basket, now);
  return (
    <Frame timeLeft={pass && pass.expiresAt - now} foot={<Foot />}>
      <h1>{checkoutWords.title}</h1>
      <div class="checkout">
        {state.wayBack !== undefined && <WayBack onSale={state.wayBack} />}
        {!pass && kept.isForgetful() && <Forgetful />}
        {!pass && state.wayBack === undefined && (
          <Nothing title={checkoutWords.noPass} detail={checkoutWords.noPassDetail} />
        )}
        {pass && isOver && basket && <PassOver pass={pass} holds={holds} />}
        {begun && !isOver && (
          <Notice title={checkoutWords.begun}>
            <p>
              <a class="button button-quiet" href={`/order?id=${encodeURIComponent(begun.order)}`}>
                {checkoutWords.toBegun}
              </a>
            </p>
          </Notice>
        )}
        {pass && !basket && !trouble && <p class="waiting-for-data" aria-busy="true" />}
        {trouble && (
          <ShopTrouble trouble={trouble}>
            <button type="button" class="button" onClick={acts.onRetry}>
              {siteWords.tryAgain}
            </button>
          </ShopTrouble>
        )}
        {state.unknown && (
          <Notice title={checkoutWords.again} tone="trouble" role="alert">
            <button type="button" class="button" onClick={acts.onFindOut} aria-disabled={state.ordering}>
              {state.ordering ? checkoutWords.ordering : checkoutWords.askAgain}
            </button>
          </Notice>
        )}
        {pass &&
          basket &&
          holds.length === 0 &&
          !state.unknown &&
          !isOver &&
          (over ? <Over performance={over.performance} /> : <Empty onSale={pass.onSale} />)}
        {pass && basket && holds.length > 0 && (
          <>
            <section class="card" aria-labelledby="held">
              <h2 id="held">{checkoutWords.held}</h2>
              {basket.timer && (
                <BasketClock
                  timer={basket.timer}
                  isLast={isOver}
                  now={now}
                  extending={state.extending}
                  trouble={state.extendTrouble}
                  onMore={acts.onMore}
                />
              )}
              {isOver ? (
                holds.map((held) => <HeldSeats key={held.hold} held={held} file={files.get(held.performance)} />)
              ) : (
                <HeldBill state={state} holds={holds} onType={acts.onType} />
              )}
            </section>
            {!isOver && <OrderForm state={state} holds={holds} onType={acts.onType} onOrder={acts.onOrder} />}
          </>
        )}
      </div>
    </Frame>
  );
}

/** The time to shop has ended before the seats were ordered: they stay held, and another turn buys them. */
function PassOver({ pass, holds }: { readonly pass: KeptPass; readonly holds: readonly Held[] }) {
  return (
    <Notice title={checkoutWords.passOver} tone="trouble" role="alert">
      <p>{holds.length > 0 ? checkoutWords.passOverHeld : checkoutWords.passOverDetail}</p>
      <p>
        <a class="button" href={`/line?on-sale=${encodeURIComponent(pass.onSale)}`}>
          {checkoutWords.toLine}
        </a>
      </p>
    </Notice>
  );
}

function Empty({ onSale }: { readonly onSale: string }) {
  const [bought] = kept.ordered(onSale);
  return (
    <Nothing title={checkoutWords.empty} detail={checkoutWords.emptyDetail}>
      {bought && (
        <a class="button button-quiet" href={`/order?id=${encodeURIComponent(bought.order)}`}>
          {checkoutWords.toOrder}
        </a>
      )}
    </Nothing>
  );
}

function Over({ performance }: { readonly performance: string }) {
  return (
    <Notice title={basketWords.over} tone="trouble" role="alert">
      <p>{basketWords.overDetail}</p>
      <p>
        <a class="button" href={`/hall?performance=${encodeURIComponent(performance)}`}>
          {basketWords.back}
        </a>
      </p>
    </Notice>
  );
}

function Nothing(props: { readonly title: string; readonly detail: string; readonly children?: ComponentChildren }) {
  const { title, detail, children } = props;
  return (
    <Notice title={title}>
      <p>{detail}</p>
      <p>
        <a class="button" href="/">
          {checkoutWords.toSeason}
        </a>{' '}
        {children}
      </p>
    </Notice>
  );
}
