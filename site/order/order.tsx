import type { PerformanceFile, Season } from '../../contracts/catalogue.ts';
import type { Basket } from '../../contracts/house.ts';
import type { OrderView } from '../../contracts/order.ts';
import type { SiteConfig } from '../../contracts/site-config.ts';
import { filesToRead, moneyBack } from '../../rules/date-choices.ts';
import { codeOf, type Trouble } from '../api.ts';
import { openBasket } from '../basket/basket-desk.ts';
import {
  asked,
  browser,
  learnTime,
  onReturn,
  readConfig,
  readSeason,
  reopenOnFragment,
  theatreTime,
  timers,
} from '../browser.gateway.ts';
import { forgetComingBack } from '../checkout/stripe.gateway.ts';
import type { StripePayment } from '../checkout/stripe-payment.tsx';
import { bringToNews } from '../elements/news.ts';
import { followPresses } from '../elements/presses.ts';
import type { KeptPass } from '../kept.store.ts';
import * as kept from '../kept.store.ts';
import { leave } from '../line/line-api.ts';
import { everySecond } from '../page.tsx';
import { keepAsking, spread } from '../poll.ts';
import { shopping } from '../shopping.store.ts';
import { onSaleIn } from '../signed-payload.ts';
import { hearTabs, tellTabs } from '../tabs.gateway.ts';
import { openWhenWhole } from '../whole-page.tsx';
import { type FindingOrders, lookFor, pastedReceipt, type ReceiptOf } from './find-order.ts';
import { giveBackId, giveSomeId } from './give-back.tsx';
import { keepFile, type OrderFileKind } from './keep-file.gateway.ts';
import type { Keeping } from './keep-tickets.tsx';
import { keepKeyInLink } from './key-in-link.ts';
import { cancelOrder, chooseDate, giveBackTickets, readDate, readOrder, takeBackNews } from './order-api.ts';
import { isOnItsWay } from './order-said.ts';
import { heldUntil, laterSlips } from './order-seats.ts';
import { OrderPage } from './order-view.tsx';
import { beforeNextLook, betweenCalmLooks } from './order-watch.ts';
import type { DrawnCode } from './ticket-code.ts';

/* Long because every act on an order turns one state. */

export interface OrderPageState extends Keeping {
  readonly order?: OrderView;
  readonly trouble?: Trouble | undefined;
  /** The address names an order. */
  readonly wanted: boolean;
  /** Undefined: this browser has no right to the order. */
  readonly key: string | undefined;
  /** While an order is looked for by the receipt of a place. */
  readonly finding?: FindingOrders;
  /** For the names of on-sales, and for times where there is no order; `zoned`: it answered, or will not. */
  readonly season?: Season;
  readonly zoned?: boolean;
  readonly looks: number;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
  readonly pass?: KeptPass | undefined;
  /** The on-sale that a voucher lets this fan in to again. */
  readonly wayBack?: string | undefined;
  /** The codes, drawn, by what they say; `'failed'` where this browser could not. */
  readonly codes: ReadonlyMap<string, DrawnCode | 'failed'>;

  /** The way to pay by card, once it is here. */
  readonly card?: { readonly Form: typeof StripePayment; readonly stripe: NonNullable<SiteConfig['stripe']> };
  /** The fan has paid, and the order does not know yet. */
  readonly sent: boolean;
  /** What the fan holds, while it is to be paid. */
  readonly basket?: Basket | undefined;
  /** The fan has pressed Pay, and the bank has not answered. */
  readonly paying: boolean;
  /** A change was made while this page looked, or was asked for on the page that led here. */
  readonly exchanged?: 'asked' | 'done' | undefined;
  readonly extending: boolean;
  readonly extendTrouble?: Trouble | undefined;

  /** Asked whether the tickets are really to be given back. */
  readonly doubting: boolean;
  /** Only those of this performance. */
  readonly only?: string | undefined;
  /** Only these tickets, by id: the fan picks them one by one. */
  readonly picked?: readonly string[] | undefined;
  readonly givingBack: boolean;
  readonly giveBackTrouble?: Trouble | undefined;

