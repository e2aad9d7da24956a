import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Basket } from '../../contracts/house.ts';
import type { OrderRequest } from '../../contracts/order.ts';
import { codeOf, type Trouble } from '../api.ts';
import { openBasket } from '../basket/basket-desk.ts';
import { browser, go, newKey, onReturn, readConfig, theatreTime, timers } from '../browser.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { followPresses } from '../elements/presses.ts';
import { readPerformance } from '../hall/seats-api.ts';
import type { KeptPass } from '../kept.store.ts';
import * as kept from '../kept.store.ts';
import { findOrders, placeOrder } from '../order/order-api.ts';
import { everySecond } from '../page.tsx';
import { keepAsking, spread } from '../poll.ts';
import { readTurned } from '../sale-turned.ts';
import { shopping, type TypedAtCheckout } from '../shopping.store.ts';
import { tellTabs } from '../tabs.gateway.ts';
import { openWhenWhole } from '../whole-page.tsx';
import { CheckoutPage } from './checkout-view.tsx';
import { offered, type PaymentWay } from './payment-ways.ts';

export interface CheckoutState {
  readonly pass?: KeptPass | undefined;
  readonly basket?: Basket;
  readonly files: ReadonlyMap<string, PerformanceFile>;
  /** All that there is to show was asked for once. */
  readonly read: boolean;
  /** Seats at reduced prices that the fan's other orders have, by the name of the price. */
  readonly reduced: Readonly<Record<string, number>>;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
  readonly trouble?: Trouble | undefined;
  readonly ways: readonly PaymentWay[];
  /** Seats a fan, if staff turned the limit of this on-sale. */
  readonly limit?: number | undefined;
  /** The fan's words and choices, kept over a refresh, a refusal and another look at the hall. */
  readonly typed: TypedAtCheckout;
  readonly extending: boolean;
  readonly extendTrouble?: Trouble | undefined;
  readonly ordering: boolean;
  /** A busy platform has not answered the order yet. */
  readonly crowded?: boolean;
  readonly orderTrouble?: Trouble | undefined;
  /** The last order was refused for its card; the seats are held all the same. */
  readonly declined: boolean;
  /** An order was sent and never answered. */
  readonly unknown: boolean;
  /** The on-sale that a voucher lets this fan in to again. */
  readonly wayBack?: string | undefined;
}

/** The last on-sale this fan shopped in, if an error of ours spoilt it. */
const wayBack = () => kept.passes().find(({ onSale }) => kept.voucher(onSale) !== undefined)?.onSale;
/** The one that lasts longest; when all are over, the last, since what is held with it stays held for its own time. */
const lastPass = () => kept.passes()[0];

const page = openWhenWhole<CheckoutState>(
  {
    pass: lastPass(),
    wayBack: wayBack(),
    files: new Map(),
    read: false,
    reduced: {},
    now: theatreTime(),
    ways: [],
    typed: shopping.typed(),
    extending: false,
    ordering: false,
    declined: false,
    unknown: false,
  },
  (state) => (
    <CheckoutPage
      state={state}
      onType={type}
      onMore={() => void extend()}
      onOrder={(request) => void order(request)}
      onFindOut={() => void findOut()}
      onRetry={() => reading.wake()}
    />
  ),
  ({ read, trouble }) => read || trouble !== undefined,
);

const desk = openBasket(
  () => page.state().pass,
  (basket) => {
    page.turn({ basket, trouble: undefined, now: theatreTime() });
    void readFiles(basket).then(async (areRead) => {
      const { pass } = page.state();
      if (!areRead) timers.set(() => reading.wake(), spread(5_000, browser.chance()));
      else if (pass) await readReduced(pass.onSale, basket);
      page.turn({ read: true });
    });
  },
);

const reading = keepAsking(timers, async () => {
  const pass = lastPass();
  const config = await readConfig();
  const turned = pass && (await readTurned(config.live, pass.onSale));
  const ways = offered(turned?.methods ?? config.payments, location.hostname);
  page.turn({ ways, pass, limit: turned?.seatsPerFan, now: theatreTime() });
  if (!pass) {
    page.turn({ read: true });
    return undefined;
  }
  page.turn({ unknown: shopping.purchase(pass.onSale) !== undefined });
  const trouble = await desk.look();
  // Of a pass that ended long ago nothing is known any more.
  const isLongOver = codeOf(trouble) === 'pass-expired';
  page.turn({ trouble: isLongOver ? undefined : trouble, ...(isLongOver && { pass: undefined, read: true }) });
  return trouble?.kind === 'unreachable' ? spread(5_000, browser.chance()) : undefined;
});

