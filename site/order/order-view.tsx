import type { OrderView } from '../../contracts/order.ts';
import { findOrderWords } from '../../words/en/find-order.ts';
import { orderWords } from '../../words/en/order.ts';
import { siteWords } from '../../words/en/site.ts';
import { codeOf } from '../api.ts';
import { Foot } from '../elements/foot.tsx';
import { Frame } from '../elements/frame.tsx';
import { Notice } from '../elements/notice.tsx';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import { WayBack } from '../elements/way-back.tsx';
import { type ChoiceActs, ChooseDate } from './choose-date.tsx';
import { type FindActs, FindOrder } from './find-order-view.tsx';
import { GiveBack } from './give-back.tsx';
import type { OrderFileKind } from './keep-file.gateway.ts';
import { NewsConsent } from './news-consent.tsx';
import type { OrderPageState } from './order.tsx';
import { OrderBill } from './order-bill.tsx';
import { headline, unchangedSaid } from './order-said.ts';
import { longLook } from './order-watch.ts';
import { isPayOver, PayNow } from './pay-now.tsx';
import { Tickets } from './tickets-view.tsx';

export interface OrderActs extends FindActs, ChoiceActs {
  readonly onPaid: () => void;
  readonly onPaying: (paying: boolean) => void;
  readonly onMore: () => void;
  /** Asked to give the tickets back, or thought better of it. */
  readonly onDoubt: (doubting: boolean, only?: string) => void;
  readonly onPick: (tickets: readonly string[]) => void;
  readonly onGiveBack: () => void;
  readonly onTakeBackNews: () => void;
  readonly onFinish: () => void;
  readonly onPrint: () => void;
  readonly onKeep: (kind: OrderFileKind) => void;
  readonly onRetry: () => void;
}

export function OrderPage({ state, ...acts }: OrderActs & { readonly state: OrderPageState }) {
  const { order, trouble, key, pass, now, finding } = state;
  const elsewhere = key === undefined || codeOf(trouble) === 'order-key-wrong';
  return (
    <Frame timeLeft={pass && pass.expiresAt - now} foot={<Foot />}>
      {elsewhere && finding && (
        <div class="finding">
          <header class="order-head">
            <p class="eyebrow">{findOrderWords.eyebrow}</p>
            <h1>{findOrderWords.title}</h1>
            <p class="lead">{findOrderWords.lead}</p>
          </header>
          {state.wanted && (
            <Notice title={orderWords.notHere}>
              <p>{orderWords.notHereDetail}</p>
            </Notice>
          )}
          <FindOrder finding={finding} state={state} {...acts} />
        </div>
      )}
      {!elsewhere && !order && !trouble && <p class="waiting-for-data" aria-busy="true" />}
      {!elsewhere && trouble && (
        <ShopTrouble trouble={trouble}>
          <button type="button" class="button" onClick={acts.onRetry}>
            {siteWords.tryAgain}
          </button>
        </ShopTrouble>
      )}
      {order && <Order order={order} state={state} {...acts} />}
    </Frame>
  );
}

function Order({ order, state, ...acts }: OrderActs & { readonly order: OrderView; readonly state: OrderPageState }) {
  const isOver = order.state === 'paying' && isPayOver(order, state);
  const { title, detail } = headline(order, {
    slow: state.looks > longLook,
    sent: state.sent,
    isOver,
  });
  const unchanged = unchangedSaid(order);
  return (
    <div class="order">
      <div class="order-head" role="status">
        <h1 id="order-title" tabIndex={-1}>
          {title}
        </h1>
        {detail !== undefined && <p class="lead">{detail}</p>}
      </div>
      {unchanged && (
        <Notice title={unchanged.title} tone="trouble" role="status">
          <p>{unchanged.detail}</p>
        </Notice>
      )}
      {state.wayBack !== undefined && !state.pass && <WayBack onSale={state.wayBack} />}
      {order.state === 'paying' && (
        <PayNow order={order} state={state} onPaid={acts.onPaid} onPaying={acts.onPaying} onMore={acts.onMore} />
      )}
      {state.exchanged === 'done' && order.state === 'confirmed' && (
        <Notice title={orderWords.exchanged} tone="good" role="status">
          <p>{orderWords.exchangedDetail}</p>
        </Notice>
      )}
      {order.state === 'confirmed' &&
        !order.changing &&
        order.choices
          ?.filter(({ until }) => state.now < until)
          .map((choice) => (
            <ChooseDate
              key={choice.performance}
              choice={choice}
              order={order}
              state={state}
              onChoose={acts.onChoose}
              onConfirm={acts.onConfirm}
            />
          ))}
      {order.state === 'refused' ? (
        <OnFrom order={order} />
      ) : (
        <OrderBill
          order={isOver ? { ...order, payment: { ...order.payment, state: 'voided' } } : order}
          now={state.now}
        />
      )}
      {order.tickets.length > 0 && (
        <Tickets
          order={order}
          codes={state.codes}
          keeping={state.keeping}
          keepTrouble={state.keepTrouble}
          onPrint={acts.onPrint}
          onKeep={acts.onKeep}
        />
      )}
      {order.state === 'confirmed' && <Finish state={state} onFinish={acts.onFinish} />}
      {(order.may?.cancel || order.may?.giveBack || order.may?.tickets) && !order.changing && (
        <GiveBack
          order={order}
          state={state}
          onDoubt={acts.onDoubt}
          onPick={acts.onPick}
          onGiveBack={acts.onGiveBack}
        />
      )}
      <NewsConsent order={order} state={state} onTakeBack={acts.onTakeBackNews} />
      {order.state === 'cancelled' && (
        <p class="centred">
          <a class="button button-quiet" href="/">
            {siteWords.toSeason}
          </a>
        </p>
      )}
    </div>
  );
}

/** The way on from an order that did not go through. */
function OnFrom({ order: { refusal } }: { readonly order: OrderView }) {
  const ways = {
    'card-declined': ['/checkout', orderWords.toCheckout],
    'not-paid': ['/checkout', orderWords.toPayAgain],
    'seats-lost': ['/', orderWords.toSeason],
    'payment-withdrawn': ['/', orderWords.toSeason],
    'performance-cancelled': ['/', orderWords.toSeason],
  } as const;
  const [href, words] = ways[refusal ?? 'seats-lost'];
  return (
    <p class="centred">
      <a class="button" href={href}>
        {words}
      </a>
    </p>
  );
}

function Finish({ state, onFinish }: { readonly state: OrderPageState; readonly onFinish: () => void }) {
  const { pass, finishing, finished, finishTrouble } = state;
  if (finished) {
    return (
      <Notice title={orderWords.thanks} tone="good" role="status">
        <p>{orderWords.thanksDetail}</p>
      </Notice>
    );
  }
  if (!pass) return null;
  return (
    <section class="finish">
      {finishTrouble && <ShopTrouble trouble={finishTrouble} />}
      <p>{orderWords.finishDetail}</p>
      <p class="finish-ways">
        <button type="button" class="button" onClick={onFinish} aria-disabled={finishing}>
          {orderWords.finish}
        </button>
        <a class="button button-quiet" href="/">
          {orderWords.more}
        </a>
      </p>
    </section>
  );
}