  /** Of the performances that a choice is about, once they are read: by id. */
  readonly files?: ReadonlyMap<string, PerformanceFile>;
  /** By cancelled performance: what is marked in the list. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** The performance whose choice is being made. */
  readonly choosing?: string | undefined;
  readonly chooseTrouble?: Trouble | undefined;

  /** What the buyer allowed about news is being taken back. */
  readonly takingBackNews?: boolean;
  readonly newsTrouble?: Trouble | undefined;

  readonly finishing: boolean;
  readonly finished: boolean;
  readonly finishTrouble?: Trouble | undefined;
}

const id = asked('id') ?? '';
keepKeyInLink(id);
const running = () => kept.passes().find(({ expiresAt }) => expiresAt > theatreTime());

/** A fan who comes back from a bank's page has paid there, or not: the address says. */
const cameBack = asked('redirect_status');
forgetComingBack();

const page = openWhenWhole<OrderPageState>(
  {
    wanted: id !== '',
    key: id === '' ? undefined : shopping.orderKey(id),
    looks: 0,
    now: theatreTime(),
    pass: running(),
    codes: new Map(),
    sent: cameBack !== undefined && cameBack !== 'failed',
    paying: false,
    exchanged: asked('exchanged') === undefined ? undefined : 'asked',
    extending: false,
    doubting: false,
    givingBack: false,
    finishing: false,
    finished: false,
  },
  (state) => (
    <OrderPage
      state={state}
      onPaid={() => {
        page.turn({ sent: true, looks: 0 });
        poll.wake();
      }}
      onPaying={(paying) => {
        page.turn({ paying });
        poll.wake();
      }}
      onMore={() => void extend()}
      onDoubt={doubt}
      onPick={pick}
      onGiveBack={() => void giveBack()}
      onChoose={(performance, chosen) =>
        page.turn({ chosen: { ...page.state().chosen, [performance]: chosen }, chooseTrouble: undefined })
      }
      onConfirm={(performance) => void choose(performance)}
      onTakeBackNews={() => void noNews()}
      onFinish={() => void finish()}
      onPrint={() => window.print()}
      onKeep={(kind) => void keep(kind)}
      onRetry={() => poll.wake()}
      onFind={find}
      onLookAgain={() => void lookIn(page.state().finding?.found ?? [])}
      onAnother={askForReceipt}
    />
  ),
  ({ order, trouble, finding }) => order !== undefined || trouble !== undefined || finding !== undefined,
);

const poll = keepAsking(timers, async () => {
  const { key, looks } = page.state();
  if (id === '' || key === undefined) return undefined;
  const { order: known, basket } = page.state();
  const slips = known ? laterSlips(known, basket, theatreTime()) : [];
  const answer = await readOrder(browser, id, key, slips);
  if (!answer.ok) {
    page.turn({ trouble: answer.trouble });
    if (codeOf(answer.trouble) === 'order-key-wrong') beginFinding();
    return answer.trouble.kind === 'unreachable' ? spread(5_000, browser.chance()) : undefined;
  }
  learnTime(answer.seen);
  const order = answer.body;
  const before = page.state().order;
  page.turn({
    exchanged: exchangedBy(order),
    order,
    trouble: undefined,
    looks: looks + 1,
    now: theatreTime(),
    pass: running(),
  });
  // Also of the first look: the checkout told of this order before the house had sold its seats.
  if (before?.state !== order.state || before.changing !== order.changing) tellTabs({ of: 'order', order: id });
  if (order.state === 'refused' && order.refusal !== undefined && onSaleHere !== undefined)
    kept.dropOrdered(onSaleHere, id);
  const { voucher } = order;
  const onSale = voucher === undefined ? undefined : onSaleIn(voucher);
  if (voucher !== undefined && onSale !== undefined) {
    kept.keepVoucher(onSale, voucher);
    page.turn({ wayBack: onSale });
  }
  // The text typed at the checkout is bought, and no longer anybody's business.
  if (order.state === 'confirmed') shopping.dropTyped();
  void drawCodes(order);
  void readDates(order);
  const typing = order.state === 'paying' && order.payment.clientSecret !== undefined && !page.state().sent;
  if (typing) await openCardForm();
  if (!isOnItsWay(order)) return undefined;
  const isCalm = (typing && !page.state().paying) || order.payment.state === 'refunding';
  return isCalm ? betweenCalmLooks : beforeNextLook(looks);
});

