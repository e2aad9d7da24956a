import type { CardDispute, OrderBookEntry } from '../../contracts/order.ts';
import { wantsAnswer } from '../../rules/card-dispute.ts';
import { bookWords } from '../../words/en/order-book.ts';
import { personWords } from '../../words/en/personal-data.ts';
import { money, shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { theatreTime } from '../browser.gateway.ts';
import { Field } from '../elements/field.tsx';
import { Frame } from '../elements/frame.tsx';
import { Notice } from '../elements/notice.tsx';
import { seatInWords } from '../seat-name.ts';
import { mayNow } from '../sign-in/signed-in.ts';
import {
  NotAllowed,
  SignedInAs,
  type SignInActs,
  SignInEnded,
  StaffTrouble,
  WayIn,
} from '../sign-in/signed-in-view.tsx';
import { type BookFilter, isFiltered, passes } from './filter.ts';
import { find } from './find.ts';
import { listed } from './listed.ts';
import { type OpenActs, OpenOrder } from './open-order-view.tsx';
import type { BookState } from './order-book.tsx';
import type { PersonActs } from './person.ts';
import { PersonView } from './person-view.tsx';

interface Acts extends OpenActs, SignInActs {
  readonly onType: (typed: string) => void;
  readonly onFilter: (filter: BookFilter) => void;
  readonly onRefresh: () => void;
  readonly onMore: () => void;
  readonly onOpen: (order: OrderBookEntry) => void;
  readonly personActs: PersonActs;
}

export function OrderBook({ state, ...acts }: Acts & { readonly state: BookState }) {
  const { who, trouble } = state;
  const { orders } = listed(state);
  return (
    <Frame width="wide" english="Box office">
      <div class="book-head">
        <h1>{bookWords.title}</h1>
        <SignedInAs who={who} onSignOut={acts.onSignOut} />
      </div>
      <SignInEnded who={who} onSignIn={acts.onSignIn} />
      {!who.me ? (
        <WayIn who={who} {...acts}>
          <p class="lead">{bookWords.why}</p>
        </WayIn>
      ) : !mayNow(who, 'read-orders') ? (
        <NotAllowed who={who} />
      ) : (
        <>
          {trouble && <StaffTrouble trouble={trouble} />}
          {!orders && !trouble && who.at === 'in' && <p class="waiting-for-data" aria-busy="true" />}
          {state.openTrouble && <StaffTrouble trouble={state.openTrouble} />}
          {state.open && <OpenOrder open={state.open} who={who} {...acts} />}
          {state.person && !state.open && mayNow(who, 'keep-personal-data') && (
            <PersonView person={state.person} acts={acts.personActs} />
          )}
          {orders && !state.open && !state.person && <Book state={state} orders={orders} {...acts} />}
        </>
      )}
    </Frame>
  );
}

/** Rows at once: thousands would make a browser slow, and nobody reads them. */
const mostShown = 250;

function Book({
  state,
  orders,
  ...acts
}: Acts & { readonly state: BookState; readonly orders: readonly OrderBookEntry[] }) {
  const { typed, filter, busy } = state;
  const { next } = listed(state);
  const found = find(orders, typed, passes(filter, theatreTime()));
  const seeks = typed.trim() !== '' || isFiltered(filter);
  const shown = found.slice(0, mostShown);
  const searching = busy && next !== undefined && found.length === 0;
  return (
    <>
      <div class="book-tools">
        <Field
          label={bookWords.search}
          hint={bookWords.searchHint}
          name="search"
          type="search"
          autocomplete="off"
          defaultValue={typed}
          onInput={(input) => acts.onType((input.currentTarget as HTMLInputElement).value)}
        />
        <Filters state={state} orders={orders} onFilter={acts.onFilter} />
        <button type="button" class="button button-quiet" onClick={acts.onRefresh} aria-disabled={busy}>
          {busy && !searching ? bookWords.refreshing : bookWords.refresh}
        </button>
        <p role="status">{searching ? bookWords.searching : bookWords.found(found.length, orders.length)}</p>
      </div>
      {orders.length === 0 ? (
        <Notice title={bookWords.none}>
          <p>{bookWords.noneDetail}</p>
        </Notice>
      ) : shown.length > 0 ? (
        <Entries orders={shown} onOpen={acts.onOpen} />
      ) : searching ? (
        <p class="hint centred" aria-busy="true">
          {bookWords.searched(orders.length)}
        </p>
      ) : (
        <Notice title={bookWords.noMatch} />
      )}
      {shown.length < found.length && <p class="hint centred">{bookWords.newestOnly(mostShown)}</p>}
      {next !== undefined && !searching && (
        <p class="centred book-more">
          <button type="button" class="button button-quiet" onClick={acts.onMore} aria-disabled={busy}>
            {seeks ? bookWords.moreMatches : bookWords.more}
          </button>
        </p>
      )}
      {mayNow(state.who, 'keep-personal-data') && (
        <p class="centred">
          <button type="button" class="link" onClick={acts.personActs.open}>
            {personWords.open}
          </button>
        </p>
      )}
    </>
  );
}

function Filters({
  state,
  orders,
  onFilter,
}: Pick<Acts, 'onFilter'> & { readonly state: BookState; readonly orders: readonly OrderBookEntry[] }) {
  const { filter, nights } = state;
  const chosenIn = (change: Event) => (change.currentTarget as HTMLSelectElement).value;
  // Performances that are over are in no season any more, and in the book all the same.
  const ofBook = orders.flatMap(({ items, timeZone }) =>
    items.map(({ performance, title, startsAt }) => ({ id: performance, title, startsAt, timeZone })),
  );
  const all = new Map([...ofBook, ...nights].map((night) => [night.id, night] as const));
  const sorted = [...all.values()].sort((a, b) => a.startsAt - b.startsAt);
  return (
    <div class="book-filters">
      <div class="field">
        <label for="money">{bookWords.filters}</label>
        <select
          id="money"
          value={filter.money}
          onChange={(change) => onFilter({ ...filter, money: chosenIn(change) as BookFilter['money'] })}
        >
          {Object.entries(bookWords.money).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="performance">{bookWords.ofPerformance}</label>
        <select
          id="performance"
          value={filter.performance}
          onChange={(change) => onFilter({ ...filter, performance: chosenIn(change) })}
        >
          <option value="">{bookWords.allPerformances}</option>
          {sorted.map(({ id, title, startsAt, timeZone }) => (
            <option key={id} value={id}>
              {isolated(title)}, {shortMoment(startsAt, timeZone)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

type OnOpen = Pick<Acts, 'onOpen'>;

function Entries({ orders, onOpen }: OnOpen & { readonly orders: readonly OrderBookEntry[] }) {
  const { reference, placed, who, what, total, payment } = bookWords;
  return (
    <table class="book">
      <caption class="unseen">{bookWords.caption}</caption>
      <thead>
        <tr>
          {[reference, placed, who, what, total, payment].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <Entry key={order.order} order={order} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function Entry({ order, onOpen }: OnOpen & { readonly order: OrderBookEntry }) {
  const { buyer, payment, items, timeZone, currency } = order;
  return (
    <tr class={`book-${order.state}`}>
      <th scope="row">
        <button type="button" class="link" id={`order-${order.order}`} onClick={() => onOpen(order)}>
          {order.reference}
        </button>
        <small>{order.changing ? bookWords.changing[order.changing] : bookWords.states[order.state]}</small>
        {order.choices && <small>{bookWords.chooses}</small>}
      </th>
      <td data-name={bookWords.placed}>{shortMoment(order.placedAt, timeZone)}</td>
      <td data-name={bookWords.who}>
        {order.erasedAt === undefined ? <b dir="auto">{buyer.name}</b> : bookWords.erased}
        <small>{buyer.email}</small>
        {buyer.phone && <small>{buyer.phone}</small>}
      </td>
      <td data-name={bookWords.what}>
        {items.map((line) => (
          <p key={line.hold} class={line.outcome === 'lost' || line.outcome === 'returned' ? 'book-lost' : ''}>
            <b dir="auto">{line.title}</b> {shortMoment(line.startsAt, timeZone)}
            <small>{line.seats.map(({ label }) => seatInWords(label)).join('; ')}</small>
          </p>
        ))}
      </td>
      <td data-name={bookWords.total} class="book-total">
        {money(order.total, currency)}
        <small>{bookWords.tickets(order.tickets)}</small>
      </td>
      <td data-name={bookWords.payment}>
        {bookWords.payments[payment.state]}
        {order.failedRefunds && <b class="book-failed">{bookWords.refundFailed}</b>}
        {order.admittedUnpaid && <b class="book-failed">{bookWords.admittedUnpaid}</b>}
        {order.disputes?.map((dispute) => (
          <DisputeInShort key={dispute.id} dispute={dispute} timeZone={timeZone} />
        ))}
        {payment.deadline !== undefined && <small>{bookWords.by(shortMoment(payment.deadline, timeZone))}</small>}
      </td>
    </tr>
  );
}

function DisputeInShort({ dispute, timeZone }: { readonly dispute: CardDispute; readonly timeZone: string }) {
  const { state, answerBy } = dispute;
  const said = bookWords.disputeStates[state];
  if (!wantsAnswer(dispute)) return <small>{said}</small>;
  return (
    <>
      <b class="book-failed">{said}</b>
      {answerBy !== undefined && <small>{bookWords.by(shortMoment(answerBy, timeZone))}</small>}
    </>
  );
}
