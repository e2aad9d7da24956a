import type { OwnOrders } from '../../contracts/order.ts';
import { findOrderWords as words } from '../../words/en/find-order.ts';
import { refusalWords } from '../../words/en/refusals.ts';
import { longMoment } from '../../words/en/written.ts';
import { Forgetful } from '../elements/forgetful.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import { ReceiptField } from '../elements/receipt-field.tsx';
import { isForgetful } from '../kept.store.ts';
import { addressOf, type FindingOrders, type FoundOrders } from './find-order.ts';
import type { OrderPageState } from './order.tsx';

export interface FindActs {
  readonly onFind: (pasted: string) => void;
  readonly onLookAgain: () => void;
  /** Wants to paste another receipt. */
  readonly onAnother: () => void;
}

/** Where a fan who lost the page of an order finds it by the receipt of their place. */
export function FindOrder({
  finding,
  state,
  ...acts
}: FindActs & { readonly finding: FindingOrders; readonly state: OrderPageState }) {
  const { at, found } = finding;
  if (at === 'asking') {
    return (
      <>
        {isForgetful() && <Forgetful />}
        <PasteForm finding={finding} onFind={acts.onFind} />
      </>
    );
  }
  if (at === 'looking') {
    return (
      <div class="finding-busy">
        <p role="status">{words.looking}</p>
        <p class="waiting-for-data" aria-busy="true" />
      </div>
    );
  }
  const isEmpty = found.every(({ orders, trouble }) => orders.length === 0 && !trouble);
  return (
    <>
      <p class="unseen" role="status">
        {words.found(found.reduce((sum, { orders }) => sum + orders.length, 0))}
      </p>
      {isEmpty && (
        <Notice title={words.none} role="status">
          <p>{words.noneDetail}</p>
          <LookAgain {...acts} />
        </Notice>
      )}
      {found.map((one) => (
        <Found key={one.onSale} found={one} state={state} {...acts} />
      ))}
      <p class="centred">
        <button type="button" class="link" onClick={acts.onAnother}>
          {words.another}
        </button>
      </p>
    </>
  );
}

function Found({ found, state, ...acts }: FindActs & { readonly found: FoundOrders; readonly state: OrderPageState }) {
  const { onSale, orders, trouble } = found;
  const title = state.season?.onSales.find(({ id }) => id === onSale)?.title;
  if (trouble) {
    return (
      <TroubleNotice trouble={trouble} words={{ ...refusalWords, ...words.refusals }}>
        {trouble.kind !== 'refused' && <LookAgain {...acts} />}
      </TroubleNotice>
    );
  }
  if (orders.length === 0) return null;
  return (
    <section class="found-orders">
      {title !== undefined && <h2>{title}</h2>}
      <ul>
        {orders.map((order) => (
          <Order key={order.order} order={order} state={state} />
        ))}
      </ul>
    </section>
  );
}

function Order({ order, state }: { readonly order: OwnOrders['orders'][number]; readonly state: OrderPageState }) {
  const { reference, placedAt } = order;
  const isOver = order.state === 'refused' || order.state === 'cancelled';
  return (
    <li class={isOver ? 'found-order found-order-over' : 'found-order'}>
      <p class="found-reference news">{reference}</p>
      <p class="found-state">{words.states[order.state]}</p>
      {/* Before the theatre's time zone is known its line is kept free. */}
      <p class="hint">{state.zoned ? words.placedAt(longMoment(placedAt, state.season?.timeZone)) : '\u00a0'}</p>
      <a class={isOver ? 'button button-quiet' : 'button'} href={addressOf(order)}>
        {words.open}
        <span class="unseen"> {reference}</span>
      </a>
    </li>
  );
}

function LookAgain({ onLookAgain }: Pick<FindActs, 'onLookAgain'>) {
  return (
    <p class="look-again">
      <button type="button" class="button button-quiet" onClick={onLookAgain}>
        {words.lookAgain}
      </button>
    </p>
  );
}

/** The field to paste a receipt that this browser does not keep. */
function PasteForm({ finding: { wrong }, onFind }: { readonly finding: FindingOrders } & Pick<FindActs, 'onFind'>) {
  return (
    <form
      class="card find-order"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onFind(`${new FormData(submitted.currentTarget).get('receipt') ?? ''}`);
      }}
    >
      <h2>{words.paste}</h2>
      <p>{words.pasteDetail}</p>
      <ReceiptField label={words.receipt} hint={words.receiptHint} error={wrong && words.wrong[wrong]} />
      <button type="submit" class="button">
        {words.find}
      </button>
      <p class="hint">{words.noReceipt}</p>
    </form>
  );
}
