import type { OrderView } from '../../contracts/order.ts';
import type { Trouble } from '../api.ts';
import { asked, learnTime, onReturn, theatreTime, timers, world } from '../browser.gateway.ts';
import { type KeptPass, kept } from '../kept.store.ts';
import { leave } from '../line/line-api.ts';
import { everySecond, openPage } from '../page.tsx';
import { keepAsking, spread } from '../poll.ts';
import { shopping } from '../shopping.store.ts';
import { onSaleIn } from '../signed-payload.ts';
import { readOrder } from './order-api.ts';
import { OrderPage } from './order-view.tsx';
import { beforeNextLook } from './order-watch.ts';
import type { TicketCode } from './ticket-code.ts';

export interface OrderState {
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
  readonly codes: ReadonlyMap<string, TicketCode | 'failed'>;
  readonly finishing: boolean;
  readonly finished: boolean;
  readonly finishTrouble?: Trouble | undefined;
}

const id = asked('id') ?? '';
const running = () => kept.passes().find(({ expiresAt }) => expiresAt > theatreTime());

const page = openPage<OrderState>(
  {
    key: id === '' ? undefined : shopping.orderKey(id),
    looks: 0,
    now: theatreTime(),
    pass: running(),
    codes: new Map(),
    finishing: false,
    finished: false,
    ...(id === '' && { trouble: { kind: 'missing' } }),
  },
  (state) => (
    <OrderPage
      state={state}
      onFinish={() => void finish()}
      onPrint={() => window.print()}
      onRetry={() => poll.wake()}
    />
  ),
);

const poll = keepAsking(timers, async () => {
  const { key, looks } = page.state();
  if (id === '' || key === undefined) return undefined;
  const answer = await readOrder(world, encodeURIComponent(id), key);
  if (!answer.ok) {
    page.turn({ trouble: answer.trouble });
    return answer.trouble.kind === 'unreachable' ? spread(5_000, world.chance()) : undefined;
  }
  learnTime(answer.seen);
  page.turn({ order: answer.body, trouble: undefined, looks: looks + 1, now: theatreTime(), pass: running() });
  const { voucher } = answer.body;
  const onSale = voucher === undefined ? undefined : onSaleIn(voucher);
  if (voucher !== undefined && onSale !== undefined) {
    kept.keepVoucher(onSale, voucher);
    page.turn({ wayBack: onSale });
  }
  void drawCodes(answer.body);
  return answer.body.state === 'placed' ? beforeNextLook(looks) : undefined;
});

/** The code reader's counterpart is large, and only this page with tickets needs it. */
async function drawCodes(order: OrderView): Promise<void> {
  if (order.tickets.length === 0) return;
  const { drawCode } = await import('./ticket-code.ts');
  const codes = new Map(page.state().codes);
  for (const { code } of order.tickets) if (!codes.has(code)) codes.set(code, drawCode(code));
  page.turn({ codes });
}

/** Gives the pass back, so that the next in the line comes in sooner. */
async function finish(): Promise<void> {
  const { pass, finishing } = page.state();
  const receipt = pass && kept.receipt(pass.onSale);
  if (!pass || finishing) return;
  page.turn({ finishing: true, finishTrouble: undefined });
  const answer = receipt ? await leave(world, pass.onSale, receipt.receipt) : undefined;
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
