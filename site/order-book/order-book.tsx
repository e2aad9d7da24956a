import type { OrderBookEntry, StaffAct } from '../../contracts/order.ts';
import { bookWords } from '../../words/en/order-book.ts';
import { codeOf, type Trouble } from '../api.ts';
import { browser, learnTime, theatreTime } from '../browser.gateway.ts';
import { type Night, readNights } from '../door/door-api.ts';
import { bringToNews } from '../elements/news.ts';
import { takenSeats } from '../hall/plan/taken.ts';
import { readAvailability, readPlan } from '../hall/seats-api.ts';
import { isOnItsWay } from '../order/order-said.ts';
import { beforeNextLook } from '../order/order-watch.ts';
import { openPage } from '../page.tsx';
import { shopping } from '../shopping.store.ts';
import { actOn, readAudit, readBook } from './book-api.ts';
import { readChoiceDates } from './choice-dates.ts';
import { type BookFilter, isFiltered, noFilter, passes } from './filter.ts';
import { find } from './find.ts';
import type { Open } from './open-order.ts';
import { OrderBook } from './order-book-view.tsx';

export interface BookState {
  readonly key: string | undefined;
  readonly orders?: readonly OrderBookEntry[] | undefined;
  readonly next?: string | undefined;
  readonly busy: boolean;
  readonly trouble?: Trouble | undefined;
  readonly typed: string;
  readonly filter: BookFilter;
  /** Of the published season, to choose from. */
  readonly nights: readonly Night[];
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly readAt?: number;
  /** The order that lies open. */
  readonly open?: Open | undefined;
  /** Why the order of the address could not be opened. */
  readonly openTrouble?: Trouble | undefined;
}

const page = openPage<BookState>(
  { key: shopping.staffKey(), busy: false, typed: '', filter: noFilter, nights: [] },
  (state) => (
    <OrderBook
      state={state}
      onKey={(key) => {
        shopping.keepStaffKey(key);
        page.turn({ key });
        void read();
        void followAddress();
      }}
      onClose={() => {
        shopping.dropStaffKey();
        leaveAddress();
        page.turn({
          key: undefined,
          orders: undefined,
          next: undefined,
          trouble: undefined,
          typed: '',
          filter: noFilter,
          open: undefined,
          openTrouble: undefined,
        });
      }}
      onType={(typed) => {
        page.turn({ typed });
        searchOn();
      }}
      onFilter={(filter) => {
        page.turn({ filter });
        searchOn();
      }}
      onRefresh={() => void read().then(searchOn)}
      onMore={() => void readOn()}
      onOpen={goTo}
      onBack={goBack}
      onChange={change}
      onExchange={(hold) => void chooseLine(hold)}
      onDates={() => void readDates()}
      onAct={(act) => void perform(act)}
    />
  ),
);

const found = () => {
  const { orders = [], typed, filter } = page.state();
  return find(orders, typed, passes(filter, theatreTime())).length;
};

/** Looks through older pages too, if nothing on those that were read is what is typed. */
function searchOn(): void {
  const { orders, next } = page.state();
  if (orders && next !== undefined && found() === 0) void readOn();
}

/** Rows that fill a screen: whoever asks for all that is not paid wants more than one. */
const screenful = 25;

/** Reads one page more; of those that are sought, as many as it takes until there is another, or a screen of them. */
async function readOn(): Promise<void> {
  const { typed, filter } = page.state();
  const enough = found() + (isFiltered(filter) ? screenful : 1);
  const isSame = () => page.state().typed === typed && page.state().filter === filter;
  const goesOn = () => page.state().next !== undefined && isSame() && found() < enough;
  do {
    if (!(await read(page.state().next))) return;
  } while ((typed.trim() !== '' || isFiltered(filter)) && goesOn());
  // Something else was typed or chosen meanwhile.
  if (!isSame()) searchOn();
}

/** Reads the book from its newest page, or goes on from where the last page ended. False if it could not. */
async function read(from?: string): Promise<boolean> {
  const { key, busy, orders } = page.state();
  if (key === undefined || busy) return false;
  page.turn({ busy: true, trouble: undefined });
  const answer = await readBook(browser, key, from);
  page.turn({ busy: false });
  // The book was closed meanwhile: the answer is nobody's. Or it was opened again, with another key.
  const { key: keyNow } = page.state();
  if (keyNow !== key) return keyNow === undefined ? false : read();
  if (!answer.ok) {
    refused(answer.trouble, (trouble) => page.turn({ trouble }));
    return false;
  }
  learnTime(answer.seen);
  const before = from === undefined ? [] : (orders ?? []);
  page.turn({
    orders: [...before, ...answer.body.orders],
    next: answer.body.next,
    readAt: theatreTime(),
  });
  return true;
}

/** A key that opens nothing is forgotten, and asked for again. */
function refused(trouble: Trouble, say: (trouble: Trouble) => void): void {
  if (codeOf(trouble) !== 'staff-key-wrong') {
    say(trouble);
    return;
  }
  shopping.dropStaffKey();
  page.turn({ key: undefined, orders: undefined, open: undefined, trouble });
  bringToNews();
}

/*
 * An open order has an address: `#order=<id>`. The fragment goes to no server and into no log. So Back comes to the list
 * as it was, and a link from the door opens the order.
 */
