import type { OrderAct, OrderMail } from '../../../contracts/order.ts';
import type { OrderRecord } from '../order/order.ts';
import { notTaken } from './tell-buyer.ts';

/** The mails about an order, as its history has them: what the mail service said of each. What came of it then, nobody tells us. */
export function mailsOf({ history }: Pick<OrderRecord, 'history'>): readonly OrderMail[] {
  return history.flatMap(({ act, happenedAt, note = '' }) => {
    const about = abouts[act];
    return about ? [{ about, happenedAt, became: becameOf(note) }] : [];
  });
}

const abouts: { readonly [Act in OrderAct['act']]?: OrderMail['about'] } = {
  'tickets-sent': 'tickets',
  'performance-told': 'performance',
  'end-told': 'end',
};

function becameOf(note: string): OrderMail['became'] {
  const [became] = Object.entries(notTaken).find(([, said]) => note.startsWith(said)) ?? ['sent'];
  return became as OrderMail['became'];
}
