import { fanWords as words } from '../../../words/en/control-room-fans.ts';
import { bookWords } from '../../../words/en/order-book.ts';
import { money, shortMoment } from '../../../words/en/written.ts';
import { Notice } from '../../elements/notice.tsx';
import { seatsInWords } from '../../seat-name.ts';
import { mayNow } from '../../sign-in/signed-in.ts';
import type { MailAct, OpenFan, SoughtOrder } from './fans-state.ts';
import type { FindFanProps } from './find-view.tsx';
import { HelpForm } from './help-form.tsx';

type OrdersProps = FindFanProps & { readonly open: OpenFan };

/** The orders of a fan, the mails about each, and what became of them. */
export function FanOrders(props: OrdersProps) {
  const { open, who } = props;
  return (
    <section class="fan-orders" aria-labelledby="fan-orders">
      <h3 id="fan-orders">{words.orders}</h3>
      {open.orders.length === 0 && !open.unread.includes('orders') && <p class="hint">{words.ordersNone}</p>}
      {open.orders.length > 0 && !mayNow(who, 'see-buyers') && <p class="hint">{words.masked}</p>}
      {open.orders.map((order) => (
        <Order key={order.order} {...props} order={order} />
      ))}
    </section>
  );
}

function Order({ order, ...props }: OrdersProps & { readonly order: SoughtOrder }) {
  const { who } = props;
  const { buyer, items, payment, timeZone, state, changing } = order;
  return (
    <article class="card" aria-label={order.reference}>
      <div class="fan-head">
        <h4>{order.reference}</h4>
        <p>{changing ? bookWords.changing[changing] : bookWords.states[state]}</p>
        {mayNow(who, 'read-orders') && (
          <a href={`/order-book#${new URLSearchParams({ order: order.order })}`}>{words.inBook}</a>
        )}
      </div>
      <p>
        <b dir="auto">{buyer.name}</b> {buyer.email}
      </p>
      {items.map(({ hold, title, startsAt, seats }) => (
        <p key={hold}>
          <b dir="auto">{title}</b> {shortMoment(startsAt, timeZone)}: {seatsInWords(seats)}
        </p>
      ))}
      <p>
        {money(order.total, order.currency)}, {bookWords.payments[payment.state]}
        {order.failedRefunds && <b class="fan-trouble"> {bookWords.refundFailed}</b>}
      </p>
      <Mails order={order} />
      {mayNow(who, 'change-orders') && <MailActs {...props} order={order} />}
    </article>
  );
}

function Mails({ order }: { readonly order: SoughtOrder }) {
  const { mails, mailWaits, timeZone } = order;
  return (
    <>
      <h5>{words.mails}</h5>
      {mails.length === 0 && !mailWaits && <p class="hint">{words.mailsNone}</p>}
      <ul class="fan-mails">
        {mails.map(({ about, happenedAt, became }) => (
          <li key={happenedAt} class={became === 'sent' ? '' : 'fan-trouble'}>
            {shortMoment(happenedAt, timeZone)} <b>{words.mail[about]}</b>: {words.became[became]}
          </li>
        ))}
      </ul>
      {mailWaits && <Notice title={words.mailWaits} />}
    </>
  );
}

const mailActs: readonly MailAct[] = ['resend-mail', 'correct-email'];

function MailActs({ open, acts, order }: OrdersProps & { readonly order: SoughtOrder }) {
  const asked = open.asked?.of === 'order' && open.asked.order === order.order ? open.asked : undefined;
  const isOver = order.state === 'paying' || order.state === 'placed' || order.changing !== undefined;
  const may = mailActs.filter((act) => act === 'correct-email' || !isOver);
  return (
    <div class="staff-acts">
      <p class="staff-ways">
        {may.map((act) => (
          <button
            key={act}
            type="button"
            class="button button-quiet"
            aria-expanded={asked?.act === act}
            onClick={() => acts.ask(asked?.act === act ? undefined : { of: 'order', order: order.order, act })}
          >
            {words.mailAct[act]}
            <span class="unseen"> {order.reference}</span>
          </button>
        ))}
      </p>
      {asked && <HelpForm open={open} acts={acts} asked={asked} what={words.mailActWhat[asked.act]} />}
    </div>
  );
}
