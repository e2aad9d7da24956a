import type { OrderBookEntry, OrderBookPage } from '../../contracts/order.ts';
import { ask, codeOf, type Trouble } from '../api.ts';
import { learnTime, theatreTime, world } from '../browser.gateway.ts';
import { focusFirstWrong } from '../elements/field.tsx';
import { openPage } from '../page.tsx';
import { shopping } from '../shopping.store.ts';
import { OrderBook } from './order-book-view.tsx';

export interface BookState {
  readonly key: string | undefined;
  readonly orders?: readonly OrderBookEntry[] | undefined;
  readonly next?: string | undefined;
  readonly busy: boolean;
  readonly trouble?: Trouble | undefined;
  readonly typed: string;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly readAt?: number;
}

const page = openPage<BookState>({ key: shopping.staffKey(), busy: false, typed: '' }, (state) => (
  <OrderBook
    state={state}
    onKey={(key) => {
      shopping.keepStaffKey(key);
      page.turn({ key });
      void read();
    }}
    onClose={() => {
      shopping.dropStaffKey();
      page.turn({ key: undefined, orders: undefined, next: undefined, trouble: undefined, typed: '' });
    }}
    onType={(typed) => page.turn({ typed })}
    onRefresh={() => void read()}
    onMore={() => void read(page.state().next)}
  />
));

/** Reads the book from its newest page, or goes on from where the last page ended. */
async function read(from?: string): Promise<void> {
  const { key, busy, orders } = page.state();
  if (key === undefined || busy) return;
  page.turn({ busy: true, trouble: undefined });
  const answer = await ask<OrderBookPage>(world, {
    url: `/api/staff/orders${from === undefined ? '' : `?from=${encodeURIComponent(from)}`}`,
    headers: { authorization: `Bearer ${key}` },
    cache: 'no-store',
  });
  if (!answer.ok) {
    page.turn({ busy: false, trouble: answer.trouble });
    if (codeOf(answer.trouble) === 'staff-key-wrong') {
      shopping.dropStaffKey();
      page.turn({ key: undefined, orders: undefined });
      focusFirstWrong();
    }
    return;
  }
  learnTime(answer.seen);
  const before = from === undefined ? [] : (orders ?? []);
  page.turn({
    busy: false,
    orders: [...before, ...answer.body.orders],
    next: answer.body.next,
    readAt: theatreTime(),
  });
}

void read();
