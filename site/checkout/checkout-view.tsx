import type { OrderRequest } from '../../contracts/order.ts';
import { fieldMessage } from '../api.ts';
import { Field, valuesOf } from '../elements/field.tsx';
import { Frame } from '../elements/frame.tsx';
import { HeldSeats, totalOf } from '../elements/held-seats.tsx';
import { Notice } from '../elements/notice.tsx';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import { WayBack } from '../elements/way-back.tsx';
import type { Held } from '../hall/hall-state.ts';
import { money } from '../money.ts';
import { checkoutWords } from '../words/en/checkout.ts';
import { siteWords } from '../words/en/site.ts';
import type { CheckoutState } from './checkout.tsx';
import type { Payment } from './payment-ways.ts';

interface Acts {
  readonly onWay: (way: Payment['method']) => void;
  readonly onOrder: (request: OrderRequest) => void;
  readonly onFindOut: () => void;
  readonly onRetry: () => void;
}

export function CheckoutPage({ state, ...acts }: Acts & { readonly state: CheckoutState }) {
  const { pass, basket, trouble, now, files } = state;
  const holds = (basket?.holds ?? []).filter((hold): hold is Held => hold.state === 'held' && hold.expiresAt > now);
  const venue = [...files.values()][0]?.venue;
  return (
    <Frame venue={venue} timeLeft={pass && pass.expiresAt - now}>
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
        {basket && holds.length === 0 && !state.unknown && (
          <Nothing title={checkoutWords.empty} detail={checkoutWords.emptyDetail} />
        )}
        {holds.length > 0 && <OrderForm state={state} holds={holds} {...acts} />}
      </div>
    </Frame>
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

function OrderForm({
  state,
  holds,
  ...acts
}: Acts & { readonly state: CheckoutState; readonly holds: readonly Held[] }) {
  const { files, now, orderTrouble, ordering, way, ways } = state;
  const total = totalOf(holds, files);
  const currency = files.get(holds[0]?.performance ?? '')?.currency;
  const price = total === undefined || !currency ? '…' : money(total, currency);
  const wrong = (field: string) => fieldMessage(orderTrouble, `body.${field}`);
  const atFields = ['buyer.name', 'buyer.email', 'buyer.phone'].some((field) => wrong(field) !== undefined);
  return (
    <form
      class="checkout"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        acts.onOrder(requestOf(valuesOf(submit.currentTarget as HTMLFormElement), way, holds));
      }}
    >
      <section class="card">
        <h2>{checkoutWords.held}</h2>
        {holds.map((held) => (
          <HeldSeats key={held.hold} held={held} file={files.get(held.performance)} now={now} />
        ))}
        <p class="holds-total">
          {checkoutWords.total} <b>{price}</b>
        </p>
      </section>
      <section class="card">
        <h2>{checkoutWords.who}</h2>
        <Field
          label={checkoutWords.name}
          hint={checkoutWords.nameHint}
          name="name"
          autocomplete="name"
          error={wrong('buyer.name') && checkoutWords.nameWrong}
        />
        <Field
          label={checkoutWords.email}
          hint={checkoutWords.emailHint}
          name="email"
          type="email"
          autocomplete="email"
          error={wrong('buyer.email') && checkoutWords.emailWrong}
        />
        <Field
          label={checkoutWords.phone}
          name="phone"
          type="tel"
          autocomplete="tel"
          error={wrong('buyer.phone') && checkoutWords.phoneWrong}
        />
      </section>
      <fieldset class="card ways">
        <legend>
          <h2>{checkoutWords.how}</h2>
        </legend>
        {ways.map((one) => (
          <label key={one} class="way">
            <input type="radio" name="way" checked={way === one} onChange={() => acts.onWay(one)} />
            <span>
              <b>{checkoutWords[one]}</b>
              {checkoutWords[`${one}-detail`]}
            </span>
          </label>
        ))}
        {way === 'sandbox-card' && (
          <div class="field">
            <label for="card">{checkoutWords.card}</label>
            <select id="card" name="card">
              <option value="approved">{checkoutWords.approved}</option>
              <option value="declined">{checkoutWords.declined}</option>
            </select>
          </div>
        )}
      </fieldset>
      {orderTrouble && !atFields && !state.unknown && <ShopTrouble trouble={orderTrouble} />}
      {atFields && <Notice title={checkoutWords.correct} tone="trouble" role="alert" />}
      {!state.unknown && (
        <button type="submit" class="button button-grand" aria-disabled={ordering}>
          {ordering ? checkoutWords.ordering : checkoutWords.order(price)}
        </button>
      )}
    </form>
  );
}

function requestOf(values: Record<string, string>, way: Payment['method'], holds: readonly Held[]): OrderRequest {
  const { name = '', email = '', phone = '', card } = values;
  return {
    slips: holds.map(({ slip }) => slip),
    buyer: { name, email, ...(phone !== '' && { phone }) },
    payment:
      way === 'box-office'
        ? { method: 'box-office' }
        : { method: 'sandbox-card', card: card === 'declined' ? 'declined' : 'approved' },
  };
}