/** Whether an exchange that was asked for has been made, so that the page says so once. */
function exchangedBy({ changing, unchanged }: OrderView): OrderPageState['exchanged'] {
  if (changing === 'exchange') return 'asked';
  return page.state().exchanged && (unchanged ? undefined : 'done');
}

/** The on-sale that it was placed in on this browser: its pass has the basket with the order's seats. */
const onSaleHere = kept.passes().find(({ onSale }) => kept.ordered(onSale).some(({ order }) => order === id))?.onSale;
const desk = openBasket(
  () => (page.state().order?.state === 'paying' && onSaleHere !== undefined ? kept.pass(onSaleHere) : undefined),
  (basket) => {
    page.turn({ basket, now: theatreTime() });
    const { order, now } = page.state();
    // The order is told of more time as soon as the houses have written it.
    if (order && laterSlips(order, basket, now).length > 0) poll.wake();
  },
);

/** Nobody here has the key to an order: a receipt that this browser keeps may find it. */
function beginFinding(): void {
  if (page.state().finding) return;
  void readSeason().then((season) => page.turn({ zoned: true, ...(season.ok && { season: season.body }) }));
  const wanted = asked('on-sale');
  const receipts = kept.receipts().filter(({ onSale }) => wanted === undefined || onSale === wanted);
  if (receipts.length > 0) void lookIn(receipts);
  else page.turn({ finding: { at: 'asking', found: [] } });
}

async function lookIn(receipts: readonly ReceiptOf[]): Promise<void> {
  page.turn({ finding: { at: 'looking', found: [] } });
  const found = await lookFor(browser, receipts);
  // The very order that was asked for opens at once.
  const own = found.flatMap(({ orders }) => orders).find(({ order }) => order === id);
  if (own && own.key !== page.state().key) {
    shopping.keepOrderKey(own.order, own.key);
    page.turn({ key: own.key, trouble: undefined });
    poll.wake();
    return;
  }
  page.turn({ finding: { at: 'told', found } });
}

function find(text: string): void {
  const pasted = pastedReceipt(text);
  if (typeof pasted !== 'string') return void lookIn([pasted]);
  page.turn({ finding: { at: 'asking', found: [], wrong: pasted } });
  bringToNews();
}

function askForReceipt(): void {
  page.turn({ finding: { at: 'asking', found: [] } });
  document.getElementById('receipt')?.focus();
}

/** The card form is somebody else's and large: only an order that is to be paid loads it. */
async function openCardForm(): Promise<void> {
  if (!page.state().card) {
    const [{ stripe }, { StripePayment: Form }] = await Promise.all([
      readConfig(),
      import('../checkout/stripe-payment.tsx'),
    ]);
    if (stripe) page.turn({ card: { Form, stripe } });
    else page.turn({ trouble: { kind: 'unreachable' } });
  }
  await desk.look();
}

async function extend(): Promise<void> {
  if (page.state().extending) return;
  page.turn({ extending: true, extendTrouble: undefined });
  const extendTrouble = await desk.moreTime();
  page.turn({ extending: false, extendTrouble });
  if (extendTrouble) bringToNews();
}

/** The code reader's counterpart is large, and only this page with tickets needs it. */
async function drawCodes(order: OrderView): Promise<void> {
  if (order.tickets.length === 0) return;
  const { drawCode } = await import('./ticket-code.ts');
  const codes = new Map(page.state().codes);
  for (const { code } of order.tickets) if (!codes.has(code)) codes.set(code, drawCode(code));
  page.turn({ codes });
}

/** The question takes the focus, and gives it back to the button that asked. */
function doubt(doubting: boolean, only?: string): void {
  const { only: before, picked } = page.state();
  page.turn({ doubting, only, picked: undefined, giveBackTrouble: undefined });
  document.getElementById(doubting ? 'give-back-title' : picked ? giveSomeId : giveBackId(before))?.focus();
}

/** The tickets to be given back one by one. */
function pick(picked: readonly string[]): void {
  const { doubting } = page.state();
  page.turn({ doubting: true, only: undefined, picked, giveBackTrouble: undefined });
  if (!doubting) document.getElementById('give-back-title')?.focus();
}

