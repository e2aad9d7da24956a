import type { Basket } from '../../contracts/house.ts';
import type { OrderView } from '../../contracts/order.ts';
import type { SiteConfig } from '../../contracts/site-config.ts';
import type { Trouble } from '../api.ts';
import { asked, browser, learnTime, onReturn, readConfig, theatreTime, timers } from '../browser.gateway.ts';
import { forgetComingBack } from '../checkout/stripe.gateway.ts';
import type { StripePayment } from '../checkout/stripe-payment.tsx';
import { extendBasket, readBasket } from '../hall/seats-api.ts';
import type { KeptPass } from '../kept.store.ts';
import * as kept from '../kept.store.ts';
import { leave } from '../line/line-api.ts';
import { everySecond, openPage } from '../page.tsx';
import { keepAsking, spread } from '../poll.ts';
import { shopping } from '../shopping.store.ts';
import { onSaleIn } from '../signed-payload.ts';
import { keepFile, type OrderFileKind } from './keep-file.gateway.ts';
import type { Keeping } from './keep-tickets.tsx';
import { keepKeyInLink } from './key-in-link.ts';
import { cancelOrder, readOrder } from './order-api.ts';
import { isOnItsWay } from './order-said.ts';
import { OrderPage } from './order-view.tsx';
import { beforeNextLook, betweenCalmLooks } from './order-watch.ts';
import type { DrawnCode } from './ticket-code.ts';

export interface OrderPageState extends Keeping {
  readonly order?: OrderView;
  readonly trouble?: Trouble | undefined;
  /** Undefined: this browser has no right to the order. */
  readonly key: string | undefined;
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
  /** While it is to be paid: the clock of its seats. */
  readonly timer?: Basket['timer'] | undefined;
  readonly extending: boolean;
  readonly extendTrouble?: Trouble | undefined;

  /** Asked whether the tickets are really to be given back. */
  readonly doubting: boolean;
  readonly givingBack: boolean;
  readonly giveBackTrouble?: Trouble | undefined;

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

const page = openPage<OrderPageState>(
  {
    key: id === '' ? undefined : shopping.orderKey(id),
    looks: 0,
    now: theatreTime(),
    pass: running(),
    codes: new Map(),
    sent: cameBack !== undefined && cameBack !== 'failed',
    extending: false,
    doubting: false,
    givingBack: false,
    finishing: false,
    finished: false,
    ...(id === '' && { trouble: { kind: 'missing' } }),
  },
  (state) => (
    <OrderPage
      state={state}
      onPaid={() => {
        page.turn({ sent: true, looks: 0 });
        poll.wake();
      }}
      onMore={() => void extend()}
      onDoubt={doubt}
      onGiveBack={() => void giveBack()}
      onFinish={() => void finish()}
      onPrint={() => window.print()}
      onKeep={(kind) => void keep(kind)}
      onRetry={() => poll.wake()}
    />
  ),
);

const poll = keepAsking(timers, async () => {
  const { key, looks } = page.state();
  if (id === '' || key === undefined) return undefined;
  const answer = await readOrder(browser, encodeURIComponent(id), key);
  if (!answer.ok) {
    page.turn({ trouble: answer.trouble });
    return answer.trouble.kind === 'unreachable' ? spread(5_000, browser.chance()) : undefined;
  }
  learnTime(answer.seen);
  const order = answer.body;
  page.turn({ order, trouble: undefined, looks: looks + 1, now: theatreTime(), pass: running() });
  const { voucher } = order;
  const onSale = voucher === undefined ? undefined : onSaleIn(voucher);
  if (voucher !== undefined && onSale !== undefined) {
    kept.keepVoucher(onSale, voucher);
    page.turn({ wayBack: onSale });
  }
  // The text typed at the checkout is bought, and no longer anybody's business.
  if (order.state === 'confirmed') shopping.dropTyped();
  void drawCodes(order);
  const typing = order.state === 'paying' && order.payment.clientSecret !== undefined && !page.state().sent;
  if (typing) await openCardForm();
  if (!isOnItsWay(order)) return undefined;
  return typing || order.payment.state === 'refunding' ? betweenCalmLooks : beforeNextLook(looks);
});

/** The card form is somebody else's and large: only an order that is to be paid loads it. */
async function openCardForm(): Promise<void> {
  const { pass, card } = page.state();
  if (!card) {
    const [{ stripe }, { StripePayment: Form }] = await Promise.all([
      readConfig(),
      import('../checkout/stripe-payment.tsx'),
    ]);
    if (stripe) page.turn({ card: { Form, stripe } });
    else page.turn({ trouble: { kind: 'unreachable' } });
  }
  const basket = pass && (await readBasket(browser, pass.pass));
  if (basket?.ok) page.turn({ timer: basket.body.timer });
}

async function extend(): Promise<void> {
  const { pass, extending } = page.state();
  if (!pass || extending) return;
  page.turn({ extending: true, extendTrouble: undefined });
  const answer = await extendBasket(browser, pass.pass);
  page.turn(
    answer.ok ? { extending: false, timer: answer.body.timer } : { extending: false, extendTrouble: answer.trouble },
  );
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
function doubt(doubting: boolean): void {
  page.turn({ doubting, giveBackTrouble: undefined });
  document.getElementById(doubting ? 'give-back-title' : 'give-back')?.focus();
}

async function giveBack(): Promise<void> {
  const { key, givingBack } = page.state();
  if (key === undefined || givingBack) return;
  page.turn({ givingBack: true, giveBackTrouble: undefined });
  const answer = await cancelOrder(browser, encodeURIComponent(id), key);
  page.turn(
    answer.ok
      ? { givingBack: false, doubting: false, order: answer.body, looks: 0 }
      : { givingBack: false, giveBackTrouble: answer.trouble },
  );
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
  kept.dropPass(pass.onSale);
  kept.dropReceipt(pass.onSale);
  page.turn({ finishing: false, finished: true, pass: undefined });
}

everySecond(() => page.turn({ now: theatreTime() }));
onReturn(() => poll.wake());
