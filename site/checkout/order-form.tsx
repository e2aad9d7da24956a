import type { Held } from '../../contracts/house.ts';
import { newsTextNow } from '../../contracts/news-texts.ts';
import type { OrderRequest, sandboxCards } from '../../contracts/order.ts';
import { checkoutWords } from '../../words/en/checkout.ts';
import { newsConsentWords } from '../../words/en/news-consent.ts';
import { language } from '../../words/en/written.ts';
import { fieldMessage } from '../api.ts';
import { Crowd } from '../elements/crowd.tsx';
import { Field, valuesOf } from '../elements/field.tsx';
import { Notice } from '../elements/notice.tsx';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import type { TypedAtCheckout } from '../shopping.store.ts';
import type { CheckoutState } from './checkout.tsx';
import { priceOf } from './held-bill.tsx';
import { type Payment, type PaymentWay, wayOf } from './payment-ways.ts';
import { concessionsOf, toPay } from './prices.ts';

type Card = (typeof sandboxCards)[number];

/** The ways that have words: the contract's own list brings a library along that this page can do without. */
const cards = Object.keys(checkoutWords.cards) as readonly Card[];

const fields = ['name', 'email', 'phone'] as const;

/** The buyer's name, the way to pay, and the one button. */
export function OrderForm(props: {
  readonly state: CheckoutState;
  readonly holds: readonly Held[];
  readonly onType: (typed: TypedAtCheckout) => void;
  readonly onOrder: (request: OrderRequest) => void;
}) {
  const { state, holds, onType, onOrder } = props;
  const { files, orderTrouble, ordering, ways, typed } = state;
  const way = wayOf(typed.way, ways);
  const wrong = (field: (typeof fields)[number]) => fieldMessage(orderTrouble, `body.buyer.${field}`);
  const atFields = fields.some((field) => wrong(field) !== undefined);
  const price = priceOf(state, holds);
  const isFree = toPay(holds, files, typed.concessions ?? {}) === 0;
  return (
    <form
      class="checkout"
      noValidate
      onInput={(input) => {
        const { name, email, phone, card, news } = valuesOf(input.currentTarget as HTMLFormElement);
        onType({
          ...(name !== undefined && { name, email, phone }),
          ...(card !== undefined && { card }),
          news: news !== undefined,
        } as TypedAtCheckout);
      }}
      onSubmit={(submit) => {
        submit.preventDefault();
        if (!way) return;
        const values = valuesOf(submit.currentTarget as HTMLFormElement);
        const concessions = concessionsOf(holds, files, typed.concessions ?? {});
        onOrder(requestOf(values, way, holds, concessions, typed.news === true));
      }}
    >
      <section class="card">
        <h2>{checkoutWords.who}</h2>
        <Field
          label={checkoutWords.name}
          hint={checkoutWords.nameHint}
          name="name"
          autocomplete="name"
          defaultValue={typed.name ?? ''}
          error={wrong('name') && checkoutWords.nameWrong}
        />
        <Field
          label={checkoutWords.email}
          hint={checkoutWords.emailHint}
          name="email"
          type="email"
          autocomplete="email"
          defaultValue={typed.email ?? ''}
          error={wrong('email') && checkoutWords.emailWrong}
        />
        <Field
          label={checkoutWords.phone}
          name="phone"
          type="tel"
          autocomplete="tel"
          defaultValue={typed.phone ?? ''}
          error={wrong('phone') && checkoutWords.phoneWrong}
        />
        <label class="way">
          <input
            type="checkbox"
            name="news"
            checked={typed.news === true}
            aria-labelledby="news-label"
            aria-describedby="news-detail"
          />
          <span>
            <b id="news-label">{newsConsentWords.label}</b>
            <span id="news-detail">{newsConsentWords.detail}</span>
          </span>
        </label>
      </section>
      {isFree ? <Notice title={checkoutWords.nothingToPay} /> : <Ways state={state} onType={onType} />}
      {orderTrouble && !atFields && !state.unknown && <ShopTrouble trouble={orderTrouble} />}
      {atFields && <Notice title={checkoutWords.correct} tone="trouble" role="alert" />}
      {state.declined && (
        <Notice title={checkoutWords.cardDeclined} tone="trouble" role="alert">
          <p>{checkoutWords.cardDeclinedDetail}</p>
        </Notice>
      )}
      {state.crowded && <Crowd />}
      {!state.unknown && (
        <button type="submit" class="button button-grand" aria-disabled={ordering}>
          {ordering ? checkoutWords.ordering : checkoutWords.order(price)}
        </button>
      )}
    </form>
  );
}

function Ways({ state: { ways, typed }, onType }: Pick<Parameters<typeof OrderForm>[0], 'state' | 'onType'>) {
  const way = wayOf(typed.way, ways);
  return (
    <fieldset class="card ways">
      <legend>
        <h2>{checkoutWords.how}</h2>
      </legend>
      {ways.map((one) => {
        const { title, detail } = wordsOf(one);
        return (
          <label key={one} class="way">
            <input type="radio" name="way" checked={way === one} onChange={() => onType({ way: one })} />
            <span>
              <b>{title}</b>
              {detail}
            </span>
          </label>
        );
      })}
      {way === 'sandbox-card' && (
        <div class="field">
          <label for="card">{checkoutWords.card}</label>
          <select id="card" name="card" value={cardOf(typed.card)}>
            {cards.map((card) => (
              <option key={card} value={card}>
                {checkoutWords.cards[card]}
              </option>
            ))}
          </select>
        </div>
      )}
    </fieldset>
  );
}

function wordsOf(way: PaymentWay): { readonly title: string; readonly detail: string } {
  return way === 'stripe'
    ? { title: checkoutWords.stripe.way, detail: checkoutWords.stripe.detail }
    : { title: checkoutWords[way], detail: checkoutWords[`${way}-detail`] };
}

function cardOf(typed: string | undefined): Card {
  return cards.find((card) => card === typed) ?? 'approved';
}

function requestOf(
  values: Record<string, string>,
  way: PaymentWay,
  holds: readonly Held[],
  concessions: NonNullable<OrderRequest['concessions']>,
  news: boolean,
): OrderRequest {
  const { name = '', email = '', phone = '', card } = values;
  const payment: Payment = way === 'sandbox-card' ? { method: way, card: cardOf(card) } : { method: way };
  return {
    slips: holds.map(({ slip }) => slip),
    buyer: { name, email, ...(phone !== '' && { phone }) },
    payment,
    ...(concessions.length > 0 && { concessions: [...concessions] }),
    language,
    ...(news && { news: newsTextNow }),
  };
}
