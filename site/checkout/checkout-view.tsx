import type { Held } from '../../contracts/house.ts';
import type { OrderRequest } from '../../contracts/order.ts';
import { basketWords } from '../../words/en/basket.ts';
import { checkoutWords } from '../../words/en/checkout.ts';
import { siteWords } from '../../words/en/site.ts';
import { BasketClock } from '../elements/basket-clock.tsx';
import { Frame } from '../elements/frame.tsx';
import { Notice } from '../elements/notice.tsx';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import { WayBack } from '../elements/way-back.tsx';
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
  const { pass, basket, trouble, now } = state;
  const holds = (basket?.holds ?? []).filter(
    (hold): hold is Held => hold.state === 'held' && Math.max(hold.expiresAt, basket?.timer?.lapsesAt ?? 0) > now,
  );
  const over = basket?.holds.find(({ state }) => state === 'lapsed' || state === 'held');
  return (
    <Frame timeLeft={pass && pass.expiresAt - now}>
      <h1>{checkoutWords.title}</h1>
      <div class="checkout">
        {state.wayBack !== undefined && <WayBack onSale={state.wayBack} />}
        {!pass && state.wayBack === undefined && (
          <Nothing title={checkoutWords.noPass} detail={checkoutWords.noPassDetail} />
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
          (over ? <Over performance={over.performance} /> : <Empty />)}
        {pass && basket && holds.length > 0 && (
          <>
            <section class="card" aria-labelledby="held">
              <h2 id="held">{checkoutWords.held}</h2>
              {basket.timer && (
                <BasketClock
                  timer={basket.timer}
                  now={now}
                  extending={state.extending}
                  trouble={state.extendTrouble}
                  onMore={acts.onMore}
                />
              )}
              <HeldBill state={state} holds={holds} onType={acts.onType} />
            </section>
            <OrderForm state={state} holds={holds} onType={acts.onType} onOrder={acts.onOrder} />
          </>
        )}
      </div>
    </Frame>
  );
}

const Empty = () => <Nothing title={checkoutWords.empty} detail={checkoutWords.emptyDetail} />;

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

function Nothing({ title, detail }: { readonly title: string; readonly detail: string }) {
  return (
    <Notice title={title}>
      <p>{detail}</p>
      <p>
        <a class="button" href="/">
          {checkoutWords.toSeason}
        </a>
      </p>
    </Notice>
  );
}
