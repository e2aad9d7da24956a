import type { OrderBookEntry, StaffAct } from '../../contracts/order.ts';
import { bookWords } from '../../words/en/order-book.ts';
import type { Trouble } from '../api.ts';
import { browser, learnTime, theatreTime } from '../browser.gateway.ts';
import { type Night, readNights } from '../door/door-api.ts';
import { bringToNews } from '../elements/news.ts';
import { isOnItsWay } from '../order/order-said.ts';
import { beforeNextLook } from '../order/order-watch.ts';
import { openPage } from '../page.tsx';
import { signInOver } from '../sign-in/me-api.ts';
import { mayNow, nobodyYet, openSignedIn, type WhoIsIn } from '../sign-in/signed-in.ts';
import { actOn, readAudit, readBook } from './book-api.ts';
import { bookDraft } from './book-draft.store.ts';
import { readChoiceDates } from './choice-dates.ts';
import { type BookFilter, isFiltered, noFilter, passes } from './filter.ts';
import { find } from './find.ts';
import { readLineExchange } from './line-exchange.ts';
import { listed } from './listed.ts';
import type { Open } from './open-order.ts';
import { OrderBook } from './order-book-view.tsx';
import { type PersonState, tendPerson } from './person.ts';

/* Long because a page is one conversation: what is read, what is open, and what was done to it. */

export interface BookState {
  readonly who: WhoIsIn;
  readonly orders?: readonly OrderBookEntry[] | undefined;
  readonly next?: string | undefined;
  /** All that were disputed, once somebody asked for them. */
  readonly disputed?: readonly OrderBookEntry[] | undefined;
  readonly busy: boolean;
  readonly trouble?: Trouble | undefined;
  readonly typed: string;
  readonly filter: BookFilter;
  /** Of the published season, to choose from. */
  readonly nights: readonly Night[];
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly readAt?: number;
  /** The person who is looked for, if somebody asked for that. */
  readonly person?: PersonState | undefined;
  /** The order that lies open. */
  readonly open?: Open | undefined;
  /** Why the order of the address could not be opened. */
  readonly openTrouble?: Trouble | undefined;
  /** The act that was begun on the order of the address before a sign-in. */
  readonly asked?: StaffAct['act'] | undefined;
}

const page = openPage<BookState>({ who: nobodyYet, busy: false, nights: [], ...bookDraft.take() }, (state) => (
  <OrderBook
    state={state}
    onSignIn={() => void house.signIn()}
    onAgain={() => void house.look()}
    onSignOut={() => void signOut()}
    onType={(typed) => {
      page.turn({ typed });
      searchOn();
    }}
    onFilter={(filter) => {
      page.turn({ filter });
      if (filter.money === 'disputed' && !page.state().disputed) void read();
      else searchOn();
    }}
    onRefresh={() => void read().then(searchOn)}
    onMore={() => void readOn()}
    onOpen={goTo}
    onBack={goBack}
    personActs={personActs}
    onChange={change}
    onExchange={(hold) => void chooseLine(hold)}
    onDates={() => state.open && void readDates(state.open.order)}
    onAct={(act) => void perform(act)}
  />
));

const house = openSignedIn({
  page: '/order-book',
  who: () => page.state().who,
  turn: (who) => {
    const { who: before } = page.state();
    page.turn({ who });
    if (before.at !== 'in' && who.at === 'in' && mayNow(who, 'read-orders')) {
      void read();
      void followAddress();
    }
  },
  onLeaving: () => {
    const { typed, filter, open } = page.state();
    bookDraft.keep({ typed, filter, ...(open?.asked && { asked: open.asked }) });
  },
});

const personActs = tendPerson({
  ask: house.ask,
  state: () => page.state().person,
  turn: (person) => page.turn({ person }),
});

/** Whoever comes next on this device finds nothing of whoever left. */
function signOut(): Promise<void> {
  leaveAddress();
  visit += 1;
  page.turn({
    orders: undefined,
    next: undefined,
    disputed: undefined,
    person: undefined,
    trouble: undefined,
    typed: '',
    filter: noFilter,
    open: undefined,
    openTrouble: undefined,
  });
  return house.signOut();
}

/** An answer to somebody who has left is nobody's. */
let visit = 0;

const found = () => {
  const { typed, filter } = page.state();
  return find(listed(page.state()).orders ?? [], typed, passes(filter, theatreTime())).length;
};

/** Looks through older pages too, if nothing on those that were read is what is typed. */
function searchOn(): void {
  const { orders, next } = listed(page.state());
  if (orders && next !== undefined && found() === 0) void readOn();
}

/** Rows that fill a screen: whoever asks for all that is not paid wants more than one. */
const screenful = 25;