/** Whether every performance of the basket could be read. */
async function readFiles(basket: Basket): Promise<boolean> {
  const unread = [...new Set(basket.holds.map(({ performance }) => performance))].filter(
    (id) => !page.state().files.has(id),
  );
  const files = await Promise.all(unread.map((id) => readPerformance(browser, id)));
  const known = new Map(page.state().files);
  for (const file of files) if (file.ok) known.set(file.body.id, file.body);
  page.turn({ files: known });
  return files.every(({ ok }) => ok);
}

/** The sold holds of the basket when it was last asked what reduced prices they have. */
let soldThen = '';

/**
 * Reduced prices are counted over all orders of a fan. A fan who has bought before has this one request more, and again
 * only when more is sold. Without an answer the page knows of this order alone, and the platform says what is too much.
 */
async function readReduced(onSale: string, { holds }: Basket): Promise<void> {
  const sold = holds.flatMap(({ state, hold }) => (state === 'sold' ? [hold] : [])).join();
  const isOffered = [...page.state().files.values()].some(({ concessions = [] }) => concessions.length > 0);
  const receipt = kept.receipt(onSale)?.receipt;
  if (sold === soldThen || !isOffered || receipt === undefined) return;
  const found = await findOrders(browser, onSale, receipt);
  if (!found.ok) return;
  soldThen = sold;
  page.turn({ reduced: found.body.reduced });
}

function type(typed: TypedAtCheckout): void {
  const all = { ...page.state().typed, ...typed };
  shopping.keepTyped(all);
  page.turn({ typed: all });
}

async function extend(): Promise<void> {
  if (page.state().extending) return;
  page.turn({ extending: true, extendTrouble: undefined });
  const extendTrouble = await desk.moreTime();
  page.turn({ extending: false, extendTrouble });
  if (extendTrouble) bringToNews();
}

async function order(request: OrderRequest): Promise<void> {
  const { pass, ordering } = page.state();
  if (!pass || ordering) return;
  shopping.keepPurchase(pass.onSale, { key: newKey(), request });
  await findOut();
}

/** Sends the kept order, word for word: the same key makes the same order, whatever became of the first try. */
async function findOut(): Promise<void> {
  const { pass } = page.state();
  const purchase = pass && shopping.purchase(pass.onSale);
  if (!pass || !purchase || page.state().ordering) return;
  page.turn({ ordering: true, orderTrouble: undefined, declined: false });
  const answer = await placeOrder(browser, pass.pass, purchase.key, purchase.request, () =>
    page.turn({ crowded: true }),
  );
  page.turn({ crowded: false });
  if (answer.ok) {
    const { order: id, key, state, refusal } = answer.body;
    shopping.dropPurchase(pass.onSale);
    // The next press of the button is a new order, of the same seats.
    if (state === 'refused' && refusal === 'card-declined') {
      page.turn({ ordering: false, declined: true, unknown: false });
      bringToNews();
      return;
    }
    if (key !== undefined) shopping.keepOrderKey(id, key);
    if (state !== 'refused') {
      kept.dropVoucher(pass.onSale);
      kept.keepOrdered(pass.onSale, { order: id, holds: answer.body.items.map(({ hold }) => hold) });
    }
    tellTabs({ of: 'order', order: id });
    go(`/order?id=${encodeURIComponent(id)}`);
    return;
  }
  // After a fault of theirs nobody knows whether the order arrived: it is asked again, never made anew.
  const refused = answer.trouble.kind === 'refused' && codeOf(answer.trouble) !== 'fault';
  if (answer.trouble.kind === 'refused' && answer.trouble.problem.voucher !== undefined) {
    kept.keepVoucher(pass.onSale, answer.trouble.problem.voucher);
    page.turn({ wayBack: pass.onSale });
  }
  if (refused) shopping.dropPurchase(pass.onSale);
  page.turn({ ordering: false, orderTrouble: answer.trouble, unknown: !refused, now: theatreTime() });
  const code = codeOf(answer.trouble);
  if (code === 'pass-over') kept.endPass(pass, theatreTime());
  if (code === 'payment-method-unavailable') {
    page.turn({ ways: page.state().ways.filter((way) => way !== purchase.request.payment.method) });
    // Another may have come in its place.
    reading.wake();
  }
  // The published prices have changed since they were read.
  if (code === 'concession-unknown') page.turn({ files: new Map() });
  if (code === 'concession-unknown' || code?.startsWith('slip-')) reading.wake();
  bringToNews();
}

followPresses();
everySecond(() => page.turn({ now: theatreTime() }));
onReturn(() => reading.wake());
kept.onChange(() => {
  const before = page.state().pass?.pass;
  page.turn({ pass: lastPass(), now: theatreTime() });
  if (page.state().pass?.pass !== before) reading.wake();
});
