import type { NewsConsent } from '../../contracts/news-consent.ts';
import type { CardDispute, OrderAct, OrderAudit, OrderBookEntry, OrderItem, StaffAct } from '../../contracts/order.ts';
import { bankHasMoney, wantsAnswer } from '../../rules/card-dispute.ts';
import { bookWords } from '../../words/en/order-book.ts';
import { longMoment, money, shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { theatreTime } from '../browser.gateway.ts';
import { Notice } from '../elements/notice.tsx';
import { seatInWords } from '../seat-name.ts';
import { mayNow, type WhoIsIn } from '../sign-in/signed-in.ts';
import { StaffTrouble } from '../sign-in/signed-in-view.tsx';
import type { Open } from './open-order.ts';
import { StaffActs } from './staff-acts.tsx';

export interface OpenActs {
  readonly onBack: () => void;
  readonly onChange: (changed: Partial<Open>) => void;
  readonly onExchange: (hold: string) => void;
  /** The dates of the order's choices are to be read. */
  readonly onDates: () => void;
  readonly onAct: (act: StaffAct) => void;
}

/** One order: its buyer, its seats, the money, the acts that are possible, and its history. */
export function OpenOrder({ open, who, ...acts }: OpenActs & { readonly open: Open; readonly who: WhoIsIn }) {
  const { order, audit, trouble, done } = open;
  return (
    <article class="open-order" aria-labelledby="open-order">
      <p>
        <button type="button" class="link" onClick={acts.onBack}>
          ← {bookWords.back}
        </button>
      </p>
      <div class="open-order-head">
        <h2 id="open-order" tabIndex={-1}>
          {order.reference}
        </h2>
        <p class={`book-state book-state-${order.state}`} role="status">
          {order.changing ? bookWords.changing[order.changing] : bookWords.states[order.state]}
        </p>
      </div>
      {done !== undefined && <Notice title={done} tone="good" role="status" />}
      {order.unchanged && (
        <Notice title={bookWords.unchanged[order.unchanged.change][order.unchanged.why]} tone="trouble" role="status" />
      )}
      {trouble && <StaffTrouble trouble={trouble} />}
      <div class="open-order-parts">
        <section class="card" aria-labelledby="open-what">
          <h3 id="open-what">{bookWords.what}</h3>
          {order.items.map((line) => (
            <Line key={line.hold} line={line} order={order} />
          ))}
          <p class="holds-total">
            {bookWords.total} <b>{money(order.total, order.currency)}</b>
          </p>
          <Money order={order} />
        </section>
        <section class="card" aria-labelledby="open-who">
          <h3 id="open-who">{bookWords.who}</h3>
          {order.erasedAt === undefined ? (
            <Buyer order={order} who={who} />
          ) : (
            <p>{bookWords.erasedAt(longMoment(order.erasedAt, order.timeZone))}</p>
          )}
          {!mayNow(who, 'see-buyers') && <p class="hint">{bookWords.masked}</p>}
          {order.buyer.phone && (
            <p>
              <a href={`tel:${order.buyer.phone.replace(/\s/g, '')}`}>{order.buyer.phone}</a>
            </p>
          )}
          {order.news && <p class="hint">{newsInWords(order.news, order.timeZone)}</p>}
          <p class="hint">{bookWords.placedAt(longMoment(order.placedAt, order.timeZone))}</p>
          <p class="hint">{bookWords.tickets(order.tickets)}</p>
          {audit && mayNow(who, 'find-fans') && (
            <p>
              <a href={`/control-room?on-sale=${encodeURIComponent(audit.onSale)}#fans=${order.reference}`}>
                {bookWords.toFan}
              </a>
            </p>
          )}
        </section>
      </div>
      {audit && mayNow(who, 'change-orders') && <StaffActs open={open} {...acts} />}
      {audit ? <History audit={audit} /> : !trouble && <p class="waiting-for-data" aria-busy="true" />}
    </article>
  );
}

function Buyer({ order, who }: { readonly order: OrderBookEntry; readonly who: WhoIsIn }) {
  const { name, email } = order.buyer;
  return (
    <>
      <p>
        <b dir="auto">{name}</b>
      </p>
      <p>{mayNow(who, 'see-buyers') ? <a href={`mailto:${email}`}>{email}</a> : email}</p>
    </>
  );
}

function newsInWords({ givenAt, takenBackAt }: NewsConsent, timeZone: string): string {
  return takenBackAt === undefined
    ? bookWords.newsAllowed(longMoment(givenAt, timeZone))
    : bookWords.newsTakenBack(longMoment(takenBackAt, timeZone));
}

function Line({ line, order }: { readonly line: OrderItem; readonly order: OrderBookEntry }) {
  const gone = line.outcome === 'lost' || line.outcome === 'returned';
  return (
    <div class={gone ? 'held held-returned' : 'held'}>
      <p class="held-show">
        <b dir="auto">{line.title}</b> {shortMoment(line.startsAt, order.timeZone)}
        {gone && <small>{bookWords.outcomes[line.outcome]}</small>}
        {line.cancelled && <small>{bookWords.performanceOff(isolated(line.cancelled.reason))}</small>}
        {line.insteadOf !== undefined && <small>{bookWords.insteadOf}</small>}
        {line.moved && (
          <small>
            {bookWords.movedFrom(
              shortMoment(line.moved.from.startsAt, order.timeZone),
              isolated(line.moved.from.venue),
            )}
          </small>
        )}
      </p>
      <ul>
        {line.seats.map((seat) => (
          <li key={seat.id}>
            <span>
              {seatInWords(seat.label)}
              {seat.concession && <small dir="auto">{seat.concession}</small>}
            </span>
            <i aria-hidden="true" />
            <span>{money(seat.price, order.currency)}</span>
          </li>
        ))}
      </ul>
      {line.givenBack && (
        <p>
          <small>
            {bookWords.outcomes.returned}: {line.givenBack.map(({ label }) => seatInWords(label)).join('; ')}
          </small>
        </p>
      )}
    </div>
  );
}

function Money({ order }: { readonly order: OrderBookEntry }) {
  const { payment, currency, timeZone } = order;
  const said = [
    bookWords.payments[payment.state],
    ...(payment.state === 'promised' ? [] : [bookWords.methods[payment.method]]),
    ...(payment.refunded ? [bookWords.refunded(money(payment.refunded, currency))] : []),
    ...(payment.due ? [bookWords.due(money(payment.due, currency))] : []),
  ];
  return (
    <>
      <p class="order-payment">{said.join(' · ')}</p>
      {order.admittedUnpaid && (
        <Notice title={bookWords.admittedUnpaid} tone="trouble">
          <p>{bookWords.admittedUnpaidDetail}</p>
        </Notice>
      )}
      {order.choices?.map(({ performance, until, amount }) => (
        <Notice key={performance} title={bookWords.choosing(longMoment(until, timeZone), money(amount, currency))} />
      ))}
      {order.failedRefunds && (
        <Notice title={bookWords.refundFailed} tone="trouble">
          <p>{bookWords.refundFailedDetail(order.failedRefunds)}</p>
        </Notice>
      )}
      {order.disputes?.map((dispute) => (
        <Dispute key={dispute.id} dispute={dispute} timeZone={timeZone} waits={payment.state === 'refunding'} />
      ))}
      {payment.deadline !== undefined && order.state !== 'cancelled' && (
        <Notice title={bookWords.deadline(longMoment(payment.deadline, timeZone))} />
      )}
    </>
  );
}

function Dispute({
  dispute,
  timeZone,
  waits,
}: {
  readonly dispute: CardDispute;
  readonly timeZone: string;
  readonly waits: boolean;
}) {
  const { id, state, amount, currency, reason, answerBy } = dispute;
  const wanted = wantsAnswer(dispute);
  const isLate = answerBy !== undefined && answerBy <= theatreTime();
  const when = answerBy === undefined ? undefined : longMoment(answerBy, timeZone);
  return (
    <Notice title={bookWords.disputeStates[state]} tone={wanted || state === 'lost' ? 'trouble' : 'calm'}>
      <p>{bookWords.disputeMoney[state](money(amount, currency))}</p>
      {wanted && (
        <p>
          <b>
            {when === undefined
              ? bookWords.disputeUnanswered
              : isLate
                ? bookWords.disputeTooLate(when)
                : bookWords.disputeBy(when)}
          </b>
        </p>
      )}
      <p>
        {bookWords.disputeReason(bookWords.disputeReasons[reason] ?? reason)} {bookWords.disputeAtStripe(id)}
      </p>
      {waits && bankHasMoney(dispute) && <p>{bookWords.refundWaits}</p>}
    </Notice>
  );
}

function History({ audit }: { readonly audit: OrderAudit }) {
  const { when, by, act, note } = bookWords.historyHeadings;
  return (
    <section aria-labelledby="history">
      <h3 id="history">{bookWords.history}</h3>
      <table class="book history">
        <thead>
          <tr>
            {[when, by, act, note].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {audit.history.map((one, at) => (
            // An audit only ever grows at its end.
            <Act key={`${one.happenedAt} ${at}`} act={one} timeZone={audit.timeZone} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What was noted of several seats, each with its own direction. */
const noteInWords = (note: string) => note.split('; ').map(seatInWords).join('; ');

function Act({ act, timeZone }: { readonly act: OrderAct; readonly timeZone: string }) {
  return (
    <tr>
      <td>
        <time dateTime={new Date(act.happenedAt).toISOString()}>{bookWords.toTheSecond(act.happenedAt, timeZone)}</time>
      </td>
      <td data-name={bookWords.historyHeadings.by}>{bookWords.actors[act.by]}</td>
      <td data-name={bookWords.historyHeadings.act}>{bookWords.acts[act.act]}</td>
      <td data-name={bookWords.historyHeadings.note}>
        {act.note !== undefined && <bdi>{bookWords.notes[act.note] ?? noteInWords(act.note)}</bdi>}
      </td>
    </tr>
  );
}