/** Reads one page more; of those that are sought, as many as it takes until there is another, or a screen of them. */
async function readOn(): Promise<void> {
  const { typed, filter } = page.state();
  const enough = found() + (isFiltered(filter) ? screenful : 1);
  const isSame = () => page.state().typed === typed && page.state().filter === filter;
  const goesOn = () => listed(page.state()).next !== undefined && isSame() && found() < enough;
  do {
    if (!(await read(listed(page.state()).next))) return;
  } while ((typed.trim() !== '' || isFiltered(filter)) && goesOn());
  // Something else was typed or chosen meanwhile.
  if (!isSame()) searchOn();
}

/** Reads the book from its newest page, or goes on from where the last page ended. False if it could not. */
async function read(from?: string): Promise<boolean> {
  const { busy, orders, filter } = page.state();
  if (busy) return false;
  const only = filter.money === 'disputed' ? ('disputed' as const) : undefined;
  const since = visit;
  page.turn({ busy: true, trouble: undefined });
  const answer = await house.ask((access) => readBook(browser, access, { from, only }));
  page.turn({ busy: false });
  if (visit !== since) return page.state().who.at === 'in' ? read() : false;
  if (!answer.ok) {
    refused(answer.trouble, (trouble) => page.turn({ trouble }));
    return false;
  }
  learnTime(answer.seen);
  const before = from === undefined ? [] : (orders ?? []);
  if (only) page.turn({ disputed: answer.body.orders, readAt: theatreTime() });
  else page.turn({ orders: [...before, ...answer.body.orders], next: answer.body.next, readAt: theatreTime() });
  // The other list was chosen meanwhile.
  return listed(page.state()).orders ? true : read();
}

/** That a sign-in has ended is said above the page, and what is on it stays. */
function refused(trouble: Trouble, say: (trouble: Trouble) => void): void {
  if (trouble !== signInOver) say(trouble);
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
  const { who, open } = page.state();
  const { orders } = listed(page.state());
  if (id === undefined) {
    cameFromList = false;
    closeOrder();
    return;
  }
  if (!mayNow(who, 'read-orders') || open?.order.order === id) return;
  page.turn({ openTrouble: undefined });
  const known = orders?.find(({ order }) => order === id);
  if (known) return openOrder(known);
  const answer = await house.ask((access) => readAudit(browser, access, id));
  if (orderOfAddress() !== id) return;
  if (!answer.ok) return refused(answer.trouble, (openTrouble) => page.turn({ openTrouble }));
  learnTime(answer.seen);
  await openOrder(answer.body);
}

async function openOrder(order: OrderBookEntry): Promise<void> {
  page.turn({ open: { order, acting: false, ...takeAsked() } });
  window.scrollTo(0, 0);
  document.getElementById('open-order')?.focus();
  await watch(order.order);
}

/** An act that asks for more than a word is begun anew. */
function takeAsked(): Pick<Open, 'asked'> {
  const { asked } = page.state();
  page.turn({ asked: undefined });
  return asked === 'cancel' || asked === 'take-payment' ? { asked } : {};
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
    const answer = await house.ask((access) => readAudit(browser, access, order));
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
  const { orders, disputed } = page.state();
  const anew = (one: OrderBookEntry) => (one.order === order.order ? order : one);
  page.turn({ orders: orders?.map(anew), disputed: disputed?.map(anew) });
}

async function perform(act: StaffAct): Promise<void> {
  const { open } = page.state();
  if (!open || open.acting) return;
  change({ acting: true, actTrouble: undefined, done: undefined });
  const id = open.order.order;
  const answer = await house.ask((access) => actOn(browser, access, id, act));
  if (!isOpen(id)) return;
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

/** The line whose seats are exchanged: with the plan of its performance, once it is read. */
async function chooseLine(hold: string): Promise<void> {
  const line = page.state().open?.order.items.find((one) => one.hold === hold);
  if (!line) return;
  change({ exchange: { hold, from: [], typed: '', section: '' }, actTrouble: undefined });
  const read = await readLineExchange(browser, line);
  const { exchange } = page.state().open ?? {};
  if (exchange?.hold !== hold) return;
  if (read.ok) change({ exchange: { ...exchange, ...read.exchange } });
  else change({ exchange: undefined, actTrouble: read.trouble });
}

async function readDates(order: OrderBookEntry): Promise<void> {
  const read = await readChoiceDates(browser, order);
  if (!isOpen(order.order) || page.state().open?.asked !== 'choose-date') return;
  if (read.ok) change({ choice: { files: read.files, readAt: theatreTime() } });
  else change({ asked: undefined, actTrouble: read.trouble });
}

void house.look();
void readNights(browser, theatreTime()).then((nights) => {
  if (nights.ok) page.turn({ nights: nights.body });
});
window.addEventListener('popstate', () => void followAddress());