const orderOfAddress = () => new URLSearchParams(location.hash.slice(1)).get('order') ?? undefined;
/** Where the list was scrolled to. */
let listAt = 0;
/** The list lies one step back in the history of this tab. */
let cameFromList = false;

function goTo(order: OrderBookEntry): void {
  listAt = window.scrollY;
  cameFromList = true;
  history.pushState(null, '', `#${new URLSearchParams({ order: order.order })}`);
  void followAddress();
}

function goBack(): void {
  if (cameFromList) history.back();
  else {
    leaveAddress();
    closeOrder();
  }
}

function leaveAddress(): void {
  cameFromList = false;
  history.replaceState(null, '', location.pathname + location.search);
}

/** Opens the order of the address, or the list if it names none. */
async function followAddress(): Promise<void> {
  const id = orderOfAddress();
  const { key, open, orders } = page.state();
  if (id === undefined) {
    cameFromList = false;
    closeOrder();
    return;
  }
  if (key === undefined || open?.order.order === id) return;
  page.turn({ openTrouble: undefined });
  const known = orders?.find(({ order }) => order === id);
  if (known) return openOrder(known);
  const answer = await readAudit(browser, key, id);
  if (orderOfAddress() !== id) return;
  if (!answer.ok) return refused(answer.trouble, (openTrouble) => page.turn({ openTrouble }));
  learnTime(answer.seen);
  await openOrder(answer.body);
}

async function openOrder(order: OrderBookEntry): Promise<void> {
  page.turn({ open: { order, acting: false } });
  window.scrollTo(0, 0);
  document.getElementById('open-order')?.focus();
  await watch(order.order);
}

function closeOrder(): void {
  const { open } = page.state();
  page.turn({ open: undefined, openTrouble: undefined });
  if (!open) return;
  window.scrollTo(0, listAt);
  document.getElementById(`order-${open.order.order}`)?.focus({ preventScroll: true });
}

function change(changed: Partial<Open>): void {
  const { open } = page.state();
  if (open) page.turn({ open: { ...open, ...changed } });
}

const isOpen = (order: string) => page.state().open?.order.order === order;

/** Reads the order until it has come to rest, as long as it lies open. */
async function watch(order: string): Promise<void> {
  for (let looks = 0; isOpen(order); looks += 1) {
    const { key } = page.state();
    if (key === undefined) return;
    const answer = await readAudit(browser, key, encodeURIComponent(order));
    if (!isOpen(order)) return;
    if (!answer.ok) return refused(answer.trouble, (trouble) => change({ trouble }));
    learnTime(answer.seen);
    show(answer.body);
    if (!isOnItsWay(answer.body)) return;
    await browser.wait(beforeNextLook(looks));
  }
}

/** In the order that lies open, and in its line of the book. */
function show(order: NonNullable<Open['audit']>): void {
  change({ order, audit: order, trouble: undefined });
  const { orders } = page.state();
  page.turn({ orders: orders?.map((one) => (one.order === order.order ? order : one)) });
}

async function perform(act: StaffAct): Promise<void> {
  const { key, open } = page.state();
  if (key === undefined || !open || open.acting) return;
  change({ acting: true, actTrouble: undefined, done: undefined });
  const answer = await actOn(browser, key, encodeURIComponent(open.order.order), act);
  if (!isOpen(open.order.order)) return;
  if (!answer.ok) {
    change({ acting: false });
    refused(answer.trouble, (actTrouble) => change({ actTrouble }));
    bringToNews();
    return;
  }
  change({ acting: false, asked: undefined, exchange: undefined, choice: undefined, done: bookWords.did[act.act] });
  show(answer.body);
  document.getElementById('open-order')?.focus();
  await watch(open.order.order);
}

/** The plan of the line's performance, and what of it is free, for the seats to be typed. */
async function chooseLine(hold: string): Promise<void> {
  const line = page.state().open?.order.items.find((one) => one.hold === hold);
  if (!line) return;
  change({ exchange: { hold, from: [], typed: '', section: '' }, actTrouble: undefined });
  const free = await readAvailability(browser, line.performance);
  // The house's own plan, whatever is published.
  const plan = free.ok ? await readPlan(browser, free.body.plan) : undefined;
  const { exchange } = page.state().open ?? {};
  if (exchange?.hold !== hold) return;
  if (!free.ok || !plan?.ok) {
    const [trouble] = [free, plan].flatMap((answer) => (answer && !answer.ok ? [answer.trouble] : []));
    change({ exchange: undefined, actTrouble: trouble });
    return;
  }
  const [first] = line.seats;
  const section = plan.body.sections.find(({ rows }) =>
    rows.some(({ seats }) => seats.some(({ id }) => id === first?.id)),
  );
  change({
    exchange: {
      ...exchange,
      plan: plan.body,
      taken: takenSeats(plan.body, free.body),
      section: section?.id ?? '',
      from: line.seats.length === 1 && first ? [first.id] : [],
    },
  });
}

async function readDates(order = page.state().open?.order): Promise<void> {
  if (!order) return;
  const read = await readChoiceDates(browser, order);
  if (!isOpen(order.order) || page.state().open?.asked !== 'choose-date') return;
  if (read.ok) change({ choice: { files: read.files, readAt: theatreTime() } });
  else change({ asked: undefined, actTrouble: read.trouble });
}

void read();
void followAddress();
void readNights(browser, theatreTime()).then((nights) => {
  if (nights.ok) page.turn({ nights: nights.body });
});
window.addEventListener('popstate', () => void followAddress());