async function giveBack(): Promise<void> {
  const { key, givingBack, only, picked } = page.state();
  if (key === undefined || givingBack || picked?.length === 0) return;
  page.turn({ givingBack: true, giveBackTrouble: undefined });
  const answer = picked
    ? await giveBackTickets(browser, id, key, { tickets: [...picked] })
    : await cancelOrder(browser, id, key, only);
  page.turn(
    answer.ok
      ? { givingBack: false, doubting: false, only: undefined, picked: undefined, order: answer.body, looks: 0 }
      : { givingBack: false, giveBackTrouble: answer.trouble },
  );
  if (answer.ok) tellTabs({ of: 'order', order: id });
  else bringToNews();
  if (answer.ok) document.getElementById('order-title')?.focus();
  poll.wake();
}

async function noNews(): Promise<void> {
  const { key, takingBackNews } = page.state();
  if (key === undefined || takingBackNews) return;
  page.turn({ takingBackNews: true, newsTrouble: undefined });
  const answer = await takeBackNews(browser, id, key);
  page.turn({ takingBackNews: false, ...(answer.ok ? { order: answer.body } : { newsTrouble: answer.trouble }) });
  if (answer.ok) document.getElementById('news-title')?.focus();
  else bringToNews();
}

/** The dates of open choices, once. One that cannot be read is not shown; the next look tries again. */
async function readDates(order: OrderView): Promise<void> {
  const { files = new Map<string, PerformanceFile>() } = page.state();
  const missing = filesToRead(order).filter((performance) => !files.has(performance));
  if (missing.length === 0) return;
  const read = await Promise.all(missing.map((performance) => readDate(browser, performance)));
  page.turn({
    files: new Map([...files, ...read.flatMap((file) => (file.ok ? [[file.body.id, file.body] as const] : []))]),
  });
}

/** Takes the date that is marked, or the money. */
async function choose(performance: string): Promise<void> {
  const { key, chosen, choosing } = page.state();
  const instead = chosen?.[performance];
  if (key === undefined || choosing !== undefined || instead === undefined) return;
  page.turn({ choosing: performance, chooseTrouble: undefined });
  const answer =
    instead === moneyBack
      ? await cancelOrder(browser, id, key, performance)
      : await chooseDate(browser, id, key, { performance, instead });
  page.turn({
    choosing: undefined,
    ...(answer.ok ? { order: answer.body, looks: 0 } : { chooseTrouble: answer.trouble }),
  });
  if (answer.ok) tellTabs({ of: 'order', order: id });
  else bringToNews();
  if (answer.ok) document.getElementById('order-title')?.focus();
  poll.wake();
}

async function keep(kind: OrderFileKind): Promise<void> {
  const { key } = page.state();
  if (key === undefined) return;
  page.turn({ keeping: kind, keepTrouble: undefined });
  const handed = await keepFile(id, key, kind);
  page.turn({ keepTrouble: handed.ok ? undefined : handed.trouble, keeping: undefined });
}

/** Gives the pass back, so that the next in the line comes in sooner. */
async function finish(): Promise<void> {
  const { pass, finishing } = page.state();
  const receipt = pass && kept.receipt(pass.onSale);
  if (!pass || finishing) return;
  page.turn({ finishing: true, finishTrouble: undefined });
  const answer = receipt ? await leave(browser, pass.onSale, receipt.receipt) : undefined;
  if (answer && !answer.ok && answer.trouble.kind !== 'refused') {
    page.turn({ finishing: false, finishTrouble: answer.trouble });
    return;
  }
  // The receipt stays: it finds this order again.
  kept.endPass(pass, theatreTime());
  page.turn({ finishing: false, finished: true, pass: undefined });
}

followPresses();
if (page.state().key === undefined) beginFinding();
reopenOnFragment();
everySecond(() => {
  const { order, basket, now } = page.state();
  const end = order && heldUntil(order, basket, now);
  page.turn({ now: theatreTime(), pass: running() });
  // At that moment the order itself says whether a bank still asks, and the seats wait for it.
  if (end !== undefined && now < end && end <= page.state().now) poll.wake();
});
onReturn(() => poll.wake());
hearTabs((news) => {
  if (news.of === 'order' && news.order === id) poll.wake();
});
