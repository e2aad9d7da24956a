import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Basket } from '../../contracts/house.ts';
import type { OrderRequest } from '../../contracts/order.ts';
import { codeOf, type Trouble } from '../api.ts';
import { go, learnTime, newKey, onReturn, readConfig, theatreTime, timers, world } from '../browser.gateway.ts';
import { focusFirstWrong } from '../elements/field.tsx';
import { readBasket, readPerformance } from '../hall/seats-api.ts';
import { type KeptPass, kept } from '../kept.store.ts';
import { placeOrder } from '../order/order-api.ts';
import { everySecond, openPage } from '../page.tsx';
import { keepAsking, spread } from '../poll.ts';
import { shopping } from '../shopping.store.ts';
import { CheckoutPage } from './checkout-view.tsx';
import { offered, type Payment } from './payment-ways.ts';

export interface CheckoutState {
  readonly pass?: KeptPass | undefined;
  readonly basket?: Basket;
  readonly files: ReadonlyMap<string, PerformanceFile>;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
  readonly trouble?: Trouble | undefined;
  readonly ways: readonly Payment['method'][];
  readonly way: Payment['method'];
  readonly ordering: boolean;
  readonly orderTrouble?: Trouble | undefined;
  /** An order was sent and never answered. */
  readonly unknown: boolean;
  /** The on-sale that a voucher lets this fan in to again. */
  readonly wayBack?: string | undefined;
}

/** The last on-sale this fan shopped in, if an error of ours spoilt it. */
const wayBack = () => kept.passes().find(({ onSale }) => kept.voucher(onSale) !== undefined)?.onSale;
const running = () => kept.passes().find(({ expiresAt }) => expiresAt > theatreTime());

const page = openPage<CheckoutState>(
  {
    pass: running(),
    wayBack: wayBack(),
    files: new Map(),
    now: theatreTime(),
    ways: ['box-office'],
    way: 'box-office',
    ordering: false,
    unknown: false,
  },
  (state) => (
    <CheckoutPage
      state={state}
      onWay={(way) => page.turn({ way })}
      onOrder={(request) => void order(request)}
      onFindOut={() => void findOut()}
      onRetry={() => reading.wake()}
    />
  ),
);

const reading = keepAsking(timers, async () => {
  const config = await readConfig();
  const ways = offered(config.payments, location.hostname);
  page.turn({ ways, pass: running(), now: theatreTime() });
  const { pass } = page.state();
  if (!pass) return undefined;
  page.turn({ unknown: shopping.purchase(pass.onSale) !== undefined });
  const basket = await readBasket(world, pass.pass);
  if (!basket.ok) {
    page.turn({ trouble: basket.trouble });
    return basket.trouble.kind === 'unreachable' ? spread(5_000, world.chance()) : undefined;
  }
  learnTime(basket.seen);
  page.turn({ basket: basket.body, trouble: undefined, now: theatreTime() });
  return (await readFiles(basket.body)) ? undefined : spread(5_000, world.chance());
});

/** Whether every performance of the basket could be read. */
async function readFiles(basket: Basket): Promise<boolean> {
  const unread = [...new Set(basket.holds.map(({ performance }) => performance))].filter(
    (id) => !page.state().files.has(id),
  );
  const files = await Promise.all(unread.map((id) => readPerformance(world, id)));
  const known = new Map(page.state().files);
  for (const file of files) if (file.ok) known.set(file.body.id, file.body);
  page.turn({ files: known });
  return files.every(({ ok }) => ok);
}

async function order(request: OrderRequest): Promise<void> {
  const { pass, ordering } = page.state();
  if (!pass || ordering) return;
  shopping.keepPurchase(pass.onSale, { key: newKey(), request });
  await findOut();
}

/** Sends what is kept, word for word: the same key makes the same order, whatever became of the first try. */
async function findOut(): Promise<void> {
  const { pass } = page.state();
  const purchase = pass && shopping.purchase(pass.onSale);
  if (!pass || !purchase || page.state().ordering) return;
  page.turn({ ordering: true, orderTrouble: undefined });
  const answer = await placeOrder(world, pass.pass, purchase.key, purchase.request);
  if (answer.ok) {
    const { order: id, key } = answer.body;
    if (key !== undefined) shopping.keepOrderKey(id, key);
    shopping.dropPurchase(pass.onSale);
    if (answer.body.state !== 'refused') kept.dropVoucher(pass.onSale);
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
  if (codeOf(answer.trouble) === 'payment-method-unavailable') {
    page.turn({ way: 'box-office', ways: page.state().ways.filter((way) => way === 'box-office') });
  }
  if (codeOf(answer.trouble)?.startsWith('slip-')) reading.wake();
  focusFirstWrong();
}

everySecond(() => page.turn({ now: theatreTime() }));
onReturn(() => reading.wake());
